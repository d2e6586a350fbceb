# La respuesta del directorio de lugares. Frases cortas; lo que no se sabe se dice.
services-head = Esto sé de { $place }:
services-head-far = En { $place } no conozco ningún lugar para dormir. Lo más cerca que conozco:
services-head-more = Más lejos, o con menos datos:
services-none = En { $place } no conozco ningún lugar donde sepa que te reciben hoy. No quiero inventar.
services-more-none = No conozco más lugares cerca de ahí.

## A place
services-km = a unos { $km } km
services-lets-in = Recibe: { $who }.
services-not-for = No recibe: { $who }.
services-unknown-for = No sabemos si recibe: { $who }.
services-who-minors_alone = menores sin familia
services-who-families = familias
services-who-women = mujeres
services-who-men = hombres
services-who-lgbtiq = personas LGBTIQ+
services-who-disability = personas con discapacidad
services-open-now = Abierto ahora, hasta las { $hour }.
services-open-always = Abierto día y noche.
services-opens-at = Ahora cerrado. Abre { $day } a las { $hour }.
services-hours-unknown = No sabemos el horario.
services-nights = { $count ->
    [one] Hasta una noche.
   *[other] Hasta { $nights } noches.
  }
services-phone = Tel. { $number }
services-no-address = Su dirección no se publica.
services-papers-yes = Pide papeles.
services-papers-no = No pide papeles.
services-checked = Último dato: { $date }.
services-checked-unknown = Dato sin fecha.
services-alert-ask_open = Puede haber cerrado: pregunta antes.
services-alert-money_ended = Tenía dinero solo hasta mediados de este año: pregunta si sigue.
services-alert-moving = Se iba a mudar: pregunta la dirección.
services-alert-rest_only = Para descansar de día; no sabemos si hay camas.
services-alert-town_unsure = No sabemos bien en qué lugar está: pregunta antes.
services-alert-risky_town = Ahí hay riesgo de secuestro: no salgas a la calle sin compañía.
services-old-head = Datos viejos. Puede estar cerrado: pregunta antes de ir.
services-call-first = Antes de ir, pregunta aquí:
services-ask-person = Una persona puede preguntar por ti: toca «Hablar con una persona».

## A minor alone
services-minor-first = Eres menor y vas sin familia. Primero habla con quien te protege:
services-minor-none = No te mando a un albergue de { $place }: no sabemos cuáles reciben a menores sin familia.
services-law-MX = En México la ley dice: a un menor sin familia lo cuida la Procuraduría de Protección, en un centro del DIF o aprobado por el DIF. Un albergue puede avisar. Pregunta antes a quién avisan y si puedes salir.
services-law-GT = En Guatemala la ley dice: primero se busca a un familiar, luego a una familia que cuide, y solo al final un hogar. No deben encerrarte. Pregunta antes a quién avisan y si puedes salir.
services-law-PA = En Panamá avisan al juzgado de niñez o a SENNIAF. Te llevan a un hogar y buscan a tu familia con tu embajada. Pregunta antes a quién avisan y si puedes salir.
services-law-BZ = En Belice, si vas sin familia y pides refugio, te atiende Human Services: una familia o un hogar, con alguien de trabajo social.
services-law-US = En Estados Unidos, si te detienen sin familia, pasas a la oficina ORR: un albergue o una familia, hasta que te reciba alguien que revisaron.
services-law-unknown = De { $country } no tenemos confirmado qué debe hacer un albergue con un menor sin familia. Pregunta antes: ¿a quién avisan?, ¿puedo salir?

## The night, the questions, the buttons
services-night = Si no hay dónde dormir: quédate con tu grupo donde haya luz y gente, como un hospital o una terminal con guardia. No vayas con quien te ofrece cama a cambio de algo.
services-night-call = Si corres peligro, llama:
services-ask-town = ¿En qué pueblo o ciudad estás? En { $country } conozco lugares en: { $towns }.
services-which-country = Hay más de un lugar que se llama { $town }. ¿En qué país estás?
services-button-more = Otro lugar
services-button-minor = Soy menor, sin familia
services-button-family = Vamos en familia
services-button-woman = Soy mujer, voy sola
services-button-man = Soy hombre, voy solo
services-button-lgbtiq = Soy LGBTIQ+
services-words-bed = albergue,albergues,refugio para dormir,donde dormir,donde duermo,donde puedo dormir,donde podemos dormir,donde quedarme,donde quedarnos,casa del migrante,lugar para dormir,pasar la noche,posada,alberge,alvergue
services-words-near = cerca,cerca de mi,por aqui,aqui cerca,mas cercano,mas cerca
services-words-more = otro,otra,otro lugar,otros,mas lejos,hay otro,hay mas,otra opcion,mas opciones,y otro,otro albergue,dame otro,algun otro,mas

## Other needs than a bed
nearby-head = En { $place } sé de lugares con { $what }:
nearby-head-far = En { $place } no sé de lugares con { $what }. Lo más cerca que sé:
nearby-none = En { $place } no sé de ningún lugar con { $what }. No quiero inventar.
nearby-inside = Son albergues: pregunta si atienden también a quien no duerme ahí.
nearby-ask-town = ¿En qué pueblo o ciudad estás? Así te digo si sé de un lugar con { $what }.
nearby-what-food = comida
nearby-what-hygiene = ropa o ducha
nearby-what-phone = teléfono o internet
nearby-what-health = atención médica
nearby-what-feelings = apoyo psicológico
nearby-what-legal = ayuda legal
nearby-what-family = ayuda para buscar a tu familia
nearby-what-consulate = consulado
nearby-what-school = clases o guardería

## How it was there
visits-button = Ya fui: cuento cómo fue
visits-which = ¿A cuál fuiste?
visits-how = ¿Cómo fue en { $name }?
visits-closed = Estaba cerrado
visits-refused = No me dejaron entrar
visits-helped = Sí me ayudaron
visits-thanks-helped = Gracias. Así ayudas a quien viene después.
visits-thanks-bad = Lo siento, y gracias por decirlo: así nadie más camina para nada. Esto es lo otro que sé:
visits-words-closed = estaba cerrado,esta cerrado,cerrado,ya cerro,lo cerraron,estaba cerrada,ya no existe,no hay nadie ahi
visits-words-refused = no me dejaron entrar,no nos dejaron entrar,no me recibieron,no nos recibieron,no me aceptaron,no nos aceptaron,estaba lleno,esta lleno
visits-words-helped = si me ayudaron,nos ayudaron,me ayudaron,me recibieron,nos recibieron,nos dejaron entrar

## Countries that people come from or through
country-CO = Colombia
country-VE = Venezuela
country-EC = Ecuador
country-PE = Perú
country-BR = Brasil
country-CL = Chile
country-CU = Cuba
country-HT = Haití
