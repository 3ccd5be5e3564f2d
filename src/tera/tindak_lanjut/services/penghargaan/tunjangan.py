"""The instansi's rule of tukin or TPP, the month's attendance, and the export for payroll."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Window
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.lembar import Sel
from tera.organisasi.models import Pegawai
from tera.organisasi.services.dasar_orang import salah
from tera.regulasi.galat import MasukanSalahError as AturanSalahError
from tera.tindak_lanjut.lembar_isian import HasilImpor, baca_tabel, teks_sel
from tera.tindak_lanjut.models import AturanTunjangan, BacaanFaktor, DataBulanan
from tera.tindak_lanjut.selectors.penghargaan.tunjangan import (
    FaktorOrang,
    akhir_bulan,
    aturan_pada,
    awal_bulan,
    faktor_bulan,
    orang_dibayar,
    sebagai_hukum,
)
from tera.tindak_lanjut.services.penghargaan.putaran import wajib_pengelola

KOLOM_KEHADIRAN = ("NIP", "POTONGAN")
KOLOM_BOLEH = ("CAPAIAN", "LAPORAN TIDAK SESUAI", "TANPA LAPORAN")
KOLOM_FAKTOR = (
    "NIP", "Nama", "Unit", "Bulan", "Periode predikat", "Predikat", "Capaian (%)",
    "Potongan kehadiran (%)", "CPNS", "Hukuman disiplin sedang", "Faktor (%)", "Catatan",
    "Laporan tak sesuai", "Potongan laporan (%)", "Aturan", "Dasar aturan", "Berlaku mulai",
    "Berlaku sampai", "Tanpa laporan", "Potongan tanpa laporan (%)",
)  # fmt: skip
_YA, _TIDAK = frozenset({"ya", "y", "1"}), frozenset({"", "-", "tidak", "t", "0"})
#: More daily reports than the days of a month can't be meant.
LAPORAN_TERBANYAK = 31
#: People whose factors are asked together.
POTONG = 2000


@transaction.atomic
def catat_aturan(*, aktor: Aktor, isi: Mapping[str, Any], pada: dt.date) -> AturanTunjangan:
    """Write a version of the rule, in force from its first day until the next version.

    A version that is in force already isn't changed: the correction is a version of its own.

    Raises: TidakBerwenangError. MasukanSalahError: weights that don't add up, or a version with
    that first day.
    """
    wajib_pengelola(aktor, pada)
    satu = AturanTunjangan(instansi_id=aktor.instansi_id, dicatat_at=clock.sekarang(), **dict(isi))
    try:
        sebagai_hukum(satu)
    except AturanSalahError as galat:
        raise salah("bobot_kinerja", galat.pesan) from galat
    try:
        with transaction.atomic():
            satu.save()
    except IntegrityError as galat:
        raise salah(
            "berlaku_mulai", _("Sudah ada aturan yang mulai hari itu. Pilih hari lain.")
        ) from galat
    audit.catat_objek(aktor, "aturan_tunjangan", satu.pk, "catat", dict(isi))
    return satu


@transaction.atomic
def cabut_aturan(*, aktor: Aktor, aturan: AturanTunjangan, pada: dt.date) -> None:
    """Take back a version that isn't in force yet."""
    wajib_pengelola(aktor, pada)
    if aturan.berlaku_mulai <= pada:
        raise StatusTidakSesuaiError(
            _("Aturan ini sudah berlaku, jadi tetap tercatat. Catat versi baru untuk mengubahnya.")
        )
    AturanTunjangan.objects.filter(pk=aturan.pk).update(dicabut_at=clock.sekarang())
    audit.catat_objek(aktor, "aturan_tunjangan", aturan.pk, "cabut", {})


@transaction.atomic
def impor_kehadiran(
    *, aktor: Aktor, bulan: dt.date, nama: str, isi: bytes, pada: dt.date
) -> HasilImpor:
    """Read the month's attendance cuts (percent), perhaps with CAPAIAN; a second file replaces.

    Raises: TidakBerwenangError. MasukanSalahError: the file.
    """
    wajib_pengelola(aktor, pada)
    hasil = HasilImpor()
    per_nip = dict(
        Pegawai.objects.filter(instansi_id=aktor.instansi_id)
        .exclude(nip="")
        .values_list("nip", "pk")
    )
    baris: dict[int, DataBulanan] = {}
    for nomor, sel in baca_tabel(nama=nama, isi=isi, kolom=KOLOM_KEHADIRAN, boleh=KOLOM_BOLEH):
        pk = per_nip.get(teks_sel(sel["NIP"]).replace(" ", ""))
        if pk is None:
            hasil.ditolak.append((nomor, _("NIP tidak ditemukan di instansi ini.")))
            continue
        try:
            baris[pk] = DataBulanan(
                instansi_id=aktor.instansi_id,
                pegawai_id=pk,
                bulan=awal_bulan(bulan),
                potongan_kehadiran=_persen(sel["POTONGAN"], "POTONGAN"),
                capaian=_persen(sel["CAPAIAN"], "CAPAIAN")
                if teks_sel(sel["CAPAIAN"])
                else Decimal(100),
                **_laporan(sel),
                berkas=nama[:200],
                dicatat_at=clock.sekarang(),
            )
        except MasukanSalahError as galat:
            hasil.ditolak.append((nomor, galat.pesan))
    DataBulanan.objects.bulk_create(
        baris.values(),
        update_conflicts=True,
        unique_fields=["pegawai", "bulan"],
        update_fields=[
            "potongan_kehadiran",
            "capaian",
            "laporan_tidak_sesuai",
            "tanpa_laporan",
            "berkas",
            "dicatat_at",
        ],
        batch_size=500,
    )
    hasil.ditulis = len(baris)
    audit.catat_objek(
        aktor, "data_bulanan", bulan.year * 100 + bulan.month, "impor", {"baris": len(baris)}
    )
    return hasil


def _laporan(sel: Mapping[str, Sel]) -> dict[str, Any]:
    """What the sheet says of the month's daily reports."""
    tanda = teks_sel(sel["TANPA LAPORAN"]).casefold()
    if tanda not in {*_YA, *_TIDAK}:
        raise MasukanSalahError(
            _("TANPA LAPORAN “%(nilai)s” tidak dikenal. Tulis ya atau tidak.")
            % {"nilai": tanda[:40]}
        )
    jumlah = _jumlah_laporan(sel["LAPORAN TIDAK SESUAI"])
    if tanda in _YA and jumlah:
        raise MasukanSalahError(
            _(
                "Bulan ini bertanda TANPA LAPORAN, tetapi ada %(n)s laporan tidak sesuai. Betulkan "
                "salah satunya."
            )
            % {"n": jumlah}
        )
    return {"laporan_tidak_sesuai": jumlah, "tanpa_laporan": tanda in _YA}


def _jumlah_laporan(nilai: Sel) -> int | None:
    teks = teks_sel(nilai)
    if not teks:
        return None
    if not teks.isdecimal() or int(teks) > LAPORAN_TERBANYAK:
        raise MasukanSalahError(
            _("LAPORAN TIDAK SESUAI “%(nilai)s” bukan jumlah antara 0 dan %(batas)s.")
            % {"nilai": teks[:40], "batas": LAPORAN_TERBANYAK}
        )
    return int(teks)


def _persen(nilai: Sel, kolom: str) -> Decimal:
    teks = teks_sel(nilai).replace("%", "").replace(",", ".").strip()
    try:
        angka = Decimal(teks).quantize(Decimal("0.01"))
    except InvalidOperation:
        angka = Decimal(-1)
    if not 0 <= angka <= 100:
        raise MasukanSalahError(
            _("%(kolom)s “%(nilai)s” bukan persen antara 0 dan 100.")
            % {"kolom": kolom, "nilai": teks_sel(nilai)[:40]}
        )
    return angka


def baca_faktor(
    *,
    aktor: Aktor,
    bulan: dt.date,
    pada: dt.date,
    tujuan: str,
    awal: int = 0,
    jumlah: int | None = None,
) -> tuple[AturanTunjangan | None, list[FaktorOrang], int]:
    """Return (rule, factors, how many people in all) of a month and log the reading.

    Args:
        tujuan: ``layar`` or ``ekspor``. awal, jumlah: a page of the list; None: everybody.

    Raises: TidakBerwenangError: not the pengelola of the instansi.
    """
    wajib_pengelola(aktor, pada)
    selembar = jumlah is not None
    with transaction.atomic(savepoint=False):
        # A page is computed in a moment: the rule is held from the start, so that the chain of its
        # readings has one order. What takes everybody holds it only to write.
        aturan = aturan_pada(instansi_id=aktor.instansi_id, pada=akhir_bulan(bulan), kunci=selembar)
        if aturan is None:
            return None, [], 0
        semua = orang_dibayar(instansi_id=aktor.instansi_id, bulan=bulan)
        if jumlah is None:
            daftar = list(semua)
            n = len(daftar)
        else:
            # How many there are in all comes with the rows; past the last page there are none.
            daftar = list(semua.annotate(n_semua=Window(Count("pk")))[awal : awal + jumlah])
            n = daftar[0].n_semua if daftar else semua.count()  # type: ignore[attr-defined]
        hasil: list[FaktorOrang] = []
        for mulai in range(0, len(daftar), POTONG):
            hasil += faktor_bulan(aturan=aturan, bulan=bulan, daftar=daftar[mulai : mulai + POTONG])
        orang = [satu.pegawai.pk for satu in hasil]
        if not selembar:
            AturanTunjangan.objects.select_for_update(of=("self",)).get(pk=aturan.pk)
        _catat_bacaan(aktor, bulan, tujuan, orang)
        audit.catat_objek(
            aktor,
            "aturan_tunjangan",
            aturan.pk,
            "baca_faktor",
            {"bulan": bulan, "tujuan": tujuan, "orang": orang},
        )
    return aturan, hasil, n


def _catat_bacaan(aktor: Aktor, bulan: dt.date, tujuan: str, orang: list[int]) -> None:
    """Keep who opened whose month, so that the person can see it; an export is one row for all."""
    if aktor.pegawai_id is None or not orang:
        return
    semua = tujuan == BacaanFaktor.Tujuan.EKSPOR
    BacaanFaktor.objects.bulk_create(
        BacaanFaktor(
            instansi_id=aktor.instansi_id,
            pegawai_id=pegawai,
            pembaca_id=aktor.pegawai_id,
            bulan=awal_bulan(bulan),
            tujuan=tujuan,
            dibaca_at=clock.sekarang(),
        )
        for pegawai in ([None] if semua else orang)
        if pegawai != aktor.pegawai_id
    )


def baris_faktor(
    satu: FaktorOrang, bulan: dt.date, aturan: AturanTunjangan, sampai: dt.date | None
) -> list[Any]:
    """Return one row of the export, in the order of ``KOLOM_FAKTOR``, with the rule it stands on.

    ``sampai``: the rule's last day; None: still open.
    """
    return [
        satu.pegawai.nip,
        satu.pegawai.nama_lengkap,
        satu.unit,
        f"{bulan:%m-%Y}",
        satu.periode,
        satu.predikat,
        None if satu.persen_capaian is None else float(satu.persen_capaian),
        float(satu.potongan_kehadiran * 100),
        "ya" if satu.cpns else "tidak",
        "ya" if satu.hukdis else "tidak",
        None if satu.faktor is None else float(satu.faktor * 100),
        satu.sebab,
        satu.laporan,
        None if satu.potongan_laporan is None else float(satu.potongan_laporan),
        aturan.nama,
        aturan.dasar,
        f"{aturan.berlaku_mulai:%d-%m-%Y}",
        f"{sampai:%d-%m-%Y}" if sampai else "",
        "ya" if satu.tanpa_laporan else "tidak",
        None if satu.potongan_tanpa_laporan is None else float(satu.potongan_tanpa_laporan),
    ]
