"""The penilai establishes proposals, one or all at once, and corrects what was established."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import BarisAngkaKredit, BulanKonversi, KonversiPredikat
from tera.angka_kredit.permissions import boleh_menyusun, peran_terhadap_pegawai
from tera.angka_kredit.selectors.rekaman import Perekam
from tera.angka_kredit.services.dasar import teks_wajib, tolak
from tera.angka_kredit.services.selaras import balikkan, selaraskan_konversi
from tera.core import audit, clock, workflow
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.sisip import sisip_massal
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import HubunganPenilai, Pegawai
from tera.organisasi.selectors import berlaku_pada


@transaction.atomic
def tetapkan_konversi(
    *, aktor: Aktor, daftar_pk: Sequence[int], pada: dt.date
) -> tuple[list[str], int]:
    """Establish the proposals of ``daftar_pk``; returns receipts and how many stood already.

    Each writes its row of the ledger. A number that isn't visible or waits no longer is left out,
    so that a page sent twice, or beside a colleague's, does no harm.

    Raises: TidakBerwenangError: one of them isn't the aktor's to establish.
    """
    daftar = list(
        KonversiPredikat.objects.select_for_update(of=("self",))
        .select_related("pegawai__instansi", "masa")
        .filter(
            instansi_id=aktor.instansi_id,
            pk__in=daftar_pk,
            status=KonversiPredikat.Status.DIUSULKAN,
        )
        .order_by("pk")
    )
    if not daftar:
        return [], len(set(daftar_pk))
    dinilai = _dinilai(aktor, pada)
    for satu in daftar:
        if satu.penilai_id != aktor.pegawai_id and satu.pegawai_id not in dinilai:
            raise TidakBerwenangError(
                _(
                    "Konversi %(nama)s tidak bisa Anda tetapkan: yang menetapkan Pejabat Penilai "
                    "Kinerjanya. Buka daftar Anda lagi, lalu tetapkan yang tercantum di sana."
                )
                % {"nama": satu.pegawai.nama_lengkap}
            )
    perekam = Perekam([satu.pegawai for satu in daftar], penilai_id=aktor.pegawai_id, pada=pada)
    tanda = jalankan_banyak(
        jenis="konversi_predikat",
        aksi="tetapkan",
        aktor=aktor,
        pada=pada,
        daftar=[
            Giliran(
                objek=satu,
                daftar_peran={"penilai"},
                bidang={
                    "penilai_id": aktor.pegawai_id,
                    "ditetapkan_pada": pada,
                    "rekaman": perekam.rekaman(satu.pegawai, satu.masa),
                },
            )
            for satu in daftar
        ],
    )
    saat = clock.sekarang()
    sisip_massal(
        [
            BarisAngkaKredit(
                instansi_id=satu.instansi_id,
                masa_id=satu.masa_id,
                unsur=BarisAngkaKredit.Unsur.KONVERSI,
                nilai=satu.nilai,
                konversi=satu,
                hukum=satu.hukum,
                dicatat_pada=pada,
                nama_pencatat=aktor.nama,
                dicatat_at=saat,
            )
            for satu in daftar
        ]
    )
    return tanda, len(set(daftar_pk)) - len(daftar)


@transaction.atomic
def koreksi_konversi(
    *, aktor: Aktor, konversi: KonversiPredikat, alasan: str, pada: dt.date
) -> workflow.HasilLangkah:
    """Reverse an established conversion with a reason; what stands now is proposed again.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    kini = (
        KonversiPredikat.objects.select_for_update(of=("self",))
        .select_related("pegawai__instansi")
        .get(pk=konversi.pk)
    )
    peran = peran_terhadap_pegawai(
        aktor=aktor, pegawai=kini.pegawai, pada=pada, penilai_tercatat=kini.penilai_id
    )
    workflow.langkah_berlaku(
        jenis="konversi_predikat",
        aksi="koreksi",
        status=kini.status,
        daftar_peran=peran,
        objek_id=kini.pk,
    )
    bersih = teks_wajib(alasan, "alasan", 500)
    hasil = workflow.jalankan(
        objek=kini,
        jenis="konversi_predikat",
        aksi="koreksi",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=bersih,
        bidang={"alasan_koreksi": bersih},
        muatan={"pegawai_id": kini.pegawai_id},
    )
    BulanKonversi.objects.filter(konversi=kini).delete()
    balikkan(konversi=[kini], alasan=bersih, nama=aktor.nama, pada=pada)
    selaraskan_konversi(
        instansi_id=kini.instansi_id,
        zona=aktor.zona,
        daftar_pegawai=[kini.pegawai_id],
        dari_tahun=kini.tahun,
        sampai_tahun=kini.tahun,
        pada=pada,
        periodik=[kini.evaluasi_id] if kini.evaluasi_id else [],
    )
    return hasil


@transaction.atomic
def usulkan_periodik(*, aktor: Aktor, pegawai: Pegawai, evaluasi_id: int, pada: dt.date) -> int:
    """Propose a final result of a part of the year too: tops up a small shortage.

    The yearly result later converts only the months that are left. Returns how many rows.

    Raises: TidakBerwenangError, MasukanSalahError: no final result of this person.
    """
    peran = peran_terhadap_pegawai(aktor=aktor, pegawai=pegawai, pada=pada)
    if not boleh_menyusun(peran):
        raise TidakBerwenangError(
            _("Konversi periodik diusulkan Pejabat Penilai Kinerja atau pengelola kinerja unitnya.")
        )
    tahun = (
        Evaluasi.objects.filter(pk=evaluasi_id, pegawai=pegawai)
        .values_list("periode__tahun", flat=True)
        .first()
    )
    if tahun is None:
        tolak("evaluasi", _("Hasil periodik ini bukan milik pegawai tersebut."))
    hasil = selaraskan_konversi(
        instansi_id=pegawai.instansi_id,
        zona=aktor.zona,
        daftar_pegawai=[pegawai.pk],
        dari_tahun=tahun,
        sampai_tahun=tahun,
        pada=pada,
        periodik=[evaluasi_id],
    )
    audit.catat_objek(
        aktor, "pegawai", pegawai.pk, "usulkan_periodik", {"evaluasi_id": evaluasi_id}
    )
    return hasil.diusulkan


def _dinilai(aktor: Aktor, pada: dt.date) -> frozenset[int]:
    """Whom the aktor rates on the day, by person: one query."""
    return frozenset(
        HubunganPenilai.objects.filter(
            berlaku_pada(pada), instansi_id=aktor.instansi_id, penilai_id=aktor.pegawai_id or 0
        ).values_list("penugasan__pegawai_id", flat=True)
    )
