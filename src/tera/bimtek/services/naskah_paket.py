"""Training texts travel: exported as one package, imported whole or not at all."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tera.bimtek import pemuat
from tera.bimtek.models import JenisNaskah, Naskah, StatusNaskah
from tera.bimtek.paket import (
    LISENSI,
    KunciAsal,
    NaskahKeluar,
    NaskahMasuk,
    PaketDitolakError,
    baca_kiriman,
    susun_paket,
)
from tera.bimtek.penulis import sidik, teks_kasus, teks_kursus
from tera.bimtek.permissions import peran_penelaah
from tera.bimtek.selectors.isi import baca_kasus
from tera.bimtek.selectors.latihan import kesepakatan_panel, kunci_panel
from tera.bimtek.selectors.naskah import naskah_terbit
from tera.bimtek.services.naskah import JENIS, kode_bawaan, versi_berikut
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.workflow import jalankan
from tera.organisasi.models import Instansi

BARU, VERSI, SAMA = "baru", "versi", "sama"


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """What became of one file: ``hasil`` is new, a new version beside the old, or unchanged."""

    berkas: str
    judul: str
    hasil: str
    versi: int
    pk: int | None


@transaction.atomic
def ekspor_naskah(
    *, aktor: Aktor, pada: dt.date, daftar_pk: Sequence[int] = (), lisensi: str = ""
) -> bytes:
    """Return the package of the published texts, all or these. No name of a person leaves.

    Where five local experts keyed a case their key goes along as information.

    Raises: TidakBerwenangError; MasukanSalahError: nothing is published, or an unknown one.
    """
    _wajib_penelaah(aktor, pada)
    daftar = naskah_terbit(aktor=aktor, daftar_pk=daftar_pk)
    if not daftar or (daftar_pk and len(daftar) != len(set(daftar_pk))):
        raise MasukanSalahError(
            _("Tidak ada yang diekspor: hanya naskah yang terbit bisa dibawa. Terbitkan dulu.")
        )
    kasus = [
        baca_kasus(satu.isi, satu.kode, satu.versi)
        for satu in daftar
        if satu.jenis == JenisNaskah.KASUS
    ]
    panel = kunci_panel(instansi_id=aktor.instansi_id, kasus=kasus)
    sepakat = {
        satu.kode: kesepakatan_panel(instansi_id=aktor.instansi_id, kasus=[satu])
        for satu in kasus
        if satu.kode in panel
    }
    keluar = [
        NaskahKeluar(
            satu.jenis, satu.kode, satu.versi, satu.isi,
            KunciAsal(
                len(panel[satu.kode].penilaian), sepakat[satu.kode], panel[satu.kode].tingkat
            )
            if satu.jenis == JenisNaskah.KASUS and satu.kode in panel
            else None,
        )
        for satu in daftar
    ]  # fmt: skip
    instansi = Instansi.objects.get(pk=aktor.instansi_id)
    for satu in daftar:
        audit.catat_objek(aktor, JENIS, satu.pk, "ekspor", {"versi": satu.versi})
    return susun_paket(
        keluar, instansi=instansi.nama, pada=pada, lisensi=lisensi.strip()[:200] or str(LISENSI)
    )


@transaction.atomic
def impor_naskah(
    *, aktor: Aktor, isi: bytes, pada: dt.date, nama: str = "", periksa: bool = False
) -> list[BarisImpor]:
    """Store the texts of a package as sent, each to be checked by a second person before it holds.

    The same content as the newest version here is left alone; other content becomes the next
    version. The key stays the author's: another instansi's panel gives no right to rate here.

    Args:
        nama: the name of the file; ``….toml`` is one text of one's own, without a package.
        periksa: only say what would become of each file.

    Raises: TidakBerwenangError; PaketDitolakError: nothing is stored.
    """
    _wajib_penelaah(aktor, pada)
    daftar = baca_kiriman(isi, nama)
    Instansi.objects.select_for_update().get(pk=aktor.instansi_id)
    salah = [
        (satu.berkas, "kode", _("kode ini milik Tera dan isinya lain: ganti kode dan nama berkas"))
        for satu in daftar
        if satu.kode in kode_bawaan(satu.jenis) and satu.sidik != _sidik_bawaan(satu)
    ]
    if salah:
        raise PaketDitolakError(salah)
    akhir = {
        (satu.jenis, satu.kode): satu
        for satu in Naskah.objects.filter(
            instansi_id=aktor.instansi_id, kode__in={satu.kode for satu in daftar}
        ).order_by("versi")
    }
    return [_simpan(aktor, pada, satu, akhir.get((satu.jenis, satu.kode)), periksa)
            for satu in daftar]  # fmt: skip


def _simpan(
    aktor: Aktor, pada: dt.date, satu: NaskahMasuk, akhir: Naskah | None, periksa: bool
) -> BarisImpor:
    if satu.kode in kode_bawaan(satu.jenis):
        return BarisImpor(satu.berkas, satu.judul, SAMA, 0, None)
    if akhir is not None and akhir.sidik == satu.sidik:
        terbaca = akhir.status != StatusNaskah.DRAF or akhir.penyusun_id == aktor.pegawai_id
        return BarisImpor(satu.berkas, satu.judul, SAMA, akhir.versi, akhir.pk if terbaca else None)
    hasil = VERSI if akhir is not None else BARU
    versi = versi_berikut(aktor.instansi_id, satu.jenis, satu.kode)
    if periksa:
        return BarisImpor(satu.berkas, satu.judul, hasil, versi, None)
    baru = Naskah.objects.create(
        instansi_id=aktor.instansi_id, jenis=satu.jenis, kode=satu.kode, versi=versi,
        judul=satu.judul, isi=satu.isi, sidik=satu.sidik, penyusun_id=aktor.pegawai_id,
        nama_penyusun=aktor.nama, asal=satu.asal,
    )  # fmt: skip
    jalankan(
        objek=baru, jenis=JENIS, aksi="ajukan", aktor=aktor, pada=pada, daftar_peran=_peran(aktor,
        pada), isi={"sidik": baru.sidik},
    )  # fmt: skip
    return BarisImpor(satu.berkas, satu.judul, hasil, versi, baru.pk)


def _sidik_bawaan(satu: NaskahMasuk) -> str:
    if satu.jenis == JenisNaskah.KASUS:
        return sidik(teks_kasus(pemuat.daftar_kasus()[satu.kode]))
    return sidik(teks_kursus(pemuat.daftar_kursus()[satu.kode]))


def _peran(aktor: Aktor, pada: dt.date) -> frozenset[str]:
    return frozenset({"sistem"}) if aktor.adalah_sistem else peran_penelaah(aktor=aktor, pada=pada)


def _wajib_penelaah(aktor: Aktor, pada: dt.date) -> None:
    if not _peran(aktor, pada):
        raise TidakBerwenangError(
            _(
                "Membawa naskah keluar dan masuk hanya untuk pelatih atau pengelola seluruh "
                "instansi."
            )
        )
