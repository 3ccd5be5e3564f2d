"""Asking for feedback: ask, decline, take back. Open until answered or until its last day."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi import kebijakan
from tera.organisasi.models import HubunganPenilai, Pegawai
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.services.dasar_orang import salah, wajib_pegawai
from tera.umpan_balik.models import PermintaanUmpanBalik
from tera.umpan_balik.selectors.hubungan_pemberi import terbuka
from tera.umpan_balik.selectors.sasaran import Sasaran, sasaran_berkunci, sasaran_permintaan
from tera.umpan_balik.services.berkelanjutan import HARI_MUNDUR, tugas_penerima

HARI_PERMINTAAN = "umpan_balik.hari_permintaan"
#: Nobody is asked by one person in more open requests at a time: a queue isn't answered.
TERBUKA_PALING_BANYAK = 20


@transaction.atomic
def minta_umpan_balik(
    *,
    aktor: Aktor,
    kepada: Sequence[Pegawai],
    sasaran: str,
    pesan: str,
    pada: dt.date,
) -> list[PermintaanUmpanBalik]:
    """Ask each of ``kepada`` about one piece of one's own work; those already asked are left out.

    Returns the new requests.

    Raises:
        MasukanSalahError: nobody, oneself, someone of another instansi who doesn't rate one, work
        that isn't one's own, too many open requests, or everybody was asked already.
        TidakBerwenangError: an account without a person.
    """
    saya = wajib_pegawai(aktor, perbuatan=_("meminta umpan balik"))
    diri = Pegawai.objects.get(pk=saya)
    tugas = tugas_penerima(pegawai=diri, pada=pada)
    orang = {satu.pk: satu for satu in kepada}
    if not orang:
        raise salah("kepada", _("Pilih paling sedikit satu orang yang Anda mintai."))
    if saya in orang:
        raise salah("kepada", _("Pilih orang lain: umpan balik datang dari orang lain."))
    _periksa_instansi(aktor, orang.values(), pada)
    pergi = [satu.nama_lengkap for satu in orang.values() if satu.kedudukan_hukum != "aktif"]
    if pergi:
        raise salah(
            "kepada",
            _("%(nama)s sedang tidak aktif, jadi tidak bisa menjawab. Pilih orang lain.")
            % {"nama": ", ".join(pergi)},
        )
    aturan = kebijakan.semua(instansi_id=tugas.instansi_id, pada=pada)
    satu_sasaran = sasaran_berkunci(
        aktor=aktor,
        pegawai_id=saya,
        kunci=sasaran,
        sejak=pada - dt.timedelta(days=int(aturan[HARI_MUNDUR])),
        pada=pada,
    )
    if satu_sasaran is None:
        raise salah("sasaran", _("Bagian pekerjaan itu tidak ada pada SKP Anda. Pilih lagi."))
    berjalan = list(PermintaanUmpanBalik.objects.filter(terbuka(pada), peminta_id=saya))
    sudah = {
        satu.kepada_id for satu in berjalan if sasaran_permintaan(satu).kunci == satu_sasaran.kunci
    }
    baru = [pegawai for pk, pegawai in orang.items() if pk not in sudah]
    if not baru:
        raise MasukanSalahError(
            _("Permintaan yang sama masih menunggu jawaban. Tidak ada yang dikirim lagi.")
        )
    if len(berjalan) + len(baru) > TERBUKA_PALING_BANYAK:
        raise salah(
            "kepada",
            _("Paling banyak %(n)s permintaan boleh menunggu sekaligus. Batalkan yang lama dulu.")
            % {"n": TERBUKA_PALING_BANYAK},
        )
    batas = pada + dt.timedelta(days=int(aturan[HARI_PERMINTAAN]))
    return [
        _buat(aktor, tugas.instansi_id, satu_sasaran, satu_sasaran.penugasan_id or tugas.pk,
              pegawai, pesan.strip(), batas)
        for pegawai in baru
    ]  # fmt: skip


def _periksa_instansi(aktor: Aktor, orang: Iterable[Pegawai], pada: dt.date) -> None:
    """A rater by letter may be of another instansi; nobody else is asked outside one's own."""
    luar = {satu.pk for satu in orang if satu.instansi_id != aktor.instansi_id}
    if luar - set(
        HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            penugasan__pegawai_id=aktor.pegawai_id or 0,
            penilai_id__in=luar,
        ).values_list("penilai_id", flat=True)
    ):
        raise salah("kepada", _("Orang itu tidak ada di instansi Anda. Pilih lagi dari daftar."))


def _buat(
    aktor: Aktor,
    instansi_id: int,
    sasaran: Sasaran,
    penugasan_id: int,
    kepada: Pegawai,
    pesan: str,
    batas: dt.date,
) -> PermintaanUmpanBalik:
    permintaan = PermintaanUmpanBalik.objects.create(
        instansi_id=instansi_id,
        peminta_id=aktor.pegawai_id or 0,
        penugasan_id=penugasan_id,
        kepada=kepada,
        pesan=pesan,
        diminta_at=clock.sekarang(),
        batas=batas,
        **sasaran.kolom(),
    )
    audit.catat_objek(
        aktor,
        "permintaan_umpan_balik",
        permintaan.pk,
        "minta",
        {"sasaran": sasaran.kunci, "kepada_id": kepada.pk, "pesan": pesan},
    )
    kejadian.terbitkan(
        instansi_id=instansi_id,
        nama="umpan_balik.diminta",
        muatan={
            "id": permintaan.pk,
            "peminta_id": aktor.pegawai_id,
            "kepada_id": kepada.pk,
            "batas": batas.isoformat(),
        },
    )
    return permintaan


@transaction.atomic
def tolak_permintaan(
    *, aktor: Aktor, permintaan: PermintaanUmpanBalik, alasan: str, pada: dt.date
) -> None:
    """Decline a request; a word why is welcome, not required.

    Raises:
        TidakBerwenangError: asked of someone else. StatusTidakSesuaiError: no longer open.
    """
    if aktor.pegawai_id != permintaan.kepada_id:
        raise TidakBerwenangError(_("Hanya orang yang dimintai yang bisa menolak permintaan ini."))
    kini = _kunci(permintaan, pada)
    teks = alasan.strip()[:500]
    PermintaanUmpanBalik.objects.filter(pk=kini.pk).update(ditolak_at=clock.sekarang(), alasan=teks)
    audit.catat_objek(aktor, "permintaan_umpan_balik", kini.pk, "tolak", {"alasan": teks})
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama="umpan_balik.permintaan_ditolak",
        muatan={"id": kini.pk, "peminta_id": kini.peminta_id, "kepada_id": kini.kepada_id},
    )


@transaction.atomic
def batalkan_permintaan(*, aktor: Aktor, permintaan: PermintaanUmpanBalik, pada: dt.date) -> None:
    """Take one's own request back.

    Raises:
        TidakBerwenangError: someone else's. StatusTidakSesuaiError: no longer open.
    """
    if aktor.pegawai_id != permintaan.peminta_id:
        raise TidakBerwenangError(_("Hanya yang meminta yang bisa membatalkan permintaan ini."))
    kini = _kunci(permintaan, pada)
    PermintaanUmpanBalik.objects.filter(pk=kini.pk).update(dibatalkan_at=clock.sekarang())
    audit.catat_objek(aktor, "permintaan_umpan_balik", kini.pk, "batalkan")


def _kunci(permintaan: PermintaanUmpanBalik, pada: dt.date) -> PermintaanUmpanBalik:
    kini = PermintaanUmpanBalik.objects.select_for_update(of=("self",)).get(pk=permintaan.pk)
    if kini.jawaban_id or kini.ditolak_at or kini.dibatalkan_at or kini.batas < pada:
        raise StatusTidakSesuaiError(
            _("Permintaan ini sudah tidak menunggu: terjawab, ditolak, batal, atau lewat hari.")
        )
    return kini
