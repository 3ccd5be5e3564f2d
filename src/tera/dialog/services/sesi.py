"""Group discussions: call people together, minutes in versions, input to each other, next month."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.dialog.models import MasukanDiskusi, NotulenSesi, PesertaSesi, SesiDiskusi
from tera.dialog.permissions import peran_sesi
from tera.dialog.selectors.sesi import calon_peserta, unit_diskusi
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


@transaction.atomic
def jadwalkan_sesi(
    *,
    aktor: Aktor,
    unit_id: int,
    topik: str,
    isi: IsiJadwal,
    daftar_peserta: Collection[int],
    pada: dt.date,
    pemimpin_id: int | None = None,
) -> SesiDiskusi:
    """Call the people of a unit together; ``pemimpin_id``: someone appointed to lead instead.

    Raises:
        TidakBerwenangError: neither heads the unit nor leads a team of it.
        MasukanSalahError: nobody chosen, someone of elsewhere, an impossible date.
    """
    unit = next((satu for satu in unit_diskusi(aktor=aktor, pada=pada) if satu.pk == unit_id), None)
    if unit is None:
        raise TidakBerwenangError(
            _("Sesi unit dijadwalkan kepala unitnya atau ketua tim di unit itu.")
        )
    calon = {satu.pk for satu in calon_peserta(aktor=aktor, unit=unit, pada=pada)}
    pemimpin = pemimpin_id or aktor.pegawai_id or 0
    galat = periksa_jadwal(isi, pada)
    if not topik.strip():
        galat["topik"] = [_("Tulis apa yang akan dibahas.")]
    peserta = set(daftar_peserta) - {pemimpin}
    if not peserta:
        galat["peserta"] = [_("Pilih sedikitnya satu orang lain.")]
    elif not peserta <= calon | {aktor.pegawai_id or 0}:
        galat["peserta"] = [_("Ada peserta di luar unit dan tim Anda. Pilih dari daftar.")]
    if pemimpin != aktor.pegawai_id and pemimpin not in calon:
        galat["pemimpin"] = [_("Pemimpin diskusi dipilih dari orang unit dan tim Anda.")]
    if galat:
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)
    sesi = SesiDiskusi.objects.create(
        instansi_id=aktor.instansi_id,
        unit=unit,
        pemimpin_id=pemimpin,
        topik=topik.strip()[:200],
        **isi.bidang(),
    )
    if aktor.pegawai_id is not None and pemimpin != aktor.pegawai_id:
        peserta.add(aktor.pegawai_id)
    _undang(aktor, sesi, peserta)
    return sesi


@transaction.atomic
def ulangi_sesi(*, aktor: Aktor, sesi: SesiDiskusi, pada: dt.date) -> SesiDiskusi:
    """Plan the same discussion a month later, with those who are still in service.

    Raises: TidakBerwenangError: not its leader. StatusTidakSesuaiError: already planned once.
    """
    kini = _kunci(aktor, sesi)
    lanjutan = SesiDiskusi.objects.filter(lanjutan_dari=kini).first()
    if lanjutan is not None:
        raise StatusTidakSesuaiError(
            _("Sesi bulan berikutnya sudah dijadwalkan: %(tanggal)s. Buka dan ubah di sana.")
            % {"tanggal": f"{lanjutan.tanggal:%d-%m-%Y}"}
        )
    baru = SesiDiskusi.objects.create(
        instansi_id=kini.instansi_id,
        unit_id=kini.unit_id,
        pemimpin_id=kini.pemimpin_id,
        topik=kini.topik,
        tanggal=_bulan_depan(kini.tanggal, pada),
        jam_mulai=kini.jam_mulai,
        jam_selesai=kini.jam_selesai,
        tempat=kini.tempat,
        tautan=kini.tautan,
        lanjutan_dari=kini,
    )
    masih = kini.daftar_peserta.filter(pegawai__kedudukan_hukum="aktif")
    _undang(aktor, baru, set(masih.values_list("pegawai_id", flat=True)))
    return baru


def _undang(aktor: Aktor, sesi: SesiDiskusi, peserta: Collection[int]) -> None:
    PesertaSesi.objects.bulk_create(
        [PesertaSesi(sesi=sesi, pegawai_id=pk) for pk in sorted(peserta)]
    )
    audit.catat_objek(
        aktor, "sesi_diskusi", sesi.pk, "jadwalkan",
        {"tanggal": sesi.tanggal, "peserta": sorted(peserta)},
    )  # fmt: skip
    kabarkan("sesi_dijadwalkan", sesi, oleh_id=aktor.pegawai_id)


def _bulan_depan(tanggal: dt.date, pada: dt.date) -> dt.date:
    """The same weekday of the same week one month on; never before tomorrow."""
    pekan = (tanggal.day - 1) // 7
    tahun, bulan = tanggal.year + tanggal.month // 12, tanggal.month % 12 + 1
    awal = dt.date(tahun, bulan, 1)
    hari = awal + dt.timedelta(days=(tanggal.weekday() - awal.weekday()) % 7 + 7 * pekan)
    if hari.month != bulan:
        hari -= dt.timedelta(days=7)
    while hari <= pada:
        hari += dt.timedelta(days=7)
    return hari


@transaction.atomic
def ubah_sesi(
    *, aktor: Aktor, sesi: SesiDiskusi, topik: str, isi: IsiJadwal, revisi: int, pada: dt.date
) -> SesiDiskusi:
    """Move the session or name its topic anew; everybody is told."""
    kini = _kunci(aktor, sesi)
    masih_dijadwalkan(kini)
    if kini.revisi != revisi:
        raise StatusTidakSesuaiError(
            _("Jadwal ini sudah diubah sejak halaman Anda dibuka. Lihat yang baru, lalu ulangi.")
        )
    galat = periksa_jadwal(isi, pada)
    if not topik.strip():
        galat["topik"] = [_("Tulis apa yang akan dibahas.")]
    if galat:
        raise MasukanSalahError(next(iter(galat.values()))[0], per_bidang=galat)
    for nama, nilai in {**isi.bidang(), "topik": topik.strip()[:200]}.items():
        setattr(kini, nama, nilai)
    kini.revisi += 1
    kini.save()
    audit.catat_objek(aktor, "sesi_diskusi", kini.pk, "ubah_jadwal", isi.bidang())
    kabarkan("sesi_diubah", kini, oleh_id=aktor.pegawai_id)
    return kini


@transaction.atomic
def selesaikan_sesi(
    *, aktor: Aktor, sesi: SesiDiskusi, hadir: Collection[int], pada: dt.date
) -> HasilLangkah:
    """Record that it was held and who was there."""
    kini = _kunci(aktor, sesi)
    sudah_harinya(kini, pada)
    kini.daftar_peserta.filter(pegawai_id__in=set(hadir)).update(hadir=True)
    kini.daftar_peserta.exclude(pegawai_id__in=set(hadir)).update(hadir=False)
    return _langkah("selesaikan", aktor, kini, pada)


@transaction.atomic
def batalkan_sesi(*, aktor: Aktor, sesi: SesiDiskusi, alasan: str, pada: dt.date) -> HasilLangkah:
    """Call it off, with words for everybody."""
    kini = _kunci(aktor, sesi)
    hasil = _langkah(
        "batalkan", aktor, kini, pada, alasan=teks_wajib(alasan, "alasan", 500),
        revisi=kini.revisi + 1,
    )  # fmt: skip
    kabarkan("sesi_dibatalkan", kini, oleh_id=aktor.pegawai_id)
    return hasil


@transaction.atomic
def tulis_notulen(*, aktor: Aktor, sesi: SesiDiskusi, teks: str, versi: int) -> NotulenSesi:
    """Write the next version of the minutes on top of ``versi`` (0: the first)."""
    kini = _kunci(aktor, sesi)
    return tulis_versi(
        aktor=aktor,
        objek=kini,
        daftar=kini.daftar_notulen,
        teks=teks,
        versi=versi,
        catatan_audit=("sesi_diskusi", "tulis_notulen"),
        basi=_(
            "Notulen sudah disimpan dari perangkat lain sejak halaman Anda dibuka. Bacalah di "
            "bawah, gabungkan, lalu simpan lagi; tulisan Anda masih ada."
        ),
    )


@transaction.atomic
def beri_masukan(
    *, aktor: Aktor, sesi: SesiDiskusi, kepada_id: int | None, teks: str
) -> MasukanDiskusi:
    """Give input to one participant, or to all; it carries the writer's name.

    Raises: TidakBerwenangError: no participant. MasukanSalahError, StatusTidakSesuaiError.
    """
    orang = {*sesi.daftar_peserta.values_list("pegawai_id", flat=True), sesi.pemimpin_id}
    saya = aktor.pegawai_id
    wajib_ikut(saya in orang)
    belum_batal(sesi)
    if kepada_id is not None and (kepada_id not in orang or kepada_id == saya):
        tolak("kepada", _("Pilih peserta lain, atau semua peserta."))
    bersih = teks_wajib(teks, "teks", 2000)
    masukan = MasukanDiskusi.objects.create(
        sesi=sesi,
        penulis_id=saya or 0,
        kepada_id=kepada_id,
        teks=bersih,
        ditulis_at=clock.sekarang(),
    )
    audit.catat_objek(
        aktor, "masukan_diskusi", masukan.pk, "beri", {"sesi": sesi.pk, "teks": bersih}
    )
    return masukan


def _kunci(aktor: Aktor, sesi: SesiDiskusi) -> SesiDiskusi:
    if not peran_sesi(aktor=aktor, sesi=sesi):
        raise TidakBerwenangError(_("Langkah ini hanya untuk pemimpin diskusi."))
    return SesiDiskusi.objects.select_for_update(of=("self",)).get(pk=sesi.pk)


def _langkah(
    aksi: str, aktor: Aktor, sesi: SesiDiskusi, pada: dt.date, alasan: str = "", **bidang: object
) -> HasilLangkah:
    return workflow.jalankan(
        objek=sesi,
        jenis="sesi_diskusi",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_sesi(aktor=aktor, sesi=sesi),
        pada=pada,
        alasan=alasan,
        bidang=bidang,
    )
