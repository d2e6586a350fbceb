# What a migrant reads in the chat. Short sentences, "you", active voice. Never "case" or "referral".

language-name = English

## The six choices
menu-rights = My rights
menu-shelter = A safe place
menu-danger = I am in danger
menu-family = Find my family
menu-person = Talk to a person
menu-language = Language

## Start and help
start-what = Hi. I'm Faro. I give information to young people and families who are travelling or living far from home.
start-people = I'm a machine. Behind me there are people from { $operator } who read and answer.
start-nobody = I'm a machine. Right now no person reads here. If you are in danger, call the emergency number.
start-kept = I don't ask your name. I keep little, encrypted, and it gets deleted. You can delete it with /forget.
start-ask = Write your question any way you like, or choose below.
help = Write your question in your own words. Or choose below. /clear cleans this chat and /forget deletes what I keep.

## Language and place
ask-language = Which language do you want to use?
language-set = OK, we go on in English.
ask-country = Which country are you in? Then I can tell you what counts there. You can choose, write the town, or not answer.
ask-place = Where are you now? Choose the country, write the town, or share your location.
ask-where = Which country are you in now? Then I can give you the number that answers there.
place-set = Got it: { $place }.
country-other-asked = That's fine. Write the name of the country or town if you like. I'll tell you what counts everywhere.
location-outside = Thank you. I don't know the services there. I can tell you what counts everywhere, or you can talk to a person.
no-number-here = I know no number of that country. Ask the emergency service there for help, or somebody near: a hospital, a church, a family with children.
button-location = Share my location
country-other = Another country
country-MX = Mexico
country-GT = Guatemala
country-HN = Honduras
country-SV = El Salvador
country-NI = Nicaragua
country-CR = Costa Rica
country-PA = Panama
country-BZ = Belize
country-DO = Dominican Republic
country-US = United States
country-CA = Canada
country-XX = International

## Below an answer
button-source = Where is this from?
button-wrong = Not what I asked
button-person = Talk to a person
button-menu = See the menu
button-forget = Delete what you keep
button-not-about-me = It's not about me
button-cannot-talk = I can't talk now
button-clear = Clean this chat
button-hidden-word = Agree on a word
answer-being-checked = We are checking that information. Until then you can talk to a person.
country-note-unknown = We have not confirmed what else holds in { $country }. A person can look for it with you.
country-note-being-checked = We are checking what holds in { $country }. A person can look for it with you.
source-head = This is from (checked on { $date }):
source-none = This answer does not come from a law. Our team wrote it.
contact-line = { $name } ({ $country }): { $number } · { $free }
contact-line-no-number = { $name } ({ $country }): no confirmed phone number · { $url }
contact-or = { " or " }
contact-free = free
contact-paid = the call costs money
contact-free-unknown = we don't know if it is free
contact-last-checked = · last checked in { $month }
contact-word = { $number } (write { $word })
contact-key = { $number } (then press { $key })
contact-hours = · hours: { $hours }
contact-days = { $from } to { $to }
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
wrong-others = Sorry. Is it one of these?
wrong-none = Sorry. Tell me in other words, or talk to a person.
choose = Which one is closest to your question?
ask-more = What else do you want to know?
asked-after = Nobody is told where a child or anybody else is, nor whether they are at a place. Whoever asks.
asked-after-ways = If you look for your family: the Red Cross or the child-protection office can search. The person is asked first.
unknown = I don't know the answer to that, and I don't want to make one up. You can say it in other words, see the menu, or talk to a person.
foreign = Hello. I don't speak your language. We will look for somebody who does.

## Small talk
ack-neutral = I'm here. Write whenever you like.
courtesy-hello = Hi. I'm here. What do you need?
courtesy-thanks = You're welcome. I'm here whenever you like.
courtesy-bye = Take care. I'm here whenever you like.
courtesy-ok = Good. Anything else?
taken-back = That's fine. I'm here whenever you like.
plain-heard = Thank you for telling me. What do you need?
hush = Thank you. See you later.
many-messages = Many messages are coming from here at once. I read all of them, but slower now. If there is danger, say it in a few words: that goes first.

## Danger: questions around it
ask-danger = I want to be sure I understand. Are you or is somebody else in danger now?
ask-danger-yes = Yes
ask-danger-no = No
ask-danger-person = I'd rather talk to a person
words-for-no = no,nope,nah,no thanks,nothing,not at all
words-for-yes = yes,yeah,yep,yup,sure,right
danger-what = Is it happening right now? Tell me in one or two words, if you can.
danger-not-now = No, not right now
danger-later = Thank you for telling me. Write what is going on, when you can and how you can.
danger-denied = That's fine. If anything changes, write. I'm here.
risk-again = I'm reading. What you write is kept for the people of the team. If you can, call now:
danger-call = If you can, call:
danger-here = I'm here.
ask-may-write = May we write to you on this phone? Somebody else could see it.
may-write-yes = Yes, write to me
may-write-when = Only after I write first
may-write-not = Not now
may-write-said-yes = Good. They will write to you here.
may-write-said-when-i-write = Good. They will only write after you write.
hidden-word-ask = Choose a word or a short phrase that nobody else writes, not one of every day. Write it here: I delete your message and this one at once. If you ever write it alone, I answer "{ $reply }" and call people of the team.
hidden-word-set = Done.
hidden-word-other = Anybody could write that one. Choose another and write it here. I delete it too.
may-write-said-not-now = Good. Nobody will write to you. When you want to read, write "yes" here or tap the button.

## People
staff-now = People are reading now. They answer you here.
staff-later = Nobody is reading now. They read { $day } at { $hour }. Don't wait for us if you are in danger: call.
staff-nobody = There are no people reading here. Don't wait for an answer: call, or go to somebody you trust.
staff-late = I told the team, and nobody has answered yet. Don't wait: call, or go to somebody you trust.
day-today = today
day-tomorrow = tomorrow
day-0 = on Monday
day-1 = on Tuesday
day-2 = on Wednesday
day-3 = on Thursday
day-4 = on Friday
day-5 = on Saturday
day-6 = on Sunday
duty-to-report = Before you tell more: if a child is in danger, the law says we must tell the office that protects children. We will tell you before we do.
who-knows = Only people from { $operator } read this.
person-called = I have told the people of the team. You can write here what you want to say to them.
person-nobody = There are no people reading here yet. I can give you information and phone numbers. If you are in danger, call the emergency number where you are.
noted-for-staff = What you write is kept for the people of the team.
machine-failed = Something went wrong on my side. It is not your fault. What you wrote is kept.
held-for-staff = I kept it for the people of the team. They only open it if they need to.
no-pictures = To keep you safe, don't send photos or videos. Words are enough.
voice-for-staff = I'm a machine and can't hear your voice message. A person will listen to it. If you can, write too.
voice-nobody = I'm a machine and can't hear voice messages. There are no people here to listen. Please write, even one word.
cannot-read = I can't open that. Write it in words, or talk to a person.
withdrawn = That's fine. I told them that you don't want it any more. I'm here.

## Privacy
privacy = A machine reads you. If you ask for a person or there is danger, people from { $operator } read you. We don't tell immigration. We don't ask your name. Your messages are kept encrypted and are deleted after 30 days. Telegram keeps the chat on its system too. If a child is in serious danger, there can be a duty to tell whoever protects children: we will tell you first. You can clean the chat with /clear and delete everything with /forget.
privacy-complaint = To complain about us: { $name }, { $contact }
cleared = Hi. How can I help?
forget-ask =
    This is what I keep about you:
    { $kept }
    Shall I delete it?
forget-yes = Yes, delete it
forget-no = No, leave it
forget-kept = OK, I deleted nothing.
forgotten = Hi. How can I help?
kept-texts = Your last messages, encrypted. They are deleted after { $days } days.
kept-language = Your language: { $language }
kept-place = The place you told me: { $place }
kept-place-any = The place, if you said one.
button-correct = Correct what you know about me
correct-what =
    This is what I have noted:
    { $noted }
    What is not right?
correct-place = I am in another place
correct-language = I speak another language
correct-who = That is not me
correct-who-done = I took it out. If you want, tell me who looks for help: for example your age, and whether you are with somebody.
correct-nothing = I have noted nothing yet.
kept-talk = What you talk about with the team. A person finishes deleting it.
kept-talk-any = What is said with the team, when that happens.

## What is kept until when, and a copy of it
kept-until = This is what I keep and until when:
kept-until-words = What you write and what I answer: { $days } days. What is from today, until { $date }.
kept-until-memory = Your language and place: until { $days } days after your last message.
kept-until-team = What is said with the team, when that happens: { $days } days after it ended.
kept-until-questions = Questions I could not answer, without whose they are: { $days } days.
kept-until-places = How it was at a place, if you tell me: { $days } days.
kept-until-audit = What the team did and when, without your words: { $years } years.
button-copy = Get a copy
copy-ask = I can send you a file here with what I keep about you and what we said. Somebody else with this phone could read it. Shall I send it?
copy-yes = Yes, send it
copy-no = No, better not
copy-not = OK, I sent nothing.
copy-title = Your copy
copy-comes = Keep it somewhere safe. If other people use this phone, delete the file and clean the chat with /clear.
copy-head = Copy of what I keep about you. { $at }
copy-left-out = What was cleaned from this chat is not in here, nor what the team notes for its work. You can ask the team for it with /person.
copy-left-out-nobody = What was cleaned from this chat is not in here.
copy-memory = What I remember
copy-since = Since { $since }. Last message: { $last }. Deleted on { $until } if you don't write again.
copy-position = The position you shared: { $at }
copy-who = Who looks for help: { $who }
copy-who-family = a family
copy-who-baby = a baby
copy-who-minor_alone = a young person, alone
copy-who-woman = a woman
copy-who-woman_with_children = a woman with children
copy-who-man = a man
copy-who-lgbtiq = somebody LGBTIQ+
copy-who-disability = somebody with a disability
copy-topic = Your last question was about: { $topic }
copy-name = The team does not see your name but this one: { $name }
copy-may-write-yes = The team may write to you here.
copy-may-write-when-i-write = The team writes to you only after you write.
copy-may-write-not-now = The team does not write to you here.
copy-team = The team
copy-help-open = People of the team have been looking after this since { $since }. Deleted { $days } days after it ends.
copy-help-over = From { $since } to { $closed }. Deleted on { $until }.
copy-places = How it was at a place
copy-was-closed = { $place }: it was closed ({ $date }). Deleted on { $until }.
copy-was-refused = { $place }: you were not let in ({ $date }). Deleted on { $until }.
copy-was-helped = { $place }: they helped you ({ $date }). Deleted on { $until }.
copy-talk = What was said
copy-said-person = You
copy-said-bot = Faro
copy-said-staff = Team
copy-kind-voice = (a voice message)
copy-kind-photo = (a photo)
copy-kind-video = (a video)
copy-kind-document = (a file)
copy-kind-sticker = (an image)
copy-kind-contact = (a contact)
copy-kind-location = (your position)
copy-kind-other = (something else)

## Commands, as the phone lists them
command-start = Start
command-help = How it works
command-language = Change language
command-place = Say where I am
command-person = Talk to a person
command-privacy = Who reads this
command-clear = Clean this chat
command-forget = Delete what you keep
bot-description = Information for young people and families far from home. Write your question.
bot-short-description = Information for young people and families
group-only-private = I only talk in private. Write to me in a direct chat.

## Where nobody reads: the same, without promising a person
foreign-languages = I can answer in: español, English, português, français, kreyòl, العربية.
foreign-nobody = Hello. I don't speak your language.
unknown-nobody = I don't know the answer to that, and I don't want to make one up. You can say it in other words or see the menu.
country-note-unknown-nobody = We have not confirmed what else holds in { $country }.
country-note-being-checked-nobody = We are checking what holds in { $country }.
wrong-none-nobody = Sorry. Tell me in other words.
cannot-read-nobody = I can't open that. Please write it in words.
answer-being-checked-nobody = We are checking that information. Please try again later.
location-outside-nobody = Thank you. I don't know the services there. I can tell you what counts everywhere.
risk-again-nobody = Thank you for telling me. If you can, call now:
risk-first-line-nobody = Thank you for writing.
nobody-but-menu = You can ask more here: your rights, a safe place, your family. Write it in your own words, or choose below.
nobody-but-numbers = To talk to a person now:
held-for-staff-nobody = There are no people here to open it. Please write it in words.
privacy-nobody = A machine reads you. There are no people reading here. We don't tell immigration. We don't ask your name. Your messages are kept encrypted and are deleted after 30 days. Telegram keeps the chat on its system too. You can clean the chat with /clear and delete everything with /forget.

## Who answers, and what can be said about it
staff-intro-responder = A person of the team is writing to you. Not a machine.
staff-intro-coordinator = The person who leads the team is writing to you. Not a machine.
button-other-person = I prefer somebody else
button-withdraw = I don't want it any more
button-complain = Complain
other-person-soon = That's fine. Somebody else of the team will read. The one before doesn't read you any more.
complaint-how = I told somebody outside the team that you have a complaint. You can also write yourself: { $name }, { $contact }
    If you want, write now what happened. Whoever answers you does not read it.
complaint-no-words = I don't want to write more
complaint-told = Thank you for telling it. It is kept apart, and whoever answers you does not read it.
share-ask = The team wants to tell { $name } what is happening to you, so that they help you. Is that all right?
share-yes = Yes, they can tell
share-no = I don't want that
share-said-yes = Thank you. The team will tell them. If you change your mind, say it here.
share-said-no = That's fine. They won't tell without your permission.
share-told = The team is going to tell { $name } what is happening to you, because your life may be in danger. You can ask anything here.
safe-ask = The team wants to know: are you safe now?
safe-yes = Yes, I am safe
safe-no = No, not yet
safe-said = I am glad. I tell the team. If something changes, write here.
held-off = Until { $day } the team does not read here. I go on answering your questions. If there is danger, say it: that does reach them.
words-for-money = money,cash,deposit,transfer,pay,western union,moneygram
words-for-meeting = meet me,meet you,see you at,see you tonight,pick you up,come to my,wait for you at,my place,my house
