"""Questions about plans: one module per topic."""

from tera.skp.selectors.antrean import antrean_penilai, skp_bawahan
from tera.skp.selectors.arah import garis_arah
from tera.skp.selectors.matriks import matriks_peran_hasil, turunan_terlepas
from tera.skp.selectors.pilihan import boleh_disalin, rhk_pimpinan_tersedia
from tera.skp.selectors.terlihat import (
    dengan_isi,
    dengan_orang,
    peran_tercatat,
    skp_saya,
    skp_terlihat,
)
from tera.skp.selectors.versi import bandingkan, daftar_versi

__all__ = [
    "antrean_penilai",
    "bandingkan",
    "boleh_disalin",
    "daftar_versi",
    "dengan_isi",
    "dengan_orang",
    "garis_arah",
    "matriks_peran_hasil",
    "peran_tercatat",
    "rhk_pimpinan_tersedia",
    "skp_bawahan",
    "skp_saya",
    "skp_terlihat",
    "turunan_terlepas",
]
