"""For editors: what people told of places they went to, which of them are on hold because of it, and the form that ends a hold."""

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from faro.assistant import rights
from faro.assistant.desk import Act, Verb
from faro.assistant.referral import Refused
from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit


class ConsolePlaces(Part):
    """The page over one engine."""

    def routes(self) -> list[Route]:
        return [
            Route("/staff/places", self.seeing("places", "content.see", self.page), methods=["GET"]),
            Route("/staff/places/release", self._door.doing(self.release), methods=["POST"]),
        ]

    async def page(self, request: Request, visit: Visit, *, problem: str = "", status: int = 200) -> Response:
        """Places on hold, then those that somebody told of lately."""
        known: dict[str, Any] = {
            "reported": await self._engine.view(views.places_reported, now=self._engine.clock()),
            "names": {place.id: f"{place.name}, {place.town} ({place.country})" for place in self._engine.library.places},
            "may_release": rights.may(visit.staff, "place.release"),
            "problem": problem,
        }
        return await self._frame.page("console_places.html", visit, "places", status=status, **known)

    async def release(self, request: Request, visit: Visit, form: dict[str, str]) -> Response:
        """Somebody has called: people are sent there again."""
        try:
            await self._engine.perform(Act(Verb.OFFER_AGAIN, visit.staff.id, name=form.get("place", "")))
        except Refused as refused:
            why = self._frame.words(visit).refusal(refused, {})
            return await self.page(request, visit, problem=why, status=409)
        return RedirectResponse("/staff/places", 303)
