"""Receivers and daily looks of development."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.antarmuka import tautan
from tera.antarmuka.tautan import alamat_rute
from tera.core import clock, jadwal
from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.organisasi.models import Instansi
from tera.tindak_lanjut import hub
from tera.tindak_lanjut.hub import Kartu
from tera.tindak_lanjut.models import KegiatanPengembangan, RencanaPengembangan
from tera.tindak_lanjut.permissions.pengembangan import PENYUSUN
from tera.tindak_lanjut.selectors.pengembangan.rencana import orang_dinilai
from tera.tindak_lanjut.services.pengembangan.rencana import tutup_tahun


def daftarkan() -> None:
    """Register receivers, daily looks, links and cards."""
    tautan.daftarkan("pengembangan.saya", "tindak_lanjut:pengembangan_saya")
    tautan.daftarkan("pengembangan.rencana", "tindak_lanjut:pengembangan_orang")
    tautan.daftarkan("pengembangan.peta", "tindak_lanjut:pengembangan_peta")
    jadwal.daftarkan("pengembangan.tutup_tahun", tutup_semua)
    hub.daftarkan(kartu)


def tutup_semua() -> None:
    """Close the plans of ended years, in every instansi."""
    for pk, zona in Instansi.objects.values_list("pk", "zona"):
        tutup_tahun(instansi_id=pk, zona=zona, pada=clock.hari_ini(zona))


def kartu(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return the cards of development: one query, one more for who rates."""
    pada = aktor.hari_ini
    rencana = RencanaPengembangan.objects.filter(
        pegawai_id=aktor.pegawai_id or 0, tahun=pada.year
    ).first()
    isi = {"tahun": pada.year, "status": sebutan_pilihan(rencana, "status").lower()}
    hasil = [
        Kartu(
            _("Pengembangan saya"),
            _("Rencana %(tahun)s: %(status)s.") % isi
            if rencana
            else _("Belum ada rencana %(tahun)s. Mulai dari satu hal yang ingin diperkuat.") % isi,
            alamat_rute("tindak_lanjut:pengembangan_saya"),
            "school",
            "saya",
            rencana is not None and rencana.status == RencanaPengembangan.Status.DIKEMBALIKAN,
        ),
        Kartu(
            _("Pelatihan"),
            _("Katalog, pendaftaran, sertifikat, dan dampaknya."),
            alamat_rute("tindak_lanjut:katalog"),
            "certificate",
        ),
        Kartu(
            _("Pendampingan"),
            _("Pembimbing Anda, dan yang Anda bimbing."),
            alamat_rute("tindak_lanjut:pendampingan_daftar"),
            "users",
        ),
    ]
    if menilai:
        n = _menunggu(aktor)
        hasil.append(
            Kartu(
                _("Pengembangan tim"),
                ngettext(
                    "%(n)s rencana atau bukti menunggu Anda.",
                    "%(n)s rencana atau bukti menunggu Anda.",
                    n,
                )
                % {"n": n}
                if n
                else _("Rencana dan jam pelajaran orang yang Anda nilai."),
                alamat_rute("tindak_lanjut:pengembangan_tim"),
                "users-group",
                "tim",
                bool(n),
            )
        )
    if menilai or peran & PENYUSUN:
        hasil.append(
            Kartu(
                _("Kebutuhan pelatihan"),
                _("Apa yang perlu dipelajari orang di unit, dan berapa JP-nya."),
                alamat_rute("tindak_lanjut:kebutuhan"),
                "chart-bar",
                "kelola",
            )
        )
    if peran & PENYUSUN:
        hasil += [
            Kartu(
                _("Nominasi dan tugas menantang"),
                _("Usul yang menunggu putusan, dengan buktinya."),
                alamat_rute("tindak_lanjut:usul_daftar"),
                "award",
                "kelola",
            ),
            Kartu(
                _("Dampak pelatihan"),
                _("Apakah yang dipelajari dipakai, menurut peserta dan penilainya."),
                alamat_rute("tindak_lanjut:dampak"),
                "trending-up",
                "kelola",
            ),
        ]
    return hasil


def _menunggu(aktor: Aktor) -> int:
    """Return how many plans and reports wait for who rates: one query."""
    return (
        KegiatanPengembangan.objects.filter(
            Q(status=KegiatanPengembangan.Status.SELESAI)
            | Q(rencana__status=RencanaPengembangan.Status.DIAJUKAN, disetujui_pada__isnull=True),
            rencana__pegawai_id__in=orang_dinilai(aktor=aktor, pada=aktor.hari_ini, atasan=False),
        )
        .values("rencana_id")
        .distinct()
        .count()
    )
