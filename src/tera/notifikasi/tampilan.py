"""What a page or a mail shows of a notification: its sentence, made of ids when it is read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.notifikasi.jenis import PER_KODE
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import Pegawai, Periode


@dataclass(frozen=True, slots=True)
class BarisNotifikasi:
    """One row of the list."""

    notifikasi: Notifikasi
    kalimat: str


def baris(daftar: Sequence[Notifikasi]) -> list[BarisNotifikasi]:
    """Return the rows with their sentences."""
    return [
        BarisNotifikasi(satu, kalimat)
        for satu, kalimat in zip(daftar, kalimat_banyak(daftar), strict=True)
    ]


def kalimat_banyak(daftar: Sequence[Notifikasi]) -> list[str]:
    """Return one sentence each, in the language of the moment: two queries for all."""
    orang = {satu.muatan["tentang"] for satu in daftar if "tentang" in satu.muatan}
    periode = {satu.muatan["periode_id"] for satu in daftar if "periode_id" in satu.muatan}
    nama = (
        {satu.pk: satu.nama_lengkap for satu in Pegawai.objects.filter(pk__in=orang)}
        if orang
        else {}
    )
    waktu = (
        {satu.pk: str(satu) for satu in Periode.objects.filter(pk__in=periode)} if periode else {}
    )
    return [_kalimat(satu, nama, waktu) for satu in daftar]


def _kalimat(satu: Notifikasi, nama: dict[int, str], waktu: dict[int, str]) -> str:
    jenis = PER_KODE.get(satu.jenis)
    if jenis is None:
        # A kind of a version that is gone: the row still says that something was.
        return _("Notifikasi lama")
    isi = {
        **satu.muatan,
        "nama": nama.get(satu.muatan.get("tentang", 0), _("Seseorang")),
        "periode": waktu.get(satu.muatan.get("periode_id", 0), _("periode ini")),
    }
    if "batas" in isi:
        isi["batas"] = tulis_tanggal(dt.date.fromisoformat(isi["batas"]))
    return str(jenis.kalimat) % isi


def alamat(satu: Notifikasi) -> str:
    """Return where it leads, an empty text when its page is gone."""
    jenis = PER_KODE.get(satu.jenis)
    if jenis is None:
        return ""
    try:
        return reverse(jenis.rute, args=[satu.muatan[kunci] for kunci in jenis.argumen])
    except (NoReverseMatch, KeyError):
        return ""


def tulis_jumlah(belum: int) -> str:
    """Return the unread count as the bell shows it, empty when there is none."""
    return "" if not belum else str(belum) if belum < 100 else "99+"


def label_lonceng(belum: int) -> str:
    """Return what a screen reader says of the bell."""
    return _("Notifikasi: %(n)s belum dibaca") % {"n": belum} if belum else _("Notifikasi")
