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
    "accepted_conflict": N_("accepted conflict"),
    "account": N_("account"),
    "approval": N_("approval"),
    "availability": N_("availability"),
    "balance_rule": N_("balance"),
    "letter": N_("letter"),
    "precedence": N_("order of sessions"),
    "release": N_("release"),
    "rule_setting": N_("rule"),
    "term": N_("term of the glossary"),
    "travel_time": N_("journey"),
    "withdrawal": N_("withdrawal of a release"),
}

FIELDS: Mapping[str, str] = {
    "abstract": N_("abstract"),
    "accepted_at": N_("accepted on"),
    "accepted_by_id": N_("accepted by"),
    "account_id": N_("account"),
    "active": N_("may sign in"),
    "address": N_("address"),
    "after_id": N_("second session"),
    "approved_at": N_("approved on"),
    "approved_by": N_("approved by"),
    "at": N_("on"),
    "author": N_("by"),
    "before_id": N_("first session"),
    "capacity": N_("seats"),
    "city": N_("city"),
    "code": N_("code"),
    "colour": N_("colour"),
    "confirmed_at": N_("confirmed on"),
    "contact": N_("contact address"),
    "correspondence": N_("language of letters"),
    "country": N_("country"),
    "created_at": N_("made on"),
    "criterion": N_("criterion"),
    "day_change": N_("end of a day"),
    "edition": N_("edition"),
    "email": N_("e-mail address"),
    "ends_local": N_("end"),
    "ends_on": N_("last day"),
    "equipment": N_("equipment"),
    "expected": N_("people expected"),
    "expires_at": N_("expires on"),
    "family_name": N_("family name"),
    "field": N_("text"),
    "floor_languages": N_("languages spoken"),
    "forbids_parallel": N_("never two at once"),
    "format": N_("format"),
    "from_venue_id": N_("from"),
    "function": N_("function"),
    "gender": N_("gender"),
    "given_name": N_("given name"),
    "group": N_("group"),
    "has_gaps": N_("with gaps"),
    "holds_letters": N_("letters wait for review"),
    "honorific": N_("honorific"),
    "interpretation_languages": N_("interpretation"),
    "is_administrator": N_("site administrator"),
    "is_on": N_("in force"),
    "join_link": N_("link to join"),
    "joint": N_("held jointly"),
    "kind": N_("kind"),
    "language": N_("language"),
    "latitude": N_("latitude"),
    "longitude": N_("longitude"),
    "made_at": N_("made on"),
    "measure": N_("measure"),
    "merged_into_id": N_("merged into"),
    "minutes": N_("minutes"),
    "name": N_("name"),
    "note": N_("note"),
    "notice": N_("notice"),
    "number": N_("number"),
    "order": N_("language first"),
    "organisation_id": N_("organisation"),
    "parent_id": N_("part of"),
    "person_id": N_("person"),
    "position": N_("place in the order"),
    "precision": N_("precision of the dates"),
    "published_at": N_("published on"),
    "reason": N_("reason"),
    "region": N_("region"),
    "release_id": N_("release"),
    "removed_at": N_("removed on"),
    "role": N_("role"),
    "roles": N_("roles"),
    "room_id": N_("room"),
    "rule": N_("rule"),
    "sector": N_("sector"),
    "sense": N_("direction"),
    "series_id": N_("series"),
    "session_id": N_("session"),
    "slot_id": N_("session"),
    "slug": N_("name in addresses"),
    "sort_key": N_("sorts as"),
    "starts_local": N_("start"),
    "starts_on": N_("first day"),
    "state": N_("state"),
    "summary": N_("summary"),
    "target": N_("target"),
    "texts_due_on": N_("texts due on"),
    "tf_primary_method": N_("second factor"),
    "title": N_("title"),
    "told": N_("what it said"),
    "to_address": N_("recipient’s address"),
    "to_name": N_("recipient"),
    "to_venue_id": N_("to"),
    "track_id": N_("track"),
    "travel_minutes": N_("minutes between venues"),
    "venue_id": N_("venue"),
    "visibility": N_("visibility"),
    "withdrawn_at": N_("withdrawn on"),
    "wording": N_("wording"),
    "zone": N_("time zone"),
}

#: Columns that follow from others or mean nothing to a reader.
HIDDEN = frozenset(
    {
        *("id", "uid", "event_id", "starts_at", "ends_at", "source", "sort", "is_demonstration"),
        *("subject", "key", "matter", "parties", "digest", "beside", "wording_beside"),
    }
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
