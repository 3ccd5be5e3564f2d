"""The crowd's work, written in bulk: action plans, figures reported and verified."""

import datetime as dt
import random
import uuid
from decimal import Decimal
from typing import Any

from tera.contoh.keramaian import aktor_dari, mutu_orang
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_massal
from tera.organisasi.models import Instansi, Periode
from tera.pelaksanaan.hitung import angka_dari, arah_indikator, hitung_kemajuan
from tera.pelaksanaan.models import Realisasi, RencanaAksi
from tera.skp.models import SKP, IndikatorKinerja

RENCANA = (
    "Menuntaskan bagian triwulan ini dari {rhk}",
    "Menyiapkan data dan jadwal untuk {rhk}",
    "Memperbaiki cara kerja agar {rhk}",
)


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
        .select_related("pegawai__instansi", "penilai__instansi", "penugasan")
        .prefetch_related("daftar_rhk__daftar_indikator")
        .order_by("pk")
    ):
        if skp.penilai is None:
            continue
        pelaku[skp.pk] = (aktor_dari(skp.pegawai), aktor_dari(skp.penilai))
        mutu = mutu_orang(skp.pegawai, tahun)
        umum = {
            "instansi": instansi,
            "pegawai": skp.pegawai,
            "penugasan": skp.penugasan,
            "skp": skp,
        }
        for periode in daftar_periode:
            if periode.selesai < skp.mulai or periode.mulai > skp.selesai:
                continue
            berjalan = periode.selesai >= pada
            for rhk in skp.daftar_rhk.all():
                rencana.append(
                    RencanaAksi(
                        **umum,
                        periode=periode,
                        rhk_kunci=rhk.kunci,
                        urut=1,
                        teks=RENCANA[(periode.urut + rhk.urut) % 3].format(
                            rhk=rhk.teks[0].lower() + rhk.teks[1:]
                        ),
                        target=f"{periode.urut * 25} persen dari target setahun",
                    )
                )
                for indikator in rhk.daftar_indikator.all():
                    if berjalan and acak.random() < 0.6:
                        continue
                    realisasi.append(
                        _realisasi(
                            umum, periode, rhk.kunci, indikator, mutu, acak,
                            saat=_saat_lapor(periode, pada, zona, acak), berjalan=berjalan,
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
    rhk_kunci: uuid.UUID,
    indikator: IndikatorKinerja,
    mutu: float,
    acak: random.Random,
    *,
    saat: dt.datetime,
    berjalan: bool,
) -> Realisasi:
    """One figure since the start of the plan; counts grow with the year, levels don't."""
    target = angka_dari(indikator.target)
    arah = arah_indikator(
        kode_pustaka=indikator.kode_pustaka,
        aspek=indikator.aspek,
        teks=indikator.teks,
        target=f"{indikator.target} {indikator.satuan}",
    )
    nilai = None
    if target is not None:
        bagian = periode.urut / 4 if indikator.aspek == "kuantitas" else 1.0
        ayun = 1 + mutu * 0.06 + acak.gauss(0, 0.04)
        if arah == "turun":
            ayun, bagian = 2 - ayun, 1.0
        if arah == "tepat":
            ayun = 1.0 if acak.random() < 0.8 else ayun
        kasar = Decimal(str(max(0.0, float(target) * bagian * ayun)))
        nilai = kasar.quantize(Decimal("1") if target >= 20 else Decimal("0.1"))
        if indikator.satuan in {"%", "persen"} or "persen" in indikator.target:
            nilai = min(nilai, Decimal(100))
    kemajuan = hitung_kemajuan(nilai=nilai, target=target, arah=arah)
    undi = acak.random()
    status = "diverifikasi"
    if berjalan:
        status = "dilaporkan" if undi < 0.7 else "diverifikasi"
    elif undi < 0.01:
        status = "dilaporkan"
    return Realisasi(
        **umum,
        periode=periode,
        rhk_kunci=rhk_kunci,
        indikator_kunci=indikator.kunci,
        nilai=nilai,
        teks="" if nilai is not None else "Selesai sesuai rencana; dokumennya ada pada bukti.",
        satuan=indikator.satuan,
        arah=arah,
        target=indikator.target,
        angka_target=target,
        persen=kemajuan.persen,
        target_tercapai=kemajuan.tercapai,
        sumber_data="Catatan unit",
        status=status,
        pelapor=umum["pegawai"],
        pemeriksa=umum["skp"].penilai if status == "diverifikasi" else None,
        dilaporkan_at=saat,
        diperiksa_at=min(saat + dt.timedelta(hours=20), clock.sekarang())
        if status == "diverifikasi"
        else None,
        revisi=1,
    )


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
    langkah = massal.langkah("realisasi", "verifikasi", "dilaporkan")
    massal.tulis_langkah(
        (
            massal.LangkahMassal(
                objek_id=satu.pk,
                instansi_id=satu.instansi_id,
                jenis="realisasi",
                langkah=langkah,
                aktor=pelaku[satu.skp_id][1],
                peran="penilai",
                pada=clock.tanggal_di(satu.diperiksa_at, zona),
                bidang={"pemeriksa_id": satu.pemeriksa_id},
                saat=satu.diperiksa_at,
            )
            for satu in daftar
            if satu.status == "diverifikasi" and satu.diperiksa_at
        ),
        antar=False,
    )
