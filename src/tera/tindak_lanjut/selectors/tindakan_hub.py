"""The topic's cards on the room's first page: one query for one's own and one's team."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.organisasi.models import HubunganPenilai
from tera.organisasi.selectors.penilai import berlaku_pada
from tera.regulasi.alur.tindakan import BERJALAN
from tera.tindak_lanjut.hub import Kartu
from tera.tindak_lanjut.models import TindakLanjut
from tera.tindak_lanjut.permissions.tindakan import PEMBACA, PEMUTUS


def kartu(aktor: Aktor, peran: frozenset[str], menilai: bool) -> list[Kartu]:
    """Return what the topic has for a person."""
    if aktor.pegawai_id is None:
        return []
    dinilai = HubunganPenilai.objects.filter(
        berlaku_pada(aktor.hari_ini), penilai_id=aktor.pegawai_id
    ).values("penugasan__pegawai_id")
    tim = Q(pegawai_id__in=dinilai)
    n = TindakLanjut.objects.filter(
        Q(pegawai_id=aktor.pegawai_id) | tim if menilai else Q(pegawai_id=aktor.pegawai_id),
        status__in=BERJALAN,
    ).aggregate(
        tim=Count("pk", filter=tim & ~Q(jenis=TindakLanjut.Jenis.PRIORITAS)),
        mulai=Count(
            "pk",
            filter=tim & Q(status=TindakLanjut.Status.DIUSULKAN, rencana__isnull=True)
            & ~Q(jenis=TindakLanjut.Jenis.PRIORITAS),
        ),
    )  # fmt: skip
    hasil = []
    if menilai:
        hasil.append(
            Kartu(
                _("Pembinaan tim saya"),
                ngettext(
                    "%(n)s orang sedang Anda dampingi.", "%(n)s orang sedang Anda dampingi.",
                    n["tim"],
                ) % {"n": n["tim"]}
                + (" " + ngettext(
                    "%(n)s rencana menunggu disusun.", "%(n)s rencana menunggu disusun.",
                    n["mulai"],
                   ) % {"n": n["mulai"]}
                   if n["mulai"] else "")
                if n["tim"]
                else _("Belum ada. Muncul bila hasil seseorang perlu dukungan Anda."),
                alamat_rute("tindak_lanjut:tim"),
                "heart-handshake",
                "tim",
                bool(n["mulai"]),
            )
        )  # fmt: skip
    if peran & set(PEMBACA):
        hasil += [
            Kartu(
                _("Tindak lanjut unit"),
                _("Siapa yang sedang dibina, sampai kapan, dan keputusan yang ditunggu."),
                alamat_rute("tindak_lanjut:daftar"),
                "list-check",
                "kelola",
            ),
            Kartu(
                _("Daftar prioritas"),
                _("Sangat Baik dua tahun berturut-turut: suksesi dan pengembangan."),
                alamat_rute("tindak_lanjut:prioritas"),
                "star",
                "kelola",
            ),
        ]
    if peran & set(PEMBACA) or menilai:
        hasil.append(
            Kartu(
                _("Perjanjian kerja PPPK"),
                _("Yang berakhir dalam beberapa bulan, rekomendasi, dan keputusannya."),
                alamat_rute("tindak_lanjut:perjanjian"),
                "signature",
                "kelola" if peran & set(PEMBACA) else "tim",
            )
        )
    hasil.append(
        Kartu(
            _("Konseling kinerja"),
            _("Minta konseling, atau lihat jadwalnya. Catatannya hanya dibaca Anda dan konselor."),
            alamat_rute("tindak_lanjut:konseling"),
            "messages",
        )
    )
    petugas = bool(peran & (PEMUTUS | {"pengelola"}))
    hasil.append(
        Kartu(
            _("Ketidakhadiran"),
            _("Siapa yang mencapai ambang PP 94/2021, dan pemeriksaannya.")
            if petugas or menilai
            else _("Hari tidak masuk tanpa alasan sah yang tercatat, dan ambangnya."),
            alamat_rute("tindak_lanjut:ketidakhadiran"),
            "calendar-event",
            "kelola" if petugas else "tim" if menilai else "saya",
        )
    )
    return hasil
