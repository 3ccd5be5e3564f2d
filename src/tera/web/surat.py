"""Fills the activation letter: the codes of one issue as a view model to print."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core.aktor import Aktor
from tera.dokumen.model import AkunBaru, SuratAktivasi
from tera.organisasi.models import Instansi
from tera.organisasi.services.aktivasi import KodeSiapCetak


@override(settings.LANGUAGE_CODE)  # letters are Indonesian whoever prints them
def surat_aktivasi(*, aktor: Aktor, daftar: list[KodeSiapCetak], nama_unit: str) -> SuratAktivasi:
    """Return the letters of ``daftar``, one page per person."""
    alamat = f"{settings.TERA_ALAMAT}/aktivasi/"
    instansi = Instansi.objects.get(pk=aktor.instansi_id)
    return SuratAktivasi(
        nama_instansi=instansi.nama,
        unit_kerja=nama_unit,
        alamat_web=alamat,
        daftar_akun=tuple(
            AkunBaru(
                nama=satu.pegawai.nama_lengkap,
                nama_akun=satu.nama_akun,
                kode=satu.kode,
                berlaku_sampai=satu.berlaku_sampai,
                unit_kerja=nama_unit,
            )
            for satu in daftar
        ),
        langkah=(
            _("Buka alamat di atas, atau pindai kode QR dengan kamera HP."),
            _("Ketik nama akun dan kode sekali pakai."),
            _("Buat sandi Anda sendiri. Jangan beri tahu siapa pun, juga petugas."),
            _("Anda langsung masuk. Pasang langkah kedua agar akun lebih aman."),
        ),
        cara_atur_ulang=_(
            "Temui pengelola kinerja unit Anda dengan membawa kartu identitas. Kode baru diberikan "
            "saat itu juga, dan kode ini otomatis tidak berlaku."
        ),
        kontak=_("%(nama)s, pengelola kinerja") % {"nama": aktor.nama},
        tanggal=aktor.hari_ini,
    )
