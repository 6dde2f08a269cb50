from eventapp import demonstration


def test_each_address_stands_below_the_site_with_a_name_before_it() -> None:
    lines = demonstration.addresses("http://127.0.0.1:8000")
    assert lines[:2] == [
        "  The site           http://127.0.0.1:8000/",
        "  A summit’s agenda  http://127.0.0.1:8000/en/belgrade-2024/agenda",
    ]
    assert {line.index("http") for line in lines} == {21}
