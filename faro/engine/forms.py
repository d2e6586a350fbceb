"""From a press to an act: what it still needs is asked, by buttons or by words, until it is complete. The same acts as the console's.

A question is asked only of who may act; whoever answers it is looked at again by the act itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from faro.assistant import asking, numbers, protocol, rights
from faro.assistant import referral as life
from faro.assistant.asking import OTHER, HandedOn, Question
from faro.assistant.desk import RIGHT, Act, Pressed, Verb, payload
from faro.assistant.institution import Consent
from faro.assistant.referral import Outcome, Referral, Refused
from faro.assistant.rights import Staff
from faro.engine import rota, saying
from faro.engine.moment import Moment
from faro.storage import institutions, referrals, staff, talk, unmaskings

OLD = "refused-old-button"


@dataclass(frozen=True, slots=True)
class Form:
    """Who is at which act, with what is known so far. `words`: typed in answer to the last question."""

    m: Moment
    member: Staff
    spoken: str
    pressed: Pressed
    words: str = ""

    def given(self, n: int) -> str:
        """A piece of the payload; "" where it does not go so far."""
        return self.pressed.arguments[n] if len(self.pressed.arguments) > n else ""

    def number(self, n: int) -> int:
        """A piece that must be a number."""
        found = numbers.number(self.given(n))
        if found is None:
            raise Refused(OLD)
        return found

    @property
    def count(self) -> int:
        return len(self.pressed.arguments)

    @property
    def completes(self) -> str:
        """The payload of the act as far as it is known."""
        return payload(self.pressed.name, self.pressed.referral, *self.pressed.arguments)

    @property
    def referral(self) -> Referral:
        found = referrals.get(self.m.db, self.m.seal, self.pressed.referral)
        if found is None:
            raise Refused("refused-gone")
        return found

    def words_for(self, key: str, *, private: bool = False, **about: object) -> Question | None:
        """The question for words, until they are there."""
        if self.words.strip():
            return None
        return asking.words(self.m.library, self.spoken, key, self.completes, private=private, **about)


def missing(form: Form) -> Question | None:
    """The question whose answer the act still needs; None when it is complete. Raises Refused where it may not be done at all."""
    ask = _QUESTIONS.get(form.pressed.verb) if form.pressed.verb else None
    if ask is None or form.pressed.verb is None:
        return None
    referral = None if form.pressed.verb in rota.VERBS or not form.pressed.referral else form.referral
    rights.check(form.member, RIGHT[form.pressed.verb], referral)
    return ask(form)


def act(form: Form) -> Act:
    """The complete form as an act of whoever fills it in."""
    verb = form.pressed.verb
    if verb in _BY_ONE_PRESS:
        return Act(verb, form.member.id, form.pressed.referral)
    make = _ACTS.get(verb) if verb else None
    if make is None:
        raise Refused(OLD)
    return make(form)


_BY_ONE_PRESS = (
    Verb.CLAIM, Verb.READ, Verb.RELEASE, Verb.WAIT, Verb.SAFE, Verb.REOPEN, Verb.INTERPRETER, Verb.HANDOVER, Verb.LIFT, Verb.ON_CALL,
)  # fmt: skip


def _close(form: Form) -> Question | None:
    return None if form.count else asking.outcomes(form.m.library, form.spoken, form.pressed.referral)


def _snooze(form: Form) -> Question | None:
    return None if form.count else asking.pauses(form.m.library, form.spoken, form.pressed.referral)


def _open(form: Form) -> Question | None:
    return None if form.count > 1 else asking.reasons(form.m.library, form.spoken, form.pressed.referral, form.number(0))


def _erase(form: Form) -> Question | None:
    return None if form.count else asking.sure(form.m.library, form.spoken, form.pressed.referral)


def _transfer(form: Form) -> Question | None:
    m, referral = form.m, form.referral
    if not form.count:
        others = [one for one in staff.everybody(m.db, m.seal) if one.id != referral.owner]
        others = [one for one in others if rights.may(one, "referral.claim", referral)]
        return asking.colleagues(m.library, form.spoken, referral.id, others, staff.load(m.db))
    to = staff.get(m.db, m.seal, form.number(0))
    if to is None:
        raise Refused("refused-gone")
    return form.words_for("desk-ask-note", name=to.name)


def _note(form: Form) -> Question | None:
    return form.words_for("desk-ask-private-note")


def _well(form: Form) -> Question | None:
    return form.words_for("desk-ask-well")


def _block(form: Form) -> Question | None:
    if not form.count:
        return asking.days_off(form.m.library, form.spoken, form.pressed.referral)
    if form.count == 1 and life.in_danger(form.referral):
        return asking.block_sure(form.m.library, form.spoken, form.pressed.referral, form.number(0))
    return form.words_for("desk-ask-why")


def _suggest(form: Form) -> Question | None:
    if not form.count:
        return asking.verdicts(form.m.library, form.spoken, form.pressed.referral)
    return form.words_for("desk-ask-sentence")


def _unmask(form: Form) -> Question | None:
    return form.words_for("desk-ask-why", private=True)


def _account(form: Form) -> Question | None:
    """How far each wish to see the account is; nobody else reads why it was asked."""
    if form.count:
        return None
    m, names = form.m, {one.id: one.name for one in staff.everybody(form.m.db, form.m.seal, active=False)}
    wishes = [
        asking.Wish(one.id, names.get(one.asked_by, "?"), one.reason, one.granted_at is not None, one.asked_by == form.member.id)
        for one in unmaskings.of_referral(m.db, m.seal, form.pressed.referral)
        if one.seen_at is None
    ]
    return asking.account(m.library, form.spoken, form.pressed.referral, wishes)


def _refer(form: Form) -> Question | None:
    """Which institution, then whether the person said yes, then the written line that "said already" and "without" want."""
    referral = form.referral
    if not form.count:
        return _institutions(form, referral)
    if form.given(0) == OTHER:
        asked = form.words_for("desk-ask-institution-name")
        if asked is not None:
            return asked
        where, name = _kept_name(form, referral)
        return _consents(form, where, name)
    name = _name(form, referral)
    if form.count == 1:
        return _consents(form, form.given(0), name)
    return None if form.given(1) == Consent.ASK else form.words_for(f"desk-ask-consent-{form.given(1)}", name=name)


def _institutions(form: Form, referral: Referral) -> Question:
    m = form.m
    handed = [HandedOn(one.id, one.name, one.state, one.consent) for one in institutions.of_referral(m.db, m.seal, referral.id)]
    return asking.institutions(m.library, form.spoken, referral, handed, _competent(form, referral))


def _consents(form: Form, where: str, name: str) -> Question:
    override = rights.may(form.member, "institution.override", form.referral)
    return asking.consents(form.m.library, form.spoken, form.pressed.referral, where, name, override=override)


def _competent(form: Form, referral: Referral) -> tuple[str, ...]:
    sheet = protocol.sheet(form.m.library, referral, form.spoken, form.m.now.date())
    return sheet.names if sheet else ()


DRAFT = "d"
"""Before the number of a draft that keeps a typed name: no payload is long enough for it."""


def _kept_name(form: Form, referral: Referral) -> tuple[str, str]:
    name = form.words.strip()
    return f"{DRAFT}{saying.draft(form.m, referral, form.member.id, name)}", name


def _name(form: Form, referral: Referral) -> str:
    """The institution that a payload means."""
    given = form.given(0)
    kept = numbers.number(given.removeprefix(DRAFT)) if given.startswith(DRAFT) else None
    if kept is not None:
        line = talk.get(form.m.db, form.m.seal, kept)
        if line is not None and line.said_by == talk.DRAFT and line.referral == referral.id and line.words:
            return line.words
    found = [name for name in _competent(form, referral) if asking.mark(name) == given]
    if not found:
        raise Refused(OLD)
    return found[0]


_QUESTIONS: dict[Verb, Callable[[Form], Question | None]] = {
    Verb.CLOSE: _close,
    Verb.SNOOZE: _snooze,
    Verb.OPEN: _open,
    Verb.ERASE: _erase,
    Verb.TRANSFER: _transfer,
    Verb.NOTE: _note,
    Verb.BLOCK: _block,
    Verb.WELL: _well,
    Verb.SUGGEST: _suggest,
    Verb.UNMASK: _unmask,
    Verb.ACCOUNT: _account,
    Verb.REFER: _refer,
    Verb.SHIFT: lambda form: rota.missing(form.m, form.member, form.spoken, form.pressed, form.words),
}


def _as_close(form: Form) -> Act:
    if form.given(0) not in set(Outcome):
        raise Refused(OLD)
    return Act(Verb.CLOSE, form.member.id, form.pressed.referral, outcome=Outcome(form.given(0)))


def _as_snooze(form: Form) -> Act:
    if form.number(0) not in asking.PAUSES:
        raise Refused(OLD)
    return Act(Verb.SNOOZE, form.member.id, form.pressed.referral, until=_in(form, minutes=form.number(0)))


def _as_block(form: Form) -> Act:
    sure, until = form.given(1) == "sure", _in(form, days=min(form.number(0), 365))
    return Act(Verb.BLOCK, form.member.id, form.pressed.referral, words=form.words, until=until, sure=sure)


def _in(form: Form, **long: int) -> datetime:
    return form.m.now + timedelta(**long)


def _as_suggestion(form: Form) -> Act:
    """The category of the case that it comes from goes along, not which case it was."""
    missed = form.given(0) == "missed" and form.pressed.referral
    category = form.referral.category if missed else ""
    return Act(Verb.SUGGEST, form.member.id, words=form.words, state=form.given(0), name=category)


def _as_refer(form: Form) -> Act:
    name = _name(form, form.referral)
    return Act(Verb.REFER, form.member.id, form.pressed.referral, words=form.words, name=name, consent=form.given(1))


def _plain(verb: Verb, **pieces: Callable[[Form], object]) -> Callable[[Form], Act]:
    """An act on a case whose fields are pieces of the payload, or the words."""

    def make(form: Form) -> Act:
        return Act(verb, form.member.id, form.pressed.referral, **{name: piece(form) for name, piece in pieces.items()})  # type: ignore[arg-type]

    return make


_ACTS: dict[Verb, Callable[[Form], Act]] = {
    Verb.CLOSE: _as_close,
    Verb.SNOOZE: _as_snooze,
    Verb.OPEN: _plain(Verb.OPEN, held=lambda form: form.number(0), words=lambda form: form.given(1)),
    Verb.SAY: _plain(Verb.SAY, held=lambda form: form.number(0)),
    Verb.ERASE: _plain(Verb.ERASE),
    Verb.TRANSFER: _plain(Verb.TRANSFER, to=lambda form: form.number(0), words=lambda form: form.words),
    Verb.NOTE: _plain(Verb.NOTE, words=lambda form: form.words),
    Verb.BLOCK: _as_block,
    Verb.WELL: _plain(Verb.WELL, words=lambda form: form.words),
    Verb.SUGGEST: _as_suggestion,
    Verb.UNMASK: _plain(Verb.UNMASK, words=lambda form: form.words),
    Verb.GRANT: _plain(Verb.GRANT, number=lambda form: form.number(0)),
    Verb.ACCOUNT: _plain(Verb.ACCOUNT, number=lambda form: form.number(0)),
    Verb.REFER: _as_refer,
    Verb.PROGRESS: _plain(Verb.PROGRESS, number=lambda form: form.number(0), state=lambda form: form.given(1)),
    Verb.SHIFT: lambda form: rota.act(form.m, form.member, form.pressed, form.words),
    Verb.UNSHIFT: _plain(Verb.UNSHIFT, number=lambda form: form.number(0)),
    Verb.WRITTEN_IN: _plain(Verb.WRITTEN_IN, number=lambda form: form.number(0)),
    Verb.OFFER_AGAIN: _plain(Verb.OFFER_AGAIN, name=lambda form: form.given(0)),
}
