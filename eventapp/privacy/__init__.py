"""What becomes of personal data: how long it is kept, how it is handed over, how it is erased.

Owns retention and erasures; every room scrubs what is its own, when wiring calls it.
"""
