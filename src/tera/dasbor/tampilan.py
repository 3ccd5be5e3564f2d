"""The dashboard as a page shows it: figures with their lists, charts, the table of units."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tera.antarmuka.format import tulis_angka, tulis_persen
from tera.antarmuka.tautan import alamat_rute
from tera.dasbor.kata import KATA
from tera.dasbor.permissions import PEMBACA
from tera.dasbor.selectors.angka import AngkaDasbor, Dasbor
from tera.dasbor.selectors.cakupan import LetakDasbor, PilihanPeriode
from tera.dasbor.selectors.daftar import AWALAN_PREDIKAT, DAFTAR_UKURAN
from tera.dasbor.selectors.opd import DasborOPD
from tera.evaluasi.models import CapaianOrganisasi, PilihanPredikat
from tera.evaluasi.tampilan.distribusi import pola
from tera.organisasi.models import UnitKerja
from tera.regulasi.distribusi import SUMBU_KURVA
from tera.regulasi.kategori import Predikat

#: Fewer delivered results than this: how many objected isn't said (as on the page of evaluations).
BATAS_KEBERATAN = 10
#: Units in one chart; the table below names all.
BATAS_BAGAN = 20
#: What waits, in the order of the year: who must act stands in ``KATA``.
MENUNGGU = (
    "skp_belum", "skp_draf", "skp_dikembalikan", "skp_diajukan", "belum_melapor", "capaian_tunggu",
    "evaluasi_belum_dibuka", "evaluasi_terbuka", "evaluasi_dinilai", "evaluasi_belum_sampai",
    "belum_ikut",
)  # fmt: skip
LEWAT = ("skp_terlambat", "evaluasi_terlambat")


@dataclass(frozen=True, slots=True)
class Kartu:
    """One figure: ``arah`` says where it went since last year, ``nada`` whether that worries."""

    label: str
    nilai: str
    keterangan: str = ""
    url: str = ""
    nada: str = "netral"
    arah: str = ""


def alamat_daftar(unit_pk: int, ukuran: str, pilihan: PilihanPeriode) -> str:
    """Return the address of the list behind a number."""
    return f"{alamat_rute('dasbor:daftar', unit_pk, kata=(ukuran,))}?{tanya(pilihan)}"


def tanya(pilihan: PilihanPeriode) -> str:
    """Return the words of an address that name the period."""
    return urlencode({"tahun": pilihan.tahun, "periode": pilihan.periode.pk})


def konteks_dasbor(
    *, hasil: Dasbor, letak: LetakDasbor, pilihan: PilihanPeriode, pada: dt.date
) -> dict[str, Any]:
    """Return what the page shows."""
    kolom = kolom_unit()
    return {
        "unit": hasil.unit,
        "induk": letak.induk,
        "pilihan": pilihan,
        "periode": hasil.periode,
        "tanya": tanya(pilihan),
        "total": hasil.total,
        "kartu": daftar_kartu(hasil, pilihan),
        "menunggu": menunggu(hasil, pilihan, pada),
        "lewat": lewat(hasil, pilihan),
        "bagan": bagan(hasil),
        "pola": predikat(hasil, pilihan, pada),
        "level": nama_level(hasil.total.level),
        "keberatan": keberatan(hasil),
        "kolom": kolom,
        "baris": [
            (
                satu.nama,
                alamat_rute("dasbor:unit", satu.pk),
                list(zip(kolom, tautan_unit(satu, pilihan), strict=True)),
            )
            for satu in hasil.daftar_anak
        ],
        "hari_ini": pada,
        # The review is the instansi's: its officers over the root find it there.
        "tinjauan": hasil.unit.induk_id is None and letak.petugas(*PEMBACA),
    }


def daftar_kartu(hasil: Dasbor, pilihan: PilihanPeriode) -> list[Kartu]:
    """The figures on top, each with the list behind it."""
    total, unit = hasil.total, hasil.unit.pk
    kartu = [
        _kartu_bagian(
            str(KATA["skp_ditetapkan"].judul), total.skp.ditetapkan, total.skp.wajib,
            total.persen_skp, alamat_daftar(unit, "skp_ditetapkan", pilihan),
        ),
        _kartu_waktu(hasil, alamat_daftar(unit, "lama_susun", pilihan)),
        _kartu_bagian(
            _("Predikat ditetapkan"), total.evaluasi.ditetapkan, total.evaluasi.jumlah,
            total.persen_evaluasi, alamat_daftar(unit, "evaluasi_ditetapkan", pilihan),
        ),
        _kartu_bagian(
            _("Partisipasi"), total.lain["ikut"], total.lain["wajib"], total.persen_ikut,
            alamat_daftar(unit, "ikut", pilihan),
        ),
        Kartu(
            str(KATA["target"].judul),
            _persen(total.persen_target),
            _("%(n)s dari %(dari)s indikator dilaporkan")
            % {
                "n": tulis_angka(total.lain["target"]),
                "dari": tulis_angka(total.lain["indikator"]),
            },
            alamat_daftar(unit, "target", pilihan),
        ),
        Kartu(
            str(KATA["capaian"].judul),
            tulis_angka(total.lain["capaian"]),
            _("%(n)s menunggu verifikasi") % {"n": tulis_angka(total.lain["capaian_tunggu"])},
            alamat_daftar(unit, "capaian", pilihan),
        ),
    ]  # fmt: skip
    if total.ikm.n:
        kartu.append(_kartu_ikm(hasil))
    return kartu


def _kartu_bagian(label: str, n: int, dari: int, persen: float | None, url: str) -> Kartu:
    keterangan = _("%(n)s dari %(dari)s orang") % {"n": tulis_angka(n), "dari": tulis_angka(dari)}
    return Kartu(label, _persen(persen), keterangan, url)


def _kartu_waktu(hasil: Dasbor, url: str) -> Kartu:
    """Days from a plan's first edit to its sending: the field's case went from seven to two."""
    kini, lalu = hasil.hari_susun, hasil.hari_susun_lalu
    arah = ""
    keterangan = _("hari, nilai tengah")
    if kini is not None and lalu is not None:
        beda = round(kini, 1) - round(lalu, 1)
        arah = "tetap" if beda == 0 else "turun" if beda < 0 else "naik"
        keterangan = _("hari, nilai tengah; tahun lalu %(n)s") % {"n": tulis_angka(lalu, 1)}
    return Kartu(
        str(KATA["lama_susun"].judul),
        _angka(kini),
        keterangan,
        url if hasil.total.disusun else "",
        arah=arah,
    )


def _kartu_ikm(hasil: Dasbor) -> Kartu:
    ikm = hasil.total.ikm
    if ikm.hasil is None:
        nilai = "–"
        keterangan = _("kurang dari %(n)s jawaban") % {"n": hasil.minimum}
    else:
        nilai = tulis_angka(ikm.hasil.nilai, 2)
        keterangan = _("mutu %(mutu)s, %(n)s jawaban warga") % {
            "mutu": ikm.hasil.mutu,
            "n": tulis_angka(ikm.n),
        }
    return Kartu(
        _("Indeks kepuasan masyarakat"),
        nilai,
        keterangan,
        reverse("umpan_balik:layanan_unit", args=[hasil.unit.pk]),
    )


def menunggu(hasil: Dasbor, pilihan: PilihanPeriode, pada: dt.date) -> list[dict[str, Any]]:
    """What waits, by step: how many, who must act, the list.

    An evaluation that isn't open waits for nobody while its period runs.
    """
    berjalan = pada <= hasil.periode.selesai
    daftar = [satu for satu in MENUNGGU if not (berjalan and satu == "evaluasi_belum_dibuka")]
    return [satu for kata in daftar if (satu := _baris_ukuran(hasil, pilihan, kata))["jumlah"]]


def lewat(hasil: Dasbor, pilihan: PilihanPeriode) -> list[dict[str, Any]]:
    """What is late, by step."""
    return [satu for kata in LEWAT if (satu := _baris_ukuran(hasil, pilihan, kata))["jumlah"]]


def _baris_ukuran(hasil: Dasbor, pilihan: PilihanPeriode, kata: str) -> dict[str, Any]:
    return {
        "judul": KATA[kata].judul,
        "penjelasan": KATA[kata].penjelasan,
        "jumlah": DAFTAR_UKURAN[kata].angka(hasil.total),
        "url": alamat_daftar(hasil.unit.pk, kata, pilihan),
    }


def predikat(hasil: Dasbor, pilihan: PilihanPeriode, pada: dt.date) -> list[dict[str, Any]]:
    """How many have which predikat beside the curve, with the list; empty before the first."""
    jumlah = hasil.total.evaluasi.predikat
    if not jumlah.total():
        return []
    daftar = pola({satu: jumlah[satu.value] for satu in Predikat}, hasil.total.level, pada)
    return [
        {**satu, "url": alamat_daftar(hasil.unit.pk, AWALAN_PREDIKAT + kata.value, pilihan)}
        for satu, kata in zip(daftar, SUMBU_KURVA, strict=True)
    ]


def keberatan(hasil: Dasbor) -> dict[str, Any] | None:
    """How many objected and how it ended; None before a result was delivered."""
    total = hasil.total
    disampaikan = total.evaluasi.disampaikan
    if not disampaikan:
        return None
    lain = total.lain
    return {
        "tampak": disampaikan >= BATAS_KEBERATAN,
        "batas": BATAS_KEBERATAN,
        "dari": disampaikan,
        "jumlah": lain["keberatan"],
        "tetap": lain["keberatan_tetap"],
        "berubah": lain["keberatan_berubah"],
        "berjalan": lain["keberatan"] - lain["keberatan_tetap"] - lain["keberatan_berubah"],
    }


def bagan(hasil: Dasbor) -> dict[str, Any]:
    """The charts of the units below: plans and evaluations by state."""
    ada = [satu for satu in hasil.daftar_anak if satu.skp.wajib][:BATAS_BAGAN]
    nilai = [satu for satu in hasil.daftar_anak if satu.evaluasi.jumlah][:BATAS_BAGAN]
    if hasil.total.evaluasi.status["belum_dibuka"] == hasil.total.evaluasi.jumlah:
        nilai = []
    return {
        "skp": _bertumpuk(
            ada,
            [
                (_("Ditetapkan"), lambda a: a.skp.ditetapkan),
                (_("Diajukan"), lambda a: a.skp.per_status.get("diajukan", 0)),
                (
                    _("Draf atau dikembalikan"),
                    lambda a: sum(
                        a.skp.per_status.get(satu, 0) for satu in ("draf", "dikembalikan")
                    ),
                ),
                (_("Belum membuat"), lambda a: a.skp.per_status.get("belum", 0)),
            ],
        ),
        "evaluasi": _bertumpuk(
            nilai,
            [
                (_("Ditetapkan"), lambda a: a.evaluasi.ditetapkan),
                (_("Dinilai"), lambda a: a.evaluasi.status["dinilai"]),
                (
                    _("Belum dinilai"),
                    lambda a: a.evaluasi.status["terbuka"] + a.evaluasi.status["belum_dibuka"],
                ),
            ],
        ),
        "predikat": _bertumpuk(
            [satu for satu in nilai if satu.evaluasi.predikat.total()],
            [(str(p.label), lambda a, p=p: a.evaluasi.predikat[p.value]) for p in PilihanPredikat],
        ),
    }


def _bertumpuk(daftar: Sequence[AngkaDasbor], seri: Sequence[Any]) -> dict[str, Any] | None:
    if len(daftar) < 2:
        return None
    isi = [(nama, [hitung(satu) for satu in daftar]) for nama, hitung in seri]
    return {
        "label": [satu.nama for satu in daftar],
        "seri": isi,
    }


def konteks_opd(hasil: DasborOPD, unit: UnitKerja, pilihan: PilihanPeriode) -> dict[str, Any]:
    """Return what the page of the OPDs shows: charts and the table."""
    kolom = kolom_unit()
    ada = [satu for satu in hasil.daftar if satu.skp.wajib or satu.evaluasi.jumlah]
    seri: list[tuple[str, list[tuple[str, float | None]]]] = [
        (_("SKP ditetapkan"), [(satu.nama, satu.persen_skp) for satu in ada]),
        (_("Predikat ditetapkan"), [(satu.nama, satu.persen_evaluasi) for satu in ada]),
        (_("Partisipasi"), [(satu.nama, satu.persen_ikut) for satu in ada]),
        (_("Target tercapai"), [(satu.nama, satu.persen_target) for satu in ada]),
    ]
    return {
        "bagan": [
            (judul, [(nama, round(nilai, 1)) for nama, nilai in isi if nilai is not None])
            for judul, isi in seri
        ],
        "kolom": kolom,
        "baris": [
            (
                satu.nama,
                alamat_rute("dasbor:unit", satu.pk),
                list(zip(kolom, tautan_unit(satu, pilihan, opd=satu.pk), strict=True)),
            )
            for satu in ada
        ],
        "luar": list(zip(kolom, tautan_unit(hasil.lain, pilihan, opd=unit.pk), strict=True))
        if hasil.lain.skp.wajib or hasil.lain.evaluasi.jumlah
        else [],
    }


def kolom_unit() -> tuple[str, ...]:
    """Return the headings of the table of units, after the unit itself."""
    return (
        pgettext("banyaknya", "Orang"), _("SKP"), _("Evaluasi"), _("Partisipasi"), _("Target"),
        _("Terlambat"), _("Capaian"), _("IKM"),
    )  # fmt: skip


def sel_unit(satu: AngkaDasbor) -> tuple[str, ...]:
    """Return one row of the table of units, in the order of ``kolom_unit``."""
    return (
        tulis_angka(satu.skp.wajib),
        _persen(satu.persen_skp),
        _persen(satu.persen_evaluasi),
        _persen(satu.persen_ikut),
        _persen(satu.persen_target),
        tulis_angka(satu.skp.terlambat + satu.evaluasi.banyak("terlambat")),
        nama_level(satu.level) or "–",
        tulis_angka(satu.ikm.hasil.nilai, 2) if satu.ikm.hasil else "–",
    )


#: The lists behind the columns of ``sel_unit``; what is late stands in two.
DAFTAR_KOLOM: tuple[str, ...] = (
    "skp_wajib", "skp_ditetapkan", "evaluasi_ditetapkan", "ikut", "target"
)  # fmt: skip


def tautan_unit(
    satu: AngkaDasbor, pilihan: PilihanPeriode, opd: int | None = None
) -> list[list[tuple[str, str]]]:
    """Return the row of a unit below as cells of text and address, "" where no list has a row.

    ``opd``: the unit whose lists are meant without the OPDs below it, as the row counts.
    """

    def alamat(kata: str) -> str:
        if not DAFTAR_UKURAN[kata].angka(satu):
            return ""
        if opd is None:
            return alamat_daftar(satu.pk, kata, pilihan)
        return alamat_daftar(opd, kata, pilihan) + "&opd=1"

    sel = [[(teks, "")] for teks in sel_unit(satu)]
    for letak, kata in enumerate(DAFTAR_KOLOM):
        sel[letak] = [(sel[letak][0][0], alamat(kata))]
    bagian = [
        (teks % {"n": tulis_angka(n)}, alamat(kata))
        for teks, kata in zip((_("%(n)s SKP"), _("%(n)s evaluasi")), LEWAT, strict=True)
        if (n := DAFTAR_UKURAN[kata].angka(satu))
    ]
    letak_lewat = len(DAFTAR_KOLOM)
    sel[letak_lewat] = bagian or sel[letak_lewat]
    return sel


def nama_level(level: str) -> str:
    """Return the word of a capaian, "" before it was set."""
    return str(CapaianOrganisasi.Level(level).label) if level else ""


def _persen(nilai: float | None) -> str:
    return "–" if nilai is None else tulis_persen(nilai, 0 if nilai in {0.0, 100.0} else 1)


def _angka(nilai: float | None) -> str:
    return "–" if nilai is None else tulis_angka(nilai, 1)
