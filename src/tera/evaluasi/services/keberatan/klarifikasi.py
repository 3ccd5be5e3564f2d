"""Hearing both sides: the start of the clarification, what each said, what each showed.

Each side writes its own statement; who decides may record an oral hearing of either. PP 30/2019
Pasal 59 ayat (3): both must be heard.
"""

import datetime as dt
from dataclasses import dataclass
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.core.workflow import HasilLangkah
from tera.evaluasi.models import BuktiKeberatan, Evaluasi, Keberatan, KeteranganKeberatan
from tera.evaluasi.services.keberatan.dasar import kunci_keberatan, muatan, peran_keberatan

Pihak = KeteranganKeberatan.Pihak
Cara = KeteranganKeberatan.Cara
PANJANG_KETERANGAN = 8000
BUKTI_PALING_BANYAK = 20


@dataclass(frozen=True, slots=True)
class IsiKeterangan:
    """One statement; ``pihak``, ``tanggal`` and ``nama`` count only where a hearing is recorded."""

    teks: str
    pihak: str = ""
    tanggal: dt.date | None = None
    nama: str = ""


def mulai_klarifikasi(*, aktor: Aktor, keberatan: Keberatan, pada: dt.date) -> HasilLangkah:
    """Start hearing both sides.

    Raises:
        TidakBerwenangError: the aktor doesn't decide this. StatusTidakSesuaiError: started before.
    """
    with transaction.atomic():
        kini, _evaluasi = kunci_keberatan(keberatan)
        return _mulai(aktor, kini, pada)


def _mulai(aktor: Aktor, kini: Keberatan, pada: dt.date) -> HasilLangkah:
    return workflow.jalankan(
        objek=kini,
        jenis="keberatan",
        aksi="mulai_klarifikasi",
        aktor=aktor,
        daftar_peran=peran_keberatan(aktor=aktor, keberatan=kini),
        pada=pada,
        bidang={"klarifikasi_pada": pada},
        muatan=muatan(kini),
    )


@transaction.atomic
def catat_keterangan(
    *, aktor: Aktor, keberatan: Keberatan, isi: IsiKeterangan, pada: dt.date
) -> tuple[KeteranganKeberatan, TandaTerima]:
    """Record a statement: one's own in writing, or as who decides a hearing of either side.

    A hearing starts the clarification by itself.

    Raises:
        TidakBerwenangError: neither side nor who decides; or a side writes for the other.
        StatusTidakSesuaiError: decided already. MasukanSalahError: no words; no day of the hearing.
    """
    kini, evaluasi = kunci_keberatan(keberatan)
    peran = peran_keberatan(aktor=aktor, keberatan=kini)
    _pastikan_terbuka(kini, peran)
    teks = isi.teks.strip()
    galat: dict[str, list[str]] = {}
    if not teks or len(teks) > PANJANG_KETERANGAN:
        galat["teks"] = [_("Keterangan belum diisi. Tulis isinya, paling panjang 8.000 huruf.")]
    if "atasan_penilai" in peran:
        pihak, cara, tanggal = isi.pihak, Cara.LISAN, isi.tanggal
        galat |= _galat_lisan(kini, isi, pada)
    else:
        pihak, cara, tanggal = _pihak(peran), Cara.TERTULIS, pada
        if isi.pihak not in {"", pihak}:
            raise TidakBerwenangError(
                _("Tiap pihak menulis keterangannya sendiri; Anda tidak menulis bagi pihak lain.")
            )
    if galat or tanggal is None:
        raise MasukanSalahError(
            _("Keterangan belum tercatat: %(sebab)s")
            % {"sebab": " ".join(p for daftar in galat.values() for p in daftar)},
            per_bidang=galat,
        )
    if cara == Cara.LISAN and kini.status == Keberatan.Status.DIAJUKAN:
        _mulai(aktor, kini, pada)
    baru = KeteranganKeberatan.objects.create(
        keberatan=kini,
        pihak=pihak,
        cara=cara,
        nama_pemberi=_nama(evaluasi, pihak, isi.nama),
        teks=teks,
        tanggal=tanggal,
        pencatat_id=aktor.pegawai_id,
        nama_pencatat=aktor.nama,
        dicatat_at=clock.sekarang(),
    )
    return baru, _catat(
        aktor,
        kini,
        "catat_keterangan",
        {"keterangan_id": baru.pk, "pihak": pihak, "teks": teks, "tanggal": tanggal},
    )


@transaction.atomic
def lampirkan_bukti(
    *,
    aktor: Aktor,
    keberatan: Keberatan,
    judul: str,
    nama_berkas: str,
    isi_berkas: IO[bytes] | None,
    pada: dt.date,
) -> tuple[BuktiKeberatan, TandaTerima]:
    """Lay a file beside the objection, as a side of it or as who decides.

    Raises:
        TidakBerwenangError: neither of them. StatusTidakSesuaiError: decided, or twenty lie there.
        MasukanSalahError: no name; no acceptable file.
    """
    kini, _evaluasi = kunci_keberatan(keberatan)
    peran = peran_keberatan(aktor=aktor, keberatan=kini)
    _pastikan_terbuka(kini, peran)
    if kini.daftar_bukti.count() >= BUKTI_PALING_BANYAK:
        raise StatusTidakSesuaiError(
            _("Berkas tidak dilampirkan: sudah ada 20. Gabungkan beberapa menjadi satu PDF.")
        )
    judul = judul.strip()
    galat: dict[str, list[str]] = {}
    if not judul or len(judul) > 200:
        galat["judul"] = [_("Tulis nama berkasnya, misalnya “Laporan bulan Maret”.")]
    if isi_berkas is None:
        galat["berkas"] = [_("Pilih berkasnya: PDF, PNG, atau JPEG, paling besar 10 MB.")]
    if galat or isi_berkas is None:
        raise MasukanSalahError(
            _("Berkas belum terlampir. Periksa isian yang ditandai."), per_bidang=galat
        )
    try:
        berkas = simpan_berkas(aktor=aktor, nama=nama_berkas, isi=isi_berkas, keperluan="keberatan")
    except MasukanSalahError as salah:
        raise MasukanSalahError(salah.pesan, per_bidang={"berkas": [salah.pesan]}) from salah
    baru = BuktiKeberatan.objects.create(
        keberatan=kini,
        pihak=_pihak(peran),
        judul=judul,
        berkas=berkas,
        pengunggah_id=aktor.pegawai_id,
        nama_pengunggah=aktor.nama,
        diunggah_at=clock.sekarang(),
    )
    return baru, _catat(
        aktor, kini, "lampirkan_bukti", {"bukti_id": baru.pk, "sidik_berkas": berkas.sidik}
    )


def _pastikan_terbuka(keberatan: Keberatan, peran: frozenset[str]) -> None:
    if not peran:
        raise TidakBerwenangError(
            _("Yang memberi keterangan hanya pegawai, pejabat penilai, dan pejabat yang memutus.")
        )
    if keberatan.status == Keberatan.Status.DIPUTUS:
        raise StatusTidakSesuaiError(
            _(
                "Keberatan ini sudah diputus dan putusannya final (PP 30/2019 Pasal 59 ayat (4)), "
                "jadi keterangan dan berkas tidak ditambah lagi."
            )
        )


def _galat_lisan(keberatan: Keberatan, isi: IsiKeterangan, pada: dt.date) -> dict[str, list[str]]:
    galat: dict[str, list[str]] = {}
    if isi.pihak not in Pihak.values:
        galat["pihak"] = [_("Pilih siapa yang didengar.")]
    if isi.pihak == Pihak.LAIN and not isi.nama.strip():
        galat["nama"] = [_("Tulis nama dan jabatan orang yang didengar.")]
    if isi.tanggal is None:
        galat["tanggal"] = [_("Isi tanggal keterangan itu didengar.")]
    elif isi.tanggal > pada:
        galat["tanggal"] = [_("Tanggal itu belum terjadi. Isi hari orangnya didengar.")]
    elif isi.tanggal < keberatan.diajukan_pada:
        galat["tanggal"] = [
            _("Tanggal itu mendahului keberatannya (%(pada)s).")
            % {"pada": f"{keberatan.diajukan_pada:%d-%m-%Y}"}
        ]
    return galat


def _pihak(peran: frozenset[str]) -> str:
    if "pegawai" in peran:
        return Pihak.PEGAWAI
    return Pihak.PENILAI if "penilai" in peran else Pihak.LAIN


def _nama(evaluasi: Evaluasi, pihak: str, nama: str) -> str:
    if pihak == Pihak.PEGAWAI:
        return evaluasi.pegawai.nama_lengkap
    if pihak == Pihak.PENILAI and evaluasi.penilai is not None:
        return evaluasi.penilai.nama_lengkap
    return nama.strip()[:200]


def _catat(aktor: Aktor, keberatan: Keberatan, aksi: str, bidang: dict[str, object]) -> TandaTerima:
    jejak = audit.catat_objek(aktor, "keberatan", keberatan.pk, aksi, bidang)
    kejadian.terbitkan(
        instansi_id=keberatan.instansi_id,
        nama=f"keberatan.{aksi}",
        muatan={"id": keberatan.pk, **muatan(keberatan)},
    )
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="keberatan",
        objek_id=keberatan.pk,
        aksi=aksi,
        isi=bidang,
        jejak=jejak,
    )
