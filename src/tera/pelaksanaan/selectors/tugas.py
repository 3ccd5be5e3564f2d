"""What of the year's work waits for a person: shown on home, two queries."""

from dataclasses import dataclass

from django.db.models import CharField, OuterRef, Q, Subquery

from tera.core.aktor import Aktor
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, StatusLaporan
from tera.pelaksanaan.selectors.tim import diketuai_saya, dinilai_saya
from tera.skp.models import IndikatorKinerja

BATAS = 500


@dataclass(frozen=True, slots=True)
class TugasPelaksanaan:
    """Returned to me; reached by my people and not verified; everything that waits for me.

    ``teks_indikator`` of each realisasi is the indicator as its plan writes it.
    """

    dikembalikan: tuple[Realisasi, ...]
    tercapai: tuple[Realisasi, ...]
    menunggu: tuple[Realisasi, ...]
    capaian_dikembalikan: tuple[CapaianPegawai, ...]
    capaian_menunggu: tuple[CapaianPegawai, ...]


def tugas_pelaksanaan(*, aktor: Aktor) -> TugasPelaksanaan:
    """Return what waits for the aktor in pelaksanaan: two queries whatever the size of the team."""
    saya = aktor.pegawai_id
    if saya is None:
        return TugasPelaksanaan((), (), (), (), ())
    kembali = Q(pegawai_id=saya, status=StatusLaporan.DIKEMBALIKAN)
    terbuka = Q(status=StatusLaporan.DILAPORKAN) & ~Q(pegawai_id=saya)
    daftar = list(
        Realisasi.objects.filter(
            kembali | (terbuka & (dinilai_saya(aktor=aktor) | diketuai_saya(aktor=aktor)))
        )
        .annotate(
            teks_indikator=Subquery(
                IndikatorKinerja.objects.filter(
                    rhk__skp=OuterRef("skp"), kunci=OuterRef("indikator_kunci")
                ).values("teks")[:1],
                output_field=CharField(),
            )
        )
        .select_related("pegawai", "periode")
        .order_by("-periode__selesai", "dilaporkan_at", "id")[:BATAS]
    )
    capaian = list(
        CapaianPegawai.objects.filter(kembali | (terbuka & dinilai_saya(aktor=aktor)))
        .select_related("pegawai")
        .order_by("created_at", "id")[:BATAS]
    )
    menunggu = tuple(satu for satu in daftar if satu.pegawai_id != saya)
    return TugasPelaksanaan(
        tuple(satu for satu in daftar if satu.pegawai_id == saya),
        tuple(satu for satu in menunggu if satu.target_tercapai),
        menunggu,
        tuple(satu for satu in capaian if satu.pegawai_id == saya),
        tuple(satu for satu in capaian if satu.pegawai_id != saya),
    )
