"""A set matrix for SIASN: what will be in the file, who is missing, the file."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.aktor import Aktor
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.integrasi.ekspor_talenta import KOLOM, ekspor_talenta
from tera.tindak_lanjut.models import PetaTalenta
from tera.tindak_lanjut.permissions.talenta import peran_peta
from tera.tindak_lanjut.selectors.talenta.jangkauan import jangkauan
from tera.tindak_lanjut.services.talenta.baca import catat_daftar

#: Names shown; the rest is counted.
BATAS_NAMA = 100


def _peta(request: HttpRequest, pk: int) -> tuple[Aktor, PetaTalenta]:
    """A set matrix, for the pengelola over the whole instansi; to others it isn't there."""
    aktor = aktor_wajib(request)
    peta = get_object_or_404(
        PetaTalenta, pk=pk, instansi_id=aktor.instansi_id, status=PetaTalenta.Status.DITETAPKAN
    )
    luas = jangkauan(aktor=aktor, pada=aktor.hari_ini, pimpinan=False)
    if "pengelola" not in peran_peta(jangkauan=luas, peta=peta):
        raise Http404
    return aktor, peta


@require_safe
@perlu_aktor
def talenta(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file holds, and who is left out for want of an id."""
    aktor, peta = _peta(request, pk)
    hasil = ekspor_talenta(aktor=aktor, peta=peta)
    catat_daftar(aktor=aktor, jenis="peta_talenta", objek_id=pk, bagian="periksa_siasn")
    konteks = {
        "peta": peta,
        "jumlah": len(hasil.rekaman),
        "tanpa_id": hasil.tanpa_id[:BATAS_NAMA],
        "jumlah_tanpa_id": len(hasil.tanpa_id),
        "tanpa_kotak": hasil.tanpa_kotak,
    }
    return render_laman(request, "integrasi/talenta.html", konteks, nav="integrasi")


@require_safe
@perlu_aktor
def siasn_talenta(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """The file; ``?sumbu=tingkat`` writes the axes as levels. Every download is audited."""
    if bentuk not in {"xlsx", "jsonl"}:
        raise Http404
    aktor, peta = _peta(request, pk)
    bertingkat = request.GET.get("sumbu") == "tingkat"
    hasil = ekspor_talenta(aktor=aktor, peta=peta, bertingkat=bertingkat)
    bagian = f"ekspor_siasn_{bentuk}" + ("_tingkat" if bertingkat else "")
    catat_daftar(aktor=aktor, jenis="peta_talenta", objek_id=pk, bagian=bagian)
    nama = f"talentmapping-{peta.tahun}.{bentuk}"
    if bentuk == "jsonl":
        baris = ({kunci: satu[kunci] for kunci in KOLOM} for satu in hasil.rekaman)
        isi = "".join(json.dumps(satu, ensure_ascii=False) + "\n" for satu in baris).encode()
        return unduh_isi(isi, "application/x-ndjson", nama)
    kolom = (*KOLOM, "nip", "nama")
    return unduh_isi(
        tulis_xlsx(
            judul="talentmapping",
            kolom=kolom,
            baris=[[str(satu[kunci]) for kunci in kolom] for satu in hasil.rekaman],
        ),
        JENIS_XLSX,
        nama,
    )
