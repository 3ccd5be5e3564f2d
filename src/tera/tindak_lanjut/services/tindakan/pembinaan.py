"""Bimbingan and konseling: who names the counsellor, who writes, who reads; each read is kept."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors.penilai import HasilPenilai, penilai_pada, penugasan_utama
from tera.tindak_lanjut.models import (
    BacaanKonseling,
    BimbinganKinerja,
    Konseling,
    TindakLanjut,
)
from tera.tindak_lanjut.permissions.tindakan import peran_konseling, peran_tindakan
from tera.tindak_lanjut.services.tindakan.dasar import (
    bidang_galat,
    muatan,
    teks_wajib,
    tidak_di_depan,
    tolak,
    wajib_peran,
)

HARI_SUSULAN = 60


@transaction.atomic
def catat_bimbingan(
    *,
    aktor: Aktor,
    tindakan: TindakLanjut,
    tanggal: dt.date,
    uraian: str,
    kesepakatan: str,
    pada: dt.date,
) -> BimbinganKinerja:
    """The rater records a coaching session that was held; the person is told and may answer."""
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    boleh_membimbing(peran, tindakan)
    tidak_di_depan(tanggal, pada, "tanggal")
    if tanggal < pada - dt.timedelta(days=HARI_SUSULAN):
        tolak(
            "tanggal",
            _("Tanggal itu lebih dari %(n)s hari lalu. Catat susulan paling lama %(n)s hari.")
            % {"n": HARI_SUSULAN},
        )
    satu = BimbinganKinerja.objects.create(
        instansi_id=tindakan.instansi_id,
        tindakan=tindakan,
        pegawai_id=tindakan.pegawai_id,
        pembimbing_id=aktor.pegawai_id or 0,
        tanggal=tanggal,
        uraian=teks_wajib(uraian, "uraian"),
        kesepakatan=teks_wajib(kesepakatan, "kesepakatan"),
    )
    audit.catat_objek(
        aktor, "bimbingan", satu.pk, "catat",
        {"tanggal": tanggal, "uraian": satu.uraian, "kesepakatan": satu.kesepakatan},
    )  # fmt: skip
    kejadian.terbitkan(
        instansi_id=tindakan.instansi_id,
        nama="tindak_lanjut.bimbingan",
        muatan={"id": tindakan.pk, "bimbingan_id": satu.pk, **muatan(tindakan, aktor.pegawai_id)},
    )
    return satu


@transaction.atomic
def tanggapi_bimbingan(
    *, aktor: Aktor, bimbingan: BimbinganKinerja, tanggapan: str, pada: dt.date
) -> BimbinganKinerja:
    """The person says one's word on the session."""
    if aktor.pegawai_id != bimbingan.pegawai_id:
        raise TidakBerwenangError(_("Tanggapan ditulis pegawai yang dibimbing."))
    bimbingan.tanggapan = teks_wajib(tanggapan, "catatan")
    bimbingan.ditanggapi_pada = pada
    bimbingan.save(update_fields=["tanggapan", "ditanggapi_pada"])
    audit.catat_objek(
        aktor, "bimbingan", bimbingan.pk, "tanggapi", {"tanggapan": bimbingan.tanggapan}
    )
    return bimbingan


@dataclass(frozen=True, slots=True)
class IsiJadwalKonseling:
    """Who counsels, when and where; ``dasar`` is the letter that names a counsellor."""

    jenis_konselor: str
    konselor: Pegawai
    penerima_laporan: Pegawai | None
    dasar: str
    tanggal: dt.date
    jam: dt.time
    tempat: str
    # A counsellor without an account, with where one works; ``konselor`` then writes it down.
    konselor_luar: str = ""


@transaction.atomic
def jadwalkan_konseling(
    *, aktor: Aktor, tindakan: TindakLanjut, isi: IsiJadwalKonseling, pada: dt.date
) -> Konseling:
    """The rater names a counsellor (or oneself, trained), a day and a place.

    The result is reported to the rater's superior, to the rater, or to the officer named by the
    letter, by kind of counsellor (PermenPANRB 8/2021, repealed, used as procedure).
    """
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=pada)
    boleh_menunjuk(peran, tindakan)
    return buat_jadwal(
        aktor=aktor, pegawai=tindakan.pegawai, tindakan=tindakan, isi=isi, pada=pada,
        menilai="penilai" in peran,
    )  # fmt: skip


def buat_jadwal(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    tindakan: TindakLanjut | None,
    isi: IsiJadwalKonseling,
    pada: dt.date,
    menilai: bool,
    lewat_penilai: bool = True,
) -> Konseling:
    """Write the counselling once who may name a counsellor was checked.

    ``menilai``: the aktor is the person's rater. ``lewat_penilai``: the advice may go to the rater
    without being named.
    """
    galat: dict[str, list[str]] = {}
    if isi.konselor.instansi_id != pegawai.instansi_id or isi.konselor.akun_id is None:
        galat["konselor"] = [
            _("Konselor harus punya akun di instansi ini, supaya catatannya hanya ia yang menulis.")
        ]
    if isi.konselor.pk == pegawai.pk:
        galat["konselor"] = [_("Konselor harus orang lain.")]
    sendiri = isi.konselor.pk == aktor.pegawai_id
    diri = sendiri and menilai and not isi.konselor_luar.strip()
    if (isi.jenis_konselor == Konseling.Konselor.PENILAI) is not diri:
        galat["jenis_konselor"] = [
            _("Pilih “Pejabat penilai” hanya bila Anda sendiri konselornya.")
        ]
    if isi.jenis_konselor != Konseling.Konselor.PENILAI and not isi.dasar.strip():
        galat["dasar"] = [_("Isi nomor surat penunjukan konselornya.")]
    if isi.tanggal < pada:
        galat["tanggal"] = [_("Pilih hari ini atau sesudahnya.")]
    penugasan = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    penilai = penilai_pada(penugasan=penugasan, pada=pada) if penugasan else None
    if isi.konselor_luar.strip():
        if isi.jenis_konselor != Konseling.Konselor.INDEPENDEN:
            galat["konselor_luar"] = [
                _("Nama konselor luar hanya untuk pilihan “Konselor independen”.")
            ]
        elif penilai and isi.konselor.pk in _di_atas(penilai):
            galat["konselor"] = [
                _(
                    "Yang mencatat bagi konselor luar bukan penilai atau atasan penilai "
                    "pegawainya: catatannya tertutup bagi mereka. Tunjuk pejabat lain."
                )
            ]
    penerima = isi.penerima_laporan
    if penerima is None and lewat_penilai and penilai:
        penerima = _penerima_bawaan(penilai, isi.jenis_konselor)
    if penerima is None or penerima.pk in {isi.konselor.pk, pegawai.pk}:
        galat["penerima"] = [
            _("Isi NIP pejabat yang menerima rekomendasinya: bukan konselor, bukan pegawainya.")
        ]
    bidang_galat(galat)
    assert penerima is not None  # refused above
    satu = Konseling.objects.create(
        instansi_id=pegawai.instansi_id,
        pegawai=pegawai,
        tindakan=tindakan,
        konselor=isi.konselor,
        jenis_konselor=isi.jenis_konselor,
        konselor_luar=isi.konselor_luar.strip()[:200],
        penerima_laporan=penerima,
        dasar=isi.dasar.strip(),
        tanggal=isi.tanggal,
        jam=isi.jam,
        tempat=teks_wajib(isi.tempat, "tempat", 200),
    )
    audit.catat_objek(
        aktor, "konseling", satu.pk, "jadwalkan",
        {"konselor_id": isi.konselor.pk, "tanggal": isi.tanggal, "tempat": satu.tempat},
    )  # fmt: skip
    _kabarkan("dijadwalkan", satu, aktor)
    return satu


def _di_atas(penilai: HasilPenilai) -> set[int]:
    return {satu.pk for satu in (penilai.penilai, penilai.atasan_penilai) if satu is not None}


def _penerima_bawaan(penilai: HasilPenilai, jenis: str) -> Pegawai | None:
    """Who is reported to: above the rater who counsels, the rater else; of an independent, named.

    An independent counsellor reports to the PyB or the personnel unit: the form asks for the name.
    """
    if jenis == Konseling.Konselor.INDEPENDEN:
        return None
    return penilai.atasan_penilai if jenis == Konseling.Konselor.PENILAI else penilai.penilai


@transaction.atomic
def laksanakan_konseling(
    *,
    aktor: Aktor,
    konseling: Konseling,
    tanggal: dt.date,
    masalah: str,
    penyebab: str,
    pemecahan: str,
    rekomendasi: Collection[str],
    uraian_rekomendasi: str,
    pada: dt.date,
) -> HasilLangkah:
    """The counsellor fills the form: notes that stay closed, and the advice that is reported."""
    peran = peran_konseling(aktor=aktor, konseling=konseling)
    if "konselor" in peran:
        tidak_di_depan(tanggal, pada, "tanggal")
        if not rekomendasi or set(rekomendasi) - set(Konseling.Rekomendasi.values):
            tolak("rekomendasi", _("Pilih sedikitnya satu rekomendasi."))
        masalah, penyebab, pemecahan, uraian_rekomendasi = (
            teks_wajib(teks, nama)
            for teks, nama in (
                (masalah, "masalah"),
                (penyebab, "penyebab"),
                (pemecahan, "pemecahan"),
                (uraian_rekomendasi, "uraian_rekomendasi"),
            )
        )
    return _langkah(
        "laksanakan", aktor, konseling, peran, pada,
        {
            "masalah": masalah, "penyebab": penyebab, "pemecahan": pemecahan,
            "rekomendasi": list(rekomendasi), "uraian_rekomendasi": uraian_rekomendasi,
            "dilaksanakan_pada": tanggal,
        },
    )  # fmt: skip


@transaction.atomic
def laporkan_konseling(*, aktor: Aktor, konseling: Konseling, pada: dt.date) -> HasilLangkah:
    """Report the advice, and the advice alone, to whom the procedure names."""
    peran = peran_konseling(aktor=aktor, konseling=konseling)
    hasil = _langkah("laporkan", aktor, konseling, peran, pada, {"dilaporkan_pada": pada})
    _kabarkan("dilaporkan", konseling, aktor)
    return hasil


@transaction.atomic
def batalkan_konseling(
    *, aktor: Aktor, konseling: Konseling, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Call it off, or decline it; the person needs no permission."""
    peran = peran_konseling(aktor=aktor, konseling=konseling)
    bersih = teks_wajib(alasan, "catatan", 500) if peran & {"konselor", "pegawai"} else ""
    hasil = _langkah("batalkan", aktor, konseling, peran, pada, {}, bersih)
    _kabarkan("dibatalkan", konseling, aktor)
    return hasil


@transaction.atomic
def baca_konseling(*, aktor: Aktor, konseling: Konseling, bagian: str) -> frozenset[str]:
    """Note that a part is opened and return the parts one plays; the person's own reads aren't.

    The link in the chain and the row that the person sees are written together.
    """
    peran = peran_konseling(aktor=aktor, konseling=konseling)
    if not peran:
        raise TidakBerwenangError(_("Konseling ini hanya dibaca konselor dan pegawainya."))
    if "pegawai" not in peran:
        # The lock keeps the chain in one order when two read at once.
        Konseling.objects.select_for_update().only("pk").get(pk=konseling.pk)
        BacaanKonseling.objects.create(
            konseling=konseling,
            pembaca_id=aktor.pegawai_id or 0,
            bagian=bagian,
            dibaca_at=clock.sekarang(),
        )
        audit.catat_objek(aktor, "konseling", konseling.pk, "dibaca", {"bagian": bagian})
    return peran


def wajib_konselor(peran: frozenset[str]) -> None:
    """Refuse whoever isn't the counsellor."""
    wajib_peran(peran, {"konselor"}, _("Formulir konseling diisi konselornya."))


def boleh_membimbing(peran: frozenset[str], tindakan: TindakLanjut) -> None:
    """Refuse whoever doesn't rate the person, and what is over."""
    wajib_peran(peran, {"penilai"}, _("Bimbingan dicatat pejabat penilai saat ini."))
    _masih_dibina(tindakan)


def boleh_menunjuk(peran: frozenset[str], tindakan: TindakLanjut) -> None:
    """Refuse whoever may not name a counsellor, and what is over."""
    wajib_peran(
        peran,
        {"penilai", "pyb", "pejabat_pembina"},
        _("Konselor ditunjuk pejabat penilai atau pejabat yang berwenang."),
    )
    _masih_dibina(tindakan)


def _masih_dibina(tindakan: TindakLanjut) -> None:
    if tindakan.jenis == TindakLanjut.Jenis.PRIORITAS or tindakan.status not in {
        TindakLanjut.Status.DIUSULKAN,
        TindakLanjut.Status.PERBAIKAN,
    }:
        raise StatusTidakSesuaiError(
            _("Pembinaan ini sudah tidak berjalan: statusnya sekarang “%(status)s”.")
            % {"status": tindakan.get_status_display()}
        )


def _langkah(
    aksi: str,
    aktor: Aktor,
    konseling: Konseling,
    peran: frozenset[str],
    pada: dt.date,
    bidang: dict[str, Any],
    alasan: str = "",
) -> HasilLangkah:
    return workflow.jalankan(
        objek=konseling,
        jenis="konseling",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        # The receipt covers a digest, and says nothing of what was spoken.
        muatan={"pegawai_id": konseling.pegawai_id, "oleh_id": aktor.pegawai_id},
    )


def _kabarkan(kata: str, konseling: Konseling, aktor: Aktor) -> None:
    kejadian.terbitkan(
        instansi_id=konseling.instansi_id,
        nama=f"tindak_lanjut.konseling_{kata}",
        muatan={
            "id": konseling.pk,
            "pegawai_id": konseling.pegawai_id,
            "konselor_id": konseling.konselor_id,
            "penerima_id": konseling.penerima_laporan_id,
            "oleh_id": aktor.pegawai_id,
        },
    )
