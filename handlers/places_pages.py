"""The public directory in the web: the list with filters, the simple map, and the sheet of a town to print. No decisions.

What is looked for beyond a town is sent as a form and stands in no address: a browser's history must not tell who somebody is.
"""

import asyncio
from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl, urlencode

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.assistant import catalogue, service_lines, sheets
from faro.assistant.catalogue import Listed, Wanted
from faro.assistant.directory import ADMITTED
from faro.engine.engine import Engine
from faro.library import Library
from faro.library.entries import COUNTRIES, LANGUAGES
from faro.storage import views
from handlers import places_map, places_picture, web_limits
from handlers.web_chat import spoken
from handlers.web_pages import packed, page
from handlers.web_shown import Shown, direction

BLANK = "about:blank"


class PlacesPages:
    """The pages over one engine. `bot` tells the address that the printed code leads to."""

    def __init__(self, engine: Engine, bot: Callable[[], str]) -> None:
        self._engine = engine
        self._bot = bot

    def routes(self) -> list[Route]:
        return [
            Route("/places", self.show, methods=["GET"]),
            Route("/places", self.find, methods=["POST"]),
            Route("/places/sheet", self.sheet, methods=["GET"]),
            Route("/places/sheet.png", self.picture, methods=["GET"]),
        ]

    async def show(self, request: Request) -> Response:
        """The directory; a country or town as the address says."""
        asked = request.query_params
        wanted = Wanted(_known(asked.get("country", ""), COUNTRIES), asked.get("town", ""))
        return await self._list(request, spoken(request), wanted, map=asked.get("map") == "1")

    async def find(self, request: Request) -> Response:
        """The directory as the form asks."""
        try:
            body = await web_limits.body(request, web_limits.FORM)
        except web_limits.TooLarge:
            return Response(status_code=413)
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        country, _, town = form.get("where", "").partition("|")
        wanted = Wanted(
            _known(country, COUNTRIES),
            town,
            _known(form.get("who", ""), catalogue.WHO),
            _known(form.get("need", ""), tuple(catalogue.NEEDS)),
            form.get("open") == "1",
        )
        language = form.get("l", "")
        return await self._list(request, language if language in LANGUAGES else spoken(request), wanted, map="map" in form)

    async def sheet(self, request: Request) -> Response:
        """One page of one town, to print and hang up."""
        asked, language = request.query_params, spoken(request)
        library, now = await self._library(), self._engine.clock()
        wanted = Wanted(_known(asked.get("country", ""), COUNTRIES), asked.get("town", ""))
        found = [one for one in catalogue.listed(library, wanted, now) if sheets.may_stand(one)]
        if not wanted.country or not wanted.town or not found:
            return await self._list(request, language, wanted, status=404)
        known = self._shared(library, language) | {
            "wanted": wanted,
            "found": [self._entry(library, one, language) for one in found[: sheets.MOST]],
            "emergency": catalogue.emergency(library, wanted.country, language, now.date()),
            "law": catalogue.law(library, wanted.country, now.date()),
            "country": library.say(language, f"country-{wanted.country}"),
            "bot": self._bot(),
            "code": Markup(segno.make(self._bot(), error="m", micro=False).svg_inline(scale=4, border=2)),  # noqa: S704 (made here)
            "date": now.strftime("%d/%m/%Y"),
        }
        return packed(request, page("places_sheet.html", known))

    async def picture(self, request: Request) -> Response:
        """The same sheet as a picture to keep on the phone."""
        asked, language = request.query_params, spoken(request)
        library = await self._library()
        made = sheets.sheet(library, asked.get("country", ""), asked.get("town", ""), language, self._engine.clock())
        if made is None:
            return Response(status_code=404)
        drawn = await asyncio.to_thread(places_picture.png, asdict(made), language, self._bot())
        return Response(drawn, media_type="image/png")

    async def _list(self, request: Request, language: str, wanted: Wanted, *, map: bool = False, status: int = 200) -> Response:
        library, now = await self._library(), self._engine.clock()
        everything = not wanted.country and not wanted.narrow
        found = [] if everything and not map else catalogue.listed(library, wanted, now)
        drawing = places_map.drawn(library, [one.place for one in found if not one.shut]) if map else None
        known = self._shared(library, language) | {
            "wanted": wanted,
            "towns": catalogue.towns(library, now),
            "found": [] if everything else [self._entry(library, one, language) for one in found],
            "everything": everything,
            "drawing": drawing,
            "whos": [(kind, library.say(language, f"services-who-{ADMITTED[kind]}")) for kind in catalogue.WHO],
            "needs": [(name, _need(library, language, name)) for name in catalogue.NEEDS],
            "emergency": catalogue.emergency(library, wanted.country, language, now.date()) if wanted.country else [],
            "law": catalogue.law(library, wanted.country, now.date()) if wanted.country and wanted.who == "minor_alone" else "",
        }
        return packed(request, page("places.html", known, status))

    async def _library(self) -> Library:
        """The words and places in use, without those on hold."""
        return self._engine.library.holding(await self._engine.view(views.places_on_hold))

    def _shared(self, library: Library, language: str) -> dict[str, Any]:
        """What both templates need."""
        say: Callable[..., str] = lambda key, **about: library.say(language, key, **about)  # noqa: E731
        return {
            "say": say,
            "parts": Shown(library).parts,
            "lang": language,
            "dir": direction(language),
            "neutral": library.operator.weather_page or BLANK,
            "languages": [(code, library.say(code, "language-name"), direction(code)) for code in LANGUAGES],
            "link": lambda **query: (
                "/places?" + urlencode({name: value for name, value in ({"l": language} | query).items() if value})
            ),
            "sheet": lambda **query: "/places/sheet?" + urlencode({"l": language} | query),
            "picture": lambda **query: "/places/sheet.png?" + urlencode({"l": language} | query),
        }

    def _entry(self, library: Library, one: Listed, language: str) -> dict[str, Any]:
        """One place as both templates show it. Of a confidential place neither address nor position."""
        place, now = one.place, self._engine.clock()
        return {
            "place": place,
            "country": library.say(language, f"country-{place.country}"),
            "address": place.address if place.address_confirmed and not place.confidential else None,
            "phones": place.phones,
            "hours": service_lines.hours(library, place, one.hours, language, now=now),
            "checked": service_lines.checked(library, place, language),
            "old": not one.fresh,
            "shut": one.shut,
            "alerts": [library.say(language, f"services-alert-{alert}") for alert in place.alerts],
            "gives": [library.say(language, f"places-gives-{name}") for name in catalogue.gives(place)],
            "door": [(name, library.say(language, f"places-door-{name}"), value) for name, value in catalogue.door(place)],
            "spoken": [_tongue(library, code) for code in place.languages],
        }


def _known(value: str, values: tuple[str, ...]) -> str:
    return value if value in values else ""


def _need(library: Library, language: str, name: str) -> str:
    return library.say(language, "places-need-bed" if name == "bed" else f"nearby-what-{name}")


def _tongue(library: Library, code: str) -> str:
    return library.say(code, "language-name") if code in LANGUAGES else code
