"""Receives final results, decided objections and results of earlier years imported late.

Proposals follow, corrections are made.
"""

from collections import defaultdict
from collections.abc import Sequence

from tera.angka_kredit.services.selaras import TAHUN_PERTAMA, selaraskan_konversi
from tera.core import clock
from tera.core.models import Kejadian
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi

#: A result that stands: final after its window, or decided on objection.
NAMA_KEJADIAN = ("evaluasi.finalkan", "evaluasi.putuskan_keberatan")


def terima(peristiwa: Kejadian) -> None:
    """One result became final: safe to repeat."""
    terima_banyak([peristiwa])


def terima_banyak(daftar: Sequence[Kejadian]) -> None:
    """Many results became final: one look per instansi and batch of people."""
    per_instansi: defaultdict[int, list[int]] = defaultdict(list)
    for satu in daftar:
        per_instansi[satu.instansi_id].append(satu.muatan["id"])
    for instansi_id, evaluasi in per_instansi.items():
        baris = list(
            Evaluasi.objects.filter(pk__in=evaluasi).values_list("pegawai_id", "periode__tahun")
        )
        if not baris:
            continue
        zona = Instansi.objects.values_list("zona", flat=True).get(pk=instansi_id)
        tahun = [satu for _pegawai, satu in baris]
        selaraskan_konversi(
            instansi_id=instansi_id,
            zona=zona,
            daftar_pegawai={pegawai for pegawai, _tahun in baris},
            dari_tahun=min(tahun),
            sampai_tahun=max(tahun),
            pada=clock.hari_ini(zona),
        )


def terima_kelompok(peristiwa: Kejadian) -> None:
    """Results or jenjang of many people were imported: proposals follow; safe to repeat."""
    muatan = peristiwa.muatan
    zona = Instansi.objects.values_list("zona", flat=True).get(pk=peristiwa.instansi_id)
    selaraskan_konversi(
        instansi_id=peristiwa.instansi_id,
        zona=zona,
        daftar_pegawai=muatan["pegawai"],
        dari_tahun=max(muatan["dari"], TAHUN_PERTAMA),
        sampai_tahun=muatan["sampai"],
        pada=clock.hari_ini(zona),
    )
