"""The review of PPPK agreements near their end: opened by the day, recommended, decided."""

import datetime as dt
from dataclasses import dataclass
from typing import IO, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tera.core import clock, kejadian, massal, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.workflow import HasilLangkah
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, Penugasan, PerjanjianKerja
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.tindak_lanjut import PEMUTUSAN_PPPK, PERJANJIAN_PPPK, tambah_bulan
from tera.tindak_lanjut.models import TinjauanPerjanjian
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.services.tindakan.dasar import bidang_galat, teks_wajib, tidak_di_depan

Pilihan = TinjauanPerjanjian.Pilihan
#: Kept in Indonesian: what the system writes.
ALASAN_BARU = gettext_noop("Perjanjian berikutnya sudah tercatat.")


@transaction.atomic
def segarkan_tinjauan(*, instansi: Instansi, pada: dt.date) -> int:
    """Open the reviews whose day has come, close those that a new agreement made needless.

    Safe to repeat. Returns how many were opened.
    """
    _tutup_yang_diganti(instansi, pada)
    bulan = PERJANJIAN_PPPK.pada(pada).nilai["bulan_usul"]
    siap = int(
        kebijakan.nilai(
            instansi_id=instansi.pk, kunci="tindakan.bulan_persiapan_perjanjian", pada=pada
        )
    )
    lanjut = PerjanjianKerja.objects.filter(
        pegawai=OuterRef("pegawai"), mulai__gt=OuterRef("mulai")
    )
    unit = (
        Penugasan.objects.filter(berlaku_pada(pada), pegawai=OuterRef("pegawai"))
        .order_by("jenis", "-sejak")
        .values("unit_id")[:1]
    )
    daftar = list(
        PerjanjianKerja.objects.filter(
            ~Exists(lanjut),
            instansi=instansi,
            selesai__gte=pada,
            # A month's ends differ: two days wide here, to the day below.
            selesai__lte=tambah_bulan(pada, bulan + siap) + dt.timedelta(days=3),
            tinjauan__isnull=True,
        )
        .annotate(unit_kini=Subquery(unit))
        .order_by("pk")
    )
    baru = [
        TinjauanPerjanjian(
            instansi=instansi,
            perjanjian=satu,
            pegawai_id=satu.pegawai_id,
            unit_id=satu.unit_kini,
            dibuka_pada=pada,
            usul_paling_lambat=tambah_bulan(satu.selesai, -bulan),
        )
        for satu in daftar
        if satu.unit_kini is not None and tambah_bulan(satu.selesai, -bulan - siap) <= pada
    ]
    TinjauanPerjanjian.objects.bulk_create(baru)
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk, jenis="tinjauan_perjanjian", aksi="buka", aktor=sistem,
            bidang={"perjanjian_id": satu.perjanjian_id},
        )
        for satu in baru
    )  # fmt: skip
    saat = clock.sekarang()
    kejadian.terbitkan_banyak(
        [
            (
                instansi.pk, "tinjauan_perjanjian.buka",
                {"id": satu.pk, "pegawai_id": satu.pegawai_id}, saat,
            )
            for satu in baru
        ]
    )  # fmt: skip
    return len(baru)


def segarkan_sesudah_impor(*, aktor: Aktor, pada: dt.date) -> int:
    """The same look after an officer recorded agreements."""
    return segarkan_tinjauan(instansi=Instansi.objects.get(pk=aktor.instansi_id), pada=pada)


def _tutup_yang_diganti(instansi: Instansi, pada: dt.date) -> None:
    lanjut = PerjanjianKerja.objects.filter(
        pegawai=OuterRef("pegawai"), mulai__gt=OuterRef("perjanjian__mulai")
    )
    daftar = list(
        TinjauanPerjanjian.objects.select_for_update()
        .filter(Exists(lanjut), instansi=instansi, status__in=["terbuka", "direkomendasikan"])
        .order_by("pk")
    )
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    if daftar:
        jalankan_banyak(
            jenis="tinjauan_perjanjian", aksi="tutup", aktor=sistem, pada=pada,
            daftar=[Giliran(satu, {"sistem"}, {}, ALASAN_BARU) for satu in daftar],
        )  # fmt: skip


@transaction.atomic
def rekomendasikan(
    *,
    aktor: Aktor,
    tinjauan: TinjauanPerjanjian,
    rekomendasi: str,
    target_tercapai: bool,
    dinilai_tim: bool,
    alasan: str,
    pada: dt.date,
) -> HasilLangkah:
    """The rater recommends, with the newest yearly predikat beside it.

    Ending may be recommended only where the superior and the Tim Penilai Kinerja both found the
    target not reached (PP 49/2018 Pasal 35 ayat (9)); a low predikat alone never does.
    """
    kini = _kunci(tinjauan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    bidang: dict[str, Any] = {}
    if "penilai" in peran:
        galat: dict[str, list[str]] = {}
        if rekomendasi not in Pilihan.values:
            galat["rekomendasi"] = [_("Pilih salah satu rekomendasi.")]
        if rekomendasi == Pilihan.PEMUTUSAN and (target_tercapai or not dinilai_tim):
            galat["rekomendasi"] = [_pesan_pemutusan()]
        if not alasan.strip():
            galat["alasan"] = [_("Tulis alasannya: capaian, kompetensi, kebutuhan instansi.")]
        bidang_galat(galat)
        bidang = {
            **predikat_terakhir(kini, pada),
            "rekomendasi": rekomendasi,
            "target_tercapai": target_tercapai,
            "dinilai_tim": dinilai_tim,
            "alasan": alasan.strip(),
            "perekomendasi_id": aktor.pegawai_id,
            "direkomendasikan_pada": pada,
            "catatan_pengembalian": "",
        }
    return _langkah("rekomendasikan", aktor, kini, peran, pada, bidang)


def _pesan_pemutusan() -> str:
    return _(
        "Pemutusan tidak bisa dipilih: PP 49/2018 Pasal 35 ayat (9) meminta atasan dan Tim "
        "Penilai Kinerja PPPK sama-sama menilai target perjanjian tidak tercapai. Pilih yang "
        "lain, atau lengkapi penilaian timnya dulu."
    )


def predikat_terakhir(tinjauan: TinjauanPerjanjian, pada: dt.date) -> dict[str, Any]:
    """The newest final yearly predikat of the last three years, and its year."""
    tahun = tahunan_per_orang(
        instansi_id=tinjauan.instansi_id,
        dari_tahun=pada.year - 3,
        sampai_tahun=pada.year,
        pegawai=[tinjauan.pegawai_id],
    ).get(tinjauan.pegawai_id, {})
    if not tahun:
        return {"predikat_terakhir": "", "tahun_predikat": None}
    terbaru = max(tahun)
    return {"predikat_terakhir": tahun[terbaru].predikat, "tahun_predikat": terbaru}


@transaction.atomic
def kembalikan_rekomendasi(
    *, aktor: Aktor, tinjauan: TinjauanPerjanjian, catatan: str, pada: dt.date
) -> HasilLangkah:
    """The pejabat pembina asks the rater for more."""
    kini = _kunci(tinjauan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    bersih = teks_wajib(catatan, "catatan") if "pejabat_pembina" in peran else ""
    return _langkah(
        "kembalikan", aktor, kini, peran, pada, {"catatan_pengembalian": bersih}, bersih
    )


@dataclass(frozen=True, slots=True)
class IsiPutusanPerjanjian:
    """The decision with its letter, as typed."""

    keputusan: str
    alasan: str
    nomor: str
    tanggal: dt.date
    nama_berkas: str
    isi_berkas: IO[bytes]


@transaction.atomic
def putuskan_perjanjian(
    *, aktor: Aktor, tinjauan: TinjauanPerjanjian, isi: IsiPutusanPerjanjian, pada: dt.date
) -> HasilLangkah:
    """The pejabat pembina decides with a letter; the recommendation doesn't bind."""
    kini = _kunci(tinjauan)
    peran = peran_tindakan(aktor=aktor, tindakan=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="tinjauan_perjanjian", aksi="putuskan", status=kini.status, daftar_peran=peran,
        objek_id=kini.pk,
    )  # fmt: skip
    galat: dict[str, list[str]] = {}
    if isi.keputusan == Pilihan.PEMUTUSAN and (kini.target_tercapai or not kini.dinilai_tim):
        galat["keputusan"] = [_pesan_pemutusan()]
    if not isi.nomor.strip():
        galat["nomor"] = [_("Isi nomor suratnya; tanpa surat keputusan tidak bisa dicatat.")]
    if not isi.alasan.strip():
        galat["alasan"] = [_("Tulis pertimbangannya; pegawai membacanya.")]
    bidang_galat(galat)
    tidak_di_depan(isi.tanggal, pada, "tanggal")
    berkas = simpan_berkas(
        aktor=aktor, nama=isi.nama_berkas, isi=isi.isi_berkas, keperluan="keputusan_perjanjian"
    )
    return _langkah(
        "putuskan", aktor, kini, peran, pada,
        {
            "keputusan": isi.keputusan, "alasan_keputusan": isi.alasan.strip(),
            "nomor_keputusan": isi.nomor.strip(), "tanggal_keputusan": isi.tanggal,
            "berkas_keputusan_id": berkas.pk, "pemutus_id": aktor.pegawai_id,
        },
    )  # fmt: skip


def bentuk_pemutusan(pada: dt.date) -> str:
    """The only form an ending has."""
    return PEMUTUSAN_PPPK.pada(pada).nilai


def _kunci(tinjauan: TinjauanPerjanjian) -> TinjauanPerjanjian:
    return (
        TinjauanPerjanjian.objects.select_for_update(of=("self",))
        .select_related("pegawai", "unit")
        .get(pk=tinjauan.pk)
    )


def _langkah(
    aksi: str,
    aktor: Aktor,
    tinjauan: TinjauanPerjanjian,
    peran: frozenset[str],
    pada: dt.date,
    bidang: dict[str, Any],
    alasan: str = "",
) -> HasilLangkah:
    return workflow.jalankan(
        objek=tinjauan,
        jenis="tinjauan_perjanjian",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=alasan,
        bidang=bidang,
        muatan={"pegawai_id": tinjauan.pegawai_id, "oleh_id": aktor.pegawai_id},
    )
