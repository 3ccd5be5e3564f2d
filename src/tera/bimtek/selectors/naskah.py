"""Training texts of an instansi's own, as those who write and check them see them."""

from collections.abc import Collection

from django.db.models import QuerySet

from tera.bimtek.models import Naskah, StatusNaskah
from tera.bimtek.penulis import sidik
from tera.core.aktor import Aktor


def naskah_instansi(*, aktor: Aktor) -> QuerySet[Naskah]:
    """Return every version of every text of the aktor's instansi but other people's drafts."""
    semua = Naskah.objects.filter(instansi_id=aktor.instansi_id)
    if aktor.adalah_sistem:
        return semua
    draf_lain = semua.filter(status=StatusNaskah.DRAF).exclude(penyusun_id=aktor.pegawai_id or 0)
    return semua.exclude(pk__in=draf_lain.values("pk"))


def naskah_terbit(*, aktor: Aktor, daftar_pk: Collection[int] = ()) -> list[Naskah]:
    """Return what may travel: the published versions, all or these, by kind and code."""
    semua = naskah_instansi(aktor=aktor).filter(status=StatusNaskah.TERBIT)
    if daftar_pk:
        semua = semua.filter(pk__in=daftar_pk)
    return list(semua.order_by("jenis", "kode"))


def boleh_diubah(*, aktor: Aktor, naskah: Naskah) -> bool:
    """Whether this is the aktor's own draft."""
    return naskah.status == StatusNaskah.DRAF and naskah.penyusun_id == aktor.pegawai_id


def utuh(naskah: Naskah) -> bool:
    """Whether the text is the one its digest was made of."""
    return sidik(naskah.isi) == naskah.sidik
