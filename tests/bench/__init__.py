"""The figures of `make bench`: how fast the application is, as its users run it.

Figures are measured, not tested: they depend on the machine and on what else it does.
"""
