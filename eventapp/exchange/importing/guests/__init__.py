"""Imports guests into an event: all or nobody, and the same file again changes nothing.

Who a row means is told by its code, its address or its name; where that is not sure, it is
proposed, and a person decides. What a row says wins over what was there; what it leaves out stays.
"""
