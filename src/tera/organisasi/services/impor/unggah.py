"""The two steps of an import by page: check what was uploaded, then carry it out or drop it.

What is kept between the steps is a copy with only the columns Tera reads, at the same row numbers:
a NIK column of the agency's file is never stored.
"""

import datetime as dt
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.antrean import antrekan
from tera.core.berkas import baca_berkas, simpan_isi
from tera.core.galat import StatusTidakSesuaiError, TeraError
from tera.core.lembar import JENIS_XLSX, periksa_lembar
from tera.organisasi.models import ImporData
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, diam
from tera.organisasi.services.impor.kolom import (
    PEGAWAI,
    UNOR,
    WAJIB_PEGAWAI,
    WAJIB_UNOR,
    cari_kepala,
)
from tera.organisasi.services.impor.pegawai import JENIS as JENIS_PEGAWAI
from tera.organisasi.services.impor.pegawai import impor_pegawai
from tera.organisasi.services.impor.unor import JENIS as JENIS_UNOR
from tera.organisasi.services.impor.unor import impor_unor

# Above this many rows the work goes to the background worker.
BATAS_LANGSUNG = 5000
BATAS_RINCIAN = 20_000
BATAS_HILANG = 2000
_KAMUS = {JENIS_PEGAWAI: (PEGAWAI, WAJIB_PEGAWAI), JENIS_UNOR: (UNOR, WAJIB_UNOR)}


def saring_kolom(*, jenis: str, nama: str, isi: bytes) -> bytes:
    """Return the sheet as XLSX with only the columns this import reads, rows where they were."""
    kamus, wajib = _KAMUS[jenis]
    return saring_lembar(nama=nama, isi=isi, kamus=kamus, wajib=wajib)


def saring_lembar(
    *, nama: str, isi: bytes, kamus: Mapping[str, tuple[str, ...]], wajib: Sequence[str]
) -> bytes:
    """Return the sheet as XLSX with only the columns of ``kamus``, rows where they were."""
    kepala, daftar = cari_kepala(nama=nama, isi=isi, kamus=kamus, wajib=wajib)
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"constant_memory": True, "default_date_format": "dd-mm-yyyy"}
    )
    lembar = buku.add_worksheet()
    letak = list(kepala.letak)
    for kolom, kunci in enumerate(letak):
        lembar.write_string(kepala.nomor - 1, kolom, kepala.judul[kunci])
    for nomor, sel in daftar:
        for kolom, kunci in enumerate(letak):
            nilai = kepala.sel(sel, kunci)
            if isinstance(nilai, str):
                if nilai:
                    lembar.write_string(nomor - 1, kolom, nilai)
            elif isinstance(nilai, bool):
                lembar.write_boolean(nomor - 1, kolom, nilai)
            elif isinstance(nilai, (int, float)):
                lembar.write_number(nomor - 1, kolom, nilai)
            elif isinstance(nilai, (dt.date, dt.datetime)):
                lembar.write_datetime(nomor - 1, kolom, nilai)
    buku.close()
    return keluar.getvalue()


def periksa_unggahan(
    *, aktor: Aktor, pada: dt.date, jenis: str, nama: str, isi: bytes, berlaku: dt.date
) -> ImporData:
    """Check an uploaded file and keep it with its report until it is carried out or dropped.

    Raises:
        MasukanSalahError: the file can't be read; see the imports.
        TidakBerwenangError: the aktor doesn't keep the records of the whole instansi.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor data"))
    periksa_lembar(nama=nama, isi=isi)
    saringan = saring_kolom(jenis=jenis, nama=nama, isi=isi)
    hasil = _jalankan(aktor, pada, jenis, nama, saringan, berlaku, periksa=True)
    return simpan_unggahan(aktor=aktor, nama=nama, isi=isi, saringan=saringan, hasil=hasil)


@transaction.atomic
def simpan_unggahan(
    *,
    aktor: Aktor,
    nama: str,
    isi: bytes,
    saringan: bytes,
    hasil: HasilImpor,
    tambahan: Mapping[str, object] | None = None,
) -> ImporData:
    """Keep what was checked with its report until it is carried out, dropped, or too old.

    ``saringan`` is the copy that is kept; of ``isi``, what was uploaded, only the digest.
    """
    berkas = simpan_isi(
        aktor=aktor, nama=nama, isi=saringan, jenis_isi=JENIS_XLSX, keperluan="impor"
    )
    return ImporData.objects.create(
        instansi_id=aktor.instansi_id,
        jenis=hasil.jenis,
        status=ImporData.Status.DIPERIKSA,
        berkas=berkas,
        nama_berkas=Path(nama).name[:200],
        sidik_berkas=hashlib.sha256(isi).hexdigest(),
        berlaku=hasil.berlaku,
        ringkasan={**hasil.ringkasan(), **_untuk_laman(hasil), **(tambahan or {})},
        pengguna_id=aktor.pengguna_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )


@transaction.atomic
def mulai_impor(
    *, aktor: Aktor, pada: dt.date, impor: ImporData, lewati_salah: bool
) -> HasilImpor | None:
    """Carry out a checked import: at once, or None when it is large and went to the worker.

    Raises:
        MasukanSalahError: rows are refused and were not to be skipped.
        StatusTidakSesuaiError: it was carried out or dropped already.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengimpor data"))
    pindah_status(impor, ImporData.Status.DIPERIKSA, ImporData.Status.BERJALAN)
    impor.lewati_salah = lewati_salah
    impor.save(update_fields=["lewati_salah"])
    if impor.ringkasan.get("baris", 0) > BATAS_LANGSUNG:
        from tera.organisasi.tasks import jalankan_impor

        antrekan(jalankan_impor, impor.pk, aktor.pengguna_id, aktor.pegawai_id, pada.isoformat())
        return None
    return selesaikan_impor(aktor=aktor, pada=pada, impor=impor)


def selesaikan_impor(
    *, aktor: Aktor, pada: dt.date, impor: ImporData, kemajuan: Kemajuan = diam
) -> HasilImpor:
    """Do the import that was started; a refusal puts it back to "checked"."""
    assert impor.berkas is not None
    try:
        with transaction.atomic():
            hasil = _jalankan(
                aktor,
                pada,
                impor.jenis,
                impor.nama_berkas,
                baca_berkas(impor.berkas),
                impor.berlaku,
                lewati_salah=impor.lewati_salah,
                kemajuan=kemajuan,
                baris_impor=impor,
            )
    except TeraError:
        pindah_status(impor, ImporData.Status.BERJALAN, ImporData.Status.DIPERIKSA)
        raise
    if not hasil.diimpor:
        pindah_status(impor, ImporData.Status.BERJALAN, ImporData.Status.DIPERIKSA)
    return hasil


def batalkan_impor(*, aktor: Aktor, pada: dt.date, impor: ImporData) -> None:
    """Drop a checked import; nothing of it was written."""
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membatalkan impor"))
    pindah_status(impor, ImporData.Status.DIPERIKSA, ImporData.Status.DIBATALKAN)


def pindah_status(impor: ImporData, dari: str, ke: str) -> None:
    """Move an import from one status to the next; only one of two at once does.

    Raises:
        StatusTidakSesuaiError: it isn't in ``dari`` any more.
    """
    if not ImporData.objects.filter(pk=impor.pk, status=dari).update(status=ke):
        raise StatusTidakSesuaiError(
            _("Impor ini sudah dijalankan atau dibatalkan. Muat ulang halaman.")
        )
    impor.status = ke


def _jalankan(
    aktor: Aktor,
    pada: dt.date,
    jenis: str,
    nama: str,
    isi: bytes,
    berlaku: dt.date,
    *,
    periksa: bool = False,
    lewati_salah: bool = False,
    kemajuan: Kemajuan = diam,
    baris_impor: ImporData | None = None,
) -> HasilImpor:
    if jenis == JENIS_UNOR:
        return impor_unor(
            aktor=aktor,
            nama_berkas=nama,
            isi=isi,
            pada=pada,
            berlaku=berlaku,
            periksa=periksa,
            kemajuan=kemajuan,
            baris_impor=baris_impor,
        )
    return impor_pegawai(
        aktor=aktor,
        nama_berkas=nama,
        isi=isi,
        pada=pada,
        berlaku=berlaku,
        periksa=periksa,
        lewati_salah=lewati_salah,
        kemajuan=kemajuan,
        baris_impor=baris_impor,
    )


def _untuk_laman(hasil: HasilImpor) -> dict[str, object]:
    return {
        "rincian": [[r.baris, r.kolom, r.kode, r.pesan] for r in hasil.rincian[:BATAS_RINCIAN]],
        "hilang": [list(satu) for satu in hasil.hilang[:BATAS_HILANG]],
    }


# --- progress: the import holds one transaction, so its progress lives beside the database ----
def _jalur_kemajuan(impor_id: int) -> Path:
    return Path(settings.TERA_DATA) / "kemajuan" / f"impor-{impor_id}.json"


def tulis_kemajuan(impor_id: int) -> Kemajuan:
    """Return a progress reporter that the page of this import can read."""
    jalur = _jalur_kemajuan(impor_id)
    jalur.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def lapor(tahap: str, selesai: int, total: int) -> None:
        sementara = jalur.with_suffix(".tulis")
        sementara.write_text(
            json.dumps({"tahap": tahap, "selesai": selesai, "total": total}), encoding="utf-8"
        )
        sementara.replace(jalur)

    return lapor


def baca_kemajuan(impor_id: int) -> dict[str, object]:
    """Return the last reported progress: tahap, selesai, total; empty when none is known."""
    try:
        isi = json.loads(_jalur_kemajuan(impor_id).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return isi if isinstance(isi, dict) else {}


def hapus_kemajuan(impor_id: int) -> None:
    """Drop the progress of a finished import."""
    _jalur_kemajuan(impor_id).unlink(missing_ok=True)
