"""Final results write the follow-ups that the rules ask for, many at once; nothing is decided."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from tera.evaluasi.models import Evaluasi, HasilTerdahulu
from tera.evaluasi.selectors.hasil import HasilPredikat, tahunan_per_orang
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, JenisPeriode, Pegawai, Penugasan, StatusPegawai
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.alur.tindakan import BERJALAN
from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kategori import JenisJabatan, JenisPegawai, Predikat
from tera.regulasi.tindak_lanjut import LEMAH, JenisTindak, Tindak, tambah_bulan, tindak_lanjut
from tera.tindak_lanjut.models import TindakLanjut
from tera.tindak_lanjut.services.tindakan.hasil_tulis import (
    ALASAN_PUTUSAN,
    ALASAN_TAHUN,
    ALASAN_TAHUN_LALU,
    SEBAB_TAHUN_LALU,
    tulis_banyak,
    tutup_banyak,
)

POTONG = 1000
PPPK = frozenset({StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU})
DINILAI = frozenset({StatusPegawai.PNS, StatusPegawai.CPNS, *PPPK})


def dasar_rekaman(daftar: Iterable[Dasar]) -> list[dict[str, str]]:
    """The bases as they are kept with the follow-up."""
    return [
        {"peraturan": satu.peraturan, "letak": satu.letak, "mutu": satu.mutu.value}
        for satu in daftar
    ]


@dataclass(frozen=True, slots=True)
class _Fakta:
    """What the rules ask of one result, whichever table it is in."""

    pegawai: Pegawai
    unit_id: int
    tahun: int
    periodik: bool
    predikat: str
    jenis_jabatan: str
    menjabat_sejak: dt.date
    hari: dt.date
    selesai: dt.date
    evaluasi: Evaluasi | None = None
    terdahulu: HasilTerdahulu | None = None
    # Looked at anew because the year before it changed.
    menyusul: bool = False

    @property
    def kunci(self) -> tuple[int | None, int | None]:
        """The pair of keys: one of them is None."""
        return (
            self.evaluasi.pk if self.evaluasi else None,
            self.terdahulu.pk if self.terdahulu else None,
        )


def catat_semua(*, instansi: Instansi, pada: dt.date, antar: bool = True) -> int:
    """Look at every final result that has none yet: after an update, and for the demo."""
    pks = list(
        Evaluasi.objects.filter(
            instansi=instansi,
            status__in=[Evaluasi.Status.FINAL, Evaluasi.Status.DIPUTUS],
            predikat__in=[Predikat.SANGAT_BAIK, *LEMAH],
            daftar_tindak_lanjut__isnull=True,
        )
        .order_by("periode__selesai", "pk")
        .values_list("pk", flat=True)
    )
    return sum(
        catat_tindak_lanjut(
            instansi=instansi, daftar_evaluasi=pks[awal : awal + POTONG], pada=pada, antar=antar
        )
        for awal in range(0, len(pks), POTONG)
    )


@transaction.atomic
def catat_tindak_lanjut(
    *, instansi: Instansi, daftar_evaluasi: Collection[int], pada: dt.date, antar: bool = True
) -> int:
    """Write what these final results ask for; a follow-up that no longer applies is closed.

    Safe to repeat: a result has one follow-up of a kind. Returns how many are new.
    """
    diminta = set(daftar_evaluasi)
    daftar = list(_final(instansi).filter(pk__in=diminta).order_by("periode__tahun", "pk"))
    # The year after an objection decided late stands on the year that changed: look at it anew.
    daftar += [
        satu
        for satu in _final(instansi)
        .filter(
            periode__jenis=JenisPeriode.TAHUNAN,
            periode__tahun__in={satu.periode.tahun + 1 for satu in daftar if _diputus(satu)},
            pegawai__in={satu.pegawai_id for satu in daftar if _diputus(satu)},
            predikat=Predikat.SANGAT_BAIK,
        )
        .order_by("periode__tahun", "pk")
        if satu.pk not in diminta
    ]
    fakta = [
        _Fakta(
            pegawai=satu.pegawai,
            unit_id=satu.unit_id,
            tahun=satu.periode.tahun,
            periodik=satu.periode.jenis != JenisPeriode.TAHUNAN,
            predikat=satu.predikat,
            jenis_jabatan=satu.skp.penugasan.jabatan.jenis,
            menjabat_sejak=satu.skp.penugasan.sejak,
            hari=_hari_hasil(satu),
            selesai=satu.periode.selesai,
            evaluasi=satu,
            menyusul=satu.pk not in diminta,
        )
        for satu in daftar
    ]
    return _catat(instansi, fakta, pada, antar=antar)


def _final(instansi: Instansi) -> QuerySet[Evaluasi]:
    return (
        Evaluasi.objects.filter(
            instansi=instansi, status__in=[Evaluasi.Status.FINAL, Evaluasi.Status.DIPUTUS]
        )
        .exclude(predikat="")
        .select_related("periode", "pegawai", "skp__penugasan__jabatan")
    )


def _diputus(satu: Evaluasi) -> bool:
    """Whether the yearly result was decided on an objection."""
    return satu.status == Evaluasi.Status.DIPUTUS and satu.periode.jenis == JenisPeriode.TAHUNAN


@transaction.atomic
def catat_terdahulu(*, instansi: Instansi, pada: dt.date, antar: bool = True) -> int:
    """The same for last year's results imported from before Tera; older ones ask for nothing."""
    penugasan = Penugasan.objects.filter(berlaku_pada(pada), pegawai=OuterRef("pegawai")).order_by(
        "jenis", "-sejak"
    )
    daftar = list(
        HasilTerdahulu.objects.filter(
            instansi=instansi,
            tahun=pada.year - 1,
            bulan_selesai=12,
            predikat__in=[Predikat.SANGAT_BAIK, *LEMAH],
            daftar_tindak_lanjut__isnull=True,
        )
        .annotate(tugas=Subquery(penugasan.values("pk")[:1]))
        .select_related("pegawai")
        .order_by("pk")
    )
    tugas = Penugasan.objects.select_related("jabatan").in_bulk(
        {satu.tugas for satu in daftar if satu.tugas}
    )
    fakta = [
        _Fakta(
            pegawai=satu.pegawai,
            unit_id=kini.unit_id,
            tahun=satu.tahun,
            periodik=False,
            predikat=satu.predikat,
            jenis_jabatan=kini.jabatan.jenis,
            menjabat_sejak=kini.sejak,
            # The day it was set isn't in the sheet: the six months begin when Tera learns of it.
            hari=pada,
            selesai=dt.date(satu.tahun, 12, 31),
            terdahulu=satu,
        )
        for satu in daftar
        if (kini := tugas.get(satu.tugas)) is not None
    ]
    return _catat(instansi, fakta, pada, antar=antar)


def _catat(instansi: Instansi, daftar: list[_Fakta], pada: dt.date, *, antar: bool) -> int:
    if not daftar:
        return 0
    atur = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    tahun = {satu.tahun for satu in daftar}
    orang = {satu.pegawai.pk for satu in daftar}
    lalu = tahunan_per_orang(
        instansi_id=instansi.pk,
        dari_tahun=min(tahun) - 1,
        sampai_tahun=max(tahun) + 1,
        pegawai=orang,
    )
    ada = list(TindakLanjut.objects.filter(instansi=instansi, pegawai_id__in=orang))
    sudah = {((satu.evaluasi_id, satu.terdahulu_id), satu.jenis) for satu in ada}
    pembinaan = {
        (satu.pegawai_id, satu.tahun)
        for satu in ada
        if satu.status != TindakLanjut.Status.DITUTUP and satu.jenis != TindakLanjut.Jenis.PRIORITAS
    }
    baru: list[TindakLanjut] = []
    tutup: list[tuple[TindakLanjut, str]] = []
    for satu in daftar:
        tindak = _yang_menyusul(satu, lalu, atur)
        tutup += _yang_tidak_berlaku(satu, {str(t.jenis) for t in tindak}, ada)
        for t in tindak:
            kunci = (satu.pegawai.pk, satu.tahun)
            # One weak quarter is coached once, not each quarter anew.
            if (satu.kunci, str(t.jenis)) in sudah or (satu.periodik and kunci in pembinaan):
                continue
            if t.jenis != JenisTindak.PRIORITAS:
                pembinaan.add(kunci)
            sudah.add((satu.kunci, str(t.jenis)))
            baru.append(_baris(satu, t, lalu, pada, instansi))
    tutup_banyak(instansi, tutup, pada)
    tulis_banyak(instansi, baru, antar=antar)
    return len(baru)


def _yang_tidak_berlaku(
    satu: _Fakta, jenis: set[str], ada: list[TindakLanjut]
) -> list[tuple[TindakLanjut, str]]:
    """What a decided objection, or the next year's result, leaves without ground."""
    hasil = [
        (s, ALASAN_TAHUN_LALU if satu.menyusul else ALASAN_PUTUSAN)
        for s in ada
        if (s.evaluasi_id, s.terdahulu_id) == satu.kunci
        and s.jenis not in jenis
        and s.status in BERJALAN
    ]
    if not satu.periodik:
        hasil += [
            (s, ALASAN_TAHUN)
            for s in ada
            if s.pegawai_id == satu.pegawai.pk
            and s.jenis == TindakLanjut.Jenis.PRIORITAS
            and s.tahun < satu.tahun
            and s.status in BERJALAN
        ]
    return hasil


def _yang_menyusul(
    satu: _Fakta, lalu: dict[int, dict[int, HasilPredikat]], atur: dict[str, Any]
) -> tuple[Tindak, ...]:
    predikat = Predikat(satu.predikat)
    jenis = satu.jenis_jabatan
    if satu.pegawai.status not in DINILAI or jenis not in tuple(JenisJabatan):
        return ()
    if satu.periodik and (predikat not in LEMAH or not atur["tindakan.dari_periodik"]):
        return ()
    milik = lalu.get(satu.pegawai.pk, {})
    sebelum, kini = milik.get(satu.tahun - 1), milik.get(satu.tahun)
    # With several plans in a year the priority list stands on the year's last one.
    penentu = kini is None or satu.evaluasi is None or kini.evaluasi_id == satu.evaluasi.pk
    # Priority follows the newest year: one decided late adds nobody to an older list.
    penentu = penentu and satu.tahun + 1 not in milik
    try:
        tindak = tindak_lanjut(
            predikat=predikat,
            predikat_lalu=Predikat(sebelum.predikat) if sebelum and penentu else None,
            jenis_jabatan=JenisJabatan(jenis),
            status=JenisPegawai.PPPK if satu.pegawai.status in PPPK else JenisPegawai.PNS,
            ditetapkan_pada=satu.hari,
            setahun_menjabat=tambah_bulan(satu.menjabat_sejak, 12)
            <= satu.selesai + dt.timedelta(days=1),
            pemicu=() if satu.periodik else _pemicu(atur[f"tindakan.pemicu_{_kelompok(jenis)}"]),
        )
    except BelumDiaturError:
        return ()
    return tuple(t for t in tindak if not satu.periodik or t.jenis == JenisTindak.PEMBINAAN)


def _hari_hasil(satu: Evaluasi) -> dt.date:
    """The day the result that stands was set: of a decided objection the decision's."""
    putusan = satu.rekaman.get("keberatan") if isinstance(satu.rekaman, dict) else None
    if putusan and putusan.get("diputus"):
        return dt.date.fromisoformat(putusan["diputus"])
    return satu.ditetapkan_pada or satu.periode.selesai


def _kelompok(jenis: str) -> str:
    return "jpt" if jenis.startswith("jpt_") else jenis


def _pemicu(pilihan: str) -> Collection[Predikat] | None:
    """The instansi's trigger set; None: the shipped one."""
    return {
        "bawaan": None,
        "kurang": {Predikat.KURANG, Predikat.SANGAT_KURANG},
        "butuh_perbaikan": LEMAH,
        "sangat_kurang": {Predikat.SANGAT_KURANG},
    }[pilihan]


def _baris(
    satu: _Fakta,
    t: Tindak,
    lalu: dict[int, dict[int, HasilPredikat]],
    pada: dt.date,
    instansi: Instansi,
) -> TindakLanjut:
    sebelum = lalu.get(satu.pegawai.pk, {}).get(satu.tahun - 1)
    return TindakLanjut(
        instansi=instansi,
        pegawai=satu.pegawai,
        unit_id=satu.unit_id,
        evaluasi=satu.evaluasi,
        terdahulu=satu.terdahulu,
        jenis=str(t.jenis),
        asal="periodik" if satu.periodik else "tahunan",
        tahun=satu.tahun,
        predikat=satu.predikat,
        predikat_lalu=sebelum.predikat if sebelum and not satu.periodik else "",
        dibuat_pada=pada,
        tenggat=t.tenggat,
        dasar=dasar_rekaman(t.dasar),
        sebab=SEBAB_TAHUN_LALU if satu.menyusul else "",
    )
