"""Charts drawn on the server as SVG, with the same figures in a table below.

No style attribute and no script (strict CSP). Positions are percentages, so a chart fills its place
on a phone and on a desk while its text keeps its size. Colours come from the classes ``s1``-``s6``
(areas) and ``g1``-``g4`` (lines); words and numbers always accompany them.
"""

from tera.antarmuka.bagan.batang import batang, bertumpuk
from tera.antarmuka.bagan.garis import garis, titik
from tera.antarmuka.bagan.sebaran import histogram, panas

__all__ = ["batang", "bertumpuk", "garis", "histogram", "panas", "titik"]
