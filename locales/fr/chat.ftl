# What a migrant reads in the chat. Short sentences, "tu", both genders or neither. Never "dossier", "cas" or "signalement".

language-name = Français

## The six choices
menu-rights = Mes droits
menu-shelter = Un lieu sûr
menu-danger = Je suis en danger
menu-family = Retrouver ma famille
menu-person = Parler à une personne
menu-language = Langue

## Start and help
start-what = Bonjour. Je suis Faro. J'informe les jeunes et les familles qui voyagent ou vivent loin de leur pays.
start-people = Je suis une machine. Derrière, des personnes de { $operator } lisent et répondent.
start-nobody = Je suis une machine. Pour le moment, personne ne lit ici. En cas de danger, appelle les urgences.
start-kept = Je ne demande pas ton nom. Je garde peu, chiffré, et ça s'efface. Tu peux l'effacer avec /forget.
start-ask = Écris ta question comme tu veux, ou choisis plus bas.
help = Écris avec tes mots, ou choisis ci-dessous. /clear nettoie le chat et /forget efface ce que je garde.

## Language and place
ask-language = En quelle langue veux-tu continuer ?
language-set = OK, on continue en français.
ask-country = Dans quel pays es-tu ? Je te dirai ce qui vaut là-bas. Tu peux choisir, écrire la ville ou ne pas répondre.
ask-place = Où es-tu maintenant ? Choisis le pays, écris la ville ou partage ta position.
ask-where = Dans quel pays es-tu maintenant ? Je te donnerai le numéro qui répond là.
place-set = Compris : { $place }.
country-other-asked = D'accord. Écris le nom du pays ou de la ville, si tu veux. Je te dis ce qui vaut partout.
location-outside = Merci. Je ne connais pas les services de cet endroit. Je peux te dire ce qui vaut partout, ou tu peux parler à une personne.
no-number-here = Je ne connais aucun numéro de ce pays. Demande de l'aide aux urgences là-bas, ou à quelqu'un tout près : un hôpital, une église, une famille avec des enfants.
button-location = Partager ma position
country-other = Un autre pays
country-MX = Mexique
country-GT = Guatemala
country-HN = Honduras
country-SV = Salvador
country-NI = Nicaragua
country-CR = Costa Rica
country-PA = Panama
country-BZ = Belize
country-DO = République dominicaine
country-US = États-Unis
country-CA = Canada
country-XX = International

## Below an answer
button-source = D'où vient cette info ?
button-wrong = Ce n'était pas ça
button-person = Parler à une personne
button-menu = Voir le menu
button-forget = Effacer mes infos
button-not-about-me = Il ne s'agit pas de moi
button-cannot-talk = Je ne peux pas parler
button-clear = Nettoyer ce chat
button-hidden-word = Choisir un mot à nous
answer-being-checked = Nous vérifions cette information. En attendant, tu peux parler à une personne.
country-note-unknown = { $country } : nous n'avons pas confirmé ce qui vaut là-bas en plus. Une personne peut chercher avec toi.
country-note-being-checked = { $country } : nous vérifions ce qui vaut là-bas. Une personne peut chercher avec toi.
source-head = Ça vient d'ici (vérifié le { $date }) :
source-none = Cette réponse ne vient pas d'une loi. Notre équipe l'a écrite.
contact-line = { $name } ({ $country }) : { $number } · { $free }
contact-line-no-number = { $name } ({ $country }) : pas de numéro confirmé · { $url }
contact-or = { " ou " }
contact-free = gratuit
contact-paid = appel payant
contact-free-unknown = gratuit ou non, on ne sait pas
contact-last-checked = · vérifié la dernière fois en { $month }
contact-word = { $number } (écris { $word })
contact-key = { $number } (puis touche { $key })
contact-hours = · heures : { $hours }
contact-days = { $from } à { $to }
weekday-0 = lun
weekday-1 = mar
weekday-2 = mer
weekday-3 = jeu
weekday-4 = ven
weekday-5 = sam
weekday-6 = dim
wrong-others = Pardon. C'est une de celles-ci ?
wrong-none = Pardon. Dis-le avec d'autres mots, ou parle à une personne.
choose = Laquelle ressemble le plus à ta question ?
ask-more = Que veux-tu savoir de plus ?
asked-after = On ne dit à personne où est un enfant ou quelqu'un d'autre, ni s'il est dans un lieu. Peu importe qui demande.
asked-after-ways = Si tu cherches ta famille : la Croix-Rouge ou le service qui protège les enfants peuvent chercher. On demande d'abord à la personne.
unknown = Je ne sais pas répondre à ça, et je ne veux rien inventer. Tu peux le dire autrement, voir le menu ou parler à une personne.
foreign = Bonjour. Je ne parle pas ta langue. Nous cherchons quelqu'un qui la parle.

## Small talk
ack-neutral = Je suis là. Écris quand tu veux.
courtesy-hello = Bonjour. Je suis là. De quoi as-tu besoin ?
courtesy-thanks = De rien. Je suis là quand tu veux.
courtesy-bye = Prends soin de toi. Je reste là.
courtesy-ok = Bien. Autre chose ?
taken-back = D'accord. Je suis là quand tu veux.
plain-heard = Merci de me le dire. De quoi as-tu besoin ?
hush = Merci. À bientôt.
many-messages = Beaucoup de messages arrivent d'ici à la fois. Je les lis tous, mais plus lentement maintenant. S'il y a danger, dis-le en peu de mots : ça passe avant.

## Danger: questions around it
ask-danger = Je veux bien comprendre. Es-tu en danger maintenant, toi ou quelqu'un d'autre ?
ask-danger-yes = Oui
ask-danger-no = Non
ask-danger-person = Je préfère une personne
words-for-no = non,nn,nan,non merci,pas du tout,rien,c'est pas ça,ce n'est pas ça
words-for-yes = oui,ui,wi,ouais,ouai,ouep,yep,bien sûr,c'est ça,exact
danger-what = Est-ce que ça se passe maintenant ? Dis-le en un ou deux mots, si tu peux.
danger-not-now = Non, pas maintenant
danger-later = Merci de l'avoir dit. Raconte ce qui se passe, quand tu peux et comme tu peux.
danger-denied = D'accord. Si quelque chose change, écris. Je suis là.
risk-again = Je te lis. Ce que tu écris est gardé pour l'équipe. Si tu peux, appelle maintenant :
danger-call = Si tu peux, appelle :
danger-here = Je suis là.
ask-may-write = Peut-on t'écrire sur ce téléphone ? Quelqu'un d'autre peut le voir.
may-write-yes = Oui, écrivez-moi
may-write-when = Si j'écris d'abord
may-write-not = Pas maintenant
may-write-said-yes = Bien. L'équipe t'écrira ici.
may-write-said-when-i-write = Bien. L'équipe t'écrira seulement après toi.
hidden-word-ask = Choisis un mot ou une petite phrase que personne d'autre n'écrit, pas un mot de tous les jours. Écris-le ici : j'efface tout de suite ton message et celui-ci. Si un jour tu écris ce mot et rien d'autre, je réponds « { $reply } » et j'appelle l'équipe.
hidden-word-set = C'est fait.
hidden-word-other = Tout le monde peut écrire celui-là. Choisis-en un autre et écris-le ici. Je l'efface aussi.
may-write-said-not-now = Bien. Personne ne t'écrira. Quand tu veux lire, écris « oui » ici ou touche le bouton.

## People
staff-now = Des personnes lisent. Elles te répondent ici.
staff-later = Personne ne lit maintenant. L'équipe lit { $day } à { $hour }. En cas de danger, n'attends pas : appelle.
staff-nobody = Personne ne lit ici. N'attends pas de réponse : appelle, ou va voir quelqu'un de confiance.
staff-late = J'ai prévenu, et personne n'a encore répondu. N'attends pas : appelle, ou va voir quelqu'un de confiance.
day-today = aujourd'hui
day-tomorrow = demain
day-0 = lundi
day-1 = mardi
day-2 = mercredi
day-3 = jeudi
day-4 = vendredi
day-5 = samedi
day-6 = dimanche
duty-to-report = Avant d'en dire plus : si un mineur est en danger, la loi nous oblige à prévenir le service qui le protège. On te le dira avant.
who-knows = Seules des personnes de { $operator } lisent ceci.
person-called = J'ai prévenu les personnes de l'équipe. Tu peux écrire ici ce que tu veux leur dire.
person-nobody = Pour l'instant, personne ne lit ici. Je peux te donner des informations et des numéros. En cas de danger, appelle les urgences là où tu es.
noted-for-staff = Ce que tu écris est gardé pour l'équipe.
machine-failed = Une panne de mon côté. Ce n'est pas ta faute. Ce que tu as écrit est gardé.
held-for-staff = Je l'ai gardé pour l'équipe. Elle ne l'ouvre que s'il le faut.
no-pictures = Pour ta sécurité, n'envoie ni photos ni vidéos. Les mots suffisent.
voice-for-staff = Je suis une machine, je ne peux pas écouter ton vocal. Une personne l'écoutera. Écris aussi, si tu peux.
voice-nobody = Je suis une machine et je ne peux pas écouter les vocaux. Ici, personne ne les écoute. Écris, s'il te plaît, même un mot.
cannot-read = Je ne peux pas ouvrir ça. Écris-le avec des mots, ou parle à une personne.
withdrawn = D'accord. J'ai prévenu que tu n'en veux plus. Je suis là.

## Privacy
privacy = Une machine te lit. Si tu demandes une personne ou s'il y a danger, des personnes de { $operator } te lisent. Nous ne prévenons pas l'immigration. Nous ne demandons pas ton nom. Tes messages sont chiffrés et effacés après 30 jours. Telegram garde aussi le chat dans son système. Si un enfant est en grave danger, il peut y avoir un devoir de prévenir ceux qui le protègent : on te le dira avant. /clear nettoie le chat et /forget efface tout.
privacy-complaint = Pour te plaindre de nous : { $name }, { $contact }
cleared = Bonjour. Je peux t'aider ?
forget-ask =
    Voici ce que je garde de toi :
    { $kept }
    Je l'efface ?
forget-yes = Oui, efface
forget-no = Non, laisse
forget-kept = Rien n'est effacé.
forgotten = Bonjour. Je peux t'aider ?
kept-texts = Tes derniers messages, chiffrés. Ils s'effacent après { $days } jours.
kept-language = Ta langue : { $language }
kept-place = Le lieu que tu as dit : { $place }
kept-place-any = L'endroit, si tu l'as dit.
button-correct = Corriger ce que vous savez
correct-what =
    Voici ce que j'ai noté :
    { $noted }
    Qu'est-ce qui n'est pas juste ?
correct-place = Je suis ailleurs
correct-language = Je parle une autre langue
correct-who = Ce n'est pas moi
correct-who-done = Je l'ai enlevé. Si tu veux, dis-moi qui cherche de l'aide : par exemple ton âge, et si tu es avec quelqu'un.
correct-nothing = Je n'ai encore rien noté.
kept-talk = Tes échanges avec l'équipe. Une personne finit de les effacer.
kept-talk-any = Ce qui se dit avec l'équipe, quand ça arrive.

## What is kept until when, and a copy of it
kept-until = Voici ce que je garde et jusqu'à quand :
kept-until-words = Ce que tu écris et ce que je réponds : { $days } jours. Ce qui est d'aujourd'hui, jusqu'au { $date }.
kept-until-memory = Ta langue et ton lieu : jusqu'à { $days } jours après ton dernier message.
kept-until-team = Ce qui se dit avec l'équipe, quand ça arrive : { $days } jours après la fin.
kept-until-questions = Les questions sans réponse, sans dire de qui elles viennent : { $days } jours.
kept-until-places = Comment c'était dans un lieu, si tu le racontes : { $days } jours.
kept-until-audit = Ce que l'équipe a fait et quand, sans tes mots : { $years } ans.
button-copy = Recevoir une copie
copy-ask = Je peux t'envoyer ici un fichier avec ce que je garde de toi et ce qu'on s'est dit. Une autre personne avec ce téléphone pourrait le lire. Je l'envoie ?
copy-yes = Oui, envoie
copy-no = Non, pas maintenant
copy-not = D'accord, rien n'est envoyé.
copy-title = Ta copie
copy-comes = Garde-la en lieu sûr. Si d'autres personnes utilisent ce téléphone, efface le fichier et nettoie le chat avec /clear.
copy-head = Copie de ce que je garde de toi. { $at }
copy-left-out = Ce qui a été nettoyé de ce chat n'est pas ici, ni ce que l'équipe note pour son travail. Tu peux le demander à l'équipe avec /person.
copy-left-out-nobody = Ce qui a été nettoyé de ce chat n'est pas ici.
copy-memory = Ce dont je me souviens
copy-since = Depuis le { $since }. Dernier message : { $last }. Effacé le { $until } si tu n'écris plus.
copy-position = La position que tu as partagée : { $at }
copy-who = Qui cherche de l'aide : { $who }
copy-who-family = une famille
copy-who-baby = un bébé
copy-who-minor_alone = une personne mineure, seule
copy-who-woman = une femme
copy-who-woman_with_children = une femme avec des enfants
copy-who-man = un homme
copy-who-lgbtiq = une personne LGBTIQ+
copy-who-disability = une personne avec un handicap
copy-topic = Ta dernière question portait sur : { $topic }
copy-name = L'équipe ne voit pas ton nom, mais celui-ci : { $name }
copy-may-write-yes = L'équipe peut t'écrire ici.
copy-may-write-when-i-write = L'équipe t'écrit seulement après que tu as écrit.
copy-may-write-not-now = L'équipe ne t'écrit pas ici.
copy-team = L'équipe
copy-help-open = Des personnes de l'équipe s'en occupent depuis le { $since }. Effacé { $days } jours après la fin.
copy-help-over = Du { $since } au { $closed }. Effacé le { $until }.
copy-places = Comment c'était dans un lieu
copy-was-closed = { $place } : c'était fermé ({ $date }). Effacé le { $until }.
copy-was-refused = { $place } : l'entrée t'a été refusée ({ $date }). Effacé le { $until }.
copy-was-helped = { $place } : tu y as reçu de l'aide ({ $date }). Effacé le { $until }.
copy-talk = Ce qui s'est dit
copy-said-person = Toi
copy-said-bot = Faro
copy-said-staff = Équipe
copy-kind-voice = (un message vocal)
copy-kind-photo = (une photo)
copy-kind-video = (une vidéo)
copy-kind-document = (un fichier)
copy-kind-sticker = (une image)
copy-kind-contact = (un contact)
copy-kind-location = (ta position)
copy-kind-other = (autre chose)

## Commands, as the phone lists them
command-start = Commencer
command-help = Comment ça marche
command-language = Changer de langue
command-place = Dire où je suis
command-person = Parler à une personne
command-privacy = Qui lit ceci
command-clear = Nettoyer ce chat
command-forget = Effacer mes infos
bot-description = Des infos pour les jeunes et les familles loin de chez eux. Écris ta question.
bot-short-description = Infos pour les jeunes et les familles
group-only-private = Je ne parle qu'en privé. Écris-moi en direct.

## Where nobody reads: the same, without promising a person
foreign-languages = Je peux répondre en : español, English, português, français, kreyòl, العربية.
foreign-nobody = Bonjour. Je ne parle pas ta langue.
unknown-nobody = Je ne sais pas répondre à ça, et je ne veux rien inventer. Tu peux le dire autrement ou voir le menu.
country-note-unknown-nobody = { $country } : nous n'avons pas confirmé ce qui vaut là-bas en plus.
country-note-being-checked-nobody = { $country } : nous vérifions ce qui vaut là-bas.
wrong-none-nobody = Pardon. Dis-le avec d'autres mots.
cannot-read-nobody = Je ne peux pas ouvrir ça. Écris-le avec des mots.
answer-being-checked-nobody = Nous vérifions cette information. Réessaie plus tard.
location-outside-nobody = Merci. Je ne connais pas les services là-bas. Je peux te dire ce qui vaut partout.
risk-again-nobody = Merci de le dire. Si tu peux, appelle maintenant :
risk-first-line-nobody = Merci d'avoir écrit.
nobody-but-menu = Ici tu peux demander autre chose : tes droits, un lieu sûr, ta famille. Écris-le avec tes mots ou choisis ci-dessous.
nobody-but-numbers = Pour parler à quelqu'un maintenant :
held-for-staff-nobody = Ici, personne ne peut l'ouvrir. Écris-le avec des mots.
privacy-nobody = Une machine te lit. Personne ne lit ici. Nous ne prévenons pas l'immigration. Nous ne demandons pas ton nom. Tes messages sont chiffrés et effacés après 30 jours. Telegram garde aussi le chat dans son système. /clear nettoie le chat et /forget efface tout.

## Qui répond, et ce qu'on peut en dire
staff-intro-responder = Une personne de l'équipe t'écrit. Ce n'est pas une machine.
staff-intro-coordinator = La personne qui dirige l'équipe t'écrit. Ce n'est pas une machine.
button-other-person = Je préfère quelqu'un d'autre
button-withdraw = Je n'en veux plus
button-complain = Me plaindre
other-person-soon = D'accord. Une autre personne de l'équipe va lire. Celle d'avant ne lit plus ce que tu écris.
complaint-how = J'ai prévenu quelqu'un hors de l'équipe que tu veux te plaindre. Tu peux aussi écrire toi-même : { $name }, { $contact }
    Si tu veux, écris maintenant ce qui s'est passé. La personne qui te répond ne le lit pas.
complaint-no-words = Je ne veux pas écrire plus
complaint-told = Merci de l'avoir dit. C'est gardé à part, et la personne qui te répond ne le lit pas.
share-ask = L'équipe veut dire ce qui t'arrive à { $name }, pour t'aider. Tu es d'accord ?
share-yes = Oui, ils peuvent le dire
share-no = Je ne veux pas
share-said-yes = Merci. L'équipe va le dire. Si tu changes d'avis, dis-le ici.
share-said-no = D'accord. Ils ne le diront pas sans ta permission.
share-told = L'équipe va dire ce qui t'arrive à { $name }, parce que ta vie est peut-être en danger. Tu peux tout demander ici.
safe-ask = L'équipe veut savoir : es-tu en sécurité maintenant ?
safe-yes = Oui, je suis en sécurité
safe-no = Non, pas encore
safe-said = Tant mieux. Je le dis à l'équipe. Si quelque chose change, écris ici.
held-off = Jusqu'au { $day } l'équipe ne lit pas ici. Moi, je réponds toujours à tes questions. S'il y a un danger, dis-le : ça, ils le reçoivent.
words-for-money = argent,espèces,virement,transfert,payer,paye,western union
words-for-meeting = on se voit,te retrouver,je t'attends,viens chez moi,je viens te chercher,seul avec moi,seule avec moi,chez moi
