# The staff console. What staff read elsewhere too (severities, categories, outcomes, refusals) stands in desk.ftl.

console-title = Faro · staff
console-skip = Go to the content
console-nav = Console
console-queue = Queue
console-mine = Mine
console-look = Look at these
console-closed = Closed
console-deliveries = Not delivered
console-people = Staff
console-sign-out = Sign out
console-language = Language
console-enter = Sign in
console-enter-lead = This link opens the staff console once. Do not open it on a phone or computer that others use.
console-enter-how = To sign in you need a one-time link. Ask the bot for it, or whoever runs this Faro. On the machine itself it is printed when Faro starts.
console-enter-used = This link does not work: it was used already, or it is older than 15 minutes. Ask for a new one.
console-signed-out = You are signed out. After 30 minutes without use the console closes by itself. Ask for a new link.
console-sample = Nobody runs this Faro yet: content/operator.yaml is the sample. People are told that no person reads here.

console-on-call = You are on call
console-off-call = You are not on call
console-go-on-call = Go on call
console-go-off-call = Go off call
console-nobody-on-call = Outside the hours of the team. Clocks run only while somebody is on call. Hours begin: { $hour }
console-handover = Release all mine and go off call
console-handover-lead = All that is yours goes back to the queue. Write a note in each one first.

console-counts = { $open ->
    [one] { $open } open
   *[other] { $open } open
  } · { $critical } critical · { $owned } taken
console-empty = Nobody is waiting.
console-look-lead = Here the machine was not sure and asked the person. Nobody was called. Look at each one: take it, and close it if there was no danger.
console-look-empty = Nothing to look at.
console-closed-lead = The last ones that were closed, newest first.
console-mine-empty = You have none.
console-more = Show { $count } more
console-open-case = Open
console-take = I take it
console-owner = { $name } has it
console-owner-you = Yours
console-owner-nobody = Nobody has it
console-left = { $time } left
console-over = { $time } over
console-no-clock = No clock runs
console-snoozed = Paused until { $hour }
console-last = Last word { $time } ago
console-opened = Opened { $time } ago
console-unread = { $count } unread
console-held = { $count } of your team's words wait
console-unreachable = Cannot be reached
console-erase-asked = Asked to be erased
console-conflict = Coordinators only
console-unsure = The machine was not sure
console-channel = Channel: { $channel }

console-not-yours = You see the words when it is yours.
console-timeline = What was said and done
console-person = Person
console-bot = Bot
console-note = Note
console-state-held = waits
console-state-said = on its way
console-state-sent = delivered
console-state-failed = not delivered
console-edited = edited
console-hidden = cleared from the phone
console-expired = The text has expired.
console-media-held = Held. Opening is noted; it opens once, only for you, in your private chat with the bot.
console-media-opened = It was opened.
console-media-open = Open
console-media-why = Why must it be opened?
console-failures = Could not be delivered
console-say = Answer
console-say-label = Your words to { $name }
console-say-hint = In { $language }. No real names, no addresses of confidential places.
console-send = Send
console-acts = What you can do
console-note-act = Note for the team
console-note-label = The person never sees it
console-save = Save
console-wait = It is the person's turn
console-snooze = Pause
console-snooze-label = Out of sight for
console-transfer = Hand over
console-transfer-to = To
console-transfer-why = What must they know?
console-release = Release
console-release-lead = It goes back to the queue.
console-close = Close
console-close-label = How did it end?
console-erase = Finish the erasure
console-erase-lead = The person asked to erase everything. It closes, and all that is kept of the person goes. This cannot be undone.
console-sure = Yes, I am sure
console-facts = What is known
console-fact-language = Language
console-fact-where = Where
console-fact-unknown = not known
console-fact-harm = Who does the harm
console-fact-opened = Opened
console-fact-first-word = First human word
console-fact-none = not yet
console-fact-evidence = Why the machine noticed
console-fact-earlier = Earlier
console-fact-outcome = Outcome
console-country = Country: { $country }
console-fact-may-write = May we write?

console-protocol = Protocol
console-protocol-none = There is no protocol for this category.
console-protocol-ask = Ask first
console-protocol-never-ask = Never ask
console-protocol-never-promise = Never promise
console-protocol-hear = What a child should hear
console-protocol-steps = Steps
console-protocol-competent = Who is responsible in { $country }
console-protocol-deadlines = Legal deadlines
console-protocol-no-country = The country is not known yet: ask for it.
console-protocol-no-entry = Nothing confirmed for { $country }.
console-protocol-review = Not yet reviewed by a local expert.

console-parked = Could not be worked on
console-parked-empty = Everything that came was worked on.
console-parked-line = { $channel } · tried { $attempts ->
    [one] once
   *[other] { $attempts } times
  } · { $fault }
console-dead = Will never be sent
console-dead-empty = Everything could be sent.
console-purpose-reply = An answer of the bot
console-purpose-to_person = Words of staff
console-purpose-to_staff = A person's words to the owner
console-purpose-alert = An alert to staff
console-purpose-edit = An update of an alert
console-purpose-topic = A topic in the staff group
console-purpose-notice = A line to staff
console-purpose-media = A picture or voice note
console-purpose-clean = Tidying up

console-people-lead = Who works here. Staff are added and removed on the command line: python bot.py staff.
console-people-owned = { $count ->
    [one] { $count } open
   *[other] { $count } open
  }
console-people-reachable = the bot can write to them
console-people-not-reachable = only on the console
console-people-left = left
console-duty = on call
console-role-responder = responder
console-role-coordinator = coordinator
console-role-editor = editor
console-role-admin = admin

console-live-off = Not connected. This page shows an old state.
console-changed = Something changed here while you were writing. Your text is kept.
console-done-say = Stored.
console-done-claim = It is yours.

console-event-referral-opened = Opened
console-event-referral-raised = Raised by a new danger
console-event-referral-claimed = Taken
console-event-referral-released = Released
console-event-referral-transferred = Handed over
console-event-referral-waiting = Waiting for the person
console-event-referral-snoozed = Paused
console-event-referral-woken = Pause over
console-event-referral-noted = Note written
console-event-referral-closed = Closed
console-event-person-silent = No longer answers (critical): coordinators were told
console-event-referral-taken_back = Taken back by the clock
console-event-referral-withdrawal_asked = The person does not want it any more
console-event-words-opened = Words read
console-event-words-said = Words written
console-event-words-delivered = Words delivered
console-event-media-opened = Picture or voice opened
console-event-clock-ran_out = The clock ran out
console-event-act-refused = Refused
console-event-danger-denied = The person said there is no danger
console-event-danger-confirmed = The person confirmed the danger
console-event-person-blocked = The person blocked the bot
console-event-person-unreachable = The person cannot be reached
console-event-person-returned = The person is back
console-event-writing-chosen = The person chose whether we may write
console-event-chat-cleared = The person cleared the chat
console-event-erasure-asked = The person asked to be erased
console-event-erasure-finished = Erased
console-event-send-failed = Could not be sent
console-event-web_chat-ended = The web chat ended
