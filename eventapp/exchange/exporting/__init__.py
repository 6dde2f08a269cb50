"""Tables that somebody takes away: they import back as they are, and are inert in a spreadsheet."""
