"""The printed evaluation and the recap of a unit, wholly from frozen records."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.dokumen.model import (
    BarisHasilKerja,
    BarisPerilaku,
    BarisRekap,
    CapaianOrganisasi,
    DokumenEvaluasi,
    Identitas,
    Indikator,
    Keluarga,
    Pendekatan,
    Persetujuan,
    Predikat,
    Rating,
    RekapUnit,
    UmpanBalik,
)
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors.keberatan import status_resmi
from tera.organisasi.models import Periode, UnitKerja
from tera.skp.models import IndikatorKinerja, RencanaHasilKerja


@override(settings.LANGUAGE_CODE)  # a print is Indonesian whoever asks, and so is its digest
def evaluasi_kinerja(
    evaluasi: Evaluasi, *, penilai: Identitas, pegawai: Identitas, tanda: Persetujuan, periode: str
) -> DokumenEvaluasi:
    """Return the form *Evaluasi Kinerja Pegawai* from the record the decision left."""
    rekaman: dict[str, Any] = evaluasi.rekaman
    baris = [(satu["jenis"], _hasil(satu)) for satu in rekaman.get("hasil_kerja", ())]
    return DokumenEvaluasi(
        keluarga=Keluarga(rekaman["skp"].get("keluarga", evaluasi.skp.keluarga)),
        pendekatan=Pendekatan(rekaman["skp"].get("pendekatan", evaluasi.skp.pendekatan)),
        nama_instansi=rekaman["instansi"],
        periode=periode,
        periode_mulai=dt.date.fromisoformat(rekaman["periode"]["mulai"]),
        periode_selesai=dt.date.fromisoformat(rekaman["periode"]["selesai"]),
        pegawai=pegawai,
        penilai=penilai,
        utama=tuple(b for jenis, b in baris if jenis == RencanaHasilKerja.Jenis.UTAMA),
        tambahan=tuple(b for jenis, b in baris if jenis == RencanaHasilKerja.Jenis.TAMBAHAN),
        perilaku=tuple(
            BarisPerilaku(
                nilai=satu["nama"],
                panduan=tuple(satu["panduan"]),
                ekspektasi_khusus=satu["ekspektasi_khusus"],
                umpan_balik=_umpan(satu),
            )
            for satu in rekaman.get("perilaku_kerja", ())
        ),
        capaian_organisasi=CapaianOrganisasi(rekaman["capaian"]["level"]),
        rating_hasil_kerja=Rating(rekaman["rating_hasil_kerja"]),
        rating_perilaku_kerja=Rating(rekaman["rating_perilaku_kerja"]),
        predikat=Predikat(rekaman["predikat"]),
        tanda_penilai=tanda,
        status=status_resmi(evaluasi),
        catatan=_catatan(rekaman),
    )


def _hasil(satu: dict[str, Any]) -> BarisHasilKerja:
    return BarisHasilKerja(
        rencana_hasil_kerja=satu["rhk"],
        rhk_pimpinan=satu["rhk_pimpinan"],
        perspektif=_label(RencanaHasilKerja.Perspektif, satu["perspektif"]),
        penugasan_dari=satu.get("penugasan_dari", ""),
        daftar_indikator=tuple(
            Indikator(
                teks=ind["indikator"],
                target=f"{ind['target']} {ind['satuan']}".strip(),
                aspek=_label(IndikatorKinerja.Aspek, ind["aspek"]),
                realisasi=_realisasi(ind["realisasi"]),
            )
            for ind in satu["indikator"]
        ),
        umpan_balik=_umpan(satu),
    )


def _umpan(satu: dict[str, Any]) -> tuple[UmpanBalik, ...]:
    """The form's column: who gave it by part, not by name; records of old carry an empty text."""
    return tuple(
        UmpanBalik(pemberi=umpan["pemberi"], teks=umpan["teks"])
        for umpan in satu.get("umpan_balik") or ()
    )


def _realisasi(isi: dict[str, Any] | None) -> str:
    """What was reached, in words a reader checks: the figure, the words, where it came from."""
    if isi is None:
        return ""
    angka = f"{tulis_angka(isi['nilai'])} {isi['satuan']}".strip() if isi["nilai"] else ""
    sumber = ""
    if isi["asal"] == "dari_data":
        sumber = _("(dari data: %(sumber)s)") % {"sumber": isi["sumber_data"]}
    return "\n".join(teks for teks in (angka, isi["teks"], sumber) if teks)


def _catatan(rekaman: dict[str, Any]) -> str:
    """The rater's note, then the verified achievements with their measured effect."""
    capaian = [
        _("Capaian: %(judul)s. Sebelum: %(sebelum)s. Sesudah: %(sesudah)s. Diverifikasi %(nama)s.")
        % {
            "judul": satu["judul"].rstrip("."),
            "sebelum": satu["sebelum"].rstrip("."),
            "sesudah": satu["sesudah"].rstrip("."),
            # A degree may end the name with the sentence's own full stop.
            "nama": satu["pemeriksa"].rstrip("."),
        }
        for satu in rekaman.get("capaian_pegawai", ())
        if satu["status"] == "diverifikasi"
    ]
    return "\n".join(teks for teks in (rekaman.get("catatan", ""), *capaian) if teks)


def _label(pilihan: Any, nilai: str) -> str:
    return str(pilihan(nilai).label) if nilai else ""


@override(settings.LANGUAGE_CODE)
def rekap_unit(*, unit: UnitKerja, periode: Periode, daftar: Iterable[Evaluasi]) -> RekapUnit:
    """Return the recap of a unit and everything below it: who got what, and the counts."""
    evaluasi = list(daftar)
    hitung = Counter(satu.predikat for satu in evaluasi)
    rekaman = [satu.rekaman for satu in evaluasi]
    capaian = {r["capaian"]["unit"]: r["capaian"] for r in rekaman}
    return RekapUnit(
        nama_instansi=unit.instansi.nama,
        unit_kerja=unit.nama,
        periode=str(periode),
        periode_mulai=periode.mulai,
        periode_selesai=periode.selesai,
        daftar_capaian=tuple(
            _("%(unit)s: %(level)s, ditetapkan %(penetap)s %(pada)s")
            % {
                "unit": nama,
                "level": CapaianOrganisasi(isi["level"]).value.replace("_", " ").title(),
                "penetap": isi["penetap"],
                "pada": tulis_tanggal(dt.date.fromisoformat(isi["pada"])),
            }
            for nama, isi in sorted(capaian.items())
        ),
        baris=tuple(
            BarisRekap(
                nama=satu.rekaman["pegawai"]["nama"],
                nip=satu.rekaman["pegawai"]["nip"],
                jabatan=satu.rekaman["pegawai"]["jabatan"],
                rating_hasil_kerja=str(satu.get_rating_hasil_kerja_display()),
                rating_perilaku_kerja=str(satu.get_rating_perilaku_kerja_display()),
                predikat=str(satu.get_predikat_display()),
                status=status_resmi(satu),
            )
            for satu in evaluasi
        ),
        jumlah=tuple((str(p.value).replace("_", " ").title(), hitung[p.value]) for p in Predikat),
    )
