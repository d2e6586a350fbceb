"""The shapes of curated data, checked on reading. JSON Schema for editors is made from these models.

Field names follow the field's standards where they exist (Open Referral HSDS for places). Unknown is None or "unknown", never a guess.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

LANGUAGES = ("es", "en", "pt", "fr", "ht", "ar")
"""The languages with content, in the order of the language menu."""

COUNTRIES = ("MX", "GT", "HN", "SV", "NI", "CR", "PA", "BZ", "DO", "US", "CA")
"""The member countries of the Regional Conference on Migration."""

INTERNATIONAL = "XX"

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
TopicId = Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9_]+$")]


KINDS = (
    "emergency",
    "police",
    "ambulance",
    "fire",
    "rescue",
    "child_line",
    "child_protection",
    "women_line",
    "sexual_violence_line",
    "trafficking_line",
    "crisis_line",
    "crime_report",
    "human_rights",
    "ombudsman",
    "legal_help",
    "asylum",
    "migration",
    "find_detained",
    "family_links",
    "humanitarian",
    "health",
    "education",
    "labour",
    "lgbtiq",
    "interpreter",
    "consulate",
    "other",
)
"""Kinds of contact. Some have no confirmed number in any country yet; a kind that stands not here is a slip of the pen."""


class Entry(BaseModel):
    """Anything read from content: frozen, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Dated(Entry):
    """What was checked on a day and must be checked again. `withdrawn_on`: never shown from that day; entries are not deleted."""

    checked_on: date
    check_again_on: date
    withdrawn_on: date | None = None

    def in_date(self, today: date) -> bool:
        """Whether it may be shown today."""
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= today
        return not withdrawn and today <= self.check_again_on


class Number(Entry):
    """A way to reach a contact, as dialled in its country."""

    number: str
    channel: Literal["call", "whatsapp", "sms", "telegram"] = "call"
    text: str | None = None
    """The word to send, where a service wants one."""
    option: str | None = None
    """The key to press in a voice menu."""


class Contact(Dated):
    """Somebody to call. A number is never shown without its country."""

    id: str
    country: Country = INTERNATIONAL
    kind: str
    name: str
    numbers: tuple[Number, ...] = ()
    url: str | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    free: bool | None = None
    short_emergency: bool = False
    toll: str | None = None
    beside: str | None = None
    """A surer contact that is always shown with this one, where only one source knows this number."""
    for_whom: str | None = None
    alarm: bool = False
    """An alarm, such as for children who are missing: nobody to be asked about a bed."""
    source: str
    as_of: str | None = None
    note: str | None = None

    def shown(self, today: date) -> bool:
        """Short emergency numbers and child lines never vanish (promise 7), unless withdrawn."""
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= today
        return self.in_date(today) or (self.short_emergency and not withdrawn)


class Fact(Dated):
    """What is known about the law or practice of one country. `values` are the numbers that words may show as {fact:id.name}."""

    id: str
    country: Country
    statement: str
    legal_basis: str | None = None
    status: Literal["law", "court", "practice", "policy", "contested"]
    values: dict[str, int | float | str] = {}
    source: str
    as_of: str | None = None
    note: str | None = None


Phase = Literal["before_leaving", "on_the_way", "at_border", "in_detention", "at_destination", "after_return"]


class Topic(Dated):
    """What a question can be answered with, language-neutral. `revision` is raised when a fact changes."""

    id: TopicId
    revision: int = 1
    phases: tuple[Phase, ...] = ()
    related: tuple[TopicId, ...] = ()
    contact_kinds: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ()
    hurts: bool = False
    needs_country: bool = False
    facts: dict[Country, tuple[str, ...]] = {}
    contacts: dict[Country, tuple[str, ...]] = {}


class Wording(Entry):
    """A topic in one language. `of_revision` names the topic's revision that it was written from."""

    topic: TopicId
    of_revision: int
    review: str
    title: str
    answer: str
    steps: tuple[str, ...] = ()
    gentle: str | None = None
    countries: dict[Country, str] = {}
    sensitive: bool = False


class Localised(Entry):
    """One line for staff, in the console's languages."""

    es: str
    en: str
    pt: str

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language, self.es))


class Competent(Entry):
    """Who is responsible: a contact by id, or an authority by its plain name where no number is confirmed."""

    contact: str | None = None
    name: str | None = None
    role: str


class ProtocolCountry(Entry):
    competent: tuple[Competent, ...] = ()
    deadlines: tuple[str, ...] = ()


class Protocol(Dated):
    """How staff act on one category of risk, and which kinds of contact the person is shown, by who does the harm."""

    category: str
    ask_first: tuple[Localised, ...]
    never_ask: tuple[Localised, ...]
    never_promise: tuple[Localised, ...]
    child_should_hear: tuple[Localised, ...]
    steps: tuple[Localised, ...]
    doers: dict[str, tuple[str, ...]]
    countries: dict[Country, ProtocolCountry] = {}
    review: str = "needed"


class Hours(Entry):
    """A period of a shift, local time of the operator. `to` before `from` runs past midnight."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
    from_: Annotated[str, Field(alias="from", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    to: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]


class Served(Entry):
    """A country that the operator serves: who keeps its content, when it is reviewed, and the duty to report."""

    owner: str | None = None
    review_month: Annotated[int, Field(ge=1, le=12)] | None = None
    duty_to_report: bool | None = None
    duty_fact: str | None = None


class Channel(Entry):
    """Where complaints about the team go: somebody outside of it. `telegram`: a user id to whom the bot tells that there is one."""

    name: str
    contact: str
    telegram: int | None = None


class Clocks(Entry):
    """Minutes to the first human word, by severity; they run only while somebody is on call."""

    critical: Annotated[int, Field(gt=0)] = 5
    high: Annotated[int, Field(gt=0)] = 60
    medium: Annotated[int, Field(gt=0)] = 1440


class Operator(Entry):
    """Who runs this Faro. `sample: true` is nobody: then no person is ever promised."""

    sample: bool = False
    name: str
    country: Country
    contact: str
    staff_languages: tuple[str, ...] = ("es",)
    timezone: str
    hours: tuple[Hours, ...] = ()
    holidays: tuple[date, ...] = ()
    on_call_at_night: bool = False
    countries_served: dict[Country, Served] = {}
    partners: tuple[str, ...] = ()
    """Names of shelters and partners: a case that names one goes to a coordinator without tie to it."""
    complaint_channel: Channel | None = None
    clocks_minutes: Clocks = Clocks()
    case_limit: Annotated[int, Field(gt=0)] = 8
    weather_page: str | None = None


Known = Literal["yes", "no", "unknown"]
"""What is not known is shown as not known, never as yes."""


class Opening(Entry):
    """When a door is open, as HSDS has it: an RFC 5545 rule and local times of the place. `closes_at` before `opens_at` runs past midnight."""

    freq: Literal["DAILY", "WEEKLY"] = "DAILY"
    byday: tuple[Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"], ...] = ()
    opens_at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    closes_at: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
    valid_from: date | None = None
    valid_to: date | None = None


class Eligibility(Entry):
    """Who is let in, and what a door asks."""

    minors_alone: Known = "unknown"
    families: Known = "unknown"
    women: Known = "unknown"
    men: Known = "unknown"
    lgbtiq: Known = "unknown"
    disability: Known = "unknown"
    pets: Known = "unknown"
    asks_for_papers: Known = "unknown"
    tells_authorities: Known = "unknown"
    open_door_at_night: Known = "unknown"
    closed_door: Known = "unknown"
    max_nights: int | None = None


Alert = Literal["ask_open", "money_ended", "moving", "rest_only", "town_unsure", "risky_town"]
"""What a person must hear about a place before going; each has a string `services-alert-<name>`."""


class Place(Dated):
    """A service with a location. A confidential place has no address: it carries a phone only."""

    id: str
    organization: str | None = None
    name: str
    service: Literal["shelter", "food", "health", "legal", "family_links", "consulate", "child_protection", "school", "other"] = (
        "shelter"
    )
    country: Country
    state: str | None = None
    town: str
    address: str | None = None
    address_confirmed: bool = False
    latitude: float | None = None
    longitude: float | None = None
    position: Literal["site", "town", "unknown"] = "unknown"
    confidential: bool = False
    phones: tuple[Number, ...] = ()
    url: str | None = None
    languages: tuple[str, ...] = ()
    cost: str | None = None
    accessibility: str | None = None
    services: tuple[str, ...] = ()
    eligibility: Eligibility = Eligibility()
    schedule: tuple[Opening, ...] = ()
    timezone: str
    status: Literal["open", "closed", "unknown"] = "unknown"
    closed_from: date | None = None
    closed_until: date | None = None
    admission: Literal["open", "referral", "unknown"] = "unknown"
    """`referral`: nobody can walk in; an office or an aid group sends people there."""
    alerts: tuple[Alert, ...] = ()
    assured_date: str | None = None
    """Year, year-month or day of the newest source that says the place works."""
    source: str
    more_sources: tuple[str, ...] = ()
    note: str | None = None

    @model_validator(mode="after")
    def _keeps_the_secret(self) -> "Place":
        """Promise 7: the address of a confidential place stands nowhere, so that it can leave by no path."""
        if self.confidential and (self.address or self.latitude is not None or self.longitude is not None):
            raise ValueError("a confidential place has no address and no position")
        return self


CATEGORIES = (
    "self_harm",
    "sexual_violence",
    "physical_abuse",
    "trafficking",
    "online_exploitation",
    "kidnapping",
    "gang_threat",
    "immediate_danger",
    "medical_emergency",
    "child_detained",
    "child_alone",
    "forced_return",
    "urgent_needs",
)
"""The risk categories of DESIGN.md; `person` (a wish) and `system` (the machine failed) exist only as referrals."""
