"""What the meeting says about one card, and what the penilai answers: never a rating."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.kalibrasi.models import KartuRapat, MundurRapat, RapatKalibrasi
from tera.kalibrasi.permissions import memutus
from tera.kalibrasi.selectors.rapat import halangan

JENIS = "kartu_rapat"
BATAS = 2000
Keputusan = KartuRapat.Keputusan
Jawaban = KartuRapat.Jawaban


@transaction.atomic
def putuskan_kartu(
    *, aktor: Aktor, kartu: KartuRapat, keputusan: str, alasan: str, pada: dt.date
) -> KartuRapat:
    """Write the meeting's word on a card, with its reason; it can be rewritten until the end.

    Raises: TidakBerwenangError: neither chair nor notulis, or one who must step aside here.
    StatusTidakSesuaiError: the meeting doesn't sit. MasukanSalahError: no reason, unknown word.
    """
    kini = (
        KartuRapat.objects.select_for_update(of=("self",))
        .select_related("unit__unit", "unit__rapat")
        .get(pk=kartu.pk)
    )
    rapat = kini.unit.rapat
    if not memutus(aktor=aktor, rapat=rapat) or aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Keputusan rapat ditulis ketua atau notulisnya."))
    halang = halangan(
        rapat=rapat, daftar_unit=[kini.unit], daftar_pegawai=[aktor.pegawai_id], pada=pada
    ).get((kini.unit_id, aktor.pegawai_id))
    if halang is not None:
        raise TidakBerwenangError(
            _("Anda tidak memutus di unit ini. %(sebab)s.")
            % {"sebab": MundurRapat.Sebab(halang).label}
        )
    if rapat.status != RapatKalibrasi.Status.BERLANGSUNG:
        raise StatusTidakSesuaiError(
            _("Rapat ini tidak sedang berlangsung, jadi keputusannya tidak diubah.")
        )
    if keputusan not in Keputusan.values:
        _tolak("keputusan", _("Pilih: tetap, atau minta penilai meninjau kembali."))
    kini.alasan = _teks(alasan, _("Tulis alasannya; tanpa nama dan tanpa ciri seseorang."))
    kini.keputusan = keputusan
    kini.nama_pemutus = aktor.nama
    kini.diputus_at = clock.sekarang()
    kini.save(update_fields=["alasan", "keputusan", "nama_pemutus", "diputus_at"])
    audit.catat_objek(
        aktor, JENIS, kini.pk, "putuskan", {"keputusan": keputusan, "alasan": kini.alasan}
    )
    return kini


@transaction.atomic
def jawab_permintaan(
    *, aktor: Aktor, kartu: KartuRapat, jawaban: str, alasan: str
) -> tuple[KartuRapat, TandaTerima]:
    """Answer a request of the meeting: the decision stands, or the rating was changed.

    Raises: TidakBerwenangError: not the penilai it was put to. StatusTidakSesuaiError: no request,
    or answered. MasukanSalahError: no reason; "changed" while the ratings are as they were.
    """
    kini = (
        KartuRapat.objects.select_for_update(of=("self",))
        .select_related("unit__rapat", "evaluasi")
        .get(pk=kartu.pk)
    )
    if aktor.pegawai_id is None or aktor.pegawai_id != kini.penilai_id:
        raise TidakBerwenangError(_("Permintaan ini dijawab pejabat penilai yang memutus."))
    ditutup = kini.unit.rapat.status == RapatKalibrasi.Status.DITUTUP
    if kini.keputusan != Keputusan.TINJAU or not ditutup or kini.jawaban:
        raise StatusTidakSesuaiError(_("Tidak ada permintaan yang menunggu jawaban di sini."))
    if jawaban not in Jawaban.values:
        _tolak("jawaban", _("Pilih: tetap pada putusan, atau rating sudah diubah."))
    if jawaban == Jawaban.DITINJAU and not sudah_berubah(kini):
        _tolak(
            "jawaban",
            _(
                "Rating pegawai ini masih sama seperti saat rapat. Ubah dulu di halaman "
                "penilaiannya, atau jawab tetap dengan alasannya."
            ),
        )
    kini.alasan_jawaban = _teks(alasan, _("Tulis alasan Anda dalam satu dua kalimat."))
    kini.jawaban = jawaban
    kini.dijawab_at = clock.sekarang()
    kini.save(update_fields=["jawaban", "alasan_jawaban", "dijawab_at"])
    bidang = {"jawaban": jawaban, "alasan": kini.alasan_jawaban}
    jejak = audit.catat_objek(aktor, JENIS, kini.pk, "jawab", bidang)
    kejadian.terbitkan(
        instansi_id=aktor.instansi_id,
        nama="kalibrasi.permintaan_dijawab",
        muatan={"id": kini.unit.rapat_id, "notulis_id": kini.unit.rapat.notulis_id},
    )
    return kini, tanda_terima.terbitkan(
        aktor=aktor, jenis=JENIS, objek_id=kini.pk, aksi="jawab", isi=bidang, jejak=jejak
    )


def sudah_berubah(kartu: KartuRapat) -> bool:
    """Whether the penilai has given other ratings than those the meeting looked at."""
    kini = kartu.evaluasi
    return (kini.rating_hasil_kerja, kini.rating_perilaku_kerja) != (
        kartu.rating_hasil_kerja,
        kartu.rating_perilaku_kerja,
    )


def _teks(teks: str, pesan: str) -> str:
    bersih = teks.strip()
    if not bersih:
        _tolak("alasan", pesan)
    if len(bersih) > BATAS:
        _tolak("alasan", _("Alasan paling panjang %(n)s huruf. Ringkas dulu.") % {"n": BATAS})
    return bersih


def _tolak(bidang: str, pesan: str) -> None:
    raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
