"""One plan: its content, its history, its versions, and the person's own steps."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core import workflow
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.models import TandaTerima
from tera.core.sebutan import sebutan_peran
from tera.organisasi import kebijakan
from tera.regulasi.berakhlak import daftar_nilai
from tera.skp.forms.lain import AlasanForm, CatatanForm
from tera.skp.isi import DAFTAR_BAGIAN
from tera.skp.models import SKP, ButirLampiran
from tera.skp.permissions import draf_pengelola
from tera.skp.selectors.arah import garis_arah
from tera.skp.selectors.pengelola import KEBIJAKAN, batas_rancangan, daftar_kiriman
from tera.skp.selectors.terlihat import dengan_isi, peran_tercatat
from tera.skp.selectors.versi import bandingkan, daftar_versi
from tera.skp.services import dialog, penetapan, susun, versi
from tera.skp.services.pengelola import catat_kiriman_dibaca
from tera.skp.tenggat import tenggat_skp
from tera.skp.views.alat import dengan_skp, draf_selesai, kabari, konteks_skp, skp_atau_404


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The plan as it reads."""
    aktor = aktor_wajib(request)
    skp = skp_atau_404(request, pk, isi=True)
    konteks = konteks_skp(request, skp) | {
        "perilaku": baris_perilaku(skp),
        "lampiran": baris_lampiran(skp),
    }
    konteks["draf_selesai"] = draf_selesai(request, susun.kunci_draf(skp.pk))
    if skp.status in {SKP.Status.DRAF, SKP.Status.DIAJUKAN, SKP.Status.DIKEMBALIKAN}:
        aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=aktor.hari_ini)
        tenggat = tenggat_skp(
            instansi_id=skp.instansi_id,
            unit=skp.penugasan.unit,
            tahun=skp.tahun,
            kebijakan=aturan,
        )
        batas = tenggat.batas_untuk(skp.mulai, int(aturan["skp.batas_hari"]))
        konteks["batas"] = batas
        konteks["lewat"] = batas < aktor.hari_ini
        konteks["dekat"] = 0 <= (batas - aktor.hari_ini).days <= 30
        konteks["ditutup"] = not tenggat.terbuka(aktor.hari_ini)
        konteks["draf_pengelola"] = draf_pengelola(skp)
        if konteks["draf_pengelola"]:
            konteks["batas_rancangan"] = batas_rancangan(skp)
        konteks["boleh_tetapkan_pengelola"] = (
            "tetapkan_pengelola" in konteks["aksi"]
            and not konteks["milik_saya"]
            and bool(aturan[KEBIJAKAN])
        )
    if skp.pengelola_penetap_id is not None:
        konteks["batas_rancangan"] = batas_rancangan(skp)
        catat_kiriman_dibaca(aktor=aktor, skp=skp)
        konteks["daftar_kiriman"] = daftar_kiriman(skp=skp)
    return render_laman(request, "skp/rincian.html", konteks, nav=str(konteks["nav"]))


def baris_perilaku(skp: SKP) -> list[dict[str, object]]:
    """Return the seven values with guides and the ekspektasi khusus."""
    khusus = {satu.nilai: satu.ekspektasi_khusus for satu in skp.daftar_perilaku.all()}
    return [
        {"nilai": nilai, "khusus": khusus.get(nilai.kode, "")}
        for nilai in daftar_nilai(pada=skp.mulai)
    ]


def baris_lampiran(skp: SKP) -> list[tuple[str, list[str]]]:
    """Return the three lists of the lampiran in the order of the form."""
    return [
        (
            str(ButirLampiran.Bagian(bagian).label),
            [butir.teks for butir in skp.daftar_lampiran.all() if butir.bagian == bagian],
        )
        for bagian in DAFTAR_BAGIAN
    ]


@perlu_aktor
@dengan_skp
def riwayat(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """History, receipts, versions, and the notes of the dialogue."""
    konteks = _konteks_riwayat(request, skp) | {"form": CatatanForm()}
    return render_laman(request, "skp/riwayat.html", konteks, nav=str(konteks["nav"]))


def _konteks_riwayat(request: HttpRequest, skp: SKP) -> dict[str, object]:
    aktor = aktor_wajib(request)
    langkah = [
        {
            "judul": {"ajukan": _("Diajukan"), "tetapkan": _("Ditetapkan"), "tarik": _("Ditarik"),
                      "kembalikan": _("Dikembalikan"), "ganti": _("Digantikan versi baru"),
                      "tetapkan_pengelola": _("Ditetapkan oleh pengelola kinerja"),
                      "tutup": _("Ditutup"), "batalkan": _("Dibatalkan")}.get(r.aksi, r.aksi),
            "waktu": tulis_waktu(r.terjadi_at, aktor.zona),
            "oleh": r.nama_aktor,
            "peran": sebutan_peran(r.peran),
            "catatan": r.alasan,
        }
        for r in workflow.riwayat(jenis="skp", objek_id=skp.pk).order_by("-id")
    ]  # fmt: skip
    peran = peran_tercatat(skp, aktor)
    return konteks_skp(request, skp) | {
        "daftar_langkah": langkah,
        "daftar_catatan": skp.daftar_catatan.select_related("penulis"),
        "daftar_versi": daftar_versi(skp=skp),
        "daftar_terima": TandaTerima.objects.filter(
            jenis="skp", objek_id=skp.pk, pegawai_id=aktor.pegawai_id
        ).order_by("-id"),
        "boleh_catat": bool(peran & {"pegawai", "penilai", "ketua_tim", "penyiap"}),
    }


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def catat(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Write a note of the dialogue."""
    aktor = aktor_wajib(request)
    form = CatatanForm(request.POST)
    if not form.is_valid():
        konteks = _konteks_riwayat(request, skp) | {"form": form}
        return render_laman(
            request, "skp/riwayat.html", konteks, nav=str(konteks["nav"]), status=422
        )
    dialog.catat_dialog(aktor=aktor, skp=skp, teks=form.cleaned_data["teks"], pada=aktor.hari_ini)
    kabari(request, _("Catatan dialog tersimpan."))
    return redirect(f"{reverse('skp:riwayat', args=[skp.pk])}#catatan")


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def ajukan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Send the stored draft."""
    aktor = aktor_wajib(request)
    try:
        hasil = penetapan.ajukan_skp(aktor=aktor, skp=skp, pada=aktor.hari_ini)
    except MasukanSalahError as galat:
        skp = skp_atau_404(request, skp.pk, isi=True)
        konteks = konteks_skp(request, skp) | {
            "perilaku": baris_perilaku(skp),
            "lampiran": baris_lampiran(skp),
            "galat": galat,
        }
        return render_laman(
            request, "skp/rincian.html", konteks, nav=str(konteks["nav"]), status=422
        )
    kabari(request, _("SKP diajukan."), hasil)
    return redirect("skp:rincian", pk=skp.pk)


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def tarik(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Take a sent plan back."""
    aktor = aktor_wajib(request)
    hasil = penetapan.tarik_skp(aktor=aktor, skp=skp, pada=aktor.hari_ini)
    kabari(request, _("SKP ditarik kembali menjadi draf."), hasil)
    return redirect("skp:rincian", pk=skp.pk)


@perlu_aktor
@dengan_skp
@require_POST
@idempoten
def batalkan(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Cancel a draft; it stays readable and a new one can be made."""
    aktor = aktor_wajib(request)
    hasil = penetapan.batalkan_skp(
        aktor=aktor, skp=skp, alasan=request.POST.get("alasan", "")[:500], pada=aktor.hari_ini
    )
    kabari(request, _("Draf SKP dibatalkan. Anda bisa membuat yang baru."), hasil)
    return redirect("skp:daftar")


@perlu_aktor
@dengan_skp
@idempoten
def versi_baru(request: HttpRequest, skp: SKP) -> HttpResponseBase:
    """Open version n+1 with a reason."""
    aktor = aktor_wajib(request)
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        baru = versi.versi_baru(
            aktor=aktor, skp=skp, alasan=form.cleaned_data["alasan"], pada=aktor.hari_ini
        )
        kabari(request, _("Versi %(n)d dibuka sebagai draf.") % {"n": baru.versi})
        return redirect("skp:sunting", pk=baru.pk)
    konteks = konteks_skp(request, skp) | {"form": form}
    status = 422 if request.method == "POST" else 200
    return render_laman(
        request, "skp/versi_baru.html", konteks, nav=str(konteks["nav"]), status=status
    )


@perlu_aktor
@dengan_skp
def banding(request: HttpRequest, skp: SKP, lama: int) -> HttpResponseBase:
    """What changed between two versions of one plan."""
    dulu = get_object_or_404(dengan_isi(daftar_versi(skp=skp).exclude(pk=skp.pk)), pk=lama)
    daftar = bandingkan(lama=dulu, baru=skp)
    konteks = konteks_skp(request, skp) | {"lama": dulu, "daftar": daftar}
    return render_laman(request, "skp/banding.html", konteks, nav=str(konteks["nav"]))


@perlu_aktor
@dengan_skp
def arah(request: HttpRequest, skp: SKP, rhk: int) -> HttpResponseBase:
    """What one RHK serves, up to the vision."""
    baris = get_object_or_404(skp.daftar_rhk.select_related("butir_perencanaan"), pk=rhk)
    konteks = konteks_skp(request, skp) | {"rhk": baris, "garis": garis_arah(baris)}
    return render_laman(request, "skp/arah.html", konteks, nav=str(konteks["nav"]))
