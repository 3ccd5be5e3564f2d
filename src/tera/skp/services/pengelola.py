"""R-161: nobody drafted by the second week of January, so the pengelola drafts, then sets.

Only where the instansi switched it on (``skp.pengelola_boleh_menetapkan``), only in *mode petugas*
(the plan belongs to one person), never for oneself, never over a draft the person works on.
"""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import clock, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.permissions import peran_terhadap
from tera.organisasi.selectors import penilai_pada
from tera.skp.isi import isi_dari, ringkas
from tera.skp.models import SKP, PengirimanSKP
from tera.skp.permissions import draf_pengelola, hari_peran, peran_skp
from tera.skp.selectors.pengelola import (
    KEBIJAKAN,
    giliran_pengelola,
    penerima_skp,
    sumber_salinan,
)
from tera.skp.services.penetapan import kelengkapan, periksa_revisi, rekaman_skp, sudah_terlambat
from tera.skp.services.susun import buka_draf, lengkapi_perilaku
from tera.skp.services.syarat_buat import masa_skp, pastikan_terbuka


@transaction.atomic
def susun_oleh_pengelola(
    *,
    aktor: Aktor,
    penugasan: Penugasan,
    tahun: int,
    pendekatan: str,
    pada: dt.date,
    salin_dari: SKP | None = None,
) -> SKP:
    """Open the draft that neither the person nor the penilai began; the name stays on it.

    Raises:
        TidakBerwenangError: not the pengelola of the unit, one's own plan, no mode petugas.
        StatusTidakSesuaiError: not switched on, too early, a plan exists, the year isn't open.
    """
    peran = peran_terhadap(aktor=aktor, penugasan=penugasan, pada=max(pada, penugasan.sejak))
    aturan = kebijakan.semua(instansi_id=penugasan.instansi_id, pada=pada)
    _periksa_pengelola(aktor, peran, aturan)
    pastikan_terbuka(penugasan=penugasan, tahun=tahun, pada=pada, aturan=aturan)
    mulai, _selesai = masa_skp(penugasan, tahun)
    giliran = giliran_pengelola(tahun=tahun, mulai=mulai)
    if pada < giliran:
        raise StatusTidakSesuaiError(
            _(
                "Rancangan belum bisa disusun pengelola: pegawai dan penilai masih punya waktu "
                "sampai %(batas)s (minggu kedua Januari). Kembali pada %(mulai)s."
            )
            % {
                "batas": tulis_tanggal(giliran - dt.timedelta(days=1)),
                "mulai": tulis_tanggal(giliran),
            },
            kode="belum_giliran_pengelola",
        )
    if (
        salin_dari is not None
        and not sumber_salinan(penugasan=penugasan).filter(pk=salin_dari.pk).exists()
    ):
        raise TidakBerwenangError(
            _("Yang bisa disalin hanya SKP pegawai itu sendiri yang pernah ditetapkan.")
        )
    return buka_draf(
        aktor=aktor,
        penugasan=penugasan,
        tahun=tahun,
        pendekatan=pendekatan,
        pada=pada,
        salin_dari=salin_dari,
        bidang={"pengelola_penyusun_id": aktor.pegawai_id},
    )


@transaction.atomic
def tetapkan_oleh_pengelola(
    *, aktor: Aktor, skp: SKP, pada: dt.date, revisi: int | None = None
) -> HasilLangkah:
    """Set the draft a pengelola made, and send it to the person, the penilai, the head of unit.

    Raises:
        TidakBerwenangError: as for drafting.
        StatusTidakSesuaiError: not switched on, or the person took the draft over.
        MasukanSalahError: incomplete, or there is no penilai to send it to.
    """
    peran = peran_skp(aktor=aktor, skp=skp, pada=pada)
    langkah, _peran = workflow.langkah_berlaku(
        jenis="skp", aksi="tetapkan_pengelola", status=skp.status, daftar_peran=peran,
        objek_id=skp.pk,
    )  # fmt: skip
    aturan = kebijakan.semua(instansi_id=skp.instansi_id, pada=pada)
    _periksa_pengelola(aktor, peran, aturan)
    # The row is locked: the person may be taking the draft over in this very moment.
    kini = SKP.objects.select_for_update(of=("self",)).get(pk=skp.pk)
    if not draf_pengelola(kini):
        raise StatusTidakSesuaiError(
            _(
                "Belum bisa menetapkan: rancangan ini disusun atau sudah diambil alih pegawainya. "
                "Biarkan pegawai mengajukannya kepada penilai."
            ),
            kode="bukan_draf_pengelola",
        )
    periksa_revisi(skp, revisi, "menetapkan")
    pastikan_terbuka(penugasan=skp.penugasan, tahun=skp.tahun, pada=pada, aturan=aturan)
    hasil = penilai_pada(penugasan=skp.penugasan, pada=hari_peran(skp, pada))
    if hasil.penilai is None:
        raise MasukanSalahError(
            _("Belum bisa menetapkan: penilai pegawai ini belum ada. %(sebab)s Betulkan dulu.")
            % {"sebab": hasil.penjelasan},
            kode="tanpa_penilai",
        )
    skp.penilai = hasil.penilai
    temuan = kelengkapan(skp=skp, aturan=aturan)
    if not temuan.boleh_diajukan:
        raise MasukanSalahError(
            _("Belum bisa menetapkan: %(sebab)s Lengkapi rancangannya.")
            % {"sebab": " ".join(satu.pesan for satu in temuan.galat)},
            kode="belum_lengkap",
        )
    lengkapi_perilaku(skp)
    skp.pengelola_penetap = Pegawai.objects.select_related("instansi").get(pk=aktor.pegawai_id or 0)
    penerima = penerima_skp(skp=skp, penilai=hasil.penilai, pada=hari_peran(skp, pada))
    langkah_jadi = workflow.jalankan(
        objek=skp,
        jenis="skp",
        aksi="tetapkan_pengelola",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "ditetapkan_at": clock.sekarang(),
            "ditetapkan_pada": pada,
            "terlambat": sudah_terlambat(skp=skp, pada=pada, aturan=aturan),
            "penilai_id": hasil.penilai.pk,
            "pengelola_penetap_id": aktor.pegawai_id,
            "rekaman": rekaman_skp(skp=skp, aktor=aktor, pada=pada, langkah=langkah),
        },
        isi=ringkas(isi_dari(skp)),
        muatan={
            "pegawai_id": skp.pegawai_id,
            "penilai_id": hasil.penilai.pk,
            "versi": skp.versi,
            "penerima": [pegawai.pk for pegawai, _sebagai in penerima],
        },
    )
    PengirimanSKP.objects.bulk_create(
        PengirimanSKP(skp=skp, pegawai=pegawai, sebagai=sebagai, dikirim_at=clock.sekarang())
        for pegawai, sebagai in penerima
    )
    return langkah_jadi


def catat_kiriman_dibaca(*, aktor: Aktor, skp: SKP) -> None:
    """Record that the aktor opened a plan that was sent to them; only the first time counts."""
    PengirimanSKP.objects.filter(
        skp=skp, pegawai_id=aktor.pegawai_id or 0, dibaca_at__isnull=True
    ).update(dibaca_at=clock.sekarang())


def _periksa_pengelola(aktor: Aktor, peran: frozenset[str], aturan: dict[str, Any]) -> None:
    if "pengelola" not in peran or "pegawai" in peran:
        raise TidakBerwenangError(
            _(
                "Rancangan yang terlambat hanya disusun dan ditetapkan pengelola kinerja unit "
                "itu, dan tidak untuk dirinya sendiri."
            )
        )
    if not aturan[KEBIJAKAN]:
        raise StatusTidakSesuaiError(
            _(
                "Pengelola kinerja belum boleh menyusun SKP orang lain: kebijakan instansi tidak "
                "mengizinkannya. Ubah lewat “Kebijakan”, dengan dasarnya."
            ),
            kode="kebijakan_mati",
        )
    if aktor.mode_petugas is None:
        raise TidakBerwenangError(
            _(
                "SKP orang lain hanya disusun dalam mode petugas. Mulai mode petugas dengan "
                "alasannya, lalu ulangi."
            ),
            kode="perlu_mode_petugas",
        )
