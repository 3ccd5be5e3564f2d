"""People as a form shows them on the day of a decision: frozen, because people move."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from tera.angka_kredit.models import FaktaJF, JenisFakta, MasaJenjang
from tera.organisasi.models import JenisPenugasan, Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.selectors.identitas import identitas


class Perekam:
    """The identities of many people and their penilai on a day: a fixed number of queries."""

    def __init__(self, daftar: Sequence[Pegawai], *, penilai_id: int | None, pada: dt.date) -> None:
        nomor = {satu.pk for satu in daftar}
        self._tugas: dict[int, Penugasan] = {}
        for tugas in (
            Penugasan.objects.filter(berlaku_pada(pada), pegawai_id__in=nomor | {penilai_id or 0})
            .select_related("jabatan", "unit")
            .order_by("-sejak")
        ):
            kini = self._tugas.get(tugas.pegawai_id)
            if kini is None or tugas.jenis == JenisPenugasan.DEFINITIF:
                self._tugas[tugas.pegawai_id] = tugas
        self._karpeg = dict(
            FaktaJF.objects.filter(pegawai_id__in=nomor, jenis=JenisFakta.KARPEG)
            .exclude(status=FaktaJF.Status.DICABUT)
            .order_by("tanggal", "pk")
            .values_list("pegawai_id", "nomor")
        )
        penilai = Pegawai.objects.select_related("instansi").filter(pk=penilai_id or 0).first()
        self._penilai = dict(identitas(pegawai=penilai, penugasan=self._tugas.get(penilai_id or 0)))
        self._pada = pada

    def rekaman(self, pegawai: Pegawai, masa: MasaJenjang) -> dict[str, Any]:
        """Return the head of a form: the person, the penilai, the day."""
        return {
            "perorangan": self.perorangan(pegawai, masa),
            "penilai": self._penilai,
            "instansi": pegawai.instansi.nama,
            "tempat": pegawai.instansi.tempat,
            "pada": self._pada.isoformat(),
        }

    def perorangan(self, pegawai: Pegawai, masa: MasaJenjang) -> dict[str, str]:
        """Return the eight rows of "Keterangan perorangan"."""
        orang = identitas(pegawai=pegawai, penugasan=self._tugas.get(pegawai.pk))
        return {
            "nama": orang["nama"],
            "nip": orang["nip"],
            "karpeg": self._karpeg.get(pegawai.pk, ""),
            "tempat_lahir": pegawai.tempat_lahir,
            "tanggal_lahir": _hari(pegawai.tanggal_lahir),
            "jenis_kelamin": pegawai.jenis_kelamin,
            "pangkat": orang["pangkat"],
            "tmt_pangkat": _hari(pegawai.tmt_golongan),
            "golongan": pegawai.golongan,
            "jabatan": masa.jabatan,
            "jenjang": masa.jenjang,
            "tmt_jabatan": masa.mulai.isoformat(),
            "unit_kerja": orang["unit_kerja"],
        }


def _hari(hari: dt.date | None) -> str:
    return hari.isoformat() if hari else ""
