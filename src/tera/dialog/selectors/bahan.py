"""What the work itself puts on the agenda: figures behind target, plans that end, open questions.

Only what the one who asks may read of the person's work; a colleague met by agreement is offered
nothing of the other. ``agenda_bahan`` is the one place where further rooms add their material.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core.aktor import Aktor
from tera.dialog.models import ButirAgenda, Kesepakatan, Pertanyaan, Pertemuan
from tera.evaluasi.models import Evaluasi, LevelRating
from tera.organisasi.models import JenisPeriode, Periode
from tera.pelaksanaan.models import RencanaAksi, StatusLaporan
from tera.pelaksanaan.selectors import BahanEvaluasi, BarisRHK, bahan_evaluasi
from tera.skp.models import SKP
from tera.skp.selectors import skp_terlihat
from tera.umpan_balik.models import HubunganPemberi, UmpanBalik

#: A plan whose period ends within so many days is worth a word.
HARI_BERAKHIR = 14
#: What was said longer ago has been spoken about, or never will be.
HARI_UMPAN = 90
_SUDAH = (Evaluasi.Status.DISAMPAIKAN, Evaluasi.Status.KEBERATAN, Evaluasi.Status.DIPUTUS,
          Evaluasi.Status.FINAL)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bahan:
    """One thing worth speaking about: a stable key, where it is from, the words."""

    kunci: str
    asal: str
    teks: str


def agenda_bahan(*, aktor: Aktor, pertemuan: Pertemuan, pada: dt.date) -> list[Bahan]:
    """Collect what isn't on a meeting's agenda yet; a fixed number of queries."""
    daftar: list[Bahan] = []
    skp = _skp(aktor, pertemuan, pada)
    if skp is not None:
        daftar += _pelaksanaan(skp, pada)
    if pertemuan.evaluasi is not None and pertemuan.evaluasi.status in _SUDAH:
        daftar += _hasil(pertemuan.evaluasi)
    # A ketua tim doesn't read what others said.
    membaca = skp is not None and (
        pertemuan.hubungan == Pertemuan.Hubungan.PENILAI_PEGAWAI
        or aktor.pegawai_id == pertemuan.pegawai_id
    )
    terbuka, sudah = _terbuka(pertemuan, skp if membaca else None, pada)
    return [satu for satu in (*daftar, *terbuka) if satu.kunci not in sudah]


def _skp(aktor: Aktor, pertemuan: Pertemuan, pada: dt.date) -> SKP | None:
    if (
        pertemuan.hubungan == Pertemuan.Hubungan.KESEPAKATAN
        and aktor.pegawai_id != pertemuan.pegawai_id
    ):
        return None
    return (
        skp_terlihat(aktor=aktor)
        .filter(
            pegawai_id=pertemuan.pegawai_id,
            status__in=[SKP.Status.DITETAPKAN, SKP.Status.DITUTUP],
            tahun=pada.year,
        )
        .order_by("-mulai", "-versi")
        .first()
    )


def _pelaksanaan(skp: SKP, pada: dt.date) -> list[Bahan]:
    periode = list(
        Periode.objects.filter(instansi_id=skp.instansi_id, tahun=skp.tahun).order_by("selesai")
    )
    tahunan = next((satu for satu in periode if satu.jenis == JenisPeriode.TAHUNAN), None)
    if tahunan is None:
        return []
    bahan = bahan_evaluasi(skp=skp, periode=tahunan)
    hasil = [satu for rhk in bahan.daftar_rhk for satu in _rhk(rhk, _bagian_tahun(skp, pada))]
    kini = next(
        (
            satu
            for satu in periode
            if satu.jenis != JenisPeriode.TAHUNAN and satu.mulai <= pada <= satu.selesai
        ),
        tahunan,
    )
    if (kini.selesai - pada).days <= HARI_BERAKHIR:
        hasil += [
            Bahan(
                f"rencana_aksi:{pk}",
                ButirAgenda.Asal.RENCANA_AKSI,
                _("Rencana aksi berakhir %(tanggal)s: %(teks)s")
                % {"tanggal": tulis_tanggal(kini.selesai), "teks": teks},
            )
            for pk, teks in RencanaAksi.objects.filter(penugasan_id=skp.penugasan_id, periode=kini)
            .order_by("urut", "pk")
            .values_list("pk", "teks")[:20]
        ]
    return hasil + _tanpa_bukti(bahan)


def _bagian_tahun(skp: SKP, pada: dt.date) -> Decimal:
    """How much of the plan's time has passed, in percent."""
    lama = (skp.selesai - skp.mulai).days + 1
    lewat = min(max((pada - skp.mulai).days, 0), lama)
    return Decimal(100 * lewat) / lama


def _rhk(rhk: BarisRHK, bagian: Decimal) -> list[Bahan]:
    hasil = []
    for satu in rhk.daftar_indikator:
        kerja = satu.realisasi
        isi = {"rhk": rhk.teks, "indikator": satu.teks}
        if kerja is None:
            hasil.append(
                Bahan(
                    f"rhk:{satu.kunci}",
                    ButirAgenda.Asal.RHK,
                    _("Belum ada realisasi: %(rhk)s (%(indikator)s)") % isi,
                )
            )
        elif kerja.status == StatusLaporan.DIKEMBALIKAN:
            hasil.append(
                Bahan(
                    f"kembali:{satu.kunci}",
                    ButirAgenda.Asal.REALISASI,
                    _("Realisasi dikembalikan: %(rhk)s (%(indikator)s)") % isi,
                )
            )
        elif kerja.target_tercapai:
            hasil.append(
                Bahan(
                    f"capai:{satu.kunci}",
                    ButirAgenda.Asal.REALISASI,
                    _("Target tercapai: %(rhk)s (%(indikator)s)") % isi,
                )
            )
        elif kerja.persen is not None and kerja.persen < bagian:
            hasil.append(
                Bahan(
                    f"rhk:{satu.kunci}",
                    ButirAgenda.Asal.RHK,
                    _("Di belakang target (%(persen)s%%): %(rhk)s (%(indikator)s)")
                    % {**isi, "persen": f"{kerja.persen:.0f}"},
                )
            )
    return hasil


def _tanpa_bukti(bahan: BahanEvaluasi) -> list[Bahan]:
    return [
        Bahan(
            f"bukti:{rhk.kunci}",
            ButirAgenda.Asal.REALISASI,
            _("Realisasi tanpa bukti dukung: %(rhk)s") % {"rhk": rhk.teks},
        )
        for rhk in bahan.daftar_rhk
        if not rhk.daftar_bukti and any(satu.realisasi for satu in rhk.daftar_indikator)
    ]


def _hasil(satu: Evaluasi) -> list[Bahan]:
    hasil = [
        Bahan(
            f"hasil:{satu.pk}",
            ButirAgenda.Asal.HASIL,
            _("Predikat %(periode)s: %(predikat)s")
            % {"periode": satu.periode, "predikat": satu.get_predikat_display()},
        )
    ]
    for kata, judul, rating, alasan in (
        ("hasil", _("Hasil kerja"), satu.rating_hasil_kerja, satu.alasan_hasil_kerja),
        ("perilaku", _("Perilaku kerja"), satu.rating_perilaku_kerja, satu.alasan_perilaku_kerja),
    ):
        if alasan and rating:
            hasil.append(
                Bahan(
                    f"alasan:{satu.pk}:{kata}",
                    ButirAgenda.Asal.HASIL,
                    f"{judul}, {LevelRating(rating).label}: {alasan}",
                )
            )
    return hasil


def _terbuka(pertemuan: Pertemuan, skp: SKP | None, pada: dt.date) -> tuple[list[Bahan], set[str]]:
    """Open questions and agreements of the two, what was suggested lately under ``skp``, and what

    the agenda holds already: one query.
    """
    orang = {pertemuan.pegawai_id, pertemuan.mitra_id}
    tanya = Pertanyaan.objects.filter(
        penanya_id=pertemuan.pegawai_id,
        penilai_id=pertemuan.mitra_id,
        status=Pertanyaan.Status.TERBUKA,
    ).annotate(
        kata=Value("pertanyaan"),
        isi=Cast(F("teks"), CharField(max_length=4000)),
        hari=Cast(Value(None), DateField()),
    )
    janji = (
        Kesepakatan.objects.filter(
            penanggung_jawab_id__in=orang,
            pihak_lain_id__in=orang,
            status=Kesepakatan.Status.TERBUKA,
        )
        .exclude(pertemuan=pertemuan)
        .annotate(kata=Value("kesepakatan"), isi=F("uraian"), hari=F("tenggat"))
    )
    agenda = ButirAgenda.objects.filter(pertemuan=pertemuan).exclude(rujukan="").annotate(
        kata=Value("agenda"), isi=F("rujukan"), hari=Cast(Value(None), DateField())
    )  # fmt: skip
    umpan = (
        UmpanBalik.objects.filter(
            penugasan_id=skp.penugasan_id if skp else 0,
            tanggal__gte=pada - dt.timedelta(days=HARI_UMPAN),
            ditarik_at__isnull=True,
        )
        .exclude(jenis=UmpanBalik.Jenis.APRESIASI)
        .order_by()
        .annotate(
            kata=Value("umpan_balik"),
            isi=Concat("hubungan", Value(":"), "teks", output_field=CharField()),
            hari=F("tanggal"),
        )
    )
    kolom = ("kata", "pk", "isi", "hari")
    hasil: list[Bahan] = []
    sudah: set[str] = set()
    for kata, pk, isi, hari in sorted(
        tanya.values_list(*kolom).union(
            janji.values_list(*kolom),
            agenda.values_list(*kolom),
            umpan.values_list(*kolom),
            all=True,
        ),
        key=lambda satu: (satu[0], satu[1]),
    ):
        if kata == "agenda":
            sudah.add(isi)
        elif kata == "umpan_balik":
            siapa, _pisah, ucapan = isi.partition(":")
            teks = _("Umpan balik %(siapa)s: %(teks)s") % {
                "siapa": str(HubunganPemberi(siapa).label).lower(),
                "teks": ucapan,
            }
            hasil.append(Bahan(f"umpan_balik:{pk}", ButirAgenda.Asal.UMPAN_BALIK, teks))
        elif kata == "pertanyaan":
            teks = _("Pertanyaan yang belum dijawab: %(teks)s") % {"teks": isi}
            hasil.append(Bahan(f"pertanyaan:{pk}", ButirAgenda.Asal.PERTANYAAN, teks))
        else:
            teks = _("Kesepakatan sampai %(tanggal)s: %(teks)s") % {
                "tanggal": tulis_tanggal(hari),
                "teks": isi,
            }
            hasil.append(Bahan(f"kesepakatan:{pk}", ButirAgenda.Asal.KESEPAKATAN, teks))
    return hasil, sudah
