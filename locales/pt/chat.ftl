# What a migrant reads in the chat. Short sentences, "você" (Brazil), both genders or neither. Never "caso" or "referência".

language-name = Português

## The six choices
menu-rights = Meus direitos
menu-shelter = Um lugar seguro
menu-danger = Estou em perigo
menu-family = Achar minha família
menu-person = Falar com uma pessoa
menu-language = Mudar idioma

## Start and help
start-what = Oi. Eu sou o Faro. Dou informação a jovens e famílias que viajam ou vivem longe do seu país.
start-people = Sou uma máquina. Por trás há pessoas de { $operator } que leem e respondem.
start-nobody = Sou uma máquina. Agora nenhuma pessoa lê aqui. Se você está em perigo, ligue para a emergência.
start-kept = Não peço seu nome. Guardo pouco, cifrado, e depois se apaga. Você pode apagar com /forget.
start-ask = Escreva sua pergunta do seu jeito, ou escolha abaixo.
help = Escreva com suas palavras, ou escolha abaixo. Com /clear limpo este chat e com /forget apago o que guardo.

## Language and place
ask-language = Em que idioma você quer continuar?
language-set = Pronto, seguimos em português.
ask-country = Em que país você está? Assim digo o que vale aí. Pode escolher, escrever a cidade ou não responder.
ask-place = Onde você está agora? Escolha o país, escreva a cidade ou compartilhe sua localização.
ask-where = Em que país você está agora? Assim dou o número que atende aí.
place-set = Entendi: { $place }.
country-other-asked = Tudo bem. Se quiser, escreva o nome do país ou da cidade. Digo o que vale em todo lugar.
location-outside = Obrigado. Não conheço os serviços desse lugar. Posso dizer o que vale em todo lugar, ou você pode falar com uma pessoa.
no-number-here = Não sei nenhum número desse país. Peça ajuda ao serviço de emergência daí, ou a alguém perto: um hospital, uma igreja, uma família com crianças.
button-location = Enviar minha localização
country-other = Outro país
country-MX = México
country-GT = Guatemala
country-HN = Honduras
country-SV = El Salvador
country-NI = Nicarágua
country-CR = Costa Rica
country-PA = Panamá
country-BZ = Belize
country-DO = República Dominicana
country-US = Estados Unidos
country-CA = Canadá
country-XX = Internacional

## Below an answer
button-source = De onde vem isso?
button-wrong = Não era isso
button-person = Falar com uma pessoa
button-menu = Ver o menu
button-forget = Apagar o que guardam
button-not-about-me = Não é sobre mim
button-cannot-talk = Agora não posso falar
button-clear = Limpar este chat
button-hidden-word = Combinar uma palavra
answer-being-checked = Estamos revisando essa informação. Enquanto isso, fale com uma pessoa.
country-note-unknown = Não temos confirmado o que mais vale em { $country }. Uma pessoa pode procurar com você.
country-note-being-checked = O que vale em { $country } está em revisão. Uma pessoa pode procurar com você.
source-head = Vem daqui (revisado em { $date }):
source-none = Esta resposta não vem de uma lei. Foi escrita pela nossa equipe.
contact-line = { $name } ({ $country }): { $number } · { $free }
contact-line-no-number = { $name } ({ $country }): sem telefone confirmado · { $url }
contact-or = { " ou " }
contact-free = grátis
contact-paid = a ligação é paga
contact-free-unknown = não sabemos se é grátis
contact-last-checked = · revisado pela última vez em { $month }
contact-word = { $number } (escreva { $word })
contact-key = { $number } (depois tecle { $key })
contact-hours = · horário: { $hours }
contact-days = { $from } a { $to }
weekday-0 = seg
weekday-1 = ter
weekday-2 = qua
weekday-3 = qui
weekday-4 = sex
weekday-5 = sáb
weekday-6 = dom
wrong-others = Desculpe. É alguma destas?
wrong-none = Desculpe. Conte com outras palavras, ou fale com uma pessoa.
choose = Qual parece mais com a sua pergunta?
ask-more = O que mais você quer saber?
asked-after = A ninguém se diz onde está uma criança ou outra pessoa, nem se está em um lugar. Pergunte quem perguntar.
asked-after-ways = Se você procura sua família: a Cruz Vermelha ou o órgão que protege crianças podem procurar. Perguntam antes à pessoa.
unknown = Não sei responder isso, e não quero inventar. Você pode dizer com outras palavras, ver o menu ou falar com uma pessoa.
foreign = Olá. Não falo o seu idioma. Vamos procurar alguém que fale.

## Small talk
ack-neutral = Estou aqui. Escreva quando quiser.
courtesy-hello = Oi. Estou aqui. Do que você precisa?
courtesy-thanks = De nada. Estou aqui quando quiser.
courtesy-bye = Se cuida. Estou aqui quando quiser.
courtesy-ok = Certo. Algo mais?
taken-back = Tudo bem. Estou aqui quando quiser.
plain-heard = Obrigado por me dizer. Do que você precisa?
hush = Obrigado. Até logo.
many-messages = Chegam muitas mensagens seguidas daqui. Leio todas, mas agora mais devagar. Se há perigo, diga com poucas palavras: isso vai antes.

## Danger: questions around it
ask-danger = Quero ter certeza de que entendi. Você ou outra pessoa está em perigo agora?
ask-danger-yes = Sim
ask-danger-no = Não
ask-danger-person = Prefiro uma pessoa
words-for-no = não,nao,n,nn,nop,nada,nada disso,não é isso,de jeito nenhum,não obrigado,não obrigada,não valeu
words-for-yes = sim,s,ss,sss,sim sim,isso,é,claro,com certeza,aham,uhum
danger-what = Está acontecendo agora? Conte com uma ou duas palavras, se puder.
danger-not-now = Não, agora não
danger-later = Que bom que você contou. Diga o que está havendo, quando e como puder.
danger-denied = Tudo bem. Se algo mudar, escreva. Estou aqui.
risk-again = Estou lendo. O que você escreve fica guardado para as pessoas da equipe. Se puder, ligue agora:
danger-call = Se puder, ligue:
danger-here = Estou aqui.
ask-may-write = Podemos escrever para este celular? Outra pessoa poderia ver.
may-write-yes = Sim, podem escrever
may-write-when = Só se eu escrever antes
may-write-not = Agora não
may-write-said-yes = Certo. Vão escrever para você aqui.
may-write-said-when-i-write = Certo. Só vão escrever depois que você escrever.
hidden-word-ask = Escolha uma palavra ou frase curta que mais ninguém escreva, não uma de todo dia. Escreva aqui: apago na hora a sua mensagem e esta. Se um dia você escrever só isso, respondo «{ $reply }» e chamo pessoas da equipe.
hidden-word-set = Pronto.
hidden-word-other = Essa qualquer um pode escrever. Escolha outra e escreva aqui. Também apago.
may-write-said-not-now = Certo. Ninguém vai escrever. Quando quiser ler, escreva "sim" aqui ou toque no botão.

## People
staff-now = Agora há pessoas lendo. Elas respondem aqui.
staff-later = Agora não tem ninguém lendo. Vão ler { $day } às { $hour }. Não espere por nós se houver perigo: ligue.
staff-nobody = Aqui não há pessoas lendo. Não espere resposta: ligue, ou procure alguém de confiança.
staff-late = Avisei, e ainda ninguém respondeu. Não espere: ligue, ou procure alguém de confiança.
day-today = hoje
day-tomorrow = amanhã
day-0 = na segunda
day-1 = na terça
day-2 = na quarta
day-3 = na quinta
day-4 = na sexta
day-5 = no sábado
day-6 = no domingo
duty-to-report = Antes de contar mais: se um menor corre perigo, a lei nos obriga a avisar o órgão que o protege. Diremos a você antes.
who-knows = Só pessoas de { $operator } leem isto.
person-called = Já avisei as pessoas da equipe. Pode escrever aqui o que quiser dizer a elas.
person-nobody = Aqui ainda não há pessoas lendo. Posso dar informação e números de telefone. Se você está em perigo, ligue para a emergência de onde está.
noted-for-staff = O que você escreve fica para as pessoas da equipe.
machine-failed = Algo falhou do meu lado. Não é culpa sua. O que você escreveu está guardado.
held-for-staff = Guardei para as pessoas da equipe. Elas só abrem se for preciso.
no-pictures = Para sua segurança, não mande fotos nem vídeos. Com palavras basta.
voice-for-staff = Sou uma máquina e não consigo ouvir seu áudio. Uma pessoa vai ouvir. Se puder, escreva também.
voice-nobody = Sou uma máquina e não consigo ouvir áudios. Aqui não há pessoas para ouvir. Escreva, por favor, nem que seja uma palavra.
cannot-read = Isso eu não consigo abrir. Escreva com palavras, ou fale com uma pessoa.
withdrawn = Tudo bem. Avisei que você não quer mais. Estou aqui.

## Privacy
privacy = Quem lê é uma máquina. Se você pede uma pessoa ou há perigo, leem pessoas de { $operator }. Não avisamos a imigração. Não pedimos seu nome. Suas mensagens ficam cifradas e se apagam em 30 dias. O Telegram também guarda o chat no sistema dele. Se uma criança corre perigo grave, pode haver dever de avisar quem a protege: diremos a você antes. Você pode limpar o chat com /clear e apagar tudo com /forget.
privacy-complaint = Para reclamar de nós: { $name }, { $contact }
cleared = Oi. Em que posso ajudar?
forget-ask =
    Isto é o que guardo de você:
    { $kept }
    Apago?
forget-yes = Sim, apague
forget-no = Não, deixe
forget-kept = Certo, não apaguei nada.
forgotten = Oi. Em que posso ajudar?
kept-texts = Suas últimas mensagens, cifradas. Elas se apagam em { $days } dias.
kept-language = Seu idioma: { $language }
kept-place = O lugar que você disse: { $place }
kept-place-any = O lugar, se você disse.
button-correct = Corrigir o que sabem de mim
correct-what =
    Isto é o que tenho anotado:
    { $noted }
    O que não está certo?
correct-place = Estou em outro lugar
correct-language = Falo outro idioma
correct-who = Isso não sou eu
correct-who-done = Tirei. Se quiser, diga quem procura ajuda: por exemplo, sua idade e se está com alguém.
correct-nothing = Ainda não tenho nada anotado.
kept-talk = O que você fala com a equipe. Uma pessoa termina de apagar.
kept-talk-any = O que se fala com a equipe, quando acontece.

## What is kept until when, and a copy of it
kept-until = Isto é o que guardo e até quando:
kept-until-words = O que você escreve e o que respondo: { $days } dias. O de hoje, até { $date }.
kept-until-memory = Seu idioma e seu lugar: até { $days } dias depois da sua última mensagem.
kept-until-team = O que se fala com a equipe, quando acontece: { $days } dias depois de terminar.
kept-until-questions = Perguntas que não soube responder, sem dizer de quem são: { $days } dias.
kept-until-places = Como foi em um lugar, se você contar: { $days } dias.
kept-until-audit = O que a equipe fez e quando, sem as suas palavras: { $years } anos.
button-copy = Receber uma cópia
copy-ask = Posso mandar aqui um arquivo com o que guardo de você e o que falamos. Outra pessoa com este telefone poderia ler. Mando?
copy-yes = Sim, mande
copy-no = Não, melhor não
copy-not = Certo, não mandei nada.
copy-title = Sua cópia
copy-comes = Guarde em um lugar seguro. Se outras pessoas usam este telefone, apague o arquivo e limpe o chat com /clear.
copy-head = Cópia do que guardo de você. { $at }
copy-left-out = Aqui não está o que foi limpo deste chat, nem o que a equipe anota para o trabalho. Você pode pedir isso à equipe com /person.
copy-left-out-nobody = Aqui não está o que foi limpo deste chat.
copy-memory = O que lembro
copy-since = Desde { $since }. Última mensagem: { $last }. Se apaga em { $until } se você não escrever de novo.
copy-position = A localização que você compartilhou: { $at }
copy-who = Quem procura ajuda: { $who }
copy-who-family = uma família
copy-who-baby = um bebê
copy-who-minor_alone = alguém menor de idade, sem companhia
copy-who-woman = uma mulher
copy-who-woman_with_children = uma mulher com crianças
copy-who-man = um homem
copy-who-lgbtiq = alguém LGBTIQ+
copy-who-disability = alguém com deficiência
copy-topic = Sua última pergunta foi sobre: { $topic }
copy-name = A equipe não vê seu nome, e sim este: { $name }
copy-may-write-yes = A equipe pode escrever para você aqui.
copy-may-write-when-i-write = A equipe só escreve depois que você escrever.
copy-may-write-not-now = A equipe não escreve para você aqui.
copy-team = A equipe
copy-help-open = Há pessoas da equipe cuidando disso desde { $since }. Se apaga { $days } dias depois de terminar.
copy-help-over = De { $since } a { $closed }. Se apaga em { $until }.
copy-places = Como foi em um lugar
copy-was-closed = { $place }: estava fechado ({ $date }). Se apaga em { $until }.
copy-was-refused = { $place }: não deixaram você entrar ({ $date }). Se apaga em { $until }.
copy-was-helped = { $place }: ajudaram você ({ $date }). Se apaga em { $until }.
copy-talk = O que foi dito
copy-said-person = Você
copy-said-bot = Faro
copy-said-staff = Equipe
copy-kind-voice = (uma mensagem de voz)
copy-kind-photo = (uma foto)
copy-kind-video = (um vídeo)
copy-kind-document = (um arquivo)
copy-kind-sticker = (uma imagem)
copy-kind-contact = (um contato)
copy-kind-location = (sua localização)
copy-kind-other = (outra coisa)

## Commands, as the phone lists them
command-start = Começar
command-help = Como funciona
command-language = Mudar de idioma
command-place = Dizer onde estou
command-person = Falar com uma pessoa
command-privacy = Quem lê isto
command-clear = Limpar este chat
command-forget = Apagar o que guardam
bot-description = Informação para jovens e famílias longe de casa. Escreva sua pergunta.
bot-short-description = Informação para jovens e famílias
group-only-private = Só converso em particular. Escreva num chat direto.

## Where nobody reads: the same, without promising a person
foreign-languages = Posso responder em: español, English, português, français, kreyòl, العربية.
foreign-nobody = Olá. Não falo o seu idioma.
unknown-nobody = Não sei responder isso, e não quero inventar. Você pode dizer com outras palavras ou ver o menu.
country-note-unknown-nobody = Não temos confirmado o que mais vale em { $country }.
country-note-being-checked-nobody = O que vale em { $country } está em revisão.
wrong-none-nobody = Desculpe. Conte com outras palavras.
cannot-read-nobody = Isso eu não consigo abrir. Escreva com palavras, por favor.
answer-being-checked-nobody = Estamos revisando essa informação. Tente mais tarde.
location-outside-nobody = Obrigado. Não conheço os serviços desse lugar. Posso dizer o que vale em todo lugar.
risk-again-nobody = Obrigado por contar. Se puder, ligue agora:
risk-first-line-nobody = Que bom que você escreveu.
nobody-but-menu = Aqui você pode perguntar mais: seus direitos, um lugar seguro, sua família. Escreva com suas palavras ou escolha abaixo.
nobody-but-numbers = Para falar com uma pessoa agora:
held-for-staff-nobody = Aqui não há pessoas para abrir. Escreva com palavras, por favor.
privacy-nobody = Quem lê é uma máquina. Aqui não há pessoas lendo. Não avisamos a imigração. Não pedimos seu nome. Suas mensagens ficam cifradas e se apagam em 30 dias. O Telegram também guarda o chat no sistema dele. Você pode limpar o chat com /clear e apagar tudo com /forget.

## Quem responde, e o que se pode dizer disso
staff-intro-responder = Quem escreve é uma pessoa da equipe. Não é uma máquina.
staff-intro-coordinator = Quem escreve é a pessoa que coordena a equipe. Não é uma máquina.
button-other-person = Prefiro outra pessoa
button-withdraw = Não quero mais
button-complain = Reclamar
other-person-soon = Tudo bem. Outra pessoa da equipe vai ler. A de antes não lê mais o que você escreve.
complaint-how = Avisei alguém de fora da equipe que você tem uma reclamação. Você também pode escrever: { $name }, { $contact }
    Se quiser, escreva agora o que aconteceu. Quem responde a você não lê.
complaint-no-words = Não quero escrever mais
complaint-told = Obrigado por contar. Está guardado à parte, e quem responde a você não lê.
share-ask = A equipe quer contar o que está acontecendo com você a { $name }, para ajudar. Pode ser?
share-yes = Sim, podem contar
share-no = Não quero
share-said-yes = Obrigado. A equipe vai contar. Se mudar de ideia, diga aqui.
share-said-no = Tudo bem. Não vão contar sem a sua permissão.
share-told = A equipe vai contar o que está acontecendo com você a { $name }, porque a sua vida pode estar em perigo. Pode perguntar tudo aqui.
safe-ask = A equipe quer saber: você está a salvo agora?
safe-yes = Sim, estou a salvo
safe-no = Não, ainda não
safe-said = Que bom. Vou dizer à equipe. Se algo mudar, escreva aqui.
held-off = Até { $day } a equipe não lê aqui. Eu continuo respondendo as suas perguntas. Se houver perigo, diga: isso chega a eles.
words-for-money = dinheiro,grana,depósito,depositar,transferência,transferir,pix,pagar,western union
words-for-meeting = nos vemos,te vejo,te espero,um encontro,te pego,te busco,venha a minha casa,a sós,sozinha comigo,minha casa
