# The first words after a danger: read at once, on a phone that others may see. At most 280 characters each.
# The first line tells nothing (it is what a push message shows). The program adds the numbers and when a person reads.
# Who writes may be the one in danger or tell of somebody else: the words fit both. No "why", no promise, no graphic word.

## Wish to die, self-harm
risk-self_harm-critical =
    Te leo.
    Gracias por decirlo. Sentir esto no es culpa de nadie.
    Que nadie esté a solas ahora: ve con alguien, o que alguien vaya con esa persona.
    Lejos de todo lo que pueda hacer daño. Si ya hubo daño, llama a emergencias.
    Solo cuentan los próximos minutos.
risk-self_harm-high =
    Gracias por escribir.
    Qué bueno que lo dijiste. Sentir esto no es culpa de nadie.
    Hoy, nadie a solas: busca a alguien de confianza, o acompaña a esa persona.
    Pongan lejos lo que pueda hacer daño.
    Un paso a la vez: solo la próxima hora.
risk-self_harm-medium =
    Gracias por escribir.
    Muchas personas han sentido esto y con ayuda dolió menos. No hay que poder con todo hoy.
    Busca a alguien que escuche sin juzgar. Si es otra persona, escúchala tú.
    Si se pone peor, escribe o llama.

## Sexual violence
risk-sexual_violence-critical =
    Te leo.
    Te creo. No es tu culpa, ni de quien lo vive.
    Si hay una salida sin peligro, ve con gente de confianza y llama.
    Un médico ayuda, mejor antes de 72 horas. Denunciar o no, se decide después.
    No mandes fotos.
risk-sexual_violence-high =
    Te leo.
    Te creo. No es tu culpa, ni de quien lo vivió.
    Esta noche, lejos de quien hizo el daño y cerca de alguien de confianza.
    Un médico ayuda, mejor antes de 72 horas, aunque nadie denuncie.
    No mandes fotos.
risk-sexual_violence-medium =
    Gracias por escribir.
    Te creo. No es tu culpa, ni de quien lo vive.
    Que nadie se quede a solas con quien lo hace. Cuéntalo a alguien adulto de confianza.
    Tú decides qué contar y cuándo. No mandes fotos.

## Blows, being locked in, neglect
risk-physical_abuse-critical =
    Te leo.
    Te creo. No es tu culpa, ni de quien lo sufre.
    Si hay una salida sin peligro, ve ya a donde haya gente. Si no, cerca de una puerta y sin discutir.
    Llama cuando no te oigan. Si hay heridas, primero un médico.
risk-physical_abuse-high =
    Te leo.
    Te creo. Nadie tiene derecho a hacer eso, sea quien sea.
    No discutas con quien hace el daño. Esta noche, lejos de ahí si se puede, con alguien de confianza.
    Si hay golpes, que los vea un médico. Guarda lo que pruebe qué pasó.
risk-physical_abuse-medium =
    Gracias por escribir.
    Nadie tiene derecho a pegar, encerrar ni humillar: ni la familia, ni un oficial.
    Cuéntalo a una persona adulta de confianza. Piensen a dónde ir si hace falta.
    Si hay peligro, aléjate y escribe.

## Forced work, debt, papers kept, not free to leave
risk-trafficking-critical =
    Te leo.
    Te creo. Nadie es dueño de una persona, aunque hable de una deuda.
    Si hay una salida sin peligro, ve a donde haya gente y llama. Si no, no te arriesgues.
    No discutas ni avises que te vas.
    Con /clear se limpia este chat.
risk-trafficking-high =
    Te leo.
    Te creo. No es culpa de quien lo vive, aunque antes dijera que sí.
    No avises que quieres salir. Apréndete un número y la dirección.
    Guarda mensajes y nombres donde nadie los vea. No te arriesgues por escribir.
risk-trafficking-medium =
    Gracias por escribir.
    Si algo te da mala espina, hazte caso. Se puede decir que no, aunque antes fuera sí.
    No entregues tus papeles ni vayas a solas.
    Dile a alguien de confianza a dónde, con quién y hasta cuándo.

## Threats with pictures, grooming
risk-online_exploitation-critical =
    Te leo.
    No es tu culpa: quien amenaza es quien hace mal.
    No contestes, no mandes más fotos ni dinero, no vayas a ver a esa persona.
    Guarda los mensajes y luego bloquea.
    Ahora no te quedes a solas: ve con alguien de confianza. Aquí tampoco mandes fotos.
risk-online_exploitation-high =
    Te leo.
    No es tu culpa: quien amenaza es quien hace mal.
    No mandes más fotos ni dinero: casi siempre piden más. No vayas a ver a esa persona.
    Guarda los mensajes y luego bloquea. Díselo a alguien de confianza.
    Aquí tampoco mandes fotos.
risk-online_exploitation-medium =
    Gracias por escribir.
    Hiciste bien en dudar. Nadie tiene que mandar fotos ni decir dónde está.
    No vayas a solas a ver a alguien que solo conoces por el teléfono.
    Guarda los mensajes y bloquea. Aquí no mandes fotos.

## Held for ransom
risk-kidnapping-critical =
    Te leo.
    Te creo. La vida es lo primero, la tuya y la de los tuyos.
    No vayas a solas a ningún lado ni a llevar dinero. Guarda números, mensajes y horas.
    No decidas sin ayuda: llama.
    Si te tienen ahí, escribe solo si nadie te ve.
risk-kidnapping-high =
    Te leo.
    Te creo. La vida es lo primero.
    No vayas a solas a pagar ni a buscar. Trata de hablar con esa persona por otro lado: a veces es engaño.
    Guarda números, mensajes y horas. No decidas sin ayuda.
risk-kidnapping-medium =
    Gracias por escribir.
    Te creo. No es tu culpa.
    No des datos de tu familia a desconocidos ni vayas a solas a una cita.
    Guarda números, mensajes y horas. Habla con alguien de confianza antes de decidir.

## Gangs and armed groups
risk-gang_threat-critical =
    Te leo.
    Te creo. No es tu culpa.
    Si hay una salida que no vigilen, vayan ya con gente de confianza. Si no, escóndanse.
    No contestes, no los enfrentes, no digas a nadie más dónde están.
    Llama cuando no te oigan.
risk-gang_threat-high =
    Te leo.
    Te creo. Lo que hacen no es justo, y no es tu culpa.
    No los enfrentes ni vayas a solas a verlos. Busca un lugar lejos de ellos, con alguien de confianza.
    Guarda mensajes y números. No publiques dónde estás.
risk-gang_threat-medium =
    Gracias por escribir.
    Pedir ayuda no es traicionar a nadie. A quien obligan, tiene derecho a protección.
    Traten de no andar a solas ni publicar dónde están.
    Habla con alguien de confianza que no esté con ellos.

## Life at risk now: water, desert, truck, followed, shots
risk-immediate_danger-critical =
    Te leo.
    Llama primero a emergencias: ellos pueden llegar, yo no. Di dónde están, o el último lugar.
    Si hay salida, aléjense o escóndanse. Si no, hagan señas o ruido si es seguro.
    Sigan juntos y guarden batería.
risk-immediate_danger-high =
    Te leo.
    Te creo. Vayan a un lugar con luz y gente, y no se separen.
    Dile a alguien de confianza dónde están. Guarden batería y agua.
    Si el peligro se acerca, llama a emergencias: ellos pueden llegar, yo no.
risk-immediate_danger-medium =
    Gracias por escribir.
    Si algo del camino da miedo, se puede parar. Esperen donde haya luz y gente.
    No sigan de noche ni a solas. Que alguien de confianza sepa por dónde van.
    Si se pone peor, llama a emergencias.

## Bodies in danger
risk-medical_emergency-critical =
    Te leo.
    Llama ya a la ambulancia y no cuelgues. Si eres tú, pide ayuda a quien esté cerca.
    Si respira y no despierta: de lado, sin darle bebida ni pastillas.
    Si sangra: aprieta fuerte con tela limpia.
    La vida va primero, con o sin papeles.
risk-medical_emergency-high =
    Te leo.
    Esto lo tiene que ver un médico hoy. Vayan con alguien a un hospital o centro de salud.
    Pidan atención, con o sin papeles. Nada de pastillas sin saber qué son.
    Si no despierta, respira mal o sangra mucho: ambulancia ya.
risk-medical_emergency-medium =
    Gracias por escribir.
    Es mejor que lo vea pronto un médico o enfermera, aunque parezca poco.
    Descansen. No tomen medicinas de otra persona.
    Si duele más, respira mal o no despierta: ambulancia.

## A minor is held
risk-child_detained-critical =
    Te leo.
    Migrar no es hacer algo malo.
    Si hay heridas o enfermedad, pidan un médico ya y muchas veces.
    Se puede pedir llamar a la familia, abogado e intérprete. Si da miedo volver, díganlo.
    No firmen nada que no entiendan.
risk-child_detained-high =
    Te leo.
    Migrar no es hacer algo malo.
    Se puede pedir llamar a la familia, abogado, intérprete y médico. El consulado, si no da miedo.
    No firmen nada que no entiendan. Si da miedo volver, díganlo muchas veces.
risk-child_detained-medium =
    Gracias por escribir.
    No es tu culpa. Un menor tiene derecho a que lo escuchen.
    Anota lugar, fecha y qué dijeron. Guarda los papeles.
    Se puede pedir abogado e intérprete. No firmen nada que no entiendan.

## A minor alone, or missing
risk-child_alone-critical =
    Te leo.
    No es tu culpa. Quédate donde haya luz y gente: familias con niños, personal con uniforme del lugar.
    No te vayas con quien ofrece llevarte o pide secreto.
    Si buscas a un niño: llama ya, sin esperar. Ten su foto y el último lugar.
risk-child_alone-high =
    Te leo.
    Hiciste bien en escribir. No es tu culpa.
    Esta noche, donde haya luz y gente: familias con niños, una iglesia, un centro de salud.
    No te vayas con quien ofrece llevarte.
    Si buscas a alguien: avisa sin esperar, con foto y último lugar.
risk-child_alone-medium =
    Gracias por escribir.
    No hay que poder con todo a solas. Un menor tiene derecho a cuidado y a decir qué quiere.
    Busca a una persona adulta de confianza. No te vayas con quien pide secreto.
    Anota un número de tu familia.

## About to be sent back to danger
risk-forced_return-critical =
    Te leo.
    Hay que decirlo ya, a cada oficial: «Tengo miedo de volver. Quiero pedir refugio o asilo».
    Pidan intérprete y abogado.
    No firmen nada que no entiendan, ni un regreso voluntario si no quieren volver.
risk-forced_return-high =
    Te leo.
    A nadie deben mandarlo a donde su vida corre peligro.
    Digan a cada oficial: «Tengo miedo de volver». Pidan abogado e intérprete; el consulado, solo si no da miedo.
    No firmen nada que no entiendan. Guarda los papeles.
risk-forced_return-medium =
    Gracias por escribir.
    Tener miedo de volver cuenta, y tienen que escucharlo.
    Guarda los papeles y mira las fechas. Anota de qué hay miedo.
    Busca un abogado. No firmes nada que no entiendas.

## Without food, water, medicine or a place
risk-urgent_needs-critical =
    Te leo.
    Pidan ayuda ya a quien esté cerca: familias, iglesia, centro de salud.
    Si un bebé no despierta bien o respira mal, o falta una medicina vital: hospital ya.
    Primero los pequeños: agua limpia, abrigo o sombra. No se separen.
risk-urgent_needs-high =
    Te leo.
    Pidan hoy en una iglesia, un albergue, un centro de salud o a otras familias.
    Quédense juntos, con luz y gente. Primero los pequeños: agua limpia y abrigo.
    Si alguien respira mal o no despierta bien: hospital ya.
risk-urgent_needs-medium =
    Gracias por escribir.
    Pedir ayuda es cuidar bien de los tuyos.
    Pregunta en una iglesia, un albergue o un centro de salud. Antes de ir, llama si puedes.
    Guarden agua y comida para los pequeños.

## Whatever else
risk-generic-critical =
    Te leo.
    Te creo. No es tu culpa.
    Si hay una salida sin peligro, ve ya a donde haya luz y gente de confianza. Si no, no te arriesgues.
    Llama a emergencias: ellos pueden llegar, yo no.
risk-generic-high =
    Te leo.
    Te creo. No es tu culpa.
    Esta noche, nadie a solas: busquen un lugar seguro y a alguien de confianza.
    No enfrentes a nadie. Si el peligro se acerca, llama a emergencias.
risk-generic-medium =
    Gracias por escribir.
    Te creo. Hiciste bien en decirlo.
    Habla con una persona adulta de confianza. No hay que decidir todo hoy.
    Si algo empeora, escribe o llama.
