"""Marks on RHK and on the seven values: working papers, three levels, never a rating."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import CatatanKerja, Evaluasi, LevelRating
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.services.kunci import kunci_evaluasi
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.models import RencanaHasilKerja

#: (unsur, kunci) → (level, teks)
IsiTanda = Mapping[tuple[str, str], tuple[str, str]]
PANJANG_TEKS = 2000
MASIH_DINILAI = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI)


@transaction.atomic
def tandai_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, tanda: IsiTanda, pada: dt.date) -> None:
    """Write the penilai's marks; an empty level takes a mark away.

    Raises:
        TidakBerwenangError: not the rater. StatusTidakSesuaiError: already set.
        MasukanSalahError: an unknown RHK, value or level, or too many words.
    """
    kini = kunci_evaluasi(evaluasi)
    if "penilai" not in peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada):
        raise TidakBerwenangError(_("Catatan kerja penilai hanya diisi pejabat penilai."))
    _pastikan_masih_dinilai(kini)
    tulis_tanda(
        evaluasi=kini,
        oleh=CatatanKerja.Oleh.PENILAI,
        tanda=tanda,
        penanda_id=aktor.pegawai_id,
        pada=pada,
    )
    audit.catat_objek(
        aktor, "evaluasi", kini.pk, "tandai", {"catatan_penilai": ringkas_tanda(tanda)}
    )


@transaction.atomic
def tandai_buta(*, aktor: Aktor, evaluasi: Evaluasi, tanda: IsiTanda, pada: dt.date) -> TandaTerima:
    """Write the atasan penilai's seven marks, given without seeing the rater's: once, all seven.

    Raises:
        TidakBerwenangError: not the atasan penilai. MasukanSalahError: a value is missing.
        StatusTidakSesuaiError: not asked for, already given, or the predikat is set.
    """
    kini = kunci_evaluasi(evaluasi)
    if "atasan_penilai" not in peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada):
        raise TidakBerwenangError(_("Tanda ini hanya dari atasan pejabat penilai."))
    _pastikan_masih_dinilai(kini)
    if not kini.tanda_buta:
        raise StatusTidakSesuaiError(_("Tanda atasan penilai tidak diminta untuk pegawai ini."))
    oleh = CatatanKerja.Oleh.ATASAN_PENILAI
    if CatatanKerja.objects.filter(evaluasi=kini, oleh=oleh).exists():
        raise StatusTidakSesuaiError(
            _("Tanda Anda sudah dikirim. Agar tetap bebas pengaruh, tanda tidak diubah lagi.")
        )
    nama = {satu.kode: satu.nama for satu in daftar_nilai(pada=pada)}
    kurang = [
        kode
        for kode in nama
        if tanda.get((CatatanKerja.Unsur.PERILAKU, kode), ("", ""))[0] not in LevelRating.values
    ]
    if kurang:
        raise MasukanSalahError(
            _("Tanda belum lengkap: %(kurang)s. Beri tanda untuk ketujuh nilai.")
            % {"kurang": ", ".join(nama[kode] for kode in kurang)},
            per_bidang={
                nama_bidang(CatatanKerja.Unsur.PERILAKU, kode): [_("Beri tanda untuk nilai ini.")]
                for kode in kurang
            },
        )
    perilaku = {
        kunci: isi for kunci, isi in tanda.items() if kunci[0] == CatatanKerja.Unsur.PERILAKU
    }
    tulis_tanda(evaluasi=kini, oleh=oleh, tanda=perilaku, penanda_id=aktor.pegawai_id, pada=pada)
    bidang = {"catatan_atasan_penilai": ringkas_tanda(perilaku)}
    jejak = audit.catat_objek(aktor, "evaluasi", kini.pk, "tandai_buta", bidang)
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="evaluasi",
        objek_id=kini.pk,
        aksi="tandai_buta",
        isi=bidang,
        jejak=jejak,
    )


def tulis_tanda(
    *,
    evaluasi: Evaluasi,
    oleh: str,
    tanda: IsiTanda,
    penanda_id: int | None,
    pada: dt.date,
) -> None:
    """Replace the marks of ``oleh`` on what ``tanda`` names: at most three queries.

    Raises:
        MasukanSalahError: see ``tandai_evaluasi``.
    """
    _periksa(evaluasi, tanda, pada)
    saat = clock.sekarang()
    kosong = [kunci for (_unsur, kunci), (level, _teks) in tanda.items() if not level]
    if kosong:
        CatatanKerja.objects.filter(evaluasi=evaluasi, oleh=oleh, kunci__in=kosong).delete()
    CatatanKerja.objects.bulk_create(
        [
            CatatanKerja(
                evaluasi=evaluasi,
                oleh=oleh,
                unsur=unsur,
                kunci=kunci,
                level=level,
                teks=teks.strip(),
                penanda_id=penanda_id,
                ditandai_at=saat,
            )
            for (unsur, kunci), (level, teks) in tanda.items()
            if level
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "oleh", "unsur", "kunci"],
        update_fields=["level", "teks", "penanda", "ditandai_at"],
    )


def nama_bidang(unsur: str, kunci: str) -> str:
    """Return the form field of one mark."""
    return f"{unsur}-{kunci}"


def ringkas_tanda(tanda: IsiTanda) -> dict[str, Any]:
    """The marks as plain JSON, for digests."""
    return {nama_bidang(*kunci): list(isi) for kunci, isi in sorted(tanda.items())}


def _pastikan_masih_dinilai(evaluasi: Evaluasi) -> None:
    if evaluasi.status not in MASIH_DINILAI:
        raise StatusTidakSesuaiError(
            _("Catatan kerja tidak bisa diubah: predikat sudah “%(status)s”.")
            % {"status": evaluasi.get_status_display()}
        )


def _periksa(evaluasi: Evaluasi, tanda: IsiTanda, pada: dt.date) -> None:
    nilai = {satu.kode for satu in daftar_nilai(pada=pada)}
    rhk = {
        str(kunci)
        for kunci in RencanaHasilKerja.objects.filter(skp=evaluasi.skp_id).values_list(
            "kunci", flat=True
        )
    }
    galat: dict[str, list[str]] = {}
    for (unsur, kunci), (level, teks) in tanda.items():
        bidang = nama_bidang(unsur, kunci)
        dikenal = kunci in (nilai if unsur == CatatanKerja.Unsur.PERILAKU else rhk)
        if not dikenal:
            galat[bidang] = [_("Baris ini tidak ada pada SKP yang dinilai. Muat ulang halaman.")]
        elif level and level not in LevelRating.values:
            galat[bidang] = [_("Tanda tidak dikenal. Pilih satu dari tiga.")]
        elif len(teks) > PANJANG_TEKS:
            galat[bidang] = [_("Catatan lebih dari 2.000 huruf. Ringkas dulu.")]
    if galat:
        raise MasukanSalahError(
            _("Catatan kerja belum disimpan: %(n)s baris perlu diperbaiki.") % {"n": len(galat)},
            per_bidang=galat,
        )


def baca_kunci_rhk(teks: str) -> str:
    """Return the canonical text of an RHK's key; the text itself when it is none."""
    try:
        return str(uuid.UUID(teks))
    except ValueError:
        return teks
