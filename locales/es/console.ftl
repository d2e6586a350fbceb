# La consola del equipo. Lo que el equipo lee también en otras partes (gravedad, categorías, resultados, negativas) está en desk.ftl.

console-title = Faro · equipo
console-skip = Ir al contenido
console-nav = Consola
console-queue = Cola
console-mine = Míos
console-look = Para mirar
console-closed = Cerrados
console-deliveries = No entregado
console-people = Equipo
console-sign-out = Salir
console-language = Idioma
console-enter = Entrar
console-enter-lead = Este enlace abre la consola una sola vez. No lo abras en un teléfono o una computadora que usan otras personas.
console-enter-how = Para entrar hace falta un enlace de un solo uso. Pídelo al bot o a quien lleva este Faro. En la propia máquina aparece al arrancar.
console-enter-used = Este enlace no sirve: ya se usó o tiene más de 15 minutos. Pide otro.
console-signed-out = No has entrado. La consola se cierra sola a los 30 minutos sin uso. Pide otro enlace.
console-sample = Todavía nadie lleva este Faro: content/operator.yaml es la muestra. A la gente se le dice que aquí no lee ninguna persona.

console-on-call = Estás de guardia
console-off-call = No estás de guardia
console-go-on-call = Entrar de guardia
console-go-off-call = Salir de guardia
console-nobody-on-call = Fuera del horario del equipo. Los relojes solo corren cuando hay alguien de guardia. El horario empieza: { $hour }
console-handover = Soltar todo lo mío y salir de guardia
console-handover-lead = Todo lo tuyo vuelve a la cola. Antes deja una nota en cada uno.

console-counts = { $open ->
    [one] { $open } abierto
   *[other] { $open } abiertos
  } · { $critical } de gravedad crítica · { $owned } con dueño
console-empty = Nadie espera.
console-look-lead = Aquí la máquina no estaba segura y preguntó a la persona. No se avisó a nadie. Mira cada uno: tómalo, y ciérralo si no había peligro.
console-look-empty = Nada que mirar.
console-closed-lead = Los últimos que se cerraron, del más nuevo al más viejo.
console-mine-empty = No tienes ninguno.
console-more = Ver { $count } más
console-open-case = Abrir
console-take = Yo lo tomo
console-owner = Lo tiene { $name }
console-owner-you = Es tuyo
console-owner-nobody = Nadie lo tiene
console-left = quedan { $time }
console-over = pasado por { $time }
console-no-clock = No corre ningún reloj
console-snoozed = En pausa hasta { $hour }
console-last = Última palabra hace { $time }
console-opened = Abierto hace { $time }
console-unread = { $count } sin leer
console-held = { $count } del equipo en espera
console-unreachable = No se puede alcanzar
console-erase-asked = Pidió que se borre todo
console-conflict = Solo coordinación
console-unsure = La máquina no estaba segura
console-channel = Canal: { $channel }

console-not-yours = Verás las palabras cuando sea tuyo.
console-timeline = Lo que se dijo y se hizo
console-person = Persona
console-bot = Bot
console-note = Nota
console-state-held = espera
console-state-said = en camino
console-state-sent = entregado
console-state-failed = no entregado
console-edited = editado
console-hidden = borrado del teléfono
console-expired = El texto ya venció.
console-media-held = Guardado. Abrirlo queda anotado; se abre una vez, solo para ti, en tu chat privado con el bot.
console-media-opened = Ya se abrió.
console-media-open = Abrir
console-media-why = ¿Por qué hace falta abrirlo?
console-failures = No se pudo entregar
console-say = Contestar
console-say-label = Tus palabras para { $name }
console-say-hint = En { $language }. Sin nombres reales ni direcciones de lugares confidenciales.
console-send = Enviar
console-acts = Lo que puedes hacer
console-note-act = Nota para el equipo
console-note-label = La persona nunca la ve
console-save = Guardar
console-wait = Le toca a la persona
console-snooze = Pausar
console-snooze-label = Fuera de la vista por
console-transfer = Pasar a otra persona
console-transfer-to = A
console-transfer-why = ¿Qué tiene que saber?
console-release = Soltar
console-release-lead = Vuelve a la cola.
console-close = Cerrar
console-close-label = ¿Cómo terminó?
console-erase = Terminar el borrado
console-erase-lead = La persona pidió borrar todo. Se cierra y se va todo lo que se guarda de ella. No se puede deshacer.
console-sure = Sí, con seguridad
console-facts = Lo que se sabe
console-fact-language = Idioma
console-fact-where = Dónde
console-fact-unknown = no se sabe
console-fact-harm = Quién hace el daño
console-fact-opened = Abierto
console-fact-first-word = Primera palabra humana
console-fact-none = todavía no
console-fact-evidence = Por qué lo notó la máquina
console-fact-earlier = Antes
console-fact-outcome = Resultado
console-country = País: { $country }
console-fact-may-write = ¿Se puede escribir?

console-protocol = Protocolo
console-protocol-none = No hay protocolo para esta categoría.
console-protocol-ask = Preguntar primero
console-protocol-never-ask = Nunca preguntar
console-protocol-never-promise = Nunca prometer
console-protocol-hear = Lo que una niña o un niño debe oír
console-protocol-steps = Pasos
console-protocol-competent = A quién le corresponde en { $country }
console-protocol-deadlines = Plazos legales
console-protocol-no-country = Todavía no se sabe el país: pregúntalo.
console-protocol-no-entry = Nada confirmado para { $country }.
console-protocol-review = Falta que lo revise una persona experta del lugar.

console-parked = No se pudo trabajar
console-parked-empty = Todo lo que llegó se trabajó.
console-parked-line = { $channel } · { $attempts ->
    [one] un intento
   *[other] { $attempts } intentos
  } · { $fault }
console-dead = No se enviará nunca
console-dead-empty = Todo se pudo enviar.
console-purpose-reply = Una respuesta del bot
console-purpose-to_person = Palabras del equipo
console-purpose-to_staff = Palabras de la persona para quien la atiende
console-purpose-alert = Un aviso al equipo
console-purpose-edit = Un cambio en un aviso
console-purpose-topic = Un tema en el grupo del equipo
console-purpose-notice = Una línea para el equipo
console-purpose-media = Una foto o nota de voz
console-purpose-clean = Limpieza

console-people-lead = Quién trabaja aquí. Se agrega y se quita gente en la línea de comandos: python bot.py staff.
console-people-owned = { $count ->
    [one] { $count } abierto
   *[other] { $count } abiertos
  }
console-people-reachable = el bot puede escribirle
console-people-not-reachable = solo en la consola
console-people-left = ya no está
console-duty = de guardia
console-role-responder = atención
console-role-coordinator = coordinación
console-role-editor = edición
console-role-admin = administración

console-live-off = Sin conexión. Esta página muestra un estado viejo.
console-changed = Algo cambió aquí mientras escribías. Tu texto sigue ahí.
console-done-say = Guardado.
console-done-claim = Es tuyo.

console-event-referral-opened = Abierto
console-event-referral-raised = Sube por un peligro nuevo
console-event-referral-claimed = Tomado
console-event-referral-released = Soltado
console-event-referral-transferred = Pasado a otra persona
console-event-referral-waiting = En espera de la persona
console-event-referral-snoozed = En pausa
console-event-referral-woken = Terminó la pausa
console-event-referral-noted = Nota escrita
console-event-referral-closed = Cerrado
console-event-person-silent = Ya no contesta (crítico): avisada la coordinación
console-event-referral-taken_back = Devuelto por el reloj
console-event-referral-withdrawal_asked = La persona ya no lo quiere
console-event-words-opened = Palabras leídas
console-event-words-said = Palabras escritas
console-event-words-delivered = Palabras entregadas
console-event-media-opened = Foto o voz abierta
console-event-clock-ran_out = Se acabó el tiempo
console-event-act-refused = Negado
console-event-danger-denied = La persona dijo que no hay peligro
console-event-danger-confirmed = La persona confirmó el peligro
console-event-person-blocked = La persona bloqueó al bot
console-event-person-unreachable = No se puede alcanzar a la persona
console-event-person-returned = La persona volvió
console-event-writing-chosen = La persona eligió si se le puede escribir
console-event-chat-cleared = La persona limpió el chat
console-event-erasure-asked = La persona pidió que se borre todo
console-event-erasure-finished = Borrado
console-event-send-failed = No se pudo enviar
console-event-web_chat-ended = Terminó el chat de la web
