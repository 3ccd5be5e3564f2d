"""The distribution page of one unit: counts beside the pattern, what if, the explanations."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.evaluasi import selectors
from tera.evaluasi.forms import AndaiForm
from tera.evaluasi.models import CapaianOrganisasi, CatatanKerja, Evaluasi, PilihanPredikat
from tera.evaluasi.selectors.distribusi import (
    distribusi_banyak,
    orang_dihitung,
    periksa,
)
from tera.evaluasi.selectors.jangkauan import jangkauan
from tera.evaluasi.tampilan.dasar import NADA_PREDIKAT
from tera.organisasi.models import Periode, UnitKerja
from tera.regulasi.distribusi import (
    SUMBU_KURVA,
    HasilDistribusi,
    HasilPeriksa,
    Pembulatan,
    bentuk_kurva,
)
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja

BATAS_ORANG = 100_000


def konteks_distribusi(
    *,
    aktor: Aktor,
    unit: UnitKerja,
    periode: Periode,
    aturan: Mapping[str, Any],
    tanya: Mapping[str, str],
    anak: list[str],
    boleh_menjelaskan: bool,
) -> dict[str, Any]:
    """What the page shows; ``tanya`` are the what-if parameters of the address."""
    pada = aktor.hari_ini
    capaian = selectors.capaian_unit(unit=unit, periode=periode)
    kini = selectors.distribusi_unit(
        unit=unit, periode=periode, capaian=capaian, pada=pada, aturan=aturan
    )
    level = capaian.level if capaian else ""
    orang = (
        list(
            orang_dihitung(unit=unit, periode=periode, aturan=aturan, anak=anak)
            .exclude(rating_hasil_kerja="")
            .exclude(masih_ditandai_buta())
            .select_related("pegawai")
            .order_by("pegawai__nama", "pk")[:300]
        )
        # One person's ratings are the heads'; an officer reads counts.
        if boleh_menjelaskan
        else []
    )
    penjelasan = list(selectors.penjelasan_unit(unit=unit, periode=periode))
    return {
        "unit": unit,
        "periode": periode,
        "capaian": capaian,
        "kini": kini,
        "n": sum(kini.jumlah.values()),
        "hasil": hasil_periksa(kini.hasil),
        "pola": pola(kini.jumlah, level, pada),
        "aturan": {
            "terkecil": aturan["evaluasi.n_minimum_distribusi"],
            "kepala": aturan["evaluasi.kepala_dihitung"],
            "terdekat": aturan["evaluasi.pembulatan"] == Pembulatan.TERDEKAT,
        },
        "penjelasan": penjelasan,
        "sudah_dijelaskan": bool(penjelasan) and penjelasan[0].jumlah == kini.ringkas()["jumlah"],
        "boleh_menjelaskan": kini.perlu_alasan and boleh_menjelaskan,
        "andai": andai(kini.jumlah, level, aturan, orang, tanya, pada) if level else None,
        "orang": orang,
    }


def masih_ditandai_buta() -> Q:
    """People whose blind marks are still to come: a what-if would tell the atasan their ratings."""
    return Q(
        ~Exists(
            CatatanKerja.objects.filter(
                evaluasi=OuterRef("pk"), oleh=CatatanKerja.Oleh.ATASAN_PENILAI
            )
        ),
        tanda_buta=True,
        status__in=[Evaluasi.Status.TERBUKA, Evaluasi.Status.DINILAI],
    )


def hasil_periksa(hasil: HasilDistribusi | None) -> dict[str, Any] | None:
    """The outcome of a check in words and tone."""
    if hasil is None:
        return None
    kata = {
        HasilPeriksa.SESUAI: (_("Sesuai pola"), "sukses"),
        HasilPeriksa.MELANGGAR: (_("Perlu alasan"), "peringatan"),
        HasilPeriksa.PERTIMBANGAN: (_("Bahan pertimbangan"), "info"),
    }
    label, nada = kata[hasil.hasil]
    return {
        "label": label,
        "nada": nada,
        "pelanggaran": hasil.pelanggaran,
        "catatan": hasil.catatan,
    }


def pola(jumlah: Mapping[Predikat, int], level: str, pada: Any) -> list[dict[str, Any]]:
    """Bars of the counts with the height of the pattern's curve behind, left to right."""
    bentuk = bentuk_kurva(Capaian(level), pada=pada) if level else {}
    puncak_orang = max([*jumlah.values(), 1])
    puncak_bentuk = max([*bentuk.values(), 1])
    return [
        {
            "label": PilihanPredikat(satu.value).label,
            "nada": NADA_PREDIKAT[PilihanPredikat(satu.value)],
            "jumlah": jumlah.get(satu, 0),
            # Tenths: the style sheet has a class for each.
            "tinggi": round(10 * jumlah.get(satu, 0) / puncak_orang),
            "bentuk": round(10 * bentuk.get(satu, 0) / puncak_bentuk) if bentuk else None,
        }
        for satu in SUMBU_KURVA
    ]


def andai(
    jumlah: Mapping[Predikat, int],
    level: str,
    aturan: Mapping[str, Any],
    orang: list[Evaluasi],
    tanya: Mapping[str, str],
    pada: Any,
) -> dict[str, Any]:
    """The counts as they would be: other numbers, or one person with other ratings."""
    baru = dict(jumlah)
    sebut = ""
    form = AndaiForm(initial={"hasil": "sesuai", "perilaku": "sesuai"})
    dipilih = next((o for o in orang if str(o.pk) == tanya.get("orang", "")), None)
    if dipilih is not None:
        form = AndaiForm(tanya)
        if form.is_valid():
            lama = _predikat(dipilih.rating_hasil_kerja, dipilih.rating_perilaku_kerja, pada)
            kini = _predikat(form.cleaned_data["hasil"], form.cleaned_data["perilaku"], pada)
            baru[lama] -= 1
            baru[kini] += 1
            sebut = _("%(nama)s: %(lama)s menjadi %(kini)s") % {
                "nama": dipilih.pegawai.nama_lengkap,
                "lama": lama.label,
                "kini": kini.label,
            }
    elif any(satu.value in tanya for satu in Predikat):
        baru = {
            satu: _bilangan(tanya.get(satu.value, ""), jumlah.get(satu, 0)) for satu in Predikat
        }
    return {
        "isian": [
            {
                "nama": satu.value,
                "label": PilihanPredikat(satu.value).label,
                "jumlah": baru.get(satu, 0),
            }
            for satu in reversed(SUMBU_KURVA)
        ],
        "berubah": baru != dict(jumlah),
        "sebut": sebut,
        "form": form,
        "dipilih": dipilih.pk if dipilih else None,
        "hasil": hasil_periksa(periksa(baru, level=level, aturan=aturan, pada=pada)),
    }


def _predikat(hasil: str, perilaku: str, pada: Any) -> Predikat:
    return predikat_kinerja(
        hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
    ).predikat


def _bilangan(teks: str, bawaan: int) -> int:
    return min(int(teks), BATAS_ORANG) if teks.isdecimal() and len(teks) < 8 else bawaan


def konteks_daftar_distribusi(
    *, aktor: Aktor, periode: Periode, aturan: Mapping[str, Any]
) -> dict[str, Any]:
    """Every unit the aktor may see with its state: four queries whatever the number."""
    daftar = list(
        selectors.unit_distribusi_terlihat(
            jangkauan=jangkauan(aktor=aktor, pada=aktor.hari_ini),
            instansi_id=aktor.instansi_id,
            aturan=aturan,
        )
    )
    keadaan = distribusi_banyak(daftar=daftar, periode=periode, aturan=aturan, pada=aktor.hari_ini)
    return {
        "periode": periode,
        "daftar": [
            {
                "unit": unit,
                "capaian": CapaianOrganisasi.Level(level).label if level else "",
                "kini": kini,
                "n": sum(kini.jumlah.values()),
                "hasil": hasil_periksa(kini.hasil),
                "dijelaskan": dijelaskan,
            }
            for unit, level, kini, dijelaskan in keadaan
        ],
    }
