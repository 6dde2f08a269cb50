"""What becomes of a form that others overtook, unit by unit."""

from eventapp.history.staleness import Inputs, Reconciled, fingerprint, reconciled

NOBODY: frozenset[str] = frozenset()


def holding(**values: str) -> Inputs:
    return {name: ((name, value),) for name, value in values.items()}


SEEN = holding(title="Old", room="hall")


def merged(stored: Inputs, typed: Inputs, theirs: frozenset[str] = NOBODY) -> Reconciled:
    return reconciled(fingerprint(SEEN), stored, typed, theirs)


def test_what_nobody_else_changed_is_as_typed() -> None:
    typed = holding(title="Mine", room="hall")
    assert merged(SEEN, typed) == Reconciled(dict(typed), (), ())


def test_what_only_others_changed_is_taken_over() -> None:
    found = merged(holding(title="Theirs", room="hall"), holding(title="Old", room="salon"))
    assert found == Reconciled(dict(holding(title="Theirs", room="salon")), ("title",), ())


def test_what_both_changed_clashes_and_keeps_what_was_typed() -> None:
    typed = holding(title="Mine", room="hall")
    assert merged(holding(title="Theirs", room="hall"), typed) == Reconciled(
        dict(typed), (), ("title",)
    )


def test_the_same_change_twice_is_no_clash() -> None:
    same = holding(title="Same", room="hall")
    assert merged(same, same) == Reconciled(dict(same), (), ())


def test_theirs_is_taken_where_the_person_says_so() -> None:
    stored = holding(title="Theirs", room="hall")
    found = merged(stored, holding(title="Mine", room="hall"), frozenset({"title"}))
    assert found == Reconciled(dict(stored), ("title",), ())


def test_a_form_that_does_not_say_what_it_saw_clashes_wherever_it_differs() -> None:
    typed = holding(title="Mine", room="hall")
    assert reconciled("", SEEN, typed, NOBODY) == Reconciled(dict(typed), (), ("title",))
