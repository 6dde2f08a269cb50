"""Somebody is no longer in a session, which takes place without them."""

from eventapp.messages.news import News
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import about, event_name, greeting, title_of
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def say(news: News, name: str, page: str, language: Language) -> Passage:
    """Tells `name` that they are out of the session; `page` is the programme's address."""
    _ = translator(language)
    return Passage(
        language=language,
        subject=_("You no longer take part in %(session)s") % {"session": title_of(news, language)},
        greeting=greeting(name, language),
        paragraphs=(_("The programme no longer names you in this session."),),
        facts=about(news, language),
        link=Link(_("The programme"), page),
        closing=(_("Is something not right? Please answer this letter."),),
        signature=event_name(news.agenda.event, language),
    )
