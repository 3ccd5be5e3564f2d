"""How a result is called where two of them are compared: the predikat alone may be the same."""

from django.utils.translation import gettext as _

from tera.evaluasi.models import LevelRating, PilihanPredikat


def sebut_hasil(*, predikat: str, hasil: str, perilaku: str) -> str:
    """Return the predikat with both ratings it comes from."""
    return _("%(predikat)s (hasil kerja %(hasil)s, perilaku kerja %(perilaku)s)") % {
        "predikat": PilihanPredikat(predikat).label,
        "hasil": LevelRating(hasil).label,
        "perilaku": LevelRating(perilaku).label,
    }
