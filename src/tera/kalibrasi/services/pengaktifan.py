"""The decision that switches the analysis on, and its end."""

import datetime as dt
from dataclasses import dataclass
from typing import IO

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.kalibrasi.models import PengaktifanAnalisis
from tera.kalibrasi.permissions import PENCATAT, peran_analisis
from tera.kalibrasi.selectors.pengaktifan import tahun_berikut


@dataclass(frozen=True, slots=True)
class IsiPengaktifan:
    """What is recorded of a decision: its letter, the assessment, the announcement, the days."""

    nomor: str
    tanggal: dt.date
    penilaian_dampak: str
    diumumkan_pada: dt.date
    sejak: dt.date


@transaction.atomic
def aktifkan_analisis(
    *,
    aktor: Aktor,
    isi: IsiPengaktifan,
    nama_berkas: str,
    isi_berkas: IO[bytes] | None,
    nama_dampak: str = "",
    isi_dampak: IO[bytes] | None = None,
    pada: dt.date,
) -> PengaktifanAnalisis:
    """Record the pejabat pembina's decision; the first year is for coaching only.

    Raises:
        TidakBerwenangError: no officer of the whole instansi. MasukanSalahError: days out of order,
        something missing. StatusTidakSesuaiError: a decision is in force already.
    """
    _wajib_pencatat(aktor, pada)
    galat: dict[str, list[str]] = {}
    for bidang, teks in (("nomor", isi.nomor), ("penilaian_dampak", isi.penilaian_dampak)):
        if not teks.strip():
            galat[bidang] = [_("Belum ada yang ditulis. Tulis dulu, lalu kirim lagi.")]
    if isi_berkas is None:
        galat["berkas"] = [_("Unggah keputusan pejabat pembina kepegawaian.")]
    if isi.tanggal > pada:
        galat["tanggal"] = [_("Tanggal keputusan belum tiba. Tulis tanggal pada suratnya.")]
    if isi.diumumkan_pada > pada:
        galat["diumumkan_pada"] = [
            _("Umumkan dulu kepada pegawai, lalu catat hari pengumumannya di sini.")
        ]
    paling_awal = max(isi.tanggal, isi.diumumkan_pada)
    if isi.sejak < paling_awal:
        galat["sejak"] = [
            _(
                "Analisis tidak boleh berjalan sebelum keputusan dan pengumumannya: paling awal "
                "%(hari)s."
            )
            % {"hari": tulis_tanggal(paling_awal)}
        ]
    if galat or isi_berkas is None:
        raise MasukanSalahError(
            _("Keputusan belum bisa dicatat. Betulkan yang ditandai."), per_bidang=galat
        )
    berkas = simpan_berkas(
        aktor=aktor, nama=nama_berkas, isi=isi_berkas, keperluan="keputusan analisis objektivitas"
    )
    dampak = (
        simpan_berkas(
            aktor=aktor, nama=nama_dampak, isi=isi_dampak, keperluan="penilaian dampak analisis"
        )
        if isi_dampak is not None
        else None
    )
    try:
        with transaction.atomic():
            satu = PengaktifanAnalisis.objects.create(
                instansi_id=aktor.instansi_id,
                nomor=isi.nomor.strip(),
                tanggal=isi.tanggal,
                berkas=berkas,
                penilaian_dampak=isi.penilaian_dampak.strip(),
                berkas_dampak=dampak,
                diumumkan_pada=isi.diumumkan_pada,
                sejak=isi.sejak,
                pembinaan_sampai=tahun_berikut(isi.sejak),
                pencatat_id=aktor.pegawai_id,
                nama_pencatat=aktor.nama,
                dicatat_at=clock.sekarang(),
            )
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Sudah ada keputusan yang berlaku. Akhiri dulu sebelum mencatat yang baru.")
        ) from None
    audit.catat_objek(
        aktor, "pengaktifan_analisis", satu.pk, "aktifkan",
        {"nomor": satu.nomor, "tanggal": satu.tanggal, "sejak": satu.sejak},
    )  # fmt: skip
    return satu


@transaction.atomic
def akhiri_analisis(*, aktor: Aktor, alasan: str, pada: dt.date) -> PengaktifanAnalisis:
    """End the decision from today on: no run and no advice any more.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    _wajib_pencatat(aktor, pada)
    if not alasan.strip():
        pesan = _("Tulis dasar pengakhirannya, misalnya nomor keputusan.")
        raise MasukanSalahError(pesan, per_bidang={"alasan": [pesan]})
    satu = (
        PengaktifanAnalisis.objects.select_for_update()
        .filter(instansi_id=aktor.instansi_id, berakhir_pada__isnull=True)
        .first()
    )
    if satu is None:
        raise StatusTidakSesuaiError(_("Tidak ada keputusan yang berlaku, jadi sudah mati."))
    satu.berakhir_pada = pada
    satu.alasan_akhir = alasan.strip()
    satu.save(update_fields=["berakhir_pada", "alasan_akhir"])
    audit.catat_objek(aktor, "pengaktifan_analisis", satu.pk, "akhiri", {"pada": pada})
    return satu


def _wajib_pencatat(aktor: Aktor, pada: dt.date) -> None:
    if not peran_analisis(aktor=aktor, pada=pada) & {*PENCATAT, "sistem"}:
        raise TidakBerwenangError(
            _("Keputusan tentang analisis dicatat pengelola kinerja instansi atau PPK.")
        )
