"""Who rates whom on one day: pure, over ``Fakta``; the whole instansi costs one pass.

Rule: the head of the own unit, for a head the head of the unit above; JPT by the dated table of
``tera.regulasi.penilai``; a letter (penilai khusus) goes before everything. A head who can't rate
(vacant, inactive, the same person, a JF without letter) is passed over: the climb is said.

Tidak dimodelkan: kedudukan hukum of past days (it is not dated), and a rater who is ill for a day.
"""

import datetime as dt
from dataclasses import dataclass

from tera.organisasi.models import HubunganPenilai, JenisJabatan, JenisPenugasan
from tera.organisasi.selectors.aturan_penilai import (
    Pihak,
    boleh_menilai_langsung,
    pihak_penilai,
)
from tera.organisasi.selectors.fakta_penilai import Fakta, FaktaTugas

Dasar = HubunganPenilai.Dasar
Kendala = HubunganPenilai.Kendala

_URUTAN = {
    JenisPenugasan.DEFINITIF: 0,
    JenisPenugasan.PJ: 1,
    JenisPenugasan.PLT: 2,
    JenisPenugasan.PLH: 3,
    JenisPenugasan.TUGAS_TAMBAHAN: 4,
}
_SEBUTAN = {JenisPenugasan.PJ: "Pj. ", JenisPenugasan.PLT: "Plt. ", JenisPenugasan.PLH: "Plh. "}


@dataclass(frozen=True, slots=True)
class JawabanPenilai:
    """Who rates one assignment on one day, by id, and why; equal answers merge into one row."""

    penilai_id: int | None
    atasan_id: int | None
    dasar: str
    penjelasan: str
    kendala: str


@dataclass(frozen=True, slots=True)
class _Calon:
    pegawai_id: int
    unit_id: int
    jenis_jabatan: str
    sebutan: str
    memimpin: bool
    surat: str = ""


@dataclass(frozen=True, slots=True)
class _Lewat:
    unit_id: int
    kendala: str
    nama: str


class ResolusiHari:
    """The answers of one instansi on one day."""

    def __init__(self, fakta: Fakta, pada: dt.date) -> None:
        self.fakta = fakta
        self.pada = pada
        self._wajib_surat = fakta.perlu_delegasi(pada)
        self._induk = {pk: unit.induk(pada) for pk, unit in fakta.unit.items()}
        self._surat = {
            (d.penerima_id, d.unit_id): d.surat for d in fakta.daftar_delegasi if d.berlaku(pada)
        }
        self._pimpinan: dict[int, list[FaktaTugas]] = {}
        for tugas in fakta.daftar_tugas:
            if tugas.memimpin and tugas.berlaku(pada):
                self._pimpinan.setdefault(tugas.unit_id, []).append(tugas)
        for daftar in self._pimpinan.values():
            daftar.sort(key=lambda t: (_URUTAN.get(JenisPenugasan(t.jenis), 9), t.id))
        self._penerima: dict[int, list[int]] = {}
        for penerima, unit in self._surat:
            self._penerima.setdefault(unit, []).append(penerima)
        # Only these people can meet themselves on the way up; all others share their unit's answer.
        self._pejabat = {t.pegawai_id for daftar in self._pimpinan.values() for t in daftar}
        self._pejabat |= {penerima for penerima, _ in self._surat}
        self._per_unit: dict[tuple[int, str], JawabanPenilai] = {}

    def jawab(self, tugas: FaktaTugas) -> JawabanPenilai:
        """Return who rates the holder of ``tugas`` on this day."""
        khusus_id = tugas.khusus(self.pada)
        if khusus_id:
            return self._jawab_khusus(tugas, khusus_id)
        if tugas.memimpin or tugas.pegawai_id in self._pejabat:
            return self._jawab_biasa(tugas)
        kunci = (tugas.unit_id, tugas.jenis_jabatan)
        jawaban = self._per_unit.get(kunci)
        if jawaban is None:
            jawaban = self._per_unit[kunci] = self._jawab_biasa(tugas)
        return jawaban

    def pejabat_di_atas(
        self, *, penilai_id: int, unit_id: int, memimpin: bool, bukan: set[int]
    ) -> int | None:
        """Return who stands above the rater on this day and is none of ``bukan``, by id.

        ``unit_id``, ``memimpin``: the rated person's own place, from which one climbs where the
        rater holds no post any more.
        """
        milik = [
            t
            for t in self.fakta.daftar_tugas
            if t.pegawai_id == penilai_id and t.berlaku(self.pada)
        ]
        if milik:
            milik.sort(key=lambda t: (_URUTAN.get(JenisPenugasan(t.jenis), 9), t.id))
            satu = milik[0]
            atasan = self._atasan(
                _Calon(penilai_id, satu.unit_id, satu.jenis_jabatan, "", satu.memimpin), bukan
            )
        else:
            tempat = self._induk.get(unit_id) if memimpin else unit_id
            mulai = self._induk.get(tempat) if tempat is not None else None
            atasan, _ = self._naik(mulai, bukan)
        return atasan.pegawai_id if atasan else None

    # --- one assignment ---------------------------------------------------------------------
    def _jawab_biasa(self, tugas: FaktaTugas) -> JawabanPenilai:
        if tugas.jenis_jabatan == JenisJabatan.PEJABAT_NEGARA:
            return JawabanPenilai(
                None,
                None,
                Dasar.TIDAK_DINILAI,
                "Kepala daerah dan pejabat negara tidak dinilai melalui SKP di instansi ini.",
                "",
            )
        bukan = {tugas.pegawai_id}
        pihak = pihak_penilai(tugas.jenis_jabatan, self.fakta.jenis_instansi, self.pada)
        calon, daftar_lewat = self._cari(tugas.unit_id, tugas.memimpin, tugas.jenis_jabatan, bukan)
        if calon is None:
            return self._tanpa_penilai(tugas, pihak, daftar_lewat)
        atasan = self._atasan(calon, bukan)
        kalimat_atasan = self._kalimat_atasan(calon, atasan)
        siapa = self._sebut(calon)
        if pihak is Pihak.PIMPINAN_INSTANSI:
            return JawabanPenilai(
                calon.pegawai_id,
                atasan.pegawai_id if atasan else None,
                Dasar.KEPALA_DAERAH,
                f"SKP pejabat pimpinan tinggi ditetapkan pimpinan instansi: {siapa}."
                f"{kalimat_atasan}",
                "",
            )
        if daftar_lewat:
            return JawabanPenilai(
                calon.pegawai_id,
                atasan.pegawai_id if atasan else None,
                Dasar.NAIK,
                f"{self._kalimat_lewat(daftar_lewat)} Jadi yang menilai pimpinan unit di atasnya: "
                f"{siapa}.{kalimat_atasan}",
                daftar_lewat[0].kendala,
            )
        if calon.surat:
            alasan = f"Penilai {siapa} menurut surat delegasi {calon.surat}."
        elif tugas.memimpin:
            alasan = f"Pimpinan unit dinilai pimpinan unit di atasnya: {siapa}."
        else:
            alasan = f"Penilai adalah pimpinan unit: {siapa}."
        return JawabanPenilai(
            calon.pegawai_id,
            atasan.pegawai_id if atasan else None,
            Dasar.DELEGASI if calon.surat else Dasar.ATASAN_LANGSUNG,
            alasan + kalimat_atasan,
            "",
        )

    def _jawab_khusus(self, tugas: FaktaTugas, khusus_id: int) -> JawabanPenilai:
        orang = self.fakta.pegawai[khusus_id]
        bukan = {tugas.pegawai_id}
        atasan_id: int | None = None
        if orang.instansi_id != self.fakta.instansi_id:
            luar = self.fakta.penilai_luar.get(orang.id)
            atasan_id = luar if luar not in {None, orang.id, tugas.pegawai_id} else None
        else:
            milik = [
                t for t in self.fakta.daftar_tugas
                if t.pegawai_id == orang.id and t.berlaku(self.pada)
            ]  # fmt: skip
            milik.sort(key=lambda t: (_URUTAN.get(JenisPenugasan(t.jenis), 9), t.id))
            if milik:
                calon = _Calon(
                    orang.id, milik[0].unit_id, milik[0].jenis_jabatan, "", milik[0].memimpin
                )
                atasan = self._atasan(calon, bukan)
                atasan_id = atasan.pegawai_id if atasan else None
        asal = " dari instansi lain" if orang.instansi_id != self.fakta.instansi_id else ""
        surat = f" menurut surat {tugas.surat}" if tugas.surat else ""
        ekor = "" if atasan_id else " Atasan penilai belum tercatat."
        return JawabanPenilai(
            orang.id,
            atasan_id,
            Dasar.KHUSUS,
            f"Penilai{asal} ditetapkan khusus{surat}: {orang.nama}.{ekor}",
            "",
        )

    def _tanpa_penilai(
        self, tugas: FaktaTugas, pihak: Pihak, daftar_lewat: list[_Lewat]
    ) -> JawabanPenilai:
        if pihak is Pihak.LUAR_INSTANSI or (
            tugas.memimpin and self._induk.get(tugas.unit_id) is None
        ):
            return JawabanPenilai(
                None,
                None,
                Dasar.TIDAK_ADA,
                "Penilai jabatan ini berada di luar instansi. Tetapkan penilai khusus dengan "
                "suratnya.",
                Kendala.DI_LUAR_INSTANSI,
            )
        akhir = daftar_lewat[-1] if daftar_lewat else None
        if akhir is None or akhir.kendala == Kendala.LOWONG:
            return JawabanPenilai(
                None,
                None,
                Dasar.TIDAK_ADA,
                "Belum ada pejabat yang bisa menilai: pimpinan instansi belum tercatat. Tambahkan "
                "pejabat tanpa NIP (misalnya Bupati atau Penjabat Bupati) sebagai pimpinan "
                f"{self._nama_akar(tugas.unit_id)}.",
                Kendala.PIMPINAN_BELUM_ADA,
            )
        return JawabanPenilai(
            None,
            None,
            Dasar.TIDAK_ADA,
            f"{self._kalimat_lewat(daftar_lewat)} Tidak ada pejabat lain di atasnya. Tetapkan "
            "penilai khusus dengan suratnya.",
            akhir.kendala,
        )

    # --- the climb --------------------------------------------------------------------------
    def _cari(
        self, unit_id: int, memimpin: bool, jenis_jabatan: str, bukan: set[int]
    ) -> tuple[_Calon | None, list[_Lewat]]:
        pihak = pihak_penilai(jenis_jabatan, self.fakta.jenis_instansi, self.pada)
        if pihak is Pihak.LUAR_INSTANSI:
            return None, []
        if pihak is Pihak.PIMPINAN_INSTANSI:
            akar = self._akar(unit_id)
            if memimpin and akar == unit_id:
                return None, []
            calon, lewat = self._calon(akar, bukan)
            return calon, [lewat] if lewat else []
        return self._naik(self._induk.get(unit_id) if memimpin else unit_id, bukan)

    def _naik(self, mulai: int | None, bukan: set[int]) -> tuple[_Calon | None, list[_Lewat]]:
        daftar_lewat: list[_Lewat] = []
        dilihat: set[int] = set()
        kini = mulai
        while kini is not None and kini not in dilihat:
            dilihat.add(kini)
            calon, lewat = self._calon(kini, bukan)
            if calon:
                return calon, daftar_lewat
            if lewat:
                daftar_lewat.append(lewat)
            kini = self._induk.get(kini)
        return None, daftar_lewat

    def _calon(self, unit_id: int, bukan: set[int]) -> tuple[_Calon | None, _Lewat | None]:
        lewat: _Lewat | None = None
        for tugas in self._pimpinan.get(unit_id, ()):
            orang = self.fakta.pegawai[tugas.pegawai_id]
            surat = self._surat.get((tugas.pegawai_id, unit_id), "")
            cukup = boleh_menilai_langsung(tugas.jenis_jabatan, self.pada) and (
                tugas.jenis != JenisPenugasan.TUGAS_TAMBAHAN
            )
            jf_bebas = not self._wajib_surat and tugas.jenis_jabatan == JenisJabatan.FUNGSIONAL
            if tugas.pegawai_id in bukan:
                lewat = lewat or _Lewat(unit_id, Kendala.MERANGKAP, orang.nama)
            elif not orang.aktif:
                lewat = lewat or _Lewat(unit_id, Kendala.TIDAK_AKTIF, orang.nama)
            elif not (cukup or surat or jf_bebas):
                lewat = lewat or _Lewat(unit_id, Kendala.PERLU_DELEGASI, orang.nama)
            else:
                sebutan = _SEBUTAN.get(JenisPenugasan(tugas.jenis), "") + tugas.jabatan
                return (
                    _Calon(
                        orang.id,
                        unit_id,
                        tugas.jenis_jabatan,
                        sebutan,
                        True,
                        "" if cukup else surat,
                    ),
                    None,
                )
        for penerima in self._penerima.get(unit_id, ()):
            orang = self.fakta.pegawai[penerima]
            pimpin = any(t.pegawai_id == penerima for t in self._pimpinan.get(unit_id, ()))
            if penerima not in bukan and orang.aktif and not pimpin:
                surat = self._surat[penerima, unit_id]
                return _Calon(penerima, unit_id, "", "penerima delegasi", False, surat), None
        return None, lewat or _Lewat(unit_id, Kendala.LOWONG, "")

    def _atasan(self, calon: _Calon, bukan: set[int]) -> _Calon | None:
        """The rater's own superior: never the rater, never the one who is rated."""
        if calon.jenis_jabatan == JenisJabatan.PEJABAT_NEGARA:
            return None
        if not calon.jenis_jabatan:
            atasan, _ = self._naik(calon.unit_id, bukan | {calon.pegawai_id})
            return atasan
        atasan, _ = self._cari(
            calon.unit_id, calon.memimpin, calon.jenis_jabatan, bukan | {calon.pegawai_id}
        )
        return atasan

    def _akar(self, unit_id: int) -> int:
        dilihat: set[int] = set()
        while (induk := self._induk.get(unit_id)) is not None and unit_id not in dilihat:
            dilihat.add(unit_id)
            unit_id = induk
        return unit_id

    # --- words ------------------------------------------------------------------------------
    def _sebut(self, calon: _Calon) -> str:
        return f"{self.fakta.pegawai[calon.pegawai_id].nama} ({calon.sebutan})"

    def _kalimat_atasan(self, calon: _Calon, atasan: _Calon | None) -> str:
        if atasan:
            return f" Atasan penilai: {self._sebut(atasan)}."
        if calon.jenis_jabatan == JenisJabatan.PEJABAT_NEGARA:
            return " Di instansi ini tidak ada atasan penilai di atas kepala daerah."
        return " Atasan penilai belum tercatat."

    def _kalimat_lewat(self, daftar: list[_Lewat]) -> str:
        kalimat = []
        for lewat in daftar:
            unit = self.fakta.unit[lewat.unit_id].nama
            kalimat.append(
                {
                    Kendala.LOWONG: f"Jabatan pimpinan {unit} lowong.",
                    Kendala.MERANGKAP: (
                        f"Pimpinan {unit} dipegang {lewat.nama} sendiri, dan tidak ada orang yang "
                        "menilai dirinya."
                    ),
                    Kendala.TIDAK_AKTIF: (
                        f"Pimpinan {unit}, {lewat.nama}, sedang tidak menjalankan jabatan."
                    ),
                    Kendala.PERLU_DELEGASI: (
                        f"Pimpinan {unit}, {lewat.nama}, bukan pejabat pengawas atau lebih "
                        "tinggi; ia menilai bila tercantum dalam surat delegasi."
                    ),
                }[Kendala(lewat.kendala)]
            )
        return " ".join(kalimat)

    def _nama_akar(self, unit_id: int) -> str:
        return self.fakta.unit[self._akar(unit_id)].nama
