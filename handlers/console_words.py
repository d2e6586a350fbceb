"""How the console speaks: words by key in the reader's language, hours in the operator's time, and how long something took."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from faro.assistant import desk, dossier, help_lines
from faro.assistant.referral import Refused
from faro.library import Library
from faro.storage.views import Gap, Queued

HOUR, DAY = 60, 24 * 60


class Words:
    """The console's language for one page. `now`: the moment that the page shows."""

    def __init__(self, library: Library, language: str, now: datetime) -> None:
        self._library = library
        self._zone = ZoneInfo(library.operator.timezone)
        self.language = language
        self.now = now

    def say(self, key: str, /, **about: object) -> str:
        """A string of `locales/`."""
        return self._library.say(self.language, key, **about)

    def hour(self, at: datetime) -> str:
        """The operator's time; with the day where it is not today's."""
        local, today = at.astimezone(self._zone), self.now.astimezone(self._zone)
        return local.strftime("%H:%M" if local.date() == today.date() else "%d/%m %H:%M")

    def since(self, at: datetime) -> str:
        """How long ago."""
        return lasting(self.now - at)

    def lasting(self, time: timedelta) -> str:
        """A length of time."""
        return lasting(time)

    def minutes(self, number: float) -> str:
        """So many minutes as a length of time."""
        return lasting(timedelta(minutes=number))

    def clock(self, queued: Queued) -> tuple[str, str]:
        """What the clock says, and how it looks: `over`, `near`, `calm` or `none`."""
        if queued.referral.snoozed_until is not None:
            return self.say("console-snoozed", hour=self.hour(queued.referral.snoozed_until)), "none"
        if queued.due_at is None:
            return self.say("console-no-clock"), "none"
        left = queued.due_at - self.now
        if left < timedelta():
            return self.say("console-over", time=lasting(-left)), "over"
        near = left < (queued.due_at - queued.referral.clock_from) / 3
        return self.say("console-left", time=lasting(left)), "near" if near else "calm"

    def country(self, code: str | None) -> str:
        """A country's name; a code that we have no name for stays a code."""
        if code is None:
            return self.say("console-fact-unknown")
        return (
            help_lines.country_name(self._library, code, self.language)
            if self._library.strings.has("es", f"country-{code}")
            else code
        )

    def tongue(self, code: str) -> str:
        """A language by its own name; a code that we have no name for stays a code."""
        return self._library.say(code, "language-name") if self._library.strings.has(code, "language-name") else code

    def gap(self, gap: Gap) -> str:
        """What is missing, and what to do about it."""
        return self.say(f"desk-gap-{gap.what}", count=gap.count, hour=self.hour(gap.at) if gap.at else "")

    def event(self, verb: str) -> str:
        """A dotted verb of the audit in words; one without words stays as it is."""
        key = f"console-event-{verb.replace('.', '-', 1)}"
        return self.say(key) if self._library.strings.has("es", key) else verb

    def evidence(self, piece: str) -> str:
        """Why the machine noticed it. What somebody else once wrote is not shown as if this person had: only that it resembles that."""
        what, _, rest = piece.partition(": ")
        key = f"console-evidence-{what.replace(' ', '-')}"
        if not self._library.strings.has("es", key):
            return piece
        category = f"desk-category-{rest}"
        return self.say(key, words=self.say(category) if self._library.strings.has("es", category) else rest)

    def choice(self, may_write: str, category: str) -> str:
        """Whether staff may write to the phone."""
        return self.say(dossier.may_write_key(may_write, category))

    def refusal(self, refused: Refused, names: dict[int, str]) -> str:
        """Why an act was refused."""
        return desk.refusal(self._library, self.language, refused, names)


def lasting(time: timedelta) -> str:
    """A length of time with its two largest units: `3 d 4 h`, `1 h 20 min`, `4 min`, `35 s`."""
    seconds = max(0, int(time.total_seconds()))
    minutes = seconds // 60
    if minutes < 1:
        return f"{seconds} s"
    if minutes < HOUR:
        return f"{minutes} min"
    if minutes < DAY:
        return f"{minutes // HOUR} h {minutes % HOUR:02} min"
    return f"{minutes // DAY} d {minutes % DAY // HOUR} h"
