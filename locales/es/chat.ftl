# What a migrant reads in the chat. Short sentences, "tú", both genders or neither. Never "caso" or "referencia".

language-name = Español

## The six choices
menu-rights = Mis derechos
menu-shelter = Un lugar seguro
menu-danger = Estoy en peligro
menu-family = Buscar a mi familia
menu-person = Hablar con una persona
menu-language = Idioma

## Start and help
start-what = Hola. Soy Faro. Doy información a jóvenes y familias que viajan o viven lejos de su país.
start-people = Soy una máquina. Detrás hay personas de { $operator } que leen y contestan.
start-nobody = Soy una máquina. Ahora mismo ninguna persona lee aquí. Si corres peligro, llama al número de emergencia.
start-kept = No te pido tu nombre. Guardo poco, cifrado, y se borra. Puedes borrarlo con /forget.
start-ask = Escribe tu pregunta como te salga, o elige abajo.
help = Escribe tu pregunta con tus palabras. O elige abajo. Con /clear limpio este chat y con /forget borro lo que guardo.

## Language and place
ask-language = ¿En qué idioma quieres seguir?
language-set = Listo, seguimos en español.
ask-country = ¿En qué país estás? Así te digo lo que vale ahí. Puedes elegir, escribir el pueblo o no contestar.
ask-place = ¿Dónde estás ahora? Elige el país, escribe el pueblo o ciudad, o comparte tu ubicación.
ask-where = ¿En qué país estás ahora? Así te doy el número que contesta ahí.
place-set = Entendido: { $place }.
country-other-asked = Está bien. Escribe el nombre del país o de la ciudad, si quieres. Te doy lo que vale en todas partes.
location-outside = Gracias. No conozco los servicios de ese lugar. Puedo darte lo que vale en todas partes, o puedes hablar con una persona.
no-number-here = No sé ningún número de ese país. Pide ayuda al servicio de emergencia de ahí, o a alguien cerca: un hospital, una iglesia, una familia con niños.
button-location = Compartir mi ubicación
country-other = Otro país
country-MX = México
country-GT = Guatemala
country-HN = Honduras
country-SV = El Salvador
country-NI = Nicaragua
country-CR = Costa Rica
country-PA = Panamá
country-BZ = Belice
country-DO = República Dominicana
country-US = Estados Unidos
country-CA = Canadá
country-XX = Internacional

## Below an answer
button-source = ¿De dónde sale esto?
button-wrong = No era eso
button-person = Hablar con una persona
button-menu = Ver el menú
button-forget = Borrar lo que guardan
button-not-about-me = No es sobre mí
button-cannot-talk = Ahora no puedo hablar
button-clear = Limpiar este chat
button-hidden-word = Acordar una palabra
answer-being-checked = Estamos revisando esa información. Mientras, puedes hablar con una persona.
country-note-unknown = No tenemos confirmado qué más vale en { $country }. Una persona puede buscarlo contigo.
country-note-being-checked = Lo que vale en { $country } lo estamos revisando. Una persona puede buscarlo contigo.
source-head = De aquí sale (revisado el { $date }):
source-none = Esta respuesta no viene de una ley. La escribió nuestro equipo.
contact-line = { $name } ({ $country }): { $number } · { $free }
contact-line-no-number = { $name } ({ $country }): sin teléfono confirmado · { $url }
contact-or = { " o " }
contact-free = gratis
contact-paid = cuesta la llamada
contact-free-unknown = no sabemos si es gratis
contact-last-checked = · revisado por última vez en { $month }
contact-word = { $number } (escribe { $word })
contact-key = { $number } (luego marca { $key })
contact-hours = · horario: { $hours }
contact-days = { $from } a { $to }
weekday-0 = lun
weekday-1 = mar
weekday-2 = mié
weekday-3 = jue
weekday-4 = vie
weekday-5 = sáb
weekday-6 = dom
wrong-others = Perdón. ¿Es alguna de estas?
wrong-none = Perdón. Cuéntamelo con otras palabras, o habla con una persona.
choose = ¿Cuál se parece más a lo que preguntas?
ask-more = ¿Qué más quieres saber?
asked-after = A nadie se le dice dónde está un niño u otra persona, ni si está en un lugar. Pregunte quien pregunte.
asked-after-ways = Si buscas a tu familia: la Cruz Roja o la oficina que protege a la niñez pueden buscar. A la persona le preguntan antes.
unknown = No sé contestar eso. No quiero inventar. Puedes decirlo con otras palabras, ver el menú o hablar con una persona.
foreign = Hola. No hablo tu idioma. Vamos a buscar a alguien que lo hable.

## Small talk
ack-neutral = Aquí estoy. Escribe cuando quieras.
courtesy-hello = Hola. Aquí estoy. ¿Qué necesitas?
courtesy-thanks = De nada. Aquí estoy cuando quieras.
courtesy-bye = Cuídate. Aquí estoy cuando quieras.
courtesy-ok = Bien. ¿Algo más?
taken-back = Está bien. Aquí estoy cuando quieras.
plain-heard = Gracias por decírmelo. ¿Qué necesitas?
hush = Gracias. Hasta luego.
many-messages = Llegan muchos mensajes seguidos de aquí. Los leo todos, pero ahora más despacio. Si hay peligro, dilo con pocas palabras: eso va antes.

## Danger: questions around it
ask-danger = Quiero entenderte bien. ¿Tú u otra persona están en peligro ahora?
ask-danger-yes = Sí
ask-danger-no = No
ask-danger-person = Prefiero una persona
words-for-no = no,nop,nel,no gracias,nada,para nada,no es eso
words-for-yes = si,sí,sip,simon,claro,así es,afirmativo
danger-what = ¿Está pasando en este momento? Cuéntame con una o dos palabras, si puedes.
danger-not-now = No, no en este momento
danger-later = Gracias por decirlo. Cuéntame qué pasa, cuando puedas y como puedas.
danger-denied = Está bien. Si algo cambia, escribe. Aquí estoy.
risk-again = Te leo. Lo que escribes queda guardado para las personas del equipo. Si puedes, llama ahora:
danger-call = Si puedes, llama:
danger-here = Aquí estoy.
ask-may-write = ¿Podemos escribirte a este teléfono? Otra persona podría verlo.
may-write-yes = Sí, escríbanme
may-write-when = Solo si yo escribo antes
may-write-not = Ahora no
may-write-said-yes = Bien. Te escribirán aquí.
may-write-said-when-i-write = Bien. Solo te escribirán después de que tú escribas.
hidden-word-ask = Elige una palabra o frase corta que nadie más escriba, no una de todos los días. Escríbela aquí: borro enseguida tu mensaje y este. Si un día la escribes sola, contesto «{ $reply }» y aviso a personas del equipo.
hidden-word-set = Listo.
hidden-word-other = Esa la puede escribir cualquiera. Elige otra y escríbela aquí. También la borro.
may-write-said-not-now = Bien. Nadie te escribirá. Cuando quieras leer, escribe «sí» aquí o toca el botón.

## People
staff-now = Ahora hay personas leyendo. Te contestan aquí.
staff-later = Ahora no hay nadie leyendo. Leen { $day } a las { $hour }. No nos esperes si corres peligro: llama.
staff-nobody = Aquí no hay personas que lean. No esperes una respuesta: llama o busca a alguien de confianza.
staff-late = Avisé, y todavía nadie ha contestado. No esperes: llama, o busca a alguien de confianza.
day-today = hoy
day-tomorrow = mañana
day-0 = el lunes
day-1 = el martes
day-2 = el miércoles
day-3 = el jueves
day-4 = el viernes
day-5 = el sábado
day-6 = el domingo
duty-to-report = Antes de que cuentes más: si un menor corre peligro, la ley nos obliga a avisar a la oficina que lo protege. Te diremos antes de hacerlo.
who-knows = Esto lo leen solo personas de { $operator }.
person-called = Ya avisé a las personas del equipo. Puedes escribir aquí lo que quieras decirles.
person-nobody = Aquí todavía no hay personas que lean. Puedo darte información y números de teléfono. Si corres peligro, llama al número de emergencia de donde estás.
noted-for-staff = Lo que escribes queda para las personas del equipo.
machine-failed = Algo falló de mi lado. No es culpa tuya. Lo que escribiste está guardado.
held-for-staff = Lo guardé para las personas del equipo. Solo lo abren si hace falta.
no-pictures = Por tu seguridad, no mandes fotos ni videos. Con palabras basta.
voice-for-staff = Soy una máquina y no puedo oír tu mensaje de voz. Una persona lo va a oír. Si puedes, escribe también.
voice-nobody = Soy una máquina y no puedo oír mensajes de voz. Aquí no hay personas que los oigan. Escribe, por favor, aunque sea una palabra.
cannot-read = Eso no lo puedo abrir. Escríbelo con palabras, o habla con una persona.
withdrawn = Está bien. Avisé que ya no lo quieres. Aquí estoy.

## Privacy
privacy = Te lee una máquina. Si pides una persona o hay peligro, te leen personas de { $operator }. No avisamos a migración. No pedimos tu nombre. Tus mensajes se guardan cifrados y se borran a los 30 días. Telegram también guarda el chat en su sistema. Si un niño corre peligro grave, puede haber deber de avisar a quien lo protege: te lo diremos antes. Puedes limpiar el chat con /clear y borrar todo con /forget.
privacy-complaint = Para quejarte de nosotros: { $name }, { $contact }
cleared = Hola. ¿En qué te ayudo?
forget-ask =
    Esto es lo que guardo de ti:
    { $kept }
    ¿Lo borro?
forget-yes = Sí, bórralo
forget-no = No, déjalo
forget-kept = Bien, no borré nada.
forgotten = Hola. ¿En qué te ayudo?
kept-texts = Tus últimos mensajes, cifrados. Se borran a los { $days } días.
kept-language = Tu idioma: { $language }
kept-place = El lugar que dijiste: { $place }
kept-place-any = El lugar, si lo dijiste.
button-correct = Corregir lo que saben de mí
correct-what =
    Esto es lo que tengo anotado:
    { $noted }
    ¿Qué no es así?
correct-place = Estoy en otro lugar
correct-language = Hablo otro idioma
correct-who = Eso no soy yo
correct-who-done = Lo quité. Si quieres, dime quién busca ayuda: por ejemplo, tu edad y si vas con alguien.
correct-nothing = Todavía no tengo nada anotado.
kept-talk = Lo que hablas con el equipo. Una persona termina de borrarlo.
kept-talk-any = Lo que se habla con el equipo, cuando pasa.

## What is kept until when, and a copy of it
kept-until = Esto es lo que guardo y hasta cuándo:
kept-until-words = Lo que escribes y lo que contesto: { $days } días. Lo de hoy, hasta el { $date }.
kept-until-memory = Tu idioma y tu lugar: hasta { $days } días después de tu último mensaje.
kept-until-team = Lo que se habla con el equipo, cuando pasa: { $days } días después de terminar.
kept-until-questions = Preguntas que no supe contestar, sin decir de quién son: { $days } días.
kept-until-places = Cómo te fue en un lugar, si lo cuentas: { $days } días.
kept-until-audit = Qué hizo el equipo y cuándo, sin tus palabras: { $years } años.
button-copy = Recibir una copia
copy-ask = Puedo mandarte aquí un archivo con lo que guardo de ti y lo que hablamos. Otra persona con este teléfono podría leerlo. ¿Lo mando?
copy-yes = Sí, mándalo
copy-no = No, mejor no
copy-not = Bien, no mandé nada.
copy-title = Tu copia
copy-comes = Guárdala en un sitio seguro. Si otras personas usan este teléfono, borra el archivo y limpia el chat con /clear.
copy-head = Copia de lo que guardo de ti. { $at }
copy-left-out = Aquí no está lo que se limpió de este chat, ni lo que el equipo anota para su trabajo. Puedes pedirlo al equipo con /person.
copy-left-out-nobody = Aquí no está lo que se limpió de este chat.
copy-memory = Lo que recuerdo
copy-since = Desde el { $since }. Último mensaje: { $last }. Se borra el { $until } si no vuelves a escribir.
copy-position = La ubicación que compartiste: { $at }
copy-who = Quién busca ayuda: { $who }
copy-who-family = una familia
copy-who-baby = un bebé
copy-who-minor_alone = alguien menor de edad, sin compañía
copy-who-woman = una mujer
copy-who-woman_with_children = una mujer con niños
copy-who-man = un hombre
copy-who-lgbtiq = alguien LGBTIQ+
copy-who-disability = alguien con discapacidad
copy-topic = Tu última pregunta fue sobre: { $topic }
copy-name = El equipo no ve tu nombre, sino este: { $name }
copy-may-write-yes = El equipo puede escribirte aquí.
copy-may-write-when-i-write = El equipo solo te escribe después de que tú escribas.
copy-may-write-not-now = El equipo no te escribe aquí.
copy-team = El equipo
copy-help-open = Hay personas del equipo pendientes de ti desde el { $since }. Se borra { $days } días después de terminar.
copy-help-over = Del { $since } al { $closed }. Se borra el { $until }.
copy-places = Cómo te fue en un lugar
copy-was-closed = { $place }: estaba cerrado ({ $date }). Se borra el { $until }.
copy-was-refused = { $place }: no te dejaron entrar ({ $date }). Se borra el { $until }.
copy-was-helped = { $place }: te ayudaron ({ $date }). Se borra el { $until }.
copy-talk = Lo que se dijo
copy-said-person = Tú
copy-said-bot = Faro
copy-said-staff = Equipo
copy-kind-voice = (un mensaje de voz)
copy-kind-photo = (una foto)
copy-kind-video = (un video)
copy-kind-document = (un archivo)
copy-kind-sticker = (una imagen)
copy-kind-contact = (un contacto)
copy-kind-location = (tu ubicación)
copy-kind-other = (otra cosa)

## Commands, as the phone lists them
command-start = Empezar
command-help = Cómo funciona
command-language = Cambiar de idioma
command-place = Decir dónde estoy
command-person = Hablar con una persona
command-privacy = Quién lee esto
command-clear = Limpiar este chat
command-forget = Borrar lo que guardan
bot-description = Información para jóvenes y familias lejos de casa. Escribe tu pregunta.
bot-short-description = Información para jóvenes y familias
group-only-private = Solo hablo en privado. Escríbeme en un chat directo.

## Where nobody reads: the same, without promising a person
foreign-languages = Puedo contestar en: español, English, português, français, kreyòl, العربية.
foreign-nobody = Hola. No hablo tu idioma.
unknown-nobody = No sé contestar eso. No quiero inventar. Puedes decirlo con otras palabras o ver el menú.
country-note-unknown-nobody = No tenemos confirmado qué más vale en { $country }.
country-note-being-checked-nobody = Lo que vale en { $country } lo estamos revisando.
wrong-none-nobody = Perdón. Cuéntamelo con otras palabras.
cannot-read-nobody = Eso no lo puedo abrir. Escríbelo con palabras, por favor.
answer-being-checked-nobody = Estamos revisando esa información. Prueba más adelante.
location-outside-nobody = Gracias. No conozco los servicios de ese lugar. Puedo darte lo que vale en todas partes.
risk-again-nobody = Gracias por contarlo. Si puedes, llama ahora:
risk-first-line-nobody = Gracias por escribir.
nobody-but-menu = Aquí puedes preguntar más: tus derechos, un lugar seguro, tu familia. Escríbelo con tus palabras o elige abajo.
nobody-but-numbers = Para hablar con una persona ahora:
held-for-staff-nobody = Aquí no hay personas que lo abran. Escríbelo con palabras, por favor.
privacy-nobody = Te lee una máquina. Aquí no hay personas que lean. No avisamos a migración. No pedimos tu nombre. Tus mensajes se guardan cifrados y se borran a los 30 días. Telegram también guarda el chat en su sistema. Puedes limpiar el chat con /clear y borrar todo con /forget.

## Quien responde, y lo que se puede decir de ello
staff-intro-responder = Te escribe una persona del equipo. No es una máquina.
staff-intro-coordinator = Te escribe la persona que coordina el equipo. No es una máquina.
button-other-person = Prefiero otra persona
button-withdraw = Ya no lo quiero
button-complain = Quejarme
other-person-soon = Está bien. Otra persona del equipo va a leer. La de antes ya no lee lo tuyo.
complaint-how = Avisé a alguien de fuera del equipo que tienes una queja. También puedes escribir tú: { $name }, { $contact }
    Si quieres, escribe ahora qué pasó. Quien te contesta no lo lee.
complaint-no-words = No quiero escribir más
complaint-told = Gracias por contarlo. Está guardado aparte, y quien te contesta no lo lee.
share-ask = El equipo quiere contar lo que te pasa a { $name }, para que te ayude. ¿Estás de acuerdo?
share-yes = Sí, pueden contarlo
share-no = No quiero
share-said-yes = Gracias. El equipo lo va a contar. Si cambias de idea, dilo aquí.
share-said-no = Está bien. No lo van a contar sin tu permiso.
share-told = El equipo va a contar lo que te pasa a { $name }, porque tu vida puede correr peligro. Puedes preguntar aquí todo lo que quieras.
safe-ask = El equipo quiere saber: ¿estás a salvo ahora?
safe-yes = Sí, estoy a salvo
safe-no = No, todavía no
safe-said = Qué bueno. Se lo digo al equipo. Si algo cambia, escribe aquí.
held-off = Hasta el { $day } el equipo no lee aquí. Yo sigo contestando tus preguntas. Si hay peligro, dilo: eso sí les llega.
words-for-money = dinero,plata,efectivo,depósito,deposite,transferencia,transferir,pagar,pague,paga,western union,giro
words-for-meeting = nos vemos,te veo,te espero,encontrarnos,vernos,quedamos,paso por ti,te recojo,voy por ti,ven a mi casa,a solas,mi casa
