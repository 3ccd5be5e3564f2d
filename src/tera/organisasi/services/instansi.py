"""Registers an instansi in this installation."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.clock import ZONA_WAKTU
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Instansi


@transaction.atomic
def tambah_instansi(
    *,
    kode: str,
    nama: str,
    zona: str = "Asia/Jakarta",
    jenis: str = Instansi.Jenis.DAERAH,
    tempat: str = "",
    pada: dt.date,
    aktor: Aktor | None = None,
) -> Instansi:
    """Register an instansi; the same code and name again change nothing.

    ``aktor`` None is the owner of the installation at the command line; a person may not add a
    second agency beside the own one.

    Raises:
        MasukanSalahError: empty or bad fields, or the code belongs to another name.
        TidakBerwenangError: a person asks.
    """
    if aktor is not None and not aktor.adalah_sistem:
        raise TidakBerwenangError(
            _(
                "Instansi hanya ditambahkan oleh pemilik pemasangan lewat perintah "
                "“tera instansi tambah”. Mintalah kepada admin server."
            )
        )
    kode, nama = kode.strip(), " ".join(nama.split())
    per_bidang: dict[str, list[str]] = {}
    if not kode or len(kode) > 16 or not kode.replace("-", "").replace(".", "").isalnum():
        per_bidang["kode"] = [_("Kode instansi 1–16 huruf atau angka, tanpa spasi.")]
    if not nama or len(nama) > 200:
        per_bidang["nama"] = [_("Nama instansi wajib diisi, paling panjang 200 huruf.")]
    if zona not in ZONA_WAKTU:
        per_bidang["zona"] = [
            _("Zona “%(zona)s” tidak dikenal. Pilih: %(pilihan)s.")
            % {"zona": zona, "pilihan": ", ".join(ZONA_WAKTU)}
        ]
    if jenis not in Instansi.Jenis.values:
        per_bidang["jenis"] = [_("Jenis instansi: pusat atau daerah.")]
    if per_bidang:
        raise MasukanSalahError(
            " ".join(pesan for daftar in per_bidang.values() for pesan in daftar),
            per_bidang=per_bidang,
        )
    ada = Instansi.objects.filter(kode=kode).first()
    if ada is not None:
        if ada.nama.casefold() != nama.casefold():
            raise MasukanSalahError(
                _(
                    "Kode %(kode)s sudah dipakai “%(nama)s”. Satu kode satu instansi: pakai kode "
                    "lain, atau tulis nama yang sama."
                )
                % {"kode": kode, "nama": ada.nama},
                per_bidang={"kode": [_("Kode sudah dipakai instansi lain.")]},
                kode="instansi_lain",
            )
        return ada
    instansi = Instansi.objects.create(kode=kode, nama=nama, zona=zona, jenis=jenis, tempat=tempat)
    audit.catat_objek(
        aktor or Aktor.sistem(instansi.pk, zona),
        "instansi",
        instansi.pk,
        "tambah",
        {"kode": kode, "nama": nama, "zona": zona, "jenis": jenis, "pada": pada},
    )
    return instansi
