"""Raw updates in, Arrivals out."""

import json
from typing import Any, ClassVar

import pytest

from faro.assistant.message import Kind
from faro.engine.channels import Arrival
from handlers.telegram_reading import Reader, address

STAFF = -1001
ANA = {"id": 7, "is_bot": False, "first_name": "Ana", "last_name": "Paz", "language_code": "es"}
ROSA = {"id": 8, "is_bot": False, "first_name": "Rosa", "username": "rosa"}
HELPER = {"id": 9, "is_bot": True, "first_name": "Helper"}
FAROBOT = {"id": 100, "is_bot": True, "first_name": "Faro", "username": "faro_bot"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -55, "type": "group", "title": "Viaje"}
ROOM = {"id": STAFF, "type": "supergroup", "title": "Staff", "is_forum": True}
CHANNEL = {"id": -77, "type": "channel", "title": "News"}
FILE = {"file_id": "F1", "file_unique_id": "u1"}
SIZE = {"width": 10, "height": 10}


def message(content: dict[str, Any], *, chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] | None = ANA) -> dict[str, Any]:
    return {"message_id": 5, "date": 1, "chat": chat} | ({"from": sender} if sender else {}) | content


def update(kind: str, value: dict[str, Any]) -> bytes:
    return json.dumps({"update_id": 1, kind: value}).encode()


def read(kind: str, value: dict[str, Any]) -> Arrival | None:
    reader = Reader(STAFF)
    reader.username = "faro_bot"
    return reader.read(update(kind, value))


def arrived(content: dict[str, Any], **where: Any) -> Arrival:
    arrival = read("message", message(content, **where))
    assert arrival is not None
    return arrival


CONTENTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text": ({"text": "hola"}, {"kind": Kind.TEXT, "parts": ("hola",)}),
    "text of one dot": ({"text": "."}, {"kind": Kind.TEXT, "parts": (".",)}),
    "half a character": ({"text": "hola \ud83d"}, {"kind": Kind.TEXT, "parts": ("hola ?",)}),
    "command": ({"text": "/start"}, {"kind": Kind.COMMAND, "command": "start", "parts": ()}),
    "command with words": ({"text": "/place@faro_bot Tapachula "}, {"command": "place", "arguments": "Tapachula"}),
    "command and lines": ({"text": "/PLACE\nTapachula\nMéxico"}, {"command": "place", "arguments": "Tapachula\nMéxico"}),
    "a slash is no command": ({"text": "/ hola"}, {"kind": Kind.TEXT, "parts": ("/ hola",)}),
    "path is no command": ({"text": "y/o"}, {"kind": Kind.TEXT}),
    "voice": ({"voice": FILE | {"duration": 3}}, {"kind": Kind.VOICE, "media": "voice:F1", "parts": ()}),
    "audio": ({"audio": FILE | {"duration": 3}}, {"kind": Kind.VOICE, "media": "audio:F1"}),
    "photo, the largest": (
        {"photo": [FILE | SIZE, FILE | {"file_id": "F2", "width": 90, "height": 90}], "caption": "mira"},
        {"kind": Kind.PHOTO, "media": "photo:F2", "parts": ("mira",)},
    ),
    "video": ({"video": FILE | SIZE | {"duration": 3}}, {"kind": Kind.VIDEO, "media": "video:F1"}),
    "round video": ({"video_note": FILE | {"length": 9, "duration": 3}}, {"kind": Kind.VIDEO, "media": "video_note:F1"}),
    "moving picture": (
        {"animation": FILE | SIZE | {"duration": 3}, "document": FILE},
        {"kind": Kind.VIDEO, "media": "animation:F1"},
    ),
    "document": ({"document": FILE, "caption": "mi acta"}, {"kind": Kind.DOCUMENT, "media": "document:F1", "parts": ("mi acta",)}),
    "sticker": (
        {"sticker": FILE | SIZE | {"is_animated": False, "is_video": False, "type": "regular", "emoji": "😢"}},
        {"kind": Kind.STICKER, "parts": ("😢",)},
    ),
    "contact": (
        {"contact": {"phone_number": "+50455", "first_name": "Eva", "last_name": "Sol"}},
        {"kind": Kind.CONTACT, "parts": ("Eva Sol +50455",)},
    ),
    "location": ({"location": {"latitude": 14.9, "longitude": -92.2}}, {"kind": Kind.LOCATION, "latitude": 14.9, "longitude": -92.2}),
    "venue": (
        {"venue": {"location": {"latitude": 14.9, "longitude": -92.2}, "title": "Parque", "address": "Centro"}},
        {"kind": Kind.LOCATION, "latitude": 14.9},
    ),
    "poll": (
        {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
                  "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False}},
        {"kind": Kind.OTHER},
    ),
    "dice": ({"dice": {"emoji": "🎲", "value": 3}}, {"kind": Kind.OTHER}),
    "what Telegram invents next year": ({"hologram": {"x": 1}}, {"kind": Kind.OTHER}),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTENTS)
def test_what_a_person_sends_is_understood(name: str) -> None:
    """Each thing that a person can send becomes the one Message that the assistant reads, with id and language."""
    content, expected = CONTENTS[name]
    got = arrived(content).message
    assert {key: getattr(got, key) for key in expected} == expected
    assert (got.ids, got.language_hint, got.edited) == (("5",), "es", False)


def test_a_private_message_says_who_and_where() -> None:
    """A private message carries chat and user, the private room, and no name: names are not asked for."""
    assert arrived({"text": "hola"}) == Arrival("telegram", "7", "7", "private", arrived({"text": "hola"}).message)


class TestEdits:
    """Edited messages are words, looked at again, never acts."""

    @pytest.mark.parametrize(
        "words", [{"text": "me pegan"}, {"photo": [FILE | SIZE], "caption": "me pegan"}, {"text": "/forget"}]
    )
    def test_edited_words(self, words: dict[str, Any]) -> None:
        """An edited text or caption is read as edited words, and an edited command is not obeyed."""
        arrival = read("edited_message", message(words | {"edit_date": 2}))
        assert arrival is not None
        assert (arrival.message.kind, arrival.message.edited) == (Kind.TEXT, True)
        assert arrival.message.parts == (words.get("text") or words["caption"],)

    def test_a_live_position_that_moves(self) -> None:
        """The updates of a live position are not answered one by one."""
        assert read("edited_message", message({"location": {"latitude": 1, "longitude": 2}, "edit_date": 2})) is None


class TestPresses:
    """Buttons."""

    QUERY: ClassVar[dict[str, Any]] = {"id": "99", "from": ROSA, "chat_instance": "1", "data": "staff:take:4"}

    def test_below_a_message_in_a_topic(self) -> None:
        """A press tells who pressed, below which message, in which topic, and how to acknowledge it."""
        below = message({"text": "!", "message_thread_id": 40, "is_topic_message": True}, chat=ROOM, sender=FAROBOT)
        arrival = read("callback_query", self.QUERY | {"message": below})
        assert arrival is not None
        assert (arrival.message.kind, arrival.message.payload, arrival.message.ids) == (Kind.BUTTON, "staff:take:4", ())
        assert (arrival.chat, arrival.user, arrival.room, arrival.thread) == (str(STAFF), "8", "staff", "40")
        assert (arrival.press, arrival.pressed_message, arrival.user_name) == ("99", "5", "Rosa")

    def test_below_a_message_too_old_to_be_read(self) -> None:
        """A press below a message that Telegram no longer shows still arrives from its chat."""
        below = {"chat": ROOM, "message_id": 5, "date": 0}
        arrival = read("callback_query", self.QUERY | {"message": below})
        assert arrival is not None
        assert (arrival.chat, arrival.room, arrival.pressed_message, arrival.thread) == (str(STAFF), "staff", "5", None)

    def test_without_a_message(self) -> None:
        """A press without a message is answered in the presser's private chat."""
        arrival = read("callback_query", self.QUERY)
        assert arrival is not None
        assert (arrival.chat, arrival.user, arrival.room) == ("8", "8", "private")


class TestRooms:
    """Who writes where."""

    def test_topics(self) -> None:
        """The topic counts only for a message that really stands in one."""
        inside = {"text": "x", "message_thread_id": 40, "is_topic_message": True}
        assert arrived(inside, chat=ROOM, sender=ROSA).thread == "40"
        assert arrived({"text": "x", "message_thread_id": 40}, chat=ROOM, sender=ROSA).thread is None
        assert arrived(inside).thread is None

    def test_replies(self) -> None:
        """What a message answers is told; the message that opened its topic does not count."""
        opening = message({"forum_topic_created": {"name": "n", "icon_color": 1}}, chat=ROOM) | {"message_id": 40}
        inside = {"text": "x", "message_thread_id": 40, "is_topic_message": True}
        assert arrived(inside | {"reply_to_message": opening}, chat=ROOM).reply_to is None
        assert arrived(inside | {"reply_to_message": opening | {"message_id": 41}}, chat=ROOM).reply_to == "41"
        assert arrived({"text": "x", "reply_to_message": message({"text": "y"}) | {"message_id": 3}}).reply_to == "3"

    def test_another_group(self) -> None:
        """Any group that is not the staff's is told as such."""
        assert arrived({"text": "hola"}, chat=GROUP).room == "group"
        assert Reader(None).read(update("message", message({"text": "x"}, chat=ROOM))).room == "group"  # type: ignore[union-attr]

    def test_channels(self) -> None:
        """Channel posts hold nothing for us."""
        assert read("channel_post", message({"text": "x"}, chat=CHANNEL, sender=None)) is None
        assert read("message", message({"text": "x"}, chat=CHANNEL, sender=None)) is None

    def test_other_bots(self) -> None:
        """A message from another bot is told as one."""
        assert arrived({"text": "x"}, chat=ROOM, sender=HELPER).is_bot

    def test_anonymous_administrators(self) -> None:
        """Who hides behind the group is nobody: no user that could be taken for staff."""
        arrival = arrived({"text": "x", "sender_chat": ROOM}, chat=ROOM, sender=HELPER)
        assert (arrival.user, arrival.user_name, arrival.is_bot) == ("", None, False)

    def test_commands_for_another_bot(self) -> None:
        """In a group a command addressed to another bot is not ours; one to us, or to nobody, is."""
        assert read("message", message({"text": "/queue@other_bot"}, chat=ROOM)) is None
        assert arrived({"text": "/queue@Faro_Bot"}, chat=ROOM).message.command == "queue"
        assert arrived({"text": "/queue"}, chat=ROOM).message.command == "queue"

    def test_the_staff_group_becomes_a_supergroup(self) -> None:
        """After the staff group got a new id, both ids are the staff group, whichever notice came."""
        for notice, chat in (({"migrate_to_chat_id": -2000}, ROOM), ({"migrate_from_chat_id": STAFF}, ROOM | {"id": -2000})):
            reader = Reader(STAFF)
            assert reader.read(update("message", message(notice, chat=chat))) is None
            later = reader.read(update("message", message({"text": "x"}, chat=ROOM | {"id": -2000})))
            assert later is not None
            assert later.room == "staff"


class TestMembership:
    """Blocks, returns, invitations."""

    @staticmethod
    def change(chat: dict[str, Any], status: str) -> Arrival | None:
        more = {"kicked": {"until_date": 0}}.get(status, {})
        was = {"user": FAROBOT, "status": "left"}
        now = {"user": FAROBOT, "status": status} | more
        return read("my_chat_member", {"chat": chat, "from": ANA, "date": 1, "old_chat_member": was, "new_chat_member": now})

    @pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.RETURNED)])
    def test_private(self, status: str, kind: Kind) -> None:
        """Blocking and unblocking the bot arrive as such."""
        arrival = self.change(PRIVATE, status)
        assert arrival is not None
        assert (arrival.message.kind, arrival.room, arrival.user) == (kind, "private", "7")

    def test_added_to_a_group(self) -> None:
        """Being added to a group that is not ours arrives, so that the bot can leave; being put out of one does not."""
        arrival = self.change(GROUP, "member")
        assert arrival is not None
        assert (arrival.room, arrival.message.kind) == ("group", Kind.OTHER)
        assert self.change(GROUP, "left") is None

    def test_what_the_bot_may_do_in_the_staff_group(self) -> None:
        """A plain member may nothing of it; put out of the group there is nobody to tell."""
        arrival = self.change(ROOM, "member")
        assert arrival is not None
        assert (arrival.room, arrival.message.kind, arrival.message.payload) == ("staff", Kind.RIGHTS, "")
        assert self.change(ROOM, "left") is None


@pytest.mark.parametrize("content", [
    {"new_chat_members": [FAROBOT]}, {"left_chat_member": ANA}, {"group_chat_created": True}, {"new_chat_title": "x"},
    {"pinned_message": message({"text": "x"})}, {"forum_topic_closed": {}}, {"message_auto_delete_timer_changed": {"message_auto_delete_time": 9}},
])  # fmt: skip
@pytest.mark.parametrize("chat", [PRIVATE, ROOM, GROUP])
def test_service_messages(content: dict[str, Any], chat: dict[str, Any]) -> None:
    """What Telegram itself writes into a chat is not answered, and counted."""
    reader = Reader(STAFF)
    assert reader.read(update("message", message(content, chat=chat))) is None
    assert reader.ignored["service"] == 1


def test_an_update_of_another_kind() -> None:
    """A kind of update that we do not know holds nothing for us."""
    assert read("gravity_changed", {"g": 9}) is None


@pytest.mark.parametrize("raw", [
    b"", b"{", b"[]", b'"x"', b'{"update_id": 1, "message": {"text": "x"}}', b'{"update_id": 1, "message": 3}',
    b'{"update_id": 1, "message": {"message_id": 1, "date": 99999999999999999, "chat": {"id": 1, "type": "private"}}}',
    b'{"update_id": 1, "callback_query": {"id": "1"}}', b"\xff\xfe",
])  # fmt: skip
def test_what_cannot_be_read(raw: bytes) -> None:
    """An update that cannot be read is told as a ValueError whatever is wrong with it, and quotes nothing of it."""
    with pytest.raises(ValueError, match=r"unreadable update: [A-Za-z]+$"):
        Reader(STAFF).read(raw)


class TestAddress:
    """What is read before an update is stored."""

    @pytest.mark.parametrize(("inner", "expected"), [
        ({"message": message({"text": "ayuda"})}, ("3", "7", "ayuda")),
        ({"message": message({"photo": [], "caption": "ayuda"}, chat=ROOM)}, ("3", "-1001", "ayuda")),
        ({"edited_message": message({"text": "ayuda"})}, ("3", "7", "ayuda")),
        ({"message": message({"text": "\ud83d"})}, ("3", "7", "?")),
        ({"callback_query": {"id": "1", "from": ROSA, "message": message({"text": "ours"}, chat=ROOM)}}, ("3", "-1001", None)),
        ({"callback_query": {"id": "1", "from": ROSA}}, ("3", "8", None)),
        ({"my_chat_member": {"chat": PRIVATE, "from": ANA}}, ("3", "7", None)),
        ({"message": {"broken": True}}, ("3", "", None)),
        ({"message": 3}, ("3", "", None)),
        ({"poll": {"id": "1"}}, ("3", "", None)),
        ({}, ("3", "", None)),
    ])  # fmt: skip
    def test_any_update_with_an_id(self, inner: dict[str, Any], expected: tuple[str, str, str | None]) -> None:
        """Id, chat and words are found without trusting anything else of the update."""
        assert tuple(address({"update_id": 3} | inner)) == expected

    def test_no_id(self) -> None:
        """Without an id it is no update."""
        with pytest.raises(ValueError, match="update_id"):
            address({"message": message({"text": "x"})})
