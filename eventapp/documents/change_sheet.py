"""The change sheet: what changed from one release to another, in both languages. Pure."""

from dataclasses import dataclass
from typing import TypedDict

from eventapp.agenda.change_list import ChangeLine
from eventapp.agenda.change_sheet import SheetRow, SheetSide, change_sheet, event_differs
from eventapp.agenda.published import PublishedRelease
from eventapp.documents.document import Document, Masthead, Site
from eventapp.documents.passages import Passage, passage, said
from eventapp.documents.variants import Choice, Layout, Paper, Variant
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language


class Line(TypedDict):
    """One change; both sides are None where its name says it all."""

    name: str
    before: Passage | None
    after: Passage | None


class ChangedSide(TypedDict):
    """A changed session in one language; `url` is empty for one that is gone."""

    lang: str
    title: Passage
    url: str
    lines: list[Line]


class ChangeSheetData(TypedDict):
    """What `change-sheet.typ` prints; `summary` and `notes` hold a text for each language."""

    masthead: Masthead
    summary: list[str]
    notes: list[list[Passage]]
    rows: list[list[ChangedSide]]


@dataclass(frozen=True)
class ChangeSheet:
    """From one release to a later one, or (`is_draft`) to what the next would be."""

    old: PublishedRelease
    new: PublishedRelease
    paper: Paper
    site: Site
    is_draft: bool = False

    @property
    def filename(self) -> str:
        """`belgrade-2024-v1-v2-changes-a4.pdf`"""
        slug = self.new.agenda.event.slug
        return f"{slug}-v{self.old.number}-v{self.new.number}-changes-{self.paper}.pdf"

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.new.agenda.event.order.languages


def change_sheet_data(sheet: ChangeSheet) -> ChangeSheetData:
    """The whole sheet."""
    rows = change_sheet(sheet.old.agenda, sheet.new.agenda)
    return {
        "masthead": _masthead(sheet),
        "summary": [_summary(rows, language) for language in sheet.languages],
        "notes": [_notes(sheet, language) for language in sheet.languages],
        "rows": [[_side(row, side, sheet) for side in row.sides] for row in rows],
    }


def _masthead(sheet: ChangeSheet) -> Masthead:
    """That of an agenda of the newer release, but for what the document is."""
    variant = Variant(Choice.BOTH, Layout.DETAILED, sheet.paper)
    masthead = Document(sheet.new, variant, sheet.site).masthead()
    for side in masthead["sides"]:
        _ = translator(Language(side["lang"]))
        side["layout"] = _("Change sheet")
        side["release"] = [side["release"][0], _since(sheet, Language(side["lang"]))]
        side["notes"] = []
        if sheet.is_draft:
            side["version"] = _("Draft")
    titles = (f"{side['title']['text']}, {side['layout']}" for side in masthead["sides"])
    masthead["title"] = " / ".join(titles)
    return masthead


def _since(sheet: ChangeSheet, language: Language) -> str:
    since = translator(language)(N_("what changed since release %(number)s"))
    return since % {"number": sheet.old.number}


def _summary(rows: list[SheetRow], language: Language) -> str:
    if not rows:
        return translator(language)(N_("No session changes."))
    return counted("%(num)s session changes", "%(num)s sessions change", len(rows), language)


def _notes(sheet: ChangeSheet, language: Language) -> list[Passage]:
    """What its authors say of the newer release, and that the event changed beside its sessions."""
    notes = [passage(sheet.new.note.text(language), language)] if sheet.new.note else []
    if event_differs(sheet.old.agenda, sheet.new.agenda):
        _ = translator(language)
        notes.append(said(_("The event’s own facts or its venues change as well."), language))
    return notes


def _side(row: SheetRow, side: SheetSide, sheet: ChangeSheet) -> ChangedSide:
    title = side.title if side.title.text.strip() else Wording(row.session.code, side.language)
    is_linked = not row.is_gone and not sheet.is_draft
    return {
        "lang": side.language.value,
        "title": passage(title, side.language),
        "url": sheet.site.session(side.language, row.session) if is_linked else "",
        "lines": [_line(line, side.language) for line in side.lines],
    }


def _line(line: ChangeLine, language: Language) -> Line:
    before, after = (
        passage(wording, language) if wording else None for wording in (line.before, line.after)
    )
    return {"name": line.name, "before": before, "after": after}
