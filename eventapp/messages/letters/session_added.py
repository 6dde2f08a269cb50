"""Somebody takes part in a session that they were not in before."""

from eventapp.messages.news import News
from eventapp.messages.passages import Link, Passage
from eventapp.messages.telling import about, event_name, greeting, title_of
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


def say(news: News, name: str, page: str, language: Language) -> Passage:
    """Tells `name` what they take part in; `page` is the session's address."""
    _ = translator(language)
    calendar = (
        _(
            "The invitation with this letter adds the session to your calendar. If you follow the"
            " programme’s own calendar already, leave it: the session would show twice."
        ),
    )
    return Passage(
        language=language,
        subject=_("You take part in %(session)s") % {"session": title_of(news, language)},
        greeting=greeting(name, language),
        paragraphs=(_("The programme names you in this session."),),
        facts=about(news, language),
        link=Link(_("The session’s page"), page),
        closing=(
            *(calendar if news.session.span else ()),
            _("Is something not right? Please answer this letter."),
        ),
        signature=event_name(news.agenda.event, language),
    )
