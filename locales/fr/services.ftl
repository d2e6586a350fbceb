# The answer of the directory of places. Short sentences; what is not known is said.
services-head = Ce que je sais à { $place } :
services-head-far = À { $place }, je ne connais aucun endroit où dormir. Le plus proche que je connais :
services-head-more = Plus loin, ou moins connu :
services-none = À { $place }, je ne connais aucun endroit dont je suis sûr qu'il te reçoit aujourd'hui. Je ne veux rien inventer.
services-more-none = Je ne connais pas d'autres endroits près de là.

## A place
services-km = à environ { $km } km
services-lets-in = Reçoit : { $who }.
services-not-for = Ne reçoit pas : { $who }.
services-unknown-for = On ne sait pas s'il reçoit : { $who }.
services-who-minors_alone = mineurs sans famille
services-who-families = familles
services-who-women = femmes
services-who-men = hommes
services-who-lgbtiq = personnes LGBTIQ+
services-who-disability = personnes handicapées
services-open-now = Ouvert maintenant, jusqu'à { $hour }.
services-open-always = Ouvert jour et nuit.
services-opens-at = Fermé maintenant. Ouvre { $day } à { $hour }.
services-hours-unknown = On ne connaît pas les horaires.
services-nights = { $count ->
    [one] Jusqu'à une nuit.
   *[other] Jusqu'à { $nights } nuits.
  }
services-phone = Tél. { $number }
services-no-address = Son adresse n'est pas publiée.
services-papers-yes = Demande des papiers.
services-papers-no = Ne demande pas de papiers.
services-checked = Dernière info : { $date }.
services-checked-unknown = Info sans date.
services-alert-ask_open = Il a peut-être fermé : demande avant.
services-alert-money_ended = Il avait de l'argent jusqu'au milieu de cette année : demande s'il existe encore.
services-alert-moving = Il devait déménager : demande l'adresse.
services-alert-rest_only = Pour se reposer le jour ; on ne sait pas s'il y a des lits.
services-alert-town_unsure = On ne sait pas bien où c'est : demande avant.
services-alert-risky_town = Là, il y a un risque d'enlèvement : ne sors pas sans compagnie.
services-old-head = Infos anciennes. C'est peut-être fermé : demande avant d'y aller.
services-call-first = Avant d'y aller, demande ici :
services-ask-person = Quelqu'un peut demander pour toi : touche « Parler à une personne ».

## A minor alone
services-minor-first = Tu es mineur et sans famille. Parle d'abord à qui te protège :
services-minor-none = Je ne t'envoie pas dans un foyer de { $place } : on ne sait pas lesquels reçoivent les mineurs sans famille.
services-law-MX = Au Mexique, la loi dit : un mineur sans famille est confié à la Procuraduría de Protección, dans un centre du DIF ou approuvé par le DIF. Un refuge peut prévenir. Demande avant qui ils préviennent et si tu peux sortir.
services-law-GT = Au Guatemala, la loi dit : on cherche d'abord un parent, puis une famille d'accueil, et un foyer en dernier. On ne doit pas t'enfermer. Demande avant qui ils préviennent et si tu peux sortir.
services-law-PA = Au Panama, on prévient le juge des enfants ou la SENNIAF. On t'emmène dans un foyer et on cherche ta famille avec ton ambassade. Demande avant qui ils préviennent et si tu peux sortir.
services-law-BZ = Au Belize, si tu es sans famille et demandes l'asile, Human Services s'occupe de toi : une famille ou un foyer, avec une assistante sociale.
services-law-US = Aux États-Unis, si on t'arrête sans famille, tu passes à l'office ORR : un foyer ou une famille, jusqu'à ce qu'un adulte vérifié te reçoive.
services-law-unknown = Pour { $country }, on n'a pas confirmé ce qu'un foyer doit faire avec un mineur sans famille. Demande avant : qui prévenez-vous ? puis-je sortir ?

## The night, the questions, the buttons
services-night = S'il n'y a nulle part où dormir : reste avec ton groupe là où il y a de la lumière et du monde, comme un hôpital ou une gare gardée. Ne suis pas qui t'offre un lit contre quelque chose.
services-night-call = En danger, appelle :
services-ask-town = Dans quelle ville es-tu ? Dans ce pays ({ $country }), je connais des endroits à : { $towns }.
services-which-country = Plusieurs endroits s'appellent { $town }. Dans quel pays es-tu ?
services-button-more = Un autre endroit
services-button-minor = Mineur, sans famille
services-button-family = Nous sommes en famille
services-button-woman = Une femme, seule
services-button-man = Un homme, seul
services-button-lgbtiq = Je suis LGBTIQ+
services-words-bed = foyer,foyers,refuge,abri,ou dormir,ou je peux dormir,endroit pour dormir,hebergement,passer la nuit,un lit ce soir
services-words-near = pres de moi,a cote,par ici,le plus proche,pres d ici
services-words-more = un autre,autre,autres,plus loin,encore,un autre foyer,d'autres,y en a d'autres

## Other needs than a bed
nearby-head = À { $place }, je connais des endroits avec { $what } :
nearby-head-far = À { $place }, je ne connais pas d'endroits avec { $what }. Le plus proche que je connais :
nearby-none = À { $place }, je ne connais aucun endroit avec { $what }. Je ne veux rien inventer.
nearby-inside = Ce sont des foyers : demande s'ils aident aussi qui n'y dort pas.
nearby-ask-town = Dans quelle ville es-tu ? Je te dirai si je connais un endroit avec { $what }.
nearby-what-food = de la nourriture
nearby-what-hygiene = des vêtements ou une douche
nearby-what-phone = téléphone ou internet
nearby-what-health = des soins médicaux
nearby-what-feelings = un soutien psychologique
nearby-what-legal = une aide juridique
nearby-what-family = de l'aide pour chercher ta famille
nearby-what-consulate = un consulat
nearby-what-school = des cours ou une garderie

## How it was there
visits-button = J'y suis allé : je raconte
visits-which = Où es-tu allé ?
visits-how = Comment c'était à { $name } ?
visits-closed = C'était fermé
visits-refused = On ne m'a pas laissé entrer
visits-helped = On m'a aidé
visits-thanks-helped = Merci. Tu aides qui vient après.
visits-thanks-bad = Je suis désolé, et merci de le dire : personne d'autre n'ira pour rien. Voici ce que je connais encore :
visits-words-closed = c'etait ferme,c'est ferme,ferme,cetait ferme,c etait ferme,ca n'existe plus,il n'y a personne
visits-words-refused = on ne m'a pas laisse entrer,on ne nous a pas laisse entrer,ils ne m'ont pas laisse entrer,ils ne nous ont pas laisses entrer,c'etait plein,c'est plein,c'est complet
visits-words-helped = on m'a aide,ils m'ont aide,ils nous ont aides,on nous a aides,ca m'a aide

## Countries that people come from or through
country-CO = Colombie
country-VE = Venezuela
country-EC = Équateur
country-PE = Pérou
country-BR = Brésil
country-CL = Chili
country-CU = Cuba
country-HT = Haïti
