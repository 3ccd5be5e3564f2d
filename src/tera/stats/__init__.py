"""The mathematics of objectivity: arrays in, frozen results out; no Django, no names, no files.

:mod:`tera.stats.engine` names everything that a room needs, with an example from a table of pairs
to every output. Raters and ratees are integers, a relation is one of
:class:`tera.stats.pairs.Relation`, and every answer that the evidence does not carry is NaN with a
:class:`tera.stats.evidence.Reason`. Formulas, sources and limits: docs/metode/objektivitas.md.
"""
