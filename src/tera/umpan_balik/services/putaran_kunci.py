"""The key of a round: opened early only by two officers with a letter, destroyed in the end."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi.permissions import boleh_petugas
from tera.umpan_balik.models import (
    HasilUmpanBalik,
    KunciPasangan,
    PembukaanKunci,
    PutaranPegawai,
    PutaranUmpanBalik,
)
from tera.umpan_balik.services.putaran_segel import buka_segel

#: Who may ask for, and who may agree to, opening the pairs of one person.
PEJABAT = frozenset({"pejabat_pembina", "pyb"})
Status = PutaranPegawai.Status


@dataclass(frozen=True, slots=True)
class PasanganTerbuka:
    """One opened pair, for the two officers only."""

    nama: str
    hubungan: str
    nilai: tuple[int, ...]
    teks: str


@transaction.atomic
def minta_buka_kunci(
    *, aktor: Aktor, satu: PutaranPegawai, nomor_surat: str, alasan: str, pada: dt.date
) -> PembukaanKunci:
    """Ask to open the pairs of one closed person, by letter; a second officer must agree.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    pemohon_id = _wajib_pejabat(aktor, satu, pada)
    if satu.status not in {Status.DITUTUP, Status.HASIL_DIBUKA}:
        raise StatusTidakSesuaiError(_("Amplop baru bisa dibuka sesudah putaran ditutup."))
    if not satu.putaran.kunci_tersegel:
        raise StatusTidakSesuaiError(_("Kunci pasangan putaran ini sudah dimusnahkan."))
    galat = {
        bidang: [_("Isi nomor surat dan alasan tertulis.")]
        for bidang, isi in (("nomor_surat", nomor_surat), ("alasan", alasan))
        if not isi.strip()
    }
    if galat:
        raise MasukanSalahError(_("Isi nomor surat dan alasan tertulis."), per_bidang=galat)
    pembukaan = PembukaanKunci(
        putaran_pegawai=satu,
        nomor_surat=nomor_surat.strip(),
        alasan=alasan.strip(),
        diminta_pada=pada,
    )
    pembukaan.pemohon_id = pemohon_id
    pembukaan.save(force_insert=True)
    audit.catat_objek(
        aktor, "pembukaan_kunci", pembukaan.pk, "minta_buka_kunci",
        {"putaran_pegawai": satu.pk, "nomor_surat": pembukaan.nomor_surat},
    )  # fmt: skip
    return pembukaan


@transaction.atomic
def setujui_buka_kunci(*, aktor: Aktor, pembukaan: PembukaanKunci, pada: dt.date) -> None:
    """A second officer agrees; from now on every respondent concerned sees that it happened.

    Raises: TidakBerwenangError: no officer, or the one who asked. StatusTidakSesuaiError: done.
    """
    kini = (
        PembukaanKunci.objects.select_for_update(of=("self",))
        .select_related("putaran_pegawai__putaran", "putaran_pegawai__unit")
        .get(pk=pembukaan.pk)
    )
    _wajib_pejabat(aktor, kini.putaran_pegawai, pada)
    if kini.pemohon_id == aktor.pegawai_id:
        raise TidakBerwenangError(_("Yang menyetujui harus pejabat lain, bukan pemohonnya."))
    if kini.penyetuju_id is not None:
        raise StatusTidakSesuaiError(_("Permintaan ini sudah disetujui."))
    kini.penyetuju_id = aktor.pegawai_id
    kini.disetujui_pada = pada
    kini.save(update_fields=["penyetuju", "disetujui_pada"])
    audit.catat_objek(aktor, "pembukaan_kunci", kini.pk, "setujui_buka_kunci", {"pada": pada})
    kejadian.terbitkan(
        instansi_id=kini.putaran_pegawai.instansi_id,
        nama="umpan_balik.kunci_dibuka",
        muatan={"id": kini.pk, "putaran_pegawai_id": kini.putaran_pegawai_id},
    )


@transaction.atomic
def baca_pasangan(
    *, aktor: Aktor, pembukaan: PembukaanKunci, pada: dt.date
) -> list[PasanganTerbuka]:
    """Return the pairs to one of the two officers; each reading is an audit row.

    Raises: TidakBerwenangError, StatusTidakSesuaiError.
    """
    if aktor.pegawai_id not in {pembukaan.pemohon_id, pembukaan.penyetuju_id}:
        raise TidakBerwenangError(_("Hanya dua pejabat pada surat itu yang boleh membacanya."))
    if pembukaan.penyetuju_id is None:
        raise StatusTidakSesuaiError(_("Permintaan ini menunggu persetujuan pejabat kedua."))
    satu = pembukaan.putaran_pegawai
    _wajib_pejabat(aktor, satu, pada)
    hasil = []
    for kunci in KunciPasangan.objects.filter(responden__putaran_pegawai=satu).select_related(
        "responden__pegawai", "responden__undangan"
    ):
        isi: dict[str, Any] = buka_segel(satu.putaran, kunci.isi_tersegel)
        responden = kunci.responden
        nama = responden.pegawai.nama_lengkap if responden.pegawai else responden.undangan.nama
        hasil.append(PasanganTerbuka(nama, responden.hubungan, tuple(isi["nilai"]), isi["teks"]))
    audit.catat_objek(aktor, "pembukaan_kunci", pembukaan.pk, "baca_pasangan")
    return sorted(hasil, key=lambda baris: baris.nama)


@transaction.atomic
def musnahkan_kunci(*, aktor: Aktor, putaran: PutaranUmpanBalik, pada: dt.date) -> bool:
    """Destroy the key and every envelope: from now on nobody can join answers to people.

    The room of the ratings calls this when the objections of the period are final. False: nothing
    was left to destroy.

    Raises:
        TidakBerwenangError: not the system. StatusTidakSesuaiError: somebody's forms still run.
    """
    if not aktor.adalah_sistem or aktor.instansi_id != putaran.instansi_id:
        raise TidakBerwenangError(_("Kunci pasangan dimusnahkan oleh sistem pada waktunya."))
    kini = PutaranUmpanBalik.objects.select_for_update(of=("self",)).get(pk=putaran.pk)
    if not kini.kunci_tersegel:
        return False
    if kini.daftar_pegawai.filter(status=Status.BERJALAN).exists():
        raise StatusTidakSesuaiError(_("Putaran ini masih berjalan."))
    KunciPasangan.objects.filter(responden__putaran_pegawai__putaran=kini).delete()
    kini.kunci_tersegel = ""
    kini.kunci_dimusnahkan_pada = pada
    kini.save(update_fields=["kunci_tersegel", "kunci_dimusnahkan_pada"])
    HasilUmpanBalik.objects.filter(putaran_pegawai__putaran=kini).update(himpunan_tersegel="")
    audit.catat_objek(aktor, "putaran", kini.pk, "musnahkan_kunci", {"pada": pada})
    return True


def _wajib_pejabat(aktor: Aktor, satu: PutaranPegawai, pada: dt.date) -> int:
    if aktor.pegawai_id is None or not boleh_petugas(
        aktor=aktor, unit=satu.unit, pada=pada, peran=PEJABAT
    ):
        raise TidakBerwenangError(
            _("Amplop dibuka oleh dua pejabat (PPK atau PyB) dengan surat, bukan pengelola.")
        )
    return aktor.pegawai_id
