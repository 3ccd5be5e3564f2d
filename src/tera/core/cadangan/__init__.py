"""Backup and restore: one archive with database, stored files and a manifest that proves both."""

from tera.core.cadangan.ambil import HasilCadangan, cadangkan
from tera.core.cadangan.pulih import HasilPulih, pulihkan

__all__ = ["HasilCadangan", "HasilPulih", "cadangkan", "pulihkan"]
