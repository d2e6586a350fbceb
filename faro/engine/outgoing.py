"""The bodies of the outbox: what a channel is asked to do, as plain JSON-ready dictionaries, channel-neutral.

`do` says what:
  say       a reply to a person or a line to staff: text, buttons, keyboard, thread, protect, pin, sheet, paper (a text file),
            pin_it (keep it on top of the chat), answer (typed words are waited for, of `user` alone where several read),
            line (what kind of line to staff it is)
  delete    message ids to be deleted
  press     acknowledge a button press (`id`, `text`, `alert`)
  edit      new text or buttons of a message already sent (`message`, `text`, `buttons`)
  pin       keep a message already sent on top of the chat (`message`)
  topic     make a staff topic (`title`); its receipt carries the thread
  topic_end close or remove a staff topic (`thread`)
  media     show one held picture or voice note to one member of staff (`media`, `kind`), protected and under a spoiler
  leave     leave a group that is not ours
"""

from dataclasses import asdict
from typing import Any

from faro.assistant.reply import Reply

Body = dict[str, Any]


def say(reply: Reply, *, thread: str | None = None, protect: bool = False) -> Body:
    """A reply as a body. `protect`: the channel must not let it be forwarded or saved."""
    body: Body = {"do": "say", **asdict(reply)}
    body["buttons"] = [[button.label, button.payload] for button in reply.buttons]
    body["keyboard"] = [list(row) for row in reply.keyboard]
    return body | {"thread": thread, "protect": protect}


def words(text: str, language: str = "es", *, thread: str | None = None) -> Body:
    """Plain words without anything else."""
    return say(Reply(text, language=language), thread=thread)


def delete(messages: list[str]) -> Body:
    return {"do": "delete", "messages": messages}


def press(press_id: str, text: str = "", *, alert: bool = False) -> Body:
    return {"do": "press", "id": press_id, "text": text[:200], "alert": alert}


def edit(message: str, reply: Reply) -> Body:
    return say(reply) | {"do": "edit", "message": message}


def pin(message: str) -> Body:
    return {"do": "pin", "message": message}


def topic(title: str) -> Body:
    return {"do": "topic", "title": title}


def topic_end(thread: str, *, remove: bool) -> Body:
    return {"do": "topic_end", "thread": thread, "remove": remove}


def media(media_id: str, kind: str, *, thread: str | None = None) -> Body:
    return {"do": "media", "media": media_id, "kind": kind, "thread": thread}


def leave() -> Body:
    return {"do": "leave"}
