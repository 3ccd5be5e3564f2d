"""Lines over time, and dots with their interval (an estimate is never shown without it)."""

from collections.abc import Callable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tera.antarmuka.bagan.dasar import (
    Angka,
    BaganSalahError,
    bingkai,
    kisi_tegak,
    legenda,
    periksa_angka,
    persen,
    ringkas,
    skala,
    sumbu_datar,
    teks_nilai,
)

TINGGI = 200
TEPI = 8
TINGGI_TITIK = 34


def garis(
    label: Sequence[str],
    seri: Sequence[tuple[str, Sequence[Angka | None]]],
    *,
    judul: str,
    satuan: str = "",
    tampil_judul: bool = True,
) -> SafeString:
    """Return a line chart; None leaves a gap, a value without neighbours stays a dot.

    Args:
        label: the places on the horizontal axis, in order.
        seri: (name, values) with one value per label; at most four series.

    Raises:
        BaganSalahError: lengths differ, more than four series, or a value can't be drawn.
    """
    if len(seri) > 4:
        raise BaganSalahError("paling banyak empat garis")
    for nama, daftar in seri:
        if len(daftar) != len(label):
            raise BaganSalahError(f"seri {nama!r} punya {len(daftar)} nilai, bukan {len(label)}")
        periksa_angka(daftar, boleh_negatif=True)
    ada = [float(v) for _nama, daftar in seri for v in daftar if v is not None]
    # Zero stays in view: a cut axis exaggerates.
    bawah = min(ada, default=0.0)
    atas = max(ada, default=1.0)
    daftar_skala = skala(min(0.0, bawah), max(0.0, atas))
    bentang = daftar_skala[-1] - daftar_skala[0]

    def y(nilai: float) -> float:
        return TEPI + (TINGGI - 2 * TEPI) * (1 - (nilai - daftar_skala[0]) / bentang)

    x = [_letak(n, len(label)) for n in range(len(label))]
    gambar = [
        format_html('<line class="garis-kisi" x1="0" x2="100%" y1="{0}" y2="{0}"/>', f"{y(t):.1f}")
        for t in daftar_skala
    ]
    for urutan, (nama, daftar) in enumerate(seri, start=1):
        gambar.append(_garis_seri(urutan, nama, daftar, label, x, y, satuan))
    sumbu_y = format_html_join(
        "",
        '<text x="100%" dx="-8" y="{}" text-anchor="end" dominant-baseline="central">{}</text>',
        ((f"{y(t):.1f}", teks_nilai(t)) for t in daftar_skala),
    )
    isi = format_html(
        '<div class="bagan-bidang"><svg width="100%" height="{0}" aria-hidden="true">{1}</svg>'
        '<svg width="100%" height="{0}">{2}</svg><span></span>'
        '<svg class="bagan-sumbu" width="100%" height="20" aria-hidden="true">{3}</svg></div>',
        TINGGI,
        sumbu_y,
        SafeString("".join(gambar)),
        _sumbu_label(label, x),
    )
    akhir = [(nama, daftar[-1]) for nama, daftar in seri if daftar and daftar[-1] is not None]
    uraian = "; ".join(f"{nama} terakhir {teks_nilai(v, satuan)}" for nama, v in akhir)
    return bingkai(
        judul=judul,
        uraian=f"{uraian}." if uraian else "",
        isi=isi if label else SafeString(""),
        kolom=["", *(nama for nama, _daftar in seri)],
        baris=[
            [label[n], *(teks_nilai(daftar[n], satuan) for _nama, daftar in seri)]
            for n in range(len(label))
        ],
        legenda=legenda([nama for nama, _daftar in seri], "t"),
        tampil_judul=tampil_judul,
    )


def _letak(nomor: int, jumlah: int) -> float:
    return 50.0 if jumlah == 1 else 4 + 92 * nomor / (jumlah - 1)


def _garis_seri(
    urutan: int,
    nama: str,
    daftar: Sequence[Angka | None],
    label: Sequence[str],
    x: Sequence[float],
    y: Callable[[float], float],
    satuan: str,
) -> SafeString:
    ruas = []
    for n in range(1, len(daftar)):
        kiri, kanan = daftar[n - 1], daftar[n]
        if kiri is not None and kanan is not None:
            ruas.append(
                (
                    urutan,
                    persen(x[n - 1]),
                    f"{y(float(kiri)):.1f}",
                    persen(x[n]),
                    f"{y(float(kanan)):.1f}",
                )
            )
    return format_html(
        "{}{}",
        format_html_join("", '<line class="g{}" x1="{}" y1="{}" x2="{}" y2="{}"/>', ruas),
        format_html_join(
            "",
            '<circle class="t{}" cx="{}" cy="{}" r="4"><title>{}, {}: {}</title></circle>',
            (
                (urutan, persen(x[n]), f"{y(float(v)):.1f}", nama, label[n], teks_nilai(v, satuan))
                for n, v in enumerate(daftar)
                if v is not None
            ),
        ),
    )


def _sumbu_label(label: Sequence[str], x: Sequence[float]) -> SafeString:
    """On a phone only every k-th label is shown (class ``jarang`` marks the others)."""
    k = -(-len(label) // 6)
    return format_html_join(
        "",
        '<text{} x="{}" y="16" text-anchor="middle">{}</text>',
        (
            (SafeString(' class="jarang"') if n % k else SafeString(""), persen(x[n]), satu)
            for n, satu in enumerate(label)
        ),
    )


def titik(
    data: Sequence[tuple[str, Angka, Angka | None, Angka | None]],
    *,
    judul: str,
    satuan: str = "",
    acuan: Angka | None = None,
    label_acuan: str = "",
    tampil_judul: bool = True,
) -> SafeString:
    """Return dots with intervals on one axis.

    Args:
        data: (label, value, low, high); low and high are both numbers or both None.
        acuan: a reference drawn as a dashed line (the mean of the instansi, zero).

    Raises:
        BaganSalahError: an interval doesn't hold its value, or a value can't be drawn.
    """
    semua: list[float] = [] if acuan is None else [float(acuan)]
    for nama, nilai, bawah, atas in data:
        periksa_angka([nilai, bawah, atas, acuan], boleh_negatif=True)
        if (bawah is None) != (atas is None):
            raise BaganSalahError(f"rentang {nama!r} hanya punya satu ujung")
        if bawah is not None and atas is not None and not bawah <= nilai <= atas:
            raise BaganSalahError(f"rentang {nama!r} tidak memuat nilainya")
        semua += [float(v) for v in (nilai, bawah, atas) if v is not None]
    daftar_skala = skala(min(semua, default=0.0), max(semua, default=1.0))
    kiri, bentang = daftar_skala[0], daftar_skala[-1] - daftar_skala[0]

    def x(nilai: Angka) -> str:
        return persen(3 + 94 * (float(nilai) - kiri) / bentang)

    kisi = kisi_tegak([3 + 94 * (t - kiri) / bentang for t in daftar_skala], TINGGI_TITIK)
    garis_acuan = (
        SafeString("")
        if acuan is None
        else format_html(
            '<line class="acuan" x1="{0}" x2="{0}" y1="0" y2="{1}"/>', x(acuan), TINGGI_TITIK
        )
    )
    tengah = TINGGI_TITIK // 2
    baris = []
    for nama, nilai, bawah, atas in data:
        rentang = (
            SafeString("")
            if bawah is None or atas is None
            else format_html(
                '<line class="rentang" x1="{}" x2="{}" y1="{}" y2="{}"/>',
                x(bawah),
                x(atas),
                tengah,
                tengah,
            )
        )
        baris.append(
            format_html(
                '<span class="bagan-label">{}</span><svg width="100%" height="{}">{}{}{}'
                '<circle class="s1" cx="{}" cy="{}" r="6"><title>{}: {}</title></circle></svg>',
                nama,
                TINGGI_TITIK,
                kisi,
                garis_acuan,
                rentang,
                x(nilai),
                tengah,
                nama,
                _nilai_rentang(nilai, bawah, atas, satuan),
            )
        )
    sumbu = format_html(
        '<span></span><svg class="bagan-sumbu" width="100%" height="20" aria-hidden="true">'
        "{}</svg>",
        sumbu_datar([(3 + 94 * (t - kiri) / bentang, teks_nilai(t)) for t in daftar_skala]),
    )
    uraian = ringkas([(nama, nilai) for nama, nilai, _b, _a in data], satuan)
    if acuan is not None:
        uraian += f" {label_acuan or 'Garis acuan'}: {teks_nilai(acuan, satuan)}."
    return bingkai(
        judul=judul,
        uraian=uraian,
        isi=format_html('<div class="bagan-baris">{}{}</div>', SafeString("".join(baris)), sumbu)
        if data
        else SafeString(""),
        kolom=["", "Nilai", "Bawah", "Atas"],
        baris=[
            [n, teks_nilai(v, satuan), teks_nilai(b, satuan), teks_nilai(a, satuan)]
            for n, v, b, a in data
        ],
        tampil_judul=tampil_judul,
    )


def _nilai_rentang(nilai: Angka, bawah: Angka | None, atas: Angka | None, satuan: str) -> str:
    if bawah is None or atas is None:
        return teks_nilai(nilai, satuan)
    return f"{teks_nilai(nilai, satuan)} ({teks_nilai(bawah)} sampai {teks_nilai(atas)})"
