"""The mathematics of objectivity: arrays in, frozen results out; no Django, no names, no files.

Start with :func:`tera.stats.facets.estimate`. Raters and ratees are integers, a relation is one of
:class:`tera.stats.pairs.Relation`, and every answer that the evidence does not carry is NaN with a
:class:`tera.stats.evidence.Reason`. Formulas, sources and limits: docs/metode/objektivitas.md.
"""
