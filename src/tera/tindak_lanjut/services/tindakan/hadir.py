"""Days away without a valid reason: typed or imported, read with a trace, examined by the superior.

A count never becomes a record of discipline: the superior examines, a named official decides.
"""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import Sel
from tera.core.sisip import sisip_massal, ubah_massal
from tera.organisasi.models import Pegawai
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors.penilai import penilai_pada, penugasan_utama
from tera.tindak_lanjut.lembar_isian import HasilImpor, baca_tabel, teks_sel
from tera.tindak_lanjut.models import KetidakhadiranTahunan
from tera.tindak_lanjut.selectors.tindakan_hadir import ambang
from tera.tindak_lanjut.services.orang_lembar import orang_lembar
from tera.tindak_lanjut.services.tindakan.dasar import teks_wajib, tidak_di_depan, tolak

KOLOM_HADIR = ("NIP", "HARI")
HARI_TERBANYAK = 366
TAHUN_TERTUA = 2021
PERISTIWA = "tindak_lanjut.ketidakhadiran"
#: What a second count of the same year replaces.
KOLOM_UBAH = (
    "hari", "berturut", "sumber", "dicatat_at", "diperiksa_pada", "pemeriksa", "hasil_periksa",
    "nomor_periksa",
)  # fmt: skip


@transaction.atomic
def catat_ketidakhadiran(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    tahun: int,
    hari: int,
    berturut: int,
    sumber: str,
    pada: dt.date,
) -> KetidakhadiranTahunan:
    """Write a person's count of a year; a second one replaces, and is examined anew if it weighs
    more. The rater is told when a step is reached.

    Raises: TidakBerwenangError: not pengelola of the person's unit. MasukanSalahError.
    """
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if (
        pegawai.instansi_id != aktor.instansi_id
        or tugas is None
        or not boleh_petugas(aktor=aktor, unit=tugas.unit, pada=pada, peran="pengelola")
    ):
        raise _bukan_pengelola()
    lama = (
        KetidakhadiranTahunan.objects.select_for_update(of=("self",))
        .select_related("pegawai")
        .filter(pegawai=pegawai, tahun=tahun)
        .first()
    )
    satu = lama or _baru(aktor, pegawai, tahun)
    kabar = _terapkan(satu, hari=hari, berturut=berturut, sumber=sumber, pada=pada)
    satu.save()
    audit.catat_objek(aktor, "ketidakhadiran", satu.pk, "catat", _bidang(satu))
    if kabar:
        kejadian.terbitkan(
            instansi_id=aktor.instansi_id, nama=PERISTIWA, muatan=_muatan(satu, aktor)
        )
    return satu


def _baru(aktor: Aktor, pegawai: Pegawai, tahun: int) -> KetidakhadiranTahunan:
    return KetidakhadiranTahunan(instansi_id=aktor.instansi_id, pegawai=pegawai, tahun=tahun)


def _terapkan(
    satu: KetidakhadiranTahunan, *, hari: int, berturut: int, sumber: str, pada: dt.date
) -> bool:
    """Set the count, checked; return whether a step is newly reached that somebody examines."""
    if not TAHUN_TERTUA <= satu.tahun <= pada.year:
        tolak("tahun", _("Pilih tahun antara %(awal)s dan tahun ini.") % {"awal": TAHUN_TERTUA})
    if not 0 <= hari <= HARI_TERBANYAK:
        tolak("hari", _("Jumlah harinya antara 0 dan %(batas)s.") % {"batas": HARI_TERBANYAK})
    if not 0 <= berturut <= hari:
        tolak("berturut", _("Hari berturut-turut paling banyak sama dengan jumlah harinya."))
    dulu = ambang(satu, pada).hukuman if satu.pk else ""
    satu.hari, satu.berturut = hari, berturut
    satu.sumber = teks_wajib(sumber, "sumber", 200)
    satu.dicatat_at = clock.sekarang()
    kini = ambang(satu, pada)
    if kini.hukuman != dulu:
        satu.diperiksa_pada, satu.pemeriksa = None, None
        satu.hasil_periksa, satu.nomor_periksa = "", ""
    return kini.tercapai and kini.hukuman != dulu


def _bidang(satu: KetidakhadiranTahunan) -> dict[str, int]:
    return {
        "pegawai_id": satu.pegawai_id,
        "tahun": satu.tahun,
        "hari": satu.hari,
        "berturut": satu.berturut,
    }


def _muatan(satu: KetidakhadiranTahunan, aktor: Aktor) -> dict[str, int | None]:
    return {"id": satu.pk, "pegawai_id": satu.pegawai_id, "oleh_id": aktor.pegawai_id}


@transaction.atomic
def impor_ketidakhadiran(
    *, aktor: Aktor, tahun: int, nama: str, isi: bytes, pada: dt.date
) -> HasilImpor:
    """Read a year's counts from a sheet (NIP, HARI, perhaps BERTURUT); wrong rows are named.

    A fixed number of statements per 500 rows.

    Raises: MasukanSalahError: the file.
    """
    hasil = HasilImpor()
    tabel = [
        (nomor, teks_sel(sel["NIP"]).replace(" ", ""), sel)
        for nomor, sel in baca_tabel(nama=nama, isi=isi, kolom=KOLOM_HADIR, boleh=("BERTURUT",))
    ]
    orang = orang_lembar(
        aktor=aktor, daftar_nip=(nip for _nomor, nip, _sel in tabel), peran="pengelola", pada=pada
    )
    # One import at a time, and none while somebody types a count of the same people.
    for potong in orang.potongan():
        list(
            Pegawai.objects.select_for_update(of=("self",))
            .filter(pk__in=potong)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
    lama = {
        satu.pegawai_id: satu
        for potong in orang.potongan()
        for satu in KetidakhadiranTahunan.objects.select_for_update(of=("self",))
        .select_related("pegawai")
        .filter(pegawai__in=potong, tahun=tahun)
    }
    tulis: dict[int, tuple[KetidakhadiranTahunan, bool]] = {}
    for nomor, nip, sel in tabel:
        try:
            pegawai = orang.dari_nip(nip)
            hari = _bulat(sel["HARI"], "HARI")
            berturut = _bulat(sel["BERTURUT"], "BERTURUT") if teks_sel(sel["BERTURUT"]) else 0
            if pegawai.pk in tulis:
                raise MasukanSalahError(_("NIP ini sudah ada di baris lain. Sisakan satu baris."))
            if pegawai.pk not in orang.dilayani:
                raise _bukan_pengelola()
            satu = lama.get(pegawai.pk)
            if satu is not None and (satu.hari, satu.berturut) == (hari, berturut):
                hasil.sudah_ada += 1
                continue
            satu = satu or _baru(aktor, pegawai, tahun)
            kabar = _terapkan(satu, hari=hari, berturut=berturut, sumber=nama[:200], pada=pada)
        except (MasukanSalahError, TidakBerwenangError) as galat:
            hasil.ditolak.append((nomor, galat.pesan))
            continue
        tulis[pegawai.pk] = satu, kabar
    ubah_massal([satu for satu, _kabar in tulis.values() if satu.pk], KOLOM_UBAH)
    sisip_massal([satu for satu, _kabar in tulis.values() if not satu.pk])
    massal.sambung_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="ketidakhadiran",
            aksi="catat",
            aktor=aktor,
            bidang=_bidang(satu),
        )
        for satu, _kabar in tulis.values()
    )
    kejadian.terbitkan_banyak(
        [
            (aktor.instansi_id, PERISTIWA, _muatan(satu, aktor), satu.dicatat_at)
            for satu, kabar in tulis.values()
            if kabar
        ]
    )
    hasil.ditulis = len(tulis)
    return hasil


def _bukan_pengelola() -> TidakBerwenangError:
    return TidakBerwenangError(
        _("Ketidakhadiran dicatat pengelola kinerja unit orangnya. Hubungi pengelola itu.")
    )


def _bulat(nilai: Sel, kolom: str) -> int:
    teks = teks_sel(nilai)
    if not teks.isdecimal() or len(teks) > 3:
        raise MasukanSalahError(
            _("%(kolom)s “%(nilai)s” bukan jumlah hari.") % {"kolom": kolom, "nilai": teks[:40]}
        )
    return int(teks)


def baca_ketidakhadiran(*, aktor: Aktor, daftar: Sequence[KetidakhadiranTahunan]) -> None:
    """Log that these counts of others were opened; their people see it."""
    pk = sorted(satu.pk for satu in daftar if satu.pegawai_id != aktor.pegawai_id)
    if not pk:
        return
    with transaction.atomic(savepoint=False):
        # The lock keeps the chains of these rows in one order when two people read at once.
        list(
            KetidakhadiranTahunan.objects.select_for_update(of=("self",))
            .filter(pk__in=pk)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        massal.sambung_perbuatan(
            massal.PerbuatanMassal(
                objek_id=satu, jenis="ketidakhadiran", aksi="dibaca", aktor=aktor, bidang={}
            )
            for satu in pk
        )


def boleh_memeriksa(*, aktor: Aktor, satu: KetidakhadiranTahunan, pada: dt.date) -> bool:
    """Whether the aktor is the direct superior, whose duty it is."""
    if aktor.pegawai_id is None or aktor.pegawai_id == satu.pegawai_id:
        return False
    tugas = penugasan_utama(pegawai_id=satu.pegawai_id, pada=pada)
    penilai = penilai_pada(penugasan=tugas, pada=pada).penilai if tugas else None
    return penilai is not None and penilai.pk == aktor.pegawai_id


@transaction.atomic
def catat_pemeriksaan(
    *,
    aktor: Aktor,
    satu: KetidakhadiranTahunan,
    tanggal: dt.date,
    hasil: str,
    nomor: str,
    pada: dt.date,
) -> KetidakhadiranTahunan:
    """The superior summoned and examined: a valid reason, or a proposal to who may punish.

    Neither writes a record of discipline.
    """
    kini = (
        KetidakhadiranTahunan.objects.select_for_update(of=("self",))
        .select_related("pegawai")
        .get(pk=satu.pk)
    )
    if not boleh_memeriksa(aktor=aktor, satu=kini, pada=pada):
        raise TidakBerwenangError(_("Pemeriksaan dicatat atasan langsung orangnya."))
    if not ambang(kini, pada).tercapai:
        raise StatusTidakSesuaiError(
            _("Belum ada ambang yang tercapai, jadi tidak ada yang perlu diperiksa.")
        )
    tidak_di_depan(tanggal, pada, "tanggal")
    if hasil not in KetidakhadiranTahunan.HasilPeriksa.values:
        tolak("hasil", _("Pilih hasil pemeriksaannya."))
    kini.diperiksa_pada, kini.pemeriksa_id = tanggal, aktor.pegawai_id
    kini.hasil_periksa, kini.nomor_periksa = hasil, teks_wajib(nomor, "nomor", 100)
    kini.save()
    audit.catat_objek(
        aktor, "ketidakhadiran", kini.pk, "periksa",
        {"tanggal": tanggal, "hasil": hasil, "nomor": kini.nomor_periksa},
    )  # fmt: skip
    return kini
