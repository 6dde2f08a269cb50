"""What all choices that rows hold are called; `wiring` names every room's tables."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask import Flask, current_app

from eventapp.values.catalogue import translator
from eventapp.values.language import Language

Tables = Mapping[type[StrEnum], Mapping[Any, str]]


def init_app(app: Flask, tables: Tables) -> None:
    """Tells the log what the choices of each room are called."""
    app.extensions["choices"] = tables


def choice_name(choice: StrEnum, language: Language) -> str:
    """The choice for a reader: `confirmée`; as it is kept, where it has no name."""
    table = current_app.extensions["choices"].get(type(choice), {})
    return translator(language)(table.get(choice, choice.value))
