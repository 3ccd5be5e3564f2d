"""Objects the doors of accounts stand before."""

from collections.abc import Callable

from pemeran import Pemeran

OBJEK: dict[str, Callable[[Pemeran], object]] = {
    "akun_unit_bidang": lambda para: para.bidang.pk,
    "akun_pegawai_andi": lambda para: para.andi.pk,
    "akun_tanpa_sesi": lambda para: 999_999,
}
