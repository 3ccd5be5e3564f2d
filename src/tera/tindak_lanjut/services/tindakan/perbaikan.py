"""The improvement plan: written by the rater, agreed by the person, reviewed month by month."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError
from tera.core.workflow import HasilLangkah
from tera.organisasi import kebijakan
from tera.regulasi.tindak_lanjut import MASA_PERBAIKAN, tambah_bulan
from tera.tindak_lanjut.models import (
    ButirPerbaikan,
    RencanaPerbaikan,
    TindakLanjut,
    TinjauanPerbaikan,
)
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.services.tindakan.dasar import (
    bidang_galat,
    bukan_keberatan,
    muatan,
    teks_wajib,
    tolak,
    wajib_peran,
)

BUTIR_TERBANYAK = 10


@dataclass(frozen=True, slots=True)
class IsiButir:
    """One row as it was typed."""

    asal: str
    rujukan: str
    uraian: str
    bukti: str
    ukuran: str
    dukungan: str
    tenggat: dt.date


@transaction.atomic
def simpan_rencana(
    *,
    aktor: Aktor,
    tindakan: TindakLanjut,
    pengantar: str,
    butir: Sequence[IsiButir],
    revisi: int,
    pada: dt.date,
    kirim: bool = False,
) -> RencanaPerbaikan:
    """Write the plan as it stands: by the rater, until the person agrees; ``kirim`` also sends it.

    ``revisi`` 0 begins a plan. Its six months run from the day it is agreed, never shorter than
    what the law leaves; until then the day of the follow-up stands.

    Raises: TidakBerwenangError, StatusTidakSesuaiError (stale or agreed), MasukanSalahError.
    """
    kini = kunci_tindakan(tindakan)
    penyusun = aktor.pegawai_id
    boleh_menyusun(peran_tindakan(aktor=aktor, tindakan=kini, pada=pada), kini)
    bukan_keberatan(kini)
    _periksa_butir(butir, pada)
    rencana = RencanaPerbaikan.objects.select_for_update().filter(tindakan=kini).first()
    if rencana is None:
        rencana = RencanaPerbaikan(
            instansi_id=kini.instansi_id, tindakan=kini, penyusun_id=penyusun or 0,
            selesai=kini.tenggat or pada,
        )  # fmt: skip
    elif rencana.status != RencanaPerbaikan.Status.DISUSUN:
        raise StatusTidakSesuaiError(
            _("Rencana ini sudah dikirim kepada pegawai. Tunggu jawabannya sebelum mengubah.")
        )
    elif rencana.revisi != revisi:
        raise StatusTidakSesuaiError(
            _("Rencana ini baru saja diubah di tempat lain. Muat ulang, lalu salin ketikan Anda.")
        )
    rencana.pengantar = pengantar.strip()
    rencana.penyusun_id = penyusun or 0
    rencana.revisi += 1
    rencana.save()
    rencana.daftar_butir.all().delete()
    ButirPerbaikan.objects.bulk_create(
        ButirPerbaikan(rencana=rencana, urut=urut, **_kolom(satu))
        for urut, satu in enumerate(butir, start=1)
    )
    audit.catat_objek(
        aktor,
        "rencana_perbaikan",
        rencana.pk,
        "simpan",
        {"pengantar": rencana.pengantar, "butir": [_teks(satu) for satu in butir]},
    )
    if kirim:
        ajukan_rencana(aktor=aktor, rencana=rencana, pada=pada)
        rencana.refresh_from_db()
    return rencana


def boleh_menyusun(peran: frozenset[str], tindakan: TindakLanjut) -> None:
    """Refuse whoever doesn't rate the person, and what isn't waiting for a plan."""
    wajib_peran(peran, {"penilai"}, _("Rencana perbaikan disusun pejabat penilai saat ini."))
    if (
        tindakan.status != TindakLanjut.Status.DIUSULKAN
        or tindakan.jenis == TindakLanjut.Jenis.PRIORITAS
    ):
        raise StatusTidakSesuaiError(
            _("Rencana perbaikan tidak bisa disusun: statusnya sekarang “%(status)s”.")
            % {"status": tindakan.get_status_display()}
        )


def _kolom(satu: IsiButir) -> dict[str, Any]:
    return {
        "asal": satu.asal,
        "rujukan": satu.rujukan.strip(),
        "uraian": satu.uraian.strip(),
        "bukti": satu.bukti.strip(),
        "ukuran": satu.ukuran.strip(),
        "dukungan": satu.dukungan.strip(),
        "tenggat": satu.tenggat,
    }


def _teks(satu: IsiButir) -> dict[str, Any]:
    return {**_kolom(satu), "tenggat": satu.tenggat.isoformat()}


def _periksa_butir(butir: Sequence[IsiButir], pada: dt.date) -> None:
    if len(butir) > BUTIR_TERBANYAK:
        tolak(
            "",
            _("Ada %(n)s hal; paling banyak %(batas)s. Pilih yang paling menentukan.")
            % {"n": len(butir), "batas": BUTIR_TERBANYAK},
        )
    for urut, satu in enumerate(butir, start=1):
        if satu.tenggat < pada:
            tolak("", _("Baris %(n)s: tenggatnya sudah lewat. Pilih hari ini atau sesudahnya.")
                  % {"n": urut})  # fmt: skip


@transaction.atomic
def ajukan_rencana(*, aktor: Aktor, rencana: RencanaPerbaikan, pada: dt.date) -> HasilLangkah:
    """Send the plan to the person for agreement."""
    kini, tindakan = _kunci(rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    bukan_keberatan(tindakan)
    if "penilai" in peran and not kini.daftar_butir.exists():
        raise StatusTidakSesuaiError(
            _("Rencana belum bisa dikirim: belum ada hal yang diperbaiki. Isi satu baris dulu.")
        )
    return _langkah("ajukan", aktor, kini, tindakan, peran, pada, diajukan_pada=pada)


@transaction.atomic
def minta_ubah(
    *, aktor: Aktor, rencana: RencanaPerbaikan, catatan: str, pada: dt.date
) -> HasilLangkah:
    """The person wants something changed first, and says what."""
    kini, tindakan = _kunci(rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    bersih = teks_wajib(catatan, "catatan") if "pegawai" in peran else ""
    return _langkah("minta_ubah", aktor, kini, tindakan, peran, pada, catatan_pegawai=bersih)


@transaction.atomic
def setujui_rencana(
    *, aktor: Aktor, rencana: RencanaPerbaikan, catatan: str = "", pada: dt.date
) -> HasilLangkah:
    """The person agrees: the improvement begins, its review dates are written."""
    return _mulai("setujui", aktor, rencana, pada, catatan_pegawai=catatan.strip()[:4000])


@transaction.atomic
def jalankan_rencana(*, aktor: Aktor, rencana: RencanaPerbaikan, pada: dt.date) -> HasilLangkah:
    """The rater begins without an answer, once the days for it are over; that is noted."""
    peran = peran_tindakan(aktor=aktor, tindakan=rencana.tindakan, pada=pada)
    workflow.langkah_berlaku(
        jenis="rencana_perbaikan", aksi="jalankan", status=rencana.status, daftar_peran=peran,
        objek_id=rencana.pk,
    )  # fmt: skip
    batas = batas_jawab(rencana, pada)
    if rencana.status == RencanaPerbaikan.Status.DIAJUKAN and pada <= batas:
        raise StatusTidakSesuaiError(
            _("Pegawai masih bisa menjawab sampai %(tanggal)s. Tunggu, atau bicarakan langsung.")
            % {"tanggal": f"{batas:%d-%m-%Y}"}
        )
    return _mulai("jalankan", aktor, rencana, pada, tanpa_jawaban=True)


def batas_jawab(rencana: RencanaPerbaikan, pada: dt.date) -> dt.date:
    """Return the last day on which the person may answer before the rater may begin."""
    hari = int(
        kebijakan.nilai(
            instansi_id=rencana.instansi_id, kunci="tindakan.hari_jawab_rencana", pada=pada
        )
    )
    return (rencana.diajukan_pada or pada) + dt.timedelta(days=hari)


def _mulai(
    aksi: str, aktor: Aktor, rencana: RencanaPerbaikan, pada: dt.date, **bidang: Any
) -> HasilLangkah:
    kini, tindakan = _kunci(rencana)
    bukan_keberatan(tindakan)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    # The six months are the person's: a late plan doesn't shorten them.
    bulan = MASA_PERBAIKAN.pada(pada).nilai["perbaikan"]
    selesai = max(tindakan.tenggat or pada, tambah_bulan(pada, bulan))
    hasil = _langkah(
        aksi, aktor, kini, tindakan, peran, pada, mulai=pada, selesai=selesai, **bidang
    )
    jarak = int(
        kebijakan.nilai(instansi_id=kini.instansi_id, kunci="tindakan.bulan_tinjauan", pada=pada)
    )
    TinjauanPerbaikan.objects.bulk_create(
        TinjauanPerbaikan(rencana=kini, urut=urut, tanggal=hari)
        for urut, hari in enumerate(hari_tinjauan(pada, selesai, jarak), start=1)
    )
    workflow.jalankan(
        objek=tindakan,
        jenis="tindak_lanjut",
        aksi="mulai_perbaikan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={"tenggat": selesai},
        muatan=muatan(tindakan, aktor.pegawai_id),
    )
    return hasil


def hari_tinjauan(mulai: dt.date, selesai: dt.date, jarak: int) -> list[dt.date]:
    """The review dates from one ``jarak`` of months to the last day, that day included."""
    hasil = []
    bulan = jarak
    while (hari := tambah_bulan(mulai, bulan)) < selesai:
        hasil.append(hari)
        bulan += jarak
    return [*hasil, selesai]


@transaction.atomic
def tulis_kemajuan(
    *, aktor: Aktor, tinjauan: TinjauanPerbaikan, teks: str, pada: dt.date
) -> TinjauanPerbaikan:
    """The person says how it goes, before the review is closed by the rater."""
    kini, tindakan = _kunci(tinjauan.rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    wajib_peran(peran, {"pegawai"}, _("Kemajuan ditulis pegawainya sendiri."))
    _sedang_berjalan(kini)
    satu = TinjauanPerbaikan.objects.select_for_update().get(pk=tinjauan.pk)
    satu.kemajuan, satu.kemajuan_pada = teks_wajib(teks, "teks"), pada
    satu.save(update_fields=["kemajuan", "kemajuan_pada"])
    audit.catat_objek(
        aktor, "rencana_perbaikan", kini.pk, "kemajuan", {"urut": satu.urut, "teks": satu.kemajuan}
    )
    return satu


@transaction.atomic
def catat_tinjauan(
    *, aktor: Aktor, tinjauan: TinjauanPerbaikan, catatan: str, pada: dt.date
) -> TinjauanPerbaikan:
    """The rater writes what the review found; may be done again until the plan ends."""
    kini, tindakan = _kunci(tinjauan.rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    wajib_peran(peran, {"penilai"}, _("Tinjauan dicatat pejabat penilai saat ini."))
    _sedang_berjalan(kini)
    satu = TinjauanPerbaikan.objects.select_for_update().get(pk=tinjauan.pk)
    satu.catatan, satu.ditinjau_pada = teks_wajib(catatan, "catatan"), pada
    satu.peninjau_id = aktor.pegawai_id
    satu.save(update_fields=["catatan", "ditinjau_pada", "peninjau"])
    audit.catat_objek(
        aktor, "rencana_perbaikan", kini.pk, "tinjau", {"urut": satu.urut, "catatan": satu.catatan}
    )
    return satu


@transaction.atomic
def simpulkan(
    *, aktor: Aktor, rencana: RencanaPerbaikan, membaik: bool, kesimpulan: str, pada: dt.date
) -> HasilLangkah:
    """The rater concludes: improved closes the follow-up; not yet only after the last day.

    A pembinaan ends either way; of a masa perbaikan "belum" leaves the next arrow to the PyB.
    """
    kini, tindakan = _kunci(rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    aksi = "simpulkan_membaik" if membaik else "simpulkan_belum"
    if "penilai" in peran:
        galat: dict[str, list[str]] = {}
        if not kesimpulan.strip():
            galat["kesimpulan"] = [_("Tulis buktinya: apa yang terlihat dan di mana.")]
        if not membaik and pada <= kini.selesai and kini.status == RencanaPerbaikan.Status.BERJALAN:
            galat["membaik"] = [
                _("Masa perbaikan berlangsung sampai %(tanggal)s; sebelum lewat belum bisa "
                  "disimpulkan belum membaik.") % {"tanggal": f"{kini.selesai:%d-%m-%Y}"}
            ]  # fmt: skip
        bidang_galat(galat)
        bukan_keberatan(tindakan)
    hasil = _langkah(
        aksi, aktor, kini, tindakan, peran, pada,
        kesimpulan=kesimpulan.strip()[:4000], disimpulkan_pada=pada,
    )  # fmt: skip
    akhir = "nyatakan_membaik" if membaik else "akhiri_pembinaan"
    if membaik or tindakan.jenis == TindakLanjut.Jenis.PEMBINAAN:
        workflow.jalankan(
            objek=tindakan, jenis="tindak_lanjut", aksi=akhir, aktor=aktor, daftar_peran=peran,
            pada=pada, muatan=muatan(tindakan, aktor.pegawai_id),
        )  # fmt: skip
    return hasil


@transaction.atomic
def tanggapi_kesimpulan(
    *, aktor: Aktor, rencana: RencanaPerbaikan, tanggapan: str, pada: dt.date
) -> RencanaPerbaikan:
    """The person says one's word on the conclusion; it stands beside it for every decider."""
    kini, tindakan = _kunci(rencana)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    wajib_peran(peran, {"pegawai"}, _("Tanggapan ditulis pegawainya sendiri."))
    if kini.disimpulkan_pada is None:
        raise StatusTidakSesuaiError(_("Belum ada kesimpulan yang bisa ditanggapi."))
    kini.tanggapan_akhir = teks_wajib(tanggapan, "tanggapan")
    kini.save(update_fields=["tanggapan_akhir", "updated_at"])
    audit.catat_objek(
        aktor, "rencana_perbaikan", kini.pk, "tanggapi", {"tanggapan": kini.tanggapan_akhir}
    )
    return kini


def kunci_tindakan(tindakan: TindakLanjut) -> TindakLanjut:
    """Return the row held against other writers."""
    return (
        TindakLanjut.objects.select_for_update(of=("self",))
        .select_related("pegawai", "unit", "evaluasi")
        .get(pk=tindakan.pk)
    )


def _kunci(rencana: RencanaPerbaikan) -> tuple[RencanaPerbaikan, TindakLanjut]:
    tindakan = kunci_tindakan(rencana.tindakan)
    kini = RencanaPerbaikan.objects.select_for_update(of=("self",)).get(pk=rencana.pk)
    return kini, tindakan


def _sedang_berjalan(rencana: RencanaPerbaikan) -> None:
    if rencana.status != RencanaPerbaikan.Status.BERJALAN:
        raise StatusTidakSesuaiError(
            _("Rencana ini tidak sedang berjalan: statusnya sekarang “%(status)s”.")
            % {"status": rencana.get_status_display()}
        )


def _langkah(
    aksi: str,
    aktor: Aktor,
    rencana: RencanaPerbaikan,
    tindakan: TindakLanjut,
    peran: frozenset[str],
    pada: dt.date,
    **bidang: Any,
) -> HasilLangkah:
    return workflow.jalankan(
        objek=rencana,
        jenis="rencana_perbaikan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang=bidang,
        muatan={**muatan(tindakan, aktor.pegawai_id), "penyusun_id": rencana.penyusun_id},
    )
