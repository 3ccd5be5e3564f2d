"""Shape of what people type about award kinds, rounds, candidates, decisions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit, cari_pegawai, tulis_pegawai
from tera.organisasi.models import Penugasan
from tera.regulasi.penghargaan import KODE_PENGHARGAAN
from tera.tindak_lanjut.models import JenisPenghargaan, PandanganAnggota
from tera.tindak_lanjut.selectors.penghargaan.putaran import BarisCalon


class JenisForm(IsianForm):
    """An award kind."""

    nama = forms.CharField(label=_("Nama penghargaan"), max_length=160)
    aturan = forms.ChoiceField(label=_("Aturan"), choices=JenisPenghargaan.Aturan.choices)
    kriteria = forms.CharField(
        label=_("Kriteria"),
        max_length=4000,
        widget=TeksPanjang,
        help_text=_("Terbaca semua pegawai, dan siapa pun bila namanya boleh diumumkan ke luar."),
    )
    dasar = forms.CharField(
        label=_("Dasar"), max_length=200, help_text=_("Nomor surat atau peraturannya.")
    )
    berkala = forms.ChoiceField(label=_("Waktu"), choices=JenisPenghargaan.Berkala.choices)
    kuota = forms.IntegerField(
        label=_("Kuota"), min_value=1, max_value=500, required=False,
        help_text=_("Paling banyak orang dalam satu putaran. Kosongkan bila tidak dibatasi."),
    )  # fmt: skip
    predikat_minimal = forms.ChoiceField(
        label=_("Predikat kinerja paling rendah"),
        choices=[("", _("Tidak dipakai")), *JenisPenghargaan.PredikatMinimal.choices],
        required=False,
        help_text=_("Tidak berlaku bagi Satyalancana: syaratnya dari peraturan."),
    )
    jumlah_tahun_predikat = forms.IntegerField(
        label=_("Selama berapa tahun berturut-turut"), min_value=1, max_value=5, initial=2
    )
    capaian_minimal = forms.IntegerField(
        label=_("Capaian terverifikasi paling sedikit"), min_value=0, max_value=20, initial=0,
        help_text=_("Dalam tahun putarannya. 0: tidak dipakai."),
    )  # fmt: skip
    masa_kerja_minimal = forms.IntegerField(
        label=_("Masa kerja paling sedikit (tahun)"), min_value=0, max_value=40, initial=0
    )
    bersih_disiplin = forms.BooleanField(
        label=_("Tidak pernah dijatuhi hukuman disiplin sedang atau berat"), required=False,
        initial=True,
    )  # fmt: skip
    boleh_publik = forms.BooleanField(
        label=_("Penerimanya boleh diumumkan di halaman publik"), required=False,
        help_text=_("Hanya nama orang yang menyetujuinya; predikat dan NIP tidak pernah tampil."),
    )  # fmt: skip
    kode_siasn = forms.ChoiceField(
        label=_("Dicatat di SIASN sebagai"), choices=[], required=False,
        help_text=_("Satyalancana terisi sendiri."),
    )  # fmt: skip
    aktif = forms.BooleanField(label=_("Masih dipakai"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kode = KODE_PENGHARGAAN.terakhir.nilai
        self.fields["kode_siasn"].choices = [  # type: ignore[attr-defined]
            ("", _("Tidak dicatat")),
            *((satu, f"{satu} {nama}") for satu, nama in kode.items()),
        ]


class PutaranForm(IsianForm):
    """A new round."""

    jenis = forms.TypedChoiceField(label=_("Jenis penghargaan"), coerce=int)
    nama = forms.CharField(
        label=_("Nama putaran"), max_length=160, help_text=_("Misalnya: Usul Agustus 2026.")
    )
    unit = IsianUnit(
        label=_("Untuk unit"), help_text=_("Berlaku juga bagi semua unit di bawahnya.")
    )
    tanggal_usul = TanggalField(
        label=_("Tanggal usul"),
        help_text=_("Masa kerja dan fakta lain dihitung sampai bulan ini."),
    )
    usul_sampai = TanggalField(label=_("Usulan diterima sampai"))

    def __init__(self, *args: Any, daftar_jenis: Iterable[JenisPenghargaan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.per_pk = {satu.pk: satu for satu in daftar_jenis}
        self.fields["jenis"].choices = [  # type: ignore[attr-defined]
            (pk, satu.nama) for pk, satu in self.per_pk.items()
        ]


class UsulanForm(IsianForm):
    """A rater proposes somebody."""

    pegawai = forms.TypedChoiceField(label=_("Siapa yang Anda usulkan"), coerce=int)
    alasan = forms.CharField(
        label=_("Alasan"), max_length=2000, widget=TeksPanjang,
        help_text=_(
            "Apa yang dikerjakan, akibatnya, dan buktinya. Orangnya ikut membaca alasan ini."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, daftar: Sequence[Penugasan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].choices = [  # type: ignore[attr-defined]
            ("", _("Pilih orangnya")),
            *(
                (satu.pegawai_id, f"{satu.pegawai.nama_lengkap} · {satu.unit.nama}")
                for satu in daftar
            ),
        ]


class TimForm(IsianForm):
    """The committee by its letter."""

    nomor = forms.CharField(label=_("Nomor surat penunjukan"), max_length=100)
    tanggal = TanggalField(label=_("Tanggal surat"))
    ketua = IsianPegawai(label=_("Ketua"))
    sekretaris = IsianPegawai(label=_("Sekretaris"), required=False)
    anggota = forms.CharField(
        label=_("Anggota"), max_length=4000, widget=TeksPanjang,
        help_text=_("Satu orang tiap baris: NIP, atau sebagian nama."),
    )  # fmt: skip

    def clean_anggota(self) -> list[int]:
        """Each line names one person."""
        hasil: list[int] = []
        for baris in self.cleaned_data["anggota"].splitlines():
            teks = baris.strip()
            if not teks:
                continue
            calon = cari_pegawai(instansi_id=self.aktor.instansi_id, teks=teks)
            if len(calon) != 1:
                raise forms.ValidationError(
                    gettext("“%(teks)s” tidak menunjuk tepat satu orang. %(saran)s")
                    % {
                        "teks": teks[:80],
                        "saran": "; ".join(tulis_pegawai(satu) for satu in calon[:4])
                        or gettext("Tulis NIP-nya."),
                    }
                )
            if calon[0].pk not in hasil:
                hasil.append(calon[0].pk)
        return hasil

    def daftar(self) -> dict[int, str]:
        """Return person → post in the committee."""
        isi = self.cleaned_data
        hasil = dict.fromkeys(isi["anggota"], "anggota")
        if isi["sekretaris"]:
            hasil[isi["sekretaris"].pk] = "sekretaris"
        hasil[isi["ketua"].pk] = "ketua"
        return hasil


class PandanganForm(IsianForm):
    """A member's view."""

    pandangan = forms.ChoiceField(
        label=_("Pandangan Anda"), choices=PandanganAnggota.Pandangan.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip
    benturan_lain = forms.BooleanField(
        label=_("Saya punya benturan kepentingan dengan orang ini"), required=False,
        help_text=_("Keluarga, usaha bersama, atau sebab lain. Pandangan Anda lalu abstain."),
    )  # fmt: skip
    alasan = forms.CharField(
        label=_("Alasan"), max_length=2000, widget=TeksPanjang(attrs={"rows": 3})
    )


class PutusanForm(IsianForm):
    """The decision on every candidate, with its document."""

    nomor = forms.CharField(label=_("Nomor keputusan"), max_length=100)
    tanggal = TanggalField(label=_("Tanggal keputusan"))
    alasan_tetap = forms.CharField(
        label=_("Alasan bagi yang ditetapkan"), max_length=1000, required=False,
        widget=TeksPanjang(attrs={"rows": 2}),
        help_text=_("Dipakai bagi yang alasannya sendiri dikosongkan."),
    )  # fmt: skip
    alasan_tidak = forms.CharField(
        label=_("Alasan bagi yang tidak ditetapkan"), max_length=1000, required=False,
        widget=TeksPanjang(attrs={"rows": 2}),
        help_text=_("Dipakai bila alasan sendiri dikosongkan. Orangnya membaca alasan ini."),
    )  # fmt: skip

    PILIHAN = (("ya", _("Tetapkan")), ("tidak", _("Tidak")))

    def __init__(self, *args: Any, daftar: Sequence[BarisCalon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.daftar = daftar
        for satu in daftar:
            pk = satu.calon.pk
            nama = satu.calon.pegawai.nama_lengkap
            self.fields[f"putusan_{pk}"] = forms.ChoiceField(
                label=nama, choices=self.PILIHAN, widget=forms.RadioSelect,
                initial=_menurut_tim(satu),
            )  # fmt: skip
            self.fields[f"alasan_{pk}"] = forms.CharField(
                label=gettext("Alasan untuk %(nama)s") % {"nama": nama}, max_length=1000,
                required=False,
            )  # fmt: skip

    @property
    def baris(self) -> list[dict[str, Any]]:
        """Return the candidates with their two fields."""
        return [
            {
                "baris": satu,
                "putusan": self[f"putusan_{satu.calon.pk}"],
                "alasan": self[f"alasan_{satu.calon.pk}"],
            }
            for satu in self.daftar
        ]

    def putusan(self) -> dict[int, tuple[bool, str]]:
        """Return candidate → (awarded, why)."""
        isi = self.cleaned_data
        hasil = {}
        for satu in self.daftar:
            pk = satu.calon.pk
            ya = isi[f"putusan_{pk}"] == "ya"
            umum = isi["alasan_tetap"] if ya else isi["alasan_tidak"]
            hasil[pk] = (ya, isi[f"alasan_{pk}"] or umum)
        return hasil


def _menurut_tim(satu: BarisCalon) -> str | None:
    """What most members said; nothing is chosen where they are equal or silent.

    Nor is an award proposed while a condition isn't known to be met: that is the decider's word.
    """
    if satu.tidak_mendukung > satu.mendukung:
        return "tidak"
    lengkap = satu.fakta.terpenuhi == len(satu.fakta.daftar)
    return "ya" if satu.mendukung > satu.tidak_mendukung and lengkap else None


class MundurForm(IsianForm):
    """Declining; why may stay unsaid."""

    alasan = forms.CharField(label=_("Alasan"), max_length=1000, widget=TeksPanjang, required=False)


class PersetujuanForm(IsianForm):
    """Whether one's name may be read outside."""

    setuju = forms.ChoiceField(
        label=_("Nama saya di halaman publik"),
        choices=(("ya", _("Boleh ditampilkan")), ("tidak", _("Jangan ditampilkan"))),
        widget=forms.RadioSelect,
    )
    alasan_publik = forms.CharField(
        label=_("Kalimat yang menyertai nama saya"), max_length=500, required=False,
        widget=TeksPanjang(attrs={"rows": 3}),
        help_text=_("Misalnya apa yang Anda kerjakan. Boleh kosong; bisa diubah kapan saja."),
    )  # fmt: skip
