# What a migrant reads in the chat. Short sentences, "ou" (one person), "nou" (several). Never "dosye" or "referans".

language-name = Kreyòl ayisyen

## The six choices
menu-rights = Dwa mwen
menu-shelter = Yon kote an sekirite
menu-danger = Mwen an danje
menu-family = Chèche fanmi mwen
menu-person = Pale ak yon moun
menu-language = Lang

## Start and help
start-what = Bonjou. Mwen se Faro. Mwen bay enfòmasyon pou jèn ak fanmi k ap vwayaje oswa k ap viv lwen peyi yo.
start-people = Mwen se yon machin. Dèyè m gen moun { $operator } ki li epi ki reponn.
start-nobody = Mwen se yon machin. Kounye a, pa gen moun k ap li isit. Si w an danje, rele nimewo ijans lan.
start-kept = Mwen pa mande non w. Mwen kenbe ti kras, kode, epi sa efase. Ou ka efase l ak /forget.
start-ask = Ekri kesyon w jan l vini, oswa chwazi anba a.
help = Ekri kesyon w ak mo pa w. Oswa chwazi anba a. /clear netwaye chat la, /forget efase sa mwen kenbe.

## Language and place
ask-language = Nan ki lang ou vle kontinye?
language-set = Oke, n ap kontinye an kreyòl.
ask-country = Nan ki peyi ou ye? Konsa m ap di w sa ki valab la. Ou ka chwazi, ekri vil la, oswa pa reponn.
ask-place = Ki kote ou ye kounye a? Chwazi peyi a, ekri vil la, oswa voye pozisyon w.
ask-where = Nan ki peyi ou ye kounye a? Konsa m ap ba w nimewo ki reponn la.
place-set = Mwen konprann: { $place }.
country-other-asked = Pa gen pwoblèm. Ekri non peyi a oswa vil la, si w vle. M ap di w sa ki valab toupatou.
location-outside = Mèsi. Mwen pa konnen sèvis ki la yo. Mwen ka di w sa ki valab toupatou, oswa ou ka pale ak yon moun.
no-number-here = Mwen pa konnen okenn nimewo nan peyi sa a. Mande sèvis ijans la èd, oswa yon moun ki toupre: yon lopital, yon legliz, yon fanmi ki gen timoun.
button-location = Voye pozisyon mwen
country-other = Yon lòt peyi
country-MX = Meksik
country-GT = Gwatemala
country-HN = Ondiras
country-SV = Salvadò
country-NI = Nikaragwa
country-CR = Kosta Rika
country-PA = Panama
country-BZ = Beliz
country-DO = Repiblik Dominikèn
country-US = Etazini
country-CA = Kanada
country-XX = Entènasyonal

## Below an answer
button-source = Ki kote sa soti?
button-wrong = Se pa sa m te mande
button-person = Pale ak yon moun
button-menu = Wè meni an
button-forget = Efase sa nou kenbe
button-not-about-me = Se pa sou mwen
button-cannot-talk = M pa ka pale kounye a
button-clear = Netwaye chat sa a
button-hidden-word = Chwazi yon mo
answer-being-checked = N ap verifye enfòmasyon sa a. Pandan tan sa a, ou ka pale ak yon moun.
country-note-unknown = Pou { $country }, nou pa konfime ki lòt bagay ki valab la. Yon moun ka chèche l avè w.
country-note-being-checked = Pou { $country }, n ap verifye sa ki valab la. Yon moun ka chèche l avè w.
source-head = Se isit sa soti (verifye { $date }):
source-none = Repons sa a pa soti nan yon lwa. Se ekip nou an ki ekri l.
contact-line = { $name } ({ $country }): { $number } · { $free }
contact-line-no-number = { $name } ({ $country }): pa gen nimewo konfime · { $url }
contact-or = { " oswa " }
contact-free = gratis
contact-paid = apèl la koute lajan
contact-free-unknown = nou pa konnen si l gratis
contact-last-checked = · dènye verifikasyon: { $month }
contact-word = { $number } (ekri { $word })
contact-key = { $number } (apre peze { $key })
contact-hours = · lè: { $hours }
contact-days = { $from } rive { $to }
weekday-0 = lendi
weekday-1 = madi
weekday-2 = mèkredi
weekday-3 = jedi
weekday-4 = vandredi
weekday-5 = samdi
weekday-6 = dimanch
wrong-others = Padon. Èske se youn nan sa yo?
wrong-none = Padon. Di m sa ak lòt mo, oswa pale ak yon moun.
choose = Kiyès ki pi sanble ak kesyon w lan?
ask-more = Ki lòt bagay ou vle konnen?
asked-after = Nou pa di pèsòn ki kote yon timoun oswa yon lòt moun ye, ni si li nan yon kote. Kèlkeswa moun ki mande a.
asked-after-ways = Si w ap chèche fanmi w: Lakwa Wouj oswa biwo ki pwoteje timoun yo ka chèche. Yo mande moun nan anvan.
unknown = Mwen pa konn repons sa a, e m pa vle envante. Ou ka di l ak lòt mo, wè meni an, oswa pale ak yon moun.
foreign = Bonjou. Mwen pa pale lang ou. N ap chèche yon moun ki pale l.

## Small talk
ack-neutral = Mwen la. Ekri lè w vle.
courtesy-hello = Bonjou. Mwen la. Kisa w bezwen?
courtesy-thanks = Pa gen pwoblèm. Mwen la lè w vle.
courtesy-bye = Pran swen w. Mwen la lè w vle.
courtesy-ok = Oke. Gen lòt bagay?
taken-back = Pa gen pwoblèm. Mwen la lè w vle.
plain-heard = Mèsi paske ou di m sa. Kisa w bezwen?
hush = Mèsi. N a wè pita.
many-messages = Anpil mesaj ap soti isit yonn dèyè lòt. Mwen li yo tout, men pi dousman kounye a. Si gen danje, di l ak kèk mo: sa pase anvan.

## Danger: questions around it
ask-danger = Mwen vle sèten mwen konprann. Èske ou menm oswa yon lòt moun an danje kounye a?
ask-danger-yes = Wi
ask-danger-no = Non
ask-danger-person = M pito yon moun
words-for-no = non,no,nop,non mèsi,non non,anyen,ditou,pa ditou,se pa sa
words-for-yes = wi,wè,wi wi,men wi,se sa,egzakteman,sètènman,dakò
danger-what = Èske sa ap pase kounye a? Di m ak youn oswa de mo, si w kapab.
danger-not-now = Non, pa kounye a
danger-later = Mèsi dèske ou di sa. Rakonte sa k ap pase, lè w kapab ak jan w kapab.
danger-denied = Pa gen pwoblèm. Si yon bagay chanje, ekri. Mwen la.
risk-again = M ap li w. Sa w ekri a konsève pou moun nan ekip la. Si w kapab, rele kounye a:
danger-call = Si w kapab, rele:
danger-here = Mwen la.
ask-may-write = Èske nou ka ekri w sou telefòn sa a? Yon lòt moun te ka wè l.
may-write-yes = Wi, ekri m
may-write-when = Sèlman si m ekri anvan
may-write-not = Pa kounye a
may-write-said-yes = Oke. Y ap ekri w isit.
may-write-said-when-i-write = Oke. Y ap ekri w sèlman apre ou ekri.
hidden-word-ask = Chwazi yon mo oswa yon ti fraz pèsòn lòt pa ekri, pa yon mo chak jou. Ekri l isit: m ap efase mesaj ou ak mesaj sa a touswit. Si yon jou ou ekri l poukont li, m ap reponn «{ $reply }» epi m ap rele moun nan ekip la.
hidden-word-set = Se bon.
hidden-word-other = Nenpòt moun ka ekri mo sa a. Chwazi yon lòt epi ekri l isit. M ap efase l tou.
may-write-said-not-now = Oke. Pèsòn p ap ekri w. Lè w vle li, ekri "wi" isit oswa peze bouton an.

## People
staff-now = Gen moun k ap li kounye a. Yo reponn ou isit.
staff-later = Pa gen moun k ap li kounye a. Y ap li { $day } a { $hour }. Pa tann nou si w an danje: rele.
staff-nobody = Pa gen moun k ap li isit. Pa tann repons: rele, oswa al jwenn yon moun ou fè konfyans.
staff-late = Mwen te avèti yo, epi pèsòn poko reponn. Pa tann: rele, oswa al jwenn yon moun ou fè konfyans.
day-today = jodi a
day-tomorrow = demen
day-0 = lendi
day-1 = madi
day-2 = mèkredi
day-3 = jedi
day-4 = vandredi
day-5 = samdi
day-6 = dimanch
duty-to-report = Anvan ou di plis: si yon minè an danje, lalwa oblije nou avèti biwo ki pwoteje l la. N ap di w sa anvan.
who-knows = Se sèl moun { $operator } ki li sa.
person-called = Mwen avèti moun nan ekip la. Ou ka ekri isit sa w vle di yo.
person-nobody = Poko gen moun k ap li isit. Mwen ka ba w enfòmasyon ak nimewo telefòn. Si w an danje, rele nimewo ijans kote w ye a.
noted-for-staff = Sa w ekri a rete pou moun nan ekip la.
machine-failed = Gen yon bagay ki pa mache bò kote m. Se pa fòt ou. Sa w ekri a konsève.
held-for-staff = Mwen sere l pou moun nan ekip la. Y ap louvri l sèlman si sa nesesè.
no-pictures = Pou sekirite w, pa voye ni foto ni videyo. Mo yo ase.
voice-for-staff = Mwen se yon machin, m pa ka tande mesaj vwa w la. Yon moun pral koute l. Si w kapab, ekri tou.
voice-nobody = Mwen se yon machin, m pa ka tande mesaj vwa. Pa gen moun isit pou koute yo. Tanpri ekri, menm yon sèl mo.
cannot-read = M pa ka louvri sa. Ekri l ak mo, oswa pale ak yon moun.
withdrawn = Pa gen pwoblèm. Mwen di yo ou pa bezwen l ankò. Mwen la.

## Privacy
privacy = Se yon machin ki li w. Si w mande yon moun oswa si gen danje, moun { $operator } ap li w. Nou pa avèti imigrasyon. Nou pa mande non w. Mesaj ou yo konsève kode, epi yo efase apre 30 jou. Telegram kenbe chat la tou nan sistèm pa l. Si yon timoun an gwo danje, gendwa gen obligasyon pou avèti moun ki pwoteje l: n ap di w sa anvan. Ou ka netwaye chat la ak /clear epi efase tout bagay ak /forget.
privacy-complaint = Pou plenyen de nou: { $name }, { $contact }
cleared = Bonjou. Kijan m ka ede w?
forget-ask =
    Men sa mwen kenbe sou ou:
    { $kept }
    Èske m efase l?
forget-yes = Wi, efase l
forget-no = Non, kite l
forget-kept = Oke, mwen pa efase anyen.
forgotten = Bonjou. Kijan m ka ede w?
kept-texts = Dènye mesaj ou yo, kode. Yo efase apre { $days } jou.
kept-language = Lang ou: { $language }
kept-place = Kote ou te di a: { $place }
kept-place-any = Kote a, si w te di l.
button-correct = Korije sa nou konnen sou mwen
correct-what =
    Men sa mwen note:
    { $noted }
    Kisa ki pa kòrèk?
correct-place = Mwen yon lòt kote
correct-language = Mwen pale yon lòt lang
correct-who = Se pa mwen sa
correct-who-done = Mwen retire l. Si ou vle, di m kiyès k ap chèche èd: pa egzanp laj ou, epi si ou avèk yon moun.
correct-nothing = Mwen poko note anyen.
kept-talk = Sa w pale ak ekip la. Se yon moun ki fin efase l.
kept-talk-any = Sa ki di ak ekip la, lè sa rive.

## What is kept until when, and a copy of it
kept-until = Men sa mwen kenbe ak jis kilè:
kept-until-words = Sa ou ekri ak sa mwen reponn: { $days } jou. Sa ki jodi a, jis { $date }.
kept-until-memory = Lang ou ak kote w: jis { $days } jou apre dènye mesaj ou.
kept-until-team = Sa ki di ak ekip la, lè sa rive: { $days } jou apre l fini.
kept-until-questions = Kesyon mwen pa t ka reponn, san di pou kiyès yo ye: { $days } jou.
kept-until-places = Kijan sa te ye yon kote, si w rakonte l: { $days } jou.
kept-until-audit = Sa ekip la te fè ak kilè, san mo pa w: { $years } an.
button-copy = Resevwa yon kopi
copy-ask = Mwen ka voye yon fichye ba w isit ak sa mwen kenbe sou ou ak sa nou te di. Yon lòt moun ak telefòn sa a ta ka li l. Èske m voye l?
copy-yes = Wi, voye l
copy-no = Non, pito pa
copy-not = Oke, mwen pa voye anyen.
copy-title = Kopi w
copy-comes = Kenbe l yon kote ki an sekirite. Si lòt moun sèvi ak telefòn sa a, efase fichye a epi netwaye chat la ak /clear.
copy-head = Kopi sa mwen kenbe sou ou. { $at }
copy-left-out = Sa ki te netwaye nan chat sa a pa ladan l, ni sa ekip la note pou travay li. Ou ka mande ekip la l ak /person.
copy-left-out-nobody = Sa ki te netwaye nan chat sa a pa ladan l.
copy-memory = Sa mwen sonje
copy-since = Depi { $since }. Dènye mesaj: { $last }. L ap efase { $until } si w pa ekri ankò.
copy-position = Pozisyon ou te pataje: { $at }
copy-who = Kiyès k ap chèche èd: { $who }
copy-who-family = yon fanmi
copy-who-baby = yon ti bebe
copy-who-minor_alone = yon minè, pou kont li
copy-who-woman = yon fanm
copy-who-woman_with_children = yon fanm ak timoun
copy-who-man = yon gason
copy-who-lgbtiq = yon moun LGBTIQ+
copy-who-disability = yon moun ki gen andikap
copy-topic = Dènye kesyon w te sou: { $topic }
copy-name = Ekip la pa wè non w, li wè sa a: { $name }
copy-may-write-yes = Ekip la ka ekri w isit.
copy-may-write-when-i-write = Ekip la ekri w sèlman apre ou ekri.
copy-may-write-not-now = Ekip la pa ekri w isit.
copy-team = Ekip la
copy-help-open = Gen moun nan ekip la k ap okipe sa depi { $since }. L ap efase { $days } jou apre l fini.
copy-help-over = Soti { $since } rive { $closed }. L ap efase { $until }.
copy-places = Kijan sa te ye yon kote
copy-was-closed = { $place }: li te fèmen ({ $date }). L ap efase { $until }.
copy-was-refused = { $place }: yo pa t kite w antre ({ $date }). L ap efase { $until }.
copy-was-helped = { $place }: yo te ede w ({ $date }). L ap efase { $until }.
copy-talk = Sa ki te di
copy-said-person = Ou
copy-said-bot = Faro
copy-said-staff = Ekip la
copy-kind-voice = (yon mesaj vwa)
copy-kind-photo = (yon foto)
copy-kind-video = (yon videyo)
copy-kind-document = (yon fichye)
copy-kind-sticker = (yon imaj)
copy-kind-contact = (yon kontak)
copy-kind-location = (pozisyon w)
copy-kind-other = (yon lòt bagay)

## Commands, as the phone lists them
command-start = Kòmanse
command-help = Kijan sa mache
command-language = Chanje lang
command-place = Di kote mwen ye
command-person = Pale ak yon moun
command-privacy = Kiyès ki li sa
command-clear = Netwaye chat sa a
command-forget = Efase sa nou kenbe
bot-description = Enfòmasyon pou jèn ak fanmi ki lwen lakay yo. Ekri kesyon w.
bot-short-description = Enfòmasyon pou jèn ak fanmi
group-only-private = Mwen pale an prive sèlman. Ekri m nan yon chat dirèk.

## Where nobody reads: the same, without promising a person
foreign-languages = Mwen ka reponn an: español, English, português, français, kreyòl, العربية.
foreign-nobody = Bonjou. Mwen pa pale lang ou.
unknown-nobody = Mwen pa konn repons sa a, e m pa vle envante. Ou ka di l ak lòt mo, oswa wè meni an.
country-note-unknown-nobody = Pou { $country }, nou pa konfime ki lòt bagay ki valab la.
country-note-being-checked-nobody = Pou { $country }, n ap verifye sa ki valab la.
wrong-none-nobody = Padon. Di m sa ak lòt mo.
cannot-read-nobody = M pa ka louvri sa. Tanpri ekri l ak mo.
answer-being-checked-nobody = N ap verifye enfòmasyon sa a. Eseye pita.
location-outside-nobody = Mèsi. Mwen pa konnen sèvis ki la yo. Mwen ka di w sa ki valab toupatou.
risk-again-nobody = Mèsi paske w di sa. Si w kapab, rele kounye a:
risk-first-line-nobody = Mèsi dèske ou ekri.
nobody-but-menu = Isit ou ka mande lòt bagay: dwa w, yon kote ki an sekirite, fanmi w. Ekri l jan w vle oswa chwazi anba a.
nobody-but-numbers = Pou pale ak yon moun kounye a:
held-for-staff-nobody = Pa gen moun isit pou louvri l. Tanpri ekri l ak mo.
privacy-nobody = Se yon machin ki li w. Pa gen moun k ap li isit. Nou pa avèti imigrasyon. Nou pa mande non w. Mesaj ou yo konsève kode, epi yo efase apre 30 jou. Telegram kenbe chat la tou nan sistèm pa l. Ou ka netwaye chat la ak /clear epi efase tout bagay ak /forget.

## Ki moun ki reponn, ak sa moun nan ka di sou sa
staff-intro-responder = Se yon moun nan ekip la k ap ekri w. Se pa yon machin.
staff-intro-coordinator = Se moun ki dirije ekip la k ap ekri w. Se pa yon machin.
button-other-person = Mwen pito yon lòt moun
button-withdraw = Mwen pa vle l ankò
button-complain = Pote plent
other-person-soon = Dakò. Yon lòt moun nan ekip la pral li. Moun anvan an pa li w ankò.
complaint-how = Mwen fè yon moun ki pa nan ekip la konnen ou gen yon plent. Ou ka ekri tou: { $name }, { $contact }
    Si ou vle, ekri kounye a sa k te pase. Moun k ap reponn ou a pa li sa.
complaint-no-words = Mwen pa vle ekri plis
complaint-told = Mèsi paske ou di sa. Li sere apa, epi moun k ap reponn ou a pa li l.
share-ask = Ekip la vle di { $name } sa k ap rive w, pou yo ede w. Èske ou dakò?
share-yes = Wi, yo ka di l
share-no = Mwen pa vle
share-said-yes = Mèsi. Ekip la pral di yo. Si ou chanje lide, di l isit.
share-said-no = Dakò. Yo p ap di l san pèmisyon w.
share-told = Ekip la pral di { $name } sa k ap rive w, paske lavi w ka an danje. Ou ka mande tout bagay isit.
safe-ask = Ekip la vle konnen: èske ou an sekirite kounye a?
safe-yes = Wi, mwen an sekirite
safe-no = Non, poko
safe-said = Mwen kontan. M ap di ekip la sa. Si yon bagay chanje, ekri isit la.
held-off = Jiska { $day } ekip la pa li isit. Mwen menm mwen kontinye reponn kesyon w. Si gen danje, di l: sa rive jwenn yo.
words-for-money = lajan,kach,depo,transfè,peye,western union
words-for-meeting = n ap wè,m ap tann ou,vin lakay mwen,m ap vin chèche w,pou kont nou,lakay mwen
