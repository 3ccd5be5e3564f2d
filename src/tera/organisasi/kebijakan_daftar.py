"""The register of policy keys with their defaults, ranges and how certain their source is.

``mutu`` speaks of the rule behind the default: ``sekunder`` (read in guidance, news or a form),
``ingatan`` (not confirmed in any text read), ``internal`` (no rule: the instansi's own choice).
``teks`` is refused: what the text says is law, and law isn't a setting.
"""

from django.utils.translation import gettext_lazy as _

from tera.organisasi.kebijakan_bimtek import DAFTAR_BIMTEK
from tera.organisasi.kebijakan_dasbor import DAFTAR_DASBOR
from tera.organisasi.kebijakan_dialog import DAFTAR_DIALOG
from tera.organisasi.kebijakan_evaluasi import DAFTAR_EVALUASI
from tera.organisasi.kebijakan_kalibrasi import DAFTAR_KALIBRASI
from tera.organisasi.kebijakan_kunci import NAMA_MUTU, NAMA_RUANG, KunciKebijakan, Mutu, Teks
from tera.organisasi.kebijakan_notifikasi import DAFTAR_NOTIFIKASI
from tera.organisasi.kebijakan_pengembangan import DAFTAR_PENGEMBANGAN
from tera.organisasi.kebijakan_penghargaan import DAFTAR_PENGHARGAAN
from tera.organisasi.kebijakan_publik import DAFTAR_PUBLIK
from tera.organisasi.kebijakan_talenta import DAFTAR_TALENTA
from tera.organisasi.kebijakan_tindakan import DAFTAR_TINDAKAN
from tera.organisasi.kebijakan_umpan_balik import DAFTAR_BERKELANJUTAN, DAFTAR_PUTARAN

__all__ = ["DAFTAR", "NAMA_MUTU", "NAMA_RUANG", "KunciKebijakan", "Mutu", "Teks"]

_TIDAK_TERBACA = _("Isi PermenPANRB 6/2022 tentang hal ini belum terbaca.")

_INTI: tuple[KunciKebijakan, ...] = (
    KunciKebijakan(
        kode="skp.batas_hari",
        judul=_("Hari terakhir penetapan SKP"),
        penjelasan=_(
            "Dihitung dari 1 Januari tahun kinerja: 31 berarti 31 Januari. Dipakai saat periode "
            "tahunan dibuka; batas periode yang sudah dibuka diubah lewat perpanjangan."
        ),
        tipe="int",
        bawaan=31,
        rentang=(1, 90),
        satuan=_("hari sejak awal tahun"),
        mutu="ingatan",
        sumber=_(
            "Akhir Januari tertulis dalam PermenPANRB 8/2021 (sudah diganti); kelanjutannya dalam "
            "PermenPANRB 6/2022 belum terbaca. BKN pernah meminta 10 Januari, instansi lain akhir "
            "Februari."
        ),
        ruang="skp",
    ),
    KunciKebijakan(
        kode="skp.pengingat_minggu_kedua",
        judul=_("Ingatkan bila minggu kedua Januari belum ada rancangan SKP"),
        penjelasan=_(
            "Pegawai dan penilai melihat pengingat di beranda mulai minggu kedua Januari."
        ),
        tipe="bool",
        bawaan=True,
        mutu="ingatan",
        sumber=_(
            "Batas minggu kedua Januari ada dalam PermenPANRB 8/2021 (sudah diganti), belum "
            "terkonfirmasi dalam PermenPANRB 6/2022."
        ),
        ruang="skp",
        tampil=False,
    ),
    KunciKebijakan(
        kode="skp.pengelola_boleh_menetapkan",
        judul=_("Pengelola kinerja boleh menyusun dan menetapkan SKP yang terlambat"),
        penjelasan=_(
            "Bila pegawai dan penilai sama-sama terlambat, pengelola menyusun rancangan, lalu "
            "menetapkannya dan mengirimkannya kepada pegawai, penilai, dan pimpinan unit."
        ),
        tipe="bool",
        bawaan=False,
        mutu="ingatan",
        sumber=_(
            "Ada dalam PermenPANRB 8/2021 Lampiran Bab II (sudah diganti); belum terkonfirmasi "
            "dalam PermenPANRB 6/2022, jadi bawaannya mati."
        ),
        ruang="skp",
        tampil=False,
    ),
    KunciKebijakan(
        kode="skp.wajib_ekspektasi_khusus",
        judul=_("Ekspektasi khusus wajib diisi untuk ketujuh nilai BerAKHLAK"),
        penjelasan=_("Bila tidak, baris perilaku kerja boleh dikirim tanpa ekspektasi khusus."),
        tipe="bool",
        bawaan=False,
        mutu="sekunder",
        sumber=_(
            "Formulir yang beredar mengosongkannya; sebagian aplikasi instansi mewajibkannya."
        ),
        ruang="skp",
    ),
    KunciKebijakan(
        kode="skp.wajib_aspek_kuantitas",
        judul=_("SKP kuantitatif tanpa indikator aspek kuantitas"),
        penjelasan=_("Apa yang terjadi saat SKP pendekatan kuantitatif diajukan tanpa aspek itu."),
        tipe="pilihan",
        bawaan="peringatan",
        pilihan=(
            ("tidak", _("Diterima")),
            ("peringatan", _("Diterima dengan peringatan")),
            ("wajib", _("Ditolak sampai dilengkapi")),
        ),
        mutu="sekunder",
        sumber=_("Praktik berbeda: ada yang mewajibkan tiga aspek, ada yang memakai empat."),
        ruang="skp",
    ),
    KunciKebijakan(
        kode="skp.hari_minimum_masa_kerja",
        judul=_("Masa kerja tersisa yang mewajibkan SKP baru"),
        penjelasan=_("Penugasan yang lebih pendek dari ini tidak diwajibkan menyusun SKP baru."),
        tipe="int",
        bawaan=30,
        rentang=(0, 120),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang jumlah harinya."),
        ruang="skp",
    ),
    KunciKebijakan(
        kode="skp.pengingat_pejabat_baru",
        judul=_("Ingatkan pejabat baru yang belum menyusun SKP"),
        penjelasan=_("Dihitung sejak mulai bertugas pada jabatan baru."),
        tipe="int",
        bawaan=15,
        rentang=(1, 60),
        satuan=_("hari kerja"),
        mutu="sekunder",
        sumber=_("Praktik satu kementerian pada aturan lama."),
        ruang="skp",
        tampil=False,
    ),
    KunciKebijakan(
        kode="penilai.kepala_jf_perlu_delegasi",
        judul=_("Kepala sekolah dan kepala puskesmas menilai dengan surat pendelegasian"),
        penjelasan=_(
            "Pejabat fungsional dengan tugas tambahan sebagai kepala unit baru menjadi penilai "
            "bila tercantum dalam surat pendelegasian. Bila tidak, ia langsung menjadi penilai."
        ),
        tipe="bool",
        bawaan=True,
        mutu="ingatan",
        sumber=_(
            "Penilai paling rendah pejabat pengawas atau pejabat lain yang mendapat pendelegasian; "
            "apakah kepala sekolah dan kepala puskesmas disetarakan belum terbaca."
        ),
        ruang="organisasi",
    ),
    KunciKebijakan(
        kode="akun.hari_kode_aktivasi",
        judul=_("Masa berlaku kode aktivasi"),
        penjelasan=_("Berlaku bagi surat aktivasi yang dicetak sesudah perubahan."),
        tipe="int",
        bawaan=14,
        rentang=(1, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Aturan keamanan aplikasi."),
        ruang="akun",
    ),
    KunciKebijakan(
        kode="petugas.jam_maksimum",
        judul=_("Lama paling panjang satu mode petugas"),
        penjelasan=_("Sesudah itu mode petugas berakhir sendiri dan harus diminta lagi."),
        tipe="int",
        bawaan=4,
        rentang=(1, 24),
        satuan=_("jam"),
        mutu="internal",
        sumber=_("Aturan keamanan aplikasi."),
        ruang="akun",
    ),
    KunciKebijakan(
        kode="impor.hari_simpan_salinan",
        judul=_("Lama salinan berkas impor disimpan"),
        penjelasan=_(
            "Sesudah itu salinannya dibuang; laporan impornya tetap terbaca. Berkas yang sudah "
            "diperiksa tetapi belum diimpor perlu diunggah lagi."
        ),
        tipe="int",
        bawaan=30,
        rentang=(1, 365),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("Perlindungan data pribadi: yang tidak lagi diperlukan tidak disimpan."),
        ruang="impor",
    ),
    KunciKebijakan(
        kode="pelaksanaan.hari_mundur_harian",
        judul=_("Progres harian boleh diisi dan diubah mundur"),
        penjelasan=_("0 berarti hanya hari itu juga. Yang lebih lama terkunci."),
        tipe="int",
        bawaan=7,
        rentang=(0, 60),
        satuan=_("hari"),
        mutu="internal",
        sumber=_("BKN meminta progres setiap hari kerja; batas mundurnya tidak terbaca."),
        ruang="pelaksanaan",
    ),
    KunciKebijakan(
        kode="evaluasi.jenis_periode",
        judul=_("Jenis periode evaluasi"),
        penjelasan=_("Bagian tahun yang dibuat saat periode tahunan dibuka."),
        tipe="pilihan",
        bawaan="triwulan",
        pilihan=(("triwulan", _("Triwulan")), ("bulanan", _("Bulanan"))),
        mutu="sekunder",
        sumber=_(
            "Evaluasi periodik dilakukan bulanan atau triwulan; pilihannya ada pada instansi."
        ),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.hari_setelah_periode",
        judul=_("Batas evaluasi periodik setelah periode berakhir"),
        penjelasan=_("Dipakai saat periode tahunan dibuka."),
        tipe="int",
        bawaan=14,
        rentang=(1, 90),
        satuan=_("hari"),
        mutu="ingatan",
        sumber=_TIDAK_TERBACA,
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.batas_tahunan_hari",
        judul=_("Batas evaluasi tahunan pada tahun berikutnya"),
        penjelasan=_(
            "Dihitung dari 1 Januari tahun berikutnya: 31 berarti 31 Januari. Dipakai saat "
            "periode tahunan dibuka."
        ),
        tipe="int",
        bawaan=31,
        rentang=(1, 90),
        satuan=_("hari sejak awal tahun"),
        mutu="ingatan",
        sumber=_(
            "Akhir Januari belum terbaca dalam teks. BKN meminta SKP 2024 sebelum 10 Januari 2025; "
            "satu kementerian memperpanjang tahun 2023 sampai 29 Februari 2024."
        ),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.n_minimum_distribusi",
        judul=_("Jumlah pegawai terkecil untuk pemeriksaan pola distribusi"),
        penjelasan=_("Di bawah jumlah ini hasil pemeriksaan hanya bahan pertimbangan."),
        tipe="int",
        bawaan=5,
        rentang=(1, 30),
        satuan=_("pegawai"),
        mutu="ingatan",
        sumber=_("SE MenPANRB 3/2023 yang terbaca tidak mengatur unit kecil."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.kepala_dihitung",
        judul=_("Pimpinan unit ikut dihitung dalam pola distribusi unitnya"),
        penjelasan=_("Bila tidak, hanya pegawai di bawahnya yang dihitung."),
        tipe="bool",
        bawaan=False,
        mutu="ingatan",
        sumber=_("SE MenPANRB 3/2023 yang terbaca tidak menyebut siapa yang dihitung."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.pembulatan",
        judul=_("Pembulatan batas pola distribusi"),
        penjelasan=_("Cara mengubah batas persen menjadi jumlah pegawai."),
        tipe="pilihan",
        bawaan="maks_turun_min_naik",
        pilihan=(
            ("maks_turun_min_naik", _("Batas atas dibulatkan turun, batas bawah naik")),
            ("terdekat", _("Dibulatkan ke jumlah terdekat")),
        ),
        mutu="ingatan",
        sumber=_("SE MenPANRB 3/2023 yang terbaca tidak mengatur pembulatan."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="evaluasi.wajib_bukti",
        judul=_("Realisasi wajib disertai bukti dukung"),
        penjelasan=_("Bila ya, evaluasi tidak bisa diselesaikan selama ada realisasi tanpa bukti."),
        tipe="bool",
        bawaan=False,
        mutu="internal",
        sumber=_("Formulir menyebut realisasi berdasarkan bukti dukung; akibatnya tidak diatur."),
        ruang="evaluasi",
    ),
    KunciKebijakan(
        kode="keberatan.target_hari_kerja",
        judul=_("Target lama keputusan keberatan"),
        penjelasan=_("Target pelayanan internal bagi atasan penilai, bukan tenggat hukum."),
        tipe="int",
        bawaan=14,
        rentang=(1, 60),
        satuan=_("hari kerja"),
        mutu="internal",
        sumber=_("Tidak ada tenggat putusan dalam teks yang terbaca."),
        ruang="keberatan",
    ),
    KunciKebijakan(
        kode="keberatan.pemutus_tanpa_atasan",
        judul=_("Pemutus keberatan bila tidak ada atasan penilai"),
        penjelasan=_(
            "Dipakai bila penilainya pimpinan instansi, atau semua pejabat di atas penilai tidak "
            "boleh memutus. Yang memutus orang yang memegang peran itu untuk unitnya."
        ),
        tipe="pilihan",
        bawaan="pejabat_pembina",
        pilihan=(
            ("pejabat_pembina", _("Pejabat pembina kepegawaian")),
            ("pyb", _("Pejabat yang berwenang")),
        ),
        mutu="internal",
        sumber=_("Tidak ada aturan yang terbaca tentang hal ini."),
        ruang="keberatan",
    ),
)

# Kept together by room: the page groups them in this order.
_AKHIR = next(n for n, satu in enumerate(_INTI) if satu.ruang == "keberatan")
DAFTAR = (
    *_INTI[:_AKHIR],
    *DAFTAR_PUTARAN,
    *DAFTAR_BERKELANJUTAN,
    *DAFTAR_PUBLIK,
    *DAFTAR_EVALUASI,
    *_INTI[_AKHIR:],
    *DAFTAR_KALIBRASI,
    *DAFTAR_DASBOR,
    *DAFTAR_BIMTEK,
    *DAFTAR_DIALOG,
    *DAFTAR_TINDAKAN,
    *DAFTAR_PENGHARGAAN,
    *DAFTAR_TALENTA,
    *DAFTAR_PENGEMBANGAN,
    *DAFTAR_NOTIFIKASI,
)
