"""For editors: what people asked in vain, grouped by likeness and ready to be made ways of asking; and how old the content is."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from faro.library import Library
from faro.library.entries import LANGUAGES
from faro.library.text import fold
from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit

MOST = 1000
"""Questions that are grouped, the newest ones."""

ALIKE = 0.4
"""Share of words that two questions have in common at least to stand together."""

SOON = timedelta(days=30)


class ConsoleEditors(Part):
    """The pages over one engine."""

    def routes(self) -> list[Route]:
        return [
            Route("/staff/questions", self.seeing("questions", "questions.see", self.questions), methods=["GET"]),
            Route("/staff/questions/export", self.doing("questions", "questions.see", self.export), methods=["POST"]),
            Route("/staff/content", self.seeing("content", "content.see", self.content), methods=["GET"]),
        ]

    async def questions(self, request: Request, visit: Visit) -> Response:
        """Questions that nothing fitted, those that are alike together, the most asked first."""
        asked = await self._engine.view(views.asked, limit=MOST)
        spoken = sorted({language for _, language, _, _ in asked})
        wanted = request.query_params.get("language", "")
        chosen = wanted if wanted in spoken else ""
        groups = grouped([(language, words, near) for _, language, words, near in asked if chosen in ("", language)])
        topics = sorted(self._engine.library.topics)
        known: dict[str, Any] = {"groups": groups[:100], "languages": spoken, "chosen": chosen, "topics": topics}
        return await self._frame.page("console_questions.html", visit, "questions", **known)

    async def export(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """Questions, as the editor left them, as lines of `content/asks/<language>/<topic>.txt`."""
        topic, language = form.get("topic", ""), form.get("language", "")
        if topic not in self._engine.library.topics or language not in LANGUAGES:
            return await self._frame.closed(visit, "questions", self._frame.words(visit).say("console-questions-no-topic"), 404)
        lines = [line.strip() for line in form.get("lines", "").splitlines() if line.strip()]
        text = f"# content/asks/{language}/{topic}.txt\n" + "".join(f"{line}\n" for line in dict.fromkeys(lines))
        return PlainTextResponse(text, headers={"Content-Disposition": f'attachment; filename="{topic}.{language}.txt"'})

    async def content(self, request: Request, visit: Visit) -> Response:
        """What expires, what lacks words, what is wrong; and the last signs of life of the machine."""
        library, today = self._engine.library, self._engine.clock().date()
        known: dict[str, Any] = {
            "expires": expiring(library, today),
            "today": today,
            "covered": Counter(language for language, _ in library.wordings),
            "topics": len(library.topics),
            "broken": library.problems[:50],
            "pulses": [(name, at) for name, at in await self._engine.view(views.pulse) if name not in ("key", "board.look")],
        }
        refused, words = self._engine.content_refused, self._frame.words(visit)
        known["refused"] = ""
        if refused is not None:
            at, count, first = refused
            known["refused"] = words.say("console-content-refused", hour=words.hour(at), count=count, first=first)
        return await self._frame.page("console_content.html", visit, "content", **known)


def grouped(asked: list[tuple[str, str, str]]) -> list[tuple[str, str, list[str]]]:
    """(language, nearest topics, questions): questions of one language that share enough words, the largest groups first."""
    groups: list[tuple[str, set[str], str, list[str]]] = []
    for language, words, near in asked:
        said = set(fold(words).split())
        home = next((group for group in groups if group[0] == language and _alike(group[1], said)), None)
        if home is None:
            groups.append((language, said, near, [words]))
        else:
            home[3].append(words)
    groups.sort(key=lambda group: -len(group[3]))
    return [(language, near, questions) for language, _, near, questions in groups]


def _alike(one: set[str], other: set[str]) -> bool:
    return bool(one | other) and len(one & other) / len(one | other) >= ALIKE


def expiring(library: Library, today: date) -> list[tuple[date, str, str]]:
    """What must be looked at again soon, or should have been: (date, id, country), the oldest first."""
    found = [(one.check_again_on, one.id, str(one.country)) for one in library.entries if one.check_again_on <= today + SOON]
    return sorted(found)[:200]
