"""Importing the jenjang of many JF from one sheet: checked first, all rows or none.

Amounts are as the letters say; an empty AK dasar follows the table of the law. Results since each
TMT are proposed for conversion afterwards, in the background.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import MasaJenjang
from tera.angka_kredit.permissions import jalur_pengelola
from tera.angka_kredit.selectors.terlihat import pegawai_dikelola
from tera.angka_kredit.services.baca_impor import (
    TANDA_ANGKA,
    BarisJF,
    HasilImporJF,
    baca_baris,
    judul,
)
from tera.angka_kredit.services.dasar import BERBUKU
from tera.angka_kredit.services.isi_masa import ak_dasar_isi
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA
from tera.core import clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.sisip import sisip_massal
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.services.pangkat import lengkapi_tmt_golongan
from tera.regulasi.nip import rapikan_nip

#: Tells that many jenjang were recorded: who and since which year; each of them gets a notice.
PERISTIWA = "angka_kredit.masa_diimpor"
POTONG = 500
_GARAM = "tera.angka_kredit.impor"
#: A checked file waits this long for its confirmation.
UMUR = 24 * 3600
Bacaan = Sequence[tuple[int, Mapping[str, str]]]


@transaction.atomic
def impor_jf(
    *, aktor: Aktor, bacaan: Bacaan, sumber: str, pada: dt.date, periksa: bool = False
) -> HasilImporJF:
    """Record the jenjang of every row, or of none while one has a fault.

    Somebody recorded already with the same jenjang and TMT is left as it is.

    Raises: TidakBerwenangError: no pengelola. StatusTidakSesuaiError: a colleague was faster.
    """
    if not aktor.adalah_sistem and not jalur_pengelola(aktor=aktor, pada=pada):
        raise TidakBerwenangError(_("Impor jenjang hanya untuk pengelola kinerja."))
    hasil = HasilImporJF(baris=len(bacaan))
    daftar_nip = [sel.get("nip", "") for _nomor, sel in bacaan]
    orang = _orang(aktor, daftar_nip)
    jabatan = _jabatan(orang, pada)
    daftar = []
    for nomor, sel in bacaan:
        nip = rapikan_nip(sel.get("nip", ""))
        if nip and not nip.startswith(TANDA_ANGKA) and nip not in orang:
            # Nothing else of the row can be judged.
            hasil.tolak(nomor, judul("nip"), _tidak_dikenal(nip))
        elif baris := baca_baris(nomor, sel, jabatan=jabatan, pada=pada, hasil=hasil):
            daftar.append(baris)
    baru = _cocokkan(daftar, orang, hasil)
    hasil.diterima = len(baru)
    for baris, _pegawai in baru:
        hasil.per_jenjang[baris.isi.jenjang] += 1
    hasil.rincian.sort(key=lambda satu: satu.baris)
    if periksa or hasil.rincian:
        return hasil
    try:
        with transaction.atomic():
            _tulis(aktor, baru, sumber, pada)
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _(
                "Sebagian jenjang di berkas ini baru saja dicatat orang lain. Tidak ada yang "
                "disimpan; periksa berkasnya sekali lagi."
            )
        ) from None
    hasil.disimpan = True
    return hasil


def _orang(aktor: Aktor, daftar_nip: Sequence[str]) -> dict[str, Pegawai]:
    nip = sorted({rapikan_nip(satu) for satu in daftar_nip if satu})
    return {
        satu.nip: satu
        for awal in range(0, len(nip), POTONG)
        for satu in pegawai_dikelola(aktor=aktor).filter(nip__in=nip[awal : awal + POTONG])
    }


def _jabatan(orang: Mapping[str, Pegawai], pada: dt.date) -> dict[str, str]:
    """The name of the post each holds, by NIP."""
    nip = {satu.pk: nomor for nomor, satu in orang.items()}
    kunci = list(nip)
    return {
        nip[pegawai]: nama
        for awal in range(0, len(kunci), POTONG)
        for pegawai, nama in Penugasan.objects.filter(
            berlaku_pada(pada), pegawai__in=kunci[awal : awal + POTONG], jenis="definitif"
        ).values_list("pegawai_id", "jabatan__nama")
    }


def _cocokkan(
    daftar: Sequence[BarisJF], orang: Mapping[str, Pegawai], hasil: HasilImporJF
) -> list[tuple[BarisJF, Pegawai]]:
    """The rows to write; faults that only the kept data show are noted."""
    kunci = [satu.pk for satu in orang.values()]
    masa: dict[int, list[MasaJenjang]] = {}
    for awal in range(0, len(kunci), POTONG):
        for satu in MasaJenjang.objects.filter(pegawai__in=kunci[awal : awal + POTONG]):
            masa.setdefault(satu.pegawai_id, []).append(satu)
    baru: list[tuple[BarisJF, Pegawai]] = []
    pernah: dict[str, int] = {}
    for baris in daftar:
        pegawai = orang[baris.nip]
        pesan: tuple[str, str] | None
        if baris.nip in pernah:
            teks = _("NIP ini sudah ada di baris %(n)s. Sisakan satu baris.")
            pesan = "nip", teks % {"n": pernah[baris.nip]}
        else:
            pesan = _salah(baris, pegawai, masa.get(pegawai.pk, []))
        pernah.setdefault(baris.nip, baris.nomor)
        if pesan is not None:
            hasil.tolak(baris.nomor, judul(pesan[0]), pesan[1])
            continue
        if any(_sama(satu, baris) for satu in masa.get(pegawai.pk, ())):
            hasil.tetap += 1
        else:
            baru.append((baris, pegawai))
    return baru


def _tidak_dikenal(nip: str) -> str:
    return _(
        "NIP %(nip)s tidak ada di unit yang Anda kelola. Periksa nomornya, atau impor pegawainya "
        "dulu."
    ) % {"nip": nip}


def _sama(masa: MasaJenjang, baris: BarisJF) -> bool:
    return (masa.jenjang, masa.mulai) == (baris.isi.jenjang, baris.isi.mulai)


def _salah(baris: BarisJF, pegawai: Pegawai, masa: list[MasaJenjang]) -> tuple[str, str] | None:
    nama = pegawai.nama_lengkap
    if pegawai.status not in BERBUKU:
        return "nip", _(
            "%(nama)s berstatus %(status)s: angka kredit hanya bagi PNS dan CPNS. Hapus barisnya."
        ) % {"nama": nama, "status": pegawai.get_status_display()}  # fmt: skip
    if (
        baris.tmt_pangkat is not None
        and pegawai.tmt_golongan is not None
        and baris.tmt_pangkat != pegawai.tmt_golongan
    ):
        return "tmt_pangkat", _(
            "TMT pangkat %(nama)s di data pegawai %(ada)s. Betulkan salah satunya, atau kosongkan "
            "kolom ini."
        ) % {"nama": nama, "ada": f"{pegawai.tmt_golongan:%d-%m-%Y}"}  # fmt: skip
    if any(_sama(satu, baris) for satu in masa):
        return None
    kini = next((satu for satu in masa if satu.selesai is None), None)
    if kini is not None:
        return "jenjang", _(
            "%(nama)s sudah tercatat di jenjang %(jenjang)s. Catat kenaikannya dari daftar unit, "
            "dan hapus barisnya dari berkas."
        ) % {"nama": nama, "jenjang": kini.get_jenjang_display()}  # fmt: skip
    if any(satu.selesai is not None and satu.selesai >= baris.isi.mulai for satu in masa):
        return "mulai", _("TMT ini berada di dalam masa jenjang yang sudah tercatat.")
    return None


def _tulis(
    aktor: Aktor, baru: Sequence[tuple[BarisJF, Pegawai]], sumber: str, pada: dt.date
) -> None:
    saat = clock.sekarang()
    lengkap = {
        pegawai.pk: baris.tmt_pangkat
        for baris, pegawai in baru
        if baris.tmt_pangkat is not None and pegawai.tmt_golongan is None
    }
    lengkapi_tmt_golongan(aktor=aktor, hari=lengkap)
    daftar = [
        MasaJenjang(
            instansi_id=pegawai.instansi_id,
            pegawai=pegawai,
            jabatan=baris.isi.jabatan,
            jenjang=baris.isi.jenjang,
            golongan=baris.isi.golongan,
            cara_masuk=baris.isi.cara_masuk,
            mulai=baris.isi.mulai,
            ak_dasar=ak_dasar_isi(baris.isi),
            ak_lama=baris.isi.ak_lama,
            ak_penyesuaian=baris.isi.ak_penyesuaian,
            ak_perpindahan=baris.isi.ak_perpindahan or 0,
            nomor_sk=baris.isi.nomor_sk,
            tanggal_sk=baris.isi.tanggal_sk,
            nama_pencatat=aktor.nama,
            dicatat_at=saat,
        )
        for baris, pegawai in baru
    ]
    sisip_massal(daftar)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="masa_jenjang",
            aksi="impor",
            aktor=aktor,
            bidang={
                "jabatan": satu.jabatan,
                "jenjang": satu.jenjang,
                "golongan": satu.golongan,
                "cara_masuk": satu.cara_masuk,
                "mulai": satu.mulai,
                "ak_dasar": satu.ak_dasar,
                "ak_lama": satu.ak_lama,
                "ak_penyesuaian": satu.ak_penyesuaian,
                "ak_perpindahan": satu.ak_perpindahan,
                "nomor_sk": satu.nomor_sk,
                "tanggal_sk": satu.tanggal_sk,
                "sumber": sumber[:200],
            },
        )
        for satu in daftar
    )
    kejadian.terbitkan_banyak(
        [
            (
                aktor.instansi_id,
                PERISTIWA,
                {
                    "pegawai": [satu.pegawai_id for satu in daftar[awal : awal + POTONG]],
                    "dari": max(TAHUN_PERTAMA, min(satu.mulai.year for satu in daftar)),
                    "sampai": pada.year,
                },
                saat,
            )
            for awal in range(0, len(daftar), POTONG)
        ]
    )


def segel(*, aktor: Aktor, nama: str, bacaan: Bacaan) -> str:
    """Return the rows that were checked, sealed for the page that asks for the confirmation."""
    return signing.dumps(
        [aktor.pengguna_id, nama, [[nomor, dict(sel)] for nomor, sel in bacaan]],
        salt=_GARAM,
        compress=True,
    )


def buka(*, aktor: Aktor, segelan: str) -> tuple[str, list[tuple[int, dict[str, str]]]]:
    """Return the name and the rows of a sealed file.

    Raises: MasukanSalahError: changed, too old, or somebody else's.
    """
    try:
        pengguna, nama, daftar = signing.loads(segelan, salt=_GARAM, max_age=UMUR)
    except signing.BadSignature:
        pengguna, nama, daftar = None, "", []
    if pengguna is None or pengguna != aktor.pengguna_id:
        raise MasukanSalahError(
            _("Hasil pemeriksaannya sudah tidak berlaku. Unggah berkasnya sekali lagi."),
            kode="segel_salah",
        )
    return nama, [(nomor, sel) for nomor, sel in daftar]
