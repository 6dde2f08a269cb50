"""Whom each row of a list means: sure, proposed, new, twice in the file, or for a person to say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from eventapp.exchange.reading.sheets.guests import Guest
from eventapp.values.folding import fold

#: What somebody may decide of a row, beside the code of a person.
NEW, SKIP = "new", "skip"


class Match(StrEnum):
    """How a row was matched."""

    SURE = "sure"
    PROPOSED = "proposed"
    NEW = "new"
    TWICE = "twice"
    OPEN = "open"


class Known(NamedTuple):
    """A person as far as rows are compared with them; `participant` is their code in the event."""

    id: int
    code: str
    given_name: str
    family_name: str
    email: str
    participant: str = ""


class Matched(NamedTuple):
    """A row and whom it means: nobody known for a new one, `twin` for the row that it repeats.

    `choice` is what stands decided: a person's code, `new`, `skip`, or nothing yet.
    """

    guest: Guest
    match: Match
    choice: str = ""
    person: Known | None = None
    candidates: tuple[Known, ...] = ()
    twin: int | None = None

    @property
    def is_taken(self) -> bool:
        return self.choice != SKIP


def match_guests(
    guests: Iterable[Guest], known: Iterable[Known], decided: Mapping[int, str]
) -> list[Matched]:
    """Each row with whom it means; `decided` says what somebody chose, by row."""
    people = _People(known)
    return [people.match(guest, decided.get(guest.row, "")) for guest in guests]


class _People:
    """Those who are known, and those whom rows have claimed."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_code: dict[str, Known] = {}
        self._by_participant: dict[str, Known] = {}
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self._by_email: dict[str, list[Known]] = defaultdict(list)
        self._claimed = set[int]()
        self._rows: dict[str, list[Guest]] = defaultdict(list)
        for each in known:
            self._hold(each)

    def _hold(self, each: Known) -> None:
        self._by_code[each.code] = each
        self._by_name[_name(each.given_name, each.family_name)].append(each)
        if each.participant:
            self._by_participant[each.participant] = each
        if each.email:
            self._by_email[each.email.casefold()].append(each)

    def match(self, guest: Guest, decided: str) -> Matched:
        found = self._found(guest)
        if decided:
            found = self._as_decided(found, decided)
        found = _as_known(found)
        if found.person is not None and found.is_taken:
            self._claimed.add(found.person.id)
        self._rows[_name(guest.given_name, guest.family_name)].append(guest)
        return found

    def _found(self, guest: Guest) -> Matched:
        owner = self._by_participant.get(guest.code) if guest.code else None
        if owner is not None and owner.id not in self._claimed:
            return _sure(guest, owner)
        alike = self._alike(guest)
        sure = [each for each in alike if _is_surely(guest, each)]
        if sure:
            return _sure(guest, min(sure, key=lambda each: (each.participant == "", each.id)))
        twin = self._twin(guest)
        if twin is not None:
            return Matched(guest, Match.TWICE, SKIP, None, tuple(alike), twin)
        return _likely(guest, alike)

    def _as_decided(self, found: Matched, decided: str) -> Matched:
        """What somebody decided, where it can be: a code must be that of a known person."""
        if decided in (NEW, SKIP):
            match = found.match if found.match is not Match.OPEN else Match.PROPOSED
            return found._replace(match=match, choice=decided, person=None)
        person = self._by_code.get(decided)
        if person is None or person.id in self._claimed:
            return found
        match = Match.PROPOSED if found.match is Match.OPEN else found.match
        return found._replace(match=match, choice=decided, person=person)

    def _alike(self, guest: Guest) -> list[Known]:
        """Nobody whom an earlier row means already."""
        names = self._by_name.get(_name(guest.given_name, guest.family_name), [])
        emails = self._by_email.get(guest.email.casefold(), []) if guest.email else []
        alike = {each.id: each for each in (*emails, *names) if each.id not in self._claimed}
        return [alike[number] for number in sorted(alike)]

    def _twin(self, guest: Guest) -> int | None:
        """The row above that says the same name, and no other address."""
        above = self._rows[_name(guest.given_name, guest.family_name)]
        for other in above:
            if _agree(guest.email, other.email):
                return other.row
        return None


def _sure(guest: Guest, person: Known) -> Matched:
    return Matched(guest, Match.SURE, person.code, person)


def _as_known(found: Matched) -> Matched:
    """A name is left as it is written where it is recorded so: our own lists change nothing."""
    guest, person = found.guest, found.person
    if person is None or guest.written != (person.given_name, person.family_name):
        return found
    return found._replace(guest=guest.as_written())


def _likely(guest: Guest, alike: Sequence[Known]) -> Matched:
    """Somebody of that name, but perhaps another; of several, a person must say."""
    candidates = tuple(alike)
    namesakes = [
        each for each in alike if _same_name(guest, each) and _agree(guest.email, each.email)
    ]
    if not candidates:
        return Matched(guest, Match.NEW, NEW)
    if len(namesakes) == 1:
        person = namesakes[0]
        return Matched(guest, Match.PROPOSED, person.code, person, candidates)
    if namesakes:
        return Matched(guest, Match.OPEN, "", None, candidates)
    return Matched(guest, Match.PROPOSED, NEW, None, candidates)


def _is_surely(guest: Guest, each: Known) -> bool:
    """The same name and address; or the same name of somebody who comes to this event already."""
    if not _same_name(guest, each):
        return False
    has_address = bool(guest.email) and guest.email.casefold() == each.email.casefold()
    return has_address or (bool(each.participant) and _agree(guest.email, each.email))


def _same_name(guest: Guest, each: Known) -> bool:
    return _name(guest.given_name, guest.family_name) == _name(each.given_name, each.family_name)


def _agree(one: str, other: str) -> bool:
    """Two addresses that do not contradict each other."""
    return not one or not other or one.casefold() == other.casefold()


def _name(given_name: str, family_name: str) -> str:
    """Names in either order are the same, and so are hyphens and spaces."""
    return " ".join(sorted(fold(f"{given_name} {family_name}").replace("-", " ").split()))
