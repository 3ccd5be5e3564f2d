"""Agreeing on a plan: send, take back, return with a note, set, cancel."""

import datetime as dt
import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import clock, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TeraError
from tera.core.workflow import HasilLangkah
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai
from tera.organisasi.selectors import penilai_pada
from tera.organisasi.selectors.identitas import identitas
from tera.regulasi.alur import Langkah
from tera.skp.isi import isi_dari, ringkas
from tera.skp.kelengkapan import HasilKelengkapan, Syarat, periksa_kelengkapan
from tera.skp.models import SKP, PembacaanSKP, VersiRubrik
from tera.skp.permissions import draf_pengelola, hari_peran, peran_skp
from tera.skp.selectors.pilihan import pimpinan_punya_skp
from tera.skp.services.susun import lengkapi_perilaku
from tera.skp.services.syarat_buat import pastikan_terbuka
from tera.skp.services.versi import gantikan
from tera.skp.tenggat import tenggat_skp


def kelengkapan(*, skp: SKP, aturan: dict[str, Any]) -> HasilKelengkapan:
    """Return what ``skp`` lacks under the policy ``aturan`` (``kebijakan.semua``)."""
    return periksa_kelengkapan(
        isi=isi_dari(skp),
        keluarga=skp.keluarga,
        pendekatan=skp.pendekatan,
        syarat=Syarat(
            aspek_kuantitas=str(aturan["skp.wajib_aspek_kuantitas"]),
            wajib_ekspektasi_khusus=bool(aturan["skp.wajib_ekspektasi_khusus"]),
            pimpinan_punya_skp=pimpinan_punya_skp(skp=skp),
        ),
    )


@transaction.atomic
def ajukan_skp(*, aktor: Aktor, skp: SKP, pada: dt.date, revisi: int | None = None) -> HasilLangkah:
    """Send a draft to the rater of the day; only the person, never their penyiap.

    ``revisi`` refuses a plan that changed since the page was opened.

    Raises:
        MasukanSalahError: incomplete, or nobody may rate; ``per_bidang`` names the rows.
        TidakBerwenangError, StatusTidakSesuaiError: not you, not now.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    workflow.langkah_berlaku(
        jenis="skp", aksi="ajukan", status=skp.status, daftar_peran=peran, objek_id=skp.pk
    )
    periksa_revisi(skp, revisi, "mengajukan")
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    pastikan_terbuka(penugasan=skp.penugasan, tahun=skp.tahun, pada=pada, aturan=aturan)
    hasil = penilai_pada(penugasan=skp.penugasan, pada=hari_peran(skp, pada))
    if hasil.penilai is None:
        raise MasukanSalahError(
            _(
                "SKP belum bisa diajukan: penilai Anda belum ada. %(sebab)s Laporkan lewat "
                "“Penilai saya salah”; draf Anda tetap tersimpan."
            )
            % {"sebab": hasil.alasan_tampil},
            kode="tanpa_penilai",
        )
    skp.penilai = hasil.penilai
    temuan = kelengkapan(skp=skp, aturan=aturan)
    if not temuan.boleh_diajukan:
        raise MasukanSalahError(
            _("SKP belum bisa diajukan: %(sebab)s")
            % {"sebab": " ".join(satu.pesan for satu in temuan.galat)},
            per_bidang=_per_baris(temuan),
            kode="belum_lengkap",
        )
    lengkapi_perilaku(skp)
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="ajukan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "diajukan_at": clock.sekarang(),
            "diambil_alih_at": clock.sekarang() if draf_pengelola(skp) else skp.diambil_alih_at,
            "penilai_id": hasil.penilai.pk,
            "catatan_pengajuan": _catatan_pengajuan(skp, aturan) if temuan.catatan else [],
        },
        isi=ringkas(isi_dari(skp)),
        muatan={"penilai_id": hasil.penilai.pk, "pegawai_id": skp.pegawai_id},
    )


@override(settings.LANGUAGE_CODE)  # what is kept is Indonesian, whatever the sender reads
def _catatan_pengajuan(skp: SKP, aturan: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"kode": satu.kode, "pesan": str(satu.pesan)}
        for satu in kelengkapan(skp=skp, aturan=aturan).catatan
    ]


@transaction.atomic
def tarik_skp(*, aktor: Aktor, skp: SKP, pada: dt.date) -> HasilLangkah:
    """Take a sent plan back to draft, as long as the rater hasn't decided."""
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="tarik",
        aktor=aktor,
        daftar_peran=peran_skp(aktor=aktor, skp=skp, pada=pada),
        pada=pada,
        muatan={"penilai_id": skp.penilai_id, "pegawai_id": skp.pegawai_id},
    )


@transaction.atomic
def kembalikan_skp(
    *, aktor: Aktor, skp: SKP, catatan: str, pada: dt.date, revisi: int | None = None
) -> HasilLangkah:
    """Return a sent plan with a note that says what to mend.

    Raises:
        MasukanSalahError: no note.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    workflow.langkah_berlaku(
        jenis="skp", aksi="kembalikan", status=skp.status, daftar_peran=peran, objek_id=skp.pk
    )
    periksa_revisi(skp, revisi, "mengembalikan")
    catatan = catatan.strip()
    if not catatan:
        pesan = _("SKP belum dikembalikan: catatan wajib diisi. Tulis apa yang perlu diperbaiki.")
        raise MasukanSalahError(pesan, per_bidang={"catatan": [pesan]})
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="kembalikan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=catatan,
        bidang={"catatan_pengembalian": catatan, "dikembalikan_at": clock.sekarang()},
        muatan={"pegawai_id": skp.pegawai_id},
    )


@transaction.atomic
def tetapkan_skp(
    *, aktor: Aktor, skp: SKP, pada: dt.date, revisi: int | None = None
) -> HasilLangkah:
    """Set a sent plan: people, law and ties are frozen with it; a late date stays the real one.

    A set earlier version becomes ``digantikan`` and its subordinates' rows follow by key.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError: not you; decided by someone meanwhile (who).
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    langkah, _peran = workflow.langkah_berlaku(
        jenis="skp", aksi="tetapkan", status=skp.status, daftar_peran=peran, objek_id=skp.pk
    )
    periksa_revisi(skp, revisi, "menetapkan")
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    lengkapi_perilaku(skp)
    lama = _versi_lama(skp)
    if lama is not None:
        gantikan(aktor=aktor, lama=lama, baru=skp, pada=pada)
    isi = ringkas(isi_dari(skp))
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "ditetapkan_at": clock.sekarang(),
            "ditetapkan_pada": pada,
            "terlambat": sudah_terlambat(skp=skp, pada=pada, aturan=aturan),
            "penilai_id": aktor.pegawai_id or skp.penilai_id,
            "rekaman": rekaman_skp(skp=skp, aktor=aktor, pada=pada, langkah=langkah),
        },
        isi=isi,
        muatan={"pegawai_id": skp.pegawai_id, "penilai_id": skp.penilai_id, "versi": skp.versi},
    )


def sudah_terlambat(*, skp: SKP, pada: dt.date, aturan: dict[str, Any]) -> bool:
    """Whether setting on ``pada`` is late; a later version keeps the mark of the first."""
    if skp.sebelumnya_id is not None:
        return bool(
            SKP.objects.filter(
                penugasan_id=skp.penugasan_id, tahun=skp.tahun, terlambat=True
            ).exists()
        )
    tenggat = tenggat_skp(
        instansi_id=skp.instansi_id, unit=skp.penugasan.unit, tahun=skp.tahun, kebijakan=aturan
    )
    return pada > tenggat.batas_untuk(skp.mulai, int(aturan["skp.batas_hari"]))


def rekaman_skp(*, skp: SKP, aktor: Aktor, pada: dt.date, langkah: Langkah) -> dict[str, Any]:
    """Return what the decision stood on: people as they were, ties as they read, the law."""
    hari = hari_peran(skp, pada)
    hasil = penilai_pada(penugasan=skp.penugasan, pada=hari)
    penilai = hasil.penilai
    # Whoever set it is its penilai, except a pengelola, who stands beside the penilai.
    if not skp.pengelola_penetap_id and (penilai is None or penilai.pk != aktor.pegawai_id):
        penilai = (
            Pegawai.objects.select_related("instansi").filter(pk=aktor.pegawai_id or 0).first()
        )
    rubrik = (
        VersiRubrik.objects.filter(instansi_id=skp.instansi_id, sejak__lte=pada)
        .order_by("-sejak")
        .first()
    )
    return {
        "pegawai": identitas(pegawai=skp.pegawai, penugasan=skp.penugasan),
        "penilai": identitas(pegawai=penilai, pada=hari),
        "atasan_penilai": identitas(pegawai=hasil.atasan_penilai, pada=hari),
        "dasar_penilai": {"dasar": hasil.dasar, "penjelasan": hasil.penjelasan},
        "penyiap": skp.penyiap.nama_lengkap if skp.penyiap else "",
        "pengelola": {
            nama: identitas(pegawai=orang, pada=hari)
            for nama, orang in (
                ("penyusun", skp.pengelola_penyusun),
                ("penetap", skp.pengelola_penetap),
            )
            if orang is not None
        },
        "dasar": [
            {"peraturan": d.peraturan, "letak": d.letak, "mutu": str(d.mutu)} for d in langkah.dasar
        ],
        "rhk_pimpinan": {
            str(rhk.kunci): rhk.rhk_pimpinan.teks
            for rhk in skp.daftar_rhk.select_related("rhk_pimpinan")
            if rhk.rhk_pimpinan
        },
        "rubrik": rubrik.versi if rubrik else "",
        "pada": pada.isoformat(),
        "tempat": skp.instansi.tempat,
    }


def _versi_lama(skp: SKP) -> SKP | None:
    return (
        SKP.objects.select_for_update()
        .filter(penugasan_id=skp.penugasan_id, tahun=skp.tahun, status=SKP.Status.DITETAPKAN)
        .first()
    )


def periksa_revisi(skp: SKP, revisi: int | None, kata: str) -> None:
    """Refuse to decide on a plan that isn't the one that was read."""
    kini = SKP.objects.filter(pk=skp.pk).values_list("revisi", flat=True).first()
    if revisi is not None and revisi != kini:
        raise StatusTidakSesuaiError(
            _(
                "Belum bisa %(kata)s: isi SKP berubah sesudah halaman ini dibuka. Baca isi "
                "terbaru, lalu putuskan."
            )
            % {"kata": kata},
            kode="revisi_lama",
        )


def _per_baris(temuan: HasilKelengkapan) -> dict[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for satu in temuan.galat:
        hasil.setdefault(f"baris-{satu.baris}" if satu.baris else "umum", []).append(satu.pesan)
    return hasil


@transaction.atomic
def batalkan_skp(*, aktor: Aktor, skp: SKP, alasan: str, pada: dt.date) -> HasilLangkah:
    """Cancel a plan that was never set; it stays readable."""
    return workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="batalkan",
        aktor=aktor,
        daftar_peran=peran_skp(aktor=aktor, skp=skp, pada=pada),
        pada=pada,
        alasan=alasan.strip(),
    )


# --- reading and setting in a row -----------------------------------------------------------
def sidik_sesi(kunci_sesi: str | None) -> str:
    """Return the digest of a session key: what a reading is tied to."""
    return hashlib.sha256((kunci_sesi or "").encode()).hexdigest()


def catat_baca(*, aktor: Aktor, skp: SKP, sesi: str) -> None:
    """Record that the aktor opened this state of the plan in this session; repeating is free."""
    if aktor.pegawai_id is None or not sesi:
        return
    PembacaanSKP.objects.bulk_create(
        [
            PembacaanSKP(
                skp=skp,
                pegawai_id=aktor.pegawai_id,
                revisi=skp.revisi,
                sesi=sesi,
                dibaca_at=clock.sekarang(),
            )
        ],
        ignore_conflicts=True,
    )


@dataclass(frozen=True, slots=True)
class HasilTetapkanBanyak:
    """What setting many did: those set with their receipt number, those refused with the reason."""

    ditetapkan: tuple[tuple[SKP, str], ...]
    ditolak: tuple[tuple[SKP, str], ...]


def tetapkan_yang_dibaca(
    *, aktor: Aktor, daftar: Collection[SKP], sesi: str, pada: dt.date
) -> HasilTetapkanBanyak:
    """Set several sent plans, each in its own transaction; only those read in this session."""
    dibaca = set(
        PembacaanSKP.objects.filter(
            skp__in=[skp.pk for skp in daftar], pegawai_id=aktor.pegawai_id or 0, sesi=sesi
        ).values_list("skp_id", "revisi")
    )
    berhasil: list[tuple[SKP, str]] = []
    ditolak: list[tuple[SKP, str]] = []
    for skp in daftar:
        if (skp.pk, skp.revisi) not in dibaca:
            ditolak.append(
                (skp, _("Belum dibaca dalam sesi ini. Buka dulu SKP-nya, lalu tetapkan."))
            )
            continue
        try:
            hasil = tetapkan_skp(aktor=aktor, skp=skp, pada=pada, revisi=skp.revisi)
        except TeraError as galat:
            ditolak.append((skp, galat.pesan))
        else:
            berhasil.append((skp, hasil.tanda_terima.nomor))
    return HasilTetapkanBanyak(tuple(berhasil), tuple(ditolak))
