"""Blank printable forms: which exist, and the view model of one."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.aktor import Aktor
from tera.dokumen.model import BarisPerilaku, BentukFormulir, FormulirKosong, Keluarga, Pendekatan
from tera.organisasi.models import Instansi
from tera.regulasi.berakhlak import daftar_nilai


@dataclass(frozen=True, slots=True)
class PilihanFormulir:
    """One blank form offered on the page."""

    judul: str | Promise
    bentuk: str
    keluarga: str
    pendekatan: str


DAFTAR_FORMULIR = (
    PilihanFormulir(_("SKP JA/JF, kuantitatif"), "skp", "ja-jf", "kuantitatif"),
    PilihanFormulir(_("SKP JA/JF, kualitatif"), "skp", "ja-jf", "kualitatif"),
    PilihanFormulir(
        _("SKP JPT dan unit mandiri, kuantitatif"), "skp", "jpt-mandiri", "kuantitatif"
    ),
    PilihanFormulir(_("SKP JPT dan unit mandiri, kualitatif"), "skp", "jpt-mandiri", "kualitatif"),
    PilihanFormulir(_("Lampiran SKP"), "lampiran", "ja-jf", "kuantitatif"),
    PilihanFormulir(_("Evaluasi kinerja JA/JF, kuantitatif"), "evaluasi", "ja-jf", "kuantitatif"),
    PilihanFormulir(
        _("Evaluasi kinerja JPT dan unit mandiri, kuantitatif"),
        "evaluasi",
        "jpt-mandiri",
        "kuantitatif",
    ),
    PilihanFormulir(_("Dokumen Evaluasi Kinerja Pegawai"), "sampul", "ja-jf", "kuantitatif"),
)


def formulir_kosong(
    *, aktor: Aktor, bentuk: BentukFormulir, keluarga: Keluarga, pendekatan: Pendekatan
) -> FormulirKosong:
    """Return a blank form with the instansi's name, this year and the seven values printed."""
    return FormulirKosong(
        bentuk=bentuk,
        keluarga=keluarga,
        pendekatan=pendekatan,
        nama_instansi=Instansi.objects.get(pk=aktor.instansi_id).nama,
        tahun=aktor.hari_ini.year,
        perilaku=tuple(
            BarisPerilaku(nilai=nilai.nilai.label, panduan=tuple(nilai.panduan))
            for nilai in daftar_nilai(pada=aktor.hari_ini)
        ),
    )
