"""Working papers of a round: swakaji of most, marks of raters, blind marks of those above them.

Written in bulk as the services write them one by one: a swakaji is sent before the predikat with
its receipt, a rater's marks leave an audit link, blind marks all seven with a receipt.
"""

import datetime as dt
import random
from collections import defaultdict
from typing import Any

from tera.contoh import cerita_nilai
from tera.contoh.bahan_kerja import tulisan_jabatan
from tera.contoh.keramaian import aktor_dari, mutu_orang
from tera.core import clock, massal
from tera.core.sisip import sisip_massal
from tera.evaluasi import services
from tera.evaluasi.models import CatatanKerja, Evaluasi, Swakaji
from tera.evaluasi.permissions import dengan_penilai
from tera.evaluasi.services.catatan import ringkas_tanda
from tera.organisasi.models import Pegawai, Periode
from tera.organisasi.selectors import penilai_pada
from tera.skp.isi import DAFTAR_NILAI
from tera.skp.models import RencanaHasilKerja

Tanda = dict[tuple[str, str], tuple[str, str]]
HARI_SWAKAJI = (1, 3)
HARI_BUTA = 3
TEKS = {
    "di_atas": ("Melampaui yang disepakati, buktinya lengkap.", "Menjadi rujukan rekan."),
    "sesuai": ("", "", "", "Sesuai kesepakatan."),
    "di_bawah": ("Belum tercapai; langkah perbaikannya sudah disepakati.",),
}


def _rhk(periode: Periode) -> dict[int, list[str]]:
    """The keys of the RHK per plan evaluated in the period."""
    kunci: defaultdict[int, list[str]] = defaultdict(list)
    for skp_id, satu in (
        RencanaHasilKerja.objects.filter(
            skp__in=Evaluasi.objects.filter(periode=periode).values("skp_id")
        )
        .order_by("-jenis", "urut", "id")
        .values_list("skp_id", "kunci")
    ):
        kunci[skp_id].append(str(satu))
    return kunci


def _baris(
    evaluasi: Evaluasi, oleh: str, tanda: Tanda, penanda_id: int | None, saat: dt.datetime
) -> list[CatatanKerja]:
    return [
        CatatanKerja(
            evaluasi=evaluasi,
            oleh=oleh,
            unsur=unsur,
            kunci=kunci,
            level=level,
            teks=teks,
            penanda_id=penanda_id,
            ditandai_at=saat,
        )
        for (unsur, kunci), (level, teks) in tanda.items()
    ]


def _saat(periode: Periode, zona: str, jeda: int, jam: int, acak: random.Random) -> dt.datetime:
    hari = periode.selesai + dt.timedelta(days=jeda)
    saat = clock.awal_hari(hari, zona) + dt.timedelta(hours=jam, minutes=acak.randint(0, 59))
    return min(saat, clock.sekarang())


def tulis_swakaji(periode: Periode, pada: dt.date, acak: random.Random) -> int:
    """Send the swakaji of most people; returns how many."""
    kunci = _rhk(periode)
    swakaji: list[Swakaji] = []
    catatan: list[CatatanKerja] = []
    perbuatan: list[massal.PerbuatanMassal] = []
    for satu in (
        Evaluasi.objects.filter(periode=periode, status="terbuka", swakaji__isnull=True)
        .select_related("pegawai__instansi", "skp__penugasan__jabatan")
        .order_by("pk")
    ):
        undi, jeda = acak.random(), acak.randint(*HARI_SWAKAJI)
        khusus = cerita_nilai.swakaji(satu.pegawai.nama, periode, pada)
        if (khusus is None and undi > 0.82) or periode.selesai + dt.timedelta(days=jeda) > pada:
            continue
        tulisan = tulisan_jabatan(satu.skp.penugasan.jabatan.nama)
        saat = _saat(periode, satu.pegawai.instansi.zona, jeda, 10, acak)
        mutu = mutu_orang(satu.pegawai, periode.tahun)
        tanda: Tanda = {
            ("rhk", satu_kunci): ("di_atas" if mutu + acak.gauss(0.2, 0.6) > 1.1 else "sesuai", "")
            for satu_kunci in kunci[satu.skp_id]
        }
        isi = khusus or {
            "ringkasan": acak.choice(tulisan.ringkasan),
            "kendala": acak.choice(tulisan.kendala),
            "kebutuhan": acak.choice(tulisan.kebutuhan),
        }
        swakaji.append(Swakaji(evaluasi=satu, dikirim_at=saat, revisi=1, **isi))
        catatan += _baris(satu, "pegawai", tanda, satu.pegawai_id, saat)
        perbuatan.append(
            massal.PerbuatanMassal(
                objek_id=satu.pk,
                jenis="swakaji",
                aksi="kirim_swakaji",
                aktor=aktor_dari(satu.pegawai),
                bidang={**isi, "tanda": ringkas_tanda(tanda), "revisi": 1},
                saat=saat,
                bertanda=True,
            )
        )
    sisip_massal(swakaji)
    sisip_massal(catatan)
    massal.tulis_perbuatan(perbuatan)
    return len(swakaji)


def tulis_buta(periode: Periode, pada: dt.date, acak: random.Random) -> int:
    """Give the seven marks of those asked above the raters; a few haven't yet. How many."""
    hari = periode.selesai + dt.timedelta(days=HARI_BUTA)
    if hari > pada:
        return 0
    baris: list[CatatanKerja] = []
    perbuatan: list[massal.PerbuatanMassal] = []
    daftar = list(
        dengan_penilai(
            Evaluasi.objects.filter(periode=periode, status="terbuka", tanda_buta=True).exclude(
                daftar_catatan__oleh="atasan_penilai"
            ),
            pada=hari,
        )
        .select_related("pegawai")
        .order_by("pk")
    )
    atasan = Pegawai.objects.select_related("instansi").in_bulk(
        {satu.atasan_kini for satu in daftar if satu.atasan_kini}  # type: ignore[attr-defined]
    )
    for satu in daftar:
        oleh = atasan.get(satu.atasan_kini or 0)  # type: ignore[attr-defined]
        if oleh is None or acak.random() < 0.2:
            continue
        sikap = mutu_orang(satu.pegawai, periode.tahun - 7)
        tanda = _tanda_nilai(sikap + acak.gauss(0, 0.5), acak)
        saat = _saat(periode, oleh.instansi.zona, HARI_BUTA, 13, acak)
        baris += _baris(satu, "atasan_penilai", tanda, oleh.pk, saat)
        perbuatan.append(
            massal.PerbuatanMassal(
                objek_id=satu.pk,
                jenis="evaluasi",
                aksi="tandai_buta",
                aktor=aktor_dari(oleh),
                bidang={"catatan_atasan_penilai": ringkas_tanda(tanda)},
                saat=saat,
                bertanda=True,
            )
        )
    sisip_massal(baris)
    massal.tulis_perbuatan(perbuatan)
    return len(perbuatan)


def _tanda_nilai(sikap: float, acak: random.Random) -> Tanda:
    """Marks on the seven values around how the person's conduct was seen."""
    return {
        ("perilaku", nilai): (
            "di_atas"
            if (tara := sikap + acak.gauss(0, 0.6)) > 0.9
            else "di_bawah"
            if tara < -2.6
            else "sesuai",
            "",
        )
        for nilai in DAFTAR_NILAI
    }


class PenandaPenilai:
    """Collects the raters' marks of a round and writes them at once."""

    def __init__(self, periode: Periode, acak: random.Random) -> None:
        self.kunci = _rhk(periode)
        self.acak = acak
        self.baris: list[CatatanKerja] = []
        self.perbuatan: list[massal.PerbuatanMassal] = []

    def tandai(self, satu: Evaluasi, bidang: dict[str, Any], saat: dt.datetime) -> None:
        """Mark what the ratings stand on, for two of three; the others rate without marks."""
        if self.acak.random() > 0.6 and satu.pegawai.nama not in cerita_nilai.DITANDAI:
            return
        daftar = self.kunci[satu.skp_id]
        tanda: Tanda = {}
        for nomor, kunci in enumerate(daftar):
            level = bidang["rating_hasil_kerja"]
            if level == "di_bawah" and nomor:
                level = "sesuai"
            tanda["rhk", kunci] = (level, self.acak.choice(TEKS[level]))
        atas = {"di_atas": 5, "sesuai": self.acak.randint(0, 3), "di_bawah": 1}
        pilihan = self.acak.sample(DAFTAR_NILAI, len(DAFTAR_NILAI))
        for nomor, nilai in enumerate(pilihan):
            perilaku = bidang["rating_perilaku_kerja"]
            level = "di_atas" if nomor < atas[perilaku] else "sesuai"
            if perilaku == "di_bawah" and nomor == len(pilihan) - 1:
                level = "di_bawah"
            tanda["perilaku", nilai] = (level, "")
        self._catat(satu, tanda, saat)

    def mulai(self, satu: Evaluasi, saat: dt.datetime) -> None:
        """Begin: the first RHK and two values, no rating yet."""
        tanda: Tanda = {
            ("rhk", kunci): ("sesuai", "Bukti sudah dibaca, menunggu angka bulan terakhir.")
            for kunci in self.kunci[satu.skp_id][:1]
        }
        tanda["perilaku", "BP"] = ("di_atas", "Keluhan penumpang dijawab pada hari yang sama.")
        tanda["perilaku", "AKU"] = ("sesuai", "")
        self._catat(satu, tanda, saat)

    def _catat(self, satu: Evaluasi, tanda: Tanda, saat: dt.datetime) -> None:
        if satu.penilai is None:
            return
        self.baris += _baris(satu, "penilai", tanda, satu.penilai_id, saat)
        self.perbuatan.append(
            massal.PerbuatanMassal(
                objek_id=satu.pk,
                jenis="evaluasi",
                aksi="tandai",
                aktor=aktor_dari(satu.penilai),
                bidang={"catatan_penilai": ringkas_tanda(tanda)},
                saat=saat,
            )
        )

    def simpan(self) -> None:
        """Write what was collected."""
        sisip_massal(self.baris)
        massal.tulis_perbuatan(self.perbuatan)


def setujui_hubungan_dekat(periode: Periode, saat: dt.datetime) -> None:
    """Counter-sign the ratings of declared close pairs, by the atasan of the penilai."""
    for satu in Evaluasi.objects.filter(
        periode=periode, status="dinilai", perlu_tanda_tangan_atasan=True
    ).select_related("skp__penugasan", "pegawai__instansi"):
        hari = clock.tanggal_di(saat, satu.pegawai.instansi.zona)
        atasan = penilai_pada(penugasan=satu.skp.penugasan, pada=hari).atasan_penilai
        if atasan is None:
            continue
        oleh = aktor_dari(Pegawai.objects.select_related("instansi").get(pk=atasan.pk))
        with clock.jam_beku(saat):
            services.setujui_penilaian(aktor=oleh, evaluasi=satu, pada=hari)
