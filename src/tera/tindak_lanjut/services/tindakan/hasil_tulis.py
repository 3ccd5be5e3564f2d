"""What proposing writes: new follow-ups, and the closing of those that lost their ground."""

import datetime as dt
from collections.abc import Collection

from django.utils.translation import gettext_noop

from tera.core import clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.organisasi.models import Instansi
from tera.tindak_lanjut.models import RencanaPerbaikan, TindakLanjut

#: Kept in Indonesian: reasons the system writes.
ALASAN_PUTUSAN = gettext_noop(
    "Putusan keberatan mengubah hasilnya, jadi tindak lanjut ini tidak berlaku lagi."
)
ALASAN_TAHUN = gettext_noop(
    "Hasil tahun berikutnya sudah ada; daftar prioritas mengikuti hasil terbaru."
)
ALASAN_TAHUN_LALU = gettext_noop(
    "Putusan keberatan mengubah hasil tahun sebelumnya, jadi daftar prioritas ini tidak berlaku "
    "lagi."
)
ALASAN_RENCANA = gettext_noop("Tindak lanjutnya ditutup.")
#: Kept in Indonesian: why a list that was closed already gains a name.
SEBAB_TAHUN_LALU = gettext_noop("Diusulkan sesudah putusan keberatan atas hasil tahun sebelumnya.")


def tulis_banyak(instansi: Instansi, baru: list[TindakLanjut], *, antar: bool) -> None:
    """Write new follow-ups with their audit links and events."""
    if not baru:
        return
    aktor = Aktor.sistem(instansi.pk, instansi.zona)
    TindakLanjut.objects.bulk_create(baru)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="tindak_lanjut",
            aksi="usulkan",
            aktor=aktor,
            bidang={
                "jenis": satu.jenis,
                "evaluasi_id": satu.evaluasi_id,
                "terdahulu_id": satu.terdahulu_id,
                "tenggat": satu.tenggat,
            },
        )
        for satu in baru
    )
    saat = clock.sekarang()
    kejadian.terbitkan_banyak(
        [
            (
                instansi.pk,
                "tindak_lanjut.usulkan",
                {
                    "id": satu.pk,
                    "pegawai_id": satu.pegawai_id,
                    # Who rated; who rates now finds it on home.
                    "penilai_id": satu.evaluasi.penilai_id if satu.evaluasi else None,
                    "jenis": satu.jenis,
                },
                saat,
            )
            for satu in baru
        ],
        antar=antar,
    )


def tutup_banyak(instansi: Instansi, daftar: list[tuple[TindakLanjut, str]], pada: dt.date) -> None:
    """Close what no longer applies, with its plan."""
    if not daftar:
        return
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    sekali = {satu.pk: (satu, alasan) for satu, alasan in daftar}
    jalankan_banyak(
        jenis="tindak_lanjut", aksi="tutup", aktor=sistem, pada=pada,
        daftar=[Giliran(satu, {"sistem"}, {}, alasan) for satu, alasan in sekali.values()],
    )  # fmt: skip
    batalkan_rencana(aktor=sistem, tindakan=list(sekali), pada=pada)


def batalkan_rencana(*, aktor: Aktor, tindakan: Collection[int], pada: dt.date) -> None:
    """End the plans of follow-ups that were closed."""
    rencana = list(
        RencanaPerbaikan.objects.select_for_update()
        .filter(tindakan_id__in=tindakan, status__in=["disusun", "diajukan", "berjalan"])
        .order_by("pk")
    )
    if rencana:
        jalankan_banyak(
            jenis="rencana_perbaikan", aksi="batalkan",
            aktor=Aktor.sistem(aktor.instansi_id, aktor.zona), pada=pada,
            daftar=[Giliran(satu, {"sistem"}, {}, ALASAN_RENCANA) for satu in rencana],
        )  # fmt: skip
