"""Setting a unit's capaian kinerja organisasi: by the level above, before any predikat."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.evaluasi.permissions import boleh_menetapkan_capaian
from tera.organisasi.models import Periode, UnitKerja


@transaction.atomic
def tetapkan_capaian(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    periode: Periode,
    level: str,
    pada: dt.date,
    alasan: str = "",
    nomor_keputusan: str = "",
) -> tuple[CapaianOrganisasi, TandaTerima]:
    """Set (or, before any predikat stands on it, correct) the capaian of ``unit``.

    Raises:
        TidakBerwenangError: the aktor doesn't lead a level above.
        MasukanSalahError: unknown level, or the root unit without an outside decision's number.
        StatusTidakSesuaiError: a predikat of the unit already stands on the present value.
    """
    if not boleh_menetapkan_capaian(aktor=aktor, unit=unit, pada=pada):
        raise TidakBerwenangError(
            _(
                "Capaian %(unit)s tidak bisa Anda tetapkan: yang menetapkan adalah "
                "pimpinan setingkat di atasnya, bukan unit itu sendiri."
            )
            % {"unit": unit.nama}
        )
    if level not in CapaianOrganisasi.Level.values:
        raise MasukanSalahError(
            _("Capaian belum dipilih. Pilih satu dari lima tingkat."),
            per_bidang={"level": [_("Pilih satu dari lima tingkat.")]},
        )
    if unit.induk_id is None and not nomor_keputusan.strip():
        raise MasukanSalahError(
            _("Capaian instansi ditetapkan di luar instansi. Isi nomor keputusannya."),
            per_bidang={"nomor_keputusan": [_("Isi nomor keputusan.")]},
        )
    lama = CapaianOrganisasi.objects.select_for_update().filter(unit=unit, periode=periode).first()
    if lama is not None and lama.level != level and _sudah_dipakai(unit, periode):
        raise StatusTidakSesuaiError(
            _(
                "Capaian %(unit)s tidak bisa diubah: sudah ada predikat yang "
                "ditetapkan atas capaian “%(level)s” oleh %(nama_penetap)s."
            )
            % {
                "unit": unit.nama,
                "level": lama.get_level_display(),
                "nama_penetap": lama.nama_penetap,
            }
        )
    bidang = {
        "level": level,
        "alasan": alasan.strip(),
        "nomor_keputusan": nomor_keputusan.strip(),
        "penetap_id": aktor.pegawai_id,
        "nama_penetap": aktor.nama,
        "ditetapkan_pada": pada,
    }
    capaian, _baru = CapaianOrganisasi.objects.update_or_create(
        unit=unit,
        periode=periode,
        defaults={
            **bidang,
            "instansi_id": unit.instansi_id,
            "ditetapkan_at": clock.sekarang(),
        },
    )
    jejak = audit.catat_objek(aktor, "capaian", capaian.pk, "tetapkan_capaian", bidang)
    kejadian.terbitkan(
        instansi_id=unit.instansi_id,
        nama="capaian.tetapkan",
        muatan={"id": capaian.pk, "unit_id": unit.pk, "periode_id": periode.pk},
    )
    tanda = tanda_terima.terbitkan(
        aktor=aktor,
        jenis="capaian",
        objek_id=capaian.pk,
        aksi="tetapkan_capaian",
        isi=bidang,
        jejak=jejak,
    )
    return capaian, tanda


@dataclass(frozen=True, slots=True)
class IsiCapaian:
    """What was chosen for one unit; ``terbaca`` is the level its page showed, empty for none."""

    unit: UnitKerja
    level: str
    terbaca: str = ""
    alasan: str = ""
    nomor_keputusan: str = ""


class CapaianDitolakError(MasukanSalahError):
    """Some rows can't stand; ``per_unit`` gives each unit's refusal, and nothing was written."""

    def __init__(self, pesan: str, per_unit: dict[int, MasukanSalahError | StatusTidakSesuaiError]):
        super().__init__(pesan)
        self.per_unit = per_unit


@transaction.atomic
def tetapkan_daftar_capaian(
    *, aktor: Aktor, periode: Periode, daftar: Sequence[IsiCapaian], pada: dt.date
) -> list[tuple[CapaianOrganisasi, TandaTerima]]:
    """Set the capaian of several units in one step, from the top of the tree down.

    Raises:
        TidakBerwenangError: one of the units isn't the aktor's to decide.
        CapaianDitolakError: rows that can't stand, or that someone else set since the page opened.
    """
    hasil = []
    ditolak: dict[int, MasukanSalahError | StatusTidakSesuaiError] = {}
    kini = {
        satu.unit_id: satu
        for satu in CapaianOrganisasi.objects.select_for_update().filter(
            periode=periode, unit__in=[isi.unit for isi in daftar]
        )
    }
    for isi in sorted(daftar, key=lambda satu: str(satu.unit.path)):
        ada = kini.get(isi.unit.pk)
        try:
            if ada is not None and ada.level not in {isi.terbaca, isi.level}:
                raise StatusTidakSesuaiError(
                    _(
                        "Sesudah halaman ini Anda buka, %(nama)s menetapkan “%(capaian)s”. "
                        "Simpan sekali lagi bila tetap ingin mengubahnya."
                    )
                    % {"nama": ada.nama_penetap, "capaian": ada.get_level_display()}
                )
            hasil.append(
                tetapkan_capaian(
                    aktor=aktor,
                    unit=isi.unit,
                    periode=periode,
                    level=isi.level,
                    pada=pada,
                    alasan=isi.alasan,
                    nomor_keputusan=isi.nomor_keputusan,
                )
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            ditolak[isi.unit.pk] = galat
    if ditolak:
        raise CapaianDitolakError(
            _("Belum ada yang disimpan: %(n)s unit perlu diperiksa dulu.") % {"n": len(ditolak)},
            ditolak,
        )
    return hasil


def _sudah_dipakai(unit: UnitKerja, periode: Periode) -> bool:
    return (
        Evaluasi.objects.filter(
            periode=periode, unit__path__gte=unit.path, unit__path__lt=unit.path + "~"
        )
        .exclude(status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI])
        .exists()
    )


@transaction.atomic
def lengkapi_capaian(
    *,
    aktor: Aktor,
    capaian: CapaianOrganisasi,
    uraian_hasil: str,
    uraian_ekspektasi: str,
    nama_berkas: str = "",
    isi_berkas: IO[bytes] | None = None,
    pada: dt.date,
) -> tuple[CapaianOrganisasi, TandaTerima]:
    """Write what the level stands on, and keep the document of an outside decision.

    Raises:
        TidakBerwenangError: the aktor doesn't lead a level above.
        MasukanSalahError: too many words, or a file that isn't accepted.
    """
    kini = (
        CapaianOrganisasi.objects.select_for_update(of=("self",))
        .select_related("unit")
        .get(pk=capaian.pk)
    )
    if not boleh_menetapkan_capaian(aktor=aktor, unit=kini.unit, pada=pada):
        raise TidakBerwenangError(
            _("Capaian %(unit)s dilengkapi pimpinan setingkat di atasnya.")
            % {"unit": kini.unit.nama}
        )
    galat = {
        nama: [_("Isian lebih dari 4.000 huruf. Ringkas dulu.")]
        for nama, teks in (("uraian_hasil", uraian_hasil), ("uraian_ekspektasi", uraian_ekspektasi))
        if len(teks) > 4000
    }
    if galat:
        raise MasukanSalahError(_("Isian lebih dari 4.000 huruf. Ringkas dulu."), per_bidang=galat)
    bidang: dict[str, Any] = {
        "uraian_hasil": uraian_hasil.strip(),
        "uraian_ekspektasi": uraian_ekspektasi.strip(),
    }
    if isi_berkas is not None:
        try:
            berkas = simpan_berkas(
                aktor=aktor, nama=nama_berkas, isi=isi_berkas, keperluan="keputusan_capaian"
            )
        except MasukanSalahError as salah:
            raise MasukanSalahError(salah.pesan, per_bidang={"berkas": [salah.pesan]}) from salah
        kini.berkas_keputusan = berkas
        bidang["sidik_berkas"] = berkas.sidik
    kini.uraian_hasil = bidang["uraian_hasil"]
    kini.uraian_ekspektasi = bidang["uraian_ekspektasi"]
    kini.save(update_fields=["uraian_hasil", "uraian_ekspektasi", "berkas_keputusan"])
    jejak = audit.catat_objek(aktor, "capaian", kini.pk, "lengkapi_capaian", bidang)
    return kini, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="capaian",
        objek_id=kini.pk,
        aksi="lengkapi_capaian",
        isi=bidang,
        jejak=jejak,
    )
