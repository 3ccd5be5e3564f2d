"""The frozen record of a decision: people as they were, inputs, law with articles and certainty."""

import datetime as dt
from typing import Any

from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.organisasi import selectors as organisasi
from tera.organisasi.selectors.identitas import identitas
from tera.regulasi.dasar import Dasar
from tera.regulasi.predikat import PredikatKinerja


def susun_rekaman(
    *,
    evaluasi: Evaluasi,
    capaian: CapaianOrganisasi,
    predikat: PredikatKinerja,
    pada: dt.date,
) -> dict[str, Any]:
    """Return everything the decision stood on, as plain JSON values."""
    skp = evaluasi.skp
    hubungan = organisasi.penilai_pada(penugasan=skp.penugasan, pada=min(pada, skp.selesai))
    return {
        "instansi": evaluasi.instansi.nama,
        "tempat": evaluasi.instansi.tempat,
        "pegawai": identitas(pegawai=evaluasi.pegawai, penugasan=skp.penugasan),
        "penilai": identitas(pegawai=evaluasi.penilai, pada=pada),
        "atasan_penilai": identitas(pegawai=hubungan.atasan_penilai, pada=pada),
        "periode": {
            "nama": str(evaluasi.periode),
            "jenis": evaluasi.periode.jenis,
            "urut": evaluasi.periode.urut,
            "mulai": max(evaluasi.periode.mulai, skp.mulai).isoformat(),
            "selesai": min(evaluasi.periode.selesai, skp.selesai).isoformat(),
        },
        "capaian": {
            "unit": capaian.unit.nama,
            "level": capaian.level,
            "penetap": capaian.nama_penetap,
            "pada": capaian.ditetapkan_pada.isoformat(),
            "nomor_keputusan": capaian.nomor_keputusan,
        },
        "rating_hasil_kerja": evaluasi.rating_hasil_kerja,
        "rating_perilaku_kerja": evaluasi.rating_perilaku_kerja,
        "predikat": predikat.predikat.value,
        "kode_siasn": predikat.kode_siasn,
        "catatan": evaluasi.catatan,
        "versi_rubrik": evaluasi.versi_rubrik,
        "skp": {"id": skp.pk, "versi": skp.versi},
        "pada": pada.isoformat(),
        "dasar": [_dasar(satu) for satu in predikat.dasar],
    }


def _dasar(dasar: Dasar) -> dict[str, str]:
    return {
        "peraturan": dasar.peraturan,
        "letak": dasar.letak,
        "mutu": dasar.mutu.value,
        "diperiksa": dasar.diperiksa.isoformat(),
    }
