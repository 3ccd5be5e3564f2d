"""Reporting what an indicator reached, verifying it, returning it with a note.

The form column is *realisasi berdasarkan bukti dukung* (PermenPANRB 6/2022, evaluation form); who
verifies and that a changed figure is verified again are design.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.models import TandaTerima
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Periode
from tera.pelaksanaan.hitung import angka_dari, arah_indikator, hitung_kemajuan
from tera.pelaksanaan.models import Realisasi, StatusLaporan
from tera.pelaksanaan.permissions import peran_kerja
from tera.pelaksanaan.services.dasar import catatan_wajib, pastikan_boleh_isi, tulis_pemeriksaan
from tera.pelaksanaan.services.penutupan import pastikan_terbuka
from tera.skp.models import SKP, IndikatorKinerja

PERISTIWA_TERCAPAI = "realisasi.target_tercapai"


@dataclass(frozen=True, slots=True)
class IsiRealisasi:
    """What a person types for one indicator.

    Attributes:
        nilai: the figure reached since the start of the plan; None where it isn't a number.
        teks: the same in words; one of the two is needed.
        arah: ``naik``, ``turun`` or ``tepat``; empty: as the library or the wording says.
        sanggahan: what the person objects to in a figure that came from data; the figure stays.
        revisi: of the row the form was filled from; 0 for a first report.
    """

    nilai: Decimal | None = None
    teks: str = ""
    arah: str = ""
    sumber_data: str = ""
    sanggahan: str = ""
    revisi: int = 0


@transaction.atomic
def laporkan_realisasi(
    *,
    aktor: Aktor,
    skp: SKP,
    periode: Periode,
    indikator_kunci: uuid.UUID,
    isi: IsiRealisasi,
    pada: dt.date,
) -> tuple[Realisasi, TandaTerima]:
    """Report (or correct) what one indicator reached by the end of ``periode``.

    A verified figure that changes goes back to *dilaporkan*. Reaching the target the first time
    writes the event ``realisasi.target_tercapai``.

    Raises:
        TidakBerwenangError: someone else's plan.
        MasukanSalahError: neither figure nor words; a figure out of range; unknown indicator.
        StatusTidakSesuaiError: the plan isn't in force, a decision stands on it, or the row was
            changed since the form was opened.
    """
    pastikan_boleh_isi(aktor=aktor, skp=skp, periode=periode, pada=pada)
    indikator = _indikator(skp, indikator_kunci)
    lama = (
        Realisasi.objects.select_for_update(of=("self",))
        .filter(penugasan_id=skp.penugasan_id, periode=periode, indikator_kunci=indikator_kunci)
        .first()
    )
    if (lama.revisi if lama else 0) != isi.revisi:
        raise StatusTidakSesuaiError(
            _(
                "Realisasi ini sudah diubah sejak halaman Anda dibuka. Bandingkan, lalu kirim "
                "lagi; isian Anda masih ada di halaman ini."
            )
        )
    if lama is not None and lama.asal == Realisasi.Asal.DARI_DATA:
        return _ubah(aktor, skp, lama, _bidang_dari_data(lama, isi), pada)
    _pastikan_isi(isi)
    bidang = _bidang(indikator, isi, aktor)
    if lama is None:
        return _buat(aktor, skp, periode, indikator, bidang)
    return _ubah(aktor, skp, lama, bidang, pada)


def _buat(
    aktor: Aktor,
    skp: SKP,
    periode: Periode,
    indikator: IndikatorKinerja,
    bidang: dict[str, Any],
) -> tuple[Realisasi, TandaTerima]:
    try:
        with transaction.atomic():
            baru = Realisasi.objects.create(
                instansi_id=skp.instansi_id,
                pegawai_id=skp.pegawai_id,
                penugasan_id=skp.penugasan_id,
                skp=skp,
                periode=periode,
                rhk_kunci=indikator.rhk.kunci,
                indikator_kunci=indikator.kunci,
                **bidang | {"revisi": 1},
            )
    except IntegrityError as galat:
        raise StatusTidakSesuaiError(
            _("Realisasi ini baru saja dikirim dari perangkat lain. Muat ulang, lalu bandingkan.")
        ) from galat
    jejak = audit.catat_objek(aktor, "realisasi", baru.pk, "laporkan", bidang)
    kejadian.terbitkan(
        instansi_id=baru.instansi_id, nama="realisasi.laporkan", muatan={"id": baru.pk}
    )
    _kabarkan_tercapai(baru, sebelumnya=False)
    return baru, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="realisasi",
        objek_id=baru.pk,
        aksi="laporkan",
        isi=bidang,
        jejak=jejak,
    )


def _ubah(
    aktor: Aktor, skp: SKP, lama: Realisasi, bidang: dict[str, Any], pada: dt.date
) -> tuple[Realisasi, TandaTerima]:
    sebelumnya = lama.target_tercapai
    bidang = bidang | {"revisi": lama.revisi + 1, "skp_id": skp.pk, "catatan": ""}
    if lama.status == StatusLaporan.DILAPORKAN:
        Realisasi.objects.filter(pk=lama.pk).update(**bidang, updated_at=clock.sekarang())
        lama.refresh_from_db()
        jejak = audit.catat_objek(aktor, "realisasi", lama.pk, "perbaiki", bidang)
        tanda = tanda_terima.terbitkan(
            aktor=aktor,
            jenis="realisasi",
            objek_id=lama.pk,
            aksi="perbaiki",
            isi=bidang,
            jejak=jejak,
        )
    else:
        hasil = workflow.jalankan(
            objek=lama,
            jenis="realisasi",
            aksi="laporkan",
            aktor=aktor,
            daftar_peran=peran_kerja(aktor=aktor, skp=skp, pada=pada),
            pada=pada,
            bidang=bidang | {"pemeriksa_id": None, "diperiksa_at": None},
        )
        tanda = hasil.tanda_terima
    _kabarkan_tercapai(lama, sebelumnya=sebelumnya)
    return lama, tanda


@transaction.atomic
def verifikasi_realisasi(
    *, aktor: Aktor, realisasi: Realisasi, pada: dt.date, revisi: int | None = None
) -> HasilLangkah:
    """Confirm one reported figure, as penilai or ketua tim.

    ``revisi`` is the one that was read: a figure changed since then is refused.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    return _periksa(aktor, realisasi, "verifikasi", pada, catatan="", revisi=revisi)


@transaction.atomic
def kembalikan_realisasi(
    *, aktor: Aktor, realisasi: Realisasi, catatan: str, pada: dt.date
) -> HasilLangkah:
    """Return one figure with a note that says what is missing.

    Raises:
        MasukanSalahError: no note. TidakBerwenangError, StatusTidakSesuaiError.
    """
    catatan = catatan_wajib(catatan)
    return _periksa(aktor, realisasi, "kembalikan", pada, catatan=catatan)


def _periksa(
    aktor: Aktor,
    realisasi: Realisasi,
    aksi: str,
    pada: dt.date,
    *,
    catatan: str,
    revisi: int | None = None,
) -> HasilLangkah:
    kini = (
        Realisasi.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit", "periode")
        .get(pk=realisasi.pk)
    )
    peran = peran_kerja(aktor=aktor, skp=kini.skp, pada=pada)
    workflow.langkah_berlaku(
        jenis="realisasi", aksi=aksi, status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    if revisi is not None and revisi != kini.revisi:
        raise StatusTidakSesuaiError(
            _("Angkanya diubah pegawai sejak Anda baca. Baca yang terbaru, lalu verifikasi lagi.")
        )
    pastikan_terbuka(penugasan_id=kini.penugasan_id, periode=kini.periode)
    return tulis_pemeriksaan(
        aktor=aktor, kini=kini, aksi=aksi, daftar_peran=peran, pada=pada, catatan=catatan
    )


def _indikator(skp: SKP, kunci: uuid.UUID) -> IndikatorKinerja:
    satu = IndikatorKinerja.objects.select_related("rhk").filter(rhk__skp=skp, kunci=kunci).first()
    if satu is None:
        raise MasukanSalahError(
            _("Indikator itu tidak ada pada SKP yang berlaku. Muat ulang halaman.")
        )
    return satu


def _pastikan_isi(isi: IsiRealisasi) -> None:
    galat: dict[str, list[str]] = {}
    if isi.nilai is None and not isi.teks.strip():
        galat["nilai"] = [_("Realisasi masih kosong. Isi angkanya, atau uraian bila bukan angka.")]
    if isi.nilai is not None and not 0 <= isi.nilai < Decimal(10) ** 14:
        galat["nilai"] = [_("Angka realisasi harus nol atau lebih dan paling banyak 14 angka.")]
    if len(isi.teks) > 4000:
        galat["teks"] = [_("Uraian lebih dari 4.000 huruf. Ringkas, lalu lampirkan bukti.")]
    if isi.arah and isi.arah not in Realisasi.Arah.values:
        galat["arah"] = [_("Arah indikator tidak dikenal. Pilih satu dari daftar.")]
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for daftar in galat.values() for pesan in daftar), per_bidang=galat
        )


def _bidang(indikator: IndikatorKinerja, isi: IsiRealisasi, aktor: Aktor) -> dict[str, Any]:
    arah = isi.arah or arah_indikator(
        kode_pustaka=indikator.kode_pustaka,
        aspek=indikator.aspek,
        teks=indikator.teks,
        target=f"{indikator.target} {indikator.satuan}",
    )
    target = angka_dari(indikator.target)
    kemajuan = hitung_kemajuan(nilai=isi.nilai, target=target, arah=arah)
    return {
        "teks": isi.teks.strip(),
        "nilai": isi.nilai,
        "satuan": indikator.satuan,
        "arah": arah,
        "target": indikator.target,
        "angka_target": target,
        "persen": kemajuan.persen,
        "target_tercapai": kemajuan.tercapai,
        "asal": Realisasi.Asal.DILAPORKAN_SENDIRI,
        "sumber_data": isi.sumber_data.strip()[:200],
        "data_per": None,
        "pelapor_id": aktor.pegawai_id,
        "dilaporkan_at": clock.sekarang(),
    }


def _bidang_dari_data(lama: Realisasi, isi: IsiRealisasi) -> dict[str, Any]:
    """What a person may add to a figure that came from data: words and an objection."""
    if isi.nilai is not None and isi.nilai != lama.nilai:
        pesan = _(
            "Angka ini berasal dari data “%(sumber)s”, jadi tidak bisa diganti sendiri. Bila "
            "keliru, tulis keberatannya; penilai dan pengelola data membacanya."
        ) % {"sumber": lama.sumber_data}
        raise MasukanSalahError(pesan, per_bidang={"nilai": [pesan]}, kode="angka_dari_data")
    if len(isi.teks) > 4000 or len(isi.sanggahan) > 2000:
        pesan = _("Uraian paling panjang 4.000 huruf dan keberatan 2.000 huruf. Ringkas dulu.")
        raise MasukanSalahError(pesan, per_bidang={"teks": [pesan]})
    return {
        "teks": isi.teks.strip(),
        "sanggahan": isi.sanggahan.strip(),
        "dilaporkan_at": clock.sekarang(),
    }


def _kabarkan_tercapai(realisasi: Realisasi, *, sebelumnya: bool) -> None:
    if realisasi.target_tercapai and not sebelumnya:
        kejadian.terbitkan(
            instansi_id=realisasi.instansi_id,
            nama=PERISTIWA_TERCAPAI,
            muatan={"id": realisasi.pk, "pegawai_id": realisasi.pegawai_id},
        )
