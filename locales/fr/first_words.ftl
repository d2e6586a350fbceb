# The first words after a danger: read at once, on a phone that others may see. At most 280 characters each.
# The first line tells nothing (it is what a push message shows). The program adds the numbers and when a person reads.
# Who writes may be the one in danger or tell of somebody else: the words fit both. No "why", no promise, no graphic word.

## Wish to die, self-harm
risk-self_harm-critical =
    Je suis là.
    Merci de l'avoir dit. Ressentir ça n'est la faute de personne.
    Maintenant, personne ne reste seul : va vers quelqu'un, ou envoie quelqu'un auprès de la personne.
    Loin de ce qui peut blesser. Si c'est déjà fait, appelle les urgences.
    Pense juste aux prochaines minutes.
risk-self_harm-high =
    Merci d'avoir écrit.
    Tu as bien fait de le dire. Ressentir ça n'est la faute de personne.
    Aujourd'hui, personne ne reste seul : trouve quelqu'un de confiance, ou reste avec cette personne.
    Éloignez ce qui peut blesser.
    Un pas à la fois : juste la prochaine heure.
risk-self_harm-medium =
    Merci d'avoir écrit.
    Beaucoup ont ressenti ça et, avec de l'aide, ça fait moins mal. Pas besoin de tout régler aujourd'hui.
    Trouve quelqu'un qui écoute sans juger. Si c'est une autre personne, écoute-la.
    Si ça empire, écris ou appelle.

## Sexual violence
risk-sexual_violence-critical =
    Je suis là.
    Je te crois. Ce n'est jamais la faute de la personne qui le vit.
    S'il y a une sortie sans danger, va vers des gens de confiance et appelle.
    Un médecin aide, de préférence avant 72 heures. Porter plainte ou non, ça se décide après.
    N'envoie pas de photos.
risk-sexual_violence-high =
    Je suis là.
    Je te crois. Ce n'est jamais la faute de la personne qui l'a vécu.
    Cette nuit : loin de la personne qui a fait ça, près de quelqu'un de confiance.
    Un médecin aide, de préférence avant 72 heures, même sans plainte.
    N'envoie pas de photos.
risk-sexual_violence-medium =
    Merci d'avoir écrit.
    Je te crois. Ce n'est jamais la faute de la personne qui le vit.
    Ne restez pas sans témoin avec cette personne. Parles-en à un adulte de confiance.
    Tu décides quoi raconter, et quand. N'envoie pas de photos.

## Blows, being locked in, neglect
risk-physical_abuse-critical =
    Je suis là.
    Je te crois. Ce n'est pas la faute de la personne qui subit.
    Si on peut sortir sans danger, va vite là où il y a du monde. Sinon, reste près d'une porte, sans discuter.
    Appelle quand on ne t'entend pas. Si quelqu'un est blessé, d'abord un médecin.
risk-physical_abuse-high =
    Je suis là.
    Je te crois. Personne n'a le droit de faire ça, qui que ce soit.
    Ne discute pas avec cette personne. Cette nuit, loin de là si possible, avec quelqu'un de confiance.
    S'il y a des blessures, montre-les à un médecin. Garde ce qui prouve les faits.
risk-physical_abuse-medium =
    Merci d'avoir écrit.
    Personne n'a le droit de frapper, d'enfermer ni d'humilier : ni la famille, ni un agent.
    Parles-en à un adulte de confiance. Cherchez ensemble où aller si besoin.
    S'il y a du danger, éloigne-toi et écris.

## Forced work, debt, papers kept, not free to leave
risk-trafficking-critical =
    Je suis là.
    Je te crois. Personne n'appartient à personne, dette ou pas.
    Si on peut sortir sans danger, va vers du monde et appelle. Sinon, ne prends pas de risque.
    Ne discute pas, ne dis pas que tu pars.
    /clear nettoie cette discussion.
risk-trafficking-high =
    Je suis là.
    Je te crois. Ce n'est pas ta faute ni la sienne, même après avoir dit oui.
    Ne dis pas que tu veux partir. Apprends par cœur un numéro et l'adresse.
    Cache bien messages et noms. Ne prends pas de risque pour écrire.
risk-trafficking-medium =
    Merci d'avoir écrit.
    Si quelque chose te semble louche, fais-toi confiance. On peut dire non, même après un oui.
    Ne donne pas tes papiers et n'y va pas sans quelqu'un avec toi.
    Dis à une personne de confiance où, avec qui et jusqu'à quand.

## Threats with pictures, grooming
risk-online_exploitation-critical =
    Je suis là.
    Ce n'est pas ta faute : c'est la personne qui menace qui a tort.
    Ne réponds plus, n'envoie plus ni photos ni argent, ne va pas au rendez-vous.
    Garde les messages, puis bloque.
    Va tout de suite près de quelqu'un de confiance. Ici non plus, pas de photos.
risk-online_exploitation-high =
    Je suis là.
    Ce n'est pas ta faute : c'est la personne qui menace qui a tort.
    N'envoie plus ni photos ni argent : on en redemande presque toujours. Ne va pas au rendez-vous.
    Garde les messages, puis bloque. Dis-le à quelqu'un de confiance.
    Ici non plus, pas de photos.
risk-online_exploitation-medium =
    Merci d'avoir écrit.
    Tu as raison d'avoir un doute. Personne n'est obligé d'envoyer des photos ni de dire où il est.
    Ne va pas, sans un adulte avec toi, voir quelqu'un connu par téléphone.
    Garde les messages et bloque. Pas de photos ici.

## Held for ransom
risk-kidnapping-critical =
    Je suis là.
    Je te crois. La vie d'abord, la tienne et celle des tiens.
    Ne va nulle part sans quelqu'un avec toi, même pour porter de l'argent. Garde numéros, messages et heures.
    Ne décide pas sans aide : appelle.
    Si on te retient, écris seulement si personne ne voit.
risk-kidnapping-high =
    Je suis là.
    Je te crois. La vie d'abord.
    N'y va pas sans quelqu'un avec toi, ni pour payer ni pour chercher. Essaie de joindre cette personne autrement : parfois c'est un piège.
    Garde numéros, messages et heures. Ne décide pas sans aide.
risk-kidnapping-medium =
    Merci d'avoir écrit.
    Je te crois. Ce n'est pas ta faute.
    Ne dis rien de ta famille à des inconnus. Pas de rendez-vous sans quelqu'un avec toi.
    Garde numéros, messages et heures. Parle à quelqu'un de confiance avant de décider.

## Gangs and armed groups
risk-gang_threat-critical =
    Je suis là.
    Je te crois. Ce n'est pas ta faute.
    S'il y a une sortie qu'ils ne surveillent pas, allez vite chez des gens de confiance. Sinon, cachez-vous.
    Ne réponds pas, ne les affronte pas, ne dis à personne d'autre où vous êtes.
    Appelle quand on ne t'entend pas.
risk-gang_threat-high =
    Je suis là.
    Je te crois. Ce qu'ils font est injuste, et ce n'est pas ta faute.
    Ne les affronte pas, ne va pas les voir. Cherche un lieu loin d'eux, avec quelqu'un de confiance.
    Garde messages et numéros. Ne publie pas où tu es.
risk-gang_threat-medium =
    Merci d'avoir écrit.
    Demander de l'aide, ce n'est trahir personne. Une personne forcée a droit à une protection.
    Sortez plutôt à plusieurs, et ne publiez pas où vous êtes.
    Parle à quelqu'un de confiance qui n'est pas avec eux.

## Life at risk now: water, desert, truck, followed, shots
risk-immediate_danger-critical =
    Je suis là.
    Appelle d'abord les urgences : elles peuvent venir, moi non. Dis où vous êtes, ou le dernier lieu connu.
    Si c'est possible, éloignez-vous ou cachez-vous. Sinon, faites des signes ou du bruit, si c'est sans danger.
    Restez ensemble, gardez de la batterie.
risk-immediate_danger-high =
    Je suis là.
    Je te crois. Allez là où il y a de la lumière et du monde, sans vous séparer.
    Dis à quelqu'un de confiance où vous êtes. Économisez batterie et eau.
    Si le danger approche, appelle les urgences : elles peuvent venir, moi non.
risk-immediate_danger-medium =
    Merci d'avoir écrit.
    Si la route fait peur, on peut s'arrêter. Attendez là où il y a de la lumière et du monde.
    Pas de route la nuit, et restez à plusieurs. Que quelqu'un de confiance sache par où vous passez.
    Si ça empire, appelle les urgences.

## Bodies in danger
risk-medical_emergency-critical =
    Je suis là.
    Appelle vite l'ambulance et ne raccroche pas. Si c'est toi, demande de l'aide autour de toi.
    Si la personne respire sans se réveiller : sur le côté, ni boisson ni cachets.
    Si ça saigne : appuie fort avec un linge propre.
    La vie d'abord, avec ou sans papiers.
risk-medical_emergency-high =
    Je suis là.
    Un médecin doit voir ça aujourd'hui. Allez à deux à l'hôpital ou au centre de santé.
    Demandez des soins, avec ou sans papiers. Pas de cachets sans savoir ce que c'est.
    Quelqu'un ne se réveille pas, respire mal ou saigne beaucoup ? Vite, l'ambulance.
risk-medical_emergency-medium =
    Merci d'avoir écrit.
    Mieux vaut voir vite un médecin ou une infirmière, même si ça semble peu.
    Reposez-vous. Ne prenez pas les médicaments d'un autre.
    Si ça fait plus mal, si on respire mal ou ne se réveille pas : l'ambulance.

## A minor is held
risk-child_detained-critical =
    Je suis là.
    Migrer, ce n'est pas faire quelque chose de mal.
    Si quelqu'un est blessé ou malade, demandez un médecin, encore et encore.
    On peut demander d'appeler la famille, un avocat, un interprète. Peur de rentrer ? Dites-le.
    Ne signez rien que vous ne comprenez pas.
risk-child_detained-high =
    Je suis là.
    Migrer, ce n'est pas faire quelque chose de mal.
    On peut demander d'appeler la famille, un avocat, un interprète, un médecin. Le consulat, s'il ne fait pas peur.
    Ne signez rien sans comprendre. Peur de rentrer ? Dites-le plusieurs fois.
risk-child_detained-medium =
    Merci d'avoir écrit.
    Ce n'est pas ta faute. Un mineur a droit à ce qu'on l'écoute.
    Note le lieu, la date et ce qu'on a dit. Garde les papiers.
    On peut demander un avocat et un interprète. Ne signez rien sans comprendre.

## A minor alone, or missing
risk-child_alone-critical =
    Je suis là.
    Ce n'est pas ta faute. Reste à la lumière, près de familles avec enfants ou du personnel du lieu.
    Ne pars pas avec quelqu'un qui propose de t'emmener ou demande un secret.
    Tu cherches un enfant ? Appelle sans attendre : photo, dernier lieu.
risk-child_alone-high =
    Je suis là.
    Tu as bien fait d'écrire. Ce n'est pas ta faute.
    Cette nuit, reste à la lumière, avec du monde : familles, église, centre de santé.
    Ne pars pas avec quelqu'un qui propose de t'emmener.
    Tu cherches quelqu'un ? Préviens sans attendre : photo, dernier lieu.
risk-child_alone-medium =
    Merci d'avoir écrit.
    Tu n'as pas à tout porter sans aide. Un mineur a droit à une protection et à dire ce qu'il veut.
    Trouve un adulte de confiance. Ne pars pas avec quelqu'un qui demande un secret.
    Note un numéro de ta famille.

## About to be sent back to danger
risk-forced_return-critical =
    Je suis là.
    Il faut le dire maintenant, à chaque agent : « J'ai peur de rentrer. Je veux demander l'asile. »
    Demandez un interprète et un avocat.
    Ne signez rien sans comprendre, ni un retour volontaire si vous ne voulez pas rentrer.
risk-forced_return-high =
    Je suis là.
    On ne doit renvoyer personne là où sa vie est en danger.
    Dites à chaque agent : « J'ai peur de rentrer. » Demandez avocat et interprète ; le consulat, seulement s'il ne fait pas peur.
    Ne signez rien sans comprendre. Garde les papiers.
risk-forced_return-medium =
    Merci d'avoir écrit.
    La peur de rentrer compte, et on doit l'écouter.
    Garde les papiers et regarde les dates. Note de quoi tu as peur.
    Cherche un avocat. Ne signe rien que tu ne comprends pas.

## Without food, water, medicine or a place
risk-urgent_needs-critical =
    Je suis là.
    Demandez vite de l'aide autour de vous : familles, église, centre de santé.
    Un bébé respire mal ou ne se réveille pas bien ? Un médicament vital manque ? Hôpital, vite.
    Les petits d'abord : eau propre, chaleur ou ombre. Restez ensemble.
risk-urgent_needs-high =
    Je suis là.
    Demandez aujourd'hui dans une église, un refuge, un centre de santé ou à d'autres familles.
    Restez ensemble, à la lumière, avec du monde. Les petits d'abord : eau propre, vêtements chauds.
    Quelqu'un respire mal ou ne se réveille pas bien ? Hôpital, vite.
risk-urgent_needs-medium =
    Merci d'avoir écrit.
    Demander de l'aide, c'est bien prendre soin des tiens.
    Demande à une église, un refuge ou un centre de santé. Appelle avant d'y aller, si possible.
    Gardez de l'eau et à manger pour les petits.

## Whatever else
risk-generic-critical =
    Je suis là.
    Je te crois. Ce n'est pas ta faute.
    Si on peut sortir sans danger, va vite près de gens de confiance. Sinon, ne prends pas de risque.
    Appelle les urgences : elles peuvent venir, moi non.
risk-generic-high =
    Je suis là.
    Je te crois. Ce n'est pas ta faute.
    Cette nuit, personne ne reste seul : cherchez un lieu sûr et quelqu'un de confiance.
    N'affronte personne. Si le danger approche, appelle les urgences.
risk-generic-medium =
    Merci d'avoir écrit.
    Je te crois. Tu as bien fait de le dire.
    Parle à un adulte de confiance. Pas besoin de tout décider aujourd'hui.
    Si quelque chose empire, écris ou appelle.
