"""Complaints about the team in the words of those who made them, for coordinators whom they are not about. Each look is written down."""

from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from faro.storage import views
from handlers.console_frame import Part
from handlers.sign_in import Visit

READ_AGAIN = timedelta(minutes=5)
"""A page that stays open and refreshes itself is one look, written down again after this."""


class ConsoleComplaints(Part):
    """The page over one engine."""

    def routes(self) -> list[Route]:
        self._read: dict[int, datetime] = {}
        return [Route("/staff/complaints", self.seeing("complaints", "complaint.read", self.page), methods=["GET"])]

    async def page(self, request: Request, visit: Visit) -> Response:
        """The newest first."""
        found = await self._engine.view(views.complaints, reader=visit.staff)
        now, who = self._engine.clock(), visit.staff.id
        if found and (who not in self._read or now - self._read[who] >= READ_AGAIN):
            await self._engine.note("complaints.read", who, count=len(found))
            self._read[who] = now
        return await self._frame.page("console_complaints.html", visit, "complaints", found=found)
