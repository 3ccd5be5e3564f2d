"""Words, tones and rows of the pages about one person's development."""

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.models import RiwayatStatus
from tera.core.sebutan import sebutan_aksi, sebutan_peran, sebutan_pilihan
from tera.core.workflow import aksi_tersedia
from tera.organisasi.models import Pegawai
from tera.regulasi.pengembangan import JENIS_BELAJAR
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    Pendampingan,
    PesertaPelatihan,
    PorsiBelajar,
    RencanaPengembangan,
)
from tera.tindak_lanjut.permissions.pengembangan import DEKAT
from tera.tindak_lanjut.selectors.pengembangan.jp import RekeningJP, jp_banyak, rekening_jp
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import bisa_dilaporkan, tempat_kegiatan
from tera.tindak_lanjut.selectors.pengembangan.peta import Peta, Temuan
from tera.tindak_lanjut.selectors.pengembangan.rencana import tahun_berencana
from tera.tindak_lanjut.selectors.pengembangan.ukur import Diukur, ukur
from tera.tindak_lanjut.selectors.pengembangan.usul import pasangan_kegiatan
from tera.tindak_lanjut.views.pengembangan.alat import NADA

S = RencanaPengembangan.Status
#: So many strengths stand open; the rest behind a line.
TAMPIL = 8
#: Steps of the strip, in order.
TAHAP = (S.DRAF, S.DIAJUKAN, S.DISETUJUI, S.DITUTUP)


def tahun_dipilih(request: HttpRequest, pada: dt.date) -> int:
    """The year asked for, this year otherwise."""
    kata = request.GET.get("tahun", "")
    return int(kata) if kata.isdecimal() and 2000 <= int(kata) <= pada.year + 1 else pada.year


def nama_jenis(kata: str, pada: dt.date) -> str:
    """The name BKN gives a kind of learning."""
    return next((s.nama for s in JENIS_BELAJAR.pada(pada).nilai if s.kata == kata), kata)


def konteks_orang(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    rencana: RencanaPengembangan | None,
    tahun: int,
    aksi: set[str],
    boleh_usul: bool,
) -> dict[str, Any]:
    """What the page of one person's plan shows."""
    pada = aktor.hari_ini
    rekening = rekening_jp(pegawai=pegawai, tahun=tahun, pada=pada)
    kegiatan = list(rencana.daftar_kegiatan.all()) if rencana else []
    milik = aktor.pegawai_id == pegawai.pk
    return {
        "pegawai": pegawai,
        "milik": milik,
        "boleh_usul": boleh_usul,
        "tahun": tahun,
        "daftar_tahun": [t for t in tahun_berencana(pegawai_id=pegawai.pk) if t != tahun],
        "rencana": rencana,
        "status": sebutan_pilihan(rencana, "status") if rencana else "",
        "nada_status": NADA[rencana.status] if rencana else "netral",
        "langkah": strip(rencana) if rencana else [],
        "aksi": aksi,
        "boleh_tambah": milik
        and tahun == pada.year
        and (rencana is None or rencana.status not in {S.DIAJUKAN, S.DITUTUP}),
        "daftar": [baris_kegiatan(satu, pada) for satu in kegiatan],
        "porsi": porsi(kegiatan),
        "rekening": rekening,
        "keterangan_jp": keterangan_jp(rekening),
        "nada_jp": nada_jp(rekening),
    }


def strip(rencana: RencanaPengembangan) -> list[dict[str, str]]:
    """Where the plan stands and who acts now."""
    kata = {
        S.DRAF: (_("Disusun"), _("oleh pegawai")),
        S.DIAJUKAN: (_("Diajukan"), _("menunggu penilai")),
        S.DISETUJUI: (_("Disetujui"), _("kegiatan berjalan")),
        S.DITUTUP: (_("Ditutup"), _("akhir tahun")),
    }
    status = S(rencana.status)
    letak = 0 if status == S.DIKEMBALIKAN else TAHAP.index(status)
    return [
        {
            "label": kata[satu][0],
            "keterangan": kata[satu][1],
            "status": "selesai"
            if i < letak
            else ("ditolak" if status == S.DIKEMBALIKAN else "kini")
            if i == letak
            else "nanti",
        }
        for i, satu in enumerate(TAHAP)
    ]


def baris_kegiatan(satu: KegiatanPengembangan, pada: dt.date) -> dict[str, Any]:
    """One row of the plan."""
    terbuka = satu.status in {"direncanakan", "berjalan"}
    lewat = terbuka and satu.target_pada < pada
    return {
        "pk": satu.pk,
        "kegiatan": satu.kegiatan,
        "kesenjangan": satu.uraian_kesenjangan,
        "kelompok": sebutan_pilihan(satu, "kesenjangan"),
        "jenis": nama_jenis(satu.jenis, pada),
        "porsi": sebutan_pilihan(satu, "porsi"),
        "jp": satu.jp_diperoleh if satu.status == "diverifikasi" else satu.jp,
        "target": satu.target_pada,
        "lewat": lewat,
        "pembimbing": satu.pembimbing.nama_lengkap if satu.pembimbing else "",
        "status": sebutan_pilihan(satu, "status"),
        "nada": "bahaya" if lewat else NADA[satu.status],
        "menunggu_setuju": satu.disetujui_pada is None and terbuka,
    }


def porsi(daftar: list[KegiatanPengembangan]) -> list[tuple[str, int]]:
    """How many live rows each way of learning has: a picture beside the 70-20-10 guide."""
    hidup = [satu.porsi for satu in daftar if satu.status != "dibatalkan"]
    return [(str(label), hidup.count(kata)) for kata, label in PorsiBelajar.choices if hidup]


def keterangan_jp(rekening: RekeningJP) -> str:
    """One sentence that says how the year of learning stands."""
    hasil = rekening.hasil
    if hasil is None:
        return _("Tidak ada jumlah JP yang diwajibkan bagi status kepegawaian ini.")
    if hasil.wajib is None:
        isi = {"n": rekening.jumlah, "maks": rekening.maks}
        if rekening.lewat_maks:
            return _("%(n)s JP; yang dihitung paling banyak %(maks)s JP setahun.") % isi
        return _("%(n)s JP. Bagi PPPK paling banyak %(maks)s JP setahun yang dihitung.") % isi
    if hasil.terpenuhi:
        return _("Terpenuhi: %(n)s dari %(wajib)s JP.") % {
            "n": rekening.jumlah, "wajib": hasil.wajib,
        }  # fmt: skip
    return _("Belum terpenuhi: %(n)s dari %(wajib)s JP, kurang %(kurang)s.") % {
        "n": rekening.jumlah, "wajib": hasil.wajib, "kurang": hasil.kurang,
    }  # fmt: skip


def nada_jp(rekening: RekeningJP) -> str:
    """The tone of the account."""
    if rekening.hasil is None or rekening.hasil.terpenuhi is None:
        return "info"
    return "sukses" if rekening.hasil.terpenuhi else "peringatan"


def baris_tim(daftar: list[Any], tahun: int) -> list[dict[str, Any]]:
    """One row per person the aktor rates: two queries for the JP of all."""
    jp = jp_banyak(daftar_id=[orang.pk for orang, _rencana in daftar], tahun=tahun)
    return [
        {
            "pegawai": orang,
            "rencana": rencana,
            "status": sebutan_pilihan(rencana, "status") if rencana else _("Belum menyusun"),
            "nada": NADA[rencana.status] if rencana else "netral",
            "kegiatan": rencana.n_kegiatan if rencana else 0,
            "selesai": rencana.n_selesai if rencana else 0,
            "menunggu": rencana.n_menunggu if rencana else 0,
            "jp": jp.get(orang.pk, 0),
            "perlu_saya": bool(rencana and (rencana.status == S.DIAJUKAN or rencana.n_menunggu)),
        }
        for orang, rencana in daftar
    ]


def konteks_peta(*, aktor: Aktor, pegawai: Pegawai, peta: Peta) -> dict[str, Any]:
    """What the map shows: gaps with a way to plan them, strengths with their evidence."""
    milik = aktor.pegawai_id == pegawai.pk
    sudah = set(
        KegiatanPengembangan.objects.filter(rencana__pegawai=pegawai)
        .exclude(rujukan="")
        .values_list("rujukan", flat=True)
    )
    return {
        "pegawai": pegawai,
        "milik": milik,
        "kesenjangan": [baris_temuan(satu, milik, sudah) for satu in peta.kesenjangan],
        "catatan": [baris_temuan(satu, milik, sudah) for satu in peta.catatan],
        "kekuatan": [baris_temuan(satu, False, sudah) for satu in peta.kekuatan[:TAMPIL]],
        "kekuatan_lain": [baris_temuan(satu, False, sudah) for satu in peta.kekuatan[TAMPIL:]],
    }


def baris_temuan(satu: Temuan, milik: bool, sudah: set[str]) -> dict[str, Any]:
    """One finding with its source in words and, for a gap of one's own, the way to plan it."""
    terencana = satu.kunci in sudah
    return {
        "isi": satu,
        "asal": str(KegiatanPengembangan.Asal(satu.asal).label),
        "terencana": terencana,
        "url_rencana": f"{alamat_rute('tindak_lanjut:pengembangan_kegiatan_baru')}"
        f"?temuan={satu.kunci}"
        if milik and not terencana
        else "",
    }


def konteks_kegiatan(
    *,
    aktor: Aktor,
    satu: KegiatanPengembangan,
    peran: frozenset[str],
    daftar: list[RiwayatStatus],
) -> dict[str, Any]:
    """What the page of one row shows; a mentor reads the row, not the plan or the result."""
    pada = aktor.hari_ini
    dekat = bool(peran & DEKAT) or aktor.mode_petugas is not None
    aksi = {
        langkah.aksi
        for langkah in aksi_tersedia(
            jenis="kegiatan_pengembangan", status=satu.status, daftar_peran=peran
        )
    }
    rencana = satu.rencana
    milik = aktor.pegawai_id == rencana.pegawai_id
    disetujui = satu.disetujui_pada is not None
    pasangan = pasangan_kegiatan(kegiatan=satu)
    tempat = tempat_kegiatan(kegiatan=satu)
    if tempat is not None:
        tempat.kegiatan = satu
    ikut = pasangan is not None and aktor.pegawai_id in {rencana.pegawai_id, pasangan.pembimbing_id}
    jalan = satu.status in {"direncanakan", "berjalan"} and rencana.status != S.DITUTUP
    lewat_pelatihan = tempat is not None and bisa_dilaporkan(peserta=tempat)
    bukti = []
    if satu.berkas:
        bukti.append(
            {
                "nama": satu.berkas.nama,
                "jenis": "berkas",
                "url": alamat_rute("tindak_lanjut:pengembangan_berkas", satu.pk),
            }
        )
    if satu.tautan:
        bukti.append({"nama": satu.tautan, "jenis": "tautan", "url": satu.tautan})
    return {
        "satu": satu,
        "baris": baris_kegiatan(satu, pada),
        "pegawai": rencana.pegawai,
        "milik": milik,
        "nada_status": NADA[satu.status],
        "asal": sebutan_pilihan(satu, "asal"),
        "data": [
            (_("Yang diperkuat"), satu.uraian_kesenjangan),
            (_("Kelompok"), sebutan_pilihan(satu, "kesenjangan")),
            (_("Berasal dari"), sebutan_pilihan(satu, "asal")),
            *([(_("Supaya membaik"), satu.sasaran_teks)] if satu.sasaran_teks else []),
            (_("Jenis"), nama_jenis(satu.jenis, pada)),
            (_("Cara belajar"), sebutan_pilihan(satu, "porsi")),
            (_("JP direncanakan"), satu.jp),
            (_("Selesai paling lambat"), tulis_tanggal(satu.target_pada)),
            (_("Pembimbing"), _pembimbing(satu, pasangan)),
        ],
        "ukuran": ukur(daftar=[Diukur.kegiatan(satu)])[satu.pk]
        if dekat and satu.status in {"selesai", "diverifikasi"}
        else None,
        "url_orang": alamat_rute("tindak_lanjut:pengembangan_orang", rencana.pegawai_id)
        if dekat
        else alamat_rute("tindak_lanjut:pengembangan_saya"),
        "url_asal": alamat_rute("evaluasi:rincian", satu.evaluasi_id)
        if satu.evaluasi_id and dekat
        else "",
        "url_pasangan": alamat_rute("tindak_lanjut:pendampingan", pasangan.pk)
        if pasangan and (ikut or "penilai" in peran)
        else "",
        "url_pembimbing": f"{alamat_rute('tindak_lanjut:pendampingan_baru', rencana.pegawai_id)}"
        f"?kegiatan={satu.pk}"
        if milik and disetujui and jalan and satu.pembimbing_id is None
        else "",
        "bukti": bukti,
        "boleh_ubah": milik and not disetujui and rencana.status in {S.DRAF, S.DIKEMBALIKAN},
        "boleh_mulai": "mulai" in aksi
        and disetujui
        and rencana.status != S.DITUTUP
        and not lewat_pelatihan,
        "boleh_selesai": "selesaikan" in aksi or (milik and lewat_pelatihan),
        "pelatihan": _pelatihan(tempat, milik=milik, terbuka=lewat_pelatihan) if tempat else None,
        "boleh_verifikasi": "verifikasi" in aksi,
        "boleh_batal": "batalkan" in aksi and disetujui and rencana.status != S.DITUTUP,
        "menunggu_setuju": not disetujui and satu.status == "direncanakan",
        "riwayat": daftar_riwayat(daftar, aktor.zona),
    }


def _pelatihan(tempat: PesertaPelatihan, *, milik: bool, terbuka: bool) -> dict[str, Any]:
    """The training that answers the row, and what is still missing of it."""
    kurang = (
        milik and tempat.status == PesertaPelatihan.Status.LULUS and tempat.sertifikat_id is None
    )
    return {
        "judul": tempat.sesi.pelatihan.judul,
        "url": alamat_rute("tindak_lanjut:pelatihan", tempat.sesi.pelatihan_id),
        "mulai": tempat.sesi.mulai,
        "selesai": tempat.sesi.selesai,
        "status": sebutan_pilihan(tempat, "status"),
        "nada": NADA[tempat.status],
        "terbuka": terbuka,
        "url_unggah": alamat_rute("tindak_lanjut:sertifikat", tempat.pk)
        if kurang and milik
        else "",
        "url_unduh": alamat_rute("tindak_lanjut:sertifikat_unduh", tempat.pk)
        if tempat.sertifikat_id
        else "",
    }


def _pembimbing(satu: KegiatanPengembangan, pasangan: Pendampingan | None) -> str:
    """The mentor of a row, with where the consent stands."""
    if satu.pembimbing is None:
        if pasangan is None:
            return "–"
        return f"– ({pasangan.pembimbing.nama_lengkap}: {sebutan_pilihan(pasangan, 'status')})"
    if pasangan is not None and pasangan.pembimbing_id == satu.pembimbing_id:
        status = sebutan_pilihan(pasangan, "status")
    elif satu.disetujui_pada is None:
        status = _("diminta sesudah rencana disetujui")
    else:
        return satu.pembimbing.nama_lengkap
    return f"{satu.pembimbing.nama_lengkap} ({status.lower()})"


def daftar_riwayat(daftar: list[RiwayatStatus], zona: str) -> list[dict[str, Any]]:
    """Steps taken, oldest first, as the timeline shows them."""
    return [
        {
            "judul": sebutan_aksi(satu.aksi).capitalize(),
            "waktu": tulis_waktu(satu.terjadi_at, zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            "catatan": satu.alasan,
        }
        for satu in daftar
    ]
