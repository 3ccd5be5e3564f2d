"""Words, tones and pictures of the pages of angka kredit."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.angka_kredit.forms import HarapanForm
from tera.angka_kredit.models import (
    BarisAngkaKredit,
    FaktaJF,
    KonversiPredikat,
    PenetapanAngkaKredit,
    PilihanJenjang,
)
from tera.angka_kredit.selectors.buku import Buku
from tera.angka_kredit.selectors.lembar import Harapan, LembarOrang
from tera.angka_kredit.tampilan_masa import konteks_perpindahan, sebutan_bulan
from tera.antarmuka.format import tulis_angka
from tera.core.sebutan import sebutan_pilihan
from tera.evaluasi.models import PilihanPredikat
from tera.evaluasi.tampilan.dasar import NADA_PREDIKAT, SEBUTAN_MUTU
from tera.organisasi.models import Pegawai
from tera.regulasi.dasar import Dasar
from tera.regulasi.kenaikan import Arah, HasilSyarat, KuncianSyarat, Putusan
from tera.regulasi.pemuat import peraturan

NADA_STATUS = {
    "diusulkan": "peringatan",
    "ditetapkan": "sukses",
    "dikoreksi": "netral",
    "dibatalkan": "netral",
    "disusun": "peringatan",
    "tercatat": "sukses",
    "dipersoalkan": "peringatan",
    "dicabut": "netral",
    "menunggu": "info",
    "berjalan": "info",
    "selesai": "sukses",
    "gagal": "bahaya",
}
_SYARAT = {
    KuncianSyarat.ANGKA_KREDIT: gettext_lazy("Angka kredit"),
    KuncianSyarat.MASA_PANGKAT: gettext_lazy("Masa dalam pangkat"),
    KuncianSyarat.MASA_JENJANG: gettext_lazy("Masa dalam jenjang"),
    KuncianSyarat.PREDIKAT: gettext_lazy("Predikat kinerja"),
    KuncianSyarat.LOWONGAN: gettext_lazy("Lowongan"),
    KuncianSyarat.UJI_KOMPETENSI: gettext_lazy("Uji kompetensi"),
    KuncianSyarat.JENJANG_DAHULU: gettext_lazy("Jenjang dahulu"),
}
_HASIL = {
    HasilSyarat.TERPENUHI: (gettext_lazy("Terpenuhi"), "sukses", "circle-check"),
    HasilSyarat.BELUM: (gettext_lazy("Belum"), "peringatan", "clock"),
    HasilSyarat.BELUM_DIKETAHUI: (gettext_lazy("Belum diketahui"), "netral", "help-circle"),
}
PUTUSAN = {
    Putusan.DAPAT: (gettext_lazy("Dapat dipertimbangkan"), "sukses"),
    Putusan.BELUM: (gettext_lazy("Belum"), "peringatan"),
    Putusan.KEPUTUSAN_PEJABAT: (gettext_lazy("Keputusan pejabat"), "info"),
    Putusan.PUNCAK: (gettext_lazy("Puncak"), "netral"),
}


def sebutan_dasar(daftar: Iterable[Dasar]) -> list[str]:
    """Return the bases as a page names them: instrument, place, certainty."""
    hasil = []
    for satu in daftar:
        asal = peraturan(satu.peraturan)
        nomor = "" if asal.nomor == "-" else f" {asal.nomor}/{asal.tahun}"
        hasil.append(f"{asal.nama}{nomor}, {satu.letak} ({SEBUTAN_MUTU[satu.mutu.value]})")
    return hasil


def konteks_orang(
    lembar: LembarOrang, *, harapan: Harapan, form: HarapanForm, pada: dt.date
) -> dict[str, Any]:
    """Return the context of a person's page."""
    pegawai = lembar.buku.pegawai
    kini = lembar.buku.kini
    konteks: dict[str, Any] = {
        "pegawai": pegawai,
        "lembar": lembar,
        "sebab_kosong": _sebab_kosong(lembar, pegawai),
        "predikat": [
            (tahun, PilihanPredikat(kata).label) for tahun, kata in sorted(lembar.predikat.items())
        ],
        "usul": [baris_konversi(satu) for satu in lembar.buku.usul],
        "periodik": [
            {
                "masa": sebutan_bulan(satu.tahun, satu.bulan_mulai, satu.bulan_selesai),
                "predikat": PilihanPredikat(satu.predikat).label,
                "nada": NADA_PREDIKAT[PilihanPredikat(satu.predikat)],
                "evaluasi_id": satu.evaluasi_id,
            }
            for satu in lembar.periodik
        ],
        "fakta": [baris_fakta(satu) for satu in lembar.buku.fakta],
        "daftar_pak": [baris_pak(satu) for satu in lembar.buku.daftar_pak],
        "lampau": [_buku(satu) for satu in lembar.buku.lampau],
    }
    if kini is None:
        return konteks
    konteks |= {"kini": _buku(kini), "jumlah": kini.jumlah}
    if lembar.kelayakan is not None:
        konteks |= {
            "pangkat": _arah(lembar.kelayakan.pangkat, _("Kenaikan pangkat"), pegawai.golongan),
            "jenjang": _arah(
                lembar.kelayakan.jenjang, _("Kenaikan jenjang"), kini.masa.get_jenjang_display()
            ),
        }
    if lembar.proyeksi is not None:
        konteks |= _proyeksi(lembar, kini, form, pada)
    return konteks


def _sebab_kosong(lembar: LembarOrang, pegawai: Pegawai) -> str:
    if lembar.buku.kini is not None:
        return ""
    if pegawai.status not in {"pns", "cpns"}:
        return _(
            "Kenaikan pangkat dengan angka kredit hanya bagi PNS. Predikat kinerja Anda tetap "
            "tercatat dan tampak di bawah."
        )
    if not lembar.adalah_jf:
        return _("Angka kredit milik pemegang jabatan fungsional. Jabatan ini bukan.")
    return _(
        "Jenjang dan TMT-nya belum dicatat. Pengelola kinerja mencatatnya dari SK; sesudah itu "
        "hasil yang sudah final langsung diusulkan untuk dikonversi."
    )


def _arah(arah: Arah, judul: str, kini: str) -> dict[str, Any]:
    kata, nada = PUTUSAN[arah.putusan]
    tujuan = arah.tujuan
    if tujuan in PilihanJenjang.values:
        tujuan = str(PilihanJenjang(tujuan).label)
    return {
        "judul": judul,
        "kini": kini,
        "tujuan": tujuan,
        "kata": kata,
        "nada": nada,
        "puncak": arah.putusan is Putusan.PUNCAK,
        "keterangan": _("%(tujuan)s, dari buku jenjang lama") % {"tujuan": tujuan}
        if arah.dari_asal
        else tujuan,
        "kebutuhan": arah.kebutuhan,
        "kurang": -arah.kelebihan if arah.kelebihan is not None and arah.kelebihan < 0 else None,
        "lebih": arah.kelebihan if arah.kelebihan is not None and arah.kelebihan >= 0 else None,
        "syarat": [
            {
                "nama": _SYARAT[satu.kunci],
                "kata": _HASIL[satu.hasil][0],
                "nada": _HASIL[satu.hasil][1],
                "ikon": _HASIL[satu.hasil][2],
                "rincian": satu.rincian,
                "dasar": sebutan_dasar(satu.dasar),
            }
            for satu in arah.syarat
        ],
    }


def _buku(buku: Buku) -> dict[str, Any]:
    masa = buku.masa
    return {
        "masa": masa,
        "jenjang": masa.get_jenjang_display(),
        "cara": sebutan_pilihan(masa, "cara_masuk"),
        "jumlah": buku.jumlah,
        "bawaan": [
            (nama, nilai)
            for nama, nilai in (
                (_("AK dasar"), masa.ak_dasar),
                (_("AK JF lama"), masa.ak_lama),
                (_("AK penyesuaian"), masa.ak_penyesuaian),
                (_("AK konversi perpindahan"), masa.ak_perpindahan),
            )
            if nilai
        ],
        "baris": [_baris(satu) for satu in buku.baris],
        "hitungan": konteks_perpindahan(masa.perpindahan),
    }


def _baris(baris: BarisAngkaKredit) -> dict[str, Any]:
    konversi = baris.konversi
    dibalik = getattr(baris, "pembalik", None) is not None
    isi: dict[str, Any] = {
        "baris": baris,
        "nilai": baris.nilai,
        "dibalik": dibalik,
        "membalik": baris.membalik_id is not None,
        "alasan": baris.alasan,
    }
    if konversi is not None:
        isi |= {
            "masa": sebutan_bulan(konversi.tahun, konversi.bulan_mulai, konversi.bulan_selesai),
            "predikat": konversi.get_predikat_display(),
            "nada": NADA_PREDIKAT[PilihanPredikat(konversi.predikat)],
            "hitungan": hitungan(konversi),
            "konversi": konversi,
            "cetak": konversi.status == KonversiPredikat.Status.DITETAPKAN and not isi["membalik"],
        }
    elif baris.fakta is not None:
        isi |= {"masa": _("Ijazah %(t)s") % {"t": baris.fakta.get_tingkat_display()}}
    return isi


def hitungan(konversi: KonversiPredikat) -> str:
    """Return the sum in words: `9/12 × 100% × 12,5`."""
    bagian = f"{konversi.bulan}/12 × " if konversi.bulan < 12 else ""
    return (
        f"{bagian}{tulis_angka(konversi.persentase.normalize())}% × "
        f"{tulis_angka(konversi.koefisien.normalize())}"
    )


def baris_konversi(konversi: KonversiPredikat) -> dict[str, Any]:
    """Return one row of a list of conversions."""
    return {
        "konversi": konversi,
        "masa": sebutan_bulan(konversi.tahun, konversi.bulan_mulai, konversi.bulan_selesai),
        "predikat": konversi.get_predikat_display(),
        "nada": NADA_PREDIKAT[PilihanPredikat(konversi.predikat)],
        "hitungan": hitungan(konversi),
        "nilai": konversi.nilai,
        "jenjang": konversi.masa.get_jenjang_display(),
    }


def baris_fakta(fakta: FaktaJF) -> dict[str, Any]:
    """Return one row of a list of facts."""
    isi = str(sebutan_pilihan(fakta, "jenis"))
    if fakta.tingkat:
        isi = f"{isi}: {fakta.get_tingkat_display()}"
    elif fakta.jenis == "lowongan":
        isi = f"{isi}: {_('ada') if fakta.positif else _('tidak ada')}"
    elif fakta.jenis == "uji_kompetensi":
        isi = f"{isi}: {_('lulus') if fakta.positif else _('belum lulus')}"
    return {
        "fakta": fakta,
        "isi": isi,
        "status": sebutan_pilihan(fakta, "status"),
        "nada": NADA_STATUS[fakta.status],
        "bisa_dilaporkan": fakta.status == FaktaJF.Status.TERCATAT,
    }


def baris_pak(pak: PenetapanAngkaKredit) -> dict[str, Any]:
    """Return one row of a list of PAK."""
    return {
        "pak": pak,
        "status": sebutan_pilihan(pak, "status"),
        "nada": NADA_STATUS[pak.status],
    }


def kesimpulan_pak(isi: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what the sum means for both rises, by angka kredit alone."""
    if isi["puncak"]:
        return [(_("Kenaikan"), _("Sudah di puncak kategorinya"))]
    hasil = []
    for judul, kunci, tujuan in (
        (_("Kenaikan pangkat"), "pangkat", isi["pangkat_berikut"]),
        (_("Kenaikan jenjang"), "jenjang", isi["jenjang_berikut"]),
    ):
        if isi[f"butuh_{kunci}"] is None:
            continue
        lebih = Decimal(isi[f"lebih_{kunci}"])
        kata = _("lebih %(n)s") if lebih >= 0 else _("kurang %(n)s")
        kata %= {"n": tulis_angka(abs(lebih), 2)}
        butuh = tulis_angka(Decimal(isi[f"butuh_{kunci}"]), 2)
        hasil.append((judul, f"{tujuan}: {butuh} ({kata})"))
    return hasil


def _proyeksi(lembar: LembarOrang, kini: Buku, form: HarapanForm, pada: dt.date) -> dict[str, Any]:
    maju, layak = lembar.proyeksi, lembar.kelayakan
    assert maju is not None
    assert layak is not None
    capai = [hari.year for hari in (maju.tmt_pangkat, maju.tmt_jenjang) if hari is not None]
    akhir = min(max([*capai, pada.year + 3]), pada.year + 8)
    titik = [satu for satu in maju.titik if satu.tahun <= akhir]
    label = [_("Kini"), *(str(satu.tahun) for satu in titik)]
    seri: list[tuple[str, list[Decimal]]] = [
        (_("Angka kredit"), [kini.jumlah, *(satu.jumlah for satu in titik)])
    ]
    dari_asal = layak.pangkat.dari_asal
    for nama, butuh in (
        (_("Kebutuhan pangkat"), None if dari_asal else layak.pangkat.kebutuhan),
        (_("Kebutuhan jenjang"), layak.jenjang.kebutuhan),
    ):
        if butuh is not None:
            seri.append((nama, [butuh] * len(label)))
    return {
        "form_harapan": form,
        "label_bagan": label,
        "seri_bagan": seri,
        "tmt_pangkat": maju.tmt_pangkat,
        "tmt_jenjang": maju.tmt_jenjang,
        "pangkat_dari_asal": dari_asal,
        "harapan_lewat_jenjang": not dari_asal
        and any(satu.kunci is KuncianSyarat.JENJANG_DAHULU for satu in layak.pangkat.syarat),
        "menunggu": lembar.jumlah_dengan_usul - kini.jumlah,
    }
