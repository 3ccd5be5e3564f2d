"""Checks that the services about people share: may you, who is meant, do the days make sense."""

import datetime as dt
from collections.abc import Collection

from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi.models import Pegawai, UnitKerja
from tera.organisasi.permissions_orang import ADMIN, KELOLA, boleh_kelola


def wajib_kelola(
    *,
    aktor: Aktor,
    pada: dt.date,
    perbuatan: str,
    unit: UnitKerja | None = None,
    peran: Collection[str] = KELOLA,
) -> None:
    """Refuse an aktor who doesn't keep the records of ``unit`` (None: the whole instansi).

    Raises:
        TidakBerwenangError: says which officer may, and whom to ask.
    """
    if boleh_kelola(aktor=aktor, pada=pada, unit=unit, peran=peran):
        return
    siapa = _("admin sistem") if peran == ADMIN else _("pengelola kinerja atau admin sistem")
    tempat = unit.nama if unit else _("tingkat instansi")
    raise TidakBerwenangError(
        _(
            "Anda tidak bisa %(perbuatan)s: hanya %(siapa)s untuk %(tempat)s yang boleh. "
            "Hubungi petugas itu, atau minta peran tersebut diberikan dengan surat."
        )
        % {"perbuatan": perbuatan, "siapa": siapa, "tempat": tempat}
    )


def wajib_pegawai(aktor: Aktor, *, perbuatan: str) -> int:
    """Return the person behind the aktor; an account without a person is refused."""
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa %(perbuatan)s: akun ini tidak terhubung dengan data pegawai. "
                "Minta pengelola kinerja menghubungkannya."
            )
            % {"perbuatan": perbuatan}
        )
    return aktor.pegawai_id


def pegawai_di_instansi(*, aktor: Aktor, pegawai_id: int, bidang: str) -> Pegawai:
    """Return a person of the aktor's instansi, else refuse the field ``bidang``."""
    pegawai = Pegawai.objects.filter(instansi_id=aktor.instansi_id, pk=pegawai_id).first()
    if pegawai is None:
        raise salah(bidang, _("Pegawai itu tidak ada di instansi ini. Pilih lagi dari daftar."))
    return pegawai


def unit_di_instansi(*, aktor: Aktor, unit_id: int, bidang: str = "unit") -> UnitKerja:
    """Return a unit of the aktor's instansi, else refuse the field ``bidang``."""
    unit = UnitKerja.objects.filter(instansi_id=aktor.instansi_id, pk=unit_id).first()
    if unit is None:
        raise salah(bidang, _("Unit itu tidak ada di instansi ini. Pilih lagi dari daftar."))
    return unit


def periksa_masa(sejak: dt.date, sampai: dt.date | None) -> None:
    """Refuse an end before the beginning."""
    if sampai is not None and sampai < sejak:
        raise salah(
            "sampai",
            _("Tanggal berakhir mendahului tanggal mulai. Isi tanggal yang sama atau sesudahnya."),
        )


def wajib_teks(bidang: str, teks: str, pesan: str) -> str:
    """Return the trimmed text, else refuse the field."""
    bersih = teks.strip()
    if not bersih:
        raise salah(bidang, pesan)
    return bersih


def salah(bidang: str, pesan: str, *, kode: str | None = None) -> MasukanSalahError:
    """Return the refusal of one field."""
    return MasukanSalahError(pesan, per_bidang={bidang: [pesan]}, kode=kode)


def segarkan(*, instansi_id: int, sejak: dt.date) -> None:
    """Recompute who rates whom from ``sejak`` on."""
    # Imported here: the module that resolves raters reads this room's other services.
    from tera.organisasi.services import segarkan_penilai

    segarkan_penilai(instansi_id=instansi_id, sejak=sejak)
