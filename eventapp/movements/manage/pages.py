"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.agenda.labels import slot_state

blueprint = workspace("movements")
blueprint.add_app_template_filter(slot_state)

EVENT = "/<language:language>/manage/<slug:event>"
