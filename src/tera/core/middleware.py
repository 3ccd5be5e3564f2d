"""Turns a refusal raised anywhere below a view into a page that says what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from tera.core.galat import MasukanSalahError, TeraError


class RefusalMiddleware:
    """Answers ``TeraError`` with its status: a page, or JSON for programs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, galat: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else is not ours."""
        if not isinstance(galat, TeraError):
            return None
        if "application/json" in request.headers.get("Accept", ""):
            isi: dict[str, object] = {"kode": galat.kode, "pesan": galat.pesan}
            if isinstance(galat, MasukanSalahError) and galat.per_bidang:
                isi["per_bidang"] = galat.per_bidang
            return JsonResponse({"galat": isi}, status=galat.status)
        return render(request, "antarmuka/penolakan.html", {"galat": galat}, status=galat.status)
