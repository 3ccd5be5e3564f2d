"""Delivering a set result, on screen or on paper; receipt; finality when nobody objected.

``diterima_pada`` is the day of proven receipt, not consent: the objection window starts the day
after (PP 30/2019 Pasal 59).
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Berkas, TandaTerima
from tera.core.workflow import HasilLangkah
from tera.core.workflow_massal import Giliran, jalankan_banyak
from tera.evaluasi.models import ALASAN_FINAL, CaraPenyampaian, Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi
from tera.evaluasi.services.kunci import kunci_evaluasi, kunci_tersampaikan, kunci_untuk_langkah
from tera.evaluasi.services.penetapan import banyak, boleh_langkah
from tera.evaluasi.services.penilaian import HasilBanyak
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kalender import PolaKerja
from tera.regulasi.keberatan import BatasKeberatan, batas_keberatan

POTONG_FINAL = 1000


def sampaikan_evaluasi(*, aktor: Aktor, evaluasi: Evaluasi, pada: dt.date) -> HasilLangkah:
    """Deliver the set result on screen: from now on the person sees it."""
    return workflow.jalankan(
        objek=evaluasi,
        jenis="evaluasi",
        aksi="sampaikan",
        aktor=aktor,
        daftar_peran=peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=pada),
        pada=pada,
        bidang=_bidang_layar(pada),
    )


def sampaikan_banyak(*, aktor: Aktor, daftar: Collection[Evaluasi], pada: dt.date) -> HasilBanyak:
    """Deliver many on screen: the same step, written in bulk."""
    return banyak(daftar, lambda pks: _sampaikan_potong(aktor, pks, pada))


@transaction.atomic
def _sampaikan_potong(aktor: Aktor, pks: Sequence[int], pada: dt.date) -> HasilBanyak:
    boleh, peran, ditolak = boleh_langkah("sampaikan", aktor, kunci_untuk_langkah(pks, pada), pada)
    hasil = jalankan_banyak(
        jenis="evaluasi",
        aksi="sampaikan",
        aktor=aktor,
        daftar=[Giliran(satu, peran[satu.pk], _bidang_layar(pada)) for satu in boleh],
        pada=pada,
    )
    return HasilBanyak(
        tuple((satu, nomor) for satu, nomor in zip(boleh, hasil, strict=True)),
        tuple(ditolak),
    )


def _bidang_layar(pada: dt.date) -> dict[str, Any]:
    return {"disampaikan_pada": pada, "cara_penyampaian": CaraPenyampaian.LAYAR.value}


@transaction.atomic
def sampaikan_di_kertas(
    *,
    aktor: Aktor,
    evaluasi: Evaluasi,
    diterima_pada: dt.date | None,
    saksi: str,
    nama_berkas: str,
    isi_berkas: IO[bytes] | None,
    pada: dt.date,
) -> HasilLangkah:
    """Record a delivery on paper: the day it was received, who saw it, and the signed scan.

    The scan proves the receipt, so its day is the day the objection window starts from.

    Raises:
        MasukanSalahError: the day is missing, before the predikat or in the future; no witness; no
            acceptable scan. TidakBerwenangError, StatusTidakSesuaiError: not you, not now.
    """
    kini = kunci_evaluasi(evaluasi)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=kini, pada=pada)
    workflow.langkah_berlaku(
        jenis="evaluasi", aksi="sampaikan", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    galat: dict[str, list[str]] = {}
    if diterima_pada is None:
        galat["diterima_pada"] = [_("Isi tanggal dokumen diterima pegawai.")]
    elif diterima_pada > pada:
        galat["diterima_pada"] = [_("Tanggal diterima belum terjadi. Isi tanggal di tanda terima.")]
    elif kini.ditetapkan_pada and diterima_pada < kini.ditetapkan_pada:
        galat["diterima_pada"] = [
            _("Tanggal diterima mendahului penetapan predikat (%(pada)s).")
            % {"pada": f"{kini.ditetapkan_pada:%d-%m-%Y}"}
        ]
    if not saksi.strip() or len(saksi) > 200:
        galat["saksi"] = [_("Isi nama saksi yang menyerahkan atau melihat penyerahan.")]
    if isi_berkas is None:
        galat["berkas"] = [_("Unggah pindaian dokumen yang sudah ditandatangani.")]
    if galat or isi_berkas is None or diterima_pada is None:
        raise MasukanSalahError(
            " ".join(pesan for daftar in galat.values() for pesan in daftar), per_bidang=galat
        )
    try:
        berkas = simpan_berkas(
            aktor=aktor, nama=nama_berkas, isi=isi_berkas, keperluan="penyampaian_evaluasi"
        )
    except MasukanSalahError as salah:
        raise MasukanSalahError(salah.pesan, per_bidang={"berkas": [salah.pesan]}) from salah
    return workflow.jalankan(
        objek=kini,
        jenis="evaluasi",
        aksi="sampaikan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "disampaikan_pada": diterima_pada,
            "cara_penyampaian": CaraPenyampaian.KERTAS.value,
            "saksi_penyampaian": saksi.strip(),
            "berkas_penyampaian_id": berkas.pk,
            "diterima_pada": diterima_pada,
        },
        isi={"sidik_berkas": berkas.sidik, "diterima_pada": diterima_pada, "saksi": saksi.strip()},
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
            _("Penerimaan sudah dicatat pada %(pada)s.")
            % {"pada": f"{evaluasi.diterima_pada:%d-%m-%Y}"}
        )
    evaluasi.diterima_pada = pada
    evaluasi.save(update_fields=["diterima_pada", "updated_at"])
    bidang = {"diterima_pada": pada}
    jejak = audit.catat_objek(aktor, "evaluasi", evaluasi.pk, "terima", bidang)
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


def finalkan_yang_lewat(*, instansi_id: int, zona: str, pada: dt.date) -> int:
    """The daily look: results whose objection window ended without an objection become final.

    A window in a year whose holidays aren't decreed yet waits for the decree. Returns how many.
    """
    aktor = Aktor.sistem(instansi_id, zona)
    jumlah = 0
    terakhir = 0
    while True:
        pks = list(
            Evaluasi.objects.filter(
                instansi_id=instansi_id,
                status=Evaluasi.Status.DISAMPAIKAN,
                diterima_pada__lt=pada,
                pk__gt=terakhir,
            )
            .order_by("pk")
            .values_list("pk", flat=True)[:POTONG_FINAL]
        )
        if not pks:
            return jumlah
        terakhir = pks[-1]
        jumlah += _finalkan_potong(aktor, pks, pada)


@transaction.atomic
def _finalkan_potong(aktor: Aktor, pks: Sequence[int], pada: dt.date) -> int:
    lewat = [satu for satu in kunci_tersampaikan(pks) if jendela_lewat(evaluasi=satu, pada=pada)]
    jalankan_banyak(
        jenis="evaluasi",
        aksi="finalkan",
        aktor=aktor,
        daftar=[Giliran(satu, {"sistem"}, {}, ALASAN_FINAL) for satu in lewat],
        pada=pada,
    )
    return len(lewat)


def jendela_keberatan(evaluasi: Evaluasi) -> BatasKeberatan | None:
    """Return until when an objection is taken, by the law and the agency's calendar.

    None before the receipt. Reads the unit and the period.

    Raises:
        BelumDiaturError: the days off aren't decreed at all.
    """
    if evaluasi.diterima_pada is None:
        return None
    return batas_keberatan(
        diterima_pada=evaluasi.diterima_pada,
        pola=PolaKerja(evaluasi.unit.pola_hari_kerja),
        jadwal=evaluasi.periode.keberatan_sampai,
    )


def jendela_lewat(*, evaluasi: Evaluasi, pada: dt.date) -> bool:
    """Whether the last admissible day of an objection is over on ``pada``."""
    try:
        batas = jendela_keberatan(evaluasi)
    except BelumDiaturError:
        return False
    return batas is not None and not batas.sementara and pada > batas.batas


def berkas_penyampaian(*, evaluasi: Evaluasi) -> Berkas:
    """Return the scan that proves a delivery on paper.

    Raises:
        StatusTidakSesuaiError: it was delivered on screen.
    """
    if evaluasi.berkas_penyampaian is None:
        raise StatusTidakSesuaiError(_("Dokumen ini disampaikan di layar; tidak ada pindaiannya."))
    return evaluasi.berkas_penyampaian
