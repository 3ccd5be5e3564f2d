"""The package of a unit: every document of a period as PDF in one ZIP, made by a job.

It is written to a file piece by piece and kept through the storage port; what fails is told, and
a package whose worker died is made again from the start: the records are frozen.
"""

import dataclasses
import datetime as dt
import tempfile
import zipfile

from django.db import InterfaceError, OperationalError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.antrean import antrekan
from tera.core.berkas import simpan_isi
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import Berkas
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen, PaketCetakan
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors import cetakan_evaluasi
from tera.dokumen.selectors_evaluasi import rekap_unit
from tera.dokumen.selectors_paket import boleh_mengemas, evaluasi_dikemas
from tera.organisasi.models import Periode, UnitKerja

HARI_SIMPAN = 7
MANDEK = dt.timedelta(days=1)
# Kept in Indonesian; the page says it in the language of its reader.
PESAN_GAGAL = gettext_noop("Paket gagal dibuat. Minta lagi; bila berulang, hubungi admin.")
_TIAP = 10


@transaction.atomic
def minta_paket(*, aktor: Aktor, unit: UnitKerja, periode: Periode, pada: dt.date) -> PaketCetakan:
    """Ask for the package of a unit; its job is queued in the same transaction.

    Raises:
        TidakBerwenangError: neither its head nor an officer over it.
        MasukanSalahError: nothing is set yet.
    """
    from tera.dokumen.tasks import jalankan_paket

    if not boleh_mengemas(aktor=aktor, unit=unit, pada=pada):
        raise TidakBerwenangError(
            _("Paket dokumen %(unit)s hanya untuk pimpinan unit itu dan pengelola kinerja.")
            % {"unit": unit.nama}
        )
    jumlah = evaluasi_dikemas(unit=unit, periode=periode).count()
    if not jumlah:
        raise MasukanSalahError(
            _(
                "Belum ada hasil yang ditetapkan di %(unit)s untuk %(periode)s. Paket bisa dibuat "
                "setelah predikat pertama ditetapkan."
            )
            % {"unit": unit.nama, "periode": periode},
            per_bidang={"unit": [_("Belum ada hasil yang ditetapkan.")]},
        )
    paket = PaketCetakan.objects.create(
        instansi_id=unit.instansi_id,
        unit=unit,
        periode=periode,
        jumlah=jumlah,
        pengguna_id=aktor.pengguna_id,
        pegawai_id=aktor.pegawai_id,
        nama_aktor=aktor.nama,
        dibuat_at=clock.sekarang(),
    )
    antrekan(jalankan_paket, paket.pk)
    return paket


def buat_paket(paket_id: int) -> None:
    """Make the ZIP of one package; progress is kept after every ten people."""
    paket = PaketCetakan.objects.select_related("unit__instansi", "periode", "instansi").get(
        pk=paket_id
    )
    if paket.status in {PaketCetakan.Status.SELESAI, PaketCetakan.Status.GAGAL}:
        return
    PaketCetakan.objects.filter(pk=paket_id).update(status=PaketCetakan.Status.BERJALAN, selesai=0)
    aktor = Aktor(
        pengguna_id=paket.pengguna_id,
        instansi_id=paket.instansi_id,
        pegawai_id=paket.pegawai_id,
        nama=paket.nama_aktor,
        zona=paket.instansi.zona,
    )
    try:
        berkas = _tulis(aktor, paket)
    except (OperationalError, InterfaceError):
        raise  # the database went away: the queue begins this job again
    except Exception:
        gagalkan_paket(paket_id)
        raise
    PaketCetakan.objects.filter(pk=paket_id).update(
        status=PaketCetakan.Status.SELESAI, berkas=berkas
    )


def gagalkan_paket(paket_id: int) -> None:
    """Tell who waits for a package that it will not come."""
    PaketCetakan.objects.filter(pk=paket_id).exclude(status=PaketCetakan.Status.SELESAI).update(
        status=PaketCetakan.Status.GAGAL, pesan=PESAN_GAGAL
    )


def _tulis(aktor: Aktor, paket: PaketCetakan) -> Berkas:
    daftar = evaluasi_dikemas(unit=paket.unit, periode=paket.periode)
    with tempfile.TemporaryFile() as wadah:
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED) as arsip:
            arsip.writestr(
                "00-rekap.pdf",
                render_pdf(rekap_unit(unit=paket.unit, periode=paket.periode, daftar=daftar)),
            )
            for nomor, satu in enumerate(daftar.iterator(chunk_size=200), start=1):
                nama = f"{nomor:04d}-{slugify(satu.rekaman['pegawai']['nama'])[:60]}"
                for jenis in (CetakanDokumen.Jenis.SAMPUL_EVALUASI, CetakanDokumen.Jenis.EVALUASI):
                    dokumen = cetakan_evaluasi(satu, jenis)
                    verifikasi = terbitan.terbitkan(
                        aktor=aktor, jenis=jenis, objek_id=satu.pk, dokumen=dokumen
                    )
                    arsip.writestr(
                        f"{nama}-{jenis.value.replace('_', '-')}.pdf",
                        render_pdf(dataclasses.replace(dokumen, verifikasi=verifikasi)),
                    )
                if nomor % _TIAP == 0:
                    PaketCetakan.objects.filter(pk=paket.pk).update(selesai=nomor)
        wadah.seek(0)
        isi = wadah.read()
    PaketCetakan.objects.filter(pk=paket.pk).update(selesai=paket.jumlah)
    return simpan_isi(
        aktor=aktor,
        nama=f"dokumen-evaluasi-{paket.unit.kode}-{paket.periode.tahun}-{paket.periode.jenis}"
        f"-{paket.periode.urut}.zip",
        isi=isi,
        jenis_isi="application/zip",
        keperluan="paket_cetakan",
    )


def hapus_paket_lama() -> int:
    """Drop packages older than a week: they can be made again from the records.

    One that no job makes any more after a day (each attempt was killed) is told as failed.
    """
    kini = clock.sekarang()
    PaketCetakan.objects.filter(
        status__in=[PaketCetakan.Status.MENUNGGU, PaketCetakan.Status.BERJALAN],
        dibuat_at__lt=kini - MANDEK,
    ).update(status=PaketCetakan.Status.GAGAL, pesan=PESAN_GAGAL)
    batas = kini - dt.timedelta(days=HARI_SIMPAN)
    return PaketCetakan.objects.filter(dibuat_at__lt=batas).delete()[0]
