"""Questions about development; always bound to the aktor's instansi."""

from tera.tindak_lanjut.selectors.pengembangan.jp import RekeningJP, pemenuhan_jp_unit, rekening_jp
from tera.tindak_lanjut.selectors.pengembangan.rencana import kegiatan_terlihat, rencana_terlihat

__all__ = [
    "RekeningJP",
    "kegiatan_terlihat",
    "pemenuhan_jp_unit",
    "rekening_jp",
    "rencana_terlihat",
]
