"""`eventapp user …`: accounts, from the shell."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import AppGroup

from eventapp.accounts import administering, links, queries
from eventapp.accounts.passwords import problems_with
from eventapp.plumbing.database import unit_of_work
from eventapp.values.addresses import is_mail_address
from eventapp.values.cleaning import one_line
from eventapp.values.language import Language

users = AppGroup("user", help="Accounts of who works here.")


def _address(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    address = one_line(value).lower()
    if not is_mail_address(address):
        raise click.BadParameter(f"“{value}” is not an e-mail address.")
    return address


@users.command("create")
@click.argument("email", callback=_address)
@click.option("--name", required=True, help="Who it is.")
@click.option("--admin", is_flag=True, help="May do everything, in every event.")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    default="fr",
    help="The language of their letters.",
)
@click.option("--ask-password", is_flag=True, help="Ask for a password now.")
def create(email: str, name: str, language: str, *, admin: bool, ask_password: bool) -> None:
    """Open an account for EMAIL, and print the link by which its owner chooses a password."""
    password, now = _asked() if ask_password else "", datetime.now(UTC)
    # Addresses are built as for a request, of which there is none here.
    with current_app.test_request_context("/en/"), unit_of_work():
        account = administering.open_account(
            email, one_line(name)[:200], now=now, language=Language(language), password=password
        )
        account.is_administrator = admin
        if password and (problems := problems_with(password, account)):
            raise click.ClickException(" ".join(problems))
        link = "" if password else links.password_link(account, now=now)
    click.echo(f"{email} has an account.")
    if link:
        click.echo(f"Within an hour, once: {link}")


@users.command("list")
def list_users() -> None:
    """Who has an account."""
    for account in queries.accounts():
        state = "" if account.active else "closed"
        kind = "administrator" if account.is_administrator else ""
        click.echo(f"{account.email:<40}  {account.name:<30}  {kind} {state}".rstrip())


@users.command("close")
@click.argument("email", callback=_address)
def close(email: str) -> None:
    """Close the account of EMAIL: wherever it is signed in, it no longer is."""
    with unit_of_work():
        account = queries.account_of(email)
        if account is None:
            raise click.ClickException(f"“{email}” has no open account.")
        administering.close(account)
    click.echo(f"The account of {email} is closed.")


def _asked() -> str:
    password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return password
