"""The rule of tukin or TPP on a day, and the factors of a month: no amount, no pagu.

A person's month is stricter class: only the person and the pengelola of the instansi.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.evaluasi.selectors.hasil import hasil_final
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.regulasi import tunjangan as hukum
from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.models import AturanTunjangan, DataBulanan, RekamDisiplin

PERSEN = Decimal(100)
NOL, SATU = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class FaktorOrang:
    """One person's month, as it goes to payroll.

    Attributes:
        periode: the period whose predikat counts; empty when none does yet.
        faktor: None: not computable yet, ``sebab`` says why.
    """

    pegawai: Pegawai
    unit: str
    periode: str
    predikat: str
    capaian: Decimal
    potongan_kehadiran: Decimal
    cpns: bool
    hukdis: bool
    rincian: hukum.FaktorTunjangan | None
    sebab: str

    @property
    def faktor(self) -> Decimal | None:
        """The share of the pagu, a fraction with four decimals."""
        return None if self.rincian is None else self.rincian.faktor.quantize(Decimal("0.0001"))

    @property
    def persen(self) -> Decimal | None:
        """The factor in percent."""
        return None if self.faktor is None else self.faktor * PERSEN

    @property
    def persen_capaian(self) -> Decimal:
        """The month's work in percent."""
        return self.capaian * PERSEN

    @property
    def persen_potongan(self) -> Decimal:
        """The cut for attendance in percent."""
        return self.potongan_kehadiran * PERSEN


def daftar_aturan(*, instansi_id: int) -> QuerySet[AturanTunjangan]:
    """Return the versions that weren't taken back, newest first."""
    return AturanTunjangan.objects.filter(
        instansi_id=instansi_id, dicabut_at__isnull=True
    ).order_by("-berlaku_mulai")


def aturan_pada(*, instansi_id: int, pada: dt.date) -> AturanTunjangan | None:
    """Return the version in force on the day; None before the first."""
    return daftar_aturan(instansi_id=instansi_id).filter(berlaku_mulai__lte=pada).first()


def sebagai_hukum(aturan: AturanTunjangan) -> hukum.AturanTunjangan:
    """Return the rule as the law room computes with it; fractions instead of percents.

    Raises: ``regulasi.galat.MasukanSalahError``: weights or factors that can't be meant.
    """
    return hukum.AturanTunjangan(
        bobot_kinerja=aturan.bobot_kinerja / PERSEN,
        bobot_kehadiran=aturan.bobot_kehadiran / PERSEN,
        faktor_predikat={
            satu: getattr(aturan, f"faktor_{satu.value}") / PERSEN for satu in Predikat
        },
        dikenai=hukum.Dikenai(aturan.dikenai),
        saat_berlaku=hukum.SaatBerlaku(aturan.saat_berlaku),
        faktor_cpns=aturan.faktor_cpns / PERSEN,
        potongan_hukdis=aturan.potongan_hukdis / PERSEN,
        pembulatan=hukum.PembulatanRupiah(aturan.pembulatan),
    )


def awal_bulan(hari: dt.date) -> dt.date:
    """Return the first day of the month."""
    return hari.replace(day=1)


def akhir_bulan(hari: dt.date) -> dt.date:
    """Return the last day of the month."""
    return hari.replace(day=calendar.monthrange(hari.year, hari.month)[1])


def orang_dibayar(*, instansi_id: int, bulan: dt.date) -> QuerySet[Penugasan]:
    """Return the definitive assignments of the month's last day, by unit and name."""
    return (
        Penugasan.objects.filter(
            berlaku_pada(akhir_bulan(bulan)),
            instansi_id=instansi_id,
            jenis="definitif",
            pegawai__status__in=("pns", "cpns", "pppk", "pppk_paruh_waktu"),
        )
        .select_related("pegawai", "unit")
        .order_by("unit__path", "pegawai__nama", "pegawai_id")
    )


def faktor_bulan(
    *, aturan: AturanTunjangan, bulan: dt.date, daftar: Sequence[Penugasan]
) -> list[FaktorOrang]:
    """Return the factors of these people in a month: four queries, whatever their number."""
    pk = [satu.pegawai_id for satu in daftar]
    rumus = sebagai_hukum(aturan)
    masa: dict[int, list[MasaPredikat]] = defaultdict(list)
    for satu in hasil_final(
        instansi_id=aturan.instansi_id,
        dari_tahun=bulan.year - 1,
        sampai_tahun=bulan.year,
        pegawai=pk,
    ):
        masa[satu.pegawai_id].append(
            MasaPredikat(satu.tahun, satu.bulan_mulai, satu.bulan_selesai, Predikat(satu.predikat))
        )
    data = {
        satu.pegawai_id: satu
        for satu in DataBulanan.objects.filter(pegawai_id__in=pk, bulan=awal_bulan(bulan))
    }
    hukdis = set(
        RekamDisiplin.objects.filter(
            pegawai_id__in=pk,
            jenis=RekamDisiplin.Jenis.HUKDIS_SEDANG,
            dicabut_at__isnull=True,
            mulai__lte=akhir_bulan(bulan),
            selesai__gte=awal_bulan(bulan),
        ).values_list("pegawai_id", flat=True)
    )
    return [
        _faktor(
            rumus,
            bulan,
            satu,
            masa[satu.pegawai_id],
            data.get(satu.pegawai_id),
            satu.pegawai_id in hukdis,
        )
        for satu in daftar
    ]


def _faktor(
    rumus: hukum.AturanTunjangan,
    bulan: dt.date,
    tugas: Penugasan,
    masa: list[MasaPredikat],
    data: DataBulanan | None,
    hukdis: bool,
) -> FaktorOrang:
    dipakai = hukum.predikat_bulan(
        saat_berlaku=rumus.saat_berlaku, tahun=bulan.year, bulan=bulan.month, daftar=masa
    )
    capaian = data.capaian / PERSEN if data else SATU
    potongan = data.potongan_kehadiran / PERSEN if data else NOL
    cpns = tugas.pegawai.status == "cpns"
    rincian, sebab = None, ""
    try:
        rincian = hukum.faktor_tunjangan(
            aturan=rumus,
            predikat=dipakai.predikat if dipakai else None,
            capaian=capaian,
            potongan_kehadiran=potongan,
            cpns=cpns,
            hukdis_sedang=hukdis,
        )
    except MasukanSalahError as galat:
        sebab = galat.pesan
    return FaktorOrang(
        pegawai=tugas.pegawai,
        unit=tugas.unit.nama,
        periode=f"{dipakai.bulan_mulai:02}–{dipakai.bulan_selesai:02}/{dipakai.tahun}"
        if dipakai
        else "",
        predikat=dipakai.predikat.label if dipakai else "",
        capaian=capaian,
        potongan_kehadiran=potongan,
        cpns=cpns,
        hukdis=hukdis,
        rincian=rincian,
        sebab=sebab,
    )


def faktor_saya(*, aktor: Aktor, bulan: dt.date) -> tuple[AturanTunjangan, FaktorOrang] | None:
    """Return the rule and the aktor's own month; None without a rule or an assignment."""
    aturan = aturan_pada(instansi_id=aktor.instansi_id, pada=akhir_bulan(bulan))
    tugas = (
        orang_dibayar(instansi_id=aktor.instansi_id, bulan=bulan)
        .filter(pegawai_id=aktor.pegawai_id or 0)
        .first()
    )
    if aturan is None or tugas is None:
        return None
    return aturan, faktor_bulan(aturan=aturan, bulan=bulan, daftar=[tugas])[0]
