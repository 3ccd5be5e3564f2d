"""The page of one follow-up, and the letters that it keeps."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_berkas
from tera.core import workflow
from tera.evaluasi.tampilan.dasar import lencana_predikat
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut import tampilan_tindakan as tampilan
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.models import KeputusanTindakan, TindakLanjut
from tera.tindak_lanjut.permissions.tindakan import PEMUTUS, peran_tindakan
from tera.tindak_lanjut.selectors.konseling import konseling_tindakan
from tera.tindak_lanjut.selectors.tindakan import (
    LembarTindakan,
    bimbingan_terlihat,
    lembar_tindakan,
    sedang_keberatan,
)
from tera.tindak_lanjut.services.tindakan.jalur import AKSI_KEPUTUSAN, halangan_jalur
from tera.tindak_lanjut.services.tindakan.perbaikan import batas_jawab
from tera.tindak_lanjut.views.tindakan.alat import petugas_laman, tindakan_atau_404


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One follow-up on one page."""
    return render_tindakan(request, tindakan_atau_404(request, pk))


def render_tindakan(
    request: HttpRequest, tindakan: TindakLanjut, status: int = 200, **form: Any
) -> HttpResponse:
    """Render the page; a refused form is given by its name."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    peran = peran_tindakan(
        aktor=aktor, tindakan=tindakan, pada=pada, petugas=petugas_laman(request)
    )
    lembar = lembar_tindakan(tindakan=tindakan)
    keberatan = sedang_keberatan(tindakan)
    rencana = lembar.rencana
    batas = batas_jawab(rencana, pada) if rencana and rencana.status == "diajukan" else None
    teks, nada = tampilan.status_tampil(tindakan, rencana)
    bersama = peran & {"pegawai", "penilai"}
    penilai_id = getattr(tindakan, "penilai_kini", None)
    konteks = {
        "tindakan": tindakan,
        "judul": tampilan.judul_tindakan(tindakan),
        "milik_saya": "pegawai" in peran,
        "penilai_saya": "penilai" in peran,
        "penilai": Pegawai.objects.filter(pk=penilai_id).first() if penilai_id else None,
        "asal": tampilan.sebutan_asal(tindakan),
        "status_teks": teks,
        "status_nada": nada,
        "langkah": tampilan.langkah_tindakan(tindakan, lembar),
        "menunggu": tampilan.menunggu(tindakan, rencana, keberatan=keberatan, batas_jawab=batas),
        "pembuka": tampilan.pembuka(tindakan),
        "predikat": lencana_predikat(tindakan.predikat),
        "predikat_lalu": lencana_predikat(tindakan.predikat_lalu),
        # Kept in Indonesian and said in the reader's language.
        "sebab": _(tindakan.sebab) if tindakan.sebab else "",
        "dasar": tampilan.dasar_tampil(tindakan.dasar),
        "rencana": rencana,
        "butir": lembar.butir,
        "tinjauan": lembar.tinjauan,
        "keputusan": [
            {"satu": satu, "judul": tampilan.LABEL_AKSI.get(satu.aksi, satu.aksi)}
            for satu in lembar.keputusan
        ],
        "riwayat": tampilan.riwayat_tampil(lembar.riwayat, tindakan.instansi.zona),
        "bimbingan": bimbingan_terlihat(tindakan=tindakan, aktor=aktor) if bersama else [],
        "konseling": konseling_tindakan(tindakan=tindakan, aktor=aktor),
        "bersama": bersama,
        "form_minta": CatatanForm(),
        "form_setuju": CatatanForm(),
        "form_tanggap": CatatanForm(),
        **({} if keberatan else _yang_bisa(tindakan, lembar, peran, batas, pada)),
        **form,
    }
    return render_laman(
        request, "tindak_lanjut/tindakan/rincian.html", konteks, nav="tindak_lanjut", status=status
    )


def _yang_bisa(
    tindakan: TindakLanjut, lembar: LembarTindakan, peran: frozenset[str], batas: Any, pada: Any
) -> dict[str, Any]:
    """What the aktor can do on the page now; nothing while the result is objected to."""
    rencana = lembar.rencana
    aksi = {
        satu.aksi
        for satu in workflow.aksi_tersedia(
            jenis="tindak_lanjut", status=tindakan.status, daftar_peran=peran
        )
    }
    aksi_rencana = (
        {
            satu.aksi
            for satu in workflow.aksi_tersedia(
                jenis="rencana_perbaikan", status=rencana.status, daftar_peran=peran
            )
        }
        if rencana
        else set()
    )
    prioritas = tindakan.jenis == TindakLanjut.Jenis.PRIORITAS
    return {
        "boleh_susun": not prioritas
        and "penilai" in peran
        and tindakan.status == TindakLanjut.Status.DIUSULKAN
        and (rencana is None or rencana.status == "disusun"),
        "boleh_kirim": "ajukan" in aksi_rencana and bool(lembar.butir),
        "boleh_jawab": "setujui" in aksi_rencana,
        "boleh_jalankan": "jalankan" in aksi_rencana and batas is not None and pada > batas,
        "boleh_simpulkan": "simpulkan_membaik" in aksi_rencana,
        "boleh_kemajuan": "pegawai" in peran and rencana is not None
        and rencana.status == "berjalan",
        "boleh_tinjau": "penilai" in peran and rencana is not None and rencana.status == "berjalan",
        "boleh_tanggap": "pegawai" in peran
        and rencana is not None
        and rencana.disimpulkan_pada is not None,
        "boleh_bimbing": "penilai" in peran
        and not prioritas
        and tindakan.status in {"diusulkan", "perbaikan"},
        "boleh_tuntas": prioritas and "tuntaskan" in aksi,
        "boleh_tutup": "tutup" in aksi and bool(peran & PEMUTUS),
        "pilihan": [
            {
                "aksi": kata,
                "label": tampilan.LABEL_AKSI[kata],
                "halangan": halangan_jalur(tindakan, kata, pada, rencana),
            }
            for kata in AKSI_KEPUTUSAN
            # A pembinaan has no path: nothing is shown that nobody could ever take.
            if kata in aksi and tindakan.jenis == TindakLanjut.Jenis.PERBAIKAN
        ],
    }  # fmt: skip


@require_safe
@perlu_aktor
def surat(request: HttpRequest, pk: int, keputusan_pk: int) -> HttpResponse:
    """The scan of a letter, for whoever opens the follow-up."""
    tindakan = tindakan_atau_404(request, pk)
    satu = get_object_or_404(
        KeputusanTindakan.objects.select_related("berkas"), tindakan=tindakan, pk=keputusan_pk
    )
    return unduh_berkas(satu.berkas, f"surat-tindak-lanjut-{satu.pk}")
