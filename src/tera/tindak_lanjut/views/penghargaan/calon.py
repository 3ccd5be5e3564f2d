"""Pages of candidates: propose, the facts for and against, views, the decision, consent."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.tindak_lanjut.forms.penghargaan.putaran import (
    MundurForm,
    PandanganForm,
    PersetujuanForm,
    PutusanForm,
    UsulanForm,
)
from tera.tindak_lanjut.models import CalonPenghargaan, PandanganAnggota
from tera.tindak_lanjut.permissions.penghargaan import PELIHAT, PEMUTUS
from tera.tindak_lanjut.selectors.penghargaan import putaran as tanya
from tera.tindak_lanjut.services.penghargaan import calon as layanan
from tera.tindak_lanjut.services.penghargaan.calon import Putusan
from tera.tindak_lanjut.services.penghargaan.putaran import sedang
from tera.tindak_lanjut.views.penghargaan.alat import (
    NADA_CALON,
    NADA_SYARAT,
    NAV,
    calon_atau_404,
    putaran_atau_404,
    putaran_petugas_atau_404,
    riwayat_objek,
    sebutan_syarat,
)

NADA_PANDANGAN = {"mendukung": "sukses", "tidak_mendukung": "bahaya", "abstain": "netral"}


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def usulkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Propose somebody one rates."""
    aktor = aktor_wajib(request)
    putaran, _peran = putaran_atau_404(request, pk)
    daftar = tanya.boleh_diusulkan(aktor=aktor, putaran=putaran)
    if not daftar:
        raise TidakBerwenangError(
            _(
                "Mengusulkan calon adalah tugas pejabat penilai dan atasannya, untuk orang yang "
                "dinilainya dan belum ada di daftar. Tidak ada orang seperti itu pada Anda."
            )
        )
    form = UsulanForm(**kirim(request), aktor=aktor, daftar=daftar)

    def kerjakan(isi: dict[str, Any]) -> str:
        satu = layanan.usulkan_calon(
            aktor=aktor,
            putaran=putaran,
            pegawai_id=isi["pegawai"],
            alasan=isi["alasan"],
            pada=aktor.hari_ini,
        )
        selesaikan_draf(request, f"usulan-{pk}")
        return reverse("tindak_lanjut:penghargaan_calon", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        template="tindak_lanjut/penghargaan/usulkan.html",
        draf=f"usulan-{pk}",
        pesan=_("Usulan tercatat. Orangnya diberi tahu dan boleh menolak dicalonkan."),
        judul=_("Usulkan calon"),
        tombol=_("Usulkan"),
        induk=putaran.nama,
        kembali=reverse("tindak_lanjut:penghargaan_putaran", args=[pk]),
        nav=NAV,
        pengantar=putaran.jenis.kriteria,
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Every criterion with its fact and source, the views, what was decided."""
    calon, peran = calon_atau_404(request, pk)
    return _render(request, calon, peran)


def _render(
    request: HttpRequest,
    calon: CalonPenghargaan,
    peran: frozenset[str],
    status: int = 200,
    **form: IsianForm,
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    sendiri = aktor.pegawai_id == calon.pegawai_id
    # A proposer who is neither officer nor member doesn't read the record of discipline.
    lengkap = sendiri or bool(peran & (PELIHAT | {"anggota_tim"}))
    terbuka = calon.status == CalonPenghargaan.Status.DICALONKAN
    telaah = calon.putaran.status == "ditelaah"
    konteks: dict[str, Any] = {
        "calon": calon,
        "putaran": calon.putaran,
        "sendiri": sendiri,
        "lengkap": lengkap,
        "nada": NADA_CALON[calon.status],
        "bisa_mundur": sendiri and terbuka and calon.putaran.status in ("dibuka", "ditelaah"),
        "bisa_pandangan": "anggota_tim" in peran and telaah and terbuka,
        "tampak_pandangan": bool(peran & (PELIHAT | {"anggota_tim"})),
        "riwayat": riwayat_objek("calon_penghargaan", calon.pk, calon.putaran.instansi.zona),
    }
    if lengkap:
        layanan.catat_dibaca(aktor=aktor, calon=calon)
        fakta = tanya.fakta_daftar(putaran=calon.putaran, daftar=[calon])[calon.pk]
        konteks["syarat"] = [
            {
                "syarat": satu,
                "nada": NADA_SYARAT[satu.jawaban],
                "jawaban": sebutan_syarat(satu.jawaban),
            }
            for satu in fakta.daftar
        ]
    if konteks["tampak_pandangan"]:
        daftar = tanya.daftar_pandangan(calon=calon)
        konteks["pandangan"] = [
            {"satu": satu, "nada": NADA_PANDANGAN[satu.pandangan]} for satu in daftar
        ]
        if konteks["bisa_pandangan"]:
            konteks |= _isian_pandangan(request, calon, daftar)
    if sendiri and calon.status == CalonPenghargaan.Status.DITETAPKAN:
        konteks["form_setuju"] = PersetujuanForm(
            aktor=aktor,
            prefix="setuju",
            initial={
                "setuju": {None: None, True: "ya", False: "tidak"}[calon.setuju_nama],
                "alasan_publik": calon.alasan_publik,
            },
        )
    return render_laman(
        request,
        "tindak_lanjut/penghargaan/calon.html",
        {**konteks, **form},
        nav=NAV,
        status=status,
    )


def _isian_pandangan(
    request: HttpRequest, calon: CalonPenghargaan, daftar: list[PandanganAnggota]
) -> dict[str, Any]:
    aktor = aktor_wajib(request)
    milik = next((s for s in daftar if s.anggota.pegawai_id == aktor.pegawai_id), None)
    sebab = tanya.benturan(anggota_id=aktor.pegawai_id or 0, calon=calon, pada=aktor.hari_ini)
    ada = sebab != PandanganAnggota.Benturan.TIDAK_ADA
    awal = (
        {
            "pandangan": milik.pandangan,
            "alasan": milik.alasan,
            "benturan_lain": milik.benturan == PandanganAnggota.Benturan.LAIN,
        }
        if milik
        else {"pandangan": "abstain" if ada else None}
    )
    return {
        "benturan": sebab.label if ada else "",
        "form_pandangan": PandanganForm(aktor=aktor, prefix="pandangan", initial=awal),
    }


@require_POST
@perlu_aktor
@idempoten
def pandangan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record a member's view."""
    aktor = aktor_wajib(request)
    calon, peran = calon_atau_404(request, pk)
    layanan.wajib_anggota(aktor, calon.putaran)
    form = PandanganForm(request.POST, aktor=aktor, prefix="pandangan")
    if form.is_valid():
        try:
            layanan.catat_pandangan(
                aktor=aktor, calon=calon, pada=aktor.hari_ini, **form.cleaned_data
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Pandangan Anda tercatat."))
            selesaikan_draf(request, f"pandangan-{pk}")
            return redirect("tindak_lanjut:penghargaan_putaran", pk=calon.putaran_id)
    return _render(request, calon, peran, 422, form_pandangan=form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def mundur(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Decline being a candidate."""
    aktor = aktor_wajib(request)
    calon, _peran = calon_atau_404(request, pk)
    layanan.wajib_orangnya(aktor, calon)
    form = MundurForm(**kirim(request), aktor=aktor)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.mundur(aktor=aktor, calon=calon, alasan=isi["alasan"], pada=aktor.hari_ini)
        return reverse("tindak_lanjut:penghargaan_calon", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Anda tidak lagi menjadi calon. Hal ini tidak memengaruhi penilaian Anda."),
        draf=f"mundur-calon-{pk}",
        judul=_("Tidak bersedia dicalonkan"),
        tombol=_("Saya tidak bersedia"),
        induk=calon.putaran.nama,
        kembali=reverse("tindak_lanjut:penghargaan_calon", args=[pk]),
        nav=NAV,
        pengantar=_("Boleh tanpa alasan. Tidak memengaruhi penilaian kinerja Anda."),
    )


@require_POST
@perlu_aktor
@idempoten
def persetujuan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say whether one's name may be read outside."""
    aktor = aktor_wajib(request)
    calon, peran = calon_atau_404(request, pk)
    layanan.wajib_orangnya(aktor, calon)
    form = PersetujuanForm(request.POST, aktor=aktor, prefix="setuju")
    if not form.is_valid():
        return _render(request, calon, peran, 422, form_setuju=form)
    layanan.jawab_persetujuan(
        aktor=aktor,
        calon=calon,
        setuju=form.cleaned_data["setuju"] == "ya",
        alasan_publik=form.cleaned_data["alasan_publik"],
        pada=aktor.hari_ini,
    )
    selesaikan_draf(request, f"persetujuan-{pk}")
    messages.success(request, _("Jawaban Anda tersimpan dan bisa diubah kapan saja."))
    return redirect("tindak_lanjut:penghargaan_calon", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def putuskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Decide on every candidate, with the document."""
    aktor = aktor_wajib(request)
    putaran, peran = putaran_petugas_atau_404(request, pk)
    if not peran & PEMUTUS:
        raise TidakBerwenangError(
            _(
                "Keputusan penghargaan ditetapkan oleh pejabat yang berwenang atau pejabat pembina "
                "kepegawaian, bukan tim atau pengelola."
            )
        )
    sedang(putaran, "ditelaah")
    lembar = tanya.lembar_putaran(aktor=aktor, putaran=putaran)
    daftar = [satu for satu in lembar.daftar_calon if satu.calon.status == "dicalonkan"]
    form = PutusanForm(
        **kirim(request), aktor=aktor, daftar=daftar, initial={"tanggal": aktor.hari_ini}
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.putuskan_putaran(
            aktor=aktor,
            putaran=putaran,
            nomor=isi["nomor"],
            tanggal=isi["tanggal"],
            daftar={nomor: Putusan(*isi_putusan) for nomor, isi_putusan in form.putusan().items()},
            pada=aktor.hari_ini,
        )
        selesaikan_draf(request, f"putusan-{pk}")
        return reverse("tindak_lanjut:penghargaan_putaran", args=[pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        template="tindak_lanjut/penghargaan/putuskan.html",
        pesan=_("Keputusan tercatat. Pengelola mengumumkannya."),
        nav=NAV,
        putaran=putaran,
        # Said before anything is filled in: the service refuses while one is left.
        tanpa_pandangan=[
            satu.calon.pegawai.nama_lengkap
            for satu in daftar
            if not satu.mendukung + satu.tidak_mendukung + satu.abstain
        ],
    )
