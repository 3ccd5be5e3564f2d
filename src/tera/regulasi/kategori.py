"""The words of the law: every closed category, stored as a word and never as a number."""

from __future__ import annotations

from enum import StrEnum


class Kata(StrEnum):
    """A category word; `label` is how a document prints it."""

    @property
    def label(self) -> str:
        """The word as printed, e.g. `sangat_baik` -> `Sangat Baik`."""
        return self.value.replace("_", " ").title()


class Mutu(Kata):
    """How well a basis is known: read in the text, read in a secondary source, or only recalled."""

    TEKS = "teks"
    SEKUNDER = "sekunder"
    INGATAN = "ingatan"


class Rating(Kata):
    """Rating of hasil kerja or of perilaku kerja."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"

    @property
    def label(self) -> str:
        """E.g. `Di Atas Ekspektasi`."""
        return f"{super().label} Ekspektasi"


class Predikat(Kata):
    """Predikat kinerja pegawai."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class CapaianOrganisasi(Kata):
    """Capaian kinerja organisasi, five levels."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


class Jenjang(Kata):
    """Jenjang jabatan fungsional, from the lowest of keterampilan to the highest of keahlian."""

    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"
    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"


class KategoriJF(Kata):
    """Kategori jabatan fungsional."""

    KETERAMPILAN = "keterampilan"
    KEAHLIAN = "keahlian"


class JenisKelamin(Kata):
    """Sex as coded in the NIP."""

    LAKI_LAKI = "laki_laki"
    PEREMPUAN = "perempuan"

    @property
    def label(self) -> str:
        """`Laki-laki` or `Perempuan`."""
        return "Laki-laki" if self is JenisKelamin.LAKI_LAKI else "Perempuan"


class JenisPegawai(Kata):
    """Kind of ASN."""

    PNS = "pns"
    PPPK = "pppk"

    @property
    def label(self) -> str:
        """The abbreviation in capitals."""
        return self.value.upper()


class JenisJabatan(Kata):
    """Kind of post in the sense of the ASN law."""

    JPT_UTAMA = "jpt_utama"
    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    PELAKSANA = "pelaksana"
    FUNGSIONAL = "fungsional"

    @property
    def label(self) -> str:
        """The kind as printed, e.g. `JPT Pratama`."""
        return super().label.replace("Jpt", "JPT")


class JenisInstansi(Kata):
    """Central or regional agency."""

    PUSAT = "pusat"
    DAERAH = "daerah"


class JenisPenugasan(Kata):
    """How somebody holds a post."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"
    TUGAS_TAMBAHAN = "tugas_tambahan"


class KedudukanHukum(Kata):
    """Legal position of a pegawai (the part of the SIASN list that was read)."""

    AKTIF = "aktif"
    CLTN = "cltn"
    TUGAS_BELAJAR = "tugas_belajar"
    PEMBERHENTIAN_SEMENTARA = "pemberhentian_sementara"
    KENA_HUKDIS = "kena_hukdis"
    MPP = "mpp"
    DIBERHENTIKAN = "diberhentikan"
    PENSIUN = "pensiun"

    @property
    def label(self) -> str:
        """Abbreviations stay in capitals."""
        return self.value.upper() if self.value in {"cltn", "mpp"} else super().label


class NilaiBerAKHLAK(Kata):
    """The seven core values, in the order of the form."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


class KeluargaSKP(Kata):
    """Family of SKP form: A for JPT and heads of unit kerja mandiri, B for JA and JF."""

    JPT_MANDIRI = "jpt_mandiri"
    JA_JF = "ja_jf"

    @property
    def label(self) -> str:
        """The family as the form prints it."""
        if self is KeluargaSKP.JA_JF:
            return "Pejabat Administrasi dan Pejabat Fungsional"
        return "Pejabat Pimpinan Tinggi dan Pimpinan Unit Kerja Mandiri"


class Pendekatan(Kata):
    """Approach of the SKP."""

    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


class JenisRHK(Kata):
    """Hasil kerja utama or tambahan."""

    UTAMA = "utama"
    TAMBAHAN = "tambahan"


class KlasifikasiRHK(Kata):
    """Organisasi stays with the post, individu with the person."""

    ORGANISASI = "organisasi"
    INDIVIDU = "individu"


class Aspek(Kata):
    """Aspek of an indicator (JA and JF, kuantitatif)."""

    KUANTITAS = "kuantitas"
    KUALITAS = "kualitas"
    WAKTU = "waktu"
    BIAYA = "biaya"


class Perspektif(Kata):
    """Perspektif of an indicator (JPT and heads of unit kerja mandiri)."""

    PENERIMA_LAYANAN = "penerima_layanan"
    PROSES_BISNIS = "proses_bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal"
    ANGGARAN = "anggaran"


class BagianLampiran(Kata):
    """The three lists of the Lampiran SKP, in the order of the form."""

    DUKUNGAN_SUMBER_DAYA = "dukungan_sumber_daya"
    SKEMA_PERTANGGUNGJAWABAN = "skema_pertanggungjawaban"
    KONSEKUENSI = "konsekuensi"


class PenetapSKP(Kata):
    """Who sets (signs) an SKP."""

    MENTERI_KOORDINATOR = "menteri_koordinator"
    PIMPINAN_INSTANSI = "pimpinan_instansi"
    PEJABAT_JPT_MADYA = "pejabat_jpt_madya"
    KEPALA_DAERAH = "kepala_daerah"
    MENTERI_ATAU_JPT_KOORDINATOR = "menteri_atau_jpt_koordinator"
    KEPALA_DAERAH_ATAU_KEPALA_PERANGKAT_DAERAH = "kepala_daerah_atau_kepala_perangkat_daerah"
    PEJABAT_PENILAI = "pejabat_penilai"


#: Categories that a table's keys may name in its `kunci`.
KATEGORI: dict[str, type[Kata]] = {
    "rating": Rating,
    "predikat": Predikat,
    "capaian_organisasi": CapaianOrganisasi,
    "jenjang": Jenjang,
    "kedudukan_hukum": KedudukanHukum,
    "nilai_berakhlak": NilaiBerAKHLAK,
    "keluarga_skp": KeluargaSKP,
    "jenis_instansi": JenisInstansi,
    "jenis_jabatan": JenisJabatan,
    "jenis_penugasan": JenisPenugasan,
    "bagian_lampiran": BagianLampiran,
    "jenis_pegawai": JenisPegawai,
}
