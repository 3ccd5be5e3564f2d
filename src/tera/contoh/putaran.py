"""Three rounds of 360 feedback: one with results, one just closed, one that runs."""

import datetime as dt
import random
from collections.abc import Iterable
from contextlib import AbstractContextManager

from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.evaluasi.services.umpan_balik import buka_hasil_umpan_balik
from tera.organisasi.models import Instansi, Pegawai, Periode, UnitKerja
from tera.umpan_balik.models import PutaranPegawai, PutaranUmpanBalik, Responden
from tera.umpan_balik.services import putaran as layanan
from tera.umpan_balik.services.putaran_isi import IsiJawaban, isi_umpan_balik
from tera.umpan_balik.services.putaran_responden import (
    setujui_responden,
    undang_mitra,
    undi_responden,
    usulkan_responden,
)

PENGELOLA = "Citra Maharani"
KODE = ("BP", "AKU", "KOM", "HAR", "LOY", "ADA", "KOL")
#: Who works with the people of the stories beyond their own unit.
REKAN = {
    "Andini Lestari": ("Fandi Ahmad", "Maria Goreti Kambu", "Dewi Anggraini", "Yuliana Wonda",
                       "Galih Prasetyo"),
    "Rosalina Sawaki": ("Dewi Anggraini", "Maria Goreti Kambu", "Ni Wayan Sriasih",
                        "Bambang Irawan", "Fandi Ahmad"),
    "Fandi Ahmad": ("Andini Lestari", "Kadek Ayu Pramesti", "Laode Rahmat", "Bambang Irawan"),
}  # fmt: skip
#: Levels of the seven questions: oneself first, then the colleagues in the order above.
JAWABAN = {
    "Andini Lestari": ("2121212", "2212212", "2201112", "1212211", "2211212", "2112111"),
    "Rosalina Sawaki": ("1112112", "2122122", "2112122", "1122112", "2122121", "2122122"),
}
KATA = {
    "Andini Lestari": (
        "Suka membantu saat antrean panjang; bisa lebih sering membagi cara kerjanya kepada tim.",
        "Teliti dan tim jadi tertib. Penjelasan kepada warga kadang terlalu cepat.",
        "Kerja sama lintas kantor lancar, data yang diminta lengkap.",
        "Membantu tanpa diminta. Lebih baik bila tugas dibagi sejak awal.",
        "Komunikasi baik dan membantu rekan baru belajar.",
    ),
}
PER_PUTARAN = 40


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Write the rounds; a kabupaten that has one is left as it is."""
    if PutaranUmpanBalik.objects.filter(instansi=instansi).exists():
        return
    _lalu(instansi, sistem, pada)
    _ditutup(instansi, sistem, pada)
    _berjalan(instansi, sistem, pada)


def _lalu(instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """The round about last year, held in January, with its results open."""
    mulai, selesai = dt.date(pada.year, 1, 6), dt.date(pada.year, 1, 16)
    if pada < dt.date(pada.year, 2, 15):
        return
    satu = _susun(instansi, "010301", pada.year - 1, mulai, selesai, undi=True)
    semua = list(satu.daftar_pegawai.select_related("penugasan__unit", "pegawai"))
    with _saat(mulai, instansi):
        _setujui(semua, mulai)
        layanan.mulai_putaran(aktor=sistem, putaran=satu, pada=mulai)
        _isi(satu, mulai)
    with _saat(selesai + dt.timedelta(days=1), instansi):
        layanan.tutup_putaran(aktor=sistem, putaran=satu, pada=selesai + dt.timedelta(days=1))
    with _saat(dt.date(pada.year, 2, 15), instansi):
        buka_hasil_umpan_balik(
            instansi_id=instansi.pk, zona=instansi.zona, pada=dt.date(pada.year, 2, 15)
        )


def _ditutup(instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """The round at the puskesmas, closed three days ago; its ratings are still to come."""
    mulai, selesai = pada - dt.timedelta(days=20), pada - dt.timedelta(days=4)
    satu = _susun(instansi, "010401", pada.year, mulai, selesai)
    with _saat(mulai, instansi):
        _setujui(satu.daftar_pegawai.filter(pegawai__nama="Rosalina Sawaki"), mulai)
        layanan.mulai_putaran(aktor=sistem, putaran=satu, pada=mulai)
        _isi(satu, mulai)
    hari = selesai + dt.timedelta(days=1)
    with _saat(hari, instansi):
        layanan.tutup_putaran(aktor=sistem, putaran=satu, pada=hari)


def _berjalan(instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """The round that waits for answers: some have sent, one list waits for its penilai."""
    mulai, selesai = pada - dt.timedelta(days=4), pada + dt.timedelta(days=10)
    satu = _susun(instansi, "010301", pada.year, mulai, selesai, mitra=True)
    with _saat(mulai, instansi):
        _setujui(
            satu.daftar_pegawai.filter(pegawai__nama__in=["Andini Lestari", "Fandi Ahmad"]), mulai
        )
        layanan.mulai_putaran(aktor=sistem, putaran=satu, pada=mulai)
        _isi(satu, mulai, sebanyak=3)
        layanan.segarkan_kemajuan(instansi_id=instansi.pk)
        # Approved after the start: begins with the next daily look.
        _setujui(satu.daftar_pegawai.filter(pegawai__nama="Budi Hartono"), mulai)


def _susun(
    instansi: Instansi,
    kode: str,
    tahun: int,
    mulai: dt.date,
    selesai: dt.date,
    *,
    undi: bool = False,
    mitra: bool = False,
) -> PutaranUmpanBalik:
    hari = mulai - dt.timedelta(days=5)
    aktor = aktor_dari(orang(instansi, PENGELOLA))
    with _saat(hari, instansi):
        satu = layanan.susun_putaran(
            aktor=aktor,
            periode=Periode.objects.get(instansi=instansi, tahun=tahun, jenis="tahunan"),
            unit=UnitKerja.objects.get(instansi=instansi, kode=kode),
            isi=layanan.IsiPutaran(f"Umpan balik {tahun}", mulai, selesai, "opd"),
            pada=hari,
        )
        for milik in satu.daftar_pegawai.filter(pegawai__nama__in=REKAN).select_related("pegawai"):
            pengusul = aktor_dari(orang(instansi, milik.pegawai.nama))
            for nama in REKAN[milik.pegawai.nama]:
                usulkan_responden(
                    aktor=pengusul, satu=milik, calon=orang(instansi, nama), hubungan="rekan",
                    pada=hari,
                )  # fmt: skip
            if mitra and milik.pegawai.nama == "Andini Lestari":
                undang_mitra(
                    aktor=pengusul, satu=milik, nama="Suster Agnes Tanati",
                    lembaga="Panti Asuhan Kasih Bunda", surel="", pada=hari,
                )  # fmt: skip
        if undi or mitra or kode == "010401":
            undi_responden(aktor=aktor, putaran=satu, pada=hari)
    return satu


def _setujui(daftar: Iterable[PutaranPegawai], pada: dt.date) -> None:
    for satu in daftar:
        hubungan = (
            satu.penugasan.daftar_hubungan.filter(sejak__lte=pada, penilai__isnull=False)
            .order_by("-sejak")
            .first()
        )
        ada = satu.daftar_responden.exclude(hubungan="diri").exists()
        if hubungan is not None and hubungan.penilai_id is not None and ada:
            penilai = Pegawai.objects.select_related("instansi").get(pk=hubungan.penilai_id)
            setujui_responden(aktor=aktor_dari(penilai), satu=satu, pada=pada)


def _isi(putaran: PutaranUmpanBalik, pada: dt.date, *, sebanyak: int = PER_PUTARAN) -> None:
    """The people of the stories say what fits them, the crowd something likely."""
    acak = random.Random(putaran.pk)
    daftar = list(
        Responden.objects.filter(
            putaran_pegawai__putaran=putaran,
            putaran_pegawai__status=PutaranPegawai.Status.BERJALAN,
            pegawai__isnull=False,
        ).select_related("pegawai__instansi", "putaran_pegawai__pegawai")
    )
    daftar.sort(key=lambda r: (r.putaran_pegawai.pegawai.nama not in JAWABAN, r.pk))
    for responden in daftar[:sebanyak]:
        pengisi = responden.pegawai
        if pengisi is None:
            continue
        nama = responden.putaran_pegawai.pegawai.nama
        urutan = (nama, *REKAN.get(nama, ()))
        letak = urutan.index(pengisi.nama) if pengisi.nama in urutan else -1
        if nama in JAWABAN and letak >= 0:
            tingkat = JAWABAN[nama][letak]
        else:
            tingkat = "".join(acak.choice("1112220") for _ in KODE)
        teks = KATA[nama][letak - 1] if nama in KATA and letak > 0 else ""
        isi_umpan_balik(
            aktor=aktor_dari(pengisi),
            responden=responden,
            isi=IsiJawaban(
                nilai={kode: int(t) for kode, t in zip(KODE, tingkat, strict=True)},
                teks=teks,
                apa_adanya=bool(teks),
            ),
            pada=pada,
        )


def _saat(hari: dt.date, instansi: Instansi) -> AbstractContextManager[None]:
    return clock.jam_beku(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=9))
