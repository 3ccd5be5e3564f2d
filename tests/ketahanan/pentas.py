"""What the installations hold, and what is asked of them; runs inside their own processes.

``python -m ketahanan.pentas NAMA JSON`` runs one function and prints its answer as JSON.
"""

import json
import os
import sys
from collections import Counter
from typing import Any


def putaran(bidang: int, orang: int) -> dict[str, Any]:
    """A Dinas whose capaian is set: raters with their teams, every evaluation open."""
    from alur.pentas import rencana
    from evaluasi.panggung import PADA, tetapkan_capaian
    from pemeran import SANDI, buat_pegawai, buat_pemeran, buat_unit
    from tera.evaluasi import services
    from tera.organisasi.services import segarkan_penilai

    para = buat_pemeran()
    isi = [("Data penduduk mutakhir", [("kuantitas", "Jumlah data dimutakhirkan", "1.200 data")])]
    tetapkan_capaian(para)
    tim = []
    nomor = 100
    for b in range(bidang):
        unit = buat_unit(para.instansi, f"01010{b + 2}", f"Bidang {b + 2}", para.dinas, "Kabid", "III.b")  # noqa: E501  # fmt: skip
        unit.opd = para.dinas
        unit.save()
        nomor += 1
        kepala = buat_pegawai(
            unit, f"Penilai {b + 1}", f"197503032001011{nomor}", "administrator", "Kabid",
            pimpin=True, eselon="III.b",
        )  # fmt: skip
        anggota = []
        for n in range(orang):
            nomor += 1
            anggota.append(
                buat_pegawai(
                    unit, f"Pegawai {b + 1}.{n + 1}", f"199003032015011{nomor}", "pelaksana",
                    "Pengolah Data dan Informasi",
                )
            )  # fmt: skip
        tim.append((kepala, anggota))
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=para.periode.mulai)
    return {
        "sandi": SANDI,
        "periode": para.periode.pk,
        "unit": para.dinas.pk,
        "kepala_dinas": para.fajar.akun.nama_akun,
        "tim": [
            {
                "akun": kepala.akun.nama_akun,
                "anggota": [
                    {
                        "akun": satu.akun.nama_akun,
                        "evaluasi": services.buka_evaluasi(
                            aktor=para.aktor(kepala),
                            skp=rencana(para, satu, kepala, isi),
                            periode=para.periode,
                            pada=PADA,
                        ).pk,
                    }
                    for satu in anggota
                ],
            }
            for kepala, anggota in tim
        ],
    }


def hasil_ditetapkan(orang: int) -> dict[str, Any]:
    """One team whose predikat are set: what a package of documents is made from."""
    from evaluasi.panggung import PADA
    from tera.core.aktor import Aktor
    from tera.evaluasi import services
    from tera.evaluasi.models import Evaluasi
    from tera.organisasi.models import Pegawai

    isi = putaran(1, orang)
    kepala = Pegawai.objects.select_related("instansi").get(akun__nama_akun=isi["tim"][0]["akun"])
    aktor = Aktor(
        pengguna_id=kepala.akun_id,
        instansi_id=kepala.instansi_id,
        pegawai_id=kepala.pk,
        nama=kepala.nama_lengkap,
        zona=kepala.instansi.zona,
    )
    for satu in Evaluasi.objects.all():
        services.nilai_evaluasi(
            aktor=aktor, evaluasi=satu, rating_hasil_kerja="sesuai",
            rating_perilaku_kerja="sesuai", revisi=0, pada=PADA,
        )  # fmt: skip
    services.tetapkan_banyak(aktor=aktor, daftar=list(Evaluasi.objects.all()), pada=PADA)
    return isi


def realisasi() -> dict[str, Any]:
    """One person with a plan in force, to report on in a quarter."""
    from pelaksanaan.panggung import skp_ditetapkan, triwulan
    from pemeran import SANDI, buat_pemeran

    para = buat_pemeran()
    skp = skp_ditetapkan(para)
    return {
        "sandi": SANDI,
        "akun": para.andi.akun.nama_akun,
        "jalur": f"/pelaksanaan/{skp.pk}/{triwulan(para, 4).pk}/",
    }


def impor_diperiksa(orang: int) -> dict[str, Any]:
    """An uploaded, checked file of people, large enough for the worker."""
    import io

    import xlsxwriter

    from evaluasi.panggung import PADA
    from organisasi.alat_impor import JUDUL
    from organisasi.alat_impor import orang as baris
    from pemeran import SANDI, buat_pemeran
    from tera.organisasi.services.impor.unggah import periksa_unggahan

    para = buat_pemeran()
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar)
    lembar = buku.add_worksheet()
    lembar.write_row(0, 0, JUDUL)
    for n in range(orang):
        lahir = f"{1980 + n % 10}{1 + n // 10 % 12:02d}03"
        lembar.write_row(
            n + 1, 0,
            baris(
                NIP=f"{lahir}2015011{1 + n // 120:03d}", NAMA=f"Orang Impor {n}", EMAIL="",
                TANGGAL_LAHIR=f"03-{lahir[4:6]}-{lahir[:4]}", UNOR_ID="010101",
            ),
        )  # fmt: skip
    buku.close()
    impor = periksa_unggahan(
        aktor=para.aktor(para.citra), pada=PADA, jenis="pegawai", nama="pegawai.xlsx",
        isi=keluar.getvalue(), berlaku=PADA,
    )  # fmt: skip
    assert impor.ringkasan["diterima"] == orang, impor.ringkasan
    return {"sandi": SANDI, "akun": para.citra.akun.nama_akun, "impor": impor.pk}


def hari_tutup(orang: int) -> dict[str, Any]:
    """Many people whose quarter ended: to be opened, and others' results to become final."""
    import datetime as dt

    from pelaksanaan.panggung import triwulan
    from pemeran import buat_pemeran
    from tera.evaluasi.models import Evaluasi
    from tera.organisasi.models import Jabatan, Pegawai, Penugasan
    from tera.skp.models import SKP

    para = buat_pemeran()
    lama, baru = triwulan(para, 2), triwulan(para, 3)
    jabatan = Jabatan.objects.get(nama="Pengolah Data dan Informasi", instansi=para.instansi)
    pegawai = Pegawai.objects.bulk_create(
        Pegawai(
            instansi=para.instansi, nip=f"{n:018d}", nama=f"Orang {n}", status="pns",
            golongan="III/a", jenis_kelamin="perempuan",
        )
        for n in range(orang)
    )  # fmt: skip
    tugas = Penugasan.objects.bulk_create(
        Penugasan(
            instansi=para.instansi, pegawai=satu, unit=para.bidang, jabatan=jabatan,
            sejak=dt.date(2026, 1, 1),
        )
        for satu in pegawai
    )  # fmt: skip
    rencana = SKP.objects.bulk_create(
        SKP(
            instansi=para.instansi, pegawai=satu.pegawai, penugasan=satu, tahun=2026,
            mulai=dt.date(2026, 1, 1), selesai=dt.date(2026, 12, 31), keluarga="ja_jf",
            pendekatan="kuantitatif", status="ditetapkan", penilai=para.budi,
            ditetapkan_pada=dt.date(2026, 1, 20),
        )
        for satu in tugas
    )  # fmt: skip
    Evaluasi.objects.bulk_create(
        Evaluasi(
            instansi=para.instansi, skp=satu, pegawai=satu.pegawai, periode=lama,
            unit=para.bidang, penilai=para.budi, status="disampaikan", predikat="baik",
            rating_hasil_kerja="sesuai", rating_perilaku_kerja="sesuai",
            disampaikan_pada=dt.date(2026, 7, 10), diterima_pada=dt.date(2026, 7, 10),
        )
        for satu in rencana
    )  # fmt: skip
    return {"lama": lama.pk, "baru": baru.pk}


def surel_menunggu() -> dict[str, str]:
    """Five people are told something; returns the Message-ID of each mail and whose it is."""
    from pemeran import buat_pemeran
    from tera.core import clock
    from tera.notifikasi.jenis import PER_KODE, Kabar
    from tera.notifikasi.models import PengirimanSurel
    from tera.notifikasi.services.surel import message_id
    from tera.notifikasi.services.tulis import kabarkan

    para = buat_pemeran()
    daftar = (para.andi, para.budi, para.citra, para.fajar, para.eka)
    for satu in daftar:
        satu.akun.surel = f"orang{satu.akun.pk}@uji.test"
        satu.akun.diaktifkan_at = clock.sekarang()
        satu.akun.save()
    kabarkan(
        jenis=PER_KODE["evaluasi.final"], instansi_id=para.instansi.pk, kunci="uji",
        saat=clock.sekarang(), daftar=[
            Kabar(satu.pk, {"id": 1, "periode_id": para.periode.pk}) for satu in daftar
        ],
    )  # fmt: skip
    return {
        message_id(satu): satu.pegawai.akun.surel
        for satu in PengirimanSurel.objects.select_related("pegawai__akun")
    }


def langkah_utuh() -> list[str]:
    """Return what is not whole: a status without its row, link, event or receipt, or with two."""
    from tera.core.models import JejakAudit, Kejadian, RiwayatStatus, TandaTerima
    from tera.evaluasi.models import Evaluasi

    kunci = ("jenis", "objek_id", "aksi")
    riwayat = Counter(RiwayatStatus.objects.values_list(*kunci))
    jejak = Counter(JejakAudit.objects.values_list(*kunci))
    tanda = Counter(TandaTerima.objects.values_list(*kunci))
    peristiwa = Counter(
        (nama.partition(".")[0], muatan["id"], nama.partition(".")[2])
        for nama, muatan in Kejadian.objects.values_list("nama", "muatan")
        if "riwayat_id" in muatan
    )
    galat = [
        f"{satu}: riwayat {n}, jejak {jejak[satu]}, tanda terima {tanda[satu]}, "
        f"kejadian {peristiwa[satu]}"
        for satu, n in sorted(riwayat.items())
        if not n == jejak[satu] == tanda[satu] == peristiwa[satu]
    ]
    galat += [f"kejadian tanpa riwayat: {satu}" for satu in peristiwa if satu not in riwayat]
    galat += [f"tanda terima tanpa jejak: {satu}" for satu in tanda if tanda[satu] != jejak[satu]]
    akhir = dict(
        RiwayatStatus.objects.filter(jenis="evaluasi").order_by("id").values_list("objek_id", "ke")
    )
    galat += [
        f"evaluasi {pk}: status {status}, riwayatnya {akhir.get(pk, 'terbuka')}"
        for pk, status in Evaluasi.objects.values_list("pk", "status")
        if status != akhir.get(pk, "terbuka")
    ]
    return galat


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tera.config.settings")
    import django

    django.setup()
    json.dump(globals()[sys.argv[1]](**json.loads(sys.argv[2])), sys.stdout, default=str)
