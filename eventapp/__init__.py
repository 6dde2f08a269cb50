"""eventapp: bilingual programmes, from an organizer's draft to web, calendar and paper.

Kept empty on purpose: the child process that sets type imports this package too.
"""
