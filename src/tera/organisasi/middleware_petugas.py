"""Writes down every request made in *mode petugas*; the person concerned can read it."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

from tera.core import clock, kejadian
from tera.core.aktor import Aktor, ModePetugas
from tera.organisasi.middleware import KUNCI_SESI
from tera.organisasi.models import AksesPetugas


class AksesPetugasMiddleware:
    """After the answer: one row with reason, method and path, and the person it concerned.

    A view that opens one person's content sets ``request.pegawai_terkait_id``. The row is written
    even when the view refused or failed: trying to look is also a look. Must stand right after
    ``AktorMiddleware``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        session = getattr(request, "session", None)
        if session is None or KUNCI_SESI not in session:
            return self.get_response(request)
        aktor: Aktor | None = getattr(request, "aktor", None)
        # Read before the view: ending the mode is itself a request made under it.
        if not aktor or aktor.mode_petugas is None:
            return self.get_response(request)
        try:
            return self.get_response(request)
        finally:
            catat_akses(
                aktor=aktor,
                metode=request.method or "GET",
                jalur=request.path,
                pegawai_id=getattr(request, "pegawai_terkait_id", None),
            )


def catat_akses(*, aktor: Aktor, metode: str, jalur: str, pegawai_id: int | None) -> None:
    """Write one row; does nothing when the aktor isn't in *mode petugas*."""
    if aktor.mode_petugas is None or aktor.pengguna_id is None:
        return
    with transaction.atomic():
        _catat(aktor, aktor.pengguna_id, aktor.mode_petugas, metode, jalur, pegawai_id)


def _catat(
    aktor: Aktor,
    pengguna_id: int,
    mode: ModePetugas,
    metode: str,
    jalur: str,
    pegawai_id: int | None,
) -> None:
    pertama = (
        pegawai_id is not None
        and pegawai_id != aktor.pegawai_id
        and not AksesPetugas.objects.filter(sesi_id=mode.id, pegawai_id=pegawai_id).exists()
    )
    AksesPetugas.objects.create(
        instansi_id=aktor.instansi_id,
        sesi_id=mode.id,
        pengguna_id=pengguna_id,
        nama_petugas=aktor.nama,
        alasan=mode.alasan,
        pegawai_id=pegawai_id,
        metode=metode[:8],
        jalur=jalur[:300],
        terjadi_at=clock.sekarang(),
    )
    if pertama:
        kejadian.terbitkan(
            instansi_id=aktor.instansi_id,
            nama="organisasi.akses_petugas",
            muatan={"pegawai_id": pegawai_id, "sesi_id": mode.id},
        )
