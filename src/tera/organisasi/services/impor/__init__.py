"""Imports of an agency's own spreadsheets: the unit tree and the people."""

from tera.organisasi.services.impor.hasil import HasilImpor, Kemajuan, Rincian
from tera.organisasi.services.impor.pegawai import impor_pegawai
from tera.organisasi.services.impor.unor import impor_unor

__all__ = ["HasilImpor", "Kemajuan", "Rincian", "impor_pegawai", "impor_unor"]
