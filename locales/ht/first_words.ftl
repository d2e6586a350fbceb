# The first words after a danger: read at once, on a phone that others may see. At most 280 characters each.
# The first line tells nothing (it is what a push message shows). The program adds the numbers and when a person reads.
# Who writes may be the one in danger or tell of somebody else: the words fit both. No "why", no promise, no graphic word.

## Wish to die, self-harm
risk-self_harm-critical =
    Mwen la avè w.
    Mèsi dèske ou di sa. Si yon moun santi sa, se pa fòt pèsòn.
    Kounye a, pa kite pèsòn pou kont li: al bò kote yon moun, oswa fè yon moun al jwenn li.
    Rete lwen tout sa ki ka fè mal. Si gen mal ki fèt deja, rele ijans.
    Se sèlman minit k ap vini yo ki konte.
risk-self_harm-high =
    Mèsi dèske ou ekri.
    Ou byen fè ou di sa. Se pa fòt pèsòn.
    Jodi a, pa kite pèsòn pou kont li: chèche yon moun ou fè konfyans, oswa rete ak moun nan.
    Mete lwen tout sa ki ka fè mal.
    Yon pa alafwa: se pwochen èdtan an sèlman.
risk-self_harm-medium =
    Mèsi dèske ou ekri.
    Anpil moun te santi sa deja, epi lè yo jwenn èd, doulè a te diminye. Ou pa bezwen regle tout bagay jodi a.
    Chèche yon moun k ap koute w san jije. Si se yon lòt moun, koute l.
    Si sa vin pi mal, ekri oswa rele.

## Sexual violence
risk-sexual_violence-critical =
    Mwen la avè w.
    Mwen kwè w. Se pa janm fòt moun sa rive a.
    Si gen yon fason pou sòti san danje, al jwenn moun ou fè konfyans epi rele.
    Yon doktè ka ede, pi bon anvan 72 èdtan. Pote plent oswa non, sa ka deside apre.
    Pa voye foto.
risk-sexual_violence-high =
    Mwen la avè w.
    Mwen kwè w. Se pa janm fòt moun sa rive a.
    Aswè a, rete lwen moun ki fè sa a, toupre yon moun ou fè konfyans.
    Yon doktè ka ede, pi bon anvan 72 èdtan, menm si pa gen plent.
    Pa voye foto.
risk-sexual_violence-medium =
    Mèsi dèske ou ekri.
    Mwen kwè w. Se pa janm fòt moun sa rive a.
    Pa rete pou kont nou ak moun k ap fè sa a. Di yon granmoun ou fè konfyans.
    Se ou ki deside sa pou w di ak kilè. Pa voye foto.

## Blows, being locked in, neglect
risk-physical_abuse-critical =
    Mwen la avè w.
    Mwen kwè w. Se pa fòt moun y ap fè mal la.
    Si gen yon fason pou sòti san danje, ale kounye a kote ki gen moun. Sinon, rete toupre yon pòt epi pa diskite.
    Rele lè yo pa ka tande w. Si yon moun blese, doktè an premye.
risk-physical_abuse-high =
    Mwen la avè w.
    Mwen kwè w. Pèsòn pa gen dwa fè sa, kèlkeswa moun li ye.
    Pa diskite avè l. Aswè a, rete lwen la si w kapab, ak yon moun ou fè konfyans.
    Si gen blesi, fè yon doktè wè yo. Sere sa ki montre sa k pase a.
risk-physical_abuse-medium =
    Mèsi dèske ou ekri.
    Pèsòn pa gen dwa bat, fèmen oswa imilye yon moun: ni fanmi, ni ofisye.
    Di yon granmoun ou fè konfyans. Reflechi ansanm ki kote pou ale si sa nesesè.
    Si gen danje, ale lwen epi ekri.

## Forced work, debt, papers kept, not free to leave
risk-trafficking-critical =
    Mwen la avè w.
    Mwen kwè w. Pèsòn pa mèt yon lòt moun, menm si y ap pale de dèt.
    Si gen yon fason pou sòti san danje, al kote ki gen moun epi rele. Sinon, pa pran risk.
    Pa diskite, pa di w ap ale.
    /clear netwaye chat sa a.
risk-trafficking-high =
    Mwen la avè w.
    Mwen kwè w. Se pa fòt moun ki ladan l lan, menm si li te di wi anvan.
    Pa di ou vle ale. Aprann yon nimewo ak adrès la pa kè.
    Sere mesaj ak non kote pèsòn p ap wè. Pa pran risk pou w ekri.
risk-trafficking-medium =
    Mèsi dèske ou ekri.
    Si yon bagay sanble pa bon, koute santiman w. Yon moun ka di non, menm apre yon wi.
    Pa bay papye w, epi pa ale pou kont ou.
    Di yon moun ou fè konfyans ki kote, ak kiyès, jiska kilè.

## Threats with pictures, grooming
risk-online_exploitation-critical =
    Mwen la avè w.
    Se pa fòt ou: se moun k ap menase a ki fè mal.
    Pa reponn, pa voye ni foto ni lajan ankò, pa al rankontre l.
    Sere mesaj yo, apre sa bloke l.
    Pa rete pou kont ou kounye a: al jwenn yon moun ou fè konfyans. Pa voye foto isit non plis.
risk-online_exploitation-high =
    Mwen la avè w.
    Se pa fòt ou: se moun k ap menase a ki fè mal.
    Pa voye ni foto ni lajan ankò: yo prèske toujou mande plis. Pa al rankontre l.
    Sere mesaj yo, apre sa bloke l. Di yon moun ou fè konfyans.
    Pa voye foto isit non plis.
risk-online_exploitation-medium =
    Mèsi dèske ou ekri.
    Ou gen rezon gen dout. Pèsòn pa oblije voye foto ni di ki kote li ye.
    Pa al rankontre pou kont ou yon moun ou konnen sèlman nan telefòn.
    Sere mesaj yo epi bloke l. Pa voye foto isit.

## Held for ransom
risk-kidnapping-critical =
    Mwen la avè w.
    Mwen kwè w. Lavi an premye, lavi pa w ak lavi moun pa w yo.
    Pa al okenn kote pou kont ou, ni pou pote lajan. Sere nimewo, mesaj ak lè yo.
    Pa deside san èd: rele.
    Si yo kenbe w la, ekri sèlman lè pèsòn pa wè.
risk-kidnapping-high =
    Mwen la avè w.
    Mwen kwè w. Lavi an premye.
    Pa al peye ni chèche pou kont ou. Eseye pale ak moun nan yon lòt jan: pafwa se manti.
    Sere nimewo, mesaj ak lè yo. Pa deside san èd.
risk-kidnapping-medium =
    Mèsi dèske ou ekri.
    Mwen kwè w. Se pa fòt ou.
    Pa bay moun ou pa konnen enfòmasyon sou fanmi w. Pa al rankontre pèsòn pou kont ou.
    Sere nimewo, mesaj ak lè yo. Pale ak yon moun ou fè konfyans anvan w deside.

## Gangs and armed groups
risk-gang_threat-critical =
    Mwen la avè w.
    Mwen kwè w. Se pa fòt ou.
    Si gen yon wout yo pa veye, ale kounye a kay moun nou fè konfyans. Sinon, kache nou.
    Pa reponn yo, pa fè fas ak yo, pa di lòt moun kote nou ye.
    Rele lè yo pa ka tande w.
risk-gang_threat-high =
    Mwen la avè w.
    Mwen kwè w. Sa y ap fè a pa jis, e se pa fòt ou.
    Pa fè fas ak yo, pa al wè yo pou kont ou. Chèche yon kote lwen yo, ak yon moun ou fè konfyans.
    Sere mesaj ak nimewo. Pa pibliye kote w ye.
risk-gang_threat-medium =
    Mèsi dèske ou ekri.
    Mande èd pa vle di trayi moun. Moun yo fòse gen dwa pou yo pwoteje l.
    Eseye pa mache pou kont nou, ni pibliye kote nou ye.
    Pale ak yon moun ou fè konfyans ki pa avèk yo.

## Life at risk now: water, desert, truck, followed, shots
risk-immediate_danger-critical =
    Mwen la avè w.
    Rele ijans anvan: yo ka vini, mwen pa kapab. Di kote nou ye, oswa dènye kote a.
    Si gen yon sòti, ale lwen oswa kache. Sinon, fè siy oswa bri si pa gen danje.
    Rete ansanm, sere batri a.
risk-immediate_danger-high =
    Mwen la avè w.
    Mwen kwè w. Al kote ki gen limyè ak moun, epi rete ansanm.
    Di yon moun ou fè konfyans kote nou ye. Sere batri ak dlo.
    Si danje a pwoche, rele ijans: yo ka vini, mwen pa kapab.
risk-immediate_danger-medium =
    Mèsi dèske ou ekri.
    Si yon bagay sou wout la fè w pè, ou ka kanpe. Tann kote ki gen limyè ak moun.
    Pa kontinye lannwit ni pou kont nou. Fè yon moun ou fè konfyans konnen wout la.
    Si sa vin pi mal, rele ijans.

## Bodies in danger
risk-medical_emergency-critical =
    Mwen la avè w.
    Rele anbilans kounye a, pa rakwoche. Si se ou, mande moun ki toupre w yo èd.
    Si moun nan respire men li pa reveye: mete l sou kote, pa ba l bwè ni grenn medikaman.
    Si l ap senyen: peze fò ak twal pwòp.
    Lavi an premye, ak papye oswa san papye.
risk-medical_emergency-high =
    Mwen la avè w.
    Fòk yon doktè wè sa jodi a. Ale ak yon moun nan yon lopital oswa sant sante.
    Mande swen, ak papye oswa san papye. Pa pran grenn medikaman nou pa konnen.
    Si li pa reveye, li respire mal oswa l ap senyen anpil: anbilans touswit.
risk-medical_emergency-medium =
    Mèsi dèske ou ekri.
    Pi bon yon doktè oswa yon enfimyè wè sa byento, menm si sa sanble piti.
    Repoze nou. Pa pran medikaman yon lòt moun.
    Si doulè a ogmante, li respire mal oswa li pa reveye: anbilans.

## A minor is held
risk-child_detained-critical =
    Mwen la avè w.
    Chèche lavi yon lòt kote pa yon mal.
    Si yon moun blese oswa malad, mande yon doktè kounye a, plizyè fwa.
    Nou ka mande rele fanmi, avoka ak entèprèt. Si nou pè retounen, di sa.
    Pa siyen anyen nou pa konprann.
risk-child_detained-high =
    Mwen la avè w.
    Chèche lavi yon lòt kote pa yon mal.
    Nou ka mande rele fanmi, avoka, entèprèt ak doktè. Konsila a, si nou pa pè l.
    Pa siyen anyen nou pa konprann. Si nou pè retounen, di sa plizyè fwa.
risk-child_detained-medium =
    Mèsi dèske ou ekri.
    Se pa fòt ou. Yon minè gen dwa pou yo koute l.
    Note kote a, dat la ak sa yo di. Sere papye yo.
    Nou ka mande avoka ak entèprèt. Pa siyen anyen nou pa konprann.

## A minor alone, or missing
risk-child_alone-critical =
    Mwen la avè w.
    Se pa fòt ou. Rete kote ki gen limyè ak moun: fanmi ki gen timoun, anplwaye ki gen inifòm kote a.
    Pa ale ak moun ki vle mennen w yon kote oswa ki mande w kenbe sekrè.
    Si w ap chèche yon timoun: rele touswit, pa tann. Kenbe foto l ak dènye kote a.
risk-child_alone-high =
    Mwen la avè w.
    Ou byen fè ou ekri. Se pa fòt ou.
    Aswè a, rete kote ki gen limyè ak moun: fanmi ki gen timoun, yon legliz, yon sant sante.
    Pa ale ak moun ki vle mennen w yon kote.
    Si w ap chèche yon moun: avèti san tann, ak foto ak dènye kote a.
risk-child_alone-medium =
    Mèsi dèske ou ekri.
    Ou pa bezwen pote tout bagay pou kont ou. Yon minè gen dwa pou yo pran swen l epi pou l di sa l vle.
    Chèche yon granmoun ou fè konfyans. Pa ale ak moun ki mande sekrè.
    Note yon nimewo fanmi w.

## About to be sent back to danger
risk-forced_return-critical =
    Mwen la avè w.
    Fòk nou di sa kounye a, bay chak ofisye: "Mwen pè retounen. Mwen vle mande azil."
    Mande yon entèprèt ak yon avoka.
    Pa siyen anyen nou pa konprann, ni yon retou volontè si nou pa vle tounen.
risk-forced_return-high =
    Mwen la avè w.
    Yo pa dwe voye pèsòn kote lavi l an danje.
    Di chak ofisye: "Mwen pè retounen." Mande avoka ak entèprèt; konsila a, sèlman si nou pa pè l.
    Pa siyen anyen nou pa konprann. Sere papye yo.
risk-forced_return-medium =
    Mèsi dèske ou ekri.
    Si w pè retounen, sa konte, e yo dwe koute sa.
    Sere papye yo epi gade dat yo. Note sa ki fè w pè a.
    Chèche yon avoka. Pa siyen anyen ou pa konprann.

## Without food, water, medicine or a place
risk-urgent_needs-critical =
    Mwen la avè w.
    Mande moun ki toupre yo èd kounye a: fanmi, legliz, sant sante.
    Si yon tibebe pa reveye byen oswa respire mal, oswa yon medikaman vital manke: lopital touswit.
    Timoun piti an premye: dlo pwòp, chalè oswa lonbraj. Rete ansanm.
risk-urgent_needs-high =
    Mwen la avè w.
    Mande jodi a nan yon legliz, yon abri, yon sant sante oswa lòt fanmi.
    Rete ansanm, kote ki gen limyè ak moun. Timoun piti an premye: dlo pwòp, rad cho.
    Si yon moun respire mal oswa pa reveye byen: lopital touswit.
risk-urgent_needs-medium =
    Mèsi dèske ou ekri.
    Mande èd se pran swen moun pa w byen.
    Mande nan yon legliz, yon abri oswa yon sant sante. Rele anvan w ale, si w kapab.
    Sere dlo ak manje pou timoun piti yo.

## Whatever else
risk-generic-critical =
    Mwen la avè w.
    Mwen kwè w. Se pa fòt ou.
    Si gen yon fason pou sòti san danje, ale kounye a kote ki gen limyè ak moun ou fè konfyans. Sinon, pa pran risk.
    Rele ijans: yo ka vini, mwen pa kapab.
risk-generic-high =
    Mwen la avè w.
    Mwen kwè w. Se pa fòt ou.
    Aswè a, pa kite pèsòn pou kont li: chèche yon kote ki an sekirite ak yon moun nou fè konfyans.
    Pa fè fas ak pèsòn. Si danje a pwoche, rele ijans.
risk-generic-medium =
    Mèsi dèske ou ekri.
    Mwen kwè w. Ou byen fè ou di sa.
    Pale ak yon granmoun ou fè konfyans. Ou pa bezwen deside tout bagay jodi a.
    Si yon bagay vin pi mal, ekri oswa rele.
