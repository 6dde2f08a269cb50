"""A session that somebody takes part in moved, has another title, or takes place after all."""

from eventapp.agenda import labels
from eventapp.agenda.reading import capitalized
from eventapp.messages.news import News
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import about, event_name, greeting, title_of
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def say(news: News, name: str, page: str, language: Language) -> Passage:
    """Tells `name` what the session now is, and what it was; `page` is its address."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=f"{typography.label(_what(news, language), language)} {title_of(news, language)}",
        greeting=greeting(name, language),
        paragraphs=(_("A session that you take part in has changed."),),
        facts=about(news, language),
        link=Link(_("The session’s page"), page),
        closing=(
            *(
                (_("The invitation with this letter changes the entry in your calendar."),)
                if news.session.span
                else ()
            ),
            _("Is something not right? Please answer this letter."),
        ),
        signature=event_name(news.agenda.event, language),
    )


def _what(news: News, language: Language) -> str:
    """What changed first of all: `New time`."""
    if not news.changes:
        return translator(language)("Your part")
    return capitalized(labels.change(news.changes[0], language))
