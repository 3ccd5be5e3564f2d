"""Words, tones and rows of proposals and pairs."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.sebutan import sebutan_pilihan
from tera.core.workflow import aksi_tersedia, riwayat
from tera.organisasi import kebijakan
from tera.organisasi.models import JenisJabatan, Pegawai
from tera.organisasi.selectors import penugasan_utama
from tera.tindak_lanjut.models import (
    Nominasi,
    Pendampingan,
    SesiPelatihan,
    TemuPendampingan,
    UsulTugas,
)
from tera.tindak_lanjut.permissions.pengembangan import DEKAT
from tera.tindak_lanjut.selectors.giliran import giliran_nominasi, giliran_tugas
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import sesi_terlihat
from tera.tindak_lanjut.selectors.pengembangan.usul import bukti_orang, kunci_bukti
from tera.tindak_lanjut.tampilan_giliran import menunggu_giliran
from tera.tindak_lanjut.views.pengembangan.alat import NADA
from tera.tindak_lanjut.views.pengembangan.tampilan import daftar_riwayat
from tera.tindak_lanjut.views.pengembangan.tampilan_pelatihan import nama_program

_RUTE_BUKTI = {
    "hasil": "evaluasi:rincian",
    "capaian": "pelaksanaan:capaian",
    "kegiatan": "tindak_lanjut:pengembangan_kegiatan",
}


def pilihan_sesi(aktor: Aktor, pada: dt.date) -> list[tuple[int, str]]:
    """The sessions still to come, as choices."""
    return [
        (satu.pk, f"{satu.pelatihan.judul}, {tulis_tanggal(satu.mulai)}")
        for satu in sesi_terlihat(aktor=aktor)
        .filter(status=SesiPelatihan.Status.DIBUKA, selesai__gte=pada)
        .order_by("mulai", "pk")[:200]
    ]


def pilihan_bukti(pegawai: Pegawai, pada: dt.date) -> list[tuple[str, str]]:
    """What a proposal can stand on today, as choices by key."""
    bentuk = {
        "hasil": "%(teks)s",
        "capaian": _("Capaian %(pada)s: %(teks)s"),
        "kegiatan": _("Kegiatan: %(teks)s"),
    }
    return [
        (
            kunci_bukti(satu),
            bentuk[satu["jenis"]]
            % {"teks": satu["teks"], "pada": tulis_tanggal(dt.date.fromisoformat(satu["pada"]))},
        )
        for satu in bukti_orang(pegawai=pegawai, pada=pada)
    ]


def untuk_apa(satu: Nominasi, pada: dt.date) -> str:
    """What somebody is named for, in words."""
    if satu.sesi is not None:
        return f"{satu.sesi.pelatihan.judul}, {tulis_tanggal(satu.sesi.mulai)}"
    if satu.program:
        return nama_program(satu.program, pada)
    return satu.uraian


def baris_usul(satu: Nominasi | UsulTugas, rute: str, pada: dt.date) -> dict[str, Any]:
    """One row of the list of proposals."""
    return {
        "nama": satu.pegawai.nama_lengkap,
        "judul": satu.judul if isinstance(satu, UsulTugas) else untuk_apa(satu, pada),
        "jenis": sebutan_pilihan(satu, "jenis"),
        "pada": satu.diusulkan_pada,
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[satu.status],
        "url": alamat_rute(f"tindak_lanjut:{rute}", satu.pk),
    }


def konteks_nominasi(aktor: Aktor, satu: Nominasi, peran: frozenset[str]) -> dict[str, Any]:
    """What the page of one nomination shows."""
    pada = aktor.hari_ini
    data = [(_("Untuk"), untuk_apa(satu, pada))]
    return _konteks(aktor, satu, peran, "nominasi", data) | {
        "catatan_jabatan": _beda_jabatan(satu, pada),
        "menunggu": menunggu_giliran(
            giliran_nominasi(nominasi=satu, pada=pada), _("Menunggu putusan %(siapa)s.")
        )
        if satu.status == Nominasi.Status.DIUSULKAN
        else "",
    }


def konteks_tugas(aktor: Aktor, satu: UsulTugas, peran: frozenset[str]) -> dict[str, Any]:
    """What the page of one proposal of challenging work shows."""
    data = [
        (_("Tugas"), satu.judul),
        (_("Masa"), f"{tulis_tanggal(satu.mulai)} – {tulis_tanggal(satu.selesai)}"),
    ]
    isi = _konteks(aktor, satu, peran, "usul_tugas", data)
    if satu.status == UsulTugas.Status.DIUSULKAN:
        giliran = giliran_tugas(usul=satu, pada=aktor.hari_ini)
        isi["menunggu"] = menunggu_giliran(giliran, _("Menunggu putusan %(siapa)s."))
    tercatat = ""
    if satu.tim is not None:
        tercatat = _("Tercatat sebagai ketua tim kerja “%(nama)s”.") % {"nama": satu.tim.nama}
    elif satu.penugasan_id:
        tercatat = _("Tercatat sebagai penugasan tugas tambahan.")
    return isi | {"tercatat": tercatat}


def _beda_jabatan(satu: Nominasi, pada: dt.date) -> str:
    """One sentence when the post differs from what the instansi expects of a programme."""
    if not satu.program or satu.program == "latsar":
        return ""
    harap = kebijakan.nilai(
        instansi_id=satu.instansi_id, kunci=f"pengembangan.jabatan_{satu.program}", pada=pada
    )
    tugas = penugasan_utama(pegawai_id=satu.pegawai_id, pada=pada)
    if harap == "semua" or tugas is None or tugas.jabatan.jenis == harap:
        return ""
    return _(
        "Menurut kebijakan instansi peserta program ini %(harap)s; orang ini %(kini)s. Padanannya "
        "belum terkonfirmasi dalam aturan, jadi pemutus yang menimbang."
    ) % {
        "harap": str(JenisJabatan(harap).label),
        "kini": str(JenisJabatan(tugas.jabatan.jenis).label),
    }


def _konteks(
    aktor: Aktor,
    satu: Nominasi | UsulTugas,
    peran: frozenset[str],
    jenis: str,
    data: list[tuple[str, Any]],
) -> dict[str, Any]:
    aksi = {
        langkah.aksi
        for langkah in aksi_tersedia(jenis=jenis, status=satu.status, daftar_peran=peran)
    }
    rute = f"tindak_lanjut:{jenis}"
    # Who decides reads what was attached; the papers behind it only whoever reads them anyway.
    buka = bool(peran & DEKAT) or aktor.mode_petugas is not None
    return {
        "satu": satu,
        "milik": aktor.pegawai_id == satu.pegawai_id,
        "jenis_usul": sebutan_pilihan(satu, "jenis"),
        "status": sebutan_pilihan(satu, "status"),
        "nada_status": NADA[satu.status],
        "data": [
            *data,
            (_("Diusulkan"), f"{satu.pengusul.nama_lengkap}, {tulis_tanggal(satu.diusulkan_pada)}"),
            (_("Unit"), satu.unit.nama),
        ],
        "bukti": [baris_bukti(butir, buka=buka) for butir in satu.bukti],
        "url_putus": alamat_rute(f"{rute}_putus", satu.pk) if "setujui" in aksi else "",
        "url_tarik": alamat_rute(f"{rute}_tarik", satu.pk) if "tarik" in aksi else "",
        "riwayat": daftar_riwayat(list(riwayat(jenis=jenis, objek_id=satu.pk)), aktor.zona),
    }


def baris_bukti(butir: dict[str, Any], *, buka: bool) -> dict[str, Any]:
    """One piece of evidence kept with a proposal; its paper for who may open it."""
    pk = butir.get("pk")
    return {
        "nama": butir["teks"],
        "jenis": "catatan",
        "keterangan": tulis_tanggal(dt.date.fromisoformat(butir["pada"])),
        "url": alamat_rute(_RUTE_BUKTI[butir["jenis"]], pk) if pk and buka else "",
    }


def baris_pasangan(satu: Pendampingan, saya: int | None) -> dict[str, Any]:
    """One row of the list of pairs."""
    membimbing = satu.pembimbing_id == saya
    return {
        "satu": satu,
        "nama": satu.pegawai.nama_lengkap if membimbing else satu.pembimbing.nama_lengkap,
        "peran": _("Anda membimbing")
        if membimbing
        else _("Anda dibimbing")
        if satu.pegawai_id == saya
        else _("Membimbing %(nama)s") % {"nama": satu.pegawai.nama_lengkap},
        "jenis": sebutan_pilihan(satu, "jenis"),
        "status": sebutan_pilihan(satu, "status"),
        "nada": NADA[satu.status],
    }


def konteks_pasangan(
    aktor: Aktor, satu: Pendampingan, aksi: set[str], temu: list[TemuPendampingan]
) -> dict[str, Any]:
    """What the page of one pair shows."""
    saya = aktor.pegawai_id
    ikut = saya in {satu.pegawai_id, satu.pembimbing_id}
    sudah = satu.pembimbing_setuju_pada if saya == satu.pembimbing_id else satu.pegawai_setuju_pada
    return {
        "satu": satu,
        "ikut": ikut,
        "status": sebutan_pilihan(satu, "status"),
        "nada_status": NADA[satu.status],
        "jenis": sebutan_pilihan(satu, "jenis"),
        "data": [
            (_("Pembimbing"), satu.pembimbing.nama_lengkap),
            (_("Yang dibimbing"), satu.pegawai.nama_lengkap),
            (_("Masa"), f"{tulis_tanggal(satu.mulai)} – {tulis_tanggal(satu.selesai)}"),
            (_("Diusulkan"), satu.pengusul.nama_lengkap),
            (_("Pembimbing menyetujui"), _pada(satu.pembimbing_setuju_pada)),
            (_("Yang dibimbing menyetujui"), _pada(satu.pegawai_setuju_pada)),
        ],
        "boleh_setuju": "sepakati" in aksi and sudah is None,
        "menunggu_lain": "sepakati" in aksi and sudah is not None,
        "boleh_tolak": "tolak" in aksi,
        "boleh_temu": "selesaikan" in aksi,
        "temu": [
            {
                "tanggal": t.pertemuan.tanggal,
                "status": sebutan_pilihan(t.pertemuan, "status"),
                "url": alamat_rute("dialog:pertemuan", t.pertemuan_id) if ikut else "",
            }
            for t in temu
        ],
        "riwayat": daftar_riwayat(
            list(riwayat(jenis="pendampingan", objek_id=satu.pk)), aktor.zona
        ),
    }


def _pada(hari: dt.date | None) -> str:
    return tulis_tanggal(hari) if hari else _("belum")
