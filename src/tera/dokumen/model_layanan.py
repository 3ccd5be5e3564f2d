"""View model of the poster of a service point: frozen, plain values, no Django."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterLayanan:
    """The poster of a service point: one QR code that leads to the citizens' questions."""

    nama_instansi: str
    unit_kerja: str
    titik: str
    jenis_layanan: str
    alamat_web: str
    # Written short under the code, for those who type it.
    alamat_ketik: str
    langkah: tuple[str, ...]
    janji: str
    ajakan: str
    ajakan_inggris: str
    judul: str = "Bagaimana pelayanan kami?"
