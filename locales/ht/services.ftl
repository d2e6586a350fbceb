# The answer of the directory of places. Short sentences; what is not known is said.
services-head = Men sa m konnen nan { $place }:
services-head-far = Nan { $place }, m pa konnen okenn kote pou dòmi. Sa ki pi pre m konnen:
services-head-more = Pi lwen, oswa nou pa konnen anpil sou yo:
services-none = Nan { $place }, m pa konnen okenn kote m si y ap resevwa w jodi a. M pa vle envante.
services-more-none = M pa konnen lòt kote toupre la.

## A place
services-km = apeprè { $km } km
services-lets-in = Resevwa: { $who }.
services-not-for = Pa resevwa: { $who }.
services-unknown-for = Nou pa konnen si l resevwa: { $who }.
services-who-minors_alone = minè ki san fanmi
services-who-families = fanmi
services-who-women = fanm
services-who-men = gason
services-who-lgbtiq = moun LGBTIQ+
services-who-disability = moun andikape
services-open-now = Louvri kounye a, jiska { $hour }.
services-open-always = Louvri lajounen kou lannwit.
services-opens-at = Fèmen kounye a. L ap louvri { $day } a { $hour }.
services-hours-unknown = Nou pa konnen lè l louvri.
services-nights = { $count ->
    [one] Jiska yon nwit.
   *[other] Jiska { $nights } nwit.
  }
services-phone = Tel. { $number }
services-no-address = Adrès li pa pibliye.
services-papers-yes = Mande papye.
services-papers-no = Pa mande papye.
services-checked = Dènye enfòmasyon: { $date }.
services-checked-unknown = Enfòmasyon san dat.
services-alert-ask_open = Li ka fèmen: mande anvan.
services-alert-money_ended = Li te gen lajan jis nan mitan ane a sèlman: mande si l la toujou.
services-alert-moving = Li te pral deplase: mande adrès la.
services-alert-rest_only = Pou repoze lajounen; nou pa konnen si gen kabann.
services-alert-town_unsure = Nou pa byen konnen ki kote l ye: mande anvan.
services-alert-risky_town = La a gen risk kidnapin: pa soti pou kont ou.
services-old-head = Vye enfòmasyon. Li ka fèmen: mande anvan w ale.
services-call-first = Anvan w ale, mande isit la:
services-ask-person = Yon moun ka mande pou ou: peze «Pale ak yon moun».

## A minor alone
services-minor-first = Ou minè epi w san fanmi. Pale dabò ak moun ki pou pwoteje w:
services-minor-none = M pa voye w nan yon abri { $place }: nou pa konnen kilès ki resevwa minè san fanmi.
services-law-MX = Nan Meksik lalwa di: se Procuraduría de Protección ki pran swen yon minè san fanmi, nan yon sant DIF oswa yon sant DIF apwouve. Yon abri ka fè yo konnen. Mande anvan kiyès yo avize epi si w ka soti.
services-law-GT = Nan Gwatemala lalwa di: yo chache yon fanmi w dabò, apre sa yon fanmi ki pran swen w, epi yon sant an dènye. Yo pa dwe fèmen w. Mande anvan kiyès yo avize epi si w ka soti.
services-law-PA = Nan Panama yo avize tribinal timoun oswa SENNIAF. Yo mennen w nan yon sant epi yo chache fanmi w ak anbasad ou. Mande anvan kiyès yo avize epi si w ka soti.
services-law-BZ = Nan Beliz, si w san fanmi epi w mande azil, Human Services okipe w: yon fanmi oswa yon sant, ak yon travayè sosyal.
services-law-US = Ozetazini, si yo arete w san fanmi, ou pase nan biwo ORR: yon abri oswa yon fanmi, jiskaske yon granmoun yo verifye resevwa w.
services-law-unknown = Pou { $country }, nou poko konfime sa yon abri dwe fè ak yon minè san fanmi. Mande anvan: kiyès nou avize? èske m ka soti?

## The night, the questions, the buttons
services-night = Si pa gen kote pou dòmi: rete ak gwoup ou kote ki gen limyè ak moun, tankou yon lopital oswa yon estasyon ki gen gad. Pa swiv moun ki ofri w kabann pou yon lòt bagay.
services-night-call = Si w an danje, rele:
services-ask-town = Nan ki vil ou ye? Nan { $country }, m konnen kote nan: { $towns }.
services-which-country = Gen plizyè kote ki rele { $town }. Nan ki peyi ou ye?
services-button-more = Yon lòt kote
services-button-minor = Mwen minè, san fanmi
services-button-family = Nou an fanmi
services-button-woman = Mwen se fanm, pou kont mwen
services-button-man = Mwen se gason, pou kont mwen
services-button-lgbtiq = Mwen LGBTIQ+
services-words-bed = abri,kote pou domi,ki kote m ka domi,ki kote nou ka domi,kote m ka domi,kote nou ka domi,kote mwen ka domi,refij pou domi,sant pou domi
services-words-near = bo isit,toupre,pre m,bo kote m,ki pi pre
services-words-more = yon lòt,lòt,pi lwen,lòt kote,ankò,gen lòt,yon lòt kote

## Other needs than a bed
nearby-head = Nan { $place }, m konnen kote ki gen { $what }:
nearby-head-far = Nan { $place }, m pa konnen kote ki gen { $what }. Sa ki pi pre m konnen:
nearby-none = Nan { $place }, m pa konnen okenn kote ki gen { $what }. M pa vle envante.
nearby-inside = Se abri yo ye: mande si yo ede moun ki pa dòmi la tou.
nearby-ask-town = Nan ki vil ou ye? M ap di w si m konnen yon kote ki gen { $what }.
nearby-what-food = manje
nearby-what-hygiene = rad oswa kote pou benyen
nearby-what-phone = telefòn oswa entènèt
nearby-what-health = swen medikal
nearby-what-feelings = sipò sikolojik
nearby-what-legal = èd legal
nearby-what-family = èd pou chache fanmi w
nearby-what-consulate = konsila
nearby-what-school = klas oswa gadri

## How it was there
visits-button = M te ale: m di kijan sa te ye
visits-which = Ki kote ou te ale?
visits-how = Kijan sa te ye nan { $name }?
visits-closed = Li te fèmen
visits-refused = Yo pa kite m antre
visits-helped = Yo ede m
visits-thanks-helped = Mèsi. Konsa ou ede moun k ap vini apre w.
visits-thanks-bad = Mwen regrèt sa, e mèsi paske w di l: konsa pèsonn p ap mache pou anyen. Men lòt sa m konnen:
visits-words-closed = li te femen,li femen,femen,te femen,pa gen moun la
visits-words-refused = yo pa kite m antre,yo pa kite nou antre,yo pa resevwa m,yo pa resevwa nou,li te plen,li plen
visits-words-helped = yo ede m,yo ede nou,yo resevwa m,yo resevwa nou

## Countries that people come from or through
country-CO = Kolonbi
country-VE = Venezyela
country-EC = Ekwatè
country-PE = Pewou
country-BR = Brezil
country-CL = Chili
country-CU = Kiba
country-HT = Ayiti
