"""The glossary: how the organisation says things in both languages."""

from sqlalchemy import func, select

from eventapp.plumbing.database import db
from eventapp.translation.glossary import GlossaryTerm
from eventapp.translation.models import Term
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.collation import sort_key
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

TERM_LENGTH, NOTE_LENGTH, TERMS_AT_MOST = 200, 500, 2_000


def all_terms(language: Language) -> list[Term]:
    """All terms in the alphabetical order of the language."""
    rows = db.session.scalars(select(Term))
    return sorted(rows, key=lambda row: sort_key(row.wording.text(language).text, language))


def glossary() -> list[GlossaryTerm]:
    """The terms as texts are searched for them."""
    return [GlossaryTerm(row.wording, row.note) for row in db.session.scalars(select(Term))]


def add_term(wording: Bilingual, note: str) -> Term:
    """Raises Refusal for a term that lacks a language or is too long."""
    _refuse_unfit(wording, note)
    if db.session.scalars(select(func.count()).select_from(Term)).one() >= TERMS_AT_MOST:
        raise Refusal(N_("A glossary has %(most)s terms at most."), most=TERMS_AT_MOST)
    term = Term(wording=wording, note=note)
    db.session.add(term)
    db.session.flush()
    return term


def change_term(term: Term, wording: Bilingual, note: str) -> None:
    """Raises Refusal as `add_term` does."""
    _refuse_unfit(wording, note)
    if (term.wording, term.note) != (wording, note):
        term.wording, term.note = wording, note


def remove_term(term: Term) -> None:
    """Takes a term out of the glossary."""
    db.session.delete(term)


def _refuse_unfit(wording: Bilingual, note: str) -> None:
    if not (wording.fr and wording.en):
        raise Refusal(N_("A term needs both languages."))
    if max(len(wording.fr), len(wording.en)) > TERM_LENGTH:
        raise Refusal(N_("A term has %(most)s characters at most."), most=TERM_LENGTH)
    if len(note) > NOTE_LENGTH:
        raise Refusal(N_("A note has %(most)s characters at most."), most=NOTE_LENGTH)
