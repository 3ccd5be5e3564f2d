"""The minutes of a calibration meeting: from what was kept at its end, for who may read them."""

from collections import defaultdict

from tera.antarmuka.format import tulis_angka
from tera.core.aktor import Aktor
from tera.dokumen.model_kalibrasi import HadirNotulen, KartuNotulen, NotulenRapat, UnitNotulen
from tera.evaluasi.models import PilihanPredikat
from tera.kalibrasi.models import KartuRapat, MundurRapat, RapatKalibrasi, UnitRapat
from tera.kalibrasi.permissions import boleh_notulen
from tera.kalibrasi.selectors.rapat import peserta_rapat, rapat_terlihat
from tera.kalibrasi.tampilan_rapat import label_hasil, sebut_bukti, sebut_pola, sebut_sebab


def notulen_rapat(*, aktor: Aktor, objek_id: int) -> NotulenRapat | None:
    """Return the minutes of a closed meeting, else None; nobody who was talked over is named."""
    rapat = (
        rapat_terlihat(aktor=aktor)
        .filter(pk=objek_id, status=RapatKalibrasi.Status.DITUTUP)
        .first()
    )
    if rapat is None or rapat.ditutup_pada is None:
        return None
    if not boleh_notulen(aktor=aktor, rapat=rapat, pada=aktor.hari_ini):
        return None
    menepi: defaultdict[int, list[str]] = defaultdict(list)
    for satu in (
        MundurRapat.objects.filter(unit__rapat=rapat)
        .select_related("peserta")
        .order_by("peserta__nama")
    ):
        menepi[satu.unit_id].append(f"{satu.peserta.nama}: {satu.get_sebab_display()}")
    peserta = peserta_rapat(rapat=rapat)
    nama = {satu.peran: satu.nama for satu in peserta}
    return NotulenRapat(
        nama_instansi=rapat.instansi.nama,
        periode=str(rapat.periode),
        tanggal=rapat.dibuka_pada or rapat.tanggal,
        tempat=rapat.tempat,
        ketua=nama["ketua"],
        notulis=nama["notulis"],
        dasar=_dasar(rapat),
        standar=_standar(rapat),
        salah=(
            f"Daftar tinjau, bukan temuan: sampai sekitar {rapat.salah_dari_seratus} dari 100 "
            "tanda pada agenda ini tidak terbukti."
            if rapat.salah_dari_seratus
            else "Agenda ini tidak memuat tanda dari bukti lain, hanya susunan predikat."
        ),
        catatan=rapat.catatan,
        hadir=tuple(
            HadirNotulen(
                nama=satu.nama,
                jabatan=satu.jabatan,
                peran=satu.get_peran_display(),
                hadir="Hadir" if satu.hadir else "Tidak hadir",
            )
            for satu in peserta
        ),
        agenda=tuple(
            _unit(satu, tuple(menepi[satu.pk]), memakai=rapat.analisis_id is not None)
            for satu in rapat.daftar_unit.prefetch_related("daftar_kartu")
        ),
        ditutup=rapat.ditutup_pada,
    )


def _dasar(rapat: RapatKalibrasi) -> str:
    return f"{sebut_bukti(rapat)} Pola distribusi: SE MenPANRB 3/2023."


def _standar(rapat: RapatKalibrasi) -> str:
    bawah, tengah, atas = rapat.standar
    return f"Dari 100 pegawai: {bawah} Di Bawah, {tengah} Sesuai, {atas} Di Atas Ekspektasi."


def _unit(satu: UnitRapat, menepi: tuple[str, ...], *, memakai: bool) -> UnitNotulen:
    return UnitNotulen(
        nama=satu.nama_unit,
        capaian=satu.get_level_display() if satu.level else "belum ditetapkan",
        hasil=label_hasil(satu.hasil),
        sebab=tuple(sebut_sebab(satu.sebab)),
        pelanggaran=tuple(satu.pelanggaran),
        susunan=", ".join(
            f"{PilihanPredikat(kata).label} {tulis_angka(n)}"
            for kata, n in satu.jumlah.items()
            if n
        ),
        bukti=sebut_pola(satu.pita, satu.alasan_pita) if memakai else "",
        menepi=menepi,
        kartu=tuple(_kartu(kartu) for kartu in satu.daftar_kartu.all()),
    )


def _kartu(satu: KartuRapat) -> KartuNotulen:
    return KartuNotulen(
        kode=satu.kode,
        jenis=satu.get_jenis_display(),
        keputusan=satu.get_keputusan_display() if satu.keputusan else "Tidak diputus",
        alasan=satu.alasan,
    )
