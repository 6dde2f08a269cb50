"""The lists that cross rooms name each thing once: of two, a dict would silently drop the first."""

import ast
from collections import Counter
from pathlib import Path

from eventapp import wiring


def test_no_key_stands_twice_in_a_list() -> None:
    tree = ast.parse(Path(wiring.__file__).read_text("utf-8"))
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = [Counter(ast.unparse(key) for key in table.keys if key) for table in tables]
    assert [key for table in keys for key, count in table.items() if count > 1] == []
    assert len(keys) > 3
