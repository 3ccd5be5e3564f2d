"""The ranking inside a unit: choose unit and year, record what the team agreed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.idempoten import idempoten
from tera.organisasi.models import UnitKerja
from tera.tindak_lanjut.forms.talenta import PeringkatForm, tahun_awal
from tera.tindak_lanjut.models.talenta.peta import LevelKinerja
from tera.tindak_lanjut.selectors.talenta import peringkat as selectors
from tera.tindak_lanjut.services.talenta.baca import catat_daftar
from tera.tindak_lanjut.services.talenta.peringkat import catat_peringkat
from tera.tindak_lanjut.tampilan_talenta import kata_nasihat
from tera.tindak_lanjut.views.talenta.alat import (
    NAV,
    jangkauan_wajib,
    kirim,
    laman_isian,
    wajib_punya,
)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The units one reads, for the year that ended last."""
    aktor = aktor_wajib(request)
    luas = jangkauan_wajib(request, petugas=True)
    semua = UnitKerja.objects.filter(luas.q(), instansi_id=aktor.instansi_id).order_by("path")
    konteks = {
        "halaman": Paginator(semua, 50).get_page(request.GET.get("halaman")),
        "tahun": tahun_awal(aktor.hari_ini),
    }
    return render_laman(request, "tindak_lanjut/talenta/peringkat_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def unit(request: HttpRequest, tahun: int, pk: int) -> HttpResponse:
    """One unit and year: what stands, how it lies beside the pattern, and the form."""
    aktor = aktor_wajib(request)
    # Unseen first: a unit of another instansi isn't there at all.
    satu = get_object_or_404(UnitKerja, pk=pk, instansi_id=aktor.instansi_id)
    luas = jangkauan_wajib(request, petugas=True)
    if not luas.membaca(satu.path):
        raise Http404
    if request.method == "POST":
        wajib_punya(luas.peran_atas(satu.path), "pengelola")
    catat_daftar(aktor=aktor, jenis="peringkat_kinerja", objek_id=pk, bagian=str(tahun))
    ada = selectors.peringkat_unit(unit=satu, tahun=tahun)
    orang = selectors.orang_unit(aktor=aktor, unit=satu, pada=aktor.hari_ini)
    form = PeringkatForm(
        **kirim(request),
        orang=[
            (
                tugas.pegawai_id,
                f"{tugas.pegawai.nama_lengkap}, {tugas.jabatan.nama}",
                ada[tugas.pegawai_id].level if tugas.pegawai_id in ada else "",
            )
            for tugas in orang
        ],
        pilihan=LevelKinerja.choices,
        initial={"dasar": next((baris.dasar for baris in ada.values()), "")},
    )
    jumlah, nasihat, pola = selectors.nasihat(
        aktor=aktor, daftar=list(ada.values()), pada=aktor.hari_ini
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        catat_peringkat(
            aktor=aktor,
            unit=satu,
            tahun=tahun,
            level=form.level(),
            dasar=isi["dasar"],
            pada=aktor.hari_ini,
        )
        return reverse("tindak_lanjut:talenta_peringkat_unit", args=[tahun, pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Peringkat tercatat menurut berita acara."),
        template="tindak_lanjut/talenta/peringkat_unit.html",
        draf=f"talenta-peringkat-{tahun}-{pk}",
        unit=satu,
        tahun=tahun,
        ada_orang=bool(orang),
        boleh="pengelola" in luas.peran_atas(satu.path),
        hitungan=[(str(kata.label), jumlah.get(kata.value, 0)) for kata in LevelKinerja],
        nasihat=kata_nasihat(nasihat, pola),
    )
