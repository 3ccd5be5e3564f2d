"""Kinds from result to action: follow-ups, plans, letters, coaching, counselling, agreements."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tera.core.models import Kejadian
from tera.notifikasi.jenis.dasar import Jenis, Kabar, Susun
from tera.notifikasi.models import KelompokNotifikasi as K
from tera.notifikasi.selectors.sumber_giliran import penunjuk_konselor
from tera.notifikasi.selectors.sumber_tindakan import (
    pegawai_tindakan,
    pejabat_tinjauan,
    penilai_orang,
    perekomendasi_tinjauan,
)


def _pihak(kunci: str, objek: str = "id", tentang: str = "") -> Susun:
    """Whom the payload itself names."""

    def susun(kejadian: Kejadian) -> Iterator[Kabar]:
        isi = kejadian.muatan
        if isi.get(kunci):
            muatan = {"id": isi[objek]}
            if tentang:
                muatan["tentang"] = isi[tentang]
            yield Kabar(isi[kunci], muatan)

    return susun


def _penilai_usul(kejadian: Kejadian) -> Iterator[Kabar]:
    """The rater of a result that asks for support; of the priority list nothing is asked."""
    isi = kejadian.muatan
    if isi["jenis"] != "prioritas" and isi["penilai_id"]:
        yield Kabar(isi["penilai_id"], {"id": isi["id"], "tentang": isi["pegawai_id"]})


def _tindakan(kejadian: Kejadian) -> Iterator[Kabar]:
    """The person of a follow-up, also where a job moved many."""
    for pegawai in pegawai_tindakan(kejadian):
        yield Kabar(pegawai, {"id": kejadian.muatan["id"]})


def _konseling(kejadian: Kejadian) -> Iterator[Kabar]:
    """The person and the counsellor, but the one who acted."""
    isi = kejadian.muatan
    for siapa in {isi["pegawai_id"], isi["konselor_id"]} - {isi["oleh_id"]}:
        yield Kabar(siapa, {"id": isi["id"]})


def _penunjuk(kejadian: Kejadian) -> Iterator[Kabar]:
    """Who is asked to name a counsellor: the rater, or whoever is asked past the rater."""
    isi = kejadian.muatan
    for siapa in penunjuk_konselor(kejadian, isi["pegawai_id"], isi["tujuan"]):
        yield Kabar(siapa, {"id": isi["id"], "tentang": isi["pegawai_id"]})


def _penilai_tinjauan(kejadian: Kejadian) -> Iterator[Kabar]:
    isi = kejadian.muatan
    for penilai in penilai_orang(kejadian, isi["pegawai_id"]):
        yield Kabar(penilai, {"id": isi["id"], "tentang": isi["pegawai_id"]})


def _pembina(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa in pejabat_tinjauan(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"], "tentang": kejadian.muatan["pegawai_id"]})


def _perekomendasi(kejadian: Kejadian) -> Iterator[Kabar]:
    for siapa in perekomendasi_tinjauan(kejadian):
        yield Kabar(siapa, {"id": kejadian.muatan["id"], "tentang": kejadian.muatan["pegawai_id"]})


def _jenis(
    kode: str, kelompok: K, kalimat: str | Promise, rute: str, peristiwa: str, susun: Susun
) -> Jenis:
    return Jenis(kode, kelompok, kalimat, f"tindak_lanjut:{rute}", ("id",), peristiwa, susun)


_KEPUTUSAN = (
    "tugaskan_uji_kompetensi", "kembalikan_normal", "pindahkan", "turunkan",
    "tempatkan_sementara", "usulkan_pemberhentian", "tolak_usul", "tetapkan_pemberhentian",
    "tuntaskan", "tutup",
)  # fmt: skip
DAFTAR = (
    _jenis(
        "tindak_lanjut.usulkan",
        K.HASIL,
        _("Hasil Anda sudah final; baca apa yang menyusul"),
        "tindakan",
        "tindak_lanjut.usulkan",
        _pihak("pegawai_id"),
    ),
    _jenis(
        "tindak_lanjut.usulkan_penilai",
        K.TUGAS,
        _("%(nama)s menunggu dukungan Anda: susun rencananya berdua"),
        "tindakan",
        "tindak_lanjut.usulkan",
        _penilai_usul,
    ),
    _jenis(
        "rencana_perbaikan.ajukan",
        K.TUGAS,
        _("Rencana untuk Anda menunggu jawaban"),
        "tindakan",
        "rencana_perbaikan.ajukan",
        _pihak("pegawai_id", "tindakan_id"),
    ),
    _jenis(
        "rencana_perbaikan.minta_ubah",
        K.TUGAS,
        _("%(nama)s meminta rencananya diubah"),
        "tindakan",
        "rencana_perbaikan.minta_ubah",
        _pihak("penyusun_id", "tindakan_id", "pegawai_id"),
    ),
    _jenis(
        "rencana_perbaikan.setujui",
        K.TIM,
        _("%(nama)s menyetujui rencananya; perbaikan mulai berjalan"),
        "tindakan",
        "rencana_perbaikan.setujui",
        _pihak("penyusun_id", "tindakan_id", "pegawai_id"),
    ),
    *(
        _jenis(
            f"rencana_perbaikan.{aksi}",
            K.HASIL,
            _("Rencana Anda sudah disimpulkan; Anda bisa menanggapinya"),
            "tindakan",
            f"rencana_perbaikan.{aksi}",
            _pihak("pegawai_id", "tindakan_id"),
        )
        for aksi in ("simpulkan_membaik", "simpulkan_belum")
    ),
    *(
        _jenis(
            f"tindak_lanjut.{aksi}",
            K.HASIL,
            _("Ada keputusan tentang tindak lanjut Anda"),
            "tindakan",
            f"tindak_lanjut.{aksi}",
            _tindakan,
        )
        for aksi in _KEPUTUSAN
    ),
    _jenis(
        "tindak_lanjut.bimbingan",
        K.HASIL,
        _("Catatan bimbingan Anda bisa dibaca dan ditanggapi"),
        "tindakan",
        "tindak_lanjut.bimbingan",
        _pihak("pegawai_id"),
    ),
    *(
        _jenis(
            f"tindak_lanjut.konseling_{kata}",
            K.TUGAS,
            kalimat,
            "konseling_rincian",
            f"tindak_lanjut.konseling_{kata}",
            _konseling,
        )
        for kata, kalimat in (
            ("dijadwalkan", _("Konseling kinerja dijadwalkan")),
            ("dibatalkan", _("Konseling kinerja dibatalkan")),
        )
    ),
    _jenis(
        "tindak_lanjut.konseling_dilaporkan",
        K.TUGAS,
        _("Rekomendasi konseling %(nama)s bisa Anda baca"),
        "konseling_rincian",
        "tindak_lanjut.konseling_dilaporkan",
        _pihak("penerima_id", "id", "pegawai_id"),
    ),
    _jenis(
        "tindak_lanjut.konseling_diminta",
        K.TUGAS,
        _("%(nama)s meminta konseling; tunjuk konselornya"),
        "permintaan_jadwal",
        "tindak_lanjut.konseling_diminta",
        _penunjuk,
    ),
    Jenis(
        "permintaan_konseling.tolak",
        K.HASIL,
        _("Permintaan konseling Anda dijawab"),
        "tindak_lanjut:konseling",
        (),
        "permintaan_konseling.tolak",
        _pihak("pegawai_id"),
    ),
    _jenis(
        "tindak_lanjut.ketidakhadiran",
        K.TUGAS,
        _("Ketidakhadiran %(nama)s mencapai ambang; Anda wajib memeriksanya"),
        "ketidakhadiran_periksa",
        "tindak_lanjut.ketidakhadiran",
        _penilai_tinjauan,
    ),
    Jenis(
        "tindak_lanjut.ketidakhadiran_pegawai",
        K.HASIL,
        _("Hitungan ketidakhadiran Anda tercatat; baca dan periksa"),
        "tindak_lanjut:ketidakhadiran",
        (),
        "tindak_lanjut.ketidakhadiran",
        _pihak("pegawai_id"),
    ),
    _jenis(
        "tinjauan_perjanjian.buka",
        K.TUGAS,
        _("Perjanjian kerja %(nama)s mendekati akhir; menunggu rekomendasi Anda"),
        "perjanjian_rincian",
        "tinjauan_perjanjian.buka",
        _penilai_tinjauan,
    ),
    _jenis(
        "tinjauan_perjanjian.rekomendasikan",
        K.TUGAS,
        _("Perjanjian kerja %(nama)s menunggu keputusan Anda"),
        "perjanjian_rincian",
        "tinjauan_perjanjian.rekomendasikan",
        _pembina,
    ),
    _jenis(
        "tinjauan_perjanjian.kembalikan",
        K.TUGAS,
        _("Rekomendasi perjanjian %(nama)s dikembalikan dengan catatan"),
        "perjanjian_rincian",
        "tinjauan_perjanjian.kembalikan",
        _perekomendasi,
    ),
    _jenis(
        "tinjauan_perjanjian.putuskan",
        K.HASIL,
        _("Perjanjian kerja Anda sudah diputus"),
        "perjanjian_rincian",
        "tinjauan_perjanjian.putuskan",
        _pihak("pegawai_id"),
    ),
)
