"""Rows of a unit's list, on the page and in the spreadsheet."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tera.angka_kredit.models import PilihanJenjang
from tera.angka_kredit.selectors.unit import BarisUnit
from tera.angka_kredit.tampilan import PUTUSAN
from tera.antarmuka.format import tulis_tanggal_pendek
from tera.antarmuka.tautan import alamat
from tera.regulasi.kenaikan import Arah, HasilSyarat, Putusan

#: Kept in Indonesian: a document of the office.
KOLOM = (
    "NIP", "Nama", "Jabatan", "Jenjang", "Golongan", "TMT jenjang", "TMT golongan",
    "Angka kredit", "Kurang/lebih pangkat", "Kenaikan pangkat", "Pangkat paling awal",
    "Kurang/lebih jenjang", "Kenaikan jenjang", "Jenjang paling awal", "Yang belum",
)  # fmt: skip


def tindakan_pengelola(unit_pk: int, tahun: int) -> list[dict[str, str]]:
    """Return what a pengelola does less often with the list, for the menu above it."""
    siasn = alamat("angka_kredit.siasn", tahun, "xlsx")
    daftar = [
        (_("Unduh XLSX"), f"{reverse('angka_kredit:unit_unduh')}?unit={unit_pk}", "download"),
        (_("PAK %(tahun)s untuk SIASN") % {"tahun": tahun}, siasn, "send"),
        (_("Impor jenjang"), reverse("angka_kredit:impor"), "file-import"),
    ]
    return [{"label": kata, "url": url, "ikon": ikon} for kata, url, ikon in daftar if url]


def baris_tabel(baris: BarisUnit) -> dict[str, Any]:
    """Return one row of the page."""
    masa = baris.masa
    isi: dict[str, Any] = {
        "pegawai": masa.pegawai,
        "jenjang": masa.get_jenjang_display(),
        "golongan": masa.pegawai.golongan,
        "jumlah": baris.jumlah,
        "siap": baris.siap,
    }
    if baris.kelayakan is None:
        return isi | {"tanpa_hukum": True}
    return isi | {
        "pangkat": _arah(baris.kelayakan.pangkat, baris.tmt_pangkat),
        "naik": _arah(baris.kelayakan.jenjang, baris.tmt_jenjang),
    }


def _arah(arah: Arah, tmt: Any) -> dict[str, Any]:
    kata, nada = PUTUSAN[arah.putusan]
    tujuan = arah.tujuan
    if tujuan in PilihanJenjang.values:
        tujuan = str(PilihanJenjang(tujuan).label)
    return {
        "kata": kata,
        "nada": nada,
        "tujuan": tujuan,
        "selisih": arah.kelebihan,
        "dari_asal": arah.dari_asal,
        "kurang": -arah.kelebihan if arah.kelebihan is not None and arah.kelebihan < 0 else None,
        "tmt": tulis_tanggal_pendek(tmt) if tmt and arah.putusan is Putusan.BELUM else "",
    }


def baris_lembar(baris: BarisUnit) -> list[Any]:
    """Return one row of the spreadsheet."""
    masa, orang, layak = baris.masa, baris.masa.pegawai, baris.kelayakan
    isi: list[Any] = [
        orang.nip, orang.nama_lengkap, masa.jabatan, str(masa.get_jenjang_display()),
        orang.golongan, masa.mulai, orang.tmt_golongan, float(baris.jumlah),
    ]  # fmt: skip
    if layak is None:
        return [*isi, *[""] * 6, _("Golongan tidak dikenal")]
    for arah, tmt in ((layak.pangkat, baris.tmt_pangkat), (layak.jenjang, baris.tmt_jenjang)):
        isi += [
            float(arah.kelebihan) if arah.kelebihan is not None else "",
            str(PUTUSAN[arah.putusan][0]),
            tmt if tmt is not None else "",
        ]
    belum = [
        satu.rincian
        for arah in (layak.pangkat, layak.jenjang)
        for satu in arah.syarat
        if satu.hasil is not HasilSyarat.TERPENUHI
    ]
    return [*isi, " ".join(dict.fromkeys(belum))]
