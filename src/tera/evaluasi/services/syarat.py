"""What must hold before ratings are kept: chosen, reasoned, and a head's equal to the capaian."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.evaluasi import selectors
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian


def galat_rating(
    hasil: str, perilaku: str, alasan_hasil: str, alasan_perilaku: str
) -> dict[str, list[str]]:
    """Return per field what is missing: a rating, or the reason of one that isn't *sesuai*."""
    galat: dict[str, list[str]] = {}
    for nama, rating, alasan, kata in (
        ("hasil_kerja", hasil, alasan_hasil, _("hasil kerja")),
        ("perilaku_kerja", perilaku, alasan_perilaku, _("perilaku kerja")),
    ):
        if rating not in LevelRating.values:
            galat[f"rating_{nama}"] = [
                _("Rating %(kata)s belum dipilih. Pilih satu dari tiga.") % {"kata": kata}
            ]
        elif rating != LevelRating.SESUAI and not alasan.strip():
            galat[f"alasan_{nama}"] = [
                _("Rating %(kata)s “%(label)s” perlu alasan. Tulis bukti atau peristiwanya.")
                % {"kata": kata, "label": LevelRating(rating).label}
            ]
    return galat


def galat_pimpinan(evaluasi: Evaluasi, hasil: str, pada: dt.date) -> dict[str, list[str]]:
    """The capaian of a unit is its head's rating hasil kerja (SE MenPANRB 3/2023)."""
    if not selectors.memimpin_unit_capaian(evaluasi=evaluasi):
        return {}
    capaian = selectors.capaian_unit(unit=evaluasi.skp.penugasan.unit, periode=evaluasi.periode)
    if capaian is None:
        return {
            "rating_hasil_kerja": [
                _(
                    "Capaian %(unit)s belum ditetapkan. Bagi pimpinan unit, capaian itulah "
                    "rating hasil kerjanya: tetapkan capaiannya dulu."
                )
                % {"unit": evaluasi.skp.penugasan.unit.nama}
            ]
        }
    wajib = rating_hasil_pimpinan(Capaian(capaian.level), pada=pada).rating
    if hasil != wajib:
        return {
            "rating_hasil_kerja": [
                _(
                    "Capaian unit “%(level)s”, jadi rating hasil kerja pimpinannya "
                    "“%(label)s” (SE MenPANRB 3/2023). Pilih rating itu."
                )
                % {"level": capaian.get_level_display(), "label": LevelRating(wajib).label}
            ]
        }
    return {}
