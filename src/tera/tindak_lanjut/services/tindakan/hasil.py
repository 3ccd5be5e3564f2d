"""Final results write the follow-ups that the rules ask for, many at once; nothing is decided."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from tera.core import clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.hasil import tahunan_per_orang
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, JenisPeriode, StatusPegawai
from tera.regulasi.alur.tindakan import BERJALAN
from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kategori import JenisJabatan, JenisPegawai, Predikat
from tera.regulasi.tindak_lanjut import LEMAH, JenisTindak, Tindak, tambah_bulan, tindak_lanjut
from tera.tindak_lanjut.models import RencanaPerbaikan, TindakLanjut

POTONG = 1000
#: Kept in Indonesian: reasons the system writes.
ALASAN_PUTUSAN = "Putusan keberatan mengubah hasilnya, jadi tindak lanjut ini tidak berlaku lagi."
ALASAN_TAHUN = "Hasil tahun berikutnya sudah ada; daftar prioritas mengikuti hasil terbaru."
PPPK = frozenset({StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU})
DINILAI = frozenset({StatusPegawai.PNS, StatusPegawai.CPNS, *PPPK})


def dasar_rekaman(daftar: Iterable[Dasar]) -> list[dict[str, str]]:
    """The bases as they are kept with the follow-up."""
    return [
        {"peraturan": satu.peraturan, "letak": satu.letak, "mutu": satu.mutu.value}
        for satu in daftar
    ]


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
    daftar = list(
        Evaluasi.objects.filter(
            instansi=instansi,
            pk__in=daftar_evaluasi,
            status__in=[Evaluasi.Status.FINAL, Evaluasi.Status.DIPUTUS],
        )
        .exclude(predikat="")
        .select_related("periode", "pegawai", "skp__penugasan__jabatan", "unit")
        .order_by("pk")
    )
    if not daftar:
        return 0
    atur = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    tahun = {satu.periode.tahun for satu in daftar}
    lalu = tahunan_per_orang(
        instansi_id=instansi.pk,
        dari_tahun=min(tahun) - 1,
        sampai_tahun=max(tahun),
        pegawai={satu.pegawai_id for satu in daftar},
    )
    ada = list(
        TindakLanjut.objects.filter(
            instansi=instansi, pegawai_id__in={satu.pegawai_id for satu in daftar}
        )
    )
    sudah = {(satu.evaluasi_id, satu.jenis) for satu in ada}
    pembinaan = {
        (satu.pegawai_id, satu.tahun)
        for satu in ada
        if satu.status in BERJALAN and satu.jenis != TindakLanjut.Jenis.PRIORITAS
    }
    baru: list[TindakLanjut] = []
    tutup: list[tuple[TindakLanjut, str]] = []
    for satu in daftar:
        tindak = _yang_menyusul(satu, lalu, atur)
        jenis = {str(t.jenis) for t in tindak}
        tutup += [
            (s, ALASAN_PUTUSAN)
            for s in ada
            if s.evaluasi_id == satu.pk and s.jenis not in jenis and s.status in BERJALAN
        ]
        if satu.periode.jenis == JenisPeriode.TAHUNAN:
            tutup += [
                (s, ALASAN_TAHUN)
                for s in ada
                if s.pegawai_id == satu.pegawai_id
                and s.jenis == TindakLanjut.Jenis.PRIORITAS
                and s.tahun < satu.periode.tahun
                and s.status in BERJALAN
            ]
        for t in tindak:
            if (satu.pk, str(t.jenis)) in sudah:
                continue
            periodik = satu.periode.jenis != JenisPeriode.TAHUNAN
            kunci = (satu.pegawai_id, satu.periode.tahun)
            # One weak quarter is coached once, not each quarter anew.
            if periodik and kunci in pembinaan:
                continue
            if t.jenis != JenisTindak.PRIORITAS:
                pembinaan.add(kunci)
            sudah.add((satu.pk, str(t.jenis)))
            baru.append(_baris(satu, t, lalu, pada, periodik=periodik))
    _tutup(instansi, tutup, pada)
    _tulis(instansi, baru, antar=antar)
    return len(baru)


def _yang_menyusul(
    satu: Evaluasi, lalu: dict[int, Any], atur: dict[str, Any]
) -> tuple[Tindak, ...]:
    if satu.pegawai.status not in DINILAI:
        return ()
    predikat = Predikat(satu.predikat)
    hari = _hari_hasil(satu)
    jenis = satu.skp.penugasan.jabatan.jenis
    if jenis not in tuple(JenisJabatan):
        return ()
    penugasan = satu.skp.penugasan
    tahunan = satu.periode.jenis == JenisPeriode.TAHUNAN
    if not tahunan and (predikat not in LEMAH or not atur["tindakan.dari_periodik"]):
        return ()
    sebelum = lalu.get(satu.pegawai_id, {}).get(satu.periode.tahun - 1)
    kini = lalu.get(satu.pegawai_id, {}).get(satu.periode.tahun)
    try:
        tindak = tindak_lanjut(
            predikat=predikat,
            # With several plans in a year the priority list stands on the year's last one.
            predikat_lalu=Predikat(sebelum.predikat)
            if sebelum and (kini is None or kini.evaluasi_id == satu.pk)
            else None,
            jenis_jabatan=JenisJabatan(jenis),
            status=JenisPegawai.PPPK if satu.pegawai.status in PPPK else JenisPegawai.PNS,
            ditetapkan_pada=hari,
            setahun_menjabat=tambah_bulan(penugasan.sejak, 12)
            <= satu.periode.selesai + dt.timedelta(days=1),
            pemicu=_pemicu(atur[f"tindakan.pemicu_{_kelompok(jenis)}"]) if tahunan else (),
        )
    except BelumDiaturError:
        return ()
    return tuple(t for t in tindak if tahunan or t.jenis == JenisTindak.PEMBINAAN)


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
    satu: Evaluasi, t: Tindak, lalu: dict[int, Any], pada: dt.date, *, periodik: bool
) -> TindakLanjut:
    sebelum = lalu.get(satu.pegawai_id, {}).get(satu.periode.tahun - 1)
    return TindakLanjut(
        instansi_id=satu.instansi_id,
        pegawai_id=satu.pegawai_id,
        unit_id=satu.unit_id,
        evaluasi=satu,
        jenis=str(t.jenis),
        asal="periodik" if periodik else "tahunan",
        tahun=satu.periode.tahun,
        predikat=satu.predikat,
        predikat_lalu=sebelum.predikat if sebelum and not periodik else "",
        dibuat_pada=pada,
        tenggat=t.tenggat,
        dasar=dasar_rekaman(t.dasar),
    )


def _tulis(instansi: Instansi, baru: list[TindakLanjut], *, antar: bool) -> None:
    if not baru:
        return
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    TindakLanjut.objects.bulk_create(baru)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="tindak_lanjut",
            aksi="usulkan",
            aktor=aktor,
            bidang={"jenis": satu.jenis, "evaluasi_id": satu.evaluasi_id, "tenggat": satu.tenggat},
        )
        for satu in baru
    )
    saat = clock.sekarang()
    kejadian.terbitkan_banyak(
        [
            (
                instansi.pk,
                "tindak_lanjut.usulkan",
                {
                    "id": satu.pk,
                    "pegawai_id": satu.pegawai_id,
                    # Who rated; who rates now finds it on home.
                    "penilai_id": satu.evaluasi.penilai_id,
                    "jenis": satu.jenis,
                },
                saat,
            )
            for satu in baru
        ],
        antar=antar,
    )


def _tutup(instansi: Instansi, daftar: list[tuple[TindakLanjut, str]], pada: dt.date) -> None:
    """Close what no longer applies, with its plan."""
    if not daftar:
        return
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    sekali = {satu.pk: (satu, alasan) for satu, alasan in daftar}
    jalankan_banyak(
        jenis="tindak_lanjut", aksi="tutup", aktor=sistem, pada=pada,
        daftar=[Giliran(satu, {"sistem"}, {}, alasan) for satu, alasan in sekali.values()],
    )  # fmt: skip
    batalkan_rencana(aktor=sistem, tindakan=list(sekali), pada=pada)


def batalkan_rencana(*, aktor: Aktor, tindakan: Collection[int], pada: dt.date) -> None:
    """End the plans of follow-ups that were closed."""
    rencana = list(
        RencanaPerbaikan.objects.select_for_update()
        .filter(tindakan_id__in=tindakan, status__in=["disusun", "diajukan", "berjalan"])
        .order_by("pk")
    )
    if rencana:
        jalankan_banyak(
            jenis="rencana_perbaikan", aksi="batalkan",
            aktor=Aktor.sistem(aktor.instansi_id, aktor.zona), pada=pada,
            daftar=[Giliran(satu, {"sistem"}, {}, "Tindak lanjutnya ditutup.") for satu in rencana],
        )  # fmt: skip
