"""What the whole plays act in common: the worker's round, a team rated, papers taken and read."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from alur import pentas
from pemeran import Pemeran
from tera.core import jadwal, kejadian
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Pegawai, Periode


@dataclass(frozen=True, slots=True)
class Nilai:
    """What Budi finds of one person, with a reason where it isn't *sesuai*."""

    orang: Pegawai
    hasil: str = "sesuai"
    perilaku: str = "sesuai"
    alasan_hasil: str = ""
    alasan_perilaku: str = ""


def pekerja() -> None:
    """The worker looks at the new day and delivers what waits."""
    jadwal.jalankan_yang_jatuh_tempo()
    kejadian.antar_tertunda()


def tekan(layar, pemilih: str, sesudah: str) -> None:
    """Press, and wait for what the next page shows."""
    layar.halaman.click(pemilih)
    layar.halaman.wait_for_selector(sesudah)


def tetapkan_capaian(layar, para: Pemeran, periode: Periode) -> None:
    """The Bupati sets the Dinas's capaian."""
    pentas.masuk(layar, para.bupati)
    layar.buka(f"/evaluasi/capaian/{periode.pk}/")
    layar.halaman.select_option(f"[name=u{para.dinas.pk}-level]", "baik")
    tekan(layar, "button:has-text('Tetapkan capaian')", "main >> text=1 dari 2")


def nilai(layar, periode: Periode, satu: Nilai) -> None:
    """The rater marks one person in the room of the evaluation."""
    hal = layar.halaman
    layar.buka(f"/evaluasi/{Evaluasi.objects.get(pegawai=satu.orang, periode=periode).pk}/")
    hal.check(f"[name=rating_hasil_kerja][value={satu.hasil}]", force=True)
    hal.check(f"[name=rating_perilaku_kerja][value={satu.perilaku}]", force=True)
    hal.fill("[name=alasan_hasil_kerja]", satu.alasan_hasil)
    hal.fill("[name=alasan_perilaku_kerja]", satu.alasan_perilaku)
    tekan(
        layar,
        ".bilah-aksi button:has-text('Simpan penilaian')",
        f"main >> text=Penilaian {satu.orang.nama} tersimpan",
    )


def sampaikan(layar, periode: Periode, n: int) -> None:
    """Set the predikat of all who are ticked, and deliver them."""
    layar.buka(f"/evaluasi/tim/{periode.pk}/")
    tekan(
        layar,
        "button:has-text('Tetapkan yang dicentang')",
        f"main >> text=Predikat {n} orang ditetapkan",
    )
    tekan(
        layar,
        "button:has-text('Sampaikan yang dicentang')",
        f"main >> text=Hasil {n} orang disampaikan",
    )


def terima(layar, daftar: Iterable[Pegawai]) -> None:
    """Each opens the result from home and says that it came."""
    for orang in daftar:
        pentas.masuk(layar, orang)
        layar.halaman.click("main .tugas a:has-text('Baca hasil')")
        tekan(
            layar,
            "button:has-text('Saya sudah menerima dokumen ini')",
            "main >> text=Penerimaan tercatat",
        )


def pindaian(folder: Path, nama: str) -> Path:
    """A scan to upload."""
    berkas = folder / nama
    berkas.write_bytes(b"%PDF-1.4 contoh")
    return berkas


def unduh(layar, pemilih: str) -> bytes:
    """Take the file behind the first link, as the one who looks at the page."""
    hal = layar.halaman
    alamat = hal.locator(pemilih).first.get_attribute("href")
    jawab = hal.request.get(layar.alamat + alamat)
    assert jawab.status == 200, (alamat, jawab.status)
    return jawab.body()


def cetak(layar, pemilih: str) -> str:
    """Take the printed form behind a link; return the title that a reader of screens says."""
    with pikepdf.open(io.BytesIO(unduh(layar, pemilih))) as pdf:
        assert len(pdf.pages) >= 1
        return str(pdf.docinfo.get("/Title", ""))


def baca(layar, orang: Pegawai | None, jalur: str) -> tuple[int, str]:
    """Open a path as somebody, None for a guest: the status and what the page says."""
    if orang is None:
        layar.halaman.context.clear_cookies()
    else:
        pentas.masuk(layar, orang)
    jawab = layar.halaman.goto(layar.alamat + jalur)
    return jawab.status, layar.halaman.inner_text("body")
