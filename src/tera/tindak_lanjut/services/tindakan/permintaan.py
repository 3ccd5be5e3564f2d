"""A person asks to be counselled: sent, taken back, answered with a day or with a reason."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import Konseling, PermintaanKonseling
from tera.tindak_lanjut.permissions.tindakan import peran_permintaan
from tera.tindak_lanjut.selectors.giliran import giliran_konseling
from tera.tindak_lanjut.services.tindakan.dasar import teks_wajib, tolak
from tera.tindak_lanjut.services.tindakan.pembinaan import IsiJadwalKonseling, buat_jadwal


@transaction.atomic
def ajukan_permintaan(
    *, aktor: Aktor, tujuan: str, uraian: str, pada: dt.date
) -> PermintaanKonseling:
    """Ask to be counselled; ``uraian`` is read by the counsellor alone, once there is one."""
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Konseling diminta pegawainya sendiri."))
    if tujuan not in PermintaanKonseling.Tujuan.values:
        tolak("tujuan", _("Pilih siapa yang menunjuk konselornya."))
    pegawai = Pegawai.objects.get(pk=aktor.pegawai_id)
    if not giliran_konseling(pegawai=pegawai, tujuan=tujuan, pada=pada).orang:
        tolak(
            "tujuan",
            _(
                "Belum ada yang bisa menunjuk konselor lewat pilihan ini. Pilih yang lain, atau "
                "hubungi admin instansi."
            ),
        )
    try:
        with transaction.atomic():
            satu = PermintaanKonseling.objects.create(
                instansi_id=aktor.instansi_id,
                pegawai_id=aktor.pegawai_id,
                tujuan=tujuan,
                uraian=teks_wajib(uraian, "uraian"),
                diajukan_pada=pada,
            )
    except IntegrityError as galat:
        raise StatusTidakSesuaiError(
            _("Permintaan Anda yang lalu masih menunggu. Tarik dulu bila ingin menggantinya.")
        ) from galat
    # The link says that it was asked, and nothing of what about.
    audit.catat_objek(aktor, "permintaan_konseling", satu.pk, "ajukan", {"tujuan": tujuan})
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id,
        nama="tindak_lanjut.konseling_diminta",
        muatan={"id": satu.pk, "pegawai_id": satu.pegawai_id, "tujuan": tujuan},
    )
    return satu


@transaction.atomic
def tarik_permintaan(
    *, aktor: Aktor, permintaan: PermintaanKonseling, pada: dt.date
) -> HasilLangkah:
    """Take it back; nobody asks why, and what was typed is dropped."""
    return _langkah("tarik", aktor, permintaan, pada, {"uraian": ""})


@transaction.atomic
def tolak_permintaan(
    *, aktor: Aktor, permintaan: PermintaanKonseling, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Say that it can't be arranged now, and why."""
    peran = peran_permintaan(aktor=aktor, permintaan=permintaan, pada=pada)
    bersih = teks_wajib(alasan, "catatan", 1000) if peran - {"pegawai"} else ""
    return _langkah("tolak", aktor, permintaan, pada, {"jawaban": bersih})


@transaction.atomic
def jadwalkan_permintaan(
    *, aktor: Aktor, permintaan: PermintaanKonseling, isi: IsiJadwalKonseling, pada: dt.date
) -> Konseling:
    """Name a counsellor, a day and a place for who asked."""
    kini = (
        PermintaanKonseling.objects.select_for_update(of=("self",))
        .select_related("pegawai__instansi")
        .get(pk=permintaan.pk)
    )
    peran = peran_permintaan(aktor=aktor, permintaan=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="permintaan_konseling", aksi="jadwalkan", status=kini.status, daftar_peran=peran,
        objek_id=kini.pk,
    )  # fmt: skip
    konseling = buat_jadwal(
        aktor=aktor, pegawai=kini.pegawai, tindakan=None, isi=isi, pada=pada,
        menilai="penilai" in peran,
        lewat_penilai=kini.tujuan == PermintaanKonseling.Tujuan.PENILAI,
    )  # fmt: skip
    _langkah("jadwalkan", aktor, kini, pada, {"konseling_id": konseling.pk})
    return konseling


def _langkah(
    aksi: str,
    aktor: Aktor,
    permintaan: PermintaanKonseling,
    pada: dt.date,
    bidang: dict[str, Any],
) -> HasilLangkah:
    return workflow.jalankan(
        objek=permintaan,
        jenis="permintaan_konseling",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_permintaan(aktor=aktor, permintaan=permintaan, pada=pada),
        pada=pada,
        bidang=bidang,
        muatan={"pegawai_id": permintaan.pegawai_id, "oleh_id": aktor.pegawai_id},
    )
