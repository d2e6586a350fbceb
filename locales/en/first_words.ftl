# The first words after a danger: read at once, on a phone that others may see. At most 280 characters each.
# The first line tells nothing (it is what a push message shows). The program adds the numbers and when a person reads.
# Who writes may be the one in danger or tell of somebody else: the words fit both. No "why", no promise, no graphic word.

## Wish to die, self-harm
risk-self_harm-critical =
    I'm with you.
    Thank you for saying it. Feeling this is nobody's fault.
    Nobody should be alone now: go to someone, or get someone to that person.
    Keep away from anything that could hurt. If harm is done already, call the emergency number.
    Only the next minutes count.
risk-self_harm-high =
    Thank you for writing.
    I'm glad you said it. Feeling this is nobody's fault.
    Nobody should be alone today: find someone you trust, or stay with that person.
    Put away anything that could hurt.
    One step at a time: just the next hour.
risk-self_harm-medium =
    Thank you for writing.
    Many people have felt this, and with help it hurt less. You don't have to fix it all today.
    Find someone who listens and doesn't judge. If it's another person, listen to them.
    If it gets worse, write or call.

## Sexual violence
risk-sexual_violence-critical =
    I'm with you.
    I believe you. It's never the fault of the one it happens to.
    If there is a safe way out, go to people you trust and call.
    A doctor helps, best within 72 hours. Reporting can be decided later.
    Don't send pictures.
risk-sexual_violence-high =
    I'm with you.
    I believe you. It's never the fault of the one it happened to.
    Tonight: away from the one who did it, near someone you trust.
    A doctor helps, best within 72 hours, even if nobody reports it.
    Don't send pictures.
risk-sexual_violence-medium =
    Thank you for writing.
    I believe you. It's never the fault of the one it happens to.
    Nobody should be alone with whoever does this. Tell an adult you trust.
    You decide what to tell and when. Don't send pictures.

## Blows, being locked in, neglect
risk-physical_abuse-critical =
    I'm with you.
    I believe you. It's not your fault, or the fault of the one being hurt.
    If there is a safe way out, go where people are, now. If not, stay near a door and don't argue.
    Call when they can't hear. If someone is hurt, a doctor first.
risk-physical_abuse-high =
    I'm with you.
    I believe you. Nobody has the right to do that, whoever they are.
    Don't argue with them. Tonight, away from there if you can, with someone you trust.
    If there are injuries, let a doctor see them. Keep what shows what happened.
risk-physical_abuse-medium =
    Thank you for writing.
    Nobody has the right to hit, lock in or humiliate: not family, not an officer.
    Tell an adult you trust. Think together where to go if you need to.
    If there is danger, get away and write.

## Forced work, debt, papers kept, not free to leave
risk-trafficking-critical =
    I'm with you.
    I believe you. Nobody can own a person, whatever debt they talk about.
    If there is a safe way out, go where people are and call. If not, take no risks.
    Don't argue, and don't say you are leaving.
    /clear cleans this chat.
risk-trafficking-high =
    I'm with you.
    I believe you. It's not the fault of the one in it, even if they said yes before.
    Don't say you want to leave. Learn a phone number and the address by heart.
    Keep messages and names where nobody looks. Take no risks to write.
risk-trafficking-medium =
    Thank you for writing.
    If something feels wrong, trust that. Anyone can say no, even after a yes.
    Don't hand over your papers, and don't go alone.
    Tell someone you trust where, with whom and until when.

## Threats with pictures, grooming
risk-online_exploitation-critical =
    I'm with you.
    It's not your fault: the one who threatens does the wrong.
    Don't answer, don't send more pictures or money, don't go to meet them.
    Save the messages, then block.
    Don't be alone now: go to someone you trust. Send no pictures here either.
risk-online_exploitation-high =
    I'm with you.
    It's not your fault: the one who threatens does the wrong.
    Don't send more pictures or money: they nearly always ask for more. Don't go to meet them.
    Save the messages, then block. Tell someone you trust.
    Send no pictures here either.
risk-online_exploitation-medium =
    Thank you for writing.
    You were right to wonder. Nobody has to send pictures or say where they are.
    Don't go alone to meet someone you only know from your phone.
    Save the messages and block. Don't send pictures here.

## Held for ransom
risk-kidnapping-critical =
    I'm with you.
    I believe you. Life comes first, yours and theirs.
    Don't go anywhere alone, not to bring money either. Keep numbers, messages and times.
    Don't decide without help: call.
    If they are holding you, write only when nobody sees.
risk-kidnapping-high =
    I'm with you.
    I believe you. Life comes first.
    Don't go alone to pay or to look for them. Try to reach that person another way: sometimes it's a trick.
    Keep numbers, messages and times. Don't decide without help.
risk-kidnapping-medium =
    Thank you for writing.
    I believe you. It's not your fault.
    Don't tell strangers about your family, and don't go alone to meet anyone.
    Keep numbers, messages and times. Talk to someone you trust before you decide.

## Gangs and armed groups
risk-gang_threat-critical =
    I'm with you.
    I believe you. It's not your fault.
    If there is a way out they don't watch, go to people you trust, now. If not, hide.
    Don't answer them, don't face them, tell nobody else where you are.
    Call when they can't hear.
risk-gang_threat-high =
    I'm with you.
    I believe you. What they do is wrong, and it's not your fault.
    Don't face them or go alone to see them. Find a place away from them, with someone you trust.
    Keep messages and numbers. Don't post where you are.
risk-gang_threat-medium =
    Thank you for writing.
    Asking for help is not betraying anyone. Whoever is forced has a right to protection.
    Try not to go around alone or to post where you are.
    Talk to someone you trust who is not with them.

## Life at risk now: water, desert, truck, followed, shots
risk-immediate_danger-critical =
    I'm with you.
    Call the emergency number first: they can come, I can't. Say where you are, or the last place known.
    If there is a way out, get away or hide. If not, signal or make noise if it's safe.
    Stay together and save battery.
risk-immediate_danger-high =
    I'm with you.
    I believe you. Go where there is light and people, and stay together.
    Tell someone you trust where you are. Save battery and water.
    If danger comes close, call the emergency number: they can come, I can't.
risk-immediate_danger-medium =
    Thank you for writing.
    If something on the way feels wrong, you can stop. Wait where there is light and people.
    Don't go on at night or alone. Let someone you trust know your way.
    If it gets worse, call the emergency number.

## Bodies in danger
risk-medical_emergency-critical =
    I'm with you.
    Call the ambulance now and stay on the line. If it's you, get help from whoever is near.
    If they breathe but don't wake: on their side, no drink, no pills.
    If there is bleeding: press hard with clean cloth.
    Life comes first, with or without papers.
risk-medical_emergency-high =
    I'm with you.
    A doctor has to see this today. Go to a hospital or health center, with someone.
    Ask for care, with or without papers. Take no pills you don't know.
    Won't wake, breathes badly or bleeds a lot: ambulance now.
risk-medical_emergency-medium =
    Thank you for writing.
    Better let a doctor or nurse see it soon, even if it looks small.
    Rest. Don't take another person's medicine.
    Worse pain, bad breathing or won't wake: ambulance.

## A minor is held
risk-child_detained-critical =
    I'm with you.
    Migrating is not doing something wrong.
    If someone is hurt or ill, ask for a doctor now, again and again.
    You can ask to call family, for a lawyer and an interpreter. Afraid to go back? Say so.
    Sign nothing you don't understand.
risk-child_detained-high =
    I'm with you.
    Migrating is not doing something wrong.
    You can ask to call family, for a lawyer, an interpreter, a doctor. The consulate, if you don't fear it.
    Sign nothing you don't understand. Afraid to go back? Say it many times.
risk-child_detained-medium =
    Thank you for writing.
    It's not your fault. A minor has the right to be heard.
    Note the place, the date and what they said. Keep the papers.
    You can ask for a lawyer and an interpreter. Sign nothing you don't understand.

## A minor alone, or missing
risk-child_alone-critical =
    I'm with you.
    It's not your fault. Stay where there is light and people: families with children, staff in uniform.
    Don't go with anyone who offers a ride or asks for a secret.
    Looking for a child? Call now, don't wait. Have a photo and the last place.
risk-child_alone-high =
    I'm with you.
    You did right to write. It's not your fault.
    Tonight, be where there is light and people: families with children, a church, a health center.
    Don't go with anyone who offers a ride.
    Looking for someone? Tell now, don't wait: a photo, the last place.
risk-child_alone-medium =
    Thank you for writing.
    You don't have to manage alone. A minor has the right to care and to say what they want.
    Find an adult you trust. Don't go with anyone who asks for a secret.
    Write down a number of your family.

## About to be sent back to danger
risk-forced_return-critical =
    I'm with you.
    It has to be said now, to every officer: "I am afraid to go back. I want to ask for asylum."
    Ask for an interpreter and a lawyer.
    Sign nothing you don't understand, and no voluntary return if you don't want to go.
risk-forced_return-high =
    I'm with you.
    Nobody should be sent where their life is in danger.
    Tell every officer: "I am afraid to go back." Ask for a lawyer and an interpreter; the consulate only if you don't fear it.
    Sign nothing you don't understand. Keep the papers.
risk-forced_return-medium =
    Thank you for writing.
    Being afraid to go back counts, and they must listen.
    Keep the papers and look at the dates. Note what you are afraid of.
    Find a lawyer. Sign nothing you don't understand.

## Without food, water, medicine or a place
risk-urgent_needs-critical =
    I'm with you.
    Ask for help now from whoever is near: families, a church, a health center.
    A baby won't wake well or breathes badly? A vital medicine is missing? Hospital now.
    Little ones first: clean water, warmth or shade. Stay together.
risk-urgent_needs-high =
    I'm with you.
    Ask today at a church, a shelter, a health center, or other families.
    Stay together, with light and people. Little ones first: clean water, warm clothes.
    Breathes badly or won't wake well: hospital now.
risk-urgent_needs-medium =
    Thank you for writing.
    Asking for help is taking good care of your people.
    Ask at a church, a shelter or a health center. Call before you go, if you can.
    Keep water and food for the little ones.

## Whatever else
risk-generic-critical =
    I'm with you.
    I believe you. It's not your fault.
    If there is a safe way out, go now to light and people you trust. If not, take no risks.
    Call the emergency number: they can come, I can't.
risk-generic-high =
    I'm with you.
    I believe you. It's not your fault.
    Nobody should be alone tonight: find a safe place and someone you trust.
    Don't confront anyone. If danger comes close, call the emergency number.
risk-generic-medium =
    Thank you for writing.
    I believe you. You did right to say it.
    Talk to an adult you trust. You don't have to decide everything today.
    If anything gets worse, write or call.
