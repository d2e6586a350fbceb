"""One turn while it is being made: what is known so far, and what has been decided to say. Thrown away when the turn is done."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from faro.assistant import menu
from faro.assistant.events import Event
from faro.assistant.message import Message
from faro.assistant.person import Person
from faro.assistant.reply import Button, Reply
from faro.library import Library


@dataclass
class Talk:
    """`language` is the one to answer in; `replies` and `events` are in the order in which they are said and told."""

    message: Message
    person: Person
    library: Library
    now: datetime
    language: str
    replies: list[Reply] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    foreign: bool = False
    """Written in a language without content: greeted, and answered only where it is clear what was asked."""
    tongue: str | None = None
    """That language, for whoever looks for an interpreter."""
    secret: bool = False
    """What was written must not be remembered: the hidden word."""

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def owned(self) -> bool:
        """Whether a member of staff owns an open referral of this person: then free words are theirs."""
        referral = self.person.referral
        return referral is not None and referral.status in ("claimed", "answered", "waiting")

    def words(self, key: str, /, **args: object) -> str:
        """A string in the language of the turn."""
        return self.library.say(self.language, key, **args)

    def say(self, key: str, /, *buttons: tuple[str, str], **args: object) -> None:
        """Add a reply from a string; `buttons` are pairs of (string key, payload)."""
        offered = tuple(Button(self.words(label), payload) for label, payload in buttons)
        self.add(Reply(self.words(key, **args), offered, language=self.language))

    def add(self, reply: Reply) -> None:
        self.replies.append(reply)

    def with_menu(self, key: str, /, *, neutral: bool = False, **args: object) -> None:
        """Add a reply that brings the six choices back."""
        keys = menu.keyboard(self.library, self.language)
        self.add(Reply(self.words(key, **args), keyboard=keys, neutral=neutral, language=self.language))

    def tell(self, event: Event) -> None:
        self.events.append(event)

    def remember(self, **changes: object) -> None:
        """Change what is remembered of the person."""
        self.person = replace(self.person, **changes)  # type: ignore[arg-type]

    def ask(self, question: str | None, *about: str) -> None:
        """Remember which question stands open."""
        self.remember(asked=question, asked_about=about)
