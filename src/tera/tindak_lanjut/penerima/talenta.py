"""Links, cards and daily looks of talent and promotion."""

from django.utils.translation import gettext as _

from tera.antarmuka import tautan
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.tindak_lanjut import hub
from tera.tindak_lanjut.hub import Kartu

PETUGAS = frozenset({"pengelola", "pyb", "pejabat_pembina", "auditor"})


def kartu(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return the cards of this topic; what waits stands on home with its number."""
    hasil = []
    if aktor.pegawai_id is not None:
        hasil.append(
            Kartu(
                _("Talenta saya"),
                _("Tempat Anda dalam peta, bahan dan alasannya, dan koreksi fakta."),
                alamat_rute("tindak_lanjut:talenta_saya"),
                "layout-grid",
            )
        )
    if menilai and not peran & PETUGAS:
        hasil += [
            Kartu(
                _("Peta talenta unit"),
                _("Sembilan kotak unit yang Anda pimpin, sesudah ditetapkan."),
                alamat_rute("tindak_lanjut:talenta"),
                "layout-grid",
                "tim",
            ),
            Kartu(
                _("Usul promosi dan mutasi"),
                _("Usulkan orang yang Anda nilai; pejabat lain menelaah dan memutuskan."),
                alamat_rute("tindak_lanjut:talenta_usul_daftar"),
                "briefcase",
                "tim",
            ),
        ]
    if peran & PETUGAS:
        hasil += [
            Kartu(judul, keterangan, alamat_rute(rute), ikon, "kelola")
            for judul, keterangan, rute, ikon in (
                (
                    _("Peta talenta"),
                    _("Kinerja dan potensial per tahun, disidangkan komite, ditetapkan pembina."),
                    "tindak_lanjut:talenta",
                    "layout-grid",
                ),
                (
                    _("Rencana suksesi"),
                    _("Siapa yang disiapkan untuk jabatan kritikal dan strategis."),
                    "tindak_lanjut:talenta_suksesi",
                    "users-group",
                ),
                (
                    _("Usul promosi dan mutasi"),
                    _("Diusulkan, ditelaah, diputus: tiga orang yang berbeda."),
                    "tindak_lanjut:talenta_usul_daftar",
                    "briefcase",
                ),
            )
        ]
    return hasil


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
    tautan.daftarkan("talenta.berkas", "tindak_lanjut:talenta_orang")
    tautan.daftarkan("talenta.peta", "tindak_lanjut:talenta_matriks")
    tautan.daftarkan("talenta.saya", "tindak_lanjut:talenta_saya")
    hub.daftarkan(kartu)
