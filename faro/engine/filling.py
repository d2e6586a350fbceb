"""Forms of staff being filled in: an act is carried out when nothing is missing, and what changes by it is shown."""

from faro.assistant import desk
from faro.assistant.desk import Verb
from faro.assistant.referral import Refused
from faro.engine import acts, cards, forms, lists, rota, workplace
from faro.engine.forms import Form
from faro.engine.moment import Moment
from faro.engine.workplace import Desk
from faro.storage import referrals, staff_lines


def done(m: Moment, place: Desk, form: Form, *, shown: bool) -> None:
    """The act is carried out; what changes by it is shown. `shown`: say that it is done, where no press is answered by it."""
    act, verb = forms.act(form), form.pressed.verb
    if verb is Verb.READ:
        cards.private(m, place.who)  # without a private chat there is nothing to be read, and nothing to be noted
    after = acts.perform(m, act, place.who)
    if verb is Verb.SHIFT:
        workplace.show(m, place, rota.again(m, place.language, act), 0)
    elif verb is Verb.UNSHIFT:
        workplace.show(m, place, rota.listed(m, place.who, place.language), 0)
    elif verb is Verb.WRITTEN_IN:
        workplace.show(m, place, lists.suggestions(m, place.who, place.language), 0)
    elif verb is Verb.OFFER_AGAIN:
        workplace.show(m, place, lists.places(m, place.who, place.language, 0), 0)
    elif verb is Verb.READ and after is not None:
        cards.show_words(m, after, place.who)
    elif shown:
        workplace.answer(m, place, desk.line(m.library, place.language, f"desk-done-{verb}"))
    elif after is not None and verb in CHANGES and workplace.on_card(m, place):
        workplace.show(
            m, place, cards.front(m, referrals.get(m.db, m.seal, after.id) or after, place.who, place.language), after.id
        )


CHANGES = (
    Verb.CLAIM, Verb.RELEASE, Verb.WAIT, Verb.SNOOZE, Verb.CLOSE, Verb.REOPEN, Verb.INTERPRETER, Verb.ERASE, Verb.LIFT, Verb.REFER,
    Verb.PROGRESS,
)  # fmt: skip
"""After these the card that was pressed says how things stand now."""


def answered(m: Moment, place: Desk, completes: str, words: str) -> None:
    """The words that a question waited for: with them the act is complete, or the next question is put."""
    pressed = desk.parse(completes)
    if pressed is None or pressed.verb is None or not words.strip():
        raise Refused("refused-only-words")
    form = Form(m, place.who, place.language, pressed, words)
    question = forms.missing(form)
    if question is not None:
        workplace.ask(m, place, question, pressed.referral)
    else:
        done(m, place, form, shown=True)
    staff_lines.answered(m.db, f"{workplace.ASK}:{place.who.id}:{completes}")
