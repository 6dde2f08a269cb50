"""Placing all meetings of delegations at once. Pure: an instance in, a proposal out.

`instance` is what is asked, `options` what each meeting could have by itself, `model` the choice
among them (PuLP), `reasons` why some get nothing, `process` the child process that it all runs in.
"""
