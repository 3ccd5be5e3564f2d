"""A rater's round by keyboard: how long the machine takes for a team of forty, in a browser.

Run: ``python bench/putaran.py [--baca 0]`` (Chromium must be installed). Serves an agency of 400
people, signs the head of a unit in and walks the whole round as the page says it: *Baca berurutan*,
then for each person the workspace is opened and read (``--baca`` seconds are spent on it), and one
key rates and goes on; at the end all are set with two keys more. Prints JSON lines:

- **orang**, **tombol**: people rated; keys pressed for them.
- **mesin_per_orang**: seconds from the key to the next person's page, ready to read (median, p95).
- **mesin_seluruh**: seconds of the whole round that no reading is in. What is left of ten minutes
  is for reading: **baca_per_orang**.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR / "src"), str(AKAR)]
SEPULUH_MENIT = 600.0
ARGUMEN = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
           "--disable-background-networking", "--no-first-run"]  # fmt: skip


def siapkan() -> tuple[str, int, int]:
    """Write the agency and open the round of one head; returns session, period, people."""
    from bench.halaman import PADA
    from bench.halaman import siapkan as siapkan_instansi
    from django.test import Client

    from tera.core.aktor import Aktor
    from tera.evaluasi.models import Evaluasi
    from tera.evaluasi.services import buka_evaluasi
    from tera.skp.models import SKP

    orang = siapkan_instansi(400)
    akun = orang["penilai"]
    atasan = akun.pegawai
    aktor = Aktor(akun.pk, atasan.instansi_id, atasan.pk, atasan.nama_lengkap, atasan.instansi.zona)
    for skp in SKP.objects.filter(penilai=atasan, status="ditetapkan").exclude(
        daftar_evaluasi__periode=orang["periode"]
    ):
        buka_evaluasi(aktor=aktor, skp=skp, periode=orang["periode"], pada=PADA)
    klien = Client()
    klien.force_login(akun)
    jumlah = Evaluasi.objects.filter(periode=orang["periode"], penilai=atasan).count()
    return klien.cookies["sessionid"].value, orang["periode"].pk, jumlah


def layani() -> tuple[subprocess.Popen[bytes], str]:
    """Start the product's own server on a free port and wait until it answers."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    proses = subprocess.Popen(
        [sys.executable, "-m", "tera.cli", "jalan", "--port", str(port), "--tanpa-pekerja"],
        env={**os.environ, "TERA_MODE": "pengembangan", "PYTHONPATH": str(AKAR / "src")},
    )
    alamat = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{alamat}/masuk/").close()
        except OSError:
            time.sleep(0.2)
        else:
            return proses, alamat
    raise SystemExit("server tidak menjawab")


def putaran(alamat: str, sesi: str, periode: int, jumlah: int, baca: float) -> dict[str, Any]:
    """Walk the round with keys only; returns the seconds of each turn and the keys pressed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium", args=ARGUMEN
        )
        konteks = browser.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
        konteks.add_cookies([{"name": "sessionid", "value": sesi, "url": alamat}])
        hal = konteks.new_page()
        hal.goto(f"{alamat}/evaluasi/tim/{periode}/")
        lama: list[float] = []
        tombol = 1
        awal = time.perf_counter()
        with hal.expect_navigation():
            hal.get_by_role("link", name="Baca berurutan").press("Enter")
        for nomor in range(1, jumlah + 1):
            hal.get_by_text(f"{nomor} dari {jumlah}").first.wait_for()
            hal.wait_for_timeout(baca * 1000)
            mulai = time.perf_counter()
            with hal.expect_navigation():
                # Its access key is Alt+S; a headless browser passes access keys on to nobody.
                hal.get_by_role("button", name="Sesuai / sesuai, lanjut").press("Enter")
            hal.wait_for_load_state()
            lama.append(time.perf_counter() - mulai)
            tombol += 1
        seluruh = time.perf_counter() - awal - baca * jumlah
        browser.close()
    return {"lama": lama, "tombol": tombol, "seluruh": seluruh}


def main() -> None:
    """Prepare, serve, walk, print."""
    urai = argparse.ArgumentParser()
    urai.add_argument("--baca", type=float, default=0.0)
    argumen = urai.parse_args()
    os.environ["TERA_MODE"] = "uji"
    os.environ.setdefault("TERA_DATA", tempfile.mkdtemp(prefix="tera-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "tera.config.settings"
    import django

    django.setup()
    from bench.halaman import keterangan
    from django.db import connection

    sesi, periode, jumlah = siapkan()
    connection.close()
    proses, alamat = layani()
    try:
        hasil = putaran(alamat, sesi, periode, jumlah, argumen.baca)
    finally:
        proses.terminate()
        proses.wait()
    from tera.evaluasi.models import Evaluasi

    dinilai = Evaluasi.objects.filter(periode=periode, status="dinilai").count()
    if dinilai != jumlah:
        raise SystemExit(f"hanya {dinilai} dari {jumlah} yang dinilai")
    umum = keterangan(jumlah)
    urut = sorted(hasil["lama"])
    for nama, nilai, satuan in (
        ("orang", jumlah, "orang"),
        ("tombol", hasil["tombol"], "tombol"),
        ("mesin_per_orang", round(statistics.median(urut), 3), "s"),
        ("mesin_per_orang_p95", round(urut[int(0.95 * (len(urut) - 1))], 3), "s"),
        ("mesin_seluruh", round(hasil["seluruh"], 1), "s"),
        ("baca_per_orang", round((SEPULUH_MENIT - hasil["seluruh"]) / jumlah, 1), "s"),
    ):
        print(json.dumps({"name": f"putaran.{nama}", "value": nilai, "unit": satuan, **umum,
                          "load": round(os.getloadavg()[0], 1)}))  # fmt: skip


if __name__ == "__main__":
    main()
