"""The archive of PP 30/2019: years before the present method, imported once and only read."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.lembar import Sel
from tera.integrasi.models import ArsipPenilaian
from tera.integrasi.permissions import pastikan_petugas
from tera.integrasi.services.rekap import orang_per_nip, teks_sel
from tera.organisasi.services.impor.hasil import LaporanLembar
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.regulasi.arsip_pp30 import BobotPP30, nilai_pp30
from tera.regulasi.galat import RegulasiError
from tera.regulasi.nip import rapikan_nip

KOLOM = {
    "nip": ("NIP", "NIP Pegawai"),
    "tahun": ("Tahun", "Tahun Penilaian"),
    "skp": ("Nilai SKP", "SKP"),
    "perilaku": ("Nilai Perilaku", "Perilaku", "Nilai Perilaku Kerja"),
    "bobot": ("Bobot",),
    "ide": ("Ide Baru", "Ide/Cara Baru"),
}
WAJIB = ("nip", "tahun", "skp", "perilaku")
#: PP 30/2019 was operated until the year before PermenPANRB 6/2022 took over.
TAHUN = range(2019, 2022)
_YA = {"ya", "y", "1", "true", "ada"}


@dataclass(slots=True)
class HasilArsip(LaporanLembar):
    """What an archive file gave; ``tetap``: rows that stood already."""

    HITUNGAN: ClassVar[tuple[str, ...]] = ("tetap",)
    tetap: int = 0


@transaction.atomic
def impor_arsip(
    *, aktor: Aktor, nama_berkas: str, isi: bytes, pada: dt.date, periksa: bool = False
) -> HasilArsip:
    """Import years of PP 30/2019; number and predikat are computed by the rule of that time.

    Rows with a fault are reported and left out; a year already kept is never overwritten.

    Raises:
        TidakBerwenangError: not an officer. MasukanSalahError: no sheet has the columns.
    """
    pastikan_petugas(aktor=aktor, pada=pada)
    kepala, baris = cari_kepala(nama=nama_berkas, isi=isi, kamus=KOLOM, wajib=WAJIB)
    hasil = HasilArsip()
    bacaan: list[tuple[int, str, int, ArsipPenilaian]] = []
    for nomor, sel in baris:
        if all(teks_sel(satu) == "" for satu in sel):
            continue
        hasil.baris += 1
        try:
            bacaan.append((nomor, *_satu({k: kepala.sel(sel, k) for k in KOLOM}, nama_berkas)))
        except (RegulasiError, ValueError) as galat:
            hasil.tolak_baris(nomor, "", "isi_salah", str(galat))
    orang = orang_per_nip(aktor, [nip for _nomor, nip, _tahun, _arsip in bacaan])
    ada = set(
        ArsipPenilaian.objects.filter(instansi_id=aktor.instansi_id).values_list(
            "pegawai_id", "tahun"
        )
    )
    for nomor, nip, tahun, arsip in bacaan:
        pegawai = orang.get(nip)
        if pegawai is None:
            hasil.tolak_baris(nomor, "", "nip_tidak_dikenal", _(
                "NIP %(nip)s tidak ada pada instansi ini. Impor pegawainya dulu."
            ) % {"nip": nip})  # fmt: skip
            continue
        hasil.diterima += 1
        if (pegawai.pk, tahun) in ada:
            hasil.tetap += 1
            continue
        ada.add((pegawai.pk, tahun))
        if periksa:
            continue
        arsip.instansi_id = aktor.instansi_id
        arsip.pegawai = pegawai
        arsip.save()
        audit.catat_objek(
            aktor,
            "arsip",
            arsip.pk,
            "impor_arsip",
            {"tahun": tahun, "nilai": arsip.nilai, "predikat": arsip.predikat},
        )
    hasil.disimpan = not periksa
    hasil.rincian.sort(key=lambda r: r.baris)
    return hasil


def _satu(sel: dict[str, Sel], sumber: str) -> tuple[str, int, ArsipPenilaian]:
    if isinstance(sel["nip"], (int, float)):
        raise ValueError(_("NIP tersimpan sebagai angka. Ubah kolom NIP menjadi teks."))
    teks_tahun = teks_sel(sel["tahun"]).removesuffix(".0")
    if not teks_tahun.isdigit() or int(teks_tahun) not in TAHUN:
        raise ValueError(
            _("Tahun “%(tahun)s” di luar masa PP 30/2019 (%(awal)d–%(akhir)d).")
            % {"tahun": teks_tahun, "awal": TAHUN[0], "akhir": TAHUN[-1]}
        )
    bobot = BobotPP30((teks_sel(sel["bobot"]) or "70_30").replace("/", "_").replace(":", "_"))
    skp, perilaku = _angka(sel["skp"]), _angka(sel["perilaku"])
    ide = teks_sel(sel["ide"]).lower() in _YA
    nilai = nilai_pp30(nilai_skp=skp, nilai_perilaku=perilaku, bobot=bobot, ide_baru=ide)
    return (
        rapikan_nip(teks_sel(sel["nip"])),
        int(teks_tahun),
        ArsipPenilaian(
            tahun=int(teks_tahun),
            nilai_skp=skp,
            nilai_perilaku=perilaku,
            bobot=bobot.value,
            ide_baru=ide,
            nilai=nilai.nilai.quantize(Decimal("0.01")),
            predikat=nilai.predikat.value,
            dasar=[
                {"peraturan": d.peraturan, "letak": d.letak, "mutu": d.mutu.value}
                for d in nilai.dasar
            ],
            sumber=sumber[:200],
            diimpor_at=clock.sekarang(),
        ),
    )


def _angka(sel: Sel) -> Decimal:
    teks = teks_sel(sel).replace(",", ".")
    try:
        return Decimal(teks)
    except InvalidOperation:
        raise ValueError(_("Nilai “%(teks)s” bukan angka.") % {"teks": teks}) from None
