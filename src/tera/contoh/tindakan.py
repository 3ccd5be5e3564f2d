"""What followed the demo's results: the priority list, plans, the path, counselling, agreements.

Each result is followed on the day it became final. A few people walk the whole path by the room's
services; the plans of the others are written in bulk.
"""

import datetime as dt
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tera.contoh import permintaan, tindakan_pembinaan
from tera.contoh.berkas import pdf_rekap
from tera.contoh.keramaian import aktor_dari
from tera.contoh.tindakan_pembinaan import saat_hari
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_massal
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import (
    Instansi,
    KebijakanInstansi,
    Pegawai,
    PeranPetugas,
    Periode,
    PerjanjianKerja,
    UnitKerja,
)
from tera.organisasi.services.peran import beri_peran
from tera.regulasi.tindak_lanjut import tambah_bulan
from tera.tindak_lanjut.models import (
    ButirPerbaikan,
    RencanaPerbaikan,
    TindakLanjut,
    TinjauanPerbaikan,
)
from tera.tindak_lanjut.permissions.tindakan import dengan_penilai_kini
from tera.tindak_lanjut.services.tindakan import jalur, perbaikan
from tera.tindak_lanjut.services.tindakan.hasil import catat_terdahulu, catat_tindak_lanjut
from tera.tindak_lanjut.services.tindakan.jalur import IsiKeputusan
from tera.tindak_lanjut.services.tindakan.perbaikan import IsiButir, hari_tinjauan

#: Days from the end of a period until its results are final here.
HARI_FINAL = 60
#: Plans that wait for being sent or for an answer.
BELUM_DIJAWAB = 7
BUTIR = (
    ("Laporan mingguan selesai tepat waktu", "Tujuh dari sepuluh laporan terlambat",
     "Empat laporan berturut-turut tepat waktu", "Satu rekan memeriksa rancangan tiap Rabu"),
    ("Data diperiksa sebelum dikirim", "Sepertiga berkas dikembalikan karena keliru",
     "Kurang dari satu dari dua puluh yang dikembalikan", "Pelatihan daring dua hari"),
    ("Menjawab permintaan warga pada hari yang sama", "Keluhan tertulis pada buku loket",
     "Tidak ada keluhan yang menunggu lebih dari sehari", "Atasan mendampingi dua jam tiap pekan"),
)  # fmt: skip


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Write it once."""
    if PerjanjianKerja.objects.filter(instansi=instansi).exists():
        return
    _pejabat(instansi, sistem, pada)
    _ikuti_hasil(instansi, pada)
    jalan = _Jalan(instansi, pada)
    jalan.tulis()
    _rencana_lain(instansi, pada)
    tindakan_pembinaan.tulis(instansi, pada)
    permintaan.tulis(instansi, pada)


def _pejabat(instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """The sekretaris daerah is PyB, the bupati pejabat pembina; pelaksana begin at a weak year."""
    awal = dt.date(pada.year - 1, 1, 1)
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    for nama, peran in (("Markus Wanggai", "pyb"), ("Yohanes Rumbiak", "pejabat_pembina")):
        orang = Pegawai.objects.filter(instansi=instansi, nama=nama).first()
        if orang and not PeranPetugas.objects.filter(pegawai=orang, peran=peran).exists():
            beri_peran(
                aktor=sistem, pegawai_id=orang.pk, peran=peran, unit_id=akar.pk, sejak=awal,
                sampai=None, dasar="Keputusan Bupati tentang pejabat yang berwenang (contoh)",
                pada=pada,
            )  # fmt: skip
    KebijakanInstansi.objects.get_or_create(
        instansi=instansi, kunci="tindakan.pemicu_pelaksana", sejak=awal,
        defaults={
            "nilai": "butuh_perbaikan", "dasar": "Keputusan Bupati (contoh)",
            "nama_aktor": "Sistem", "dibuat_at": saat_hari(awal),
        },
    )  # fmt: skip


def _ikuti_hasil(instansi: Instansi, pada: dt.date) -> None:
    """Each result on the day it became final, the oldest first."""
    lama = dt.date(pada.year - 1, 2, 1)
    with clock.jam_beku(saat_hari(lama)):
        catat_terdahulu(instansi=instansi, pada=lama, antar=False)
    for periode in Periode.objects.filter(instansi=instansi, selesai__lt=pada).order_by("selesai"):
        hari = min(periode.selesai + dt.timedelta(days=HARI_FINAL), pada)
        pks = list(
            Evaluasi.objects.filter(periode=periode, status__in=["final", "diputus"])
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        with clock.jam_beku(saat_hari(hari) if hari < pada else clock.sekarang()):
            catat_tindak_lanjut(instansi=instansi, daftar_evaluasi=pks, pada=hari, antar=False)


@dataclass(frozen=True, slots=True)
class _Langkah:
    """One decision of the path: after so many days, which arrow, in whose words."""

    hari: int
    aksi: str
    kata: str


_UJI = _Langkah(195, "tugaskan_uji_kompetensi", "Sesudah enam bulan belum membaik; uji ulang.")
_SEMENTARA = _Langkah(215, "tempatkan_sementara", "Belum ada jabatan lowong yang sesuai.")
_USUL = _Langkah(600, "usulkan_pemberhentian", "Setahun berlalu tanpa jabatan yang lowong.")
CERITA: tuple[tuple[_Langkah, ...], ...] = (
    (_UJI,),
    (_UJI, _Langkah(220, "pindahkan", "Lebih sesuai di pelayanan arsip.")),
    (_UJI, _Langkah(225, "turunkan", "Ada jabatan lebih rendah yang sesuai.")),
    (_UJI, _Langkah(500, "tempatkan_sementara", "Belum ada jabatan lowong yang sesuai.")),
    (_UJI, _SEMENTARA, _USUL),
    (_UJI, _SEMENTARA, _USUL,
     _Langkah(640, "tetapkan_pemberhentian", "Dengan hormat, hak pensiunnya dihitung.")),
    (_UJI, _Langkah(220, "kembalikan_normal", "Lulus uji kompetensi; tetap di jabatannya.")),
)  # fmt: skip


class _Jalan:
    """Walks a few people of the year before last along the path, as far as today allows."""

    def __init__(self, instansi: Instansi, pada: dt.date) -> None:
        self.instansi = instansi
        self.pada = pada
        orang = Pegawai.objects.select_related("instansi")
        self.pyb = orang.filter(instansi=instansi, nama="Markus Wanggai").first()
        self.pembina = orang.filter(instansi=instansi, nama="Yohanes Rumbiak").first()
        self.orang = orang

    def tulis(self) -> None:
        """Take the first ones whose rater is known; one more is closed with a reason."""
        if self.pyb is None or self.pembina is None:
            return
        daftar = [
            satu
            for satu in dengan_penilai_kini(
                TindakLanjut.objects.filter(
                    instansi=self.instansi, terdahulu__isnull=False, jenis="perbaikan"
                ).select_related("pegawai__instansi"),
                dt.date(self.pada.year - 1, 3, 1),
            ).order_by("pk")
            if satu.penilai_kini and satu.pegawai_id not in {self.pyb.pk, self.pembina.pk}  # type: ignore[attr-defined]
        ][: len(CERITA) + 1]
        for satu, cerita in zip(daftar, CERITA, strict=False):
            self._satu(satu, cerita)
        if len(daftar) > len(CERITA):
            hari = dt.date(self.pada.year - 1, 3, 10)
            self._pada(hari, lambda: self._ditutup(daftar[-1], hari))

    def _ditutup(self, satu: TindakLanjut, hari: dt.date) -> None:
        """A plan was being written when the office's flood came up."""
        assert self.pyb is not None  # asked in ``tulis``
        perbaikan.simpan_rencana(
            aktor=aktor_dari(self.orang.get(pk=satu.penilai_kini)),  # type: ignore[attr-defined]
            tindakan=satu, pengantar="", butir=[_butir(hari, 1)], revisi=0, pada=hari,
        )  # fmt: skip
        jalur.tutup_tindakan(
            aktor=aktor_dari(self.pyb), tindakan=satu, pada=hari,
            alasan="Banjir bandang menutup kantornya lima bulan pada tahun yang dinilai.",
        )  # fmt: skip

    def _pada(self, hari: dt.date, lakukan: Callable[[], object], jam: int = 9) -> bool:
        if hari > self.pada:
            return False
        with clock.jam_beku(min(saat_hari(hari, jam), clock.sekarang())):
            lakukan()
        return True

    def _satu(self, satu: TindakLanjut, cerita: tuple[_Langkah, ...]) -> None:
        awal = dt.date(self.pada.year - 1, 2, 3)
        penilai = aktor_dari(self.orang.get(pk=satu.penilai_kini))  # type: ignore[attr-defined]
        with clock.jam_beku(saat_hari(awal)):
            rencana = perbaikan.simpan_rencana(
                aktor=penilai, tindakan=satu, pengantar="Dibicarakan berdua di ruang kepala.",
                butir=[_butir(awal, satu.pk), _butir(awal, satu.pk + 1)], revisi=0, pada=awal,
                kirim=True,
            )  # fmt: skip
            perbaikan.setujui_rencana(aktor=aktor_dari(satu.pegawai), rencana=rencana, pada=awal)
        rencana = RencanaPerbaikan.objects.select_related("tindakan").get(pk=rencana.pk)
        if not self._pada(
            rencana.selesai + dt.timedelta(days=2),
            lambda: perbaikan.simpulkan(
                aktor=penilai, rencana=rencana, membaik=False,
                kesimpulan="Laporan masih terlambat empat dari enam bulan.",
                pada=rencana.selesai + dt.timedelta(days=2),
            ),
        ):  # fmt: skip
            return
        for langkah in cerita:
            hari = awal + dt.timedelta(days=langkah.hari)
            if not self._pada(hari, lambda la=langkah, h=hari: self._putus(satu, la, h)):  # type: ignore[misc]
                return

    def _putus(self, satu: TindakLanjut, langkah: _Langkah, hari: dt.date) -> None:
        pembina = langkah.aksi == "tetapkan_pemberhentian"
        oleh = self.pembina if pembina else self.pyb
        assert oleh is not None  # asked in ``tulis``
        nomor = f"800.1.{satu.pk}/{langkah.hari}"
        isi = pdf_rekap(
            judul="Surat keputusan (contoh)", keterangan=nomor, baris=[("Perihal", langkah.kata)]
        )
        jalur.putuskan_jalur(
            aktor=aktor_dari(oleh), tindakan=satu, aksi=langkah.aksi, pada=hari,
            isi=IsiKeputusan(nomor, hari, langkah.kata, "surat.pdf", io.BytesIO(isi)),
        )  # fmt: skip


def _butir(mulai: dt.date, benih: int) -> IsiButir:
    uraian, bukti, ukuran, dukungan = BUTIR[benih % len(BUTIR)]
    return IsiButir("hasil_kerja", "", uraian, bukti, ukuran, dukungan, tambah_bulan(mulai, 4))


def _rencana_lain(instansi: Instansi, pada: dt.date) -> None:
    """Plans of the others in bulk: most agreed, those whose months are over found improved.

    Only recent ones wait: for a plan, for being sent, for an answer.
    """
    acak = random.Random(f"tindakan {pada.year}")
    baru = pada - dt.timedelta(days=120)
    pilih = [
        satu
        for satu in dengan_penilai_kini(
            TindakLanjut.objects.filter(
                instansi=instansi, status="diusulkan", rencana__isnull=True,
                dibuat_pada__lt=pada - dt.timedelta(days=10),
            )
            .exclude(jenis="prioritas")
            .select_related("pegawai__instansi"),
            pada,
        ).order_by("dibuat_pada", "pk")
        if satu.penilai_kini and (satu.dibuat_pada < baru or acak.random() < 0.85)  # type: ignore[attr-defined]
    ]  # fmt: skip
    penilai = Pegawai.objects.select_related("instansi").in_bulk(
        {satu.penilai_kini for satu in pilih}  # type: ignore[attr-defined]
    )
    menunggu = min(BELUM_DIJAWAB, len(pilih) // 2)
    baris = []
    for nomor, satu in enumerate(pilih):
        mulai = min(satu.dibuat_pada + dt.timedelta(days=7), pada)
        jalan = nomor < len(pilih) - menunggu
        baris.append(
            RencanaPerbaikan(
                instansi=instansi, tindakan=satu, pengantar="Dibicarakan berdua.",
                penyusun=penilai[satu.penilai_kini],  # type: ignore[attr-defined]
                mulai=mulai if jalan else None, revisi=1,
                diajukan_pada=mulai if jalan else pada - dt.timedelta(days=2),
                selesai=max(satu.tenggat or pada, tambah_bulan(mulai, 6)),
            )
        )  # fmt: skip
    # One is still being written.
    if menunggu:
        baris[-1].diajukan_pada = None
    RencanaPerbaikan.objects.bulk_create(baris)
    kolom = ("asal", "rujukan", "uraian", "bukti", "ukuran", "dukungan", "tenggat")
    sisip_massal(
        [
            ButirPerbaikan(
                rencana=satu,
                urut=1,
                **{nama: getattr(_butir(satu.mulai or pada, satu.pk), nama) for nama in kolom},
            )
            for satu in baris
        ]
    )
    jawab = [satu for satu in baris if satu.mulai]
    sisip_massal(_tinjauan(jawab, pada))
    _langkah([satu for satu in baris if satu.diajukan_pada], "ajukan", "penilai")
    _langkah(jawab, "setujui", "pegawai", "mulai_perbaikan")
    _langkah([s for s in jawab if s.selesai < pada], "simpulkan_membaik", "penilai",
             "nyatakan_membaik")  # fmt: skip


def _tinjauan(baris: list[RencanaPerbaikan], pada: dt.date) -> list[TinjauanPerbaikan]:
    hasil = []
    for satu in baris:
        mulai = satu.mulai or pada
        for urut, hari in enumerate(hari_tinjauan(mulai, satu.selesai, 1), start=1):
            lewat = hari < pada - dt.timedelta(days=14)
            hasil.append(
                TinjauanPerbaikan(
                    rencana=satu, urut=urut, tanggal=hari,
                    kemajuan="Laporan bulan ini selesai sebelum hari Jumat." if lewat else "",
                    kemajuan_pada=hari if lewat else None,
                    catatan="Terlihat membaik; jaga iramanya." if lewat else "",
                    ditinjau_pada=hari if lewat else None,
                    peninjau=satu.penyusun if lewat else None,
                )
            )  # fmt: skip
    return hasil


def _langkah(daftar: list[RencanaPerbaikan], aksi: str, peran: str, tindakan: str = "") -> None:
    """One step of every plan, and where it has one of its follow-up, on the plan's own day."""
    dari = {"ajukan": "disusun", "setujui": "diajukan"}.get(aksi, "berjalan")
    akhir = aksi == "simpulkan_membaik"
    langkah, ikut = [], []
    for satu in daftar:
        hari = satu.selesai if akhir else satu.mulai or satu.diajukan_pada or satu.selesai
        oleh = aktor_dari(satu.tindakan.pegawai if peran == "pegawai" else satu.penyusun)
        bidang = (
            {"kesimpulan": "Enam bulan berturut-turut tepat waktu.", "disimpulkan_pada": hari}
            if akhir
            else {}
        )
        sama: dict[str, Any] = {"aktor": oleh, "pada": hari, "saat": saat_hari(hari, 10)}
        langkah.append(
            massal.LangkahMassal(
                objek_id=satu.pk, instansi_id=satu.instansi_id, jenis="rencana_perbaikan",
                langkah=massal.langkah("rencana_perbaikan", aksi, dari), peran=peran,
                bidang=bidang, **sama,
            )
        )  # fmt: skip
        if tindakan:
            ikut.append(
                massal.LangkahMassal(
                    objek_id=satu.tindakan_id, instansi_id=satu.instansi_id,
                    jenis="tindak_lanjut", peran=peran,
                    langkah=massal.langkah(
                        "tindak_lanjut", tindakan, "perbaikan" if akhir else "diusulkan"
                    ),
                    bidang={} if akhir else {"tenggat": satu.selesai}, **sama,
                )
            )  # fmt: skip
    massal.pindahkan(model=RencanaPerbaikan, daftar=langkah, antar=False)
    massal.pindahkan(model=TindakLanjut, daftar=ikut, antar=False)
