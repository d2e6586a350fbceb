"""The tables. Columns of type `Sealed` hold bytes that only `storage.seal` opens; everything else says nothing about a person.

Times are UTC seconds since 1970 as floats: both engines sort and compare them alike. Ids are never used a second time, because causes
and references outlive rows.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    literal_column,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer, "sqlite")


class Sealed(LargeBinary):
    """Bytes that only the seal opens, under the name `table.column`."""


class Hash(LargeBinary):
    """A keyed hash."""


chat = Table(
    "chat",
    metadata,
    Column("key", Hash, primary_key=True),
    Column("channel", String, nullable=False),
    Column("address", Sealed, nullable=False),
    Column("person", Id, ForeignKey("person.id", ondelete="SET NULL")),
    Column("next_at", Float, nullable=False, server_default="0"),
    Column("lease_until", Float, nullable=False, server_default="0"),
    Column("unreachable_since", Float),
    Column("lease_by", BigInteger),
)
"""Where something is sent to: a person's chat, the staff group, a staff member's private chat. `next_at`: not before (429).
`lease_until`: a process is sending there; `lease_by`: which one, as its seat on the line (`storage.line`)."""

Index("ix_chat_person", chat.c.person)

person = Table(
    "person",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("memory", Sealed, nullable=False),
    Column("made_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
    Column("hidden_at", Float),
    Column("blocked_until", Float),
    sqlite_autoincrement=True,
)
"""One conversation's memory (`assistant.person.Person` as JSON). `hidden_at`: /forget with an open referral; a coordinator finishes."""

Index("ix_person_seen", person.c.seen_at)
Index(
    "ix_person_hidden",
    person.c.hidden_at,
    sqlite_where=text("hidden_at IS NOT NULL"),
    postgresql_where=text("hidden_at IS NOT NULL"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("channel", String, nullable=False),
    Column("delivery_id", String, nullable=False),
    Column("chat_key", Hash, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String, nullable=False, server_default="new"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Float, nullable=False, server_default="0"),
    Column("body", Sealed),
    Column("fault", String),
    Column("received_at", Float, nullable=False),
    Column("done_at", Float),
    UniqueConstraint("channel", "delivery_id"),
    sqlite_autoincrement=True,
)
"""Deliveries, stored before they are acknowledged. States: new, done, parked."""

Index(
    "ix_inbox_waiting",
    inbox.c.chat_key,
    inbox.c.id,
    sqlite_where=text("state = 'new'"),
    postgresql_where=text("state = 'new'"),
)
Index("ix_inbox_due", inbox.c.next_at, sqlite_where=text("state = 'new'"), postgresql_where=text("state = 'new'"))

Index("ix_inbox_done", inbox.c.received_at, sqlite_where=text("state = 'done'"), postgresql_where=text("state = 'done'"))

Index("ix_inbox_parked", inbox.c.id, sqlite_where=text("state = 'parked'"), postgresql_where=text("state = 'parked'"))

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("cause", String, nullable=False),
    Column("n", Integer, nullable=False),
    Column("chat_key", Hash, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("state", String, nullable=False, server_default="new"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Float, nullable=False, server_default="0"),
    Column("body", Sealed),
    Column("receipt", Sealed),
    Column("fault", String),
    Column("held_for", String),
    Column("referral", Id),
    Column("purpose", String, nullable=False, server_default="reply"),
    Column("talk", Id),
    Column("made_at", Float, nullable=False),
    Column("done_at", Float),
    UniqueConstraint("cause", "n"),
    sqlite_autoincrement=True,
)
"""What is to be sent. States: new, held, sent, dead. `held_for`: `person` (until writing is safe), `thread` (until the topic is made).
`purpose` (engine.purposes) says what its success or failure means. `talk`: the row whose words it carries."""

Index(
    "ix_outbox_waiting",
    outbox.c.chat_key,
    outbox.c.id,
    outbox.c.priority,
    sqlite_where=text("state = 'new'"),
    postgresql_where=text("state = 'new'"),
)
for _state in ("held", "dead"):
    Index(
        f"ix_outbox_{_state}",
        outbox.c.chat_key,
        outbox.c.id,
        sqlite_where=text(f"state = '{_state}'"),
        postgresql_where=text(f"state = '{_state}'"),
    )
Index("ix_outbox_referral", outbox.c.referral)
Index(
    "ix_outbox_sent",
    outbox.c.chat_key,
    outbox.c.done_at,
    sqlite_where=text("state = 'sent'"),
    postgresql_where=text("state = 'sent'"),
)
Index("ix_outbox_made", outbox.c.made_at, sqlite_where=text("state = 'sent'"), postgresql_where=text("state = 'sent'"))
Index(
    "ix_outbox_shown",
    outbox.c.done_at,
    sqlite_where=text("state = 'sent' AND body IS NOT NULL"),
    postgresql_where=text("state = 'sent' AND body IS NOT NULL"),
)
Index("ix_outbox_talk", outbox.c.talk)

referral = Table(
    "referral",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", Id, ForeignKey("person.id", ondelete="SET NULL")),
    Column("status", String, nullable=False),
    Column("category", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("language", String, nullable=False),
    Column("details", Sealed, nullable=False),
    Column("country", Hash),
    Column("owner", Id, ForeignKey("staff.id")),
    Column("unsure", Boolean, nullable=False),
    Column("conflict", Boolean, nullable=False),
    Column("drill", Boolean, nullable=False, server_default=text("false")),
    Column("opened_at", Float, nullable=False),
    Column("clock_from", Float, nullable=False),
    Column("clock_step", Integer, nullable=False, server_default="0"),
    Column("stepped_at", Float, nullable=False, server_default="0"),
    Column("first_word_at", Float),
    Column("snoozed_until", Float),
    Column("closed_at", Float),
    Column("outcome", String),
    Column("thread", String),
    Column("before", Id),
    sqlite_autoincrement=True,
)
"""`details` seals where, evidence, who does the harm, the pseudonym. `country`: a keyed hash of the country in it, so that cases are counted by
country and without the key nobody reads which; NULL in rows from before. `clock_step`: how far the reminders of the running clock went,
and when the last one was given."""

Index(
    "uq_referral_one_open",
    referral.c.person,
    unique=True,
    sqlite_where=text("status != 'closed'"),
    postgresql_where=text("status != 'closed'"),
)
Index("ix_referral_person", referral.c.person, referral.c.id)
Index("ix_referral_thread", referral.c.thread)
Index(
    "ix_referral_queue",
    referral.c.unsure,
    referral.c.drill,
    referral.c.owner,
    referral.c.severity,
    referral.c.status,
    referral.c.clock_from,
    referral.c.snoozed_until,
    referral.c.id,
    sqlite_where=text("status != 'closed'"),
    postgresql_where=text("status != 'closed'"),
)
Index(
    "ix_referral_conflict",
    referral.c.id,
    sqlite_where=text("status != 'closed' AND \"conflict\""),
    postgresql_where=text("status != 'closed' AND \"conflict\""),
)
Index("ix_referral_opened", referral.c.opened_at)
Index("ix_referral_closed", referral.c.closed_at)

talk = Table(
    "talk",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", Id, ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("referral", Id),
    Column("said_by", String, nullable=False),
    Column("staff", Id),
    Column("kind", String, nullable=False),
    Column("words", Sealed),
    Column("media", Sealed),
    Column("ids", Sealed),
    Column("edited", Boolean, nullable=False, server_default=text("false")),
    Column("state", String, nullable=False, server_default="said"),
    Column("at", Float, nullable=False),
    Column("hidden_at", Float),
    Column("opened_at", Float),
    sqlite_autoincrement=True,
)
"""What was said, by `person`, `bot` or `staff`. `ids` are the channel's message ids, for /clear. States of staff's words: held, said
(on its way), sent, failed."""

Index("ix_talk_person", talk.c.person, talk.c.id)
Index("ix_talk_referral", talk.c.referral, talk.c.id)
Index("ix_talk_loose", talk.c.referral, talk.c.at)

staff_line = Table(
    "staff_line",
    metadata,
    Column("chat_key", Hash, primary_key=True),
    Column("message", String, primary_key=True),
    Column("referral", Id, nullable=False),
    Column("kind", String, nullable=False),
    Column("at", Float, nullable=False),
)
"""Which message in a staff chat belongs to which referral: alerts (to edit them) and lines (so that an answer to one finds its way)."""

Index("ix_staff_line_referral", staff_line.c.referral)

note = Table(
    "note",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("referral", Id, ForeignKey("referral.id", ondelete="CASCADE"), nullable=False),
    Column("staff", Id, nullable=False),
    Column("words", Sealed, nullable=False),
    Column("at", Float, nullable=False),
    sqlite_autoincrement=True,
)
"""Private notes of staff; the person never sees them."""

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("at", Float, nullable=False),
    Column("verb", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("referral", Id),
    Column("detail", Sealed),
    sqlite_autoincrement=True,
)
"""Who did what and when, also who read: dotted verbs such as `referral.claimed`. `actor`: `staff:3`, `person`, `machine`."""

Index("ix_audit_referral", audit.c.referral, audit.c.id)
Index("ix_audit_at", audit.c.at)

staff = Table(
    "staff",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("user_key", Hash, unique=True),
    Column("address", Sealed),
    Column("name", Sealed, nullable=False),
    Column("roles", String, nullable=False),
    Column("languages", String, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    Column("on_call_since", Float),
    Column("added_at", Float, nullable=False),
    Column("ties", Sealed),
    sqlite_autoincrement=True,
)
"""`ties`: names of shelters and partners they belong to; a case that names one of them is not theirs."""

shift = Table(
    "shift",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("staff", Id, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False),
    Column("starts_at", Float, nullable=False),
    Column("ends_at", Float),
    Column("begun_at", Float),
    Column("ended_at", Float),
    sqlite_autoincrement=True,
)
"""Who is on call when. Planned ones have an end; `begun_at` and `ended_at` are what really happened: clocks run by these."""

Index("ix_shift_staff", shift.c.staff, shift.c.id)
Index("ix_shift_ended", shift.c.ended_at)

institution = Table(
    "institution",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("referral", Id, ForeignKey("referral.id", ondelete="CASCADE"), nullable=False),
    Column("name", Sealed, nullable=False),
    Column("state", String, nullable=False),
    Column("consent", String, nullable=False),
    Column("reason", Sealed),
    Column("staff", Id, nullable=False),
    Column("at", Float, nullable=False),
    Column("changed_at", Float, nullable=False),
    sqlite_autoincrement=True,
)
"""A case handed on to an institution. States: asked (the person's consent), in_progress, accepted, rejected, done, refused (by the
person). `consent`: asked, yes, no, override; `reason` is the coordinator's where it was an override."""

Index("ix_institution_referral", institution.c.referral)

unmasking = Table(
    "unmasking",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("referral", Id, ForeignKey("referral.id", ondelete="CASCADE"), nullable=False),
    Column("asked_by", Id, nullable=False),
    Column("reason", Sealed, nullable=False),
    Column("asked_at", Float, nullable=False),
    Column("granted_by", Id),
    Column("granted_at", Float),
    Column("seen_at", Float),
    sqlite_autoincrement=True,
)
"""Somebody wants to know which account stands behind a pseudonym; another one grants it; it is seen once."""

Index("ix_unmasking_referral", unmasking.c.referral)

session = Table(
    "session",
    metadata,
    Column("key", Hash, primary_key=True),
    Column("kind", String, nullable=False),
    Column("staff", Id, ForeignKey("staff.id", ondelete="CASCADE")),
    Column("made_at", Float, nullable=False),
    Column("used_at", Float, nullable=False),
    Column("expires_at", Float, nullable=False),
)
"""One-time sign-in links (`link`), console sessions (`console`) and web chats (`web`), found by the hash of their secret."""

question = Table(
    "question",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("day", String, nullable=False),
    Column("language", String, nullable=False),
    Column("words", Sealed, nullable=False),
    Column("near", String, nullable=False),
    sqlite_autoincrement=True,
)
"""Unanswered questions for editors: the day, never who."""

suggestion = Table(
    "suggestion",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("day", String, nullable=False),
    Column("language", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("category", String, nullable=False),
    Column("words", Sealed, nullable=False),
    sqlite_autoincrement=True,
)
"""Sentences that staff hand to editors, `no_danger` or `missed`: the day, never who."""

complaint = Table(
    "complaint",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("person", Id, ForeignKey("person.id", ondelete="SET NULL")),
    Column("referral", Id),
    Column("words", Sealed, nullable=False),
    Column("at", Float, nullable=False),
    sqlite_autoincrement=True,
)
"""What somebody has to say about the team. `words` seals them with the pseudonym; `referral`: the case that was open then."""

Index("ix_complaint_person", complaint.c.person)

tally = Table(
    "tally",
    metadata,
    Column("day", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("language", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""Counts a day: `answer:<topic>`, `useful:<topic>`, `wrong:<topic>`, `unknown` ... never who."""

place_report = Table(
    "place_report",
    metadata,
    Column("place", String, primary_key=True),
    Column("reporter", Hash, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("at", Float, nullable=False),
)
"""How it was at a place of the directory: `closed`, `refused`, `helped`. `reporter`: a keyed hash of person and place, so that nobody
counts twice and nobody reads who was where. Gone after a week."""

place_hold = Table(
    "place_hold",
    metadata,
    Column("place", String, primary_key=True),
    Column("since", Float, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("released_at", Float),
)
"""Places that several people reported: nobody is sent there until an editor releases them."""

pulse = Table(
    "pulse",
    metadata,
    Column("name", String, primary_key=True),
    Column("at", Float, nullable=False),
    Column("detail", String),
)
"""Last signs of life and of work done: heartbeat, retention, drill."""

# Conditions of partial indexes, spelled as in the index: with a bound value neither engine dares to use it.
RECEIVED = inbox.c.state == literal_column("'new'")
DONE = inbox.c.state == literal_column("'done'")
PARKED = inbox.c.state == literal_column("'parked'")
WAITING = outbox.c.state == literal_column("'new'")
HELD = outbox.c.state == literal_column("'held'")
DEAD = outbox.c.state == literal_column("'dead'")
SENT = outbox.c.state == literal_column("'sent'")
CONFLICT: ColumnElement[bool] = literal_column('"conflict"', Boolean)
LIVE = referral.c.status != literal_column("'closed'")

ON_PURPOSE = (
    "cleared", "erased", "closed", "not owned", "shown with the rest", "no topics here", "grouped", "sent in private", "superseded",
)  # fmt: skip
FAILED = (DEAD, outbox.c.fault.not_in(ON_PURPOSE), outbox.c.purpose.not_in(("clean", "edit", "board")))
"""What really could not be sent: not what was dropped on purpose, nor what nobody misses."""
