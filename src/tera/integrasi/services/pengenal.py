"""SIASN's ids of people, from a two-column file: without them its fields stay empty."""

import datetime as dt

from django.db import transaction

from tera.core.aktor import Aktor
from tera.integrasi.models import PengenalSIASN
from tera.integrasi.permissions import pastikan_petugas
from tera.integrasi.services.rekap import orang_per_nip, teks_sel
from tera.organisasi.services.impor.kolom import cari_kepala
from tera.regulasi.nip import rapikan_nip

KOLOM = {"nip": ("NIP", "nipBaru"), "id": ("ID SIASN", "pnsId", "pnsOrangId", "ID")}


@transaction.atomic
def impor_pengenal(*, aktor: Aktor, nama_berkas: str, isi: bytes, pada: dt.date) -> tuple[int, int]:
    """Keep SIASN's ids; returns how many people were matched and how many rows were not.

    Raises:
        TidakBerwenangError: not an officer. MasukanSalahError: no sheet has the columns.
    """
    pastikan_petugas(aktor=aktor, pada=pada)
    kepala, baris = cari_kepala(nama=nama_berkas, isi=isi, kamus=KOLOM, wajib=("nip", "id"))
    pasangan = {
        rapikan_nip(teks_sel(kepala.sel(sel, "nip"))): teks_sel(kepala.sel(sel, "id"))[:36]
        for _nomor, sel in baris
        if teks_sel(kepala.sel(sel, "nip"))
    }
    orang = orang_per_nip(aktor, list(pasangan))
    for nip, pegawai in orang.items():
        if pasangan[nip]:
            PengenalSIASN.objects.update_or_create(
                pegawai=pegawai, defaults={"nilai": pasangan[nip]}
            )
    return len(orang), len(pasangan) - len(orang)
