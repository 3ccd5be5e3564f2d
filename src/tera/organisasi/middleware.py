"""Puts the aktor on each request: the person behind the account, the instansi, the mode."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from tera.core import clock
from tera.core.aktor import Aktor, ModePetugas
from tera.core.models import SesiPetugas
from tera.organisasi.models import Instansi, Pegawai

KUNCI_SESI = "mode_petugas"


class AktorMiddleware:
    """Sets ``request.aktor``: lazily an ``Aktor`` for a signed-in person, else None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.aktor = SimpleLazyObject(partial(aktor_dari, request))  # type: ignore[attr-defined]
        return self.get_response(request)


def aktor_dari(request: HttpRequest) -> Aktor | None:
    """Return who asks, or None for a stranger."""
    pengguna = request.user
    if not pengguna.is_authenticated:
        return None
    # Read together with the account by ``pintu_masuk``; an account may have no person.
    pegawai: Pegawai | None = getattr(pengguna, "pegawai", None)
    instansi = pegawai.instansi if pegawai else Instansi.objects.get(pk=pengguna.instansi_id)
    request.instansi = instansi  # type: ignore[attr-defined]
    return Aktor(
        pengguna_id=pengguna.pk,
        instansi_id=instansi.pk,
        pegawai_id=pegawai.pk if pegawai else None,
        nama=pegawai.nama_lengkap if pegawai else str(pengguna),
        zona=instansi.zona,
        mode_petugas=_mode(request),
    )


def _mode(request: HttpRequest) -> ModePetugas | None:
    nomor = request.session.get(KUNCI_SESI)
    if nomor is None:
        return None
    sesi = SesiPetugas.objects.filter(
        pk=nomor,
        pengguna_id=request.user.pk or 0,
        diakhiri_at__isnull=True,
        sampai_at__gt=clock.sekarang(),
    ).first()
    if sesi is None:
        del request.session[KUNCI_SESI]
        return None
    return ModePetugas(sesi.pk, sesi.alasan, sesi.sampai_at)
