"""Taking a set result back before it is delivered: asked, agreed by the pengelola, done."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.services.kunci import kunci_evaluasi
from tera.pelaksanaan.services import buka_bahan


@transaction.atomic
def minta_buka_kembali(*, aktor: Aktor, evaluasi: Evaluasi, alasan: str, pada: dt.date) -> Evaluasi:
    """Ask the pengelola to agree that a set result, not delivered, goes back to rated.

    Raises:
        TidakBerwenangError: not the rater. MasukanSalahError: no reason.
        StatusTidakSesuaiError: not set, or already delivered.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="evaluasi",
        aksi="buka_kembali",
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    alasan = alasan.strip()
    if not alasan or len(alasan) > 2000:
        pesan = _("Alasan belum diisi. Tulis apa yang keliru, paling panjang 2.000 huruf.")
        raise MasukanSalahError(pesan, per_bidang={"alasan": [pesan]})
    kini.alasan_buka_kembali = alasan
    kini.buka_kembali_disetujui_oleh = None
    kini.save(update_fields=["alasan_buka_kembali", "buka_kembali_disetujui_oleh", "updated_at"])
    _catat(aktor, kini, "minta_buka_kembali", {"alasan": alasan})
    return kini


@transaction.atomic
def setujui_buka_kembali(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> Evaluasi:
    """Agree, as pengelola of the unit, that the rater takes a set result back.

    Raises:
        TidakBerwenangError: not the pengelola, or the rater or the person themselves.
        StatusTidakSesuaiError: nothing was asked, or it was delivered meanwhile.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    if "pengelola" not in peran or peran & {"penilai", "pegawai"}:
        raise TidakBerwenangError(
            _("Buka kembali disetujui pengelola kinerja yang bukan penilai pegawai ini.")
        )
    if kini.status != Evaluasi.Status.DITETAPKAN or not kini.alasan_buka_kembali:
        raise StatusTidakSesuaiError(
            _("Tidak ada permintaan buka kembali yang menunggu. Muat ulang halaman.")
        )
    kini.buka_kembali_disetujui_oleh_id = aktor.pegawai_id
    kini.save(update_fields=["buka_kembali_disetujui_oleh", "updated_at"])
    _catat(aktor, kini, "setujui_buka_kembali", {"disetujui_oleh_id": aktor.pegawai_id})
    return kini


@transaction.atomic
def buka_kembali(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> HasilLangkah:
    """Take a set result back to rated, with the pengelola's agreement; the material opens again.

    Raises:
        TidakBerwenangError: not the rater.
        StatusTidakSesuaiError: not agreed, or already delivered.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="evaluasi",
        aksi="buka_kembali",
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    if kini.buka_kembali_disetujui_oleh_id is None:
        raise StatusTidakSesuaiError(
            _(
                "Hasil belum bisa dibuka kembali: pengelola kinerja belum menyetujuinya. Tulis "
                "alasannya, lalu tunggu persetujuannya."
            )
        )
    hasil = workflow.jalankan(
        objek=kini,
        jenis="evaluasi",
        aksi="buka_kembali",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=kini.alasan_buka_kembali,
        bidang={
            "predikat": "",
            "ditetapkan_pada": None,
            "rekaman": {},
            "revisi": kini.revisi + 1,
            "buka_kembali_disetujui_oleh": None,
            "alasan_buka_kembali": "",
        },
    )
    buka_bahan(penugasan_id=kini.skp.penugasan_id, periode=kini.periode)
    return hasil


def _catat(aktor: Aktor, evaluasi: Evaluasi, aksi: str, bidang: dict[str, Any]) -> None:
    audit.catat_objek(aktor, "evaluasi", evaluasi.pk, aksi, {**bidang, "saat": clock.sekarang()})
    kejadian.terbitkan(
        instansi_id=evaluasi.instansi_id, nama=f"evaluasi.{aksi}", muatan={"id": evaluasi.pk}
    )
