"""The participants of an event as rows of texts, in the words that an import understands."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.delegations.labels import MEMBER_FUNCTIONS
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import party_called_by_host
from eventapp.events.models import Event
from eventapp.exchange.reading.sheets.columns import EITHER, RESTRICTED, Column, column_name
from eventapp.participants.labels import PARTICIPANT_STATES
from eventapp.participants.models import Needs, Participant
from eventapp.participants.queries import Sifting, participants
from eventapp.people.kinds import Gender
from eventapp.people.labels import CORRESPONDENCE, GENDERS
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.territories import country_name
from eventapp.values.tongues import language_name

YES, NO = N_("yes"), N_("no")

Row = list[str]

#: A text of either language is read, and written in both.
_WRITTEN = [column for column in Column if column not in (*EITHER, Column.FULL_NAME)]


def table_of(event: Event, language: Language, *, with_needs: bool) -> list[Row]:
    """The headings and a row for each participant; what is restricted only `with_needs`."""
    columns = [each for each in _WRITTEN if with_needs or each not in RESTRICTED]
    rows = participants(event, Sifting(), language)
    members = {each.participant_id: each for each in _members(event)}
    needs = {each.participant_id: each for each in _needs(event)} if with_needs else {}
    words = _Words(language)
    headings = [column_name(column, language) for column in columns]
    return [headings, *(_row(each, columns, members, needs, words) for each in rows)]


class _Words:
    """What choices and codes are called in the language of the table."""

    def __init__(self, language: Language) -> None:
        self.language, self.say = language, translator(language)

    def languages(self, tags: Sequence[str]) -> str:
        return ", ".join(language_name(tag, self.language) for tag in tags)


def _row(
    each: Participant,
    columns: Sequence[Column],
    members: dict[int, Member],
    needs: dict[int, Needs],
    words: _Words,
) -> Row:
    texts = _texts(each, words) | _membership(members.get(each.id), words)
    declared = needs.get(each.id)
    texts[Column.ACCESS] = declared.access if declared else ""
    texts[Column.DIET] = declared.diet if declared else ""
    return [texts.get(column, "") for column in columns]


def _texts(each: Participant, words: _Words) -> dict[Column, str]:
    person, organisation, say = each.person, each.organisation, words.say
    is_given = person.gender is not Gender.NOT_GIVEN
    return {
        Column.CODE: each.code,
        Column.GIVEN_NAME: person.given_name,
        Column.FAMILY_NAME: person.family_name,
        Column.EMAIL: person.email,
        Column.HONORIFIC_FR: each.honorific.fr,
        Column.HONORIFIC_EN: each.honorific.en,
        Column.FUNCTION_FR: each.function.fr,
        Column.FUNCTION_EN: each.function.en,
        Column.ORGANISATION_FR: organisation.name.fr if organisation else "",
        Column.ORGANISATION_EN: organisation.name.en if organisation else "",
        Column.COUNTRY: country_name(each.country, words.language) if each.country else "",
        Column.LANGUAGES: words.languages(each.languages),
        Column.CORRESPONDENCE: say(CORRESPONDENCE[person.correspondence]),
        Column.CATEGORY: each.category.name.text(words.language).text or each.category.code,
        Column.STATE: say(PARTICIPANT_STATES[each.state]),
        Column.PRINTED_NAME_FR: each.printed_name.fr,
        Column.PRINTED_NAME_EN: each.printed_name.en,
        Column.IS_LISTED: say(YES if each.is_listed else NO),
        Column.GENDER: say(GENDERS[person.gender]) if is_given else "",
    }


def _membership(member: Member | None, words: _Words) -> dict[Column, str]:
    if member is None:
        return {}
    party = party_called_by_host(member.delegation.party)
    return {
        Column.DELEGATION: party.text(words.language).text,
        Column.MEMBER_FUNCTION: words.say(MEMBER_FUNCTIONS[member.function]),
    }


def _members(event: Event) -> Any:
    query = select(Member).join(Member.delegation).where(Delegation.event_id == event.id)
    whole = selectinload(Member.delegation).selectinload(Delegation.party)
    return db.session.scalars(query.options(whole))


def _needs(event: Event) -> Any:
    query = select(Needs).join(Participant, Participant.id == Needs.participant_id)
    return db.session.scalars(query.where(Participant.event_id == event.id))
