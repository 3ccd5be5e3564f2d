"""Award kinds and rounds: open, name the committee, compute, close, cancel, announce."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.core import audit, kejadian, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Pegawai, UnitKerja
from tera.organisasi.permissions_orang import boleh_kelola
from tera.organisasi.services.dasar_orang import salah, wajib_teks
from tera.regulasi.penghargaan import (
    SATYALANCANA,
    Jawaban,
    TingkatSatyalancana,
    tingkat_tercapai,
)
from tera.tindak_lanjut.models import (
    AnggotaTimPenghargaan,
    CalonPenghargaan,
    JenisPenghargaan,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.permissions.penghargaan import PENGELOLA, peran_putaran, wajib
from tera.tindak_lanjut.selectors.penghargaan.fakta import fakta_calon
from tera.tindak_lanjut.selectors.penghargaan.putaran import kemungkinan_calon

#: Candidates one decision can look at with care.
CALON_TERBANYAK = 500
#: People whose facts are asked together.
POTONG = 1000
Status = PutaranPenghargaan.Status


def wajib_pengelola(aktor: Aktor, pada: dt.date, unit: UnitKerja | None = None) -> None:
    """Refuse whoever isn't pengelola of ``unit`` (None: of the whole instansi)."""
    if not boleh_kelola(aktor=aktor, pada=pada, unit=unit, peran=PENGELOLA):
        raise TidakBerwenangError(
            _(
                "Penghargaan dikelola oleh pengelola kinerja unit ini. Bila seharusnya Anda, minta "
                "peran itu diberikan dengan surat."
            )
        )


@transaction.atomic
def simpan_jenis(
    *, aktor: Aktor, isi: Mapping[str, Any], pada: dt.date, jenis: JenisPenghargaan | None = None
) -> JenisPenghargaan:
    """Write an award kind, new or changed; a kind with rounds keeps its rule.

    Raises:
        TidakBerwenangError: not the pengelola of the instansi. MasukanSalahError: the name is
        taken, the rule is in use, or a computed kind without any criterion.
    """
    wajib_pengelola(aktor, pada)
    baru = jenis is None
    satu = jenis or JenisPenghargaan(instansi_id=aktor.instansi_id)
    if not baru and isi["aturan"] != satu.aturan and satu.daftar_putaran.exists():
        raise salah(
            "aturan",
            _(
                "Aturan jenis ini sudah dipakai sebuah putaran, jadi tidak bisa diganti. Buat "
                "jenis baru untuk aturan yang lain."
            ),
        )
    for nama, nilai in isi.items():
        setattr(satu, nama, nilai)
    if satu.tingkat_satyalancana:
        ketentuan = SATYALANCANA.pada(pada)
        satu.kode_siasn = ketentuan.nilai[TingkatSatyalancana(satu.tingkat_satyalancana)].kode_siasn
    elif satu.aturan != JenisPenghargaan.Aturan.LAIN and not (
        satu.predikat_minimal or satu.capaian_minimal
    ):
        raise salah(
            "predikat_minimal",
            _(
                "Jenis ini mencari calon dari data, jadi perlu sedikitnya satu kriteria: predikat "
                "atau jumlah capaian."
            ),
        )
    try:
        with transaction.atomic():
            satu.save()
    except IntegrityError as galat:
        raise salah("nama", _("Nama itu sudah dipakai. Tulis nama yang lain.")) from galat
    audit.catat_objek(aktor, "jenis_penghargaan", satu.pk, "buat" if baru else "ubah", dict(isi))
    return satu


@transaction.atomic
def buka_putaran(
    *,
    aktor: Aktor,
    jenis: JenisPenghargaan,
    nama: str,
    unit: UnitKerja,
    tanggal_usul: dt.date,
    usul_sampai: dt.date,
    pada: dt.date,
) -> PutaranPenghargaan:
    """Open a round for the people of ``unit`` and below, judged as of ``tanggal_usul``.

    Raises: TidakBerwenangError, MasukanSalahError (the day for proposals is over, the kind is off,
    the name is taken).
    """
    wajib_pengelola(aktor, pada, unit)
    if not jenis.aktif:
        raise salah("jenis", _("Jenis ini tidak dipakai lagi. Pilih jenis lain."))
    if usul_sampai < pada:
        raise salah(
            "usul_sampai", _("Hari itu sudah lewat. Beri penilai waktu mengusulkan: hari ini atau "
                             "sesudahnya."),
        )  # fmt: skip
    try:
        with transaction.atomic():
            putaran = PutaranPenghargaan.objects.create(
                instansi_id=aktor.instansi_id,
                jenis=jenis,
                nama=wajib_teks("nama", nama, _("Isi nama putarannya.")),
                tahun=tanggal_usul.year,
                unit=unit,
                tanggal_usul=tanggal_usul,
                usul_sampai=usul_sampai,
            )
    except IntegrityError as galat:
        raise salah("nama", _("Nama itu sudah dipakai jenis ini. Tulis nama lain.")) from galat
    audit.catat_objek(aktor, "putaran_penghargaan", putaran.pk, "buka", {"jenis_id": jenis.pk})
    return putaran


def kunci(putaran: PutaranPenghargaan) -> PutaranPenghargaan:
    """Return the round as it is now, held until the end of the transaction."""
    return (
        PutaranPenghargaan.objects.select_for_update(of=("self",))
        .select_related("jenis", "unit", "instansi")
        .get(pk=putaran.pk)
    )


def sedang(putaran: PutaranPenghargaan, *boleh: str) -> None:
    """Refuse when the round is in another state."""
    if putaran.status not in boleh:
        raise StatusTidakSesuaiError(
            _("Belum bisa: putaran ini sekarang “%(status)s”. Muat ulang halamannya.")
            % {"status": putaran.get_status_display()}
        )


@transaction.atomic
def tunjuk_tim(
    *,
    aktor: Aktor,
    putaran: PutaranPenghargaan,
    daftar: Mapping[int, str],
    nomor: str,
    tanggal: dt.date,
    pada: dt.date,
) -> None:
    """Name the committee by its letter: person → post in it; one ketua, three people or more.

    Raises: TidakBerwenangError, StatusTidakSesuaiError (decided already), MasukanSalahError.
    """
    kini = kunci(putaran)
    wajib_atas(aktor, kini, pada)
    sedang(kini, Status.DIBUKA, Status.DITELAAH)
    jabatan = list(daftar.values())
    if jabatan.count(AnggotaTimPenghargaan.Jabatan.KETUA) != 1 or len(daftar) < 3:
        raise salah(
            "ketua", _("Tim terdiri atas seorang ketua dan sedikitnya dua orang lain. Lengkapi.")
        )
    if tanggal > pada:
        raise salah("tanggal", _("Tanggal suratnya belum tiba. Tulis tanggal surat penunjukan."))
    ada = Pegawai.objects.filter(instansi_id=aktor.instansi_id, pk__in=daftar).count()
    if ada != len(daftar):
        raise salah("ketua", _("Ada nama yang tidak ditemukan di instansi ini. Pilih lagi."))
    lama = {satu.pegawai_id: satu for satu in kini.daftar_anggota.all()}
    bersuara = kini.daftar_anggota.exclude(pegawai_id__in=daftar).filter(
        daftar_pandangan__isnull=False
    )
    if bersuara.exists():
        raise salah(
            "anggota",
            _(
                "Anggota yang sudah memberi pandangan tidak bisa dikeluarkan. Biarkan ia di tim; "
                "orang baru bisa ditambahkan."
            ),
        )
    kini.daftar_anggota.exclude(pegawai_id__in=daftar).delete()
    for pegawai_id, kata in daftar.items():
        if pegawai_id in lama:
            AnggotaTimPenghargaan.objects.filter(pk=lama[pegawai_id].pk).update(jabatan=kata)
        else:
            AnggotaTimPenghargaan.objects.create(putaran=kini, pegawai_id=pegawai_id, jabatan=kata)
    kini.nomor_tim = wajib_teks("nomor", nomor, _("Isi nomor surat penunjukan tim."))
    kini.tanggal_tim = tanggal
    kini.save(update_fields=["nomor_tim", "tanggal_tim", "updated_at"])
    audit.catat_objek(
        aktor, "putaran_penghargaan", kini.pk, "tunjuk_tim", {"orang": sorted(daftar), "n": nomor}
    )
    _kabar("penghargaan.tim_ditunjuk", kini, anggota=sorted(set(daftar) - set(lama)))


@transaction.atomic
def hitung_calon(*, aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date) -> int:
    """Add everybody whom no criterion refuses; returns how many are new.

    What nobody looked at yet (the record of discipline) doesn't keep anyone out: it stays a
    question on the candidate's page.

    Raises: MasukanSalahError: too many to look at with care, or a kind without criteria.
    """
    kini = kunci(putaran)
    wajib_atas(aktor, kini, pada)
    sedang(kini, Status.DIBUKA, Status.DITELAAH)
    if kini.jenis.aturan == JenisPenghargaan.Aturan.LAIN:
        raise MasukanSalahError(
            _(
                "Jenis ini hanya lewat usulan penilai; tidak ada kriteria yang bisa dibaca dari "
                "data."
            )
        )
    baru: list[CalonPenghargaan] = []
    mungkin = kemungkinan_calon(putaran=kini)
    for awal in range(0, len(mungkin), POTONG):
        bagian = mungkin[awal : awal + POTONG]
        fakta = fakta_calon(putaran=kini, daftar_pegawai=[satu.pegawai for satu in bagian])
        for satu in bagian:
            belum = {
                s.kunci for s in fakta[satu.pegawai_id].daftar if s.jawaban != Jawaban.TERPENUHI
            }
            if not _tingkat_cocok(kini, satu.pegawai):
                continue
            gugur = any(s.jawaban == Jawaban.TIDAK_TERPENUHI for s in fakta[satu.pegawai_id].daftar)
            if not gugur and belum <= {"hukdis", "cltn"}:
                baru.append(
                    CalonPenghargaan(
                        instansi_id=kini.instansi_id,
                        putaran=kini,
                        pegawai=satu.pegawai,
                        penugasan=satu,
                        sumber=CalonPenghargaan.Sumber.DIHITUNG,
                    )
                )
    if len(baru) + kini.daftar_calon.count() > CALON_TERBANYAK:
        raise MasukanSalahError(
            _(
                "%(n)s orang memenuhi kriteria, lebih banyak daripada yang bisa ditelaah satu tim "
                "(%(batas)s). Buka putaran per perangkat daerah, atau perketat kriterianya."
            )
            % {"n": len(baru), "batas": CALON_TERBANYAK}
        )
    CalonPenghargaan.objects.bulk_create(baru)
    audit.catat_objek(aktor, "putaran_penghargaan", kini.pk, "hitung", {"jumlah": len(baru)})
    if baru:
        _kabar("penghargaan.dicalonkan", kini, orang=[satu.pegawai_id for satu in baru])
    return len(baru)


def _tingkat_cocok(putaran: PutaranPenghargaan, pegawai: Pegawai) -> bool:
    """Whether the round's degree is the highest one reached: nobody of 28 years is sought for X."""
    tingkat = putaran.jenis.tingkat_satyalancana
    if not tingkat or pegawai.tmt_cpns is None or pegawai.tmt_cpns > putaran.tanggal_usul:
        return True
    return tingkat_tercapai(tmt_cpns=pegawai.tmt_cpns, pada=putaran.tanggal_usul) == tingkat


def tutup_usulan(*, aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date) -> HasilLangkah:
    """Hand the candidates to the committee.

    Raises: StatusTidakSesuaiError: no committee or no candidate yet, or another state.
    """
    with transaction.atomic():
        kini = kunci(putaran)
        peran = peran_putaran(aktor=aktor, putaran=kini, pada=pada)
        if kini.status == Status.DIBUKA and peran & PENGELOLA:
            if not kini.nomor_tim:
                raise StatusTidakSesuaiError(
                    _("Belum bisa diserahkan: tim penilai penghargaan belum ditunjuk. Tunjuk dulu.")
                )
            if not kini.daftar_calon.exists():
                raise StatusTidakSesuaiError(
                    _(
                        "Belum bisa diserahkan: belum ada calon. Cari calon dari data, atau tunggu "
                        "usulan penilai."
                    )
                )
        hasil = _langkah("tutup_usulan", aktor, kini, pada)
        _kabar(
            "penghargaan.ditelaah",
            kini,
            anggota=list(kini.daftar_anggota.values_list("pegawai_id", flat=True)),
        )
        return hasil


def buka_usulan(*, aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date) -> HasilLangkah:
    """Take proposals again."""
    with transaction.atomic():
        return _langkah("buka_usulan", aktor, kunci(putaran), pada)


def batalkan_putaran(
    *, aktor: Aktor, putaran: PutaranPenghargaan, alasan: str, pada: dt.date
) -> HasilLangkah:
    """Call the round off with a reason; nobody is awarded by it."""
    bersih = wajib_teks("alasan", alasan, _("Tulis alasan pembatalannya."))
    with transaction.atomic():
        return _langkah("batalkan", aktor, kunci(putaran), pada, alasan=bersih)


def umumkan(*, aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date) -> HasilLangkah:
    """Announce the decision inside; outside only names whose person agreed."""
    with transaction.atomic():
        kini = kunci(putaran)
        hasil = _langkah("umumkan", aktor, kini, pada, bidang={"diumumkan_pada": pada})
        _kabar(
            "penghargaan.diumumkan",
            kini,
            orang=list(
                kini.daftar_calon.filter(status="ditetapkan").values_list("pegawai_id", flat=True)
            ),
        )
        return hasil


def wajib_atas(aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date) -> None:
    """Refuse whoever isn't pengelola of the round's unit."""
    wajib(
        peran_putaran(aktor=aktor, putaran=putaran, pada=pada),
        PENGELOLA,
        _("Langkah ini hanya untuk pengelola kinerja unit putaran ini."),
    )


def _langkah(
    aksi: str, aktor: Aktor, putaran: PutaranPenghargaan, pada: dt.date, **lain: Any
) -> HasilLangkah:
    return workflow.jalankan(
        objek=putaran,
        jenis="putaran_penghargaan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_putaran(aktor=aktor, putaran=putaran, pada=pada),
        pada=pada,
        **lain,
    )


def _kabar(nama: str, putaran: PutaranPenghargaan, **isi: list[int]) -> None:
    kejadian.terbitkan(instansi_id=putaran.instansi_id, nama=nama, muatan={"id": putaran.pk, **isi})
