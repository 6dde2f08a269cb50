"""The application, for a WSGI server: `granian --interface wsgi wsgi:application`."""

from eventapp.app import create_app

application = create_app()
