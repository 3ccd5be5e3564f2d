"""Moderation of citizens' texts, their tie to a person, and the person's answer."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.permissions import daftar_petugas
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.umpan_balik.models import MasukanMasyarakat, TanggapanPegawai
from tera.umpan_balik.selectors.layanan import PERAN_KELOLA
from tera.umpan_balik.selectors.suara import suara_pegawai

JENIS = "masukan_masyarakat"
Status = MasukanMasyarakat.Status


@transaction.atomic
def terbitkan_masukan(*, aktor: Aktor, masukan: MasukanMasyarakat, pada: dt.date) -> HasilLangkah:
    """Publish a text: in public when it is about the service, for its person when it is not.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    return _langkah(aktor, masukan, "terbitkan", pada)


@transaction.atomic
def tolak_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Refuse a text, with a reason that stays with it."""
    return _langkah(aktor, masukan, "tolak", pada, alasan=_wajib(alasan, "alasan"))


@transaction.atomic
def arahkan_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, diarahkan_ke: str, pada: dt.date
) -> HasilLangkah:
    """Pass a text on to another unit or channel."""
    tujuan = _wajib(diarahkan_ke, "diarahkan_ke")
    return _langkah(aktor, masukan, "arahkan", pada, diarahkan_ke=tujuan)


@transaction.atomic
def tinjau_lagi_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Take a decision back: until it is made again nobody reads the text."""
    return _langkah(aktor, masukan, "tinjau_lagi", pada, alasan=_wajib(alasan, "alasan"))


@transaction.atomic
def kaitkan_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, pegawai: Pegawai, pada: dt.date
) -> MasukanMasyarakat:
    """Say whom a text is about; the right of reply begins. The name as typed is dropped.

    Raises:
        TidakBerwenangError, MasukanSalahError: nobody of that unit.
    """
    kini = _kunci(masukan)
    _peran_atau_tolak(aktor, kini, pada)
    bertugas = Penugasan.objects.filter(
        berlaku_pada(pada),
        pegawai=pegawai,
        instansi_id=kini.instansi_id,
        unit__path__gte=kini.unit.path,
        unit__path__lt=kini.unit.path + "~",
    ).exists()
    if not bertugas:
        pesan = _(
            "Belum terkait: %(nama)s tidak bertugas pada unit ini. Pilih orang dari unit yang "
            "dinilai warga, atau arahkan tulisannya ke unit lain."
        ) % {"nama": pegawai.nama_lengkap}
        raise MasukanSalahError(pesan, per_bidang={"pegawai": [pesan]})
    if pegawai.pk == aktor.pegawai_id:
        raise TidakBerwenangError(
            _("Tulisan tentang Anda sendiri dikaitkan oleh pengelola kinerja yang lain.")
        )
    if hasattr(kini, "tanggapan"):
        raise StatusTidakSesuaiError(
            _("Orangnya sudah menanggapi, jadi kaitannya tidak bisa diganti lagi.")
        )
    hari = kebijakan.nilai(instansi_id=kini.instansi_id, kunci="publik.hari_hak_jawab", pada=pada)
    isi = {
        "pegawai_id": pegawai.pk,
        "tentang": MasukanMasyarakat.Tentang.PETUGAS.value,
        "nama_petugas": "",
        "dikaitkan_pada": pada,
        "hak_jawab_sampai": pada + dt.timedelta(days=hari),
    }
    MasukanMasyarakat.objects.filter(pk=kini.pk).update(**isi)
    audit.catat_objek(aktor, JENIS, kini.pk, "kaitkan", isi)
    kejadian.terbitkan(
        instansi_id=kini.instansi_id,
        nama=f"{JENIS}.kaitkan",
        muatan={"id": kini.pk, "pegawai_id": pegawai.pk},
    )
    kini.refresh_from_db()
    return kini


@transaction.atomic
def tandai_diperiksa(
    *, aktor: Aktor, masukan: MasukanMasyarakat, diperiksa: bool, pada: dt.date
) -> MasukanMasyarakat:
    """Mark that the matter is under examination (or no longer): meanwhile nobody reads it."""
    kini = _kunci(masukan)
    _peran_atau_tolak(aktor, kini, pada)
    MasukanMasyarakat.objects.filter(pk=kini.pk).update(sedang_diperiksa=diperiksa)
    audit.catat_objek(aktor, JENIS, kini.pk, "tandai_diperiksa", {"sedang_diperiksa": diperiksa})
    kini.sedang_diperiksa = diperiksa
    return kini


@transaction.atomic
def tanggapi_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, teks: str, pada: dt.date
) -> TanggapanPegawai:
    """Answer a text about oneself, once; from then on it is read together with the answer.

    Raises:
        TidakBerwenangError: not about the aktor. StatusTidakSesuaiError: not visible yet, or
        answered. MasukanSalahError.
    """
    kini = _kunci(masukan)
    if aktor.pegawai_id is None or kini.pegawai_id != aktor.pegawai_id:
        raise TidakBerwenangError(_("Hanya orang yang dimaksud yang bisa menanggapi tulisan ini."))
    terbaca = {satu.masukan_id for satu in suara_pegawai(pegawai=aktor.pegawai_id, pada=pada)}
    if kini.pk not in terbaca:
        raise StatusTidakSesuaiError(
            _("Tulisan ini sedang ditinjau lagi, jadi belum bisa ditanggapi. Coba lagi nanti.")
        )
    if hasattr(kini, "tanggapan"):
        raise StatusTidakSesuaiError(
            _("Anda sudah menanggapi tulisan ini; tanggapan pertama yang berlaku.")
        )
    isi = _wajib(teks, "teks")
    baru = TanggapanPegawai.objects.create(
        masukan=kini, pegawai_id=aktor.pegawai_id, teks=isi, pada=pada
    )
    audit.catat_objek(aktor, JENIS, kini.pk, "tanggapi", {"teks": isi})
    return baru


def peran_terhadap_masukan(
    *, aktor: Aktor, masukan: MasukanMasyarakat, pada: dt.date
) -> frozenset[str]:
    """Return the officer's parts of the aktor over the unit of a text; none over one's own."""
    if aktor.instansi_id != masukan.instansi_id:
        return frozenset()
    if masukan.pegawai_id is not None and masukan.pegawai_id == aktor.pegawai_id:
        return frozenset()
    return frozenset(
        peran
        for peran, awalan in daftar_petugas(aktor=aktor, pada=pada)
        if peran in PERAN_KELOLA and masukan.unit.path.startswith(awalan)
    )


def _langkah(
    aktor: Aktor,
    masukan: MasukanMasyarakat,
    aksi: str,
    pada: dt.date,
    *,
    alasan: str = "",
    diarahkan_ke: str = "",
) -> HasilLangkah:
    kini = _kunci(masukan)
    kembali = aksi == "tinjau_lagi"
    return workflow.jalankan(
        objek=kini,
        jenis=JENIS,
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_terhadap_masukan(aktor=aktor, masukan=kini, pada=pada),
        pada=pada,
        alasan=alasan,
        bidang={
            "alasan": alasan,
            "diarahkan_ke": diarahkan_ke,
            "diputus_pada": None if kembali else pada,
        },
    )


def _peran_atau_tolak(aktor: Aktor, masukan: MasukanMasyarakat, pada: dt.date) -> None:
    if not peran_terhadap_masukan(aktor=aktor, masukan=masukan, pada=pada):
        raise TidakBerwenangError(
            _("Tulisan warga unit ini dikelola pengelola kinerja atau admin lain.")
        )


def _kunci(masukan: MasukanMasyarakat) -> MasukanMasyarakat:
    return (
        MasukanMasyarakat.objects.select_for_update(of=("self",))
        .select_related("unit")
        .get(pk=masukan.pk)
    )


def _wajib(teks: str, bidang: str) -> str:
    isi = teks.strip()
    if not isi:
        pesan = _("Wajib diisi.")
        raise MasukanSalahError(pesan, per_bidang={bidang: [pesan]})
    return isi
