"""Questions about development; always bound to the aktor's instansi."""

from tera.tindak_lanjut.selectors.pengembangan.dampak import RingkasanDampak, dampak_pelatihan
from tera.tindak_lanjut.selectors.pengembangan.jp import (
    PemenuhanUnit,
    RekeningJP,
    pemenuhan_jp_unit,
    rekening_jp,
)
from tera.tindak_lanjut.selectors.pengembangan.rencana import kegiatan_terlihat, rencana_terlihat
from tera.tindak_lanjut.selectors.pengembangan.unit import KebutuhanUnit, kebutuhan_unit

__all__ = [
    "KebutuhanUnit",
    "PemenuhanUnit",
    "RekeningJP",
    "RingkasanDampak",
    "dampak_pelatihan",
    "kebutuhan_unit",
    "kegiatan_terlihat",
    "pemenuhan_jp_unit",
    "rekening_jp",
    "rencana_terlihat",
]
