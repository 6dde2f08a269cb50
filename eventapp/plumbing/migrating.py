"""Migrations, for the shell: processes of the server have no need of them, nor of their memory."""

from pathlib import Path

from flask import Flask
from flask_migrate import Migrate

from eventapp.plumbing.database import db

FOLDER = Path(__file__).parents[2] / "migrations"

migrate = Migrate(db=db, render_as_batch=True, compare_type=True)


def init_app(app: Flask) -> None:
    """Lets the application's database be migrated."""
    migrate.init_app(app, directory=str(FOLDER))
