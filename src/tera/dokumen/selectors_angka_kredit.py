"""From the ledger to the three forms of angka kredit: established ones from their frozen record."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tera.angka_kredit.models import KonversiPredikat, PenetapanAngkaKredit
from tera.angka_kredit.selectors.buku import baris_per_masa, susun_buku
from tera.angka_kredit.selectors.pak import baris_akumulasi, lembar_pak, pak_terlihat
from tera.angka_kredit.selectors.rekaman import Perekam
from tera.angka_kredit.selectors.terlihat import konversi_terlihat, masa_terlihat
from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.core.aktor import Aktor
from tera.dokumen.model import Identitas, Persetujuan
from tera.dokumen.model_angka_kredit import (
    AkumulasiAngkaKredit,
    BarisKonversi,
    BarisPenetapan,
    FormulirAngkaKredit,
    KonversiAngkaKredit,
    PenetapanCetak,
)
from tera.dokumen.models import CetakanDokumen
from tera.regulasi.kategori import Predikat

Jenis = CetakanDokumen.Jenis
#: Forms that are printed from what the penilai established.
JENIS_ANGKA_KREDIT = (Jenis.KONVERSI_AK, Jenis.AKUMULASI_AK, Jenis.PENETAPAN_AK)
_BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
          "Oktober", "November", "Desember")  # fmt: skip
_KELAMIN = {"laki_laki": "Laki-laki", "perempuan": "Perempuan"}
TEMBUSAN = (
    "Pimpinan Instansi Pengusul",
    "Pejabat Penilai Kinerja",
    "Pihak lain yang dianggap perlu",
)
SEMENTARA = "Sementara"


def susun_angka_kredit(
    *, aktor: Aktor, jenis: CetakanDokumen.Jenis, objek_id: int
) -> FormulirAngkaKredit | None:
    """Return a form the aktor may read, or None; only what was established has one."""
    if jenis == Jenis.KONVERSI_AK:
        konversi = konversi_terlihat(aktor=aktor).filter(pk=objek_id).first()
        return _konversi(konversi) if konversi is not None and konversi.rekaman else None
    pak = pak_terlihat(aktor=aktor).filter(pk=objek_id).first()
    if pak is None:
        return None
    return _penetapan(pak) if jenis == Jenis.PENETAPAN_AK else _akumulasi_pak(pak)


def akumulasi_sementara(
    *, aktor: Aktor, masa_id: int, pada: dt.date
) -> AkumulasiAngkaKredit | None:
    """Return the ledger as it stands today, marked as not established; None when unseen."""
    masa = masa_terlihat(aktor=aktor).filter(pk=masa_id).first()
    if masa is None:
        return None
    buku = susun_buku(masa, baris_per_masa([masa.pk])[masa.pk])
    rekaman = Perekam([masa.pegawai], penilai_id=None, pada=pada).rekaman(masa.pegawai, masa)
    return _akumulasi(
        rekaman, baris_akumulasi(buku), nomor="", mulai=masa.mulai, selesai=masa.selesai or pada,
        status=SEMENTARA, ditetapkan=None,
    )  # fmt: skip


def pemilik_angka_kredit(*, jenis: CetakanDokumen.Jenis, objek_id: int) -> int | None:
    """Return the person a form is about: a print in mode petugas is logged with them."""
    model = KonversiPredikat if jenis == Jenis.KONVERSI_AK else PenetapanAngkaKredit
    return model.objects.filter(pk=objek_id).values_list("pegawai_id", flat=True).first()


def _konversi(konversi: KonversiPredikat) -> KonversiAngkaKredit:
    tahun, akhir = konversi.tahun, konversi.bulan_selesai
    lusa = dt.date(tahun + akhir // 12, akhir % 12 + 1, 1)
    berlaku = konversi.status == KonversiPredikat.Status.DITETAPKAN
    return KonversiAngkaKredit(
        **_kepala(
            konversi.rekaman,
            nomor=f"{konversi.pk}/KONVERSI-AK/{tahun}",
            mulai=dt.date(tahun, konversi.bulan_mulai, 1),
            selesai=lusa - dt.timedelta(days=1),
            status="" if berlaku else "Dikoreksi",
            ditetapkan=konversi.ditetapkan_pada,
        ),
        baris=_baris(
            [
                {
                    "tahun": tahun,
                    "bulan_mulai": konversi.bulan_mulai,
                    "bulan_selesai": konversi.bulan_selesai,
                    "predikat": konversi.predikat,
                    "persentase": str(konversi.persentase),
                    "koefisien": str(konversi.koefisien),
                    "nilai": str(konversi.nilai),
                }
            ]
        ),
    )


def _penetapan(pak: PenetapanAngkaKredit) -> PenetapanCetak:
    isi, rekaman = lembar_pak(pak=pak), _rekaman(pak)
    return PenetapanCetak(
        **_kepala(
            rekaman, nomor=pak.nomor, mulai=pak.mulai, selesai=pak.selesai,
            status=_status(pak), ditetapkan=pak.ditetapkan_pada,
        ),
        baris=tuple(
            BarisPenetapan(
                unsur=satu["unsur"],
                lama=_angka(satu["lama"]) if satu["unsur"] else "",
                baru=_angka(satu["baru"]) if satu["unsur"] else "",
                jumlah=_angka(satu["jumlah"]) if satu["unsur"] else "",
            )
            for satu in isi["baris"]
        ),
        jumlah=_angka(isi["jumlah"]),
        hasil=(
            (
                "Angka Kredit minimal yang harus dipenuhi untuk kenaikan pangkat/jenjang",
                _angka(isi["butuh_pangkat"]),
                _angka(isi["butuh_jenjang"]),
            ),
            (
                "Kelebihan/Kekurangan Angka Kredit yang harus dicapai untuk kenaikan pangkat",
                _angka(isi["lebih_pangkat"]),
                "–",
            ),
            (
                "Kelebihan/Kekurangan Angka Kredit yang harus dicapai untuk peningkatan jenjang",
                "–",
                _angka(isi["lebih_jenjang"]),
            ),
        ),
        kesimpulan=_kesimpulan(isi),
        tembusan=TEMBUSAN,
    )  # fmt: skip


def _kesimpulan(isi: Mapping[str, Any]) -> tuple[str, ...]:
    if isi["puncak"]:
        return ("Sudah di puncak kategori jabatan fungsionalnya.",)
    hasil = []
    if isi["butuh_pangkat"] is not None:
        hasil.append(
            f"{_dapat(isi['dapat_pangkat'])} dipertimbangkan untuk kenaikan pangkat setingkat "
            f"lebih tinggi menjadi {isi['pangkat_berikut']} menurut angka kreditnya."
        )
    if isi["butuh_jenjang"] is not None:
        hasil.append(
            f"{_dapat(isi['dapat_jenjang'])} dipertimbangkan untuk kenaikan jenjang menjadi "
            f"{isi['jenjang_berikut']} menurut angka kreditnya."
        )
    return tuple(hasil)


def _dapat(ya: bool) -> str:
    return "DAPAT" if ya else "TIDAK DAPAT"


def _akumulasi_pak(pak: PenetapanAngkaKredit) -> AkumulasiAngkaKredit:
    return _akumulasi(
        _rekaman(pak), lembar_pak(pak=pak)["akumulasi"], nomor=pak.nomor, mulai=pak.mulai,
        selesai=pak.selesai, status=_status(pak), ditetapkan=pak.ditetapkan_pada,
    )  # fmt: skip


def _akumulasi(
    rekaman: Mapping[str, Any],
    baris: Iterable[Mapping[str, Any]],
    *,
    nomor: str,
    mulai: dt.date,
    selesai: dt.date,
    status: str,
    ditetapkan: dt.date | None,
) -> AkumulasiAngkaKredit:
    daftar = list(baris)
    return AkumulasiAngkaKredit(
        **_kepala(
            rekaman, nomor=nomor, mulai=mulai, selesai=selesai, status=status,
            ditetapkan=ditetapkan,
        ),
        baris=_baris(daftar),
        jumlah=_angka(str(sum((Decimal(satu["nilai"]) for satu in daftar), Decimal("0.00")))),
    )  # fmt: skip


def _status(pak: PenetapanAngkaKredit) -> str:
    if pak.status == PenetapanAngkaKredit.Status.DITETAPKAN:
        return ""
    return "Dibatalkan" if pak.status == PenetapanAngkaKredit.Status.DIBATALKAN else SEMENTARA


def _rekaman(pak: PenetapanAngkaKredit) -> Mapping[str, Any]:
    if pak.rekaman:
        return dict(pak.rekaman)
    perekam = Perekam([pak.pegawai], penilai_id=pak.penilai_id, pada=pak.disusun_pada)
    return perekam.rekaman(pak.pegawai, pak.masa)


def _kepala(
    rekaman: Mapping[str, Any],
    *,
    nomor: str,
    mulai: dt.date,
    selesai: dt.date,
    status: str,
    ditetapkan: dt.date | None,
) -> dict[str, Any]:
    orang, penilai = rekaman["perorangan"], rekaman["penilai"]
    return {
        "nama_instansi": rekaman["instansi"],
        "nomor": nomor,
        "periode_mulai": mulai,
        "periode_selesai": selesai,
        "perorangan": _perorangan(orang),
        "pegawai": Identitas(nama=orang["nama"], nip=orang["nip"] or None),
        "penilai": Identitas(nama=penilai["nama"], nip=penilai["nip"] or None),
        "tanda_penilai": Persetujuan(
            tempat=rekaman["tempat"],
            tanggal=ditetapkan,
            keterangan=f"Ditetapkan secara elektronik, {tulis_tanggal(ditetapkan)}",
        )
        if ditetapkan is not None
        else Persetujuan(),
        "status": status,
        "belum_berlaku": bool(status),
    }


def _perorangan(orang: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    lahir = ", ".join(
        satu for satu in (orang["tempat_lahir"], _hari(orang["tanggal_lahir"])) if satu
    )
    return (
        ("Nama", orang["nama"]),
        ("NIP", orang["nip"]),
        ("Nomor Seri KARPEG", orang["karpeg"] or "–"),
        ("Tempat/Tgl. Lahir", lahir or "–"),
        ("Jenis Kelamin", _KELAMIN.get(orang["jenis_kelamin"], "–")),
        ("Pangkat/Golongan Ruang/TMT", _tmt(orang["pangkat"], orang["tmt_pangkat"])),
        ("Jabatan/TMT", _tmt(orang["jabatan"], orang["tmt_jabatan"])),
        ("Unit Kerja", orang["unit_kerja"]),
    )


def _baris(daftar: Iterable[Mapping[str, Any]]) -> tuple[BarisKonversi, ...]:
    hasil = []
    for satu in daftar:
        mulai, selesai = satu["bulan_mulai"], satu["bulan_selesai"]
        bulan = selesai - mulai + 1
        persen = f"{_singkat(satu['persentase'])}%"
        hasil.append(
            BarisKonversi(
                tahun=str(satu["tahun"]),
                periodik=_BULAN[mulai - 1]
                if bulan == 1
                else f"{_BULAN[mulai - 1]} – {_BULAN[selesai - 1]}",
                predikat=Predikat(satu["predikat"]).label,
                prosentase=persen if bulan == 12 else f"({bulan}/12) {persen}",
                koefisien=_singkat(satu["koefisien"]),
                angka_kredit=_angka(satu["nilai"]),
            )
        )
    return tuple(hasil)


def _angka(teks: str | None) -> str:
    return "–" if teks is None else tulis_angka(Decimal(teks), 2)


def _singkat(teks: str) -> str:
    return tulis_angka(Decimal(teks).normalize())


def _hari(teks: str) -> str:
    return tulis_tanggal(dt.date.fromisoformat(teks)) if teks else ""


def _tmt(nama: str, teks: str) -> str:
    return f"{nama}, TMT {_hari(teks)}" if teks else nama
