"""The certificate of a finished session: asked for by its person, with the figures of the day."""

import calendar
import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.bimtek.models import JenisSesi, SertifikatBimtek, SesiLatihan
from tera.bimtek.pemuat import daftar_kursus
from tera.bimtek.selectors.isi import kasus_instansi
from tera.bimtek.selectors.latihan import hitung, kesepakatan_panel
from tera.bimtek.selectors.sertifikat import KURSUS_MENILAI, syarat_sertifikat
from tera.bimtek.services.dasar import pegawai_id
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai
from tera.organisasi.services.sertifikat import catat_sertifikat_penilai


@transaction.atomic
def terbitkan_sertifikat(*, aktor: Aktor, sesi: SesiLatihan, pada: dt.date) -> SertifikatBimtek:
    """Issue the certificate of a session whose figures and course suffice; safe to repeat.

    Only where the panel keyed every case it gives the right to rate, and is recorded with the
    organisation; else it says that it is practice.

    Raises:
        TidakBerwenangError: somebody else's session. StatusTidakSesuaiError: not finished.
        MasukanSalahError: the course isn't finished, or too few ratings were those of the key.
    """
    if sesi.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Sertifikat hanya diminta oleh orang yang berlatih."))
    if sesi.jenis != JenisSesi.LATIHAN or sesi.selesai_pada is None:
        raise StatusTidakSesuaiError(
            _("Sertifikat terbit dari latihan yang selesai. Selesaikan dulu latihannya.")
        )
    ada = SertifikatBimtek.objects.filter(sesi=sesi).first()
    if ada is not None:
        return ada
    penilaian = list(sesi.daftar_kasus.all())
    hasil = hitung(sesi=sesi, penilaian=penilaian)
    syarat = syarat_sertifikat(aktor=aktor, sesi=sesi, hasil=hasil, pada=pada)
    if not syarat.kursus_selesai:
        raise MasukanSalahError(
            _("Sertifikat belum bisa terbit: selesaikan dulu semua modul kursus tentang menilai.")
        )
    if not syarat.terpenuhi:
        raise MasukanSalahError(
            _(
                "Sertifikat belum bisa terbit: %(persen)s %% tanda sama dengan kunci, dan instansi "
                "meminta %(batas)s %%. Berlatihlah lagi dengan kasus lain."
            )
            % {"persen": syarat.persen, "batas": syarat.batas}
        )
    bulan = int(
        kebijakan.nilai(instansi_id=sesi.instansi_id, kunci="bimtek.masa_sertifikat", pada=pada)
    )
    orang = Pegawai.objects.get(pk=sesi.pegawai_id)
    panel = set(sesi.hasil["panel"])
    memberi_hak = all(satu.kasus in panel for satu in penilaian)
    semua = kasus_instansi(instansi_id=sesi.instansi_id) if panel else {}
    kasus = [semua[kode] for kode in sorted(panel) if kode in semua]
    try:
        with transaction.atomic():
            sertifikat = SertifikatBimtek.objects.create(
                instansi_id=sesi.instansi_id,
                pegawai=orang,
                sesi=sesi,
                kursus=KURSUS_MENILAI,
                judul_kursus=daftar_kursus()[KURSUS_MENILAI].judul,
                versi_kursus=daftar_kursus()[KURSUS_MENILAI].versi,
                nama_pegawai=orang.nama_lengkap,
                nip=orang.nip,
                angka={
                    "kasus": hasil.cases,
                    "tanda": hasil.same + hasil.lower + hasil.higher,
                    "sama": hasil.same,
                    "lebih_rendah": hasil.lower,
                    "lebih_tinggi": hasil.higher,
                    "panel": len(panel),
                    "kesepakatan": kesepakatan_panel(instansi_id=sesi.instansi_id, kasus=kasus)
                    if memberi_hak
                    else None,
                },
                memberi_hak=memberi_hak,
                terbit_pada=pada,
                berlaku_sampai=tambah_bulan(pada, bulan),
            )
    except IntegrityError:
        return SertifikatBimtek.objects.get(sesi=sesi)
    audit.catat_objek(
        aktor,
        "sertifikat_bimtek",
        sertifikat.pk,
        "terbit",
        {
            "angka": sertifikat.angka,
            "memberi_hak": memberi_hak,
            "sampai": sertifikat.berlaku_sampai,
        },
    )
    if memberi_hak:
        catat_sertifikat_penilai(
            aktor=aktor,
            pegawai=orang,
            asal=f"bimtek:{sertifikat.pk}",
            sejak=pada,
            sampai=sertifikat.berlaku_sampai,
        )
    return sertifikat


def tambah_bulan(hari: dt.date, bulan: int) -> dt.date:
    """Return the day before the same day ``bulan`` months later: the last day that is covered."""
    tahun, letak = divmod(hari.year * 12 + hari.month - 1 + bulan, 12)
    akhir = calendar.monthrange(tahun, letak + 1)[1]
    return dt.date(tahun, letak + 1, min(hari.day, akhir)) - dt.timedelta(days=1)
