"""What an operator reads after an import."""

from eventapp.exchange.importing.report import Counts, ImportReport, Thing, Vanished
from eventapp.values.language import Language

REPORT = ImportReport(
    counts={Thing.ROOM: Counts(1, 0, 3), Thing.SESSION: Counts(2, 4, 80)},
    vanished=(Vanished("12", "Trust"),),
    restored=2,
    foreign={"de": 24, "nl": 1},
    is_dry_run=True,
)


def test_a_report_tells_what_is_new_changed_gone_and_odd() -> None:
    assert REPORT.lines(Language.EN) == [
        "Nothing is written. Without --dry-run:",
        "rooms: 1 added, 0 changed, 3 unchanged",
        "sessions: 2 added, 4 changed, 80 unchanged",
        "2 cancelled sessions are back",
        "1 session is no longer in the file:",
        "  12  Trust",
        "They stay as they are; --cancel-missing cancels them.",
        "Sessions held in neither French nor English: de (24), nl (1).",
    ]


def test_a_report_is_told_in_french_too() -> None:
    assert REPORT.lines(Language.FR) == [
        "Rien n’est écrit. Sans --dry-run\N{NO-BREAK SPACE}:",
        (
            "salles – ajouts\N{NO-BREAK SPACE}: 1, changements\N{NO-BREAK SPACE}: 0, "
            "sans changement\N{NO-BREAK SPACE}: 3"
        ),
        (
            "séances – ajouts\N{NO-BREAK SPACE}: 2, changements\N{NO-BREAK SPACE}: 4, "
            "sans changement\N{NO-BREAK SPACE}: 80"
        ),
        "2 séances annulées sont de retour",
        "1 séance n’est plus dans le fichier\N{NO-BREAK SPACE}:",
        "  12  Trust",
        "Elles restent telles quelles; --cancel-missing les annule.",
        (
            "Séances tenues dans une autre langue que le français ou l’anglais\N{NO-BREAK SPACE}: "
            "de (24), nl (1)."
        ),
    ]


def test_cancelled_sessions_count_as_changes_and_listed_ones_do_not() -> None:
    gone = (Vanished("12", "Trust"),)
    assert ImportReport(counts={}, vanished=gone).changes == 0
    cancelled = ImportReport(counts={}, vanished=gone, are_cancelled=True)
    assert cancelled.changes == 1
    assert cancelled.lines(Language.EN)[-1] == "They are cancelled."
