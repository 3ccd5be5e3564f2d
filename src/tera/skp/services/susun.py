"""Drafting: make a plan, save its form, copy, paste."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_waktu
from tera.core import audit, clock, kejadian
from tera.core.aktor import Aktor
from tera.core.draf import hapus_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi import kebijakan
from tera.organisasi.models import Penugasan
from tera.organisasi.permissions import peran_terhadap
from tera.organisasi.selectors import penilai_pada
from tera.skp.isi import DAFTAR_NILAI, IsiRHK, IsiSKP, isi_dari, ringkas, salinan
from tera.skp.models import SKP, EkspektasiPerilaku, RencanaHasilKerja
from tera.skp.permissions import (
    PERAN_SUSUN,
    STATUS_SUNTING,
    boleh_susun,
    draf_pengelola,
    peran_skp,
)
from tera.skp.selectors.pilihan import boleh_disalin, rhk_pimpinan_tersedia
from tera.skp.services.simpan_baris import tulis_isi
from tera.skp.services.syarat_buat import (
    keluarga_skp,
    pastikan_terbuka,
    periksa_boleh_dibuat,
)


def kunci_draf(skp_id: int) -> str:
    """Return the key under which the typed form of this plan is kept as a draft."""
    return f"skp-{skp_id}"


@transaction.atomic
def buat_skp(
    *,
    aktor: Aktor,
    penugasan: Penugasan,
    tahun: int,
    pendekatan: str,
    pada: dt.date,
    salin_dari: SKP | None = None,
) -> SKP:
    """Open the first draft of ``penugasan`` in ``tahun``, empty or copied from ``salin_dari``.

    Raises:
        TidakBerwenangError: neither the person nor their penyiap.
        MasukanSalahError: exempt, too short a service, outside the year, year not open.
        StatusTidakSesuaiError: a plan of this assignment and year already exists.
    """
    peran = peran_terhadap(aktor=aktor, penugasan=penugasan, pada=max(pada, penugasan.sejak))
    if not aktor.adalah_sistem and not peran & PERAN_SUSUN:
        raise TidakBerwenangError(
            _("SKP hanya dibuat oleh pegawainya atau penyiap yang ditunjuk. Hubungi pegawainya.")
        )
    if salin_dari is not None and not boleh_disalin(aktor=aktor, pada=pada).filter(
        pk=salin_dari.pk
    ).exists():  # fmt: skip
        raise TidakBerwenangError(
            _("SKP itu tidak bisa disalin: hanya SKP Anda sendiri atau rekan seunit yang sejenis.")
        )
    return buka_draf(
        aktor=aktor,
        penugasan=penugasan,
        tahun=tahun,
        pendekatan=pendekatan,
        pada=pada,
        salin_dari=salin_dari,
        bidang={"penyiap_id": aktor.pegawai_id} if "penyiap" in peran else {},
    )


def buka_draf(
    *,
    aktor: Aktor,
    penugasan: Penugasan,
    tahun: int,
    pendekatan: str,
    pada: dt.date,
    salin_dari: SKP | None,
    bidang: Mapping[str, object],
) -> SKP:
    """Write the first draft for someone whose part was judged by the caller, in its transaction.

    ``bidang`` are the columns that tell who drafts. Raises what ``buat_skp`` says of the rest.
    """
    aturan = kebijakan.semua(instansi_id=penugasan.instansi_id, pada=pada)
    mulai, selesai = periksa_boleh_dibuat(
        penugasan=penugasan, tahun=tahun, pada=pada, aturan=aturan
    )
    if pendekatan not in SKP.Pendekatan.values:
        raise MasukanSalahError(
            _("Pendekatan “%(p)s” tidak dikenal. Pilih kuantitatif atau kualitatif.")
            % {"p": pendekatan}
        )
    hasil = penilai_pada(penugasan=penugasan, pada=max(pada, penugasan.sejak))
    lama = SKP.objects.filter(penugasan=penugasan, tahun=tahun)
    if lama.exclude(status=SKP.Status.DIBATALKAN).exists():
        raise _sudah_ada(tahun)
    skp = SKP(
        instansi_id=penugasan.instansi_id,
        pegawai_id=penugasan.pegawai_id,
        penugasan=penugasan,
        tahun=tahun,
        mulai=mulai,
        selesai=selesai,
        keluarga=keluarga_skp(penugasan),
        pendekatan=pendekatan,
        versi=lama.count() + 1,
        penilai=hasil.penilai,
        **bidang,
        pertama_disunting_at=clock.sekarang() if salin_dari else None,
    )
    try:
        with transaction.atomic():
            skp.save(force_insert=True)
    except IntegrityError:
        raise _sudah_ada(tahun) from None
    isi = IsiSKP()
    if salin_dari is not None:
        isi = salinan(isi_dari(salin_dari), dengan_tautan=False)
    tulis_isi(skp, isi)
    audit.catat_objek(
        aktor,
        "skp",
        skp.pk,
        "buat",
        {"tahun": tahun, "pendekatan": pendekatan, "mulai": mulai, "selesai": selesai}
        | ringkas(isi),
    )
    kejadian.terbitkan(instansi_id=skp.instansi_id, nama="skp.dibuat", muatan={"id": skp.pk})
    from tera.skp.services.matriks import serap_sel  # the matrix writes rows through this module

    serap_sel(skp=skp, pada=pada)
    return skp


def _sudah_ada(tahun: int) -> StatusTidakSesuaiError:
    return StatusTidakSesuaiError(
        _(
            "SKP %(tahun)d untuk penugasan ini sudah ada, jadi tidak dibuat lagi. Buka dari "
            "daftar SKP; untuk mengubah yang sudah ditetapkan, buat versi baru."
        )
        % {"tahun": tahun}
    )


@transaction.atomic
def simpan_isi(
    *,
    aktor: Aktor,
    skp: SKP,
    revisi: int,
    isi: IsiSKP,
    pada: dt.date,
    baris_kosong: bool = False,
) -> SKP:
    """Save the whole form of a draft; ``revisi`` is the number the form was opened with.

    ``baris_kosong`` keeps RHK rows that nobody has filled yet; else they are dropped.

    Raises:
        TidakBerwenangError: neither the person nor their penyiap.
        StatusTidakSesuaiError: saved by someone else meanwhile (who, when), or no longer a draft.
        MasukanSalahError: an RHK that others depend on was removed, or a tie isn't allowed.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    if "sistem" not in peran and not boleh_susun(skp=skp, peran=peran):
        raise TidakBerwenangError(
            _("SKP ini hanya disunting oleh pegawainya atau penyiapnya. Beri saran lewat catatan.")
        )
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    pastikan_terbuka(penugasan=skp.penugasan, tahun=skp.tahun, pada=pada, aturan=aturan)
    ambil_revisi(
        aktor=aktor,
        skp=skp,
        revisi=revisi,
        penyiap="penyiap" in peran,
        ambil_alih=draf_pengelola(skp) and bool(peran & PERAN_SUSUN),
    )
    isi = _bersihkan(isi, baris_kosong)
    _periksa_tautan(skp, isi, pada)
    berubah = tulis_isi(skp, isi)
    audit.catat_objek(
        aktor,
        "skp",
        skp.pk,
        "sunting",
        {"revisi": skp.revisi} | {k: v for k, v in ringkas(isi).items() if k in berubah},
    )
    if aktor.pengguna_id is not None:
        hapus_draf(pengguna_id=aktor.pengguna_id, kunci=kunci_draf(skp.pk))
    return skp


def ambil_revisi(
    *, aktor: Aktor, skp: SKP, revisi: int, penyiap: bool = False, ambil_alih: bool = False
) -> None:
    """Take the next revision of a draft by compare-and-set; refuse an older form or a sent plan.

    ``ambil_alih``: the person types in a draft of the pengelola, so it is theirs from now on.
    """
    saat = clock.sekarang()
    kolom: dict[str, object] = {
        "revisi": F("revisi") + 1,
        "disunting_at": saat,
        "nama_penyunting": aktor.nama[:200],
        "pertama_disunting_at": skp.pertama_disunting_at or saat,
    }
    if penyiap:
        kolom["penyiap_id"] = aktor.pegawai_id
    if ambil_alih:
        kolom["diambil_alih_at"] = saat
    diambil = SKP.objects.filter(pk=skp.pk, revisi=revisi, status__in=STATUS_SUNTING).update(
        **kolom
    )
    if not diambil:
        raise StatusTidakSesuaiError(_pesan_bentrok(skp.pk, aktor.zona), kode="revisi_lama")
    skp.revisi = revisi + 1
    skp.disunting_at = saat
    skp.nama_penyunting = aktor.nama[:200]
    skp.pertama_disunting_at = skp.pertama_disunting_at or saat
    if penyiap:
        skp.penyiap_id = aktor.pegawai_id
    if ambil_alih:
        skp.diambil_alih_at = saat


def _pesan_bentrok(pk: int, zona: str) -> str:
    kini = SKP.objects.only("status", "nama_penyunting", "disunting_at").get(pk=pk)
    if kini.status not in STATUS_SUNTING:
        return _(
            "Status SKP sekarang “%(status)s”, jadi tidak bisa disunting. "
            "Tarik kembali bila masih diajukan, atau buat versi baru bila sudah ditetapkan. "
            "Yang Anda ketik masih ada di halaman ini."
        ) % {"status": kini.get_status_display()}
    return _(
        "SKP ini disimpan %(nama)s pada %(waktu)s, dari jendela atau perangkat lain, sesudah "
        "halaman Anda dibuka. Yang Anda ketik masih ada di sini. Bandingkan dulu: menyimpan sekali "
        "lagi menggantikan isi itu dengan isi halaman ini."
    ) % {
        "nama": kini.nama_penyunting or _("orang lain"),
        "waktu": tulis_waktu(kini.disunting_at, zona),
    }


def _bersihkan(isi: IsiSKP, baris_kosong: bool) -> IsiSKP:
    """Drop what was left blank; a tie makes the "link later" mark pointless."""
    return replace(
        isi,
        daftar_rhk=tuple(
            replace(
                rhk,
                tautkan_nanti=rhk.tautkan_nanti and rhk.rhk_pimpinan_id is None,
                daftar_indikator=tuple(ind for ind in rhk.daftar_indikator if not ind.kosong),
            )
            for rhk in isi.daftar_rhk
            if not rhk.kosong or baris_kosong
        ),
    )


def _periksa_tautan(skp: SKP, isi: IsiSKP, pada: dt.date) -> None:
    diminta = {rhk.rhk_pimpinan_id for rhk in isi.daftar_rhk if rhk.rhk_pimpinan_id is not None}
    lama = set(
        RencanaHasilKerja.objects.filter(skp=skp, rhk_pimpinan__isnull=False).values_list(
            "rhk_pimpinan_id", flat=True
        )
    )
    baru = diminta - lama
    if not baru:
        return
    boleh = set(
        rhk_pimpinan_tersedia(skp=skp, pada=pada).filter(pk__in=baru).values_list("pk", flat=True)
    )
    if baru - boleh:
        raise MasukanSalahError(
            _(
                "RHK pimpinan yang dipilih tidak tersedia lagi untuk SKP ini. Muat ulang pilihan "
                "RHK pimpinan, lalu pilih yang masih berlaku."
            ),
            kode="rhk_pimpinan_tidak_tersedia",
        )


@transaction.atomic
def tambah_baris(
    *, aktor: Aktor, skp: SKP, daftar_rhk: Iterable[IsiRHK], revisi: int, pada: dt.date
) -> SKP:
    """Append rows (pasted, or copied from a plan) to a draft."""
    kini = isi_dari(SKP.objects.get(pk=skp.pk))
    return simpan_isi(
        aktor=aktor,
        skp=skp,
        revisi=revisi,
        isi=replace(kini, daftar_rhk=(*kini.daftar_rhk, *daftar_rhk)),
        pada=pada,
    )


@transaction.atomic
def salin_ke_draf(*, aktor: Aktor, skp: SKP, sumber: SKP, revisi: int, pada: dt.date) -> SKP:
    """Append the RHK of ``sumber`` (own last year, or a colleague's set plan) to a draft."""
    if not boleh_disalin(aktor=aktor, pada=pada).filter(pk=sumber.pk).exists():
        raise TidakBerwenangError(
            _("SKP itu tidak bisa disalin: hanya SKP Anda sendiri atau rekan seunit yang sejenis.")
        )
    isi = salinan(isi_dari(sumber), dengan_tautan=False)
    return tambah_baris(aktor=aktor, skp=skp, daftar_rhk=isi.daftar_rhk, revisi=revisi, pada=pada)


def lengkapi_perilaku(skp: SKP) -> None:
    """Make the seven behaviour rows exist: never six (T34)."""
    EkspektasiPerilaku.objects.bulk_create(
        [EkspektasiPerilaku(skp=skp, nilai=nilai) for nilai in DAFTAR_NILAI],
        ignore_conflicts=True,
    )
