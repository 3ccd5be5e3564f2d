"""A class of five: planned by Citra, given by Fajar, with everybody of the instansi asked."""

import datetime as dt

from pemeran import Pemeran
from tera.bimtek import services
from tera.bimtek.models import HariKelas, KelasBimtek, PesertaKelas, SesiLatihan
from tera.bimtek.pemuat import daftar_kasus
from tera.bimtek.selectors.latihan import kunci_penyusun
from tera.bimtek.services import kelas, kelas_hadir, kelas_hasil, kelas_undangan
from tera.bimtek.services.kelas import IsiKelas

#: The day of the class, the frozen day of the room's tests.
HARI = dt.date(2026, 11, 20)
PERSIAPAN = HARI - dt.timedelta(days=10)


def isi_kelas(**ganti: object) -> IsiKelas:
    """A plan of one day."""
    isi: dict = {
        "kursus": "menilai-objektif", "judul": "Menilai objektif, angkatan 1", "mulai": HARI,
        "selesai": HARI, "balas_sampai": HARI, "cara": "tatap_muka", "tempat": "Aula lantai 2",
        "kapasitas": 20, "jp": 8,
    }  # fmt: skip
    return IsiKelas(**(isi | ganti))


def susun(para: Pemeran, **ganti: object) -> KelasBimtek:
    """A planned class of the whole instansi with Fajar as its trainer."""
    return kelas.susun_kelas(
        aktor=para.aktor(para.citra), unit=para.kabupaten, isi=isi_kelas(**ganti),
        pelatih=[para.fajar], pada=PERSIAPAN,
    )  # fmt: skip


def buka(para: Pemeran, **ganti: object) -> KelasBimtek:
    """An open class; everybody of the instansi is asked."""
    satu = susun(para, **ganti)
    kelas_undangan.undang_unit(
        aktor=para.aktor(para.citra), kelas=satu, unit=para.kabupaten, penilai_saja=False,
        pada=PERSIAPAN,
    )  # fmt: skip
    kelas.buka_kelas(aktor=para.aktor(para.citra), kelas=satu, pada=PERSIAPAN)
    return satu


def terima(para: Pemeran, satu: KelasBimtek, banyak: int = 9) -> list[PesertaKelas]:
    """The first ``banyak`` say they come."""
    semua = list(satu.daftar_peserta.select_related("pegawai__instansi").order_by("pk")[:banyak])
    for peserta in semua:
        kelas_undangan.jawab_undangan(
            aktor=para.aktor(peserta.pegawai), peserta=peserta, menerima=True, alasan="",
            pada=PERSIAPAN,
        )  # fmt: skip
        peserta.refresh_from_db()
    return semua


def kerjakan(aktor, sesi: SesiLatihan, geser: int = 0, pada: dt.date = HARI) -> SesiLatihan:
    """Rate a session as the author's key says, ``geser`` levels lower, and finish it."""
    for satu in sesi.daftar_kasus.all():
        kunci = kunci_penyusun(daftar_kasus()[satu.kasus])
        services.nilai_kasus(
            aktor=aktor, sesi=sesi, urut=satu.urut, catatan="",
            tingkat=[max(0, n - geser) for n in kunci],
        )  # fmt: skip
    return services.selesaikan_sesi(aktor=aktor, sesi=sesi, pada=pada)


def latih(
    para: Pemeran, peserta: PesertaKelas, fase: str, geser: int = 0, pada: dt.date = HARI
) -> None:
    """Do the practice of a phase."""
    aktor = para.aktor(peserta.pegawai)
    sesi = kelas_hasil.mulai_latihan_kelas(aktor=aktor, peserta=peserta, fase=fase, pada=pada)
    kerjakan(aktor, sesi, geser, pada)


def jalankan(para: Pemeran, satu: KelasBimtek, peserta: list[PesertaKelas]) -> None:
    """Begin the class, mark these as there, end it."""
    pelatih = para.aktor(para.fajar)
    kelas.mulai_kelas(aktor=pelatih, kelas=satu, pada=HARI)
    hari = HariKelas.objects.select_related("kelas__unit").get(kelas=satu)
    kelas_hadir.tandai_hadir(
        aktor=pelatih, hari=hari, daftar_peserta={p.pk: True for p in peserta}, pada=HARI
    )
    kelas.selesaikan_kelas(aktor=pelatih, kelas=satu, pada=HARI)
