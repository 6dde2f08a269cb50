"""A session that somebody takes part in does not take place, or is no longer announced."""

from eventapp.messages.news import News
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import about, event_name, greeting, title_of
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def say(news: News, name: str, page: str, language: Language) -> Passage:
    """Tells `name` that the session is off; `page` is the programme's address."""
    _ = translator(language)
    if news.session.is_cancelled:
        subject = _("Cancelled: %(session)s")
        told = _("A session that you take part in is cancelled.")
    else:
        subject = _("No longer in the programme: %(session)s")
        told = _("A session that you take part in has left the programme.")
    return Passage(
        language=language,
        subject=subject % {"session": title_of(news, language)},
        greeting=greeting(name, language),
        paragraphs=(told,),
        facts=about(news, language),
        link=Link(_("The programme"), page),
        closing=(_("Please answer this letter if you have a question."),),
        signature=event_name(news.agenda.event, language),
    )
