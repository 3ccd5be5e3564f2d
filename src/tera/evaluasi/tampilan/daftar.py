"""The appraisal's first page: my results, my swakaji, the rounds, what I left to fill."""

from typing import Any

from django.db.models import Exists, OuterRef

from tera.core.aktor import Aktor
from tera.evaluasi import selectors
from tera.evaluasi.models import CatatanKerja, Evaluasi, EvaluasiKeluar, PilihanPredikat
from tera.evaluasi.selectors.putaran import periode_dinilai
from tera.evaluasi.tampilan.dasar import NADA_PREDIKAT
from tera.organisasi import permissions as organisasi
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.ringkas import menilai_seseorang, unit_dipimpin

PERAN_PANTAU = frozenset({"pengelola", "auditor", "pyb", "pejabat_pembina", "admin"})
PERAN_KEMAS = frozenset({"pengelola", "admin"})


def konteks_daftar(*, aktor: Aktor) -> dict[str, Any]:
    """My decided results and the open rounds."""
    menilai = menilai_seseorang(aktor=aktor, pada=aktor.hari_ini)
    memimpin = unit_dipimpin(aktor=aktor, pada=aktor.hari_ini).exists()
    petugas = organisasi.peran_petugas(aktor=aktor, pada=aktor.hari_ini)
    boleh_capaian = memimpin or bool(petugas & {"pengelola", "pejabat_pembina"})
    semua_periode: list[Any] = (
        list(
            periode_dinilai(aktor=aktor)
            .filter(dibuka_pada__lte=aktor.hari_ini)
            .order_by("-tahun", "jenis", "urut")[:48]
        )
        if menilai or boleh_capaian or petugas & PERAN_PANTAU
        else []
    )
    milik = list(
        Evaluasi.objects.filter(
            pegawai_id=aktor.pegawai_id or 0,
            status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI],
        )
        .select_related("periode", "swakaji")
        .order_by("periode__selesai")
    )
    return {
        "menilai": menilai,
        "boleh_pantau": memimpin or bool(petugas & PERAN_PANTAU),
        "daftar_swakaji": [{"evaluasi": satu, "terkirim": _terkirim(satu)} for satu in milik],
        "daftar_buta": list(
            Evaluasi.objects.filter(
                ~Exists(
                    CatatanKerja.objects.filter(
                        evaluasi=OuterRef("pk"), oleh=CatatanKerja.Oleh.ATASAN_PENILAI
                    )
                ),
                tanda_buta=True,
                status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI],
                skp__penugasan__in=HubunganPenilai.objects.filter(
                    berlaku_pada(aktor.hari_ini), atasan_penilai_id=aktor.pegawai_id or 0
                ).values("penugasan"),
            )
            .select_related("pegawai", "periode")
            .order_by("periode__selesai", "pegawai__nama")[:100]
        ),
        "daftar_keluar": list(
            EvaluasiKeluar.objects.filter(
                penilai_id=aktor.pegawai_id or 0, diisi_at__isnull=True
            ).select_related("pegawai")
        ),
        "boleh_capaian": boleh_capaian,
        "boleh_paket": memimpin or bool(petugas & PERAN_KEMAS),
        "daftar_hasil": [
            {
                "evaluasi": satu,
                "nada": NADA_PREDIKAT[PilihanPredikat(satu.predikat)],
                "boleh_baca": satu.status != Evaluasi.Status.DITETAPKAN,
            }
            for satu in selectors.evaluasi_saya(aktor=aktor)
        ],
        "daftar_periode": [s for s in semua_periode if s.instansi_id == aktor.instansi_id][:24],
        "daftar_luar": [s for s in semua_periode if s.instansi_id != aktor.instansi_id],
    }


def _terkirim(evaluasi: Evaluasi) -> bool:
    swakaji = getattr(evaluasi, "swakaji", None)
    return swakaji is not None and swakaji.dikirim_at is not None
