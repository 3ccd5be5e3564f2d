"""The stage of pelaksanaan: Andi's plan is in force, Budi verifies, the year has its quarters."""

import datetime as dt
from decimal import Decimal

from evaluasi.panggung import skp_ditetapkan
from pemeran import Pemeran
from tera.organisasi.models import Periode
from tera.organisasi.services import tetapkan_penilai_khusus
from tera.pelaksanaan import services
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, Realisasi, RencanaAksi
from tera.pelaksanaan.services import IsiBukti, IsiCapaian, IsiRealisasi
from tera.skp.models import SKP, IndikatorKinerja

PADA = dt.date(2026, 7, 6)
__all__ = [
    "PADA",
    "bersurat",
    "bukti",
    "capaian",
    "indikator",
    "lapor",
    "rencana",
    "skp_ditetapkan",
    "triwulan",
]


def triwulan(para: Pemeran, urut: int) -> Periode:
    """One quarter of the year."""
    mulai = dt.date(2026, 3 * urut - 2, 1)
    selesai = dt.date(2026 + urut // 4, (3 * urut) % 12 + 1, 1) - dt.timedelta(days=1)
    return Periode.objects.get_or_create(
        instansi=para.instansi,
        tahun=2026,
        jenis="triwulan",
        urut=urut,
        defaults={
            "mulai": mulai,
            "selesai": selesai,
            "batas_evaluasi": selesai + dt.timedelta(days=14),
            "dibuka_pada": mulai,
        },
    )[0]


def bersurat(para: Pemeran, sejak: dt.date = dt.date(2026, 1, 1)) -> None:
    """Dewi, of another instansi, rates Andi by letter; his plan is set by Budi."""
    tetapkan_penilai_khusus(
        aktor=para.aktor(para.citra), pada=PADA, penugasan=para.penugasan(para.andi),
        penilai_id=para.dewi.pk, surat="SP 9/2026", sejak=sejak,
    )  # fmt: skip


def indikator(skp: SKP) -> IndikatorKinerja:
    """The first indicator of a plan."""
    return IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id")[0]


def lapor(
    para: Pemeran, skp: SKP, nilai: str | None = "600", *, urut: int = 2, **isi: object
) -> Realisasi:
    """Andi reports his first indicator."""
    satu, _tanda = services.laporkan_realisasi(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=triwulan(para, urut),
        indikator_kunci=indikator(skp).kunci,
        isi=IsiRealisasi(nilai=None if nilai is None else Decimal(nilai), **isi),
        pada=PADA,
    )
    return satu


def rencana(
    para: Pemeran, skp: SKP, teks: str = "Memutakhirkan data tiap kampung", *, urut: int = 3
) -> RencanaAksi:
    """Andi plans for his first RHK."""
    return services.tambah_rencana_aksi(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=triwulan(para, urut),
        rhk_kunci=indikator(skp).rhk.kunci,
        teks=teks,
        target="3 kampung",
        pada=PADA,
    )


def bukti(para: Pemeran, skp: SKP, *, urut: int = 3, **isi: object) -> BuktiDukung:
    """Andi attaches evidence to his first RHK."""
    return services.lampirkan_bukti(
        aktor=para.aktor(para.andi),
        skp=skp,
        periode=triwulan(para, urut),
        rhk_kunci=indikator(skp).rhk.kunci,
        isi=IsiBukti(**isi),
        pada=PADA,
    )[0]


def capaian(para: Pemeran, skp: SKP, **lain: object) -> CapaianPegawai:
    """Andi reports an achievement."""
    bidang = {
        "judul": "Antrean turun",
        "tanggal": PADA,
        "keadaan_sebelum": "Lima hari",
        "keadaan_sesudah": "Satu hari",
        "cara": "Diukur dari cap loket",
        "nilai_sebelum": Decimal(5),
        "nilai_sesudah": Decimal(1),
        "satuan": "hari",
    }
    return services.laporkan_capaian(
        aktor=para.aktor(para.andi), skp=skp, isi=IsiCapaian(**bidang | lain), pada=PADA
    )[0]
