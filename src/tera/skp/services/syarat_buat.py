"""Whether a plan is owed and may be begun: family, days, exemptions, an open year."""

import datetime as dt

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import JenisJabatan, Penugasan, StatusPegawai
from tera.regulasi.jabatan import kewajiban_skp
from tera.regulasi.kategori import KedudukanHukum
from tera.skp.models import SKP
from tera.skp.tenggat import tenggat_skp

JENIS_JPT = frozenset({JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA})
STATUS_PEJABAT = frozenset({StatusPegawai.PEJABAT_NEGARA, StatusPegawai.NON_ASN})


def keluarga_skp(penugasan: Penugasan) -> str:
    """Return the family of the form: JPT and heads of a unit with its own perjanjian kinerja, A."""
    if penugasan.jabatan.jenis in JENIS_JPT:
        return SKP.Keluarga.JPT_MANDIRI
    if penugasan.memimpin_unit and penugasan.unit.punya_perjanjian_kinerja:
        return SKP.Keluarga.JPT_MANDIRI
    return SKP.Keluarga.JA_JF


def masa_skp(penugasan: Penugasan, tahun: int) -> tuple[dt.date, dt.date]:
    """Return first and last day of a plan: the part of ``tahun`` inside the assignment.

    Raises:
        MasukanSalahError: the assignment doesn't touch the year.
    """
    mulai = max(dt.date(tahun, 1, 1), penugasan.sejak)
    selesai = min(dt.date(tahun, 12, 31), penugasan.sampai or dt.date(tahun, 12, 31))
    if selesai < mulai:
        raise MasukanSalahError(
            _(
                "SKP %(tahun)d tidak bisa dibuat: penugasan ini tidak berlaku pada tahun itu. "
                "Pilih tahun lain atau penugasan lain."
            )
            % {"tahun": tahun},
            kode="tahun_di_luar_penugasan",
        )
    return mulai, selesai


def wajib_skp(*, penugasan: Penugasan, pada: dt.date) -> bool:
    """Whether this person plans at all on ``pada``: no pejabat negara, no exempt standing."""
    pegawai = penugasan.pegawai
    if pegawai.status in STATUS_PEJABAT or penugasan.jabatan.jenis == JenisJabatan.PEJABAT_NEGARA:
        return False
    return kewajiban_skp(KedudukanHukum(pegawai.kedudukan_hukum), pada=pada).wajib_skp


def periksa_boleh_dibuat(
    *, penugasan: Penugasan, tahun: int, pada: dt.date, aturan: dict[str, object]
) -> tuple[dt.date, dt.date]:
    """Return the days a first draft would cover; refuse where none is owed or the year is shut."""
    pegawai = penugasan.pegawai
    if pegawai.status in STATUS_PEJABAT or penugasan.jabatan.jenis == JenisJabatan.PEJABAT_NEGARA:
        raise MasukanSalahError(
            _(
                "Pejabat negara dan pejabat non-ASN dikecualikan dari penyusunan SKP "
                "(PermenPANRB 8/2021 Lampiran Bab II, dianggap masih berlaku). "
                "Tidak ada yang perlu dilakukan."
            ),
            kode="dikecualikan",
        )
    kewajiban = kewajiban_skp(KedudukanHukum(pegawai.kedudukan_hukum), pada=pada)
    if not kewajiban.wajib_skp:
        raise MasukanSalahError(
            _(
                "SKP tidak disusun: kedudukan hukum %(kedudukan)s dikecualikan dari penyusunan "
                "SKP. Bila kedudukan itu sudah berakhir, minta pengelola kinerja membetulkannya."
            )
            % {"kedudukan": KedudukanHukum(pegawai.kedudukan_hukum).label},
            kode="dikecualikan",
        )
    mulai, selesai = masa_skp(penugasan, tahun)
    hari = (selesai - mulai).days + 1
    batas = int(str(aturan["skp.hari_minimum_masa_kerja"]))
    if hari < batas:
        raise MasukanSalahError(
            _(
                "SKP baru tidak disusun: masa kerja pada penugasan ini tahun %(tahun)d hanya "
                "%(hari)d hari, batas instansi %(batas)d hari. Kinerja Anda dinilai dengan SKP "
                "penugasan lainnya pada tahun itu."
            )
            % {"tahun": tahun, "hari": hari, "batas": batas},
            kode="masa_kerja_kurang",
        )
    pastikan_terbuka(penugasan=penugasan, tahun=tahun, pada=pada, aturan=aturan)
    return mulai, selesai


def pastikan_terbuka(
    *, penugasan: Penugasan, tahun: int, pada: dt.date, aturan: dict[str, object]
) -> None:
    """Refuse work on a year that isn't open yet or is closed."""
    tenggat = tenggat_skp(
        instansi_id=penugasan.instansi_id, unit=penugasan.unit, tahun=tahun, kebijakan=aturan
    )
    if pada < tenggat.dibuka_pada:
        raise StatusTidakSesuaiError(
            _("SKP %(tahun)d belum dibuka: penyusunan mulai %(buka)s. Kembali pada tanggal itu.")
            % {"tahun": tahun, "buka": tulis_tanggal(tenggat.dibuka_pada)},
            kode="periode_belum_dibuka",
        )
    if pada > tenggat.ditutup_pada:
        raise StatusTidakSesuaiError(
            _(
                "Tahun %(tahun)d sudah ditutup pada %(tutup)s, jadi SKP-nya tidak bisa diubah. "
                "Minta pengelola kinerja memperpanjang batas bila memang perlu."
            )
            % {"tahun": tahun, "tutup": tulis_tanggal(tenggat.ditutup_pada)},
            kode="periode_ditutup",
        )
