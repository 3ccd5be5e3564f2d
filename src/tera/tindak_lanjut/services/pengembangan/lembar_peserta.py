"""The participants of a session by one sheet: who takes part, who was there, who passed.

The sheet that is downloaded is the one that is handed in; a wrong row is named, the others stand.
"""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.lembar_isian import HasilImpor, baca_tabel, teks_sel
from tera.tindak_lanjut.models import PesertaPelatihan, SesiPelatihan
from tera.tindak_lanjut.services.pengembangan.dasar import tolak
from tera.tindak_lanjut.services.pengembangan.pelatihan import (
    catat_hasil,
    daftar_pelatihan,
    wajib_mengelola,
)

#: The columns of the sheet; of these only the NIP is needed.
KOLOM = ("NIP", "NAMA", "HADIR", "LULUS", "JP", "NOMOR SERTIFIKAT")
_YA = frozenset({"ya", "y", "v", "x", "1", "hadir", "lulus", "true"})
_TIDAK = frozenset({"tidak", "t", "-", "0", "tidak hadir", "tidak lulus", "false"})
P = PesertaPelatihan.Status


def impor_peserta(
    *, aktor: Aktor, sesi: SesiPelatihan, nama: str, isi: bytes, pada: dt.date
) -> HasilImpor:
    """Register who isn't in the session yet, and record the results that are filled in.

    Raises: TidakBerwenangError: no pengelola. MasukanSalahError: the file.
    """
    wajib_mengelola(aktor, pada)
    hasil = HasilImpor()
    semua = baca_tabel(nama=nama, isi=isi, kolom=("NIP",), boleh=KOLOM[1:])
    daftar_nip = {_nip(sel) for _nomor, sel in semua} - {""}
    orang = {
        satu.nip: satu
        for satu in Pegawai.objects.filter(instansi_id=aktor.instansi_id, nip__in=daftar_nip)
    }
    tempat = {
        satu.pegawai_id: satu
        for satu in PesertaPelatihan.objects.filter(sesi=sesi)
        .exclude(status=P.DIBATALKAN)
        .select_related("sesi__pelatihan")
    }
    for nomor, sel in semua:
        pegawai = orang.get(_nip(sel))
        if pegawai is None:
            hasil.ditolak.append((nomor, _("NIP tidak ditemukan di instansi ini.")))
            continue
        try:
            with transaction.atomic():
                ada = tempat.get(pegawai.pk)
                satu = ada or daftar_pelatihan(
                    aktor=aktor, sesi=sesi, pegawai_id=pegawai.pk, pada=pada, lewat_batas=True
                )
                berubah = _catat(aktor, satu, sel, pada)
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            hasil.ditolak.append((nomor, galat.pesan))
            continue
        tempat[pegawai.pk] = satu
        if berubah or ada is None:
            hasil.ditulis += 1
        else:
            hasil.sudah_ada += 1
    return hasil


def baris_lembar(satu: PesertaPelatihan) -> list[Any]:
    """Return one participant as a row of the sheet."""
    selesai = satu.status in {P.LULUS, P.TIDAK_LULUS}
    return [
        satu.pegawai.nip,
        satu.pegawai.nama_lengkap,
        "" if satu.hadir is None else "ya" if satu.hadir else "tidak",
        ("ya" if satu.status == P.LULUS else "tidak") if selesai else "",
        satu.jp if selesai else "",
        satu.nomor_sertifikat,
    ]


def _catat(aktor: Aktor, satu: PesertaPelatihan, sel: dict[str, Any], pada: dt.date) -> bool:
    """Record the result of a row; whether there was something new to record."""
    hadir, lulus = _ya(sel, "HADIR"), _ya(sel, "LULUS")
    if hadir is None and lulus is None:
        return False
    # Who passed was there; who was not there didn't pass.
    hadir = bool(lulus) if hadir is None else hadir
    lulus = bool(lulus)
    if satu.status in {P.LULUS, P.TIDAK_LULUS}:
        if (satu.status == P.LULUS) is not lulus:
            tolak(
                "LULUS",
                _("Hasilnya sudah tercatat “%(status)s” dan tidak diganti lewat lembar.")
                % {"status": satu.get_status_display()},
            )
        return False
    if satu.status == P.MENUNGGU:
        tolak("NIP", _("Masih dalam daftar tunggu: kursi sesi ini sudah terisi semua."))
    catat_hasil(
        aktor=aktor,
        peserta=satu,
        hadir=hadir,
        lulus=lulus,
        jp=_jp(sel, satu.sesi.pelatihan.jp),
        nomor_sertifikat=teks_sel(sel["NOMOR SERTIFIKAT"]),
        pada=pada,
    )
    return True


def _nip(sel: dict[str, Any]) -> str:
    return teks_sel(sel["NIP"]).replace(" ", "")


def _ya(sel: dict[str, Any], kolom: str) -> bool | None:
    kata = teks_sel(sel[kolom]).lower()
    if not kata:
        return None
    if kata not in _YA | _TIDAK:
        tolak(
            kolom,
            _("%(kolom)s “%(nilai)s” tidak terbaca. Tulis ya atau tidak.")
            % {"kolom": kolom, "nilai": kata[:40]},
        )
    return kata in _YA


def _jp(sel: dict[str, Any], bawaan: int) -> int:
    teks = teks_sel(sel["JP"])
    if not teks:
        return bawaan
    if not teks.isdecimal() or len(teks) > 4:
        tolak("JP", _("JP “%(nilai)s” bukan bilangan bulat.") % {"nilai": teks[:40]})
    return int(teks)
