"""The law: dated, cited rules of performance management; standard library only, knows no Django.

Each rule is a module of its own; values live in `data/` with their first day, basis and certainty.
"""
