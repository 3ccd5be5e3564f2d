"""The rule of tukin or TPP on a day, and the factors of a month: no amount, no pagu.

A person's month is stricter class: only the person and the pengelola of the instansi.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DecimalField,
    IntegerField,
    Q,
    QuerySet,
    Value,
)
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.evaluasi.selectors.hasil import hasil_final
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.pelaksanaan.selectors.bagian import BagianTerverifikasi, bagian_terverifikasi
from tera.regulasi import tunjangan as hukum
from tera.regulasi.akumulasi import MasaPredikat
from tera.regulasi.galat import MasukanSalahError
from tera.regulasi.kategori import Predikat
from tera.tindak_lanjut.models import (
    AturanTunjangan,
    BacaanFaktor,
    DataBulanan,
    RekamDisiplin,
)

PERSEN = Decimal(100)
PERSERATUS = Decimal("0.01")
NOL, SATU = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class FaktorOrang:
    """One person's month, as it goes to payroll.

    Attributes:
        periode: the period whose predikat counts; empty when none does yet.
        capaian: None: the rule takes it from verified reports, and there is nothing to count.
        faktor: None: not computable yet, ``sebab`` says why.
    """

    pegawai: Pegawai
    unit: str
    periode: str
    predikat: str
    capaian: Decimal | None
    potongan_kehadiran: Decimal
    # Daily reports that weren't as expected; None: the rule doesn't count them, or nobody told.
    laporan: int | None
    # A month without any daily report, where the rule cuts for it.
    tanpa_laporan: bool
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
    def persen_capaian(self) -> Decimal | None:
        """The month's work in percent."""
        return None if self.capaian is None else (self.capaian * PERSEN).quantize(PERSERATUS)

    @property
    def persen_potongan(self) -> Decimal:
        """The cut for attendance in percent."""
        return self.potongan_kehadiran * PERSEN

    @property
    def persen_laporan(self) -> Decimal | None:
        """What is left of the work's weight after the cut for daily reports, in percent."""
        return None if self.rincian is None else self.rincian.laporan * PERSEN

    @property
    def potongan_laporan(self) -> Decimal | None:
        """The cut for daily reports in percent of the work's weight."""
        return None if self.persen_laporan is None else PERSEN - self.persen_laporan

    @property
    def potongan_tanpa_laporan(self) -> Decimal | None:
        """The cut for a month without any daily report, in percent of what the rule says."""
        return None if self.rincian is None else (SATU - self.rincian.tanpa_laporan) * PERSEN


def daftar_aturan(*, instansi_id: int) -> QuerySet[AturanTunjangan]:
    """Return the versions that weren't taken back, newest first."""
    return AturanTunjangan.objects.filter(
        instansi_id=instansi_id, dicabut_at__isnull=True
    ).order_by("-berlaku_mulai")


def aturan_pada(*, instansi_id: int, pada: dt.date, kunci: bool = False) -> AturanTunjangan | None:
    """Return the version in force on the day; None before the first.

    ``kunci``: hold it against others who log a reading in its chain.
    """
    daftar = daftar_aturan(instansi_id=instansi_id).filter(berlaku_mulai__lte=pada)
    return (daftar.select_for_update(of=("self",)) if kunci else daftar).first()


def akhir_aturan(aturan: AturanTunjangan) -> dt.date | None:
    """Return the last day of a version: the day before the next one; None: still open."""
    berikut = (
        daftar_aturan(instansi_id=aturan.instansi_id)
        .filter(berlaku_mulai__gt=aturan.berlaku_mulai)
        .order_by("berlaku_mulai")
        .first()
    )
    return berikut.berlaku_mulai - dt.timedelta(days=1) if berikut else None


def sebagai_hukum(aturan: AturanTunjangan, bulan: dt.date | None = None) -> hukum.AturanTunjangan:
    """Return the rule as the law room computes with it; fractions instead of percents.

    ``bulan``: the month whose table of daily reports counts; None: of the rule's first day.

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
        faktor_laporan=tabel_laporan(aturan, bulan or aturan.berlaku_mulai),
        potongan_tanpa_laporan=aturan.potongan_tanpa_laporan / PERSEN,
        tanpa_laporan_dikenai=hukum.Dikenai(aturan.tanpa_laporan_dikenai),
        faktor_cpns=aturan.faktor_cpns / PERSEN,
        potongan_hukdis=aturan.potongan_hukdis / PERSEN,
        pembulatan=hukum.PembulatanRupiah(aturan.pembulatan),
    )


def tabel_laporan(aturan: AturanTunjangan, pada: dt.date) -> tuple[tuple[int | None, Decimal], ...]:
    """Return (most daily reports not as expected, factor) of the day's law; empty: not counted."""
    if aturan.tabel_laporan != AturanTunjangan.TabelLaporan.LH_BPLH:
        return ()
    hasil: tuple[tuple[int | None, Decimal], ...] = hukum.PRASET_LH_BPLH.pada(
        max(pada, hukum.PRASET_LH_BPLH.daftar[0].sejak)
    ).nilai["faktor_laporan"]
    return hasil


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
    """Return the factors of these people in a month: two queries, whatever their number.

    One more where the rule takes the month's work from verified reports.
    """
    pk = [satu.pegawai_id for satu in daftar]
    rumus = sebagai_hukum(aturan, awal_bulan(bulan))
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
    data, hukdis = _data_dan_hukdis(pk, bulan)
    laporan: Mapping[int, BagianTerverifikasi] | None = None
    if aturan.sumber_capaian == AturanTunjangan.SumberCapaian.LAPORAN:
        laporan = bagian_terverifikasi(
            instansi_id=aturan.instansi_id,
            daftar_penugasan=[satu.pk for satu in daftar],
            awal=awal_bulan(bulan),
            akhir=akhir_bulan(bulan),
        )
    return [
        _faktor(
            rumus,
            bulan,
            satu,
            masa[satu.pegawai_id],
            data.get(satu.pegawai_id),
            hukdis.get(satu.pegawai_id),
            laporan,
        )
        for satu in daftar
    ]


def _data_dan_hukdis(
    pk: Sequence[int], bulan: dt.date
) -> tuple[dict[int, DataBulanan], dict[int, bool]]:
    """Return what attendance says of the month, and who is punished in it: one query.

    A punishment that reaches into the month → whether it has no last day.
    """
    persen = DecimalField(max_digits=5, decimal_places=2)
    kosong = (
        Value(None, persen), Value(None, persen), Value(None, IntegerField()),
        Value(False, BooleanField()),
    )  # fmt: skip
    semua = (
        DataBulanan.objects.filter(pegawai_id__in=pk, bulan=awal_bulan(bulan))
        .order_by()
        .values_list(
            Value("data", CharField()), "pegawai_id", "potongan_kehadiran", "capaian",
            "laporan_tidak_sesuai", "tanpa_laporan", Value(None, DateField()),
        )
        .union(
            RekamDisiplin.objects.filter(
                Q(selesai__isnull=True) | Q(selesai__gte=awal_bulan(bulan)),
                pegawai_id__in=pk,
                jenis=RekamDisiplin.Jenis.HUKDIS_SEDANG,
                dicabut_at__isnull=True,
                mulai__lte=akhir_bulan(bulan),
            )
            .order_by()
            .values_list(Value("hukdis", CharField()), "pegawai_id", *kosong, "selesai"),
            all=True,
        )
    )  # fmt: skip
    data: dict[int, DataBulanan] = {}
    hukdis: dict[int, bool] = {}
    for hal, pegawai, potongan, capaian, laporan, tanpa, selesai in semua:
        if hal == "data":
            data[pegawai] = DataBulanan(
                pegawai_id=pegawai, bulan=awal_bulan(bulan), potongan_kehadiran=potongan,
                capaian=capaian, laporan_tidak_sesuai=laporan, tanpa_laporan=bool(tanpa),
            )  # fmt: skip
        else:
            hukdis[pegawai] = hukdis.get(pegawai, False) or selesai is None
    return data, hukdis


def _capaian(
    tugas: Penugasan,
    data: DataBulanan | None,
    laporan: Mapping[int, BagianTerverifikasi] | None,
) -> Decimal | None:
    if laporan is None:
        return data.capaian / PERSEN if data else SATU
    bagian = laporan.get(tugas.pk)
    return None if bagian is None else bagian.bagian


def _faktor(
    rumus: hukum.AturanTunjangan,
    bulan: dt.date,
    tugas: Penugasan,
    masa: list[MasaPredikat],
    data: DataBulanan | None,
    hukdis: bool | None,
    laporan: Mapping[int, BagianTerverifikasi] | None,
) -> FaktorOrang:
    """``hukdis``: None: none; True: one without a last day, so how long it cuts isn't known."""
    dipakai = hukum.predikat_bulan(
        saat_berlaku=rumus.saat_berlaku, tahun=bulan.year, bulan=bulan.month, daftar=masa
    )
    capaian = _capaian(tugas, data, laporan)
    potongan = data.potongan_kehadiran / PERSEN if data else NOL
    cpns = tugas.pegawai.status == "cpns"
    tidak_sesuai = data.laporan_tidak_sesuai if data and rumus.faktor_laporan else None
    tanpa = bool(data and data.tanpa_laporan and rumus.potongan_tanpa_laporan)
    rincian, sebab = None, ""
    try:
        if hukdis:
            raise MasukanSalahError(
                _(
                    "Hukuman disiplin sedangnya belum punya tanggal selesai, jadi lamanya "
                    "potongan belum diketahui. Lengkapi rekamnya."
                )
            )
        if capaian is None:
            raise MasukanSalahError(
                _(
                    "Capaian belum bisa dihitung: belum ada SKP yang ditetapkan, atau belum ada "
                    "periode bulanan atau triwulan yang memuat bulan ini."
                )
            )
        rincian = hukum.faktor_tunjangan(
            aturan=rumus,
            predikat=dipakai.predikat if dipakai else None,
            capaian=capaian,
            potongan_kehadiran=potongan,
            cpns=cpns,
            hukdis_sedang=hukdis is not None,
            laporan_tidak_sesuai=tidak_sesuai or 0,
            tanpa_laporan=tanpa,
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
        laporan=tidak_sesuai,
        tanpa_laporan=tanpa,
        cpns=cpns,
        hukdis=hukdis is not None,
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


def pembaca_faktor(*, aktor: Aktor) -> list[BacaanFaktor]:
    """Return who opened or took out the aktor's months, newest first: two queries, at most 50.

    An export holds everybody of its month; one is in it when one had an assignment on its last day.
    """
    saya = aktor.pegawai_id or 0
    masa = list(
        Penugasan.objects.filter(pegawai_id=saya, jenis="definitif").values_list("sejak", "sampai")
    )
    daftar = (
        BacaanFaktor.objects.filter(
            Q(pegawai_id=saya) | Q(pegawai__isnull=True), instansi_id=aktor.instansi_id
        )
        .exclude(pembaca_id=saya)
        .select_related("pembaca")
        .order_by("-pk")[:200]
    )
    return [
        satu
        for satu in daftar
        if satu.pegawai_id == saya
        or any(
            sejak <= akhir_bulan(satu.bulan)
            and (sampai is None or sampai >= akhir_bulan(satu.bulan))
            for sejak, sampai in masa
        )
    ][:50]
