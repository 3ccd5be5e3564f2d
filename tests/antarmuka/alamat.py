"""A small site around the component pages: what the browser scripts talk to."""

import json
import uuid
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

import tera.antarmuka

FOLDER = Path(tera.antarmuka.__file__).parent / "static" / "antarmuka"
KEADAAN: dict[str, Any] = {"draf": {}, "kiriman": {}, "masuk": True}


def kosongkan() -> None:
    """Forget everything that was sent."""
    KEADAAN.update(draf={}, kiriman={}, masuk=True)


def csrf(request: HttpRequest) -> HttpResponse:
    """A fresh token, or 401 without a session."""
    if not KEADAAN["masuk"]:
        return JsonResponse({"galat": {"kode": "belum_masuk"}}, status=401)
    return JsonResponse({"token": get_token(request)}, headers={"Cache-Control": "no-store"})


def csrf_basi(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page of a stale form."""
    jawab = render(request, "403_csrf.html", status=403)
    jawab["X-Tera-Csrf"] = "basi"
    return jawab


def pekerja(request: HttpRequest) -> HttpResponse:
    """The service worker at the root, so that it may answer for every page."""
    return HttpResponse((FOLDER / "sw.js").read_bytes(), content_type="text/javascript")


def luring(request: HttpRequest) -> HttpResponse:
    """The offline page."""
    return render(request, "antarmuka/luring.html")


def draf(request: HttpRequest, kunci: str) -> HttpResponse:
    """Keep a draft in memory."""
    if not KEADAAN["masuk"]:
        return JsonResponse({"galat": {"kode": "belum_masuk"}}, status=401)
    if request.method == "GET":
        return JsonResponse(KEADAAN["draf"].get(kunci, {}))
    lama = KEADAAN["draf"].get(kunci, {"versi": 0})
    isi = json.loads(request.body)["isi"]
    KEADAAN["draf"][kunci] = {"isi": isi, "versi": lama["versi"] + 1}
    return JsonResponse({"versi": lama["versi"] + 1})


def saran(request: HttpRequest) -> HttpResponse:
    """Three suggestions."""
    q = request.GET.get("q", "")
    return JsonResponse(
        {"saran": [{"nilai": f"{q} {n}", "keterangan": f"Contoh {n}"} for n in (1, 2, 3)]}
    )


def kirim(request: HttpRequest) -> HttpResponse:
    """A form that must act once per key."""
    if not KEADAAN["masuk"]:
        return HttpResponseRedirect(f"/masuk/?next={request.path}")
    if request.method == "POST":
        kunci = str(uuid.UUID(request.POST["kunci_idempoten"]))
        if request.POST["isi"] == "tolak":
            return render(request, "antarmuka/uji_kirim.html", {"tolak": True}, status=422)
        KEADAAN["kiriman"].setdefault(kunci, []).append(request.POST["isi"])
        return HttpResponseRedirect("/kirim/hasil/")
    return render(request, "antarmuka/uji_kirim.html", {})


def hasil(request: HttpRequest) -> HttpResponse:
    """The page after an accepted form."""
    return render(request, "antarmuka/uji_kirim.html", {"hasil": True, "draf_selesai": "uji"})


@csrf_exempt
def masuk(request: HttpRequest) -> HttpResponse:
    """Sign in by posting anything."""
    if request.method == "POST":
        KEADAAN["masuk"] = True
        return HttpResponseRedirect("/gaya/publik/")
    return render(request, "antarmuka/gaya/publik.html")


urlpatterns = [
    path("gaya/", include("tera.antarmuka.urls")),
    path("csrf/", csrf),
    path("sw.js", pekerja),
    path("luring/", luring),
    path("draf/<str:kunci>/", draf),
    path("saran/", saran),
    path("kirim/", kirim),
    path("kirim/hasil/", hasil),
    path("masuk/", masuk),
]
