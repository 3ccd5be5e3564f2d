"""One-on-one: plan it, move it, agenda, shared notes of which every version is kept, end it."""

import datetime as dt
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.dialog.models import ButirAgenda, CatatanPertemuan, Pertemuan
from tera.dialog.permissions import peran_pertemuan
from tera.dialog.selectors.bahan import Bahan
from tera.dialog.selectors.hubungan import hubungan_antara
from tera.dialog.services.dasar import (
    IsiJadwal,
    belum_batal,
    kabarkan,
    masih_dijadwalkan,
    periksa_jadwal,
    sudah_harinya,
    teks_wajib,
    tolak,
    wajib_ikut,
)
from tera.dialog.services.naskah import tulis_versi
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.organisasi.models import Pegawai

BELUM_DITETAPKAN = (Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI)
BELUM_DISAMPAIKAN = (*BELUM_DITETAPKAN, Evaluasi.Status.DITETAPKAN)


@transaction.atomic
def jadwalkan_pertemuan(
    *,
    aktor: Aktor,
    dengan: Pegawai,
    isi: IsiJadwal,
    pada: dt.date,
    evaluasi: Evaluasi | None = None,
) -> Pertemuan:
    """Plan a meeting with ``dengan``; with ``evaluasi`` it is the talk about that result.

    Raises:
        MasukanSalahError: oneself, someone inactive elsewhere, or an impossible date.
        TidakBerwenangError: the result is of other people. StatusTidakSesuaiError: not set yet.
    """
    saya = aktor.pegawai_id
    if saya is None:
        raise TidakBerwenangError(_("Pertemuan dijadwalkan oleh pegawai, bukan akun tanpa orang."))
    galat = periksa_jadwal(isi, pada)
    if dengan.pk == saya:
        galat["dengan"] = [_("Pilih orang lain: pertemuan berdua perlu dua orang.")]
    if galat:
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)
    hubungan, pegawai_id, mitra_id = hubungan_antara(saya=saya, lain=dengan.pk, pada=pada)
    instansi_id = aktor.instansi_id
    if hubungan == Pertemuan.Hubungan.PENILAI_PEGAWAI and pegawai_id == dengan.pk:
        # A rater by letter may be of another instansi: the meeting is at home with the pegawai.
        instansi_id = dengan.instansi_id
    elif hubungan != Pertemuan.Hubungan.PENILAI_PEGAWAI and dengan.instansi_id != instansi_id:
        tolak("dengan", _("Orang itu tidak ditemukan di instansi Anda. Periksa NIP-nya."))
    if evaluasi is not None:
        hubungan, pegawai_id, mitra_id = _tentang_hasil(aktor, evaluasi, dengan, pada)
        instansi_id = evaluasi.instansi_id
    pertemuan = Pertemuan.objects.create(
        instansi_id=instansi_id,
        jenis=Pertemuan.Jenis.HASIL if evaluasi else Pertemuan.Jenis.RUTIN,
        hubungan=hubungan,
        pegawai_id=pegawai_id,
        mitra_id=mitra_id,
        pengundang_id=saya,
        evaluasi=evaluasi,
        **isi.bidang(),
    )
    audit.catat_objek(aktor, "pertemuan", pertemuan.pk, "jadwalkan", isi.bidang())
    kabarkan("pertemuan_dijadwalkan", pertemuan, **_orang(pertemuan), oleh_id=saya)
    return pertemuan


def _tentang_hasil(
    aktor: Aktor, evaluasi: Evaluasi, dengan: Pegawai, pada: dt.date
) -> tuple[str, int, int]:
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    saya = aktor.pegawai_id or 0
    if "penilai" in peran:
        pegawai_id, mitra_id = evaluasi.pegawai_id, saya
        belum: tuple[str, ...] = BELUM_DITETAPKAN
    elif "pegawai" in peran and evaluasi.penilai_id:
        pegawai_id, mitra_id = saya, evaluasi.penilai_id
        belum = BELUM_DISAMPAIKAN
    else:
        raise TidakBerwenangError(
            _("Hasil ini dibahas oleh pegawainya dan pejabat penilainya sendiri.")
        )
    if evaluasi.status in belum:
        raise StatusTidakSesuaiError(
            _("Hasil ini belum bisa dibahas: predikatnya belum ditetapkan dan disampaikan.")
        )
    if dengan.pk not in {pegawai_id, mitra_id}:
        tolak("dengan", _("Hasil ini dibahas bersama pegawai dan penilainya. Pilih orang itu."))
    return Pertemuan.Hubungan.PENILAI_PEGAWAI, pegawai_id, mitra_id


@transaction.atomic
def ubah_jadwal(
    *, aktor: Aktor, pertemuan: Pertemuan, isi: IsiJadwal, revisi: int, pada: dt.date
) -> Pertemuan:
    """Move the meeting to another day, hour or place; both are told.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError (also when the other
    side moved it meanwhile).
    """
    kini = _kunci(aktor, pertemuan)
    masih_dijadwalkan(kini)
    if kini.revisi != revisi:
        raise StatusTidakSesuaiError(
            _("Jadwal ini sudah diubah sejak halaman Anda dibuka. Lihat yang baru, lalu ulangi.")
        )
    if galat := periksa_jadwal(isi, pada):
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)
    for nama, nilai in isi.bidang().items():
        setattr(kini, nama, nilai)
    kini.revisi += 1
    kini.save()
    audit.catat_objek(aktor, "pertemuan", kini.pk, "ubah_jadwal", isi.bidang())
    kabarkan("pertemuan_diubah", kini, **_orang(kini), oleh_id=aktor.pegawai_id)
    return kini


def mulai_pertemuan(*, aktor: Aktor, pertemuan: Pertemuan, pada: dt.date) -> HasilLangkah:
    """Say that the two are sitting together now."""
    return _langkah("mulai", aktor, pertemuan, pada)


@transaction.atomic
def selesaikan_pertemuan(*, aktor: Aktor, pertemuan: Pertemuan, pada: dt.date) -> HasilLangkah:
    """Record that it was held; notes and agreements may still be completed afterwards."""
    kini = _kunci(aktor, pertemuan)
    if kini.status == Pertemuan.Status.DIJADWALKAN:
        sudah_harinya(kini, pada)
    hari = min(kini.tanggal, pada)
    return _langkah("selesaikan", aktor, kini, pada, dilaksanakan_pada=hari)


@transaction.atomic
def batalkan_pertemuan(
    *, aktor: Aktor, pertemuan: Pertemuan, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Call it off, or decline it, with words for the other side."""
    wajib_ikut(peran_pertemuan(aktor=aktor, pertemuan=pertemuan))
    hasil = _langkah(
        "batalkan", aktor, pertemuan, pada, alasan=teks_wajib(alasan, "alasan", 500),
        revisi=pertemuan.revisi + 1,
    )  # fmt: skip
    kabarkan("pertemuan_dibatalkan", pertemuan, **_orang(pertemuan), oleh_id=aktor.pegawai_id)
    return hasil


@transaction.atomic
def tambah_agenda(
    *, aktor: Aktor, pertemuan: Pertemuan, teks: str = "", daftar_bahan: Collection[Bahan] = ()
) -> int:
    """Add one's own item, or items chosen from the material; returns how many are new."""
    kini = _kunci(aktor, pertemuan)
    belum_batal(kini)
    baru: list[ButirAgenda] = []
    if not daftar_bahan:
        baru.append(_butir(aktor, kini, teks_wajib(teks, "teks", 500)))
    ada = set(kini.daftar_agenda.exclude(rujukan="").values_list("rujukan", flat=True))
    baru += [
        _butir(aktor, kini, satu.teks[:500], satu.asal, satu.kunci)
        for satu in daftar_bahan
        if satu.kunci not in ada
    ]
    ButirAgenda.objects.bulk_create(baru)
    if baru:
        audit.catat_objek(aktor, "pertemuan", kini.pk, "tambah_agenda", {"jumlah": len(baru)})
    return len(baru)


def _butir(
    aktor: Aktor, pertemuan: Pertemuan, teks: str, asal: str = "sendiri", rujukan: str = ""
) -> ButirAgenda:
    return ButirAgenda(
        pertemuan=pertemuan,
        teks=teks,
        asal=asal,
        rujukan=rujukan,
        pengusul_id=aktor.pegawai_id or 0,
    )


@transaction.atomic
def tandai_dibahas(*, aktor: Aktor, butir: ButirAgenda, sudah: bool) -> None:
    """Tick an item of the agenda, or take the tick back."""
    kini = _kunci(aktor, butir.pertemuan)
    belum_batal(kini)
    ButirAgenda.objects.filter(pk=butir.pk).update(sudah_dibahas=sudah)
    audit.catat_objek(aktor, "pertemuan", kini.pk, "tandai_agenda", {"butir": butir.pk})


@transaction.atomic
def hapus_agenda(*, aktor: Aktor, butir: ButirAgenda) -> None:
    """Take one's own item off the agenda while the meeting lies ahead.

    Raises: TidakBerwenangError: the other side's item. StatusTidakSesuaiError: it has begun.
    """
    kini = _kunci(aktor, butir.pertemuan)
    masih_dijadwalkan(kini)
    if butir.pengusul_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Butir itu usul pihak lain; hanya pengusulnya yang menghapus."))
    audit.catat_objek(aktor, "pertemuan", kini.pk, "hapus_agenda", {"butir": butir.pk})
    butir.delete()


@transaction.atomic
def tulis_catatan(*, aktor: Aktor, pertemuan: Pertemuan, teks: str, versi: int) -> CatatanPertemuan:
    """Write the next version of the shared notes on top of ``versi`` (0: the first).

    Raises:
        StatusTidakSesuaiError: the other side wrote meanwhile, or it was called off.
        MasukanSalahError: nothing or too much. TidakBerwenangError: no participant.
    """
    kini = _kunci(aktor, pertemuan)
    return tulis_versi(
        aktor=aktor,
        objek=kini,
        daftar=kini.daftar_catatan,
        teks=teks,
        versi=versi,
        catatan_audit=("pertemuan", "tulis_catatan"),
        basi=_(
            "Pihak lain sudah menulis versi baru sejak halaman Anda dibuka. Bacalah di bawah, "
            "gabungkan, lalu simpan lagi; tulisan Anda masih ada."
        ),
    )


def _kunci(aktor: Aktor, pertemuan: Pertemuan) -> Pertemuan:
    wajib_ikut(peran_pertemuan(aktor=aktor, pertemuan=pertemuan))
    return Pertemuan.objects.select_for_update().get(pk=pertemuan.pk)


def _langkah(
    aksi: str, aktor: Aktor, pertemuan: Pertemuan, pada: dt.date, alasan: str = "", **bidang: object
) -> HasilLangkah:
    return workflow.jalankan(
        objek=pertemuan,
        jenis="pertemuan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_pertemuan(aktor=aktor, pertemuan=pertemuan),
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan=_orang(pertemuan),
    )


def _orang(pertemuan: Pertemuan) -> dict[str, int]:
    return {"pegawai_id": pertemuan.pegawai_id, "mitra_id": pertemuan.mitra_id}


def pilih_bahan(daftar: Iterable[Bahan], kunci: Collection[str]) -> list[Bahan]:
    """Return the offered material whose keys were ticked."""
    return [satu for satu in daftar if satu.kunci in kunci]
