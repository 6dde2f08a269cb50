"""How a conflict names the things of a board to a reader of one language."""

from datetime import datetime

from eventapp.planning.board import Board, Booking
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language
from eventapp.values.typography import (
    DateStyle,
    date,
    enumeration,
    quotation,
    time_range,
)


class Teller:
    """Says messages of the catalogue with the names and times of one board."""

    def __init__(self, board: Board, language: Language) -> None:
        self.board = board
        self.language = language
        self._translate = translator(language)

    def say(self, message: str, **values: object) -> str:
        return self._translate(message) % values

    def text(self, text: Bilingual) -> str:
        return text.text(self.language).text

    def title(self, uid: str) -> str:
        """`“Opening”`."""
        return quotation(self.text(self.board.programme.activities[uid].title), self.language)

    def session(self, uid: str, *more: str) -> str:
        """`“Opening” (Tuesday, December 3, 9:00–10:00 a.m., Room A)`, and what else there is."""
        booking = self.board.bookings.get(uid)
        where = self.room(booking.room) if booking and booking.room else ""
        details = [each for each in (self.when(booking) if booking else "", where, *more) if each]
        title = self.title(uid)
        return f"{title} ({', '.join(details)})" if details else title

    def when(self, booking: Booking) -> str:
        """`mardi 3 décembre, 9 h – 10 h`."""
        start, end = self.local(booking.starts_at), self.local(booking.ends_at)
        day = date(start.date(), self.language, DateStyle.WEEKDAY)
        return f"{day}, {time_range(start, end, self.language)}"

    def local(self, at: datetime) -> datetime:
        """The wall clock of the event at an instant."""
        return at.astimezone(self.board.programme.zone).replace(tzinfo=None)

    def room(self, uid: str) -> str:
        return self.text(self.board.programme.rooms[uid].name)

    def person(self, uid: str) -> str:
        return self.board.programme.people[uid].name

    def role(self, person: str, activity: str) -> str:
        """What the person does there: `panelist`; several things where there are."""
        presences = self.board.programme.presences_in.get(activity, ())
        roles = {self.text(each.role) for each in presences if each.person == person}
        return enumeration(sorted(roles), self.language)

    def name(self, code: str) -> str:
        """What equipment or a language is called."""
        return self.text(self.board.programme.names.get(code) or Bilingual.same(code))

    def counted(self, singular: str, plural: str, count: int) -> str:
        return counted(singular, plural, count, self.language)


class DiscreetTeller(Teller):
    """Tells of meetings that are not the reader's business without their titles and people."""

    def title(self, uid: str) -> str:
        activity = self.board.programme.activities[uid]
        return self.name(activity.sort) if activity.is_private else super().title(uid)

    def person(self, _uid: str) -> str:
        return self.say(N_("somebody"))

    def role(self, _person: str, _activity: str) -> str:
        return ""
