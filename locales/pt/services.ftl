# The answer of the directory of places. Short sentences; what is not known is said.
services-head = O que eu sei de { $place }:
services-head-far = Em { $place } não conheço nenhum lugar para dormir. O mais perto que conheço:
services-head-more = Mais longe, ou com menos dados:
services-none = Em { $place } não conheço nenhum lugar que eu saiba que recebe você hoje. Não quero inventar.
services-more-none = Não conheço mais lugares perto daí.

## A place
services-km = a uns { $km } km
services-lets-in = Recebe: { $who }.
services-not-for = Não recebe: { $who }.
services-unknown-for = Não sabemos se recebe: { $who }.
services-who-minors_alone = menores sem família
services-who-families = famílias
services-who-women = mulheres
services-who-men = homens
services-who-lgbtiq = pessoas LGBTIQ+
services-who-disability = pessoas com deficiência
services-open-now = Aberto agora, até as { $hour }.
services-open-always = Aberto dia e noite.
services-opens-at = Agora fechado. Abre { $day } às { $hour }.
services-hours-unknown = Não sabemos o horário.
services-nights = { $count ->
    [one] Até uma noite.
   *[other] Até { $nights } noites.
  }
services-phone = Tel. { $number }
services-no-address = O endereço não é publicado.
services-papers-yes = Pede papéis.
services-papers-no = Não pede papéis.
services-checked = Último dado: { $date }.
services-checked-unknown = Dado sem data.
services-alert-ask_open = Pode ter fechado: pergunte antes.
services-alert-money_ended = Tinha dinheiro só até o meio deste ano: pergunte se continua.
services-alert-moving = Ia mudar: pergunte o endereço.
services-alert-rest_only = Para descansar de dia; não sabemos se há camas.
services-alert-town_unsure = Não sabemos bem onde fica: pergunte antes.
services-alert-risky_town = Aí há risco de sequestro: não saia sem companhia.
services-old-head = Dados antigos. Pode estar fechado: pergunte antes de ir.
services-call-first = Antes de ir, pergunte aqui:
services-ask-person = Uma pessoa pode perguntar por você: toque em «Falar com uma pessoa».

## A minor alone
services-minor-first = Você é menor e está sem família. Primeiro fale com quem protege você:
services-minor-none = Não mando você para um abrigo de { $place }: não sabemos quais recebem menores sem família.
services-law-MX = No México a lei diz: um menor sem família fica com a Procuraduría de Protección, num centro do DIF ou aprovado pelo DIF. Um abrigo pode avisar. Pergunte antes a quem avisam e se você pode sair.
services-law-GT = Na Guatemala a lei diz: primeiro se procura um parente, depois uma família que cuide, e só no fim um lar. Não devem prender você. Pergunte antes a quem avisam e se você pode sair.
services-law-PA = No Panamá avisam o juizado da infância ou a SENNIAF. Levam você a um lar e procuram sua família com a embaixada. Pergunte antes a quem avisam e se você pode sair.
services-law-BZ = Em Belize, se você está sem família e pede refúgio, quem cuida é o Human Services: uma família ou um lar, com assistente social.
services-law-US = Nos Estados Unidos, se detêm você sem família, você passa para o escritório ORR: um abrigo ou uma família, até que um adulto verificado receba você.
services-law-unknown = De { $country } não temos confirmado o que um abrigo deve fazer com um menor sem família. Pergunte antes: a quem avisam? posso sair?

## The night, the questions, the buttons
services-night = Se não há onde dormir: fique com seu grupo onde haja luz e gente, como um hospital ou uma rodoviária com guarda. Não vá com quem oferece cama em troca de algo.
services-night-call = Se correr perigo, ligue:
services-ask-town = Em que cidade você está? Em { $country } conheço lugares em: { $towns }.
services-which-country = Há mais de um lugar que se chama { $town }. Em que país você está?
services-button-more = Outro lugar
services-button-minor = Sou menor, sem família
services-button-family = Estamos em família
services-button-woman = Sou mulher, sozinha
services-button-man = Sou homem, sozinho
services-button-lgbtiq = Sou LGBTIQ+
services-words-bed = abrigo,abrigos,albergue,onde dormir,onde posso dormir,onde podemos dormir,lugar para dormir,lugar pra dormir,passar a noite,casa do migrante
services-words-near = perto,perto de mim,por aqui,mais perto,mais proximo
services-words-more = outro,outra,outro lugar,mais longe,tem outro,mais,outros,outro abrigo,mais opções

## Other needs than a bed
nearby-head = Em { $place } sei de lugares com { $what }:
nearby-head-far = Em { $place } não sei de lugares com { $what }. O mais perto que sei:
nearby-none = Em { $place } não sei de nenhum lugar com { $what }. Não quero inventar.
nearby-inside = São abrigos: pergunte se atendem também quem não dorme lá.
nearby-ask-town = Em que cidade você está? Aí digo se sei de um lugar com { $what }.
nearby-what-food = comida
nearby-what-hygiene = roupa ou banho
nearby-what-phone = telefone ou internet
nearby-what-health = atendimento médico
nearby-what-feelings = apoio psicológico
nearby-what-legal = ajuda legal
nearby-what-family = ajuda para procurar sua família
nearby-what-consulate = consulado
nearby-what-school = aulas ou creche

## How it was there
visits-button = Já fui: conto como foi
visits-which = Em qual você foi?
visits-how = Como foi em { $name }?
visits-closed = Estava fechado
visits-refused = Não me deixaram entrar
visits-helped = Me ajudaram
visits-thanks-helped = Obrigado. Assim você ajuda quem vem depois.
visits-thanks-bad = Sinto muito, e obrigado por dizer: assim ninguém mais anda até lá à toa. Isto é o que mais eu sei:
visits-words-closed = estava fechado,esta fechado,fechado,fechou,estava fechada,nao existe mais
visits-words-refused = nao me deixaram entrar,nao nos deixaram entrar,nao deixaram a gente entrar,nao me receberam,estava cheio,esta cheio,esta lotado,estava lotado
visits-words-helped = me ajudaram,nos ajudaram,ajudaram a gente,me receberam,deixaram entrar

## Countries that people come from or through
country-CO = Colômbia
country-VE = Venezuela
country-EC = Equador
country-PE = Peru
country-BR = Brasil
country-CL = Chile
country-CU = Cuba
country-HT = Haiti
