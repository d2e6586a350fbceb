# O console da equipe. O que a equipe lê também em outros lugares (gravidade, categorias, resultados, recusas) está em desk.ftl.

console-title = Faro · equipe
console-skip = Ir para o conteúdo
console-nav = Console
console-queue = Fila
console-mine = Meus
console-look = Para olhar
console-closed = Encerrados
console-deliveries = Não entregue
console-people = Equipe
console-sign-out = Sair
console-language = Idioma
console-enter = Entrar
console-enter-lead = Este link abre o console uma única vez. Não abra em um telefone ou computador que outras pessoas usam.
console-enter-how = Para entrar é preciso um link de uso único. Peça ao bot ou a quem cuida deste Faro. Na própria máquina ele aparece quando o Faro começa.
console-enter-used = Este link não funciona: já foi usado ou tem mais de 15 minutos. Peça outro.
console-signed-out = Você não entrou. O console se fecha sozinho depois de 30 minutos sem uso. Peça outro link.
console-sample = Ninguém cuida deste Faro ainda: content/operator.yaml é a amostra. As pessoas leem que aqui ninguém responde.

console-on-call = Você está de plantão
console-off-call = Você não está de plantão
console-go-on-call = Entrar de plantão
console-go-off-call = Sair do plantão
console-nobody-on-call = Fora do horário da equipe. Os relógios só correm quando há alguém de plantão. O horário começa: { $hour }
console-handover = Soltar tudo o que é meu e sair do plantão
console-handover-lead = Tudo o que é seu volta para a fila. Antes deixe uma nota em cada um.

console-counts = { $open ->
    [one] { $open } aberto
   *[other] { $open } abertos
  } · { $critical } de gravidade crítica · { $owned } com dono
console-empty = Ninguém espera.
console-look-lead = Aqui a máquina não tinha certeza e perguntou à pessoa. Ninguém foi avisado. Olhe cada um: assuma, e encerre se não havia perigo.
console-look-empty = Nada para olhar.
console-closed-lead = Os últimos encerrados, do mais novo ao mais antigo.
console-mine-empty = Você não tem nenhum.
console-more = Mostrar mais { $count }
console-open-case = Abrir
console-take = Eu assumo
console-owner = Está com { $name }
console-owner-you = É seu
console-owner-nobody = Ninguém assumiu
console-left = faltam { $time }
console-over = passou { $time }
console-no-clock = Nenhum relógio corre
console-snoozed = Em pausa até { $hour }
console-last = Última palavra há { $time }
console-opened = Aberto há { $time }
console-unread = { $count } sem ler
console-held = { $count } da equipe em espera
console-unreachable = Não dá para alcançar
console-erase-asked = Pediu para apagar tudo
console-conflict = Só coordenação
console-unsure = A máquina não tinha certeza
console-channel = Canal: { $channel }

console-not-yours = Você verá as palavras quando for seu.
console-timeline = O que se disse e se fez
console-person = Pessoa
console-bot = Bot
console-note = Nota
console-state-held = espera
console-state-said = a caminho
console-state-sent = entregue
console-state-failed = não entregue
console-edited = editado
console-hidden = apagado do telefone
console-expired = O texto já venceu.
console-media-held = Guardado. Abrir fica anotado; abre uma vez, só para você, no seu chat privado com o bot.
console-media-opened = Já foi aberto.
console-media-open = Abrir
console-media-why = Por que é preciso abrir?
console-failures = Não foi possível entregar
console-say = Responder
console-say-label = Suas palavras para { $name }
console-say-hint = Em { $language }. Sem nomes reais nem endereços de lugares confidenciais.
console-send = Enviar
console-acts = O que você pode fazer
console-note-act = Nota para a equipe
console-note-label = A pessoa nunca vê
console-save = Guardar
console-wait = É a vez da pessoa
console-snooze = Pausar
console-snooze-label = Fora da vista por
console-transfer = Passar para outra pessoa
console-transfer-to = Para
console-transfer-why = O que ela precisa saber?
console-release = Soltar
console-release-lead = Volta para a fila.
console-close = Encerrar
console-close-label = Como terminou?
console-erase = Terminar de apagar
console-erase-lead = A pessoa pediu para apagar tudo. Encerra e vai embora tudo o que se guarda dela. Não dá para desfazer.
console-sure = Sim, com certeza
console-facts = O que se sabe
console-fact-language = Idioma
console-fact-where = Onde
console-fact-unknown = não se sabe
console-fact-harm = Quem faz o dano
console-fact-opened = Aberto
console-fact-first-word = Primeira palavra humana
console-fact-none = ainda não
console-fact-evidence = Por que a máquina notou
console-fact-earlier = Antes
console-fact-outcome = Resultado
console-country = País: { $country }
console-fact-may-write = Pode-se escrever?

console-protocol = Protocolo
console-protocol-none = Não há protocolo para esta categoria.
console-protocol-ask = Perguntar primeiro
console-protocol-never-ask = Nunca perguntar
console-protocol-never-promise = Nunca prometer
console-protocol-hear = O que uma criança deve ouvir
console-protocol-steps = Passos
console-protocol-competent = Quem é responsável em { $country }
console-protocol-deadlines = Prazos legais
console-protocol-no-country = Ainda não se sabe o país: pergunte.
console-protocol-no-entry = Nada confirmado para { $country }.
console-protocol-review = Falta a revisão de uma pessoa especialista do lugar.

console-parked = Não foi possível tratar
console-parked-empty = Tudo o que chegou foi tratado.
console-parked-line = { $channel } · { $attempts ->
    [one] uma tentativa
   *[other] { $attempts } tentativas
  } · { $fault }
console-dead = Nunca será enviado
console-dead-empty = Tudo pôde ser enviado.
console-purpose-reply = Uma resposta do bot
console-purpose-to_person = Palavras da equipe
console-purpose-to_staff = Palavras da pessoa para quem atende
console-purpose-alert = Um aviso à equipe
console-purpose-edit = Uma mudança em um aviso
console-purpose-topic = Um tópico no grupo da equipe
console-purpose-notice = Uma linha para a equipe
console-purpose-media = Uma foto ou mensagem de voz
console-purpose-clean = Limpeza

console-people-lead = Quem trabalha aqui. As pessoas entram e saem pela linha de comando: python bot.py staff.
console-people-owned = { $count ->
    [one] { $count } aberto
   *[other] { $count } abertos
  }
console-people-reachable = o bot pode escrever
console-people-not-reachable = só no console
console-people-left = saiu
console-duty = de plantão
console-role-responder = atendimento
console-role-coordinator = coordenação
console-role-editor = edição
console-role-admin = administração

console-live-off = Sem conexão. Esta página mostra um estado antigo.
console-changed = Algo mudou aqui enquanto você escrevia. Seu texto continua aí.
console-done-say = Guardado.
console-done-claim = É seu.

console-event-referral-opened = Aberto
console-event-referral-raised = Sobe por um novo perigo
console-event-referral-claimed = Assumido
console-event-referral-released = Solto
console-event-referral-transferred = Passado para outra pessoa
console-event-referral-waiting = À espera da pessoa
console-event-referral-snoozed = Em pausa
console-event-referral-woken = Terminou a pausa
console-event-referral-noted = Nota escrita
console-event-referral-closed = Encerrado
console-event-person-silent = Já não responde (crítico): coordenação avisada
console-event-referral-taken_back = Devolvido pelo relógio
console-event-referral-withdrawal_asked = A pessoa não quer mais
console-event-words-opened = Palavras lidas
console-event-words-said = Palavras escritas
console-event-words-delivered = Palavras entregues
console-event-media-opened = Foto ou voz aberta
console-event-clock-ran_out = O tempo acabou
console-event-act-refused = Recusado
console-event-danger-denied = A pessoa disse que não há perigo
console-event-danger-confirmed = A pessoa confirmou o perigo
console-event-person-blocked = A pessoa bloqueou o bot
console-event-person-unreachable = Não dá para alcançar a pessoa
console-event-person-returned = A pessoa voltou
console-event-writing-chosen = A pessoa escolheu se podemos escrever
console-event-chat-cleared = A pessoa limpou o chat
console-event-erasure-asked = A pessoa pediu para apagar tudo
console-event-erasure-finished = Apagado
console-event-send-failed = Não foi possível enviar
console-event-web_chat-ended = O chat da web terminou
