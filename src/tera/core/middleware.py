"""Turns a refusal raised anywhere below a view into a page that says what to do."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from tera.core.galat import MasukanSalahError, TeraError
from tera.core.idempoten import NAMA_BIDANG

# Shorter than this it is quicker to type again than to copy.
TERPENDEK = 15
RAHASIA = re.compile(r"sandi|password|kode|code|token|kunci", re.IGNORECASE)
# What every form of ours carries: the page's key and the key that makes sending twice one effect.
KUNCI_FORMULIR = frozenset({"csrfmiddlewaretoken", NAMA_BIDANG})
# SQLite says "no such table" with the same class of error: only these pass by waiting.
_SQLITE_SIBUK = re.compile(r"locked|busy|unable to open|disk|full", re.IGNORECASE)


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


def basis_data_sibuk(galat: BaseException | None) -> bool:
    """Whether the database was held, gone or not writable yet: the same request works later."""
    if isinstance(galat, (OperationalError, InterfaceError)):
        return connection.vendor != "sqlite" or bool(_SQLITE_SIBUK.search(str(galat)))
    # A replica that isn't promoted yet refuses to write.
    return getattr(galat.__cause__, "sqlstate", "") == "25006" if galat else False


def kirim_lagi(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields of a form that wasn't processed, to be sent again as they were.

    Nothing when it can't be repeated safely: it carries a secret, a file or no key of its own.
    """
    if NAMA_BIDANG not in request.POST or request.FILES:
        return []
    if any(RAHASIA.search(nama) for nama in request.POST if nama not in KUNCI_FORMULIR):
        return []
    return [(nama, str(isi)) for nama, daftar in request.POST.lists() for isi in daftar]


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
