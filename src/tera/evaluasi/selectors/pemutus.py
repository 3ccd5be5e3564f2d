"""Who decides an objection: the atasan penilai, or the next above where that one may not.

PP 30/2019 Pasal 59: the objection goes to the atasan pejabat penilai. That nobody decides about
oneself, one's own rating or somebody close, and who decides where nobody stands above, is Tera's
design and the instansi's policy.
"""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.evaluasi.models import Evaluasi, Keberatan
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, PeranPetugas
from tera.organisasi.selectors.hubungan import ada_hubungan_dekat
from tera.organisasi.selectors.pejabat_atas import (
    atasan_tercatat,
    masih_menjabat,
    pejabat_di_atas,
)
from tera.organisasi.selectors.peran import petugas_unit

KUNCI_TANPA_ATASAN = "keberatan.pemutus_tanpa_atasan"
#: More people than this in a row don't stand above anybody.
BATAS_NAIK = 12
Dasar = Keberatan.DasarPemutus


@dataclass(frozen=True, slots=True)
class Pemutus:
    """Who decides, why that person, and the sentence that says so (Indonesian: it is kept)."""

    pegawai: Pegawai | None
    dasar: str
    penjelasan: str


def halangan(*, evaluasi: Evaluasi, calon: Pegawai, pada: dt.date) -> str:
    """Return why ``calon`` may not decide about this evaluation; empty when nothing stands there.

    At most two queries. Of a close relation it says neither the kind nor with whom.
    """
    if calon.pk == evaluasi.pegawai_id:
        return _("%(nama)s pegawai yang dinilai sendiri.") % {"nama": calon.nama_lengkap}
    if calon.pk == evaluasi.penilai_id:
        return _("%(nama)s memberi penilaian ini.") % {"nama": calon.nama_lengkap}
    for pihak in (evaluasi.pegawai_id, evaluasi.penilai_id):
        if pihak is not None and ada_hubungan_dekat(a_id=calon.pk, b_id=pihak, pada=pada):
            return _("Ada pernyataan hubungan dekat antara %(nama)s dan salah satu pihak.") % {
                "nama": calon.nama_lengkap
            }
    return ""


@override(settings.LANGUAGE_CODE)
def tentukan_pemutus(*, evaluasi: Evaluasi, pada: dt.date) -> Pemutus:
    """Return who decides an objection against this result on the day: rarely a long question.

    The recorded atasan penilai costs four queries; only where that one may not decide the line
    above is worked out.
    """
    tugas = evaluasi.skp.penugasan
    sebab: list[str] = []
    bukan = {evaluasi.pegawai_id} | ({evaluasi.penilai_id} if evaluasi.penilai_id else set())
    calon = atasan_tercatat(penugasan_id=tugas.pk, pada=pada)
    if calon is not None:
        tolak = halangan(evaluasi=evaluasi, calon=calon, pada=pada)
        if not tolak and masih_menjabat(pegawai=calon, pada=pada):
            return Pemutus(
                calon,
                Dasar.ATASAN_PENILAI,
                _("%(nama)s atasan pejabat penilai yang tercatat pada hari keberatan.")
                % {"nama": calon.nama_lengkap},
            )
        sebab.append(tolak or _("%(nama)s tidak lagi menjabat.") % {"nama": calon.nama_lengkap})
        bukan.add(calon.pk)
    for _langkah in range(BATAS_NAIK):
        calon = pejabat_di_atas(
            penugasan=tugas, penilai_id=evaluasi.penilai_id, bukan=bukan, pada=pada
        )
        if calon is None:
            break
        tolak = halangan(evaluasi=evaluasi, calon=calon, pada=pada)
        if not tolak:
            return Pemutus(
                calon,
                Dasar.DI_ATASNYA if sebab else Dasar.ATASAN_PENILAI,
                " ".join(
                    [
                        *sebab,
                        _("Jadi yang memutus pejabat berikutnya di atas penilai: %(nama)s.")
                        % {"nama": calon.nama_lengkap},
                    ]
                ),
            )
        sebab.append(tolak)
        bukan.add(calon.pk)
    return _tanpa_atasan(evaluasi, sebab, pada)


def _tanpa_atasan(evaluasi: Evaluasi, sebab: list[str], pada: dt.date) -> Pemutus:
    """The instansi's policy says who decides where nobody above may."""
    peran = PeranPetugas.Peran(
        kebijakan.nilai(instansi_id=evaluasi.instansi_id, kunci=KUNCI_TANPA_ATASAN, pada=pada)
    )
    for satu in petugas_unit(
        instansi_id=evaluasi.instansi_id, path=evaluasi.unit.path, peran=peran, pada=pada
    ):
        tolak = halangan(evaluasi=evaluasi, calon=satu.pegawai, pada=pada)
        if tolak:
            sebab = [*sebab, tolak]
            continue
        return Pemutus(
            satu.pegawai,
            Dasar.TANPA_ATASAN,
            " ".join(
                [
                    *sebab,
                    _(
                        "Tidak ada pejabat di atas penilai yang bisa memutus. Menurut kebijakan "
                        "instansi ini yang memutus %(peran)s: %(nama)s."
                    )
                    % {"peran": peran.label.lower(), "nama": satu.pegawai.nama_lengkap},
                ]
            ),
        )
    return Pemutus(
        None,
        Dasar.BELUM_ADA,
        " ".join(
            [
                *sebab,
                _(
                    "Tidak ada pejabat di atas penilai yang bisa memutus, dan %(peran)s untuk "
                    "unit ini belum tercatat. Keberatan tetap diterima; admin mencatat pemegang "
                    "peran itu pada halaman peran petugas, lalu keberatan ini sampai kepadanya."
                )
                % {"peran": peran.label.lower()},
            ]
        ),
    )
