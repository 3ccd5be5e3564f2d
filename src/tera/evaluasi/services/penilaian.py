"""Rating one person: open, rate, counter-sign, set, deliver, receive.

The predikat always equals the matrix of the two ratings (PermenPANRB 6/2022, Pasal 24-25 for the
order). A human gives both ratings; the system never does, except that the capaian of a unit is the
rating hasil kerja of its head (SE MenPANRB 3/2023).
"""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.galat import (
    MasukanSalahError,
    StatusTidakSesuaiError,
    TidakBerwenangError,
)
from tera.core.models import TandaTerima
from tera.core.workflow import HasilLangkah
from tera.evaluasi import selectors
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.services.rekaman import susun_rekaman
from tera.evaluasi.services.syarat import galat_pimpinan, galat_rating
from tera.organisasi import permissions as organisasi_permissions
from tera.organisasi import selectors as organisasi
from tera.organisasi.models import Periode
from tera.organisasi.selectors.hubungan import ada_hubungan_dekat
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja
from tera.skp.models import SKP


@transaction.atomic
def buka_evaluasi(*, aktor: Aktor, skp: SKP, periode: Periode, pada: dt.date) -> Evaluasi:
    """Return the evaluation of ``skp`` in ``periode``, opened by its rater when there is none.

    Raises:
        StatusTidakSesuaiError: the plan isn't in force in that period.
        TidakBerwenangError: the aktor isn't the rater.
    """
    if skp.status not in {SKP.Status.DITETAPKAN, SKP.Status.DITUTUP}:
        raise StatusTidakSesuaiError(
            _(
                "Evaluasi belum bisa dibuka: SKP %(nama_lengkap)s masih “%(status)s”. "
                "Tetapkan SKP-nya dulu."
            )
            % {"nama_lengkap": skp.pegawai.nama_lengkap, "status": skp.get_status_display()}
        )
    if skp.mulai > periode.selesai or skp.selesai < periode.mulai:
        raise MasukanSalahError(
            _(
                "SKP ini berlaku %(mulai)s sampai %(selesai)s, di luar %(periode)s. "
                "Pilih periode yang lain."
            )
            % {
                "mulai": f"{skp.mulai:%d-%m-%Y}",
                "selesai": f"{skp.selesai:%d-%m-%Y}",
                "periode": periode,
            }
        )
    penilai = organisasi.penilai_pada(penugasan=skp.penugasan, pada=min(pada, skp.selesai))
    peran = organisasi_permissions.peran_terhadap(aktor=aktor, penugasan=skp.penugasan, pada=pada)
    if "penilai" not in peran and skp.penilai_id != aktor.pegawai_id:
        raise TidakBerwenangError(
            _(
                "Evaluasi hanya dibuka oleh pejabat penilai pegawai ini. Bila penilainya salah, "
                "laporkan dari beranda."
            )
        )
    ada = Evaluasi.objects.filter(skp=skp, periode=periode).first()
    if ada is not None:
        return ada
    atasan = penilai.penilai or skp.penilai
    try:
        with transaction.atomic():
            evaluasi = Evaluasi.objects.create(
                instansi_id=skp.instansi_id,
                skp=skp,
                pegawai_id=skp.pegawai_id,
                periode=periode,
                unit_id=skp.penugasan.unit_id,
                penilai=atasan,
                perlu_tanda_tangan_atasan=bool(
                    atasan and ada_hubungan_dekat(a_id=skp.pegawai_id, b_id=atasan.pk, pada=pada)
                ),
            )
    except IntegrityError:
        return Evaluasi.objects.get(skp=skp, periode=periode)
    audit.catat(
        aktor=aktor,
        rantai=f"evaluasi:{evaluasi.pk}",
        aksi="buka",
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        bidang={"skp_id": skp.pk, "periode_id": periode.pk, "penilai_id": evaluasi.penilai_id},
    )
    return evaluasi


@transaction.atomic
def nilai_evaluasi(
    *,
    aktor: Aktor,
    evaluasi: Evaluasi,
    rating_hasil_kerja: str,
    rating_perilaku_kerja: str,
    revisi: int,
    pada: dt.date,
    alasan_hasil_kerja: str = "",
    alasan_perilaku_kerja: str = "",
    catatan: str = "",
) -> HasilLangkah:
    """Write the two ratings of one person.

    Raises:
        MasukanSalahError: a rating is missing or unknown; a level that isn't *sesuai* has no
            reason; the head of a unit's rating differs from the mapping of the unit's capaian.
        StatusTidakSesuaiError: someone changed it since the page was opened, or it is set.
        TidakBerwenangError: the aktor isn't the rater.
    """
    evaluasi = (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit", "skp__penugasan__jabatan", "periode", "pegawai")
        .get(pk=evaluasi.pk)
    )
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    if evaluasi.status == Evaluasi.Status.DINILAI:
        workflow.jalankan(
            objek=evaluasi,
            jenis="evaluasi",
            aksi="ubah_nilai",
            aktor=aktor,
            daftar_peran=peran,
            pada=pada,
            alasan="nilai diperbaiki sebelum ditetapkan",
        )
    workflow.langkah_berlaku(
        jenis="evaluasi",
        aksi="nilai",
        status=evaluasi.status,
        daftar_peran=peran,
        objek_id=evaluasi.pk,
    )
    if evaluasi.revisi != revisi:
        raise StatusTidakSesuaiError(
            _(
                "Penilaian ini sudah diubah sejak halaman Anda dibuka. Muat ulang, bandingkan, "
                "lalu simpan lagi; isian Anda masih ada di halaman ini."
            )
        )
    galat = galat_rating(
        rating_hasil_kerja, rating_perilaku_kerja, alasan_hasil_kerja, alasan_perilaku_kerja
    )
    galat |= galat_pimpinan(evaluasi, rating_hasil_kerja, pada)
    if galat:
        raise MasukanSalahError(
            _("Penilaian belum disimpan: ") + " ".join(p for d in galat.values() for p in d),
            per_bidang=galat,
        )
    bidang: dict[str, Any] = {
        "rating_hasil_kerja": rating_hasil_kerja,
        "rating_perilaku_kerja": rating_perilaku_kerja,
        "alasan_hasil_kerja": alasan_hasil_kerja.strip(),
        "alasan_perilaku_kerja": alasan_perilaku_kerja.strip(),
        "catatan": catatan.strip(),
        "revisi": evaluasi.revisi + 1,
        "versi_rubrik": selectors.rubrik_evaluasi(evaluasi=evaluasi).versi,
        # A changed rating needs a new counter-signature.
        "disetujui_oleh": None,
        "disetujui_at": None,
    }
    return workflow.jalankan(
        objek=evaluasi,
        jenis="evaluasi",
        aksi="nilai",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang=bidang,
    )


@transaction.atomic
def setujui_penilaian(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> TandaTerima:
    """Counter-sign the ratings of a pair with a declared close relation.

    Raises:
        TidakBerwenangError: the aktor isn't the atasan penilai.
        StatusTidakSesuaiError: nothing waits for a signature.
    """
    evaluasi = (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan")
        .get(pk=evaluasi.pk)
    )
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    if "atasan_penilai" not in peran:
        raise TidakBerwenangError(
            _(
                "Tanda tangan ini hanya dari atasan pejabat penilai, karena penilai dan pegawai "
                "menyatakan hubungan dekat."
            )
        )
    if evaluasi.status != Evaluasi.Status.DINILAI or not evaluasi.perlu_tanda_tangan_atasan:
        raise StatusTidakSesuaiError(
            _("Tidak ada penilaian yang menunggu tanda tangan Anda di sini. Muat ulang halaman.")
        )
    evaluasi.disetujui_oleh_id = aktor.pegawai_id
    evaluasi.disetujui_at = clock.sekarang()
    evaluasi.save(update_fields=["disetujui_oleh", "disetujui_at", "updated_at"])
    bidang = {"disetujui_oleh_id": aktor.pegawai_id, "revisi": evaluasi.revisi}
    jejak = audit.catat(
        aktor=aktor,
        rantai=f"evaluasi:{evaluasi.pk}",
        aksi="setujui_penilaian",
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        bidang=bidang,
    )
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        aksi="setujui_penilaian",
        isi=bidang,
        jejak=jejak,
    )


@transaction.atomic
def tetapkan_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> HasilLangkah:
    """Set the predikat: the matrix of the two ratings, on the law of ``pada``, frozen with people.

    Raises:
        StatusTidakSesuaiError: not rated yet, or the unit's capaian isn't set (order of law).
        TidakBerwenangError: the aktor isn't the rater, or a counter-signature is missing.
    """
    evaluasi = (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related(
            "skp__penugasan__unit",
            "skp__penugasan__jabatan",
            "skp__instansi",
            "periode",
            "pegawai",
            "penilai",
            "instansi",
        )
        .get(pk=evaluasi.pk)
    )
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada)
    workflow.langkah_berlaku(
        jenis="evaluasi",
        aksi="tetapkan",
        status=evaluasi.status,
        daftar_peran=peran,
        objek_id=evaluasi.pk,
    )
    unit = selectors.unit_capaian(unit=evaluasi.skp.penugasan.unit)
    capaian = selectors.capaian_unit(unit=unit, periode=evaluasi.periode)
    if capaian is None:
        raise StatusTidakSesuaiError(
            _(
                "Predikat belum bisa ditetapkan: capaian %(unit)s untuk %(periode)s "
                "belum ditetapkan. Urutannya: capaian organisasi, pola distribusi, "
                "lalu predikat (PermenPANRB 6/2022 Pasal 24–25). Minta pimpinan di "
                "atas unit itu menetapkannya."
            )
            % {"unit": unit.nama, "periode": evaluasi.periode}
        )
    galat = galat_pimpinan(evaluasi, evaluasi.rating_hasil_kerja, pada)
    if galat:
        raise StatusTidakSesuaiError(
            _("Predikat belum bisa ditetapkan. ") + " ".join(p for d in galat.values() for p in d)
        )
    if evaluasi.perlu_tanda_tangan_atasan and evaluasi.disetujui_oleh_id is None:
        raise StatusTidakSesuaiError(
            _(
                "Predikat belum bisa ditetapkan: ada pernyataan hubungan dekat antara penilai dan "
                "pegawai, jadi penilaian ini menunggu tanda tangan atasan pejabat penilai."
            )
        )
    predikat = predikat_kinerja(
        hasil_kerja=Rating(evaluasi.rating_hasil_kerja),
        perilaku_kerja=Rating(evaluasi.rating_perilaku_kerja),
        pada=pada,
    )
    return workflow.jalankan(
        objek=evaluasi,
        jenis="evaluasi",
        aksi="tetapkan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "predikat": predikat.predikat.value,
            "ditetapkan_pada": pada,
            "rekaman": susun_rekaman(
                evaluasi=evaluasi, capaian=capaian, predikat=predikat, pada=pada
            ),
        },
    )


def sampaikan_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> HasilLangkah:
    """Deliver the set result to the person: from now on they see it."""
    return workflow.jalankan(
        objek=evaluasi,
        jenis="evaluasi",
        aksi="sampaikan",
        aktor=aktor,
        daftar_peran=peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada),
        pada=pada,
        bidang={"disampaikan_pada": pada},
    )


@transaction.atomic
def terima_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> TandaTerima:
    """Record that the person received the document: proof of receipt, not consent.

    Raises:
        TidakBerwenangError: someone else's document.
        StatusTidakSesuaiError: not delivered yet, or already received.
    """
    evaluasi = Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)
    if evaluasi.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Hanya pegawai yang dinilai yang mencatat penerimaan."))
    if evaluasi.status != Evaluasi.Status.DISAMPAIKAN:
        raise StatusTidakSesuaiError(_("Dokumen ini belum disampaikan kepada Anda."))
    if evaluasi.diterima_pada is not None:
        raise StatusTidakSesuaiError(
            _("Penerimaan sudah dicatat pada %(diterima_pada)s.")
            % {"diterima_pada": f"{evaluasi.diterima_pada:%d-%m-%Y}"}
        )
    evaluasi.diterima_pada = pada
    evaluasi.save(update_fields=["diterima_pada", "updated_at"])
    bidang = {"diterima_pada": pada}
    jejak = audit.catat(
        aktor=aktor,
        rantai=f"evaluasi:{evaluasi.pk}",
        aksi="terima",
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        bidang=bidang,
    )
    kejadian.terbitkan(
        instansi_id=evaluasi.instansi_id, nama="evaluasi.terima", muatan={"id": evaluasi.pk}
    )
    return tanda_terima.terbitkan(
        aktor=aktor,
        jenis="evaluasi",
        objek_id=evaluasi.pk,
        aksi="terima",
        isi=bidang,
        jejak=jejak,
    )
