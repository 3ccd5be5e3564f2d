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
from tera.organisasi.models import Pegawai
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors.penilai import penilai_pada, penugasan_utama
from tera.tindak_lanjut.lembar_isian import HasilImpor, baca_tabel, teks_sel
from tera.tindak_lanjut.models import KetidakhadiranTahunan
from tera.tindak_lanjut.selectors.tindakan_hadir import ambang
from tera.tindak_lanjut.services.tindakan.dasar import teks_wajib, tidak_di_depan, tolak

KOLOM_HADIR = ("NIP", "HARI")
HARI_TERBANYAK = 366
TAHUN_TERTUA = 2021


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
        raise TidakBerwenangError(
            _("Ketidakhadiran dicatat pengelola kinerja unit orangnya. Hubungi pengelola itu.")
        )
    if not TAHUN_TERTUA <= tahun <= pada.year:
        tolak("tahun", _("Pilih tahun antara %(awal)s dan tahun ini.") % {"awal": TAHUN_TERTUA})
    if not 0 <= hari <= HARI_TERBANYAK:
        tolak("hari", _("Jumlah harinya antara 0 dan %(batas)s.") % {"batas": HARI_TERBANYAK})
    if not 0 <= berturut <= hari:
        tolak("berturut", _("Hari berturut-turut paling banyak sama dengan jumlah harinya."))
    lama = (
        KetidakhadiranTahunan.objects.select_for_update(of=("self",))
        .select_related("pegawai")
        .filter(pegawai=pegawai, tahun=tahun)
        .first()
    )
    dulu = ambang(lama, pada).hukuman if lama else ""
    satu = lama or KetidakhadiranTahunan(
        instansi_id=aktor.instansi_id, pegawai=pegawai, tahun=tahun
    )
    satu.hari, satu.berturut = hari, berturut
    satu.sumber = teks_wajib(sumber, "sumber", 200)
    satu.dicatat_at = clock.sekarang()
    kini = ambang(satu, pada)
    if kini.hukuman != dulu:
        satu.diperiksa_pada, satu.pemeriksa = None, None
        satu.hasil_periksa, satu.nomor_periksa = "", ""
    satu.save()
    audit.catat_objek(
        aktor, "ketidakhadiran", satu.pk, "catat",
        {"pegawai_id": pegawai.pk, "tahun": tahun, "hari": hari, "berturut": berturut},
    )  # fmt: skip
    if kini.tercapai and kini.hukuman != dulu:
        kejadian.terbitkan(
            instansi_id=aktor.instansi_id,
            nama="tindak_lanjut.ketidakhadiran",
            muatan={"id": satu.pk, "pegawai_id": pegawai.pk, "oleh_id": aktor.pegawai_id},
        )
    return satu


def impor_ketidakhadiran(
    *, aktor: Aktor, tahun: int, nama: str, isi: bytes, pada: dt.date
) -> HasilImpor:
    """Read a year's counts from a sheet (NIP, HARI, perhaps BERTURUT); wrong rows are named.

    Raises: MasukanSalahError: the file.
    """
    hasil = HasilImpor()
    orang = {
        satu.nip: satu
        for satu in Pegawai.objects.filter(instansi_id=aktor.instansi_id).exclude(nip="")
    }
    for nomor, sel in baca_tabel(nama=nama, isi=isi, kolom=KOLOM_HADIR, boleh=("BERTURUT",)):
        pegawai = orang.get(teks_sel(sel["NIP"]).replace(" ", ""))
        if pegawai is None:
            hasil.ditolak.append((nomor, _("NIP tidak ditemukan di instansi ini.")))
            continue
        try:
            hari = _bulat(sel["HARI"], "HARI")
            berturut = _bulat(sel["BERTURUT"], "BERTURUT") if teks_sel(sel["BERTURUT"]) else 0
            ada = KetidakhadiranTahunan.objects.filter(
                pegawai=pegawai, tahun=tahun, hari=hari, berturut=berturut
            )
            if ada.exists():
                hasil.sudah_ada += 1
                continue
            catat_ketidakhadiran(
                aktor=aktor, pegawai=pegawai, tahun=tahun, hari=hari, berturut=berturut,
                sumber=nama, pada=pada,
            )  # fmt: skip
            hasil.ditulis += 1
        except (MasukanSalahError, TidakBerwenangError) as galat:
            hasil.ditolak.append((nomor, galat.pesan))
    return hasil


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
