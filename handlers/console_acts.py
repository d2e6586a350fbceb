"""What staff do on the console: plain forms become `Act`s for the engine, which checks and carries them out. No rights are decided here."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from faro.assistant import numbers
from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Outcome, Refused
from faro.engine.engine import Engine
from faro.engine.saying import SECOND_CLICK
from faro.storage import views
from handlers.console import Console
from handlers.console_words import Words
from handlers.numbered import CASE
from handlers.sign_in import PATH, SignIn, Visit, here

ALONE = (Verb.ON_CALL, Verb.HANDOVER, Verb.SUGGEST, Verb.WRITTEN_IN)
"""Acts without a case."""

ELSEWHERE = (*ALONE, Verb.SHIFT, Verb.UNSHIFT)
"""Acts that no case's page offers."""

GIVEN_AWAY = (Verb.RELEASE, Verb.TRANSFER, Verb.CLOSE, Verb.ERASE)
"""After these the next thing to look at is the queue."""


class ConsoleActs:
    """The forms over one engine."""

    def __init__(self, engine: Engine, door: SignIn, console: Console) -> None:
        self._engine = engine
        self._door = door
        self._console = console

    def routes(self) -> list[Route]:
        do = self._door.doing
        return [
            Route(f"{CASE}/typing", do(self.typing), methods=["POST"]),
            Route(f"{CASE}/{{verb}}", do(self.on_case), methods=["POST"]),
            Route("/staff/do/{verb}", do(self.alone), methods=["POST"]),
        ]

    async def on_case(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """An act on a case; then the case, or the queue when the case went away. Refused: the case with the reason, what was typed kept.

        The account behind a pseudonym is shown in the one answer to the act that allows it, and stands on no page afterwards.
        """
        number, verb = request.path_params["number"], _verb(request)
        if verb is None or verb in ELSEWHERE:
            return Response(status_code=404)
        try:
            done = await self._engine.perform(self._act(visit, verb, number, form))
        except Refused as refused:
            problem, typed = await self._why(visit, refused), form.get("words", "") if verb is Verb.SAY else ""
            twice = refused.reason == SECOND_CLICK
            return await self._console.case_page(request, visit, number, problem=problem, typed=typed, status=409, twice=twice)
        if verb is Verb.ACCOUNT and done is not None:  # a form that is sent twice shows nothing twice
            account = await self._engine.view(views.account, number) or ""
            return await self._console.case_page(request, visit, number, account=account)
        if verb in GIVEN_AWAY:
            return RedirectResponse(PATH, 303)
        return RedirectResponse(f"{PATH}/case/{number}?done={verb}", 303)

    async def typing(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """The owner is writing; the page says so while keys are pressed. Whether it is shown is nobody's news here."""
        self._engine.presence.soon(visit.staff.id, request.path_params["number"])
        return Response(status_code=204)

    async def alone(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """On call or not, and the handover at the end of a shift."""
        verb = _verb(request)
        if verb not in ALONE:
            return Response(status_code=404)
        try:
            await self._engine.perform(self._act(visit, verb, 0, form))
        except Refused:
            return Response(status_code=403)
        return RedirectResponse(here(form), 303)

    def _act(self, visit: Visit, verb: Verb, number: int, form: dict[str, str]) -> Act:
        """The form as an act of whoever is signed in."""
        pause, days = _length(form, "minutes"), _length(form, "days")
        length = timedelta(minutes=pause) if pause is not None else timedelta(days=days) if days is not None else None
        outcome = form.get("outcome", "")
        return Act(
            verb,
            visit.staff.id,
            number,
            words=form.get("words", "").replace("\r\n", "\n"),
            outcome=Outcome(outcome) if outcome in set(Outcome) else None,
            to=_number(form, "to"),
            until=self._engine.clock() + length if length is not None else None,
            held=_number(form, "held") if verb is Verb.OPEN else None,
            on=form.get("on") == "1",
            sure=form.get("sure") == "1",
            name=form.get("name", ""),
            consent=form.get("consent", ""),
            number=_number(form, "number"),
            state=form.get("state", ""),
            key=form.get("key", ""),
        )

    async def _why(self, visit: Visit, refused: Refused) -> str:
        names = {one.staff.id: one.staff.name for one in await self._engine.view(views.colleagues)}
        return Words(self._engine.library, visit.language, self._engine.clock()).refusal(refused, names)


def _verb(request: Request) -> Verb | None:
    name = request.path_params["verb"]
    return Verb(name) if name in set(Verb) else None


def _number(form: dict[str, str], name: str) -> int | None:
    """A number of a form; None for anything else."""
    return numbers.number(form.get(name))


LONGEST = 99_999
"""Minutes or days that a form can ask for; what is more is no length of anything here, and could leave the calendar."""


def _length(form: dict[str, str], name: str) -> int | None:
    found = _number(form, name)
    return found if found is not None and found <= LONGEST else None
