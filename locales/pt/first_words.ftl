# The first words after a danger: read at once, on a phone that others may see. At most 280 characters each.
# The first line tells nothing (it is what a push message shows). The program adds the numbers and when a person reads.
# Who writes may be the one in danger or tell of somebody else: the words fit both. No "why", no promise, no graphic word.

## Wish to die, self-harm
risk-self_harm-critical =
    Estou aqui com você.
    Que bom que você falou. Sentir isso não é culpa de ninguém.
    Agora, ninguém sozinho: vá para perto de alguém, ou que alguém vá até essa pessoa.
    Longe de tudo que possa machucar. Se já aconteceu, ligue para a emergência.
    Só contam os próximos minutos.
risk-self_harm-high =
    Que bom que você escreveu.
    Sentir isso não é culpa de ninguém.
    Hoje, ninguém sozinho: procure alguém de confiança, ou fique com essa pessoa.
    Deixem longe o que possa machucar.
    Um passo de cada vez: só a próxima hora.
risk-self_harm-medium =
    Que bom que você escreveu.
    Muita gente já sentiu isso e, com ajuda, doeu menos. Não precisa resolver tudo hoje.
    Procure alguém que escute sem julgar. Se for outra pessoa, escute você.
    Se piorar, escreva ou ligue.

## Sexual violence
risk-sexual_violence-critical =
    Estou aqui com você.
    Eu acredito em você. A culpa nunca é de quem sofre isso.
    Se der para sair sem perigo, vá para perto de gente de confiança e ligue.
    Um médico ajuda, melhor antes de 72 horas. Denunciar ou não, se decide depois.
    Não mande fotos.
risk-sexual_violence-high =
    Estou aqui com você.
    Eu acredito em você. A culpa nunca é de quem sofreu isso.
    Esta noite, longe de quem fez o mal e perto de alguém de confiança.
    Um médico ajuda, melhor antes de 72 horas, mesmo sem denúncia.
    Não mande fotos.
risk-sexual_violence-medium =
    Que bom que você escreveu.
    Eu acredito em você. A culpa nunca é de quem sofre isso.
    Que ninguém fique a sós com quem faz isso. Conte a um adulto de confiança.
    Você decide o que contar e quando. Não mande fotos.

## Blows, being locked in, neglect
risk-physical_abuse-critical =
    Estou aqui com você.
    Eu acredito em você. A culpa não é de quem sofre.
    Se der para sair sem perigo, vá já para onde tenha gente. Se não, fique perto de uma porta e não discuta.
    Ligue quando não ouvirem. Se há ferimentos, primeiro um médico.
risk-physical_abuse-high =
    Estou aqui com você.
    Eu acredito em você. Ninguém tem o direito de fazer isso, seja quem for.
    Não discuta com quem faz o mal. Esta noite, longe dali se der, com alguém de confiança.
    Se há machucados, um médico precisa ver. Guarde o que mostre o que houve.
risk-physical_abuse-medium =
    Que bom que você escreveu.
    Ninguém tem o direito de bater, trancar nem humilhar: nem a família, nem um agente.
    Conte a um adulto de confiança. Pensem aonde ir, se precisar.
    Se houver perigo, saia de perto e escreva.

## Forced work, debt, papers kept, not free to leave
risk-trafficking-critical =
    Estou aqui com você.
    Eu acredito em você. Ninguém é dono de uma pessoa, mesmo que fale de dívida.
    Se der para sair sem perigo, vá para onde tenha gente e ligue. Se não, não se arrisque.
    Não discuta nem avise que vai embora.
    Com /clear você limpa este chat.
risk-trafficking-high =
    Estou aqui com você.
    Eu acredito em você. A culpa não é de quem vive isso, mesmo que antes tenha dito sim.
    Não avise que quer sair. Decore um número e o endereço.
    Guarde mensagens e nomes onde ninguém veja. Não se arrisque para escrever.
risk-trafficking-medium =
    Que bom que você escreveu.
    Se algo parece errado, confie nisso. Dá para dizer não, mesmo depois de um sim.
    Não entregue seus documentos nem vá sem companhia.
    Diga a alguém de confiança aonde, com quem e até quando.

## Threats with pictures, grooming
risk-online_exploitation-critical =
    Estou aqui com você.
    Não é culpa sua: quem ameaça é quem faz o mal.
    Não responda, não mande mais fotos nem dinheiro, não vá encontrar essa pessoa.
    Guarde as mensagens e depois bloqueie.
    Não fique só agora: vá para perto de alguém de confiança. Aqui também não mande fotos.
risk-online_exploitation-high =
    Estou aqui com você.
    Não é culpa sua: quem ameaça é quem faz o mal.
    Não mande mais fotos nem dinheiro: quase sempre pedem mais. Não vá encontrar essa pessoa.
    Guarde as mensagens e depois bloqueie. Conte a alguém de confiança.
    Aqui também não mande fotos.
risk-online_exploitation-medium =
    Que bom que você escreveu.
    Você fez bem em desconfiar. Ninguém tem que mandar fotos nem dizer onde está.
    Não vá sem companhia ver alguém que só conhece pelo celular.
    Guarde as mensagens e bloqueie. Aqui não mande fotos.

## Held for ransom
risk-kidnapping-critical =
    Estou aqui com você.
    Eu acredito em você. A vida vem primeiro, a sua e a dos seus.
    Não vá sem companhia a lugar nenhum, nem para levar dinheiro. Guarde números, mensagens e horas.
    Não decida sem ajuda: ligue.
    Se você está aí com eles, só escreva se ninguém vir.
risk-kidnapping-high =
    Estou aqui com você.
    Eu acredito em você. A vida vem primeiro.
    Não vá sem companhia pagar nem buscar. Tente falar com essa pessoa por outro meio: às vezes é golpe.
    Guarde números, mensagens e horas. Não decida sem ajuda.
risk-kidnapping-medium =
    Que bom que você escreveu.
    Eu acredito em você. Não é culpa sua.
    Não dê dados da família a desconhecidos nem vá sem companhia a um encontro.
    Guarde números, mensagens e horas. Fale com alguém de confiança antes de decidir.

## Gangs and armed groups
risk-gang_threat-critical =
    Estou aqui com você.
    Eu acredito em você. Não é culpa sua.
    Se houver saída que eles não vigiem, vão já para perto de gente de confiança. Se não, escondam-se.
    Não responda, não enfrente, não diga a mais ninguém onde estão.
    Ligue quando não ouvirem.
risk-gang_threat-high =
    Estou aqui com você.
    Eu acredito em você. O que fazem não é justo, e não é culpa sua.
    Não enfrente nem vá sem companhia falar com eles. Procure um lugar longe, com alguém de confiança.
    Guarde mensagens e números. Não publique onde está.
risk-gang_threat-medium =
    Que bom que você escreveu.
    Pedir ajuda não é trair ninguém. Quem é obrigado tem direito a proteção.
    Tentem não andar sem companhia nem publicar onde estão.
    Fale com alguém de confiança que não esteja com eles.

## Life at risk now: water, desert, truck, followed, shots
risk-immediate_danger-critical =
    Estou aqui com você.
    Ligue primeiro para a emergência: eles podem chegar, eu não. Diga onde estão, ou o último lugar.
    Se houver saída, afastem-se ou escondam-se. Se não, façam sinais ou barulho se for seguro.
    Fiquem juntos e poupem bateria.
risk-immediate_danger-high =
    Estou aqui com você.
    Eu acredito em você. Vão para um lugar com luz e gente, e não se separem.
    Diga a alguém de confiança onde estão. Poupem bateria e água.
    Se o perigo chegar perto, ligue para a emergência: eles podem chegar, eu não.
risk-immediate_danger-medium =
    Que bom que você escreveu.
    Se algo no caminho dá medo, dá para parar. Esperem onde tenha luz e gente.
    Não sigam de noite nem sem companhia. Que alguém de confiança saiba por onde vão.
    Se piorar, ligue para a emergência.

## Bodies in danger
risk-medical_emergency-critical =
    Estou aqui com você.
    Chame já a ambulância e não desligue. Se for você, peça ajuda a quem estiver perto.
    Se respira e não acorda: de lado, sem bebida nem comprimidos.
    Se sangra: aperte forte com pano limpo.
    A vida vem primeiro, com ou sem documentos.
risk-medical_emergency-high =
    Estou aqui com você.
    Um médico precisa ver isso hoje. Vão com alguém a um hospital ou posto de saúde.
    Peçam atendimento, com ou sem documentos. Nada de comprimidos sem saber o que são.
    Se não acorda, respira mal ou sangra muito: ambulância já.
risk-medical_emergency-medium =
    Que bom que você escreveu.
    É melhor um médico ou enfermeira ver logo, mesmo que pareça pouco.
    Descansem. Não tomem remédio de outra pessoa.
    Se doer mais, respirar mal ou não acordar: ambulância.

## A minor is held
risk-child_detained-critical =
    Estou aqui com você.
    Migrar não é fazer nada errado.
    Se há ferimento ou doença, peçam um médico já e muitas vezes.
    Dá para pedir: ligar para a família, advogado e intérprete. Se há medo de voltar, digam.
    Não assinem nada que não entendam.
risk-child_detained-high =
    Estou aqui com você.
    Migrar não é fazer nada errado.
    Dá para pedir: ligar para a família, advogado, intérprete e médico. O consulado, se não há medo dele.
    Não assinem nada que não entendam. Se há medo de voltar, digam muitas vezes.
risk-child_detained-medium =
    Que bom que você escreveu.
    Não é culpa sua. Um menor tem direito a ser ouvido.
    Anote lugar, data e o que disseram. Guarde os papéis.
    Dá para pedir advogado e intérprete. Não assinem nada que não entendam.

## A minor alone, or missing
risk-child_alone-critical =
    Estou aqui com você.
    Não é culpa sua. Fique onde tenha luz e gente: famílias com crianças, funcionários com uniforme do lugar.
    Não vá com quem oferece carona ou pede segredo.
    Se procura uma criança: ligue já, sem esperar. Tenha a foto e o último lugar.
risk-child_alone-high =
    Estou aqui com você.
    Você fez bem em escrever. Não é culpa sua.
    Esta noite, onde tenha luz e gente: famílias com crianças, uma igreja, um posto de saúde.
    Não vá com quem oferece carona.
    Se procura alguém: avise sem esperar, com foto e último lugar.
risk-child_alone-medium =
    Que bom que você escreveu.
    Não precisa dar conta de tudo sem ajuda. Um menor tem direito a cuidado e a dizer o que quer.
    Procure um adulto de confiança. Não vá com quem pede segredo.
    Anote um número da sua família.

## About to be sent back to danger
risk-forced_return-critical =
    Estou aqui com você.
    É preciso dizer já, a cada agente: "Tenho medo de voltar. Quero pedir refúgio ou asilo".
    Peçam intérprete e advogado.
    Não assinem nada que não entendam, nem um retorno voluntário se não querem voltar.
risk-forced_return-high =
    Estou aqui com você.
    Ninguém deve ser mandado para onde a vida corre perigo.
    Digam a cada agente: "Tenho medo de voltar". Peçam advogado e intérprete; o consulado, só se não há medo dele.
    Não assinem nada que não entendam. Guarde os papéis.
risk-forced_return-medium =
    Que bom que você escreveu.
    O medo de voltar conta, e têm que ouvir.
    Guarde os papéis e veja as datas. Anote de que há medo.
    Procure um advogado. Não assine nada que não entenda.

## Without food, water, medicine or a place
risk-urgent_needs-critical =
    Estou aqui com você.
    Peçam ajuda já a quem estiver perto: famílias, igreja, posto de saúde.
    Se um bebê não acorda bem ou respira mal, ou falta um remédio vital: hospital já.
    Primeiro os pequenos: água limpa, agasalho ou sombra. Não se separem.
risk-urgent_needs-high =
    Estou aqui com você.
    Peçam hoje numa igreja, num abrigo, num posto de saúde ou a outras famílias.
    Fiquem juntos, com luz e gente. Primeiro os pequenos: água limpa e agasalho.
    Se alguém respira mal ou não acorda bem: hospital já.
risk-urgent_needs-medium =
    Que bom que você escreveu.
    Pedir ajuda é cuidar bem dos seus.
    Pergunte numa igreja, num abrigo ou num posto de saúde. Antes de ir, ligue se puder.
    Guardem água e comida para os pequenos.

## Whatever else
risk-generic-critical =
    Estou aqui com você.
    Eu acredito em você. Não é culpa sua.
    Se der para sair sem perigo, vá já para onde tenha luz e gente de confiança. Se não, não se arrisque.
    Ligue para a emergência: eles podem chegar, eu não.
risk-generic-high =
    Estou aqui com você.
    Eu acredito em você. Não é culpa sua.
    Esta noite, ninguém sozinho: procurem um lugar seguro e alguém de confiança.
    Não enfrente ninguém. Se o perigo chegar perto, ligue para a emergência.
risk-generic-medium =
    Que bom que você escreveu.
    Eu acredito em você. Você fez bem em contar.
    Fale com um adulto de confiança. Não precisa decidir tudo hoje.
    Se algo piorar, escreva ou ligue.
