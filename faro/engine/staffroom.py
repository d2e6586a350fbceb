"""Staff at work in the channel: presses, commands, and words in a topic or in answer to a line become acts. The *user* is checked."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from faro.assistant import desk, numbers, ready, rights
from faro.assistant.asking import Question, areas, topics
from faro.assistant.desk import Act, Pressed, Verb
from faro.assistant.message import Kind
from faro.assistant.referral import Referral, Refused
from faro.assistant.reply import Button, Reply
from faro.assistant.rights import Staff
from faro.engine import acts, announce, board, cards, doors, footing, forms, lists, outgoing, pace, rota, saying
from faro.engine.channels import Arrival
from faro.engine.forms import Form
from faro.engine.moment import DANGER, NOTICE, PERSON, Moment, Purpose
from faro.storage import chats, outbox, referrals, sessions, staff, staff_lines, suggestions

WORDLESS = (Kind.VOICE, Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT, Kind.LOCATION, Kind.CONTACT, Kind.OTHER)
"""What staff may send by mistake; only words go to a person."""

ASKED = timedelta(minutes=15)
"""So long after a question for words, words that answer no line may be the answer to it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a member of staff did something, and who. `language`: theirs; the group's for whoever is no staff."""

    arrival: Arrival
    key: bytes
    member: Staff | None
    language: str

    @property
    def who(self) -> Staff:
        """Whoever acts. Raises Refused for somebody who does not work here."""
        if self.member is None:
            raise Refused("refused-not-staff")
        return self.member


@dataclass(frozen=True, slots=True)
class About:
    """What words are about: a case, and the question that they answer, if they do."""

    referral: Referral | None
    completes: str = ""


def in_group(m: Moment, arrival: Arrival) -> None:
    """Something in the staff group. What is said in General is theirs and not touched."""
    if arrival.message.kind is Kind.RIGHTS:
        footing.changed(m, (arrival.message.payload or "").split(","))
        return
    place = _desk(m, arrival, staff.of_user(m.db, m.seal, arrival.channel, arrival.user))
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        if arrival.message.command in _COMMANDS:
            _checked(m, place, lambda: _COMMANDS[arrival.message.command or ""](m, place))
    elif (about := _about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, about))


def in_private(m: Moment, arrival: Arrival, member: Staff) -> None:
    """Something in the private chat of a member of staff."""
    place = _desk(m, arrival, member)
    if arrival.message.kind in (Kind.BLOCKED, Kind.RETURNED):
        (chats.lost(m.db, place.key, m.now) if arrival.message.kind is Kind.BLOCKED else chats.found(m.db, place.key))
        return
    chats.found(m.db, place.key)
    if arrival.message.kind is Kind.BUTTON:
        _press(m, place)
    elif arrival.message.kind is Kind.COMMAND:
        does = _COMMANDS.get(arrival.message.command or "", _help)
        _checked(m, place, lambda: does(m, place))
    elif (about := _about(m, place)) is not None:
        _checked(m, place, lambda: _written(m, place, about))
    else:
        _answer(m, place, desk.line(m.library, place.language, "desk-answer-a-line"))


def is_staff_press(arrival: Arrival) -> bool:
    """Whether a button of the staff was pressed, by whomever."""
    return arrival.message.kind is Kind.BUTTON and desk.parse(arrival.message.payload) is not None


def not_for_you(m: Moment, arrival: Arrival) -> None:
    """Somebody who is no staff pressed a button of the staff: told so, and in the audit."""
    place = _desk(m, arrival, None)
    pressed = desk.parse(arrival.message.payload)
    m.audit("press.refused", "unknown", pressed.referral if pressed else None)
    _acknowledge(m, place, m.library.say(place.language, "refused-not-staff"), alert=True)


def _desk(m: Moment, arrival: Arrival, member: Staff | None) -> Desk:
    key = chats.ensure(m.db, m.seal, arrival.channel, arrival.chat)
    if m.is_staff_room(arrival.channel, arrival.chat) and m.staff_key is not None:
        key = m.staff_key
    return Desk(arrival, key, member, desk.language(m.library, member))


def _about(m: Moment, place: Desk) -> About | None:
    """What words are about: the line that they answer, else their topic; in private a question that still waits for them."""
    arrival = place.arrival
    found = staff_lines.found(m.db, place.key, arrival.reply_to) if arrival.reply_to is not None else None
    if found is None and arrival.thread is None and arrival.room == "private":
        found = _waiting_question(m, place, None)
    if found is not None:
        number, kind = found
        referral = referrals.get(m.db, m.seal, number) if number else None
        completes = kind.partition(f"{ASK}:")[2].partition(":")[2]
        return About(referral, completes) if referral is not None or completes else None
    if arrival.thread is None:
        return None
    ended = announce.ended_topic(m, arrival.thread)
    gone = referrals.get(m.db, m.seal, ended) if ended is not None else None
    referral = gone or referrals.of_thread(m.db, m.seal, arrival.thread)
    return None if referral is None else About(referral)


ASK = "ask"
"""Lines that are a question for words: `ask:<staff>:<payload that they complete>`."""


def _waiting_question(m: Moment, place: Desk, referral: int | None) -> tuple[int, str] | None:
    """The last question that this member of staff was asked about this case, or in this chat, and has not answered; also while it is
    still on its way."""
    if place.member is None or place.arrival.message.kind is Kind.COMMAND:
        return None
    prefix = f"{ASK}:{place.member.id}:"
    chats_ = {place.key} | ({cards.private(m, place.member)} if referral and staff.door(m.db, m.seal, place.member.id) else set())
    coming = [
        (parcel.referral or 0, str(parcel.body["line"]))
        for key in chats_
        for parcel in outbox.waiting(m.db, m.seal, key)
        if str(parcel.body.get("line", "")).startswith(prefix) and referral in (None, parcel.referral)
    ]
    where = {"referral": referral} if referral else {"key": place.key}
    return coming[-1] if coming else staff_lines.last(m.db, prefix, m.now - ASKED, **where)


def _press(m: Moment, place: Desk) -> None:
    pressed = desk.parse(place.arrival.message.payload)
    if place.member is None:
        not_for_you(m, place.arrival)
    elif pressed is None or (pressed.verb is None and pressed.name not in _LOOKS):
        _acknowledge(m, place, m.library.say(place.language, "refused-old-button"))
    else:
        _checked(m, place, lambda: _pressed(m, place, pressed), pressed=True)


def _pressed(m: Moment, place: Desk, pressed: Pressed) -> None:
    """Show what the button shows, do what it says, or ask for what is still missing."""
    if pressed.verb is None:
        _acknowledge(m, place, _LOOKS[pressed.name](m, place, pressed))
        return
    form = Form(m, place.who, place.language, pressed)
    question = forms.missing(form)
    if question is not None:
        _acknowledge(m, place, _ask(m, place, question, pressed.referral))
        return
    _done(m, place, form, shown=False)
    _acknowledge(m, place, m.library.say(place.language, f"desk-done-{pressed.verb}"))


def _done(m: Moment, place: Desk, form: Form, *, shown: bool) -> None:
    """The act is carried out; what changes by it is shown. `shown`: say that it is done, where no press is answered by it."""
    act, verb = forms.act(form), form.pressed.verb
    if verb is Verb.READ:
        cards.private(m, place.who)  # without a private chat there is nothing to be read, and nothing to be noted
    after = acts.perform(m, act, place.who)
    if verb is Verb.SHIFT:
        _show(m, place, rota.again(m, place.language, act), 0)
    elif verb is Verb.UNSHIFT:
        _show(m, place, rota.listed(m, place.who, place.language), 0)
    elif verb is Verb.WRITTEN_IN:
        _show(m, place, lists.suggestions(m, place.who, place.language), 0)
    elif verb is Verb.OFFER_AGAIN:
        _show(m, place, lists.places(m, place.who, place.language, 0), 0)
    elif verb is Verb.READ and after is not None:
        cards.show_words(m, after, place.who)
    elif shown:
        _answer(m, place, desk.line(m.library, place.language, f"desk-done-{verb}"))
    elif after is not None and verb in CHANGES and _on_card(m, place):
        _show(m, place, cards.front(m, referrals.get(m.db, m.seal, after.id) or after, place.who, place.language), after.id)


CHANGES = (
    Verb.CLAIM, Verb.RELEASE, Verb.WAIT, Verb.SNOOZE, Verb.CLOSE, Verb.REOPEN, Verb.INTERPRETER, Verb.ERASE, Verb.LIFT, Verb.REFER,
    Verb.PROGRESS,
)  # fmt: skip
"""After these the card that was pressed says how things stand now."""


def _ask(m: Moment, place: Desk, question: Question, referral: int) -> str:
    """Put a question: by buttons in the place of the card that was pressed; for words as a line to be answered. What to tell the presser."""
    elsewhere = not _is_private(place) and (question.private or _crowded(m, place))
    reply = question.reply
    if referral and (elsewhere or place.arrival.thread is None):
        reply = replace(reply, text=_named(m, place, referral, reply.text))
    if not question.words and referral and _on_card(m, place):
        back = Button(m.library.say(place.language, "desk-button-back"), desk.payload("card", referral))
        reply = replace(reply, buttons=(*reply.buttons, back))
    if not question.words and not question.private:
        return _show(m, place, reply, referral)
    key, thread = (cards.private(m, place.who), None) if elsewhere else (place.key, place.arrival.thread)
    body = cards.body(reply, thread=thread)
    if question.words:
        asked = "" if elsewhere or _is_private(place) else place.arrival.user
        body |= {"line": f"{ASK}:{place.who.id}:{question.words}", "answer": {"user": asked, "name": place.who.name}}
    m.post(key, body, Purpose.NOTICE, priority=PERSON, referral=referral or None)
    return m.library.say(place.language, "desk-done-open") if elsewhere else ""


def _named(m: Moment, place: Desk, referral: int, text: str) -> str:
    """Where cases stand side by side it is said which one this is about."""
    return m.library.say(place.language, "desk-about", pseudonym=referrals.pseudonym(m.db, m.seal, referral), line=text)


def _show(m: Moment, place: Desk, reply: Reply, referral: int) -> str:
    """A card, a list or a question by buttons: in the place of the one that was pressed, else as a line of its own; in the private chat
    of whoever asked while the group has no room for more. What to tell the presser."""
    pressed = place.arrival.pressed_message
    if pressed is not None and _on_card(m, place):
        m.post(place.key, outgoing.edit(pressed, reply), Purpose.EDIT, priority=PERSON, referral=referral or None)
        return ""
    key, thread = _room_for(m, place)
    body = cards.body(reply, thread=thread)
    m.post(key, body, Purpose.NOTICE, priority=PERSON if referral else NOTICE, referral=referral or None)
    return m.library.say(place.language, "desk-done-open") if key != place.key else ""


def _crowded(m: Moment, place: Desk) -> bool:
    """Whether the group is sent what is grave alone now: what one member of staff looks at then goes to their own chat, if there is one."""
    if _is_private(place) or m.staff_key is None or place.member is None:
        return False
    return pace.limit(m.db, m.staff_key, m.now) < NOTICE and staff.door(m.db, m.seal, place.member.id) is not None


def _on_card(m: Moment, place: Desk) -> bool:
    """Whether what was pressed is a card that may become another one in its place."""
    pressed = place.arrival.pressed_message
    found = staff_lines.found(m.db, place.key, pressed) if pressed is not None else None
    return found is not None and found[1] == cards.CARD


def _is_private(place: Desk) -> bool:
    return place.arrival.room == "private"


def _written(m: Moment, place: Desk, about: About) -> None:
    """Words in a topic or in answer to a line: what a question waits for, else for the person."""
    if about.completes:
        _answered(m, place, about.completes, place.arrival.message.text)
    elif about.referral is not None and place.arrival.reply_to is None and _in_doubt(m, place, about.referral):
        return
    elif about.referral is not None:
        _say(m, place, about.referral)


def _answered(m: Moment, place: Desk, completes: str, words: str) -> None:
    """The words that a question waited for: with them the act is complete, or the next question is put."""
    pressed = desk.parse(completes)
    if pressed is None or pressed.verb is None or not words.strip():
        raise Refused("refused-only-words")
    form = Form(m, place.who, place.language, pressed, words)
    question = forms.missing(form)
    if question is not None:
        _ask(m, place, question, pressed.referral)
    else:
        _done(m, place, form, shown=True)
    staff_lines.answered(m.db, f"{ASK}:{place.who.id}:{completes}")


def _in_doubt(m: Moment, place: Desk, referral: Referral) -> bool:
    """Words in the topic, as an answer to nothing, while a question waits: nobody guesses whether the person or the team must read them."""
    waiting = _waiting_question(m, place, referral.id)
    if waiting is None or place.arrival.message.edited or place.arrival.message.kind is not Kind.TEXT:
        return False
    rights.check(place.member, "referral.say", referral)
    draft = saying.draft(m, referral, place.who.id, place.arrival.message.text)
    say = m.library.say
    ways = (
        Button(say(place.language, "desk-button-to-person"), desk.payload("tell", referral.id, draft)),
        Button(say(place.language, "desk-button-to-question"), desk.payload("fill", referral.id, draft)),
    )
    reply = Reply(_named(m, place, referral.id, say(place.language, "desk-in-doubt")), ways, language=place.language)
    key, thread = _room_for(m, place)
    m.post(key, cards.body(reply, thread=thread), Purpose.NOTICE, priority=PERSON, referral=referral.id)
    return True


def _say(m: Moment, place: Desk, referral: Referral) -> None:
    """Words for the person; staff are told when they wait."""
    message = place.arrival.message
    rights.check(place.member, "referral.say", referral)
    if message.edited:
        raise Refused("refused-edit")
    if message.kind in WORDLESS or not message.text.strip():
        raise Refused("refused-only-words")
    _say_words(m, place, referral, message.text)


def _say_words(m: Moment, place: Desk, referral: Referral, words: str) -> bool:
    """Whether these words are on their way; where they hold something that wants a second click they are kept, and a button sends them."""
    try:
        acts.perform(m, Act(Verb.SAY, place.who.id, referral.id, words=words), place.who)
    except Refused as refused:
        if refused.reason != saying.SECOND_CLICK:
            raise
        number = saying.draft(m, referral, place.who.id, words)
        anyway = Button(m.library.say(place.language, "desk-button-say-anyway"), desk.payload(Verb.SAY, referral.id, number))
        why = desk.refusal(m.library, place.language, refused, {})
        _answer(m, place, Reply(why, (anyway,), language=place.language), referral.id)
        return False
    return True


def _checked(m: Moment, place: Desk, does: Callable[[], None], *, pressed: bool = False) -> None:
    """Do it; what is refused is told to who tried, in words."""
    try:
        with m.db.begin_nested():
            does()
    except Refused as refused:
        names = {one.id: one.name for one in staff.everybody(m.db, m.seal, active=False)}
        why = desk.refusal(m.library, place.language, refused, names)
        m.audit("act.refused", f"staff:{place.member.id}" if place.member else "unknown", reason=refused.reason)
        if pressed:
            _acknowledge(m, place, why, alert=True)
        else:
            _answer(m, place, Reply(why, language=place.language))


def _acknowledge(m: Moment, place: Desk, text: str = "", *, alert: bool = False) -> None:
    """The press is answered to whoever pressed, and nobody else sees it. It goes by their own chat's line: the group's may be long."""
    arrival = place.arrival
    if arrival.press is not None:
        key = chats.ensure(m.db, m.seal, arrival.channel, arrival.user)
        m.post(key, outgoing.press(arrival.press, text, alert=alert), Purpose.CLEAN, priority=DANGER)


def _answer(m: Moment, place: Desk, reply: Reply, referral: int | None = None) -> None:
    """To whoever wrote: where they wrote, or in their own chat while the group has no room."""
    key, thread = _room_for(m, place)
    body = outgoing.say(reply, thread=thread)
    m.post(key, body, Purpose.NOTICE, priority=PERSON if referral else NOTICE, referral=referral)


def _room_for(m: Moment, place: Desk) -> tuple[bytes, str | None]:
    """Where whoever acts reads the answer at once: (chat, topic)."""
    return (cards.private(m, place.who), None) if _crowded(m, place) or _on_ended(m, place) else (place.key, place.arrival.thread)


def _on_ended(m: Moment, place: Desk) -> bool:
    """Whether it was written in a topic that is gone, or is about to go, by somebody with a chat of their own."""
    thread, member = place.arrival.thread, place.member
    if thread is None or member is None or announce.ended_topic(m, thread) is None:
        return False
    return staff.door(m.db, m.seal, member.id) is not None


def _help(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _answer(m, place, desk.line(m.library, place.language, "desk-help"))


def _list(listed: Callable[[Moment, Staff, str, int], Reply]) -> Callable[[Moment, Desk], None]:
    """A command that shows a list from its beginning."""

    def show(m: Moment, place: Desk) -> None:
        _show(m, place, listed(m, place.who, place.language, 0), 0)

    return show


def _page(listed: Callable[[Moment, Staff, str, int], Reply]) -> Callable[[Moment, Desk, Pressed], str]:
    """A button that shows a page of a list, in the place of the page before."""

    def show(m: Moment, place: Desk, pressed: Pressed) -> str:
        return _show(m, place, listed(m, place.who, place.language, pressed.referral), 0)

    return show


def _case(m: Moment, place: Desk) -> None:
    """The card of one case: that of the topic or of the answered line, or the one that is named."""
    _right(place, "queue.see")
    wanted, about = place.arrival.message.arguments, _about(m, place)
    if not wanted.strip() and about is not None and about.referral is not None:
        found = [about.referral]
    else:
        found = lists.search(m, place.who, place.language, wanted)
    one = len(found) == 1
    reply = cards.front(m, found[0], place.who, place.language) if one else lists.found(m, place.language, found)
    _show(m, place, reply, found[0].id if one else 0)


def _shifts(m: Moment, place: Desk) -> None:
    """Who is on call when; hours typed after the command are planned for oneself."""
    _right(place, "queue.see")
    hours = place.arrival.message.arguments.strip()
    if not hours:
        _show(m, place, rota.listed(m, place.who, place.language), 0)
        return
    act = rota.typed(m, place.who, hours)
    acts.perform(m, act, place.who)
    _show(m, place, rota.again(m, place.language, act), 0)


def _suggest(m: Moment, place: Desk) -> None:
    """A sentence for editors, of no case; an editor sees in private what others handed over."""
    if _is_private(place) and rights.may(place.who, "example.done") and suggestions.listed(m.db, m.seal, limit=1):
        _show(m, place, lists.suggestions(m, place.who, place.language), 0)
    pressed = desk.parse(desk.payload(Verb.SUGGEST))
    question = forms.missing(Form(m, place.who, place.language, pressed)) if pressed else None
    if question is not None:
        _ask(m, place, question, 0)


def _on_call(m: Moment, place: Desk) -> None:
    """On call, or off when on call already."""
    now_on = not place.who.on_call
    acts.perform(m, Act(Verb.ON_CALL, place.who.id, on=now_on), place.who)
    _answer(m, place, desk.line(m.library, place.language, "desk-on-call" if now_on else "desk-off-call", name=place.who.name))


def _handover(m: Moment, place: Desk) -> None:
    """What one owns, and one button to give all of it back to the queue; with words after the command they go along as a note."""
    _show(m, place, lists.mine(m, place.who, place.language, 0), 0)
    note = place.arrival.message.arguments.strip()
    if note:
        acts.perform(m, Act(Verb.HANDOVER, place.who.id, words=note), place.who)
        _answer(m, place, desk.line(m.library, place.language, "desk-done-handover"))
    elif referrals.owned(m.db, m.seal, place.who.id):
        button = ("desk-button-handover", desk.payload(Verb.HANDOVER))
        _answer(m, place, desk.line(m.library, place.language, "desk-ask-handover", button))


def _this_case(m: Moment, place: Desk) -> Referral:
    """The case of this topic or of the line that was answered."""
    about = _about(m, place)
    if about is None or about.referral is None:
        raise Refused("desk-not-about-one")
    return about.referral


def _note(m: Moment, place: Desk) -> None:
    """A private note on the case of this topic or of the line that was answered; without words they are asked for."""
    pressed = desk.parse(desk.payload(Verb.NOTE, _this_case(m, place).id))
    if pressed is None:
        return
    form = Form(m, place.who, place.language, pressed, place.arrival.message.arguments)
    question = forms.missing(form)
    if question is not None:
        _ask(m, place, question, pressed.referral)
    else:
        _done(m, place, form, shown=True)


def _ready(m: Moment, place: Desk) -> None:
    """A ready answer in the person's language, to be read before it is sent; without a topic the topics to choose from."""
    referral, wanted = _this_case(m, place), place.arrival.message.arguments
    rights.check(place.who, "referral.say", referral)
    if not wanted.strip():
        _ask(m, place, areas(m.library, place.language, referral), referral.id)
    elif (topic := ready.named(m.library, wanted, referral)) is not None:
        _preview(m, place, referral, topic)
    else:
        names = ", ".join(ready.topics(m.library, referral))
        _answer(m, place, desk.line(m.library, place.language, "desk-ready-none", topics=names))


def _preview(m: Moment, place: Desk, referral: Referral, topic: str) -> str:
    """The answer as the person would read it, with a button that sends it as it is, once."""
    found = ready.answer(m.library, topic, referral, m.now.date())
    if found is None:
        raise Refused("refused-old-button")
    draft = saying.draft(m, referral, place.who.id, found)
    send = Button(m.library.say(place.language, "desk-button-send-ready"), desk.payload("tell", referral.id, draft))
    reply = Reply(f"{m.library.say(place.language, 'desk-ready')}\n\n{found}", (send,), language=place.language)
    return _show(m, place, reply, referral.id)


def _ready_pressed(m: Moment, place: Desk, pressed: Pressed) -> str:
    """Areas, then topics, then the answer."""
    referral = _pressed_case(m, pressed)
    rights.check(place.who, "referral.say", referral)
    wanted = pressed.arguments[0] if pressed.arguments else ""
    if "." in wanted:
        return _preview(m, place, referral, wanted)
    found = topics(m.library, place.language, referral, wanted) if wanted else areas(m.library, place.language, referral)
    return _ask(m, place, found, referral.id)


def _pressed_case(m: Moment, pressed: Pressed) -> Referral:
    referral = referrals.get(m.db, m.seal, pressed.referral)
    if referral is None:
        raise Refused("refused-gone")
    return referral


def _card(m: Moment, place: Desk, pressed: Pressed) -> str:
    """How one case stands, with what may be done; behind "More" the rest."""
    _right(place, "queue.see")
    side = cards.back if pressed.name == "more" else cards.front
    referral = _pressed_case(m, pressed)
    return _show(m, place, side(m, referral, place.who, place.language), referral.id)


def _protocol(m: Moment, place: Desk, pressed: Pressed) -> str:
    """What to ask first, what never, who is competent: in the topic or in private, never among all the others."""
    referral = _pressed_case(m, pressed)
    rights.check(place.who, "referral.read", referral)
    reply = cards.checklist(m, referral, place.language, rest="rest" in pressed.arguments)
    here = _is_private(place) or (place.arrival.thread is not None and not _crowded(m, place))
    key, thread = (place.key, place.arrival.thread) if here else (cards.private(m, place.who), None)
    m.post(key, outgoing.say(reply, thread=thread), Purpose.NOTICE, priority=PERSON, referral=referral.id)
    return "" if here else m.library.say(place.language, "desk-done-open")


def _drafted(m: Moment, place: Desk, pressed: Pressed) -> str:
    """Words about which nobody knew for whom they are: now it is said. `tell`: for the person; `fill`: for the question."""
    referral = _pressed_case(m, pressed)
    given = pressed.arguments[0] if pressed.arguments else ""
    words = saying.drafted(m, numbers.number(given) or 0, referral, place.who.id)
    if pressed.name == "tell":
        return m.library.say(place.language, "desk-done-say") if _say_words(m, place, referral, words) else ""
    waiting = _waiting_question(m, place, referral.id)
    if waiting is None:
        raise Refused("refused-old-button")
    _answered(m, place, waiting[1].split(":", 2)[2], words)
    return ""


def _console(m: Moment, place: Desk) -> None:
    """A one-time link to the console, to the private chat of who asked, however they asked."""
    _right_to_enter(place)
    if m.console is None:
        raise Refused("refused-no-door")
    key = cards.private(m, place.who)
    secret = sessions.make(m.db, m.seal, "link", m.now, doors.LINK, staff=place.who.id)
    reply = desk.line(m.library, place.language, "desk-console-link", link=f"{m.console}/staff/enter?token={secret}")
    m.post(key, outgoing.say(reply, protect=True), Purpose.NOTICE, priority=PERSON)
    m.audit("console.link_sent", f"staff:{place.who.id}")


def _right_to_enter(place: Desk) -> None:
    """Whoever works here may enter; what they see there is looked at page by page."""
    if place.member is None or not place.member.active:
        raise Refused("refused-not-staff")


def _drill(m: Moment, place: Desk) -> None:
    _right(place, "queue.see")
    _answer(m, place, board.drill(m, place.language))


def _right(place: Desk, action: str) -> None:
    rights.check(place.member, action)


_COMMANDS: dict[str, Callable[[Moment, Desk], None]] = {
    "start": _help,
    "help": _help,
    "queue": _list(lists.queue),
    "look": _list(lists.look),
    "mine": _list(lists.mine),
    "closed": _list(lists.closed),
    "case": _case,
    "oncall": _on_call,
    "shifts": _shifts,
    "handover": _handover,
    "note": _note,
    "ready": _ready,
    "suggest": _suggest,
    "places": _list(lists.places),
    "parked": _list(lists.undelivered),
    "drill": _drill,
    "console": _console,
}

NAMES = tuple(_COMMANDS)
"""The commands of staff."""

_LOOKS: dict[str, Callable[[Moment, Desk, Pressed], str]] = {
    "queue": _page(lists.queue),
    "look": _page(lists.look),
    "mine": _page(lists.mine),
    "closed": _page(lists.closed),
    "card": _card,
    "more": _card,
    "protocol": _protocol,
    "ready": _ready_pressed,
    "tell": _drafted,
    "fill": _drafted,
}
"""Buttons that are no act: they show something, in the place of what was pressed where that is a card."""
