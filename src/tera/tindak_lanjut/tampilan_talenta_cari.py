"""What the pages of searches show: criteria in words, people with met, not met and unknown."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.organisasi.models import JenisJabatan
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.selectors.talenta.cocok import Calon, Konsisten
from tera.tindak_lanjut.selectors.talenta.kriteria import BELUM, TERPENUHI, Kriteria
from tera.tindak_lanjut.tampilan_talenta import NADA_PREDIKAT

IKON = {TERPENUHI: "circle-check", BELUM: "help-circle"}
KELAS = {TERPENUHI: "tl-ya", BELUM: "redup"}


def kata_kriteria(isi: Mapping[str, Any]) -> list[str]:
    """Return the criteria of a search in words."""
    k = Kriteria.dari(isi)
    kata = []
    if k.pangkat_min:
        kata.append(_("Pangkat sedikitnya %(gol)s") % {"gol": k.pangkat_min})
    if k.pernah_jenis:
        kata.append(_("Pernah menjabat %(jenis)s") % {"jenis": JenisJabatan(k.pernah_jenis).label})
    if k.pendidikan_min:
        kata.append(_("Pendidikan sedikitnya %(tingkat)s") % {"tingkat": k.pendidikan_min})
    if k.tahun_jabatan_min:
        kata.append(
            ngettext(
                "Sedikitnya %(n)s tahun dalam jabatan kini",
                "Sedikitnya %(n)s tahun dalam jabatan kini",
                k.tahun_jabatan_min,
            )
            % {"n": k.tahun_jabatan_min}
        )
    if k.predikat_min:
        kata.append(
            ngettext(
                "Predikat sedikitnya %(predikat)s dalam %(n)s tahun terakhir",
                "Predikat sedikitnya %(predikat)s dalam %(n)s tahun terakhir",
                max(1, k.predikat_tahun),
            )
            % {"predikat": Predikat(k.predikat_min).label, "n": max(1, k.predikat_tahun)}
        )
    if k.suksesi:
        kata.append(_("Kotak 7, 8, atau 9"))
    if k.capaian_min:
        kata.append(_("Capaian terverifikasi sedikitnya %(n)s") % {"n": k.capaian_min})
    if k.pelatihan:
        kata.append(_("Pelatihan: %(nama)s") % {"nama": k.pelatihan})
    if k.tanpa_disiplin:
        kata.append(_("Tidak ada catatan disiplin yang diketahui"))
    return kata


def baris_calon(satu: Calon) -> dict[str, Any]:
    """Return a person with the answers."""
    return {
        "calon": satu,
        "ringkas": _("%(ya)s dari %(semua)s terpenuhi")
        % {"ya": satu.terpenuhi, "semua": len(satu.jawaban)},
        "nada": "sukses" if satu.terpenuhi == len(satu.jawaban) else "info",
        "jawaban": [
            {
                "nama": j.nama,
                "alasan": j.alasan,
                "url": j.url,
                "ikon": IKON.get(j.keadaan, "circle-x"),
                "kelas": KELAS.get(j.keadaan, "tl-tidak"),
                "keadaan": {TERPENUHI: _("terpenuhi"), BELUM: _("belum diketahui")}.get(
                    j.keadaan, _("tidak terpenuhi")
                ),
            }
            for j in satu.jawaban
        ],
    }


def baris_konsisten(satu: Konsisten) -> dict[str, Any]:
    """Return a person with the predikat of each year."""
    return {
        "orang": satu,
        "tahun": [
            {
                "tahun": th,
                "label": Predikat(kata).label,
                "nada": NADA_PREDIKAT.get(kata, "netral"),
            }
            for th, kata in satu.per_tahun
        ],
    }
