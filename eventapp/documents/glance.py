"""The agenda at a glance: rooms × time, each day on a sheet of its own, or on several. Pure."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import ceil
from typing import NamedTuple, TypedDict

from eventapp.agenda.grid import Column, Grid, Row, grid_of
from eventapp.agenda.published import PublishedRoom, PublishedSession
from eventapp.agenda.reading import Day, Reading, capitalized
from eventapp.documents.document import Document, Masthead
from eventapp.documents.passages import Passage, passage, said
from eventapp.documents.sessions import clock, mark, title, whole_hours
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.typography import DateStyle

#: How many columns a sheet takes: some 3 cm each.
COLUMNS = 8

MINUTE = timedelta(minutes=1)
#: What a stretch without any session counts for.
GAP = 15  # minutes


class CellSide(TypedDict):
    """A session for the readers of one language; `mark` is its state, where it is not settled."""

    lang: str
    title: Passage
    mark: str
    url: str
    labels: list[Passage]


class CellSession(TypedDict):
    """A session in all the document's languages; `hours` is empty where it has none yet."""

    hours: str
    is_interval: bool
    is_cancelled: bool
    colour: int | None
    sides: list[CellSide]


class SheetCell(TypedDict):
    """A session's rectangle: its corner, in columns and rows, and how many of them it takes."""

    x: int
    y: int
    lanes: int
    rows: int
    session: CellSession


class SheetColumn(TypedDict):
    """A room, as wide as the most sessions that overlap in it."""

    names: list[Passage]
    lanes: int


class SheetRow(TypedDict):
    """A stretch of time; `minutes` tells how high it would like to be.

    `on` names the date, in each language, where a new one has begun at midnight.
    """

    time: str
    on: list[str]
    minutes: int


class Sheet(TypedDict):
    """Some rooms of a day; `part` (`2/5`) tells the sheets of one day apart."""

    names: list[str]
    part: str
    columns: list[SheetColumn]
    rows: list[SheetRow]
    cells: list[SheetCell]


class Untimed(TypedDict):
    """The sessions that have no time yet, under the names of their list."""

    names: list[str]
    sessions: list[CellSession]


class Glance(TypedDict):
    """What `agenda-grid.typ` prints."""

    masthead: Masthead
    sheets: list[Sheet]
    untimed: list[Untimed]


class _Placed(NamedTuple):
    """A cell that holds a session, with its corner."""

    x: int
    y: int
    lanes: int
    rows: int
    session: PublishedSession

    def meets(self, lanes: range) -> bool:
        return self.x < lanes.stop and lanes.start < self.x + self.lanes


def glance(document: Document) -> Glance:
    """The agenda of every day as sheets, and the sessions that have no time yet."""
    sessions = document.release.agenda.sessions
    days = list(zip(*(reading.days(sessions) for reading in document.readings), strict=True))
    return {
        "masthead": document.masthead(),
        "sheets": [sheet for day in days if day[0].on for sheet in _sheets(day, document)],
        "untimed": [_untimed(day, document) for day in days if not day[0].on],
    }


def _untimed(day: Sequence[Day], document: Document) -> Untimed:
    return {
        "names": [each.name for each in day],
        "sessions": [_session(each, document) for each in day[0].sessions],
    }


def _sheets(day: Sequence[Day], document: Document) -> Iterator[Sheet]:
    """The day's rooms, shared out evenly over as few sheets as take them."""
    whole = grid_of(day[0].sessions, document.release.agenda.rooms)
    shares = _shares(whole.columns)
    for number, lanes in enumerate(shares, start=1):
        if len(shares) == 1:
            yield _sheet(day, "", whole, document)
        else:
            part = _part(whole, lanes, document)
            yield _sheet(day, f"{number}/{len(shares)}", part, document)


def _shares(columns: Sequence[Column]) -> list[range]:
    """The lanes of each sheet; a column is not torn apart."""
    width = sum(column.lanes for column in columns)
    each = ceil(width / ceil(width / COLUMNS))
    shares = [range(0)]
    for column in columns:
        if shares[-1] and len(shares[-1]) + column.lanes > each:
            shares.append(range(shares[-1].stop, shares[-1].stop))
        shares[-1] = range(shares[-1].start, shares[-1].stop + column.lanes)
    return shares


def _part(whole: Grid, lanes: range, document: Document) -> Grid:
    """The grid of what stands in these lanes or reaches into them, and of the breaks for all."""
    shown = [each.session for each in _placed(whole) if each.meets(lanes) or _is_for_all(each)]
    return grid_of(shown, document.release.agenda.rooms)


def _is_for_all(placed: _Placed) -> bool:
    return placed.session.kind.is_interval and placed.session.room is None


def _sheet(day: Sequence[Day], part: str, grid: Grid, document: Document) -> Sheet:
    placed = list(_placed(grid))
    busy = {row for each in placed for row in range(each.y, each.y + each.rows)}
    return {
        "names": [capitalized(each.name) for each in day],
        "part": part,
        "columns": [_column(column, document) for column in grid.columns],
        "rows": [_row(row, document, is_gap=y not in busy) for y, row in enumerate(grid.rows)],
        "cells": [_cell(each, document) for each in placed],
    }


def _column(column: Column, document: Document) -> SheetColumn:
    return {"names": [_room(column.room, r) for r in document.readings], "lanes": column.lanes}


def _room(room: PublishedRoom | None, reading: Reading) -> Passage:
    _ = translator(reading.language)
    if room:
        return passage(reading.text(room.name), reading.language)
    return said(_("Without a room"), reading.language)


def _row(row: Row, document: Document, *, is_gap: bool) -> SheetRow:
    minutes = row.length // MINUTE
    on = [typography.date(row.start, r.language, DateStyle.DAY) for r in document.readings]
    return {
        "time": clock(row.start, document.readings),
        "on": on if row.is_new_date else [],
        "minutes": min(minutes, GAP) if is_gap else minutes,
    }


def _placed(grid: Grid) -> Iterator[_Placed]:
    """The cells that hold a session, each with its column and row."""
    free_from = [0] * sum(column.lanes for column in grid.columns)
    for y, row in enumerate(grid.rows):
        for cell in row.cells:
            x = next(x for x, free in enumerate(free_from) if free <= y)
            free_from[x : x + cell.lanes] = [y + cell.rows] * cell.lanes
            if cell.session:
                yield _Placed(x, y, cell.lanes, cell.rows, cell.session)


def _cell(placed: _Placed, document: Document) -> SheetCell:
    return {
        "x": placed.x,
        "y": placed.y,
        "lanes": placed.lanes,
        "rows": placed.rows,
        "session": _session(placed.session, document),
    }


def _session(session: PublishedSession, document: Document) -> CellSession:
    track = document.release.agenda.track_of(session)
    return {
        "hours": whole_hours(session.span, document.readings),
        "is_interval": session.kind.is_interval,
        "is_cancelled": session.is_cancelled,
        "colour": track.colour if track else None,
        "sides": [_side(session, reading, document) for reading in document.readings],
    }


def _side(session: PublishedSession, reading: Reading, document: Document) -> CellSide:
    return {
        "lang": reading.language.value,
        "title": title(session, reading),
        "mark": mark(session, reading),
        "url": document.site.session(reading.language, session),
        "labels": list(_labels(session, reading)),
    }


def _labels(session: PublishedSession, reading: Reading) -> Iterator[Passage]:
    """The track, which a colour also tells; the room of what may reach beyond its column."""
    agenda, language = reading.agenda, reading.language
    if session.kind.is_interval and (room := agenda.room_of(session)):
        yield passage(reading.text(room.name), language)
    if track := agenda.track_of(session):
        yield passage(reading.text(track.name), language)
