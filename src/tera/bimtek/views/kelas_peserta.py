"""Asking people to a class and taking them off; one's own place: answer, code, practice, form."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.bimtek.forms_kelas import (
    AngketForm,
    KodeForm,
    TolakForm,
    UndangNIPForm,
    UndangOrangForm,
    UndangUnitForm,
)
from tera.bimtek.models import KelasBimtek, PesertaKelas
from tera.bimtek.selectors.kelas import daftar_hari_saya, undangan_saya
from tera.bimtek.selectors.kelas_hasil import sebelum_sesudah
from tera.bimtek.services import kelas_hasil as layanan_hasil
from tera.bimtek.services import kelas_undangan as layanan
from tera.bimtek.services.kelas import wajib_penyelenggara
from tera.bimtek.services.kelas_hadir import hadir_dengan_kode
from tera.bimtek.tampilan_kelas import (
    NADA,
    NADA_JAWABAN,
    kata_undangan,
    masa,
    nama_kursus,
    tugas_peserta,
)
from tera.bimtek.tampilan_kelas_hasil import bandingan_saya
from tera.bimtek.views.kelas import NAV, kelas_atau_404
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.workflow import riwayat

#: Refused lines named on the page.
TOLAKAN_TAMPIL = 20
#: States whose days are shown.
BERHARI = frozenset({KelasBimtek.Status.BERLANGSUNG, KelasBimtek.Status.SELESAI})


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def undang(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask by unit, by a pasted list, or one by one: three forms, one of them is sent."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    wajib_penyelenggara(aktor, kelas, aktor.hari_ini)
    cara = request.POST.get("cara", "")
    pilihan = {"unit": UndangUnitForm, "nip": UndangNIPForm, "orang": UndangOrangForm}
    form: dict[str, Any] = {
        kata: kelas_form(request.POST if cara == kata else None, aktor=aktor)
        for kata, kelas_form in pilihan.items()
    }
    kirim = form.get(cara)
    if kirim is not None and kirim.is_valid():
        try:
            hasil = _undang(request, kelas, cara, kirim.cleaned_data)
        except MasukanSalahError as galat:
            kirim.tempel(galat)
        else:
            _kabarkan(request, hasil)
            selesaikan_draf(request, f"kelas-undang-{pk}")
            if not hasil.ditolak:
                return redirect("bimtek:kelas_kelola", pk=pk)
            # What wasn't found stays in its box, to be mended.
            sisa = "\n".join(satu for satu, _sebab in hasil.ditolak)
            form["nip"] = UndangNIPForm(aktor=aktor, initial={"nip": sisa})
    konteks = {"kelas": kelas, "form": form, "kirim": kirim, "kunci_draf": f"kelas-undang-{pk}"}
    return render_laman(
        request, "bimtek/kelas_undang.html", konteks, nav=NAV, status=422 if kirim else 200
    )


def _undang(
    request: HttpRequest, kelas: KelasBimtek, cara: str, isi: dict[str, Any]
) -> layanan.HasilUndangan:
    aktor = aktor_wajib(request)
    if cara == "unit":
        return layanan.undang_unit(
            aktor=aktor,
            kelas=kelas,
            unit=isi["unit"],
            penilai_saja=isi["siapa"] == "penilai",
            pada=aktor.hari_ini,
        )
    if cara == "nip":
        return layanan.undang_nip(aktor=aktor, kelas=kelas, teks=isi["nip"], pada=aktor.hari_ini)
    return layanan.undang_orang(
        aktor=aktor, kelas=kelas, pegawai=isi["pegawai"], pada=aktor.hari_ini
    )


def _kabarkan(request: HttpRequest, hasil: layanan.HasilUndangan) -> None:
    beri = messages.success if hasil.baru else messages.info
    beri(request, kata_undangan({"baru": hasil.baru, "sudah_ada": hasil.sudah_ada}))
    for nip, sebab in hasil.ditolak[:TOLAKAN_TAMPIL]:
        messages.warning(request, _("NIP %(nip)s: %(sebab)s.") % {"nip": nip, "sebab": sebab})
    lebih = len(hasil.ditolak) - TOLAKAN_TAMPIL
    if lebih > 0:
        messages.warning(
            request,
            ngettext("%(n)s NIP lain ditolak.", "%(n)s NIP lain ditolak.", lebih) % {"n": lebih},
        )


@require_POST
@perlu_aktor
@idempoten
def keluarkan(request: HttpRequest, pk: int, peserta_pk: int) -> HttpResponseBase:
    """Take somebody off the list."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    peserta = get_object_or_404(
        PesertaKelas.objects.select_related("kelas__unit", "pegawai"), kelas=kelas, pk=peserta_pk
    )
    layanan.keluarkan(aktor=aktor, peserta=peserta, pada=aktor.hari_ini)
    messages.success(
        request, _("%(nama)s dikeluarkan dari daftar.") % {"nama": peserta.pegawai.nama_lengkap}
    )
    return redirect("bimtek:kelas_kelola", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def ingatkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Remind who hasn't answered."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    n = layanan.ingatkan_kelas(aktor=aktor, kelas=kelas, pada=aktor.hari_ini)
    messages.success(
        request, ngettext("%(n)s orang diingatkan.", "%(n)s orang diingatkan.", n) % {"n": n}
    )
    return redirect("bimtek:kelas_kelola", pk=pk)


def peserta_atau_404(request: HttpRequest, pk: int) -> PesertaKelas:
    """Return one's own place in a class; nobody else's exists here."""
    return get_object_or_404(undangan_saya(aktor=aktor_wajib(request)), kelas__pk=pk)


@require_safe
@perlu_aktor
def saya(request: HttpRequest, pk: int) -> HttpResponse:
    """A class for one who was asked to it."""
    return _laman_saya(request, peserta_atau_404(request, pk))


def _laman_saya(
    request: HttpRequest,
    peserta: PesertaKelas,
    *,
    tolak: TolakForm | None = None,
    kode: KodeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    kelas = peserta.kelas
    hari = daftar_hari_saya(peserta=peserta) if kelas.status in BERHARI else []
    hari_ini = next((satu for satu, _hadir in hari if satu.tanggal == aktor.hari_ini), None)
    sudah = any(hadir for satu, hadir in hari if satu is hari_ini)
    konteks = {
        "peserta": peserta,
        "kelas": kelas,
        "masa": masa(kelas),
        "kursus": nama_kursus(kelas),
        "nada": NADA[KelasBimtek.Status(kelas.status)],
        "nada_jawaban": NADA_JAWABAN[PesertaKelas.Jawaban(peserta.jawaban)],
        "pelatih": list(kelas.daftar_pelatih.order_by("nama", "pk")),
        "bisa_jawab": kelas.status == KelasBimtek.Status.TERBUKA,
        "bisa_kode": hari_ini is not None and bool(hari_ini.kode) and not sudah,
        "hari": [(satu.tanggal, hadir) for satu, hadir in hari],
        "tugas": tugas_peserta(peserta, aktor.hari_ini),
        "tolak": tolak or TolakForm(initial={"alasan": peserta.alasan}),
        "kode": kode or KodeForm(),
        "alasan_batal": _alasan_batal(kelas),
    }
    return render_laman(request, "bimtek/kelas_saya.html", konteks, nav=NAV, status=status)


def _alasan_batal(kelas: KelasBimtek) -> str:
    if kelas.status != KelasBimtek.Status.DIBATALKAN:
        return ""
    akhir = riwayat(jenis="kelas_bimtek", objek_id=kelas.pk).filter(aksi="batalkan").last()
    return akhir.alasan if akhir else ""


@require_POST
@perlu_aktor
@idempoten
def jawab(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say whether one comes."""
    peserta = peserta_atau_404(request, pk)
    aktor = aktor_wajib(request)
    menerima = request.POST.get("jawaban") == "hadir"
    form = TolakForm(None if menerima else request.POST)
    if menerima or form.is_valid():
        try:
            layanan.jawab_undangan(
                aktor=aktor,
                peserta=peserta,
                menerima=menerima,
                alasan="" if menerima else form.cleaned_data["alasan"],
                pada=aktor.hari_ini,
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Jawaban Anda terkirim."))
            return redirect("bimtek:kelas_saya", pk=pk)
    return _laman_saya(request, peserta, tolak=form, status=422)


@require_POST
@perlu_aktor
@idempoten
def kode(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Confirm one's own attendance of today."""
    peserta = peserta_atau_404(request, pk)
    aktor = aktor_wajib(request)
    form = KodeForm(request.POST)
    if form.is_valid():
        try:
            hadir_dengan_kode(
                aktor=aktor, peserta=peserta, kode=form.cleaned_data["kode"], pada=aktor.hari_ini
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Kehadiran Anda hari ini tercatat."))
            return redirect("bimtek:kelas_saya", pk=pk)
    return _laman_saya(request, peserta, kode=form, status=422)


@require_POST
@perlu_aktor
@idempoten
def latihan(request: HttpRequest, pk: int, fase: str) -> HttpResponseBase:
    """Begin the practice before or after the class, or go on with it."""
    if fase not in {layanan_hasil.SEBELUM, layanan_hasil.SESUDAH}:
        raise Http404
    aktor = aktor_wajib(request)
    sesi = layanan_hasil.mulai_latihan_kelas(
        aktor=aktor, peserta=peserta_atau_404(request, pk), fase=fase, pada=aktor.hari_ini
    )
    return redirect("bimtek:sesi", pk=sesi.pk)


@require_safe
@perlu_aktor
def bandingan(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own before and after, in words and small pictures."""
    peserta = peserta_atau_404(request, pk)
    hasil = sebelum_sesudah(peserta=peserta)
    ada = hasil.sebelum is not None or hasil.sesudah is not None
    konteks = {
        "kelas": peserta.kelas,
        "peserta": peserta,
        "hasil": bandingan_saya(hasil) if ada else None,
        "tugas": tugas_peserta(peserta, aktor_wajib(request).hari_ini)[:2],
    }
    return render_laman(request, "bimtek/kelas_bandingan.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def angket(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The questionnaire about the class: no draft is kept, nothing names the person."""
    peserta = peserta_atau_404(request, pk)
    aktor = aktor_wajib(request)
    buka = layanan_hasil.boleh_angket(peserta=peserta)
    form = AngketForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            isi = dict(form.cleaned_data)
            layanan_hasil.isi_angket(
                aktor=aktor, peserta=peserta, tema=isi.pop("tema"), jawaban=isi
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            messages.success(request, _("Terima kasih. Jawaban Anda ikut dihitung tanpa nama."))
            return redirect("bimtek:kelas_saya", pk=pk)
    konteks = {"kelas": peserta.kelas, "peserta": peserta, "form": form, "buka": buka}
    status = 422 if form.is_bound and form.errors else 200
    return render_laman(request, "bimtek/kelas_angket.html", konteks, nav=NAV, status=status)
