"""Continuous feedback: give it, correct or withdraw it within hours, answer it.

No status: a piece is sent the moment it is written, and its receiver reads it at once.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.dasar_orang import salah, wajib_teks
from tera.umpan_balik.models import (
    PermintaanUmpanBalik,
    SasaranUmpanBalik,
    UmpanBalik,
    VersiUmpanBalik,
)
from tera.umpan_balik.permissions import masih_bisa_diubah, peran_umpan_balik
from tera.umpan_balik.selectors.hubungan_pemberi import KE_ATAS, hubungan_pemberi, terbuka
from tera.umpan_balik.selectors.sasaran import sasaran_berkunci, sasaran_permintaan

PANJANG = 2000
HARI_MUNDUR = "umpan_balik.hari_mundur"
JAM_UBAH = "umpan_balik.jam_ubah"


@dataclass(frozen=True, slots=True)
class IsiUmpanBalik:
    """What is said.

    Attributes:
        sasaran: the key of a ``Sasaran`` that is open to the giver.
        jenis: a word of ``UmpanBalik.Jenis``.
        tanggal: the day it was seen.
        setuju_bernama: the writer knows that a superior reads the writer's name.
    """

    sasaran: str
    jenis: str
    teks: str
    tanggal: dt.date
    setuju_bernama: bool = False


def tugas_penerima(*, pegawai: Pegawai, pada: dt.date) -> Penugasan:
    """Return the assignment in which feedback finds a person on the day.

    Raises:
        StatusTidakSesuaiError: the person holds none.
    """
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if tugas is None:
        raise StatusTidakSesuaiError(
            _("%(nama)s tidak memegang penugasan hari ini, jadi umpan balik belum bisa dikirim.")
            % {"nama": pegawai.nama_lengkap}
        )
    return tugas


def pastikan_pemberi(*, aktor: Aktor, tugas: Penugasan, pada: dt.date) -> str:
    """Return what the aktor is to the holder of ``tugas``, a word of ``HubunganPemberi``.

    Raises:
        TidakBerwenangError: oneself, or no working relation and not asked.
    """
    if aktor.pegawai_id == tugas.pegawai_id:
        raise TidakBerwenangError(
            _("Umpan balik untuk diri sendiri ditulis di swakaji, bukan di sini.")
        )
    hubungan = hubungan_pemberi(aktor=aktor, penugasan=tugas, pada=pada)
    if not hubungan:
        raise TidakBerwenangError(
            _(
                "Umpan balik diberikan oleh atasan, ketua tim, rekan, dan bawahan, atau oleh orang "
                "yang dimintai. Anda tidak tercatat sebagai salah satunya bagi %(nama)s."
            )
            % {"nama": tugas.pegawai.nama_lengkap}
        )
    return hubungan


@transaction.atomic
def beri_umpan_balik(
    *,
    aktor: Aktor,
    penerima: Pegawai,
    isi: IsiUmpanBalik,
    pada: dt.date,
    permintaan: PermintaanUmpanBalik | None = None,
) -> tuple[UmpanBalik, TandaTerima]:
    """Give feedback; it is shown to the person at once and answers an open request.

    Raises:
        TidakBerwenangError: no working relation and not asked. MasukanSalahError: nothing said, a
        day too long ago or ahead, work one may not name, an upward piece without consent.
        StatusTidakSesuaiError: the person holds no assignment.
    """
    tugas = tugas_penerima(pegawai=penerima, pada=pada)
    hubungan = pastikan_pemberi(aktor=aktor, tugas=tugas, pada=pada)
    teks = _teks(isi.teks)
    if isi.jenis not in UmpanBalik.Jenis.values:
        raise salah("jenis", _("Pilih jenis umpan baliknya."))
    aturan = kebijakan.semua(instansi_id=tugas.instansi_id, pada=pada)
    _periksa_hari(isi.tanggal, int(aturan[HARI_MUNDUR]), pada)
    if hubungan in KE_ATAS and not isi.setuju_bernama:
        raise salah(
            "setuju_bernama",
            _(
                "Umpan balik ini terbaca atas nama Anda oleh orang yang menjadi atasan atau ketua "
                "tim Anda. Centang bila Anda setuju, atau sampaikan lewat putaran 360 yang anonim."
            ),
        )
    permintaan = permintaan or _permintaan_terbuka(aktor, penerima, isi.sasaran, pada)
    sasaran = sasaran_berkunci(
        aktor=aktor,
        pegawai_id=penerima.pk,
        kunci=isi.sasaran,
        sejak=pada - dt.timedelta(days=int(aturan[HARI_MUNDUR])),
        pada=pada,
        permintaan=permintaan,
    )
    if sasaran is None:
        raise salah("sasaran", _("Bagian pekerjaan itu tidak ada atau tidak terbuka bagi Anda."))
    umpan = UmpanBalik.objects.create(
        instansi_id=tugas.instansi_id,
        penerima=penerima,
        penugasan_id=sasaran.penugasan_id or _tugas_hari(penerima, tugas, isi.tanggal).pk,
        pemberi_id=aktor.pegawai_id or 0,
        hubungan=hubungan,
        nama_pemberi=aktor.nama,
        jenis=isi.jenis,
        teks=teks,
        tanggal=isi.tanggal,
        dikirim_at=clock.sekarang(),
        **sasaran.kolom(),
    )
    muatan = {"sasaran": sasaran.kunci, "jenis": isi.jenis, "teks": teks, "hubungan": hubungan}
    jejak = audit.catat_objek(aktor, "umpan_balik", umpan.pk, "beri", muatan)
    if permintaan is not None:
        # Answered from another window meanwhile: the first answer stays tied to it.
        PermintaanUmpanBalik.objects.filter(pk=permintaan.pk, jawaban__isnull=True).update(
            jawaban=umpan
        )
    kejadian.terbitkan(
        instansi_id=umpan.instansi_id,
        nama="umpan_balik.dikirim",
        muatan={"id": umpan.pk, "penerima_id": penerima.pk, "pemberi_id": aktor.pegawai_id},
    )
    tanda = tanda_terima.terbitkan(
        aktor=aktor, jenis="umpan_balik", objek_id=umpan.pk, aksi="beri", isi=muatan, jejak=jejak
    )
    return umpan, tanda


@transaction.atomic
def perbaiki_umpan_balik(
    *, aktor: Aktor, umpan: UmpanBalik, jenis: str, teks: str, pada: dt.date
) -> UmpanBalik:
    """Correct the words; those before stay readable for both.

    Raises:
        TidakBerwenangError: not the giver. StatusTidakSesuaiError: too late, or withdrawn.
        MasukanSalahError: nothing said.
    """
    kini = _kunci_pemberi(aktor, umpan, pada)
    bersih = _teks(teks)
    if jenis not in UmpanBalik.Jenis.values:
        raise salah("jenis", _("Pilih jenis umpan baliknya."))
    if (bersih, jenis) == (kini.teks, kini.jenis):
        return kini
    saat = clock.sekarang()
    VersiUmpanBalik.objects.create(
        umpan_balik=kini,
        urut=kini.daftar_versi.count() + 1,
        jenis=kini.jenis,
        teks=kini.teks,
        sampai_at=saat,
    )
    kini.teks, kini.jenis, kini.diubah_at, kini.dibaca_at = bersih, jenis, saat, None
    kini.save(update_fields=["teks", "jenis", "diubah_at", "dibaca_at"])
    audit.catat_objek(aktor, "umpan_balik", kini.pk, "perbaiki", {"teks": bersih, "jenis": jenis})
    return kini


@transaction.atomic
def tarik_umpan_balik(*, aktor: Aktor, umpan: UmpanBalik, pada: dt.date) -> UmpanBalik:
    """Take it back: its words are shown to nobody any more, that it was given stays.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    kini = _kunci_pemberi(aktor, umpan, pada)
    kini.ditarik_at = clock.sekarang()
    kini.save(update_fields=["ditarik_at"])
    audit.catat_objek(aktor, "umpan_balik", kini.pk, "tarik")
    return kini


@transaction.atomic
def tanggapi_umpan_balik(*, aktor: Aktor, umpan: UmpanBalik, teks: str) -> UmpanBalik:
    """Answer what was said about oneself, once; the answer is read with it from then on.

    Raises:
        TidakBerwenangError: not the receiver. StatusTidakSesuaiError: answered, or withdrawn.
        MasukanSalahError: nothing said.
    """
    if "penerima" not in peran_umpan_balik(aktor=aktor, umpan=umpan):
        raise TidakBerwenangError(_("Hanya orang yang dituju yang menanggapi umpan balik ini."))
    kini = UmpanBalik.objects.select_for_update(of=("self",)).get(pk=umpan.pk)
    if kini.ditarik_at is not None:
        raise StatusTidakSesuaiError(
            _("Umpan balik ini sudah ditarik pemberinya, jadi tidak perlu ditanggapi.")
        )
    if kini.tanggapan:
        raise StatusTidakSesuaiError(
            _("Anda sudah menanggapi umpan balik ini. Lanjutkan pembicaraannya lewat pertemuan.")
        )
    kini.tanggapan = wajib_teks(
        "teks", teks, _("Tanggapan belum diisi. Tulis dulu, lalu kirim lagi.")
    )[:PANJANG]
    kini.ditanggapi_at = clock.sekarang()
    kini.save(update_fields=["tanggapan", "ditanggapi_at"])
    audit.catat_objek(aktor, "umpan_balik", kini.pk, "tanggapi", {"teks": kini.tanggapan})
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="umpan_balik.ditanggapi",
        muatan={"id": kini.pk, "penerima_id": kini.penerima_id, "pemberi_id": kini.pemberi_id},
    )
    return kini


def catat_dibaca(*, aktor: Aktor, daftar_id: list[int]) -> None:
    """Remember that the receiver saw these pieces; a page seen again writes nothing."""
    if daftar_id:
        UmpanBalik.objects.filter(
            pk__in=daftar_id, penerima_id=aktor.pegawai_id, dibaca_at__isnull=True
        ).update(dibaca_at=clock.sekarang())


def _teks(teks: str) -> str:
    bersih = wajib_teks(
        "teks", teks, _("Umpan balik belum diisi. Tulis apa yang Anda lihat, lalu kirim lagi.")
    )
    if len(bersih) > PANJANG:
        raise salah(
            "teks",
            _("Umpan balik %(n)s huruf, batasnya %(batas)s. Ringkas dulu, lalu kirim lagi.")
            % {"n": len(bersih), "batas": PANJANG},
        )
    return bersih


def _periksa_hari(tanggal: dt.date, mundur: int, pada: dt.date) -> None:
    if tanggal > pada:
        raise salah("tanggal", _("Tanggal itu belum tiba. Isi hari peristiwanya terjadi."))
    if tanggal < pada - dt.timedelta(days=mundur):
        raise salah(
            "tanggal",
            _(
                "Peristiwa sebelum %(tanggal)s terlalu lama untuk umpan balik (kebijakan instansi: "
                "%(n)s hari). Bicarakan lewat pertemuan."
            )
            % {"tanggal": tulis_tanggal(pada - dt.timedelta(days=mundur)), "n": mundur},
        )


def _permintaan_terbuka(
    aktor: Aktor, penerima: Pegawai, kunci: str, pada: dt.date
) -> PermintaanUmpanBalik | None:
    """The request this answers without saying so: about the same work, or about work in general."""
    semua = list(
        PermintaanUmpanBalik.objects.filter(
            terbuka(pada), peminta=penerima, kepada_id=aktor.pegawai_id
        ).order_by("pk")
    )
    sama = [satu for satu in semua if sasaran_permintaan(satu).kunci == kunci]
    umum = [satu for satu in semua if satu.sasaran == SasaranUmpanBalik.UMUM]
    return next(iter([*sama, *umum]), None)


def _tugas_hari(penerima: Pegawai, tugas: Penugasan, tanggal: dt.date) -> Penugasan:
    """The assignment of the day it was seen; somebody new has only that of today."""
    if tanggal >= tugas.sejak:
        return tugas
    return penugasan_utama(pegawai_id=penerima.pk, pada=tanggal) or tugas


def _kunci_pemberi(aktor: Aktor, umpan: UmpanBalik, pada: dt.date) -> UmpanBalik:
    """The piece, held, if the aktor gave it and may still change it."""
    kini = UmpanBalik.objects.select_for_update(of=("self",)).get(pk=umpan.pk)
    pastikan_bisa_diubah(aktor=aktor, umpan=kini, pada=pada)
    return kini


def pastikan_bisa_diubah(*, aktor: Aktor, umpan: UmpanBalik, pada: dt.date) -> None:
    """Refuse whoever didn't give it, and a piece that is too old or withdrawn.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    if "pemberi" not in peran_umpan_balik(aktor=aktor, umpan=umpan):
        raise TidakBerwenangError(_("Hanya pemberinya yang membetulkan atau menarik umpan balik."))
    jam = int(kebijakan.nilai(instansi_id=umpan.instansi_id, kunci=JAM_UBAH, pada=pada))
    if not masih_bisa_diubah(umpan=umpan, jam=jam, kini=clock.sekarang()):
        raise StatusTidakSesuaiError(
            _(
                "Umpan balik ini tidak bisa diubah lagi: sudah ditarik, atau lewat %(n)s jam sejak "
                "dikirim. Kirim umpan balik baru bila ada yang perlu ditambahkan."
            )
            % {"n": jam}
        )
