"""What tables and columns are called, for readers of the log. Pure."""

from collections.abc import Mapping

from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

KINDS: Mapping[str, str] = {
    "event": N_("event"),
    "series": N_("series"),
    "venue": N_("venue"),
    "room": N_("room"),
    "track": N_("track"),
    "session": N_("session"),
    "appearance": N_("appearance"),
    "person": N_("person"),
    "organisation": N_("organisation"),
    "membership": N_("role in the event"),
    "invitation": N_("invitation"),
}

FIELDS: Mapping[str, str] = {
    "abstract": N_("abstract"),
    "accepted_at": N_("accepted on"),
    "address": N_("address"),
    "capacity": N_("seats"),
    "city": N_("city"),
    "code": N_("code"),
    "colour": N_("colour"),
    "contact": N_("contact address"),
    "correspondence": N_("language of letters"),
    "country": N_("country"),
    "day_change": N_("end of a day"),
    "edition": N_("edition"),
    "email": N_("e-mail address"),
    "ends_local": N_("end"),
    "ends_on": N_("last day"),
    "equipment": N_("equipment"),
    "expected": N_("people expected"),
    "family_name": N_("family name"),
    "floor_languages": N_("languages spoken"),
    "forbids_parallel": N_("never two at once"),
    "format": N_("format"),
    "function": N_("function"),
    "gender": N_("gender"),
    "given_name": N_("given name"),
    "holds_letters": N_("letters wait for review"),
    "honorific": N_("honorific"),
    "interpretation_languages": N_("interpretation"),
    "join_link": N_("link to join"),
    "kind": N_("kind"),
    "language": N_("language"),
    "latitude": N_("latitude"),
    "longitude": N_("longitude"),
    "name": N_("name"),
    "organisation_id": N_("organisation"),
    "parent_id": N_("part of"),
    "person_id": N_("person"),
    "position": N_("place in the order"),
    "precision": N_("precision of the dates"),
    "region": N_("region"),
    "removed_at": N_("removed on"),
    "role": N_("role"),
    "room_id": N_("room"),
    "series_id": N_("series"),
    "slot_id": N_("session"),
    "slug": N_("name in addresses"),
    "sort_key": N_("sorts as"),
    "starts_local": N_("start"),
    "starts_on": N_("first day"),
    "state": N_("state"),
    "summary": N_("summary"),
    "texts_due_on": N_("texts due on"),
    "title": N_("title"),
    "track_id": N_("track"),
    "travel_minutes": N_("minutes between venues"),
    "venue_id": N_("venue"),
    "visibility": N_("visibility"),
    "withdrawn_at": N_("withdrawn on"),
    "zone": N_("time zone"),
}

#: Columns that follow from others or mean nothing to a reader.
HIDDEN = frozenset(
    {"id", "uid", "event_id", "starts_at", "ends_at", "source", "sort", "is_demonstration"}
)

LANGUAGES: Mapping[str, str] = {"_fr": N_("%(field)s in French"), "_en": N_("%(field)s in English")}


def kind_name(kind: str, language: Language) -> str:
    """The table's name for a reader: `séance`."""
    return translator(language)(KINDS.get(kind, kind))


def field_name(column: str, language: Language) -> str:
    """The column's name for a reader: « titre en français »."""
    _ = translator(language)
    base, ending = column[:-3], column[-3:]
    if ending in LANGUAGES and base in FIELDS:
        return _(LANGUAGES[ending]) % {"field": _(FIELDS[base])}
    return _(FIELDS.get(column, column))
