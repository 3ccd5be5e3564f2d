"""Changing agency policy as of a day, with its basis; and taking back what isn't in force yet."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError
from tera.organisasi import kebijakan
from tera.organisasi.models import KebijakanInstansi
from tera.organisasi.services.dasar_orang import salah, segarkan, wajib_kelola, wajib_teks


@transaction.atomic
def ubah_kebijakan(
    *,
    aktor: Aktor,
    kunci: str,
    nilai: Any,
    sejak: dt.date,
    dasar: str,
    pada: dt.date,
) -> KebijakanInstansi:
    """Set the value of one policy key from ``sejak`` on, on the basis of the letter ``dasar``.

    Raises:
        TidakBerwenangError: not an officer of the whole instansi.
        MasukanSalahError: unknown key, value out of range, no basis, or a day that is taken.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengubah kebijakan instansi"))
    satu = _kunci(kunci)
    baru = kebijakan.baca(satu, nilai)
    dasar = wajib_teks(
        "dasar", dasar, _("Dasar belum diisi. Tulis nomor dan tanggal surat atau keputusannya.")
    )
    awal = dt.date(pada.year, 1, 1)
    if sejak < awal:
        raise salah(
            "sejak",
            _(
                "Kebijakan tidak bisa berlaku mundur sebelum %(awal)s: yang sudah diputuskan "
                "tahun lalu tetap memakai kebijakan waktu itu. Pilih tanggal sesudahnya."
            )
            % {"awal": f"1 Januari {pada.year}"},
        )
    if kebijakan.nilai(instansi_id=aktor.instansi_id, kunci=kunci, pada=sejak) == baru:
        raise salah(
            "nilai",
            _("Nilai itu sudah berlaku pada tanggal tersebut. Tidak ada yang perlu diubah."),
        )
    try:
        with transaction.atomic():
            baris = KebijakanInstansi.objects.create(
                instansi_id=aktor.instansi_id,
                kunci=kunci,
                nilai=kebijakan.simpan_sebagai(satu, baru),
                sejak=sejak,
                dasar=dasar,
                pengguna_id=aktor.pengguna_id,
                nama_aktor=aktor.nama,
                dibuat_at=clock.sekarang(),
            )
    except IntegrityError as galat:
        raise salah(
            "sejak",
            _(
                "Sudah ada perubahan yang mulai berlaku pada tanggal itu. Batalkan dulu bila belum "
                "berlaku, atau pilih tanggal lain."
            ),
        ) from galat
    audit.catat_objek(
        aktor,
        "kebijakan",
        baris.pk,
        "ubah",
        {"kunci": kunci, "nilai": baris.nilai, "sejak": sejak, "dasar": dasar},
    )
    _sesudah(aktor=aktor, kunci=kunci, sejak=sejak)
    return baris


@transaction.atomic
def batalkan_kebijakan(*, aktor: Aktor, baris: KebijakanInstansi, pada: dt.date) -> None:
    """Take back a change that isn't in force yet; a change in force is changed by a new one.

    Raises:
        TidakBerwenangError: not an officer of the whole instansi.
        StatusTidakSesuaiError: the change is already in force.
    """
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("membatalkan perubahan kebijakan"))
    if baris.sejak <= pada:
        raise StatusTidakSesuaiError(
            _(
                "Perubahan ini sudah berlaku, jadi tidak dihapus. Buat perubahan baru dengan "
                "tanggal berlaku berikutnya."
            )
        )
    audit.catat_objek(
        aktor,
        "kebijakan",
        baris.pk,
        "batalkan",
        {"kunci": baris.kunci, "nilai": baris.nilai, "sejak": baris.sejak},
    )
    kunci, sejak = baris.kunci, baris.sejak
    baris.delete()
    _sesudah(aktor=aktor, kunci=kunci, sejak=sejak)


def _kunci(kode: str) -> kebijakan.KunciKebijakan:
    try:
        satu = kebijakan.kunci_kebijakan(kode)
    except KeyError:
        raise salah("nilai", _("Kebijakan “%(kode)s” tidak dikenal.") % {"kode": kode}) from None
    if not satu.tampil:
        raise salah(
            "nilai",
            _("Kebijakan “%(judul)s” belum dipakai di pemasangan ini, jadi belum bisa diubah.")
            % {"judul": satu.judul},
        )
    return satu


def _sesudah(*, aktor: Aktor, kunci: str, sejak: dt.date) -> None:
    if kunci.startswith("penilai."):
        segarkan(instansi_id=aktor.instansi_id, sejak=sejak)
