"""Invented people and documents for the tests and the measurement of the documents."""

from __future__ import annotations

from datetime import date

from tera.dokumen import model as m
from tera.dokumen.model_tindakan import BagianFormulir, BarisFormulir, TandaFormulir

PERILAKU: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (
        "Berorientasi Pelayanan",
        (
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ),
    ),
    (
        "Akuntabel",
        (
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan "
            "berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan "
            "efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ),
    ),
    (
        "Kompeten",
        (
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ),
    ),
    (
        "Harmonis",
        (
            "Menghargai setiap orang apapun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ),
    ),
    (
        "Loyal",
        (
            "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia "
            "Tahun 1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang "
            "sah",
            "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
            "Menjaga rahasia jabatan dan negara",
        ),
    ),
    (
        "Adaptif",
        (
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ),
    ),
    (
        "Kolaboratif",
        (
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
        ),
    ),
)

INSTANSI = "Pemerintah Kabupaten Tirta Kencana"
ANDI = m.Identitas(
    nama="Andi Prasetyo Wibowo, S.T.",
    nip="199203142019031007",
    pangkat="Penata Muda Tk. I / III/b",
    jabatan="Analis Kebijakan Ahli Pertama",
    unit_kerja="Bidang Pelayanan Administrasi, Dinas Kependudukan dan Pencatatan Sipil",
)
BUDI = m.Identitas(
    nama="Dr. Ir. R. Ng. Budi Hartono Kusumaningrat Wiryodiningrat, M.Si., M.P.A.",
    nip="197511052001121003",
    pangkat="Pembina / IV/a",
    jabatan="Kepala Bidang Pelayanan Administrasi Kependudukan dan Pemanfaatan Data",
    unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
)
KEPALA_DINAS = m.Identitas(
    nama="Dra. Sulastri Manurung, M.M.",
    nip="197001121995032002",
    pangkat="Pembina Utama Muda / IV/c",
    jabatan="Kepala Dinas Kependudukan dan Pencatatan Sipil",
    unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
)
BUPATI = m.Identitas(nama="H. Rahmat Siregar", jabatan="Bupati Tirta Kencana", instansi=INSTANSI)
VERIFIKASI = m.Verifikasi(
    nomor="SKP-2026-000123-v2", url="https://kinerja.tirtakencana.example/periksa/7KQ2M9XD"
)


def perilaku(*, isi: bool = True) -> tuple[m.BarisPerilaku, ...]:
    """The seven rows; with `isi` some carry expectations and feedback, one stays empty."""
    umpan = (m.UmpanBalik(pemberi="Pimpinan", teks="Keluhan warga ditanggapi hari itu juga."),)
    return tuple(
        m.BarisPerilaku(
            nilai=nilai,
            panduan=panduan,
            ekspektasi_khusus=(
                "Menjawab pertanyaan warga paling lambat satu hari kerja dan mencatat sebabnya "
                "bila terlambat."
                if isi and urut % 3 != 1
                else ""
            ),
            umpan_balik=umpan if isi and urut % 2 == 0 else (),
        )
        for urut, (nilai, panduan) in enumerate(PERILAKU)
    )


def baris(tanda: str = "") -> m.BarisHasilKerja:
    """One rencana hasil kerja with three aspects, realisasi and feedback."""
    return m.BarisHasilKerja(
        rhk_pimpinan="Meningkatnya kepemilikan dokumen kependudukan bagi penduduk rentan",
        rencana_hasil_kerja="Tersusunnya rekomendasi penyederhanaan alur penerbitan akta "
        f"kelahiran bagi penduduk di wilayah kepulauan {tanda}".strip(),
        perspektif="Penerima Layanan",
        daftar_indikator=(
            m.Indikator(
                aspek="Kuantitas",
                teks="Jumlah rekomendasi yang disetujui Kepala Dinas",
                target="4 dokumen",
                realisasi="3 dokumen disetujui, 1 dalam pembahasan (nota dinas 12/2026)",
            ),
            m.Indikator(
                aspek="Kualitas",
                teks="Persentase rekomendasi yang diterapkan tanpa perbaikan besar",
                target="90 %",
                realisasi="100 % dari tiga rekomendasi",
            ),
            m.Indikator(
                aspek="Waktu",
                teks="Ketepatan waktu penyampaian terhadap jadwal triwulan",
                target="Paling lambat tanggal 10",
                realisasi="Rata-rata tanggal 8",
            ),
        ),
        umpan_balik=(
            m.UmpanBalik(pemberi="Pimpinan", teks="Alur baru mudah dipahami petugas kecamatan."),
            m.UmpanBalik(pemberi="Ketua tim", teks="Libatkan operator desa lebih awal."),
        ),
    )


LAMPIRAN = m.Lampiran(
    dukungan_sumber_daya=(
        "Akses ke pangkalan data kependudukan dan jaringan di dua kecamatan kepulauan",
        "Dua petugas lapangan pada triwulan II dan III",
    ),
    skema_pertanggungjawaban=("Laporan kemajuan setiap akhir bulan kepada Kepala Bidang",),
    konsekuensi=(
        "Bila target tercapai: diusulkan mengikuti pelatihan analisis kebijakan",
        "Bila target tidak tercapai: bimbingan kinerja setiap dua minggu",
    ),
)


def skp(
    *,
    keluarga: m.Keluarga = m.Keluarga.JA_JF,
    pendekatan: m.Pendekatan = m.Pendekatan.KUANTITATIF,
    jumlah: int = 4,
    tanda: str = "",
    pegawai: m.Identitas = ANDI,
) -> m.DokumenSKP:
    """A filled SKP with `jumlah` rows of hasil kerja utama and one tambahan."""
    jpt = keluarga is m.Keluarga.JPT_MANDIRI
    return m.DokumenSKP(
        keluarga=keluarga,
        pendekatan=pendekatan,
        nama_instansi=INSTANSI,
        periode_mulai=date(2026, 1, 1),
        periode_selesai=date(2026, 12, 31),
        pegawai=KEPALA_DINAS if jpt else pegawai,
        penilai=BUPATI if jpt else BUDI,
        utama=tuple(baris(f"{tanda}{urut + 1}") for urut in range(jumlah)),
        tambahan=(
            m.BarisHasilKerja(
                rencana_hasil_kerja="Terselenggaranya bakti sosial hari jadi kabupaten",
                penugasan_dari="Sekretaris Daerah",
                rhk_pimpinan="",
                perspektif="Penguatan Internal",
                daftar_indikator=(
                    m.Indikator(aspek="Waktu", teks="Kegiatan selesai sesuai jadwal", target="Mei"),
                ),
            ),
        ),
        perilaku=perilaku(),
        lampiran=LAMPIRAN,
        tanda_pegawai=m.Persetujuan(
            tempat="Tirta Kencana",
            tanggal=date(2026, 1, 14),
            keterangan="Diajukan secara elektronik, 14 Januari 2026 pukul 09.41 WIB",
        ),
        tanda_penilai=m.Persetujuan(
            tempat="Tirta Kencana",
            tanggal=date(2026, 1, 19),
            keterangan="Ditetapkan secara elektronik, 19 Januari 2026 pukul 14.05 WIB",
        ),
        versi=2,
        status="Ditetapkan",
        verifikasi=VERIFIKASI,
    )


def evaluasi(
    *,
    keluarga: m.Keluarga = m.Keluarga.JA_JF,
    pendekatan: m.Pendekatan = m.Pendekatan.KUANTITATIF,
    jumlah: int = 4,
    tanda: str = "",
) -> m.DokumenEvaluasi:
    """A filled evaluation of the SKP above."""
    rencana = skp(keluarga=keluarga, pendekatan=pendekatan, jumlah=jumlah, tanda=tanda)
    return m.DokumenEvaluasi(
        keluarga=keluarga,
        pendekatan=pendekatan,
        nama_instansi=INSTANSI,
        periode="Triwulan II",
        periode_mulai=date(2026, 4, 1),
        periode_selesai=date(2026, 6, 30),
        pegawai=rencana.pegawai,
        penilai=rencana.penilai,
        utama=rencana.utama,
        tambahan=rencana.tambahan,
        perilaku=rencana.perilaku,
        capaian_organisasi=m.CapaianOrganisasi.BAIK,
        rating_hasil_kerja=m.Rating.SESUAI,
        rating_perilaku_kerja=m.Rating.DI_ATAS,
        predikat=m.Predikat.BAIK,
        tanda_penilai=m.Persetujuan(tempat="Tirta Kencana", tanggal=date(2026, 7, 6)),
        status="Ditetapkan",
        verifikasi=VERIFIKASI,
    )


def sampul(*, tanda: str = "") -> m.SampulEvaluasi:
    """A filled Dokumen Evaluasi Kinerja Pegawai."""
    return m.SampulEvaluasi(
        nama_instansi=INSTANSI,
        periode="Triwulan II",
        periode_mulai=date(2026, 4, 1),
        periode_selesai=date(2026, 6, 30),
        pegawai=ANDI,
        penilai=BUDI,
        atasan_penilai=KEPALA_DINAS,
        capaian_organisasi=m.CapaianOrganisasi.BAIK,
        predikat=m.Predikat.BAIK,
        catatan_rekomendasi="Diusulkan mengikuti pelatihan analisis kebijakan tingkat lanjut. "
        + tanda,
        tanda_penilai=m.Persetujuan(tempat="Tirta Kencana", tanggal=date(2026, 7, 6)),
        tanda_pegawai=m.Persetujuan(tempat="Tirta Kencana", tanggal=date(2026, 7, 8)),
        status="Disampaikan",
        verifikasi=VERIFIKASI,
    )


def matriks(*, kolom: int = 4, orang: int = 6, tanda: str = "") -> m.MatriksPeranHasil:
    """A matrix with some empty cells."""
    return m.MatriksPeranHasil(
        nama_instansi=INSTANSI,
        unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
        periode_mulai=date(2026, 1, 1),
        periode_selesai=date(2026, 12, 31),
        pimpinan=KEPALA_DINAS,
        kolom=tuple(
            f"Meningkatnya kepemilikan dokumen kependudukan bagi penduduk rentan {k + 1}"
            for k in range(kolom)
        ),
        baris=tuple(
            m.BarisMatriks(
                nama=f"Pegawai Rekaan {o + 1}",
                jabatan="Penata Layanan Operasional",
                peran="Ketua tim" if o % 3 == 0 else "",
                sel=tuple(
                    f"Tersedianya data penduduk rentan yang mutakhir per desa {o + 1}.{k + 1} "
                    f"{tanda}"
                    if (o + k) % 3
                    else ""
                    for k in range(kolom)
                ),
            )
            for o in range(orang)
        ),
        status="Ditetapkan",
    )


def rekap() -> m.RekapUnit:
    """The recap of a unit with two people."""
    return m.RekapUnit(
        nama_instansi=INSTANSI,
        unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
        periode="Triwulan II",
        periode_mulai=date(2026, 4, 1),
        periode_selesai=date(2026, 6, 30),
        daftar_capaian=("Dinas Kependudukan dan Pencatatan Sipil: Baik",),
        baris=tuple(
            m.BarisRekap(
                nama=orang.nama,
                nip=orang.nip,
                jabatan=orang.jabatan,
                rating_hasil_kerja="Sesuai Ekspektasi",
                rating_perilaku_kerja="Di Atas Ekspektasi",
                predikat="Baik",
                status="Ditetapkan",
            )
            for orang in (ANDI, BUDI)
        ),
        jumlah=(
            ("Sangat Baik", 0),
            ("Baik", 2),
            ("Butuh Perbaikan", 0),
            ("Kurang", 0),
            ("Sangat Kurang", 0),
        ),
    )


def surat(*, orang: int = 2) -> m.SuratAktivasi:
    """Activation letters of one unit."""
    return m.SuratAktivasi(
        nama_instansi=INSTANSI,
        unit_kerja="Puskesmas Muara Jernih",
        alamat_web="https://kinerja.tirtakencana.example/aktivasi",
        daftar_akun=tuple(
            m.AkunBaru(
                nama=f"Siti Rekaan {urut + 1}, A.Md.Keb.",
                unit_kerja="Puskesmas Muara Jernih",
                nama_akun=f"siti.rekaan{urut + 1}",
                kode=f"7KQ2M9XDTR{urut:02d}",
                berlaku_sampai=date(2026, 2, 2),
            )
            for urut in range(orang)
        ),
        langkah=(
            "Buka alamat di bawah ini dengan telepon atau komputer, atau pindai kode QR.",
            "Ketik nama akun dan kode sekali pakai. Besar kecil huruf tidak dibedakan.",
            "Buat kata sandi sendiri, paling sedikit 12 huruf, lalu pilih cara masuk kedua.",
            "Periksa data Anda. Bila ada yang keliru, tekan “Data saya salah”.",
        ),
        cara_atur_ulang="Datang sendiri ke pengelola kinerja unit dengan kartu pegawai atau KTP. "
        "Kode baru dicetak di tempat dan dicatat; kode lama langsung tidak berlaku.",
        kontak="Pengelola kinerja BKPSDM, ruang 2.04, telepon (0000) 555 010",
        tanggal=date(2026, 1, 19),
    )


def tindakan() -> m.FormulirTindakan:
    """The counsellor's form."""
    return m.FormulirTindakan(
        judul="Format Pelaksanaan Konseling Kinerja",
        nama_instansi=INSTANSI,
        unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
        keterangan="Rekomendasi bukan keputusan.",
        baris=(BarisFormulir(label="Nama pegawai", isi="Ratna Dewi"),),
        daftar_bagian=(
            BagianFormulir(judul="1. Masalah kinerja", isi="Pekerjaan menumpuk."),
            BagianFormulir(judul="2. Penyebab", isi=""),
        ),
        tempat="Tirta Kencana",
        tanggal=date(2026, 1, 19),
        tanda=(TandaFormulir(jabatan="Konselor", nama="Ratna Dewi", nomor=""),),
        rahasia=True,
    )


def poster() -> m.PosterLayanan:
    """The poster of a service point."""
    return m.PosterLayanan(
        nama_instansi=INSTANSI,
        unit_kerja="Dinas Kependudukan dan Pencatatan Sipil",
        titik="Loket Akta Kelahiran dan Kartu Identitas Anak",
        jenis_layanan="Pencatatan kelahiran",
        alamat_web="https://kinerja.tirtakencana.example/umpan-balik/l/k7m2q9xd/?k=qr",
        alamat_ketik="kinerja.tirtakencana.example/umpan-balik/l/k7m2q9xd/",
        langkah=(
            "Buka kamera telepon, arahkan ke kode di atas, lalu ketuk tautannya.",
            "Jawab sembilan pertanyaan. Kurang dari semenit.",
        ),
        janji="Tanpa akun dan tanpa nama.",
        ajakan="Pindai, lalu nilai pelayanan kami",
        ajakan_inggris="Scan to rate our service.",
    )


def handout() -> m.Handout:
    """A two-page guide."""
    bagian = tuple(
        m.BagianHandout(
            judul=judul,
            pengantar="Kerjakan urut dari atas. Semua isian tersimpan sendiri, juga tanpa sinyal.",
            langkah=(
                "Buka Beranda, lalu pilih tugas paling atas di “Yang perlu Anda lakukan”.",
                "Baca rencana hasil kerja pimpinan dan pilih yang Anda dukung.",
                "Tulis hasil, bukan kegiatan: apa yang ada atau berubah sesudah Anda bekerja.",
                "Isi indikator, target, dan satuannya; bandingkan dengan tahun lalu.",
                "Tekan Ajukan ke atasan, lalu simpan tanda terimanya.",
            ),
            catatan="Terlambat tetap bisa diajukan. Tanggal yang sebenarnya dicatat." if n else "",
        )
        for n, judul in enumerate(
            (
                "Menyusun SKP",
                "Dialog kinerja",
                "Mencatat kemajuan",
                "Bukti dukung",
                "Umpan balik",
                "Hasil evaluasi",
                "Mengajukan keberatan",
                "Bila ada yang salah",
            )
        )
    )
    return m.Handout(
        judul="Satu tahun kinerja dalam dua halaman",
        peran="Panduan untuk pegawai",
        ringkasan="Apa yang perlu Anda lakukan, kapan, dan ke mana bertanya.",
        bagian=bagian,
        alamat_web="https://kinerja.tirtakencana.example",
        kontak="Pengelola kinerja unit Anda",
        nama_instansi=INSTANSI,
    )


def formulir(
    bentuk: m.BentukFormulir,
    keluarga: m.Keluarga = m.Keluarga.JA_JF,
    pendekatan: m.Pendekatan = m.Pendekatan.KUANTITATIF,
    tahun: int | None = None,
) -> m.FormulirKosong:
    """A blank form with the seven values."""
    return m.FormulirKosong(
        bentuk=bentuk,
        keluarga=keluarga,
        pendekatan=pendekatan,
        tahun=tahun,
        perilaku=perilaku(isi=False),
    )
