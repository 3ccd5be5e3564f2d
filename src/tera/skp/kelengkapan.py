"""What a plan still lacks before it may be sent: refusals, warnings, and notes to the penilai.

Instruments: the forms of PermenPANRB 6/2022 (dossier section 1.5; R-120, R-122). A draft is never
blocked by any of this. Tidak dimodelkan: whether a result is ambitious or an indicator good; the
library's checker says that gently and never refuses.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tera.skp.isi import DAFTAR_NILAI, IsiRHK, IsiSKP
from tera.skp.models import SKP


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: stable word, the sentence, and the row it speaks of (0: the whole plan)."""

    kode: str
    pesan: str
    baris: int = 0


@dataclass(frozen=True, slots=True)
class HasilKelengkapan:
    """``galat`` must be mended before sending; ``peringatan`` may stay; ``catatan`` is recorded."""

    galat: tuple[Temuan, ...]
    peringatan: tuple[Temuan, ...]
    catatan: tuple[Temuan, ...]

    @property
    def boleh_diajukan(self) -> bool:
        """Whether nothing must be mended."""
        return not self.galat


@dataclass(frozen=True, slots=True)
class Syarat:
    """What the instansi and the day decide.

    Attributes:
        aspek_kuantitas: policy word ``tidak``, ``peringatan`` or ``wajib``.
        wajib_ekspektasi_khusus: policy switch.
        pimpinan_punya_skp: whether the leader has any draft or set plan to choose an RHK from.
    """

    aspek_kuantitas: str
    wajib_ekspektasi_khusus: bool
    pimpinan_punya_skp: bool


def periksa_kelengkapan(
    *, isi: IsiSKP, keluarga: str, pendekatan: str, syarat: Syarat
) -> HasilKelengkapan:
    """Compare ``isi`` with what its form asks (T30 to T34 of the dossier)."""
    galat: list[Temuan] = []
    peringatan: list[Temuan] = []
    catatan: list[Temuan] = []
    if not any(rhk.jenis == "utama" and rhk.teks for rhk in isi.daftar_rhk):
        galat.append(
            Temuan(
                "tanpa_utama",
                _(
                    "Belum ada hasil kerja utama. SKP wajib punya sedikitnya satu; hasil kerja "
                    "tambahan saja tidak cukup. Tambahkan hasil kerja utama."
                ),
            )
        )
    kuantitatif = pendekatan == SKP.Pendekatan.KUANTITATIF
    for nomor, rhk in enumerate(isi.daftar_rhk, start=1):
        galat += _periksa_baris(nomor, rhk, kuantitatif)
        if keluarga == SKP.Keluarga.JPT_MANDIRI:
            if kuantitatif and not rhk.perspektif:
                galat.append(
                    Temuan(
                        "tanpa_perspektif",
                        _("Baris %(n)d belum punya perspektif. Pilih salah satu dari empat.")
                        % {"n": nomor},
                        nomor,
                    )
                )
            continue
        for temuan, wajib in _periksa_intervensi(nomor, rhk, syarat):
            (galat if wajib else catatan).append(temuan)
        tanpa_kuantitas = rhk.daftar_indikator and not any(
            ind.aspek == "kuantitas" for ind in rhk.daftar_indikator
        )
        if kuantitatif and syarat.aspek_kuantitas != "tidak" and tanpa_kuantitas:
            temuan = Temuan(
                "tanpa_aspek_kuantitas",
                _("Baris %(n)d belum punya indikator aspek kuantitas.") % {"n": nomor},
                nomor,
            )
            (galat if syarat.aspek_kuantitas == "wajib" else peringatan).append(temuan)
    if syarat.wajib_ekspektasi_khusus:
        kosong = [nilai for nilai in DAFTAR_NILAI if not isi.perilaku.get(nilai, "").strip()]
        if kosong:
            galat.append(
                Temuan(
                    "tanpa_ekspektasi",
                    _(
                        "Ekspektasi khusus belum diisi untuk %(n)d dari 7 nilai BerAKHLAK. "
                        "Instansi Anda mewajibkannya. Isi bagian perilaku kerja."
                    )
                    % {"n": len(kosong)},
                )
            )
    return HasilKelengkapan(tuple(galat), tuple(peringatan), tuple(catatan))


def _periksa_baris(nomor: int, rhk: IsiRHK, kuantitatif: bool) -> list[Temuan]:
    daftar: list[Temuan] = []
    if not rhk.teks:
        daftar.append(
            Temuan(
                "tanpa_teks",
                _("Baris %(n)d belum punya rencana hasil kerja. Isi, atau hapus barisnya.")
                % {"n": nomor},
                nomor,
            )
        )
    if not any(ind.teks for ind in rhk.daftar_indikator):
        daftar.append(
            Temuan(
                "tanpa_indikator",
                _("Baris %(n)d belum punya indikator. Tambahkan sedikitnya satu.") % {"n": nomor},
                nomor,
            )
        )
    if kuantitatif:
        for ke, ind in enumerate(rhk.daftar_indikator, start=1):
            if ind.teks and not ind.target:
                daftar.append(
                    Temuan(
                        "tanpa_target",
                        _("Baris %(n)d indikator %(ke)d belum punya target. Isi target.")
                        % {"n": nomor, "ke": ke},
                        nomor,
                    )
                )
    return daftar


def _periksa_intervensi(nomor: int, rhk: IsiRHK, syarat: Syarat) -> list[tuple[Temuan, bool]]:
    """T31: a row tied to nothing may be kept, not sent; unless nobody above can be tied to yet."""
    if rhk.rhk_pimpinan_id is not None or rhk.penugasan_khusus:
        return []
    if not syarat.pimpinan_punya_skp:
        return [
            (
                Temuan(
                    "tautkan_nanti",
                    _("Baris %(n)d belum ditautkan: pimpinan belum punya SKP saat ini diajukan.")
                    % {"n": nomor},
                    nomor,
                ),
                False,
            )
        ]
    return [
        (
            Temuan(
                "tanpa_rhk_pimpinan",
                _(
                    "Baris %(n)d belum ditautkan ke RHK pimpinan. Pilih RHK pimpinan yang "
                    "didukung, atau tandai penugasan khusus bila pemberi tugas di luar unit."
                )
                % {"n": nomor},
                nomor,
            ),
            True,
        )
    ]
