"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.registration.labels import question_kind

blueprint = workspace("registration")
blueprint.add_app_template_filter(question_kind)

EVENT = "/<language:language>/manage/<slug:event>"
REGISTRATION = f"{EVENT}/registration"
