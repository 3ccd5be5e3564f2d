"""The words of the numbers: what a list is called, who waits for whom, what to do."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tera.evaluasi.models import PilihanPredikat
from tera.organisasi.kebijakan_kunci import Teks

__all__ = ["KATA", "Kata"]


@dataclass(frozen=True, slots=True)
class Kata:
    """A list's heading, and one sentence that says who acts."""

    judul: Teks
    penjelasan: Teks = ""


KATA: dict[str, Kata] = {
    "skp_wajib": Kata(_("Wajib menyusun SKP")),
    "skp_ditetapkan": Kata(_("SKP ditetapkan"), _("Termasuk SKP yang sudah ditutup.")),
    "skp_belum": Kata(
        _("Belum membuat SKP"), _("Menunggu pegawai membuat rancangan, lalu mengajukannya.")
    ),
    "skp_draf": Kata(_("SKP masih draf"), _("Menunggu pegawai mengajukannya kepada atasan.")),
    "skp_diajukan": Kata(
        _("SKP menunggu ditetapkan"), _("Menunggu pejabat penilai menetapkan atau mengembalikan.")
    ),
    "skp_dikembalikan": Kata(
        _("SKP dikembalikan"), _("Menunggu pegawai memperbaiki menurut catatan atasan.")
    ),
    "skp_terlambat": Kata(
        _("SKP terlambat"), _("Diajukan sesudah batas waktu; tetap diproses seperti biasa.")
    ),
    "lama_susun": Kata(
        _("Lama menyusun SKP"), _("Dari suntingan pertama sampai diajukan; yang terlama di atas.")
    ),
    "evaluasi_ditetapkan": Kata(
        _("Predikat sudah ditetapkan"), _("Termasuk yang sudah disampaikan dan yang sudah final.")
    ),
    "evaluasi_belum_dibuka": Kata(
        _("Evaluasi belum dibuka"),
        _("Tera membukanya saat periode berakhir; SKP-nya sudah ditetapkan."),
    ),
    "evaluasi_terbuka": Kata(
        _("Belum dinilai"), _("Menunggu pejabat penilai memberi rating; swakaji boleh menyusul.")
    ),
    "evaluasi_dinilai": Kata(
        _("Dinilai, belum ditetapkan"),
        _("Menunggu pejabat penilai menetapkan, sesudah capaian unit ditetapkan."),
    ),
    "evaluasi_belum_sampai": Kata(
        _("Lama belum disampaikan"),
        _("Predikat sudah ditetapkan; menunggu pejabat penilai menyampaikannya."),
    ),
    "evaluasi_terlambat": Kata(
        _("Terlambat dinilai"), _("Batas evaluasi unitnya sudah lewat, perpanjangan ikut dihitung.")
    ),
    "ikut": Kata(
        _("Sudah berpartisipasi"),
        _("Mengirim swakaji, memberi umpan balik, atau menanggapi umpan balik pada periode ini."),
    ),
    "belum_ikut": Kata(
        _("Belum berpartisipasi"),
        _(
            "Belum mengirim swakaji dan belum memberi atau menanggapi umpan balik. Pengisian "
            "putaran 360 tidak dihitung, supaya siapa yang mengisi tidak bisa ditebak."
        ),
    ),
    "melapor": Kata(_("Sudah melaporkan realisasi")),
    "belum_melapor": Kata(
        _("Belum melaporkan realisasi"), _("Menunggu pegawai mengisi realisasi pada periode ini.")
    ),
    "target": Kata(
        _("Target tercapai"), _("Satu baris tiap indikator yang realisasinya mencapai target.")
    ),
    "capaian": Kata(_("Prestasi terverifikasi"), _("Sudah diperiksa atasan dengan buktinya.")),
    "capaian_tunggu": Kata(
        _("Prestasi menunggu verifikasi"), _("Menunggu atasan memeriksa keadaan dan buktinya.")
    ),
    **{
        f"predikat_{satu.value}": Kata(
            satu.label,
            _(
                "Nama tampak bagi pimpinan unit ini dan di atasnya. Petugas membaca jumlahnya; "
                "nama hanya yang dibuka mode petugas."
            ),
        )
        for satu in PilihanPredikat
    },
}
