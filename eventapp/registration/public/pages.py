"""What these pages have in common."""

from flask import Blueprint

blueprint = Blueprint("register", __name__)

EVENT = "/<language:language>/<slug:event>"
