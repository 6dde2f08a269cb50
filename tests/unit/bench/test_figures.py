"""A figure knows whether it reaches its bar, and the report says so."""

import json
from pathlib import Path

import pytest

from tests.bench.figures import Bar, Figure, at_least, table, under, write


def a_figure(value: float, bar: Bar, **fields: str) -> Figure:
    given = {"id": "agenda", "measured": "agenda page: throughput", "unit": "ratio"}
    return Figure(**(given | fields), value=value, bar=bar, conditions={"rows": 943, "workers": 2})


@pytest.mark.parametrize(
    ("value", "bar", "ok"),
    [
        (0.51, at_least(0.5), True),
        (0.5, at_least(0.5), True),
        (0.49, at_least(0.5), False),
        (49.9, under(50), True),
        (50.0, under(50), False),
    ],
)
def test_a_figure_over_its_bar_is_not_ok(value: float, bar: Bar, ok: bool) -> None:
    assert a_figure(value, bar).ok is ok


def test_the_report_tells_each_figure_with_its_bar_and_conditions(tmp_path: Path) -> None:
    file = tmp_path / "build" / "bench.json"
    write(file, {"cores": 2}, [a_figure(0.61234, at_least(0.5)), a_figure(0.4, at_least(0.5))])

    def expected(value: float, ok: bool) -> dict[str, object]:
        return {
            "id": "agenda",
            "measured": "agenda page: throughput",
            "value": value,
            "unit": "ratio",
            "bar": "≥ 0.5",
            "ok": ok,
            "conditions": {"rows": 943, "workers": 2},
        }

    assert json.loads(file.read_text(encoding="utf-8")) == {
        "run": {"cores": 2},
        "figures": [expected(0.612, True), expected(0.4, False)],
    }


def test_the_table_lines_up_and_names_what_missed_its_bar() -> None:
    figures = [
        a_figure(0.61234, at_least(0.5)),
        a_figure(1234.0, under(200), id="worker-memory", measured="memory", unit="MB"),
    ]
    assert table(figures).splitlines() == [
        "figure           value  unit   bar            measured",
        "agenda            0.61  ratio  ≥ 0.5  ok      agenda page: throughput",
        "worker-memory  1234.00  MB     < 200  MISSED  memory",
    ]
