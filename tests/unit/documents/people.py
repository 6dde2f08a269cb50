"""A small roster made by hand, and papers about it."""

from datetime import UTC, datetime
from typing import Any

from eventapp.documents import kept, typesetting
from eventapp.documents.imprint import Imprint
from eventapp.documents.roster import PrintedCategory, PrintedParty, PrintedPerson, Roster
from eventapp.documents.variants import Paper
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

MADE_AT = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)

#: Turns the direction of text, breaks out of markup, and is in no font at hand.
HOSTILE = (
    '#read("/etc/passwd") $x$ *a* <b> \\input{x} {{7*7}} '
    "\u202eRTL \u202dLRO 🦫 漢字 العربية \"'&@_`"
)


def an_imprint(paper: Paper = Paper.LETTER, *languages: Language) -> Imprint:
    return Imprint(
        slug="summit",
        title=Bilingual("Sommet exemple", "Example Summit"),
        dates=Bilingual("3 et 4 décembre 2026", "December 3–4, 2026"),
        zone="America/Toronto",
        organisation=Bilingual("Organisme exemple", "Example Organisation"),
        languages=languages or tuple(Language),
        paper=paper,
        made_at=MADE_AT,
    )


def a_printed(name: str = "Zoé Exemple", **fields: Any) -> PrintedPerson:
    given: dict[str, Any] = {
        "uid": name,
        "code": "c0de",
        "name": Bilingual.same(name),
        "category": "delegate",
    }
    return PrintedPerson(**(given | fields))


def a_roster(*people: PrintedPerson, party: str = "Exemplie", **fields: Any) -> Roster:
    """One party with these people, and a category without any."""
    name = Bilingual.same(party)
    return Roster(
        parties=(PrintedParty("xx", name, fields.pop("formal", name), people=people),),
        categories=(PrintedCategory("delegate", Bilingual("Délégation", "Delegation"), 0),),
        rule=Bilingual("Ordre français.", "French order."),
        **fields,
    )


def pdf_of(template: str, data: object) -> bytes:
    return typesetting.typeset(kept.job(template, data, made_at=MADE_AT))
