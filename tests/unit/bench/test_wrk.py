"""The load generator's report is read as it prints it."""

import pytest

from tests.bench.wrk import read

REPORT = """Running 2s test @ http://127.0.0.1:8000/en/largest/agenda
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.70ms    1.42ms  23.19ms   86.25%
    Req/Sec     5.11k     0.86k    7.66k    80.00%
  Latency Distribution
     50%    1.40ms
     75%    2.16ms
     90%    3.22ms
     99%    {p99}
  20362 requests in 4.01s, 13.50MB read
{errors}Requests/sec:   5083.28
Transfer/sec:      3.37MB
"""


@pytest.mark.parametrize(
    ("p99", "milliseconds"), [("872.00us", 0.872), ("6.86ms", 6.86), ("1.54s", 1540.0)]
)
def test_latencies_are_read_in_any_unit(p99: str, milliseconds: float) -> None:
    load = read(REPORT.format(p99=p99, errors=""))
    assert load.rate == 5083.28
    assert load.p99 == pytest.approx(milliseconds)


@pytest.mark.parametrize(
    "errors",
    [
        "  Non-2xx or 3xx responses: 12\n",
        "  Socket errors: connect 0, read 3, write 0, timeout 0\n",
    ],
)
def test_a_load_with_errors_is_no_figure(errors: str) -> None:
    with pytest.raises(RuntimeError, match="Not every answer came"):
        read(REPORT.format(p99="6.86ms", errors=errors))


def test_what_is_no_report_is_said() -> None:
    with pytest.raises(RuntimeError, match="no report of wrk"):
        read("unable to connect to 127.0.0.1:8000 Connection refused\n")
