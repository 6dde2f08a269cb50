"""Organizations, parties and delegations that rows name, made where nobody knows them yet."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from eventapp.delegations.editing import add_delegations, add_party
from eventapp.delegations.kinds import PartyKind
from eventapp.delegations.models import Delegation, Party
from eventapp.exchange.importing.guests.surroundings import Surroundings
from eventapp.exchange.reading.sheets.vocabulary import country_of
from eventapp.history.saving import rewrite
from eventapp.people.models import Organisation
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual


class Became(StrEnum):
    """What became of something that a row speaks of."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NEW_PERSON = "new_person"
    NEW_ORGANISATION = "new_organisation"
    NEW_DELEGATION = "new_delegation"


class Making:
    """What rows name beside people, found among the surroundings or made, and counted."""

    def __init__(self, around: Surroundings, became: Counter[Became], now: datetime) -> None:
        self.around, self.became, self.now = around, became, now

    def make_organisations(self, names: Iterable[Bilingual]) -> None:
        """Those that nobody knows yet, all at once."""
        for name in names:
            if name and self.around.organisation((name.fr, name.en)) is None:
                made = Organisation(name=name)
                db.session.add(made)
                self.around.hold_organisation(made)
                self.became[Became.NEW_ORGANISATION] += 1
        db.session.flush()

    def organisation(self, name: Bilingual) -> Organisation:
        """The organization of that name; a language that it lacks is filled in."""
        found = self.around.organisation((name.fr, name.en))
        if found is None:
            self.make_organisations([name])
            return self.organisation(name)
        if (wanted := _filled(found.name, name)) != found.name:
            rewrite(found, {"name": wanted}, now=self.now)
        return found

    def delegation(self, name: str) -> Delegation:
        """The delegation of the party that a row calls so."""
        party = self.around.party(name) or self._new_party(name)
        delegation = self.around.delegations.get(party.id)
        if delegation is None:
            [delegation] = add_delegations(self.around.event, [party])
            self.around.delegations[party.id] = delegation
            self.became[Became.NEW_DELEGATION] += 1
        return delegation

    def _new_party(self, name: str) -> Party:
        """A country, or else an organization."""
        country = country_of(name)
        if country:
            party = add_party({"kind": PartyKind.STATE, "country": country})
        else:
            organisation = self.organisation(Bilingual.same(name))
            values = {"kind": PartyKind.ORGANISATION, "organisation_id": organisation.id}
            party = add_party(values)
        self.around.hold_party(party)
        return party


def _filled(old: Bilingual, new: Bilingual) -> Bilingual:
    """The old text, with the new one in a language that lacks it."""
    return Bilingual(old.fr or new.fr, old.en or new.en)
