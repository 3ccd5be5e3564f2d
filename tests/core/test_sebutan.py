"""The words of stored choices."""

from django.utils.translation import override

from tera.core.sebutan import sebutan_pilihan
from tera.organisasi.models import Periode


def test_a_choice_is_told_as_django_tells_it_in_each_language() -> None:
    for bahasa in ("id", "en"):
        with override(bahasa):
            for jenis in ("tahunan", "triwulan", "lain", ""):
                periode = Periode(jenis=jenis)
                assert sebutan_pilihan(periode, "jenis") == periode.get_jenis_display()
    assert sebutan_pilihan(None, "jenis") == ""
