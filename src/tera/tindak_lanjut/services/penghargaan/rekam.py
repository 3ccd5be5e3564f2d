"""Records of discipline and CLTN: written, imported, withdrawn, corrected; every reading logged."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock, kejadian, massal, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.lembar import Sel
from tera.core.sisip import sisip_massal
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.dasar_orang import salah, wajib_teks
from tera.regulasi.tunjangan import HUKDIS_SEDANG
from tera.tindak_lanjut.lembar_isian import HasilImpor, baca_tabel, tanggal_sel, teks_sel
from tera.tindak_lanjut.models import KoreksiRekam, RekamDisiplin
from tera.tindak_lanjut.permissions.penghargaan import PENGELOLA
from tera.tindak_lanjut.selectors.penghargaan.rekam import rekam_terlihat
from tera.tindak_lanjut.services.orang_lembar import orang_lembar
from tera.tindak_lanjut.services.penghargaan.putaran import wajib_pengelola

NOMOR_TERPANJANG = 100
KOLOM_REKAM = ("NIP", "JENIS", "MULAI", "SELESAI", "NOMOR SURAT", "TANGGAL SURAT")


@dataclass(frozen=True, slots=True)
class IsiRekam:
    """A record as typed or read from a sheet."""

    jenis: str
    mulai: dt.date
    selesai: dt.date | None
    nomor_surat: str
    tanggal_surat: dt.date


@transaction.atomic
def catat_rekam(*, aktor: Aktor, pegawai: Pegawai, isi: IsiRekam, pada: dt.date) -> RekamDisiplin:
    """Write one record with its letter; the person is told.

    Raises: TidakBerwenangError: not pengelola of the person's unit. MasukanSalahError.
    """
    _wajib_atas(aktor, pegawai, pada)
    satu = _rekam(aktor, pegawai, isi, pada)
    try:
        with transaction.atomic():
            satu.save()
    except IntegrityError as galat:
        raise salah(
            "nomor_surat", _("Surat itu sudah tercatat untuk orang ini. Periksa nomornya.")
        ) from galat
    audit.catat_objek(aktor, "rekam_disiplin", satu.pk, "catat", {"pegawai_id": pegawai.pk})
    _kabar("penghargaan.rekam_dicatat", satu.instansi_id, id=satu.pk, pegawai_id=pegawai.pk)
    return satu


def _rekam(aktor: Aktor, pegawai: Pegawai, isi: IsiRekam, pada: dt.date) -> RekamDisiplin:
    """The row to write, checked."""
    nomor = wajib_teks("nomor_surat", isi.nomor_surat, _("Isi nomor suratnya."))
    if len(nomor) > NOMOR_TERPANJANG:
        raise salah(
            "nomor_surat",
            _("Nomor surat ini %(n)s huruf, batasnya %(batas)s. Tulis nomornya saja.")
            % {"n": len(nomor), "batas": NOMOR_TERPANJANG},
        )
    _periksa(isi, pada)
    return RekamDisiplin(
        instansi_id=aktor.instansi_id,
        pegawai=pegawai,
        jenis=isi.jenis,
        mulai=isi.mulai,
        selesai=isi.selesai,
        nomor_surat=nomor,
        tanggal_surat=isi.tanggal_surat,
        dicatat_at=clock.sekarang(),
    )


def _periksa(isi: IsiRekam, pada: dt.date) -> None:
    if isi.jenis == RekamDisiplin.Jenis.HUKDIS_SEDANG and isi.selesai is None:
        aturan = HUKDIS_SEDANG.pada(max(isi.mulai, HUKDIS_SEDANG.daftar[0].sejak)).nilai
        raise salah(
            "selesai",
            _(
                "Hukuman disiplin sedang berakhir menurut suratnya: %(bulan)s bulan (PP 94/2021). "
                "Isi tanggal selesainya, karena selama itu tunjangan dipotong."
            )
            % {"bulan": _(", atau ").join(_pilihan(aturan.bulan))},
        )
    if isi.selesai is not None and isi.selesai < isi.mulai:
        raise salah("selesai", _("Tanggal selesai mendahului tanggal mulai. Betulkan salah satu."))
    if isi.tanggal_surat > pada:
        raise salah("tanggal_surat", _("Tanggal suratnya belum tiba. Tulis tanggal suratnya."))
    if isi.jenis == RekamDisiplin.Jenis.BERSIH and isi.mulai > pada:
        raise salah("mulai", _("Keterangan tidak bisa berbicara tentang hari yang belum tiba."))


def _pilihan(bulan: tuple[int, ...]) -> list[str]:
    """The lengths as people say them: `6, 9` and `12`."""
    return [", ".join(map(str, bulan[:-1])), str(bulan[-1])]


@transaction.atomic
def cabut_rekam(*, aktor: Aktor, rekam: RekamDisiplin, alasan: str, pada: dt.date) -> RekamDisiplin:
    """Withdraw a record that was wrong, with the reason; it stays readable to its person."""
    _wajib_atas(aktor, rekam.pegawai, pada)
    berubah = RekamDisiplin.objects.filter(pk=rekam.pk, dicabut_at__isnull=True).update(
        dicabut_at=clock.sekarang(),
        alasan_cabut=wajib_teks("alasan", alasan, _("Tulis alasan pencabutannya.")),
    )
    if not berubah:
        raise StatusTidakSesuaiError(_("Rekam ini sudah dicabut. Muat ulang halaman."))
    audit.catat_objek(aktor, "rekam_disiplin", rekam.pk, "cabut", {})
    rekam.refresh_from_db()
    return rekam


@transaction.atomic
def baca_rekam(*, aktor: Aktor, cari: str = "") -> list[RekamDisiplin]:
    """Return records of others the aktor may read and log each reading; at most 50.

    ``cari``: part of a name or a NIP. Nothing typed shows nothing: reading has a reason.
    """
    kata = cari.strip()
    if not kata:
        return []
    terlihat = rekam_terlihat(aktor=aktor)
    terlihat = (
        terlihat.filter(pegawai__nip__startswith=kata.replace(" ", ""))
        if kata.replace(" ", "").isdecimal()
        else terlihat.filter(pegawai__nama__icontains=kata)
    )
    daftar = list(terlihat[:50])
    # The lock keeps the chains of these rows in one order when two people read at once.
    list(
        RekamDisiplin.objects.select_for_update(of=("self",))
        .filter(pk__in=[satu.pk for satu in daftar])
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    for satu in daftar:
        if satu.pegawai_id != aktor.pegawai_id:
            audit.catat_objek(aktor, "rekam_disiplin", satu.pk, "dibaca", {})
    return daftar


@transaction.atomic
def ajukan_koreksi(
    *, aktor: Aktor, rekam: RekamDisiplin | None, uraian: str, pada: dt.date
) -> KoreksiRekam:
    """Ask that one's own record be corrected; None: something is missing."""
    if aktor.pegawai_id is None or (rekam is not None and rekam.pegawai_id != aktor.pegawai_id):
        raise TidakBerwenangError(_("Koreksi diajukan oleh orangnya sendiri."))
    try:
        with transaction.atomic():
            satu = KoreksiRekam.objects.create(
                instansi_id=aktor.instansi_id,
                pegawai_id=aktor.pegawai_id,
                rekam=rekam,
                uraian=wajib_teks("uraian", uraian, _("Tulis apa yang keliru atau kurang.")),
                diajukan_pada=pada,
            )
    except IntegrityError as galat:
        raise salah(
            "uraian", _("Permintaan Anda tentang ini masih menunggu jawaban pengelola.")
        ) from galat
    audit.catat_objek(aktor, "koreksi_rekam", satu.pk, "ajukan", {})
    _kabar("penghargaan.koreksi_diajukan", satu.instansi_id, id=satu.pk)
    return satu


@transaction.atomic
def jawab_koreksi(
    *, aktor: Aktor, koreksi: KoreksiRekam, terima: bool, jawaban: str, pada: dt.date
) -> HasilLangkah:
    """Answer a request; an accepted one withdraws the record it speaks of."""
    tugas = penugasan_utama(pegawai_id=koreksi.pegawai_id, pada=pada)
    boleh = tugas is not None and boleh_petugas(
        aktor=aktor, unit=tugas.unit, pada=pada, peran=PENGELOLA
    )
    teks = wajib_teks("jawaban", jawaban, _("Tulis jawabannya: apa yang diperiksa, hasilnya."))
    hasil = workflow.jalankan(
        objek=koreksi,
        jenis="koreksi_rekam",
        aksi="terima" if terima else "tolak",
        aktor=aktor,
        daftar_peran={"pengelola"} if boleh else set(),
        pada=pada,
        bidang={"jawaban": teks, "dijawab_pada": pada},
    )
    if terima and koreksi.rekam_id and koreksi.rekam and koreksi.rekam.dicabut_at is None:
        cabut_rekam(aktor=aktor, rekam=koreksi.rekam, alasan=teks, pada=pada)
    _kabar(
        "penghargaan.koreksi_dijawab",
        koreksi.instansi_id,
        id=koreksi.pk,
        pegawai_id=koreksi.pegawai_id,
    )
    return hasil


@transaction.atomic
def impor_rekam(*, aktor: Aktor, nama: str, isi: bytes, pada: dt.date) -> HasilImpor:
    """Read records from a sheet with the columns ``KOLOM_REKAM``; wrong rows are named, not lost.

    A fixed number of statements per 500 rows.

    Raises: TidakBerwenangError: not pengelola of the instansi. MasukanSalahError: the file.
        StatusTidakSesuaiError: a colleague wrote one of the records at the same moment.
    """
    wajib_pengelola(aktor, pada)
    hasil = HasilImpor()
    tabel = [
        (nomor, teks_sel(sel["NIP"]).replace(" ", ""), sel)
        for nomor, sel in baca_tabel(nama=nama, isi=isi, kolom=KOLOM_REKAM)
    ]
    orang = orang_lembar(
        aktor=aktor, daftar_nip=(nip for _nomor, nip, _sel in tabel), peran=PENGELOLA, pada=pada
    )
    ada = {
        kunci
        for potong in orang.potongan()
        for kunci in RekamDisiplin.objects.filter(
            pegawai__in=potong, dicabut_at__isnull=True
        ).values_list("pegawai_id", "jenis", "nomor_surat")
    }
    baru: list[RekamDisiplin] = []
    for nomor, nip, sel in tabel:
        try:
            satu = _rekam(aktor, orang.dari_nip(nip), _isi_baris(sel), pada)
            if (kunci := (satu.pegawai_id, satu.jenis, satu.nomor_surat)) in ada:
                hasil.sudah_ada += 1
                continue
            if satu.pegawai_id not in orang.dilayani:
                raise _bukan_pengelola()
        except (MasukanSalahError, TidakBerwenangError) as galat:
            hasil.ditolak.append((nomor, galat.pesan))
            continue
        ada.add(kunci)
        baru.append(satu)
    try:
        with transaction.atomic():
            sisip_massal(baru)
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _(
                "Sebagian surat di berkas ini baru saja dicatat orang lain. Tidak ada yang "
                "disimpan; impor berkasnya sekali lagi."
            )
        ) from None
    massal.sambung_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="rekam_disiplin",
            aksi="catat",
            aktor=aktor,
            bidang={"pegawai_id": satu.pegawai_id},
        )
        for satu in baru
    )
    kejadian.terbitkan_banyak(
        [
            (
                satu.instansi_id,
                "penghargaan.rekam_dicatat",
                {"id": satu.pk, "pegawai_id": satu.pegawai_id},
                satu.dicatat_at,
            )
            for satu in baru
        ]
    )
    hasil.ditulis = len(baru)
    return hasil


def _isi_baris(baris: Mapping[str, Sel]) -> IsiRekam:
    jenis = teks_sel(baris["JENIS"]).lower().replace(" ", "_")
    if jenis not in RekamDisiplin.Jenis.values:
        raise MasukanSalahError(
            _("Jenis “%(jenis)s” tidak dikenal. Pilihannya: %(pilihan)s.")
            % {"jenis": jenis[:40], "pilihan": ", ".join(RekamDisiplin.Jenis.values)}
        )
    selesai = baris["SELESAI"]
    return IsiRekam(
        jenis,
        tanggal_sel(baris["MULAI"], "MULAI"),
        tanggal_sel(selesai, "SELESAI") if teks_sel(selesai) else None,
        teks_sel(baris["NOMOR SURAT"]),
        tanggal_sel(baris["TANGGAL SURAT"], "TANGGAL SURAT"),
    )


def _wajib_atas(aktor: Aktor, pegawai: Pegawai, pada: dt.date) -> None:
    """Refuse whoever isn't pengelola of the unit where the person works."""
    tugas = penugasan_utama(pegawai_id=pegawai.pk, pada=pada)
    if pegawai.instansi_id == aktor.instansi_id and aktor.adalah_sistem:
        return
    if (
        pegawai.instansi_id != aktor.instansi_id
        or tugas is None
        or not boleh_petugas(aktor=aktor, unit=tugas.unit, pada=pada, peran=PENGELOLA)
    ):
        raise _bukan_pengelola()


def _bukan_pengelola() -> TidakBerwenangError:
    return TidakBerwenangError(
        _("Rekam disiplin dicatat oleh pengelola kinerja unit orangnya. Hubungi pengelola itu.")
    )


def _kabar(nama: str, instansi_id: int, **isi: object) -> None:
    kejadian.terbitkan(instansi_id=instansi_id, nama=nama, muatan=isi)
