"""What changed between two releases, for readers of both languages at once. Pure."""

from dataclasses import dataclass, replace

from eventapp.agenda.change_list import ChangedSession, ChangeLine, change_list
from eventapp.agenda.published import PublishedAgenda, PublishedSession
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language


@dataclass(frozen=True, slots=True)
class SheetSide:
    """A changed session in one language; `mark` says, in it, that its title is to follow."""

    language: Language
    title: Wording
    mark: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A changed session in both languages, in the event's order of them."""

    session: PublishedSession
    is_gone: bool
    sides: tuple[SheetSide, ...]


def change_sheet(old: PublishedAgenda, new: PublishedAgenda) -> list[SheetRow]:
    """The changed sessions in the order of the newer programme, those removed last."""
    languages = new.event.order.languages
    lists = [change_list(old, new, language) for language in languages]
    return [
        SheetRow(
            same[0].session,
            same[0].is_gone,
            tuple(_side(each, language) for each, language in zip(same, languages, strict=True)),
        )
        for same in zip(*lists, strict=True)
    ]


def event_differs(old: PublishedAgenda, new: PublishedAgenda) -> bool:
    """Whether the event's own facts or venues changed, as the public reads them."""
    event = replace(new.event, stamp=old.event.stamp)
    return (old.event, old.venues) != (event, new.venues)


def _side(changed: ChangedSession, language: Language) -> SheetSide:
    title = changed.session.title.text(language)
    mark = translator(language)(N_("translation to follow")) if title.to_follow else ""
    return SheetSide(language, title, mark, changed.lines)
