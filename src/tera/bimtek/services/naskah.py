"""Training texts of one's own: written, sent, checked by a second person, replaced, withdrawn."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from tera.bimtek import pemuat
from tera.bimtek.models import JenisNaskah, Naskah, Sosialisasi, StatusNaskah
from tera.bimtek.pemuat import BATAS_BERKAS, BATAS_JUDUL, BATAS_KODE
from tera.bimtek.penulis import sidik, tulis_kasus
from tera.bimtek.permissions import peran_naskah, peran_penelaah
from tera.bimtek.selectors.isi import baca_kursus
from tera.bimtek.services.dasar import pegawai_id
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import jalankan
from tera.organisasi.models import Instansi

JENIS = "naskah_bimtek"


@transaction.atomic
def simpan_kasus(
    *, aktor: Aktor, isi: Mapping[str, Any], pada: dt.date, naskah: Naskah | None = None
) -> Naskah:
    """Keep a draft of a case: a new one, or one's own. It may be incomplete, but has a title.

    Raises:
        TidakBerwenangError: no trainer or pengelola, or somebody else's draft.
        StatusTidakSesuaiError: it is no draft any more. MasukanSalahError: no title, too long.
    """
    _wajib_peran(peran_naskah(aktor=aktor, pada=pada))
    saya = pegawai_id(aktor)
    judul = str(isi.get("judul", "")).strip()
    if not judul or len(judul) > BATAS_JUDUL:
        raise MasukanSalahError(
            _("Draf belum tersimpan: beri kasus ini judul."),
            per_bidang={"judul": [_("Tulis judul, paling panjang 200 huruf.")]},
        )
    if naskah is None:
        kini = Naskah(
            instansi_id=aktor.instansi_id, jenis=JenisNaskah.KASUS, versi=1, penyusun_id=saya,
            kode=_kode_baru(aktor, JenisNaskah.KASUS, judul),
        )  # fmt: skip
    else:
        kini = _draf_sendiri(aktor, naskah)
    teks = tulis_kasus({**isi, "judul": judul, "kode": kini.kode})
    if len(teks.encode()) > BATAS_BERKAS:
        raise MasukanSalahError(
            _("Draf belum tersimpan: kasus ini terlalu panjang (batas %(kb)s kB). Ringkaskan.")
            % {"kb": BATAS_BERKAS // 1024}
        )
    if kini.sidik != sidik(teks):
        kini.asal = _tanpa_panel(kini.asal)
    kini.judul, kini.isi, kini.sidik, kini.nama_penyusun = judul, teks, sidik(teks), aktor.nama
    kini.save()
    audit.catat_objek(aktor, JENIS, kini.pk, "simpan", {"sidik": kini.sidik, "versi": kini.versi})
    return kini


@transaction.atomic
def buat_versi_baru(*, aktor: Aktor, naskah: Naskah, pada: dt.date) -> Naskah:
    """Begin the next version of a case from a published or withdrawn one, as one's own draft.

    Raises: TidakBerwenangError; StatusTidakSesuaiError: it was never published, or it is a course.
    """
    _wajib_peran(peran_naskah(aktor=aktor, pada=pada))
    naskah = _kunci(aktor, naskah)
    if naskah.status in {StatusNaskah.DRAF, StatusNaskah.DIAJUKAN}:
        raise StatusTidakSesuaiError(
            _("Versi baru dibuat dari versi yang pernah terbit. Ubah saja draf yang ini.")
        )
    if naskah.jenis != JenisNaskah.KASUS:
        raise StatusTidakSesuaiError(
            _("Kursus diubah pada berkasnya: ekspor, sunting berkas .toml-nya, lalu impor.")
        )
    Instansi.objects.select_for_update().get(pk=naskah.instansi_id)
    baru = Naskah.objects.create(
        instansi_id=naskah.instansi_id, jenis=naskah.jenis, kode=naskah.kode,
        versi=versi_berikut(naskah.instansi_id, naskah.jenis, naskah.kode), judul=naskah.judul,
        isi=naskah.isi, sidik=naskah.sidik, penyusun_id=pegawai_id(aktor),
        nama_penyusun=aktor.nama,
        asal=_tanpa_panel(naskah.asal),
    )  # fmt: skip
    audit.catat_objek(aktor, JENIS, baru.pk, "versi_baru", {"versi": baru.versi})
    return baru


@transaction.atomic
def hapus_draf_naskah(*, aktor: Aktor, naskah: Naskah, pada: dt.date) -> None:
    """Drop one's own draft; what was ever published stays.

    Raises: TidakBerwenangError, StatusTidakSesuaiError.
    """
    _wajib_peran(peran_naskah(aktor=aktor, pada=pada))
    kini = _draf_sendiri(aktor, naskah)
    audit.catat_objek(aktor, JENIS, kini.pk, "hapus", {"versi": kini.versi})
    kini.delete()


@transaction.atomic
def ajukan_naskah(*, aktor: Aktor, naskah: Naskah, pada: dt.date) -> Naskah:
    """Send one's own draft to be checked; it must read as the product's own files do.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError; IsiBimtekError: what is missing, by key.
    """
    kini = _kunci(aktor, naskah)
    _wajib_penyusun(aktor, kini)
    _baca(kini)
    jalankan(
        objek=kini, jenis=JENIS, aksi="ajukan", aktor=aktor, pada=pada,
        daftar_peran=peran_naskah(aktor=aktor, pada=pada), isi={"sidik": kini.sidik},
    )  # fmt: skip
    return kini


@transaction.atomic
def tarik_naskah(*, aktor: Aktor, naskah: Naskah, pada: dt.date) -> Naskah:
    """Take one's own text back before it is published.

    Raises: TidakBerwenangError, StatusTidakSesuaiError.
    """
    kini = _kunci(aktor, naskah)
    _wajib_penyusun(aktor, kini)
    jalankan(
        objek=kini, jenis=JENIS, aksi="tarik", aktor=aktor, pada=pada,
        daftar_peran=peran_naskah(aktor=aktor, pada=pada),
    )  # fmt: skip
    return kini


@transaction.atomic
def kembalikan_naskah(*, aktor: Aktor, naskah: Naskah, alasan: str, pada: dt.date) -> Naskah:
    """Give a text back to its writer with the reason.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: no reason.
    """
    kini = _kunci(aktor, naskah)
    _wajib_orang_kedua(aktor, kini)
    bersih = _alasan(alasan)
    bidang: dict[str, Any] = {}
    if kini.penyusun_id is None:
        # Brought by the owner of the installation: whoever gives it back takes it over.
        bidang = {"penyusun_id": pegawai_id(aktor), "nama_penyusun": aktor.nama}
    jalankan(
        objek=kini, jenis=JENIS, aksi="kembalikan", aktor=aktor, pada=pada, alasan=bersih,
        daftar_peran=peran_penelaah(aktor=aktor, pada=pada), bidang=bidang,
    )  # fmt: skip
    return kini


@transaction.atomic
def terbitkan_naskah(*, aktor: Aktor, naskah: Naskah, pada: dt.date) -> Naskah:
    """Publish a text that a second person has read; the version before it is replaced.

    Raises:
        TidakBerwenangError: the writer, or no officer over the whole instansi.
        StatusTidakSesuaiError: not sent, or a newer version is out.
        IsiBimtekError: it can't be read any more, e.g. it names an instrument that has gone.
    """
    kini = _kunci(aktor, naskah)
    _wajib_orang_kedua(aktor, kini)
    peran = peran_penelaah(aktor=aktor, pada=pada)
    _baca(kini)
    # The instansi's row orders two who publish two versions of one text at the same moment.
    Instansi.objects.select_for_update().get(pk=kini.instansi_id)
    lama = Naskah.objects.filter(
        instansi_id=kini.instansi_id, jenis=kini.jenis, kode=kini.kode, status=StatusNaskah.TERBIT
    ).first()
    if lama is not None:
        if lama.versi > kini.versi:
            raise StatusTidakSesuaiError(
                _(
                    "Belum terbit: versi %(baru)s naskah ini sudah terbit, lebih baru dari versi "
                    "%(ini)s. Kembalikan kepada penyusunnya, atau biarkan."
                )
                % {"baru": lama.versi, "ini": kini.versi}
            )
        jalankan(objek=lama, jenis=JENIS, aksi="ganti", aktor=aktor, pada=pada, daftar_peran=peran)
    jalankan(
        objek=kini, jenis=JENIS, aksi="terbitkan", aktor=aktor, pada=pada, daftar_peran=peran,
        isi={"sidik": kini.sidik},
        bidang={
            "terbit_pada": pada, "pemeriksa_id": pegawai_id(aktor), "nama_pemeriksa": aktor.nama,
        },
    )  # fmt: skip
    if kini.jenis == JenisNaskah.KURSUS:
        # Where the new version is shorter it is done with fewer modules.
        banyak = len(baca_kursus(kini.isi, kini.kode, kini.versi).modul)
        _sosialisasi(kini).filter(jumlah_modul__gt=banyak).update(jumlah_modul=banyak)
    return kini


@transaction.atomic
def cabut_naskah(*, aktor: Aktor, naskah: Naskah, alasan: str, pada: dt.date) -> Naskah:
    """Withdraw a published text: nothing new is drawn from it, what was done stays readable.

    Raises: TidakBerwenangError, StatusTidakSesuaiError; MasukanSalahError: no reason.
    """
    kini = _kunci(aktor, naskah)
    jalankan(
        objek=kini, jenis=JENIS, aksi="cabut", aktor=aktor, pada=pada, alasan=_alasan(alasan),
        daftar_peran=peran_penelaah(aktor=aktor, pada=pada),
    )  # fmt: skip
    if kini.jenis == JenisNaskah.KURSUS:
        # Nobody can read it any more, so nobody is asked to.
        for satu in _sosialisasi(kini):
            satu.dihentikan_pada = pada
            satu.save(update_fields=["dihentikan_pada"])
            audit.catat_objek(aktor, "sosialisasi", satu.pk, "hentikan", {"pada": pada})
    return kini


def _sosialisasi(naskah: Naskah) -> QuerySet[Sosialisasi]:
    return Sosialisasi.objects.filter(
        instansi_id=naskah.instansi_id, kursus=naskah.kode, dihentikan_pada__isnull=True
    )


def _tanpa_panel(asal: Mapping[str, Any]) -> dict[str, Any]:
    """Where a text came from; what another panel made of it isn't said of a changed one."""
    return {nama: nilai for nama, nilai in asal.items() if nama != "panel"}


def versi_berikut(instansi_id: int, jenis: str, kode: str) -> int:
    """Return the number of the next version of a text."""
    akhir = Naskah.objects.filter(instansi_id=instansi_id, jenis=jenis, kode=kode).aggregate(
        akhir=Max("versi")
    )["akhir"]
    return (akhir or 0) + 1


def kode_bawaan(jenis: str) -> frozenset[str]:
    """Return the codes that belong to the product."""
    daftar = pemuat.daftar_kasus() if jenis == JenisNaskah.KASUS else pemuat.daftar_kursus()
    return frozenset(daftar)


def _kode_baru(aktor: Aktor, jenis: str, judul: str) -> str:
    """The instansi's code before the title: texts of several instansi meet without a clash."""
    instansi = Instansi.objects.select_for_update().get(pk=aktor.instansi_id)
    dasar = slugify(f"{instansi.kode} {judul}".replace("_", " "))[: BATAS_KODE - 5].strip("-")
    dipakai = kode_bawaan(jenis) | set(
        Naskah.objects.filter(
            instansi_id=aktor.instansi_id, jenis=jenis, kode__startswith=dasar
        ).values_list("kode", flat=True)
    )
    return next(
        kode for n in range(1, len(dipakai) + 2)
        if (kode := dasar if n == 1 else f"{dasar}-{n}") not in dipakai
    )  # fmt: skip


def _kunci(aktor: Aktor, naskah: Naskah) -> Naskah:
    kini = (
        Naskah.objects.select_for_update()
        .filter(pk=naskah.pk, instansi_id=aktor.instansi_id)
        .first()
    )
    if kini is None:
        raise TidakBerwenangError(_("Naskah ini tidak ada di instansi Anda."))
    return kini


def _draf_sendiri(aktor: Aktor, naskah: Naskah) -> Naskah:
    kini = _kunci(aktor, naskah)
    _wajib_penyusun(aktor, kini)
    if kini.status != StatusNaskah.DRAF:
        raise StatusTidakSesuaiError(
            _("Naskah ini sudah diajukan dan tidak bisa diubah. Tarik dulu, lalu ubah.")
        )
    return kini


def _baca(naskah: Naskah) -> None:
    baca = pemuat.baca_kasus if naskah.jenis == JenisNaskah.KASUS else pemuat.baca_kursus
    baca(naskah.isi, berkas=f"{naskah.jenis}/{naskah.kode}.toml")


def _alasan(alasan: str) -> str:
    bersih = alasan.strip()
    if not bersih or len(bersih) > 500:
        raise MasukanSalahError(
            _("Belum dikerjakan: alasannya belum ada."),
            per_bidang={"alasan": [_("Tulis alasannya, paling panjang 500 huruf.")]},
        )
    return bersih


def _wajib_peran(peran: frozenset[str]) -> None:
    if not peran:
        raise TidakBerwenangError(
            _("Naskah bimtek disusun pelatih dan pengelola kinerja. Minta admin memberi perannya.")
        )


def _wajib_penyusun(aktor: Aktor, naskah: Naskah) -> None:
    if naskah.penyusun_id != pegawai_id(aktor) or naskah.instansi_id != aktor.instansi_id:
        raise TidakBerwenangError(
            _("Hanya penyusunnya yang mengubah draf ini. Buat versi baru bila sudah terbit.")
        )


def _wajib_orang_kedua(aktor: Aktor, naskah: Naskah) -> None:
    if naskah.penyusun_id == pegawai_id(aktor) or naskah.instansi_id != aktor.instansi_id:
        raise TidakBerwenangError(
            _(
                "Naskah diperiksa orang kedua, dan Anda penyusunnya. Minta pelatih atau pengelola "
                "lain di instansi Anda memeriksanya."
            )
        )
