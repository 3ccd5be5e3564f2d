"""The crowd's work, written in bulk: action plans, figures reported and verified."""

import datetime as dt
import random
import uuid
from decimal import Decimal
from typing import Any

from tera.contoh.bahan_kerja import kalimat_realisasi, tulisan_jabatan
from tera.contoh.cerita import PELAKU_CERITA
from tera.contoh.keramaian import aktor_dari, mutu_orang
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_massal
from tera.organisasi.models import Instansi, Periode
from tera.pelaksanaan.hitung import angka_dari, arah_indikator, hitung_kemajuan
from tera.pelaksanaan.models import Realisasi, RencanaAksi
from tera.skp.models import SKP, IndikatorKinerja

CATATAN_KEMBALI = (
    "Angkanya belum cocok dengan catatan unit. Periksa lagi, lalu kirim.",
    "Lampirkan bukti bulan terakhir.",
    "Ini angka bulan ini saja; isi angka sejak awal tahun.",
)
#: Units counted one by one; the others are measured and may have a decimal.
TERUKUR = frozenset(
    {"%", "persen", "skor (1–4)", "skor", "nilai", "poin", "menit", "jam", "hari", "hari kerja",
     "minggu", "bulan", "km/liter", "miliar rupiah"}
)  # fmt: skip
TERTINGGI = {"%": Decimal(100), "persen": Decimal(100), "nilai": Decimal(100),
             "skor": Decimal(100), "skor (1–4)": Decimal(4)}  # fmt: skip


def tulis_pelaksanaan(instansi: Instansi, tahun: int, pada: dt.date) -> int:
    """Write rencana aksi and realisasi of every set plan and period begun; returns the figures."""
    zona = instansi.zona
    # Of a year that is over, its end is enough to look back on: figures count from its start.
    daftar_periode = [
        satu
        for satu in Periode.objects.filter(
            instansi=instansi, tahun=tahun, jenis="triwulan", mulai__lte=pada
        ).order_by("urut")
        if tahun == pada.year or satu.urut == 4
    ]
    # Said once: seventeen thousand figures name theirs.
    sebutan_periode = {satu: str(satu).lower() for satu in daftar_periode}
    sudah = set(
        Realisasi.objects.filter(instansi=instansi, periode__tahun=tahun).values_list(
            "skp_id", flat=True
        )
    )
    rencana: list[RencanaAksi] = []
    realisasi: list[Realisasi] = []
    pelaku: dict[int, tuple[Aktor, Aktor]] = {}
    acak = random.Random(f"pelaksanaan {tahun}")
    for skp in (
        SKP.objects.filter(instansi=instansi, tahun=tahun, status__in=["ditetapkan", "ditutup"])
        .exclude(pk__in=sudah)
        .select_related("pegawai__instansi", "penilai__instansi", "penugasan__jabatan")
        .prefetch_related("daftar_rhk__daftar_indikator")
        .order_by("pk")
    ):
        if skp.penilai is None:
            continue
        pelaku[skp.pk] = (aktor_dari(skp.pegawai), aktor_dari(skp.penilai))
        mutu = mutu_orang(skp.pegawai, tahun)
        cerita = skp.pegawai.nama in PELAKU_CERITA
        tulisan = tulisan_jabatan(skp.penugasan.jabatan.nama)
        umum = {
            "instansi": instansi,
            "pegawai": skp.pegawai,
            "penugasan": skp.penugasan,
            "skp": skp,
        }
        for periode, sebutan in sebutan_periode.items():
            if periode.selesai < skp.mulai or periode.mulai > skp.selesai:
                continue
            berjalan = periode.selesai >= pada
            panjang = (periode.selesai - periode.mulai).days + 1
            hari = (min(pada, periode.selesai) - periode.mulai).days + 1
            lewat = (periode.urut - 1 + hari / panjang) / 4
            for rhk in skp.daftar_rhk.all():
                teks, target = tulisan.rencana[(periode.urut + rhk.urut) % len(tulisan.rencana)]
                rencana.append(
                    RencanaAksi(
                        **umum,
                        periode=periode,
                        rhk_kunci=rhk.kunci,
                        urut=1,
                        teks=teks,
                        target=target,
                    )
                )
                for indikator in rhk.daftar_indikator.all():
                    if berjalan and acak.random() < (0.25 if cerita else 0.6):
                        continue
                    realisasi.append(
                        _realisasi(
                            umum, periode, sebutan, rhk.kunci, indikator, mutu, acak,
                            saat=_saat_lapor(periode, pada, zona, acak), berjalan=berjalan,
                            lewat=lewat,
                        )
                    )  # fmt: skip
    sisip_massal(rencana)
    sisip_massal(realisasi)
    _tulis_jejak(realisasi, pelaku, zona)
    return len(realisasi)


def _saat_lapor(periode: Periode, pada: dt.date, zona: str, acak: random.Random) -> dt.datetime:
    hari = min(periode.selesai - dt.timedelta(days=acak.randint(1, 12)), pada)
    saat = clock.awal_hari(hari, zona) + dt.timedelta(hours=8, minutes=acak.randint(0, 420))
    return min(saat, clock.sekarang())


def _realisasi(
    umum: dict[str, Any],
    periode: Periode,
    sebutan: str,
    rhk_kunci: uuid.UUID,
    indikator: IndikatorKinerja,
    mutu: float,
    acak: random.Random,
    *,
    saat: dt.datetime,
    berjalan: bool,
    lewat: float,
) -> Realisasi:
    """One figure since the start of the plan; counts grow with the year, levels don't."""
    target = angka_dari(indikator.target)
    arah = arah_indikator(
        kode_pustaka=indikator.kode_pustaka,
        aspek=indikator.aspek,
        teks=indikator.teks,
        target=f"{indikator.target} {indikator.satuan}",
    )
    teks, sumber = kalimat_realisasi(kode=indikator.kode_pustaka, periode=sebutan, acak=acak)
    nilai = None
    if target is not None:
        nilai = _angka(indikator, target, arah, lewat, mutu, acak)
    kemajuan = hitung_kemajuan(nilai=nilai, target=target, arah=arah)
    undi = acak.random()
    status = "diverifikasi"
    if berjalan:
        status = "dilaporkan" if undi < 0.66 else "dikembalikan" if undi < 0.71 else "diverifikasi"
    elif undi < 0.01:
        status = "dilaporkan"
    return Realisasi(
        **umum,
        periode=periode,
        rhk_kunci=rhk_kunci,
        indikator_kunci=indikator.kunci,
        nilai=nilai,
        teks=teks or ("" if nilai is not None else "Selesai sesuai rencana."),
        satuan=indikator.satuan,
        arah=arah,
        target=indikator.target,
        angka_target=target,
        persen=kemajuan.persen,
        target_tercapai=kemajuan.tercapai,
        sumber_data=sumber,
        status=status,
        pelapor=umum["pegawai"],
        catatan=acak.choice(CATATAN_KEMBALI) if status == "dikembalikan" else "",
        pemeriksa=umum["skp"].penilai if status != "dilaporkan" else None,
        dilaporkan_at=saat,
        diperiksa_at=min(saat + dt.timedelta(hours=20), clock.sekarang())
        if status != "dilaporkan"
        else None,
        revisi=1,
    )


def _angka(
    indikator: IndikatorKinerja,
    target: Decimal,
    arah: str,
    lewat: float,
    mutu: float,
    acak: random.Random,
) -> Decimal:
    """A figure after ``lewat`` of the year, near what the target asks and how well it goes."""
    terukur = indikator.satuan in TERUKUR
    ayun = mutu * 0.06 + acak.gauss(0, 0.04)
    kasar = float(target)
    if arah == "turun":
        kasar *= 1 - ayun
    elif arah == "tepat":
        kasar *= 1.0 if acak.random() < 0.8 else 1 + ayun
    elif indikator.satuan in {"%", "persen"} and target >= 80:
        # Near the ceiling a few tenths are much: the room left is what moves.
        ruang = 101 - kasar
        kasar += ruang * (ayun * 6 - (1 - lewat) * 0.6)
    elif indikator.aspek == "kuantitas" and not terukur:
        kasar *= lewat * (1 + ayun)
    elif terukur:
        kasar *= (0.84 + 0.16 * lewat) * (1 + ayun)
    langkah = Decimal(1)
    if terukur and (target < 20 or target != target.to_integral_value()):
        langkah = Decimal("0.1")
    nilai = Decimal(str(max(0.0, kasar))).quantize(langkah)
    return min(nilai, TERTINGGI.get(indikator.satuan, nilai))


def _tulis_jejak(
    daftar: list[Realisasi], pelaku: dict[int, tuple[Aktor, Aktor]], zona: str
) -> None:
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="realisasi",
            aksi="laporkan",
            aktor=pelaku[satu.skp_id][0],
            bidang={"nilai": satu.nilai, "teks": satu.teks, "arah": satu.arah},
            saat=satu.dilaporkan_at,
            bertanda=True,
        )
        for satu in daftar
    )
    langkah = {
        "diverifikasi": massal.langkah("realisasi", "verifikasi", "dilaporkan"),
        "dikembalikan": massal.langkah("realisasi", "kembalikan", "dilaporkan"),
    }
    massal.tulis_langkah(
        (
            massal.LangkahMassal(
                objek_id=satu.pk,
                instansi_id=satu.instansi_id,
                jenis="realisasi",
                langkah=langkah[satu.status],
                alasan=satu.catatan,
                aktor=pelaku[satu.skp_id][1],
                peran="penilai",
                pada=clock.tanggal_di(satu.diperiksa_at, zona),
                bidang={"pemeriksa_id": satu.pemeriksa_id, "catatan": satu.catatan},
                saat=satu.diperiksa_at,
            )
            for satu in daftar
            if satu.status in langkah and satu.diperiksa_at
        ),
        antar=False,
    )
