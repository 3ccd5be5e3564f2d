"""The person's own look at the period: kept as a draft, sent with a receipt, beside the rating."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.evaluasi.models import CatatanKerja, Evaluasi, Swakaji
from tera.evaluasi.services.catatan import IsiTanda, ringkas_tanda, tulis_tanda
from tera.evaluasi.services.kunci import kunci_evaluasi

PANJANG = 4000


@dataclass(frozen=True, slots=True)
class IsiSwakaji:
    """What a person writes about the period; ``revisi`` of the row the form was filled from."""

    ringkasan: str = ""
    kendala: str = ""
    kebutuhan: str = ""
    tanda: IsiTanda = field(default_factory=dict)
    revisi: int = 0


@transaction.atomic
def simpan_swakaji(*, aktor: Aktor, evaluasi: Evaluasi, isi: IsiSwakaji, pada: dt.date) -> Swakaji:
    """Keep what was written without sending it: nobody else reads it.

    Raises: as ``kirim_swakaji``.
    """
    kini, lama = _siap(aktor, evaluasi, isi)
    if lama is not None and lama.dikirim_at is not None:
        raise StatusTidakSesuaiError(
            _("Swakaji sudah dikirim. Kirim lagi bila ada yang berubah; yang lama diganti.")
        )
    return _tulis(kini, isi, pada, dikirim_at=None)


@transaction.atomic
def kirim_swakaji(
    *, aktor: Aktor, evaluasi: Evaluasi, isi: IsiSwakaji, pada: dt.date
) -> tuple[Swakaji, TandaTerima]:
    """Send it to the rater; it may be sent anew until the predikat is set.

    It stands beside the rating and never enters it.

    Raises:
        TidakBerwenangError: someone else's. StatusTidakSesuaiError: the predikat is set, or it was
        changed on another device. MasukanSalahError: nothing was written, or too much.
    """
    kini, _lama = _siap(aktor, evaluasi, isi)
    if not isi.ringkasan.strip() and not any(level for level, _teks in isi.tanda.values()):
        pesan = _("Swakaji masih kosong. Beri tanda pada baris Anda, atau tulis ringkasannya.")
        raise MasukanSalahError(pesan, per_bidang={"ringkasan": [pesan]})
    swakaji = _tulis(kini, isi, pada, dikirim_at=clock.sekarang())
    bidang = {
        "ringkasan": swakaji.ringkasan,
        "kendala": swakaji.kendala,
        "kebutuhan": swakaji.kebutuhan,
        "tanda": ringkas_tanda(isi.tanda),
        "revisi": swakaji.revisi,
    }
    jejak = audit.catat_objek(aktor, "swakaji", kini.pk, "kirim_swakaji", bidang)
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="evaluasi.swakaji_dikirim",
        muatan={"id": kini.pk, "penilai_id": kini.penilai_id},
    )
    return swakaji, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="swakaji",
        objek_id=kini.pk,
        aksi="kirim_swakaji",
        isi=bidang,
        jejak=jejak,
    )


def _siap(aktor: Aktor, evaluasi: Evaluasi, isi: IsiSwakaji) -> tuple[Evaluasi, Swakaji | None]:
    kini = kunci_evaluasi(evaluasi)
    if aktor.pegawai_id is None or kini.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Swakaji hanya ditulis pegawai yang dinilai."))
    if kini.status not in {Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI}:
        raise StatusTidakSesuaiError(
            _("Swakaji sudah ditutup: predikat periode ini sudah ditetapkan.")
        )
    lama = Swakaji.objects.filter(evaluasi=kini).first()
    if (lama.revisi if lama else 0) != isi.revisi:
        raise StatusTidakSesuaiError(
            _(
                "Swakaji ini sudah disimpan dari perangkat lain sejak halaman Anda dibuka. "
                "Bandingkan, lalu kirim lagi; isian Anda masih ada di halaman ini."
            )
        )
    galat = {
        nama: [_("Isian lebih dari 4.000 huruf. Ringkas dulu.")]
        for nama in ("ringkasan", "kendala", "kebutuhan")
        if len(getattr(isi, nama)) > PANJANG
    }
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for daftar in galat.values() for pesan in daftar), per_bidang=galat
        )
    return kini, lama


def _tulis(
    evaluasi: Evaluasi, isi: IsiSwakaji, pada: dt.date, *, dikirim_at: dt.datetime | None
) -> Swakaji:
    swakaji, _baru = Swakaji.objects.update_or_create(
        evaluasi=evaluasi,
        defaults={
            "ringkasan": isi.ringkasan.strip(),
            "kendala": isi.kendala.strip(),
            "kebutuhan": isi.kebutuhan.strip(),
            "dikirim_at": dikirim_at,
            "revisi": isi.revisi + 1,
        },
    )
    tulis_tanda(
        evaluasi=evaluasi,
        oleh=CatatanKerja.Oleh.PEGAWAI,
        tanda=isi.tanda,
        penanda_id=evaluasi.pegawai_id,
        pada=pada,
    )
    return swakaji
