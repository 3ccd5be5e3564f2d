"""Why a rating waits for the atasan penilai's look, in words."""

from django.utils.translation import gettext as _

from tera.evaluasi.models import Evaluasi, SebabTandaTangan


def pesan_tanda_tangan(evaluasi: Evaluasi) -> str:
    """Say which reason makes this rating wait for the atasan penilai."""
    if evaluasi.sebab_tanda_tangan == SebabTandaTangan.SESUDAH_KEBERATAN:
        return _(
            "Predikat belum bisa ditetapkan: ini penilaian pertama oleh penilai yang sama sesudah "
            "pegawai mengajukan keberatan, jadi atasan pejabat penilai melihatnya dulu."
        )
    return _(
        "Predikat belum bisa ditetapkan: ada pernyataan hubungan dekat antara penilai "
        "dan pegawai, jadi penilaian ini menunggu tanda tangan atasan pejabat penilai."
    )
