"""Turns a refusal raised anywhere below a view into a page that says what to do."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from tera.core.galat import MasukanSalahError, TeraError

# Shorter than this it is quicker to type again than to copy.
TERPENDEK = 15
RAHASIA = re.compile(r"sandi|password|kode|code|token|kunci", re.IGNORECASE)


class RefusalMiddleware:
    """Answers ``TeraError`` with its status: a page, or JSON for programs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; a door that opens by another method gets a page instead of an empty one."""
        jawaban = self.get_response(request)
        if jawaban.status_code == 405 and "text/html" in request.headers.get("Accept", ""):
            halaman = render(request, "405.html", {"kembali_url": asal(request)}, status=405)
            halaman["Allow"] = jawaban.headers.get("Allow", "")
            return halaman
        return jawaban

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else is not ours."""
        if not isinstance(galat, TeraError):
            return None
        if "application/json" in request.headers.get("Accept", ""):
            isi: dict[str, object] = {"kode": galat.kode, "pesan": galat.pesan}
            if isinstance(galat, MasukanSalahError) and galat.per_bidang:
                isi["per_bidang"] = galat.per_bidang
            return JsonResponse({"galat": isi}, status=galat.status)
        isi = {"galat": galat, "kembali_url": asal(request), "ketikan": ketikan(request)}
        return render(request, "antarmuka/penolakan.html", isi, status=galat.status)


def asal(request: HttpRequest) -> str:
    """Return the path of our page that led here, or nothing: where a refused person goes back."""
    alamat = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(alamat, allowed_hosts={request.get_host()}):
        return ""
    bagian = urlsplit(alamat)
    jalur = bagian.path + (f"?{bagian.query}" if bagian.query else "")
    return "" if jalur == request.get_full_path() and request.method == "GET" else jalur


def ketikan(request: HttpRequest) -> list[str]:
    """Return the sentences that a refused form carried, for its writer to copy: nothing is lost.

    Words without a blank (keys, numbers, choices) are left out, and so are secrets.
    """
    return [
        isi.strip()
        for nama, isi in request.POST.items()
        if isinstance(isi, str)
        and " " in isi.strip()
        and len(isi.strip()) >= TERPENDEK
        and not RAHASIA.search(nama)
    ]
