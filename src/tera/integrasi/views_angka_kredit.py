"""PAK in SIASN's field names, as XLSX or one JSON line a PAK."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.antarmuka.unduh import unduh_isi
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.integrasi.ekspor_angka_kredit import pak_ditukar, rekaman_pak
from tera.integrasi.permissions import pastikan_petugas


@require_safe
@perlu_aktor
def siasn_pak(request: HttpRequest, tahun: int, bentuk: str) -> HttpResponse:
    """The PAK established in a year; ``?ejaan=baru`` for the right spelling of four names."""
    aktor = aktor_wajib(request)
    pastikan_petugas(aktor=aktor, pada=aktor.hari_ini)
    if bentuk not in {"jsonl", "xlsx"} or not 2023 <= tahun <= 9999:
        raise Http404
    baris = rekaman_pak(
        pak_ditukar(aktor=aktor, tahun=tahun, pada=aktor.hari_ini),
        ejaan="Penilaian" if request.GET.get("ejaan") == "baru" else "Penailan",
    )
    if bentuk == "jsonl":
        isi = "".join(json.dumps(butir, ensure_ascii=False) + "\n" for butir in baris).encode()
        jenis = "application/x-ndjson"
    else:
        kolom = [nama for nama in (baris[0] if baris else {}) if nama != "path"]
        isi = tulis_xlsx(
            judul="SIASN PAK",
            kolom=kolom or ["nip"],
            baris=[[_teks(butir[k]) for k in kolom] for butir in baris],
        )
        jenis = JENIS_XLSX
    return unduh_isi(isi, jenis, f"pak-{tahun}.{bentuk}")


def _teks(nilai: object) -> str:
    return "" if nilai is None else str(nilai)
