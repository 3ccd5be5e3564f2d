"""Components as HTML: labelled, tied together, safe."""

import re
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client, RequestFactory, override_settings
from django.utils.safestring import mark_safe

from tera.antarmuka.ikon import gambar_ikon
from tera.antarmuka.tautan import alamat_rute

HALAMAN = [
    ("/gaya/", 200),
    ("/gaya/formulir/", 200),
    ("/gaya/dasbor/", 200),
    ("/gaya/publik/", 200),
    ("/gaya/galat/403/", 403),
    ("/gaya/galat/404/", 404),
    ("/gaya/galat/409/", 409),
    ("/gaya/galat/500/", 500),
    ("/gaya/galat/503/", 503),
    ("/gaya/galat/csrf/", 403),
    ("/gaya/galat/luring/", 200),
    ("/gaya/galat/penolakan/", 422),
]


class Pembaca(HTMLParser):
    """Collects ids, references to them, headings and unclosed elements."""

    KOSONG = frozenset(
        ["meta", "link", "input", "img", "br", "hr", "rect", "circle", "line", "path"]
    )

    def __init__(self, html: str) -> None:
        super().__init__()
        self.daftar_id: list[str] = []
        self.rujukan: set[str] = set()
        self.tajuk: list[int] = []
        self.tumpukan: list[str] = []
        self.templat = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.KOSONG:
            self.tumpukan.append(tag)
        self.templat += tag == "template"
        if self.templat:
            return
        isi = dict(attrs)
        if isi.get("id"):
            self.daftar_id.append(isi["id"] or "")
        for nama in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            self.rujukan.update((isi.get(nama) or "").split())
        if re.fullmatch(r"h[1-6]", tag):
            self.tajuk.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.KOSONG:
            return
        assert self.tumpukan, tag
        assert self.tumpukan.pop() == tag, tag
        self.templat -= tag == "template"


def _render(isi: str, **konteks: object) -> str:
    return Template("{% load antarmuka %}" + isi).render(Context(konteks))


@pytest.mark.parametrize(("alamat", "status"), HALAMAN)
def test_every_page_is_well_formed_with_unique_ids_and_one_h1(
    situs: Client, alamat: str, status: int
) -> None:
    jawab = situs.get(alamat)
    assert jawab.status_code == status
    halaman = Pembaca(jawab.content.decode())
    assert halaman.tumpukan == []
    assert len(halaman.daftar_id) == len(set(halaman.daftar_id))
    assert halaman.rujukan <= set(halaman.daftar_id)
    assert halaman.tajuk.count(1) == 1
    assert 'lang="id"' in jawab.content.decode()


def test_the_title_repeats_the_heading(situs: Client) -> None:
    html = situs.get("/gaya/formulir/").content.decode()
    assert "<title>Sasaran Kinerja Pegawai 2026 · Kabupaten Contoh</title>" in html
    assert "<h1>Sasaran Kinerja Pegawai 2026</h1>" in html


def test_the_first_visit_stays_under_fifty_kilobytes(situs: Client) -> None:
    import gzip

    from tera.antarmuka.aset import FOLDER

    html = gzip.compress(situs.get("/gaya/formulir/").content)
    aset = [gzip.compress((FOLDER / n).read_bytes()) for n in ("tera.css", "tera.js", "tera.svg")]
    assert len(html) + sum(map(len, aset)) < 50_000
    assert len(html) < 15_000


class ContohForm(forms.Form):
    """One field of each kind."""

    nama = forms.CharField(help_text="Seperti pada KTP")
    setuju = forms.BooleanField()
    aspek = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    rahasia = forms.CharField(widget=forms.HiddenInput, required=False)
    catatan = forms.CharField(required=False)


def test_a_field_is_tied_to_its_label_help_and_error() -> None:
    html = _render("{% bidang f.nama %}", f=ContohForm({}))
    assert '<label class="bidang-label" for="id_nama">' in html
    assert 'aria-describedby="id_nama_bantuan id_nama_galat"' in html
    assert 'id="id_nama_galat"' in html
    assert 'aria-invalid="true"' in html


def test_a_field_without_error_refers_to_its_help_only() -> None:
    html = _render("{% bidang f.nama inputmode='numeric' data_x='1' %}", f=ContohForm())
    assert 'aria-describedby="id_nama_bantuan"' in html
    assert 'inputmode="numeric"' in html
    assert 'data-x="1"' in html
    assert "galat" not in html


def test_radio_buttons_become_a_fieldset_with_a_legend() -> None:
    html = _render("{% bidang f.aspek %}", f=ContohForm())
    assert "<fieldset" in html
    assert "<legend" in html
    assert html.count('type="radio"') == 2


def test_an_optional_field_says_so_and_a_required_one_does_not() -> None:
    assert "boleh kosong" in _render("{% bidang f.catatan %}", f=ContohForm())
    assert "boleh kosong" not in _render("{% bidang f.nama %}", f=ContohForm())
    diam = _render("{% bidang f.catatan tanda_opsional=False %}", f=ContohForm())
    assert "boleh kosong" not in diam
    form = ContohForm()
    form.tanda_opsional = False
    assert "boleh kosong" not in _render("{% bidang f.catatan %}", f=form)
    assert "boleh kosong" in _render("{% bidang f.catatan tanda_opsional=True %}", f=form)


def test_a_plain_field_escapes_every_part_and_frames_its_control() -> None:
    form = ContohForm({})
    form.fields["nama"].label = "<b>Nama</b>"
    form.fields["nama"].help_text = "<i>Bantuan</i>"
    form.add_error("nama", "<u>Salah</u>")
    html = _render(
        "{% bidang f.nama awalan=awal akhiran='persen' kelas='pendek' sembunyi_label=True %}",
        f=form,
        awal="Rp<",
    )
    for kata in ("<b>", "<i>", "<u>", "Rp<"):
        assert kata not in html
    for kata in (
        '<div class="bidang pendek bidang-salah">', '<label class="bidang-label khusus-pembaca"',
        "&lt;b&gt;Nama&lt;/b&gt;", 'id="id_nama_bantuan">&lt;i&gt;Bantuan', 'id="id_nama_galat"',
        "&lt;u&gt;Salah", '<div class="bidang-bingkai"><span class="bidang-awalan">Rp&lt;</span>',
        '<span class="bidang-akhiran">persen</span></div>',
        'aria-describedby="id_nama_bantuan id_nama_galat"',
    ):  # fmt: skip
        assert kata in html, kata
    Pembaca(html)


def test_the_error_summary_links_to_each_field_and_vanishes_without_errors() -> None:
    salah = _render("{% ringkasan_galat f %}", f=ContohForm({}))
    assert 'href="#id_nama"' in salah
    assert 'href="#id_aspek"' in salah
    assert "Ada 3 isian" in salah
    assert _render("{% ringkasan_galat f %}", f=ContohForm()).strip() == ""


def test_what_people_write_is_escaped_in_every_component() -> None:
    nakal = "<b onclick=x>"
    html = _render(
        "{% lencana n %}{% orang n keterangan=n %}{% statistik label=n nilai=n %}"
        "{% kosong n teks=n %}"
        "{% kartu judul=n %}{{ n }}{% endkartu %}{% riwayat r %}{% daftar_bukti b %}"
        "{% istilah n n %}"
        "{% data d %}{% tabel_data k t judul=n %}{% langkah l %}{% pemberitahuan judul=n %}{{ n }}"
        "{% endpemberitahuan %}{% kunci_idempoten n %}{% kemajuan n 3 %}{% daftar_tugas r %}",
        n=nakal,
        r=[{"judul": nakal, "catatan": nakal, "oleh": nakal, "waktu": nakal}],
        b=[{"nama": nakal, "keterangan": nakal}],
        d=[(nakal, nakal)],
        k=[nakal],
        t=[[nakal]],
        l=[{"label": nakal, "status": "kini"}],
    )
    assert "<b onclick" not in html
    assert html.count("&lt;b onclick=x&gt;") > 20


def test_an_unknown_tone_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="nada 'merah'"):
        _render("{% lencana 'x' nada='merah' %}")


def test_each_form_gets_a_key_of_its_own() -> None:
    daftar = re.findall(
        r'value="([0-9a-f-]{36})"', _render("{% kunci_idempoten %}{% kunci_idempoten %}")
    )
    assert len(set(daftar)) == 2


def test_pagination_keeps_the_other_parameters() -> None:
    permintaan = RequestFactory().get("/x/?q=ani&halaman=9&status=draf")
    halaman = Paginator(range(100), 10).get_page(2)
    html = Template("{% load antarmuka %}{% penomoran h %}").render(
        Context({"request": permintaan, "h": halaman})
    )
    assert "?q=ani&amp;status=draf&amp;halaman=3" in html
    assert 'aria-current="page">2<' in html
    assert "11–20 dari 100" in html


def test_one_page_needs_no_pagination() -> None:
    permintaan = RequestFactory().get("/")
    html = Template("{% load antarmuka %}{% penomoran h %}").render(
        Context({"request": permintaan, "h": Paginator(range(3), 10).get_page(1)})
    )
    assert html.strip() == ""


def test_an_icon_is_decorative_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in _render("{% ikon 'home' %}")
    html = _render("{% ikon 'home' label='Beranda' %}")
    assert 'role="img" aria-label="Beranda"' in html
    assert "aria-hidden" not in html


def test_progress_never_leaves_its_frame() -> None:
    assert 'value="100" max="100"' in _render("{% kemajuan 'x' 130 %}")
    assert "130%" in _render("{% kemajuan 'x' 130 %}")
    assert 'value="0"' in _render("{% kemajuan 'x' -5 %}")


def test_row_buttons_work_without_a_script(situs: Client) -> None:
    html = situs.get("/gaya/formulir/").content.decode()
    kirim = {
        nama: nilai
        for nama, nilai in re.findall(r'name="(indikator-[^"]*)"(?:[^>]*?)value="([^"]*)"', html)
        if "__prefix__" not in nama
    }
    for n in range(3):
        kirim |= {f"indikator-{n}-aspek": "waktu", f"indikator-{n}-target": "1"}
    jawab = situs.post("/gaya/formulir/", {**kirim, "tambah_baris": "indikator"})
    assert jawab.status_code == 200
    isi = jawab.content.decode()
    assert 'name="indikator-3-indikator"' in isi
    assert "ringkasan-galat" not in isi
    salah = situs.post("/gaya/formulir/", kirim)
    assert salah.status_code == 422
    assert 'href="#id_rencana"' in salah.content.decode()


def test_a_stale_form_is_told_that_nothing_is_lost() -> None:
    from django.test import override_settings

    from antarmuka.conftest import SITUS

    with override_settings(**SITUS):
        jawab = Client(enforce_csrf_checks=True).post("/gaya/formulir/", {})
    assert jawab.status_code == 403
    assert jawab["X-Tera-Csrf"] == "basi"
    assert "tidak ada yang hilang" in jawab.content.decode()


def test_the_address_of_a_row_is_that_of_url_and_takes_numbers_only() -> None:
    templat = Template(
        "{% load tautan %}{% url 'skp:rincian' 7 %} {% alamat 'skp:rincian' 7 %} "
        "{% url 'evaluasi:buka' 12 3 %} {% alamat 'evaluasi:buka' 12 3 %}"
    )
    with override_settings(ROOT_URLCONF="tera.config.urls"):
        satu, satu_lagi, dua, dua_lagi = templat.render(Context()).split()
        assert (satu, dua) == (satu_lagi, dua_lagi)
        with pytest.raises(ValueError, match="invalid literal"):
            alamat_rute("skp:rincian", "7/hapus")  # type: ignore[arg-type]


def test_a_text_marked_safe_does_not_lend_its_mark_to_the_same_text_unmarked() -> None:
    assert 'aria-label="<b>"' in gambar_ikon("x", label=mark_safe("<b>"))
    assert 'aria-label="&lt;b&gt;"' in gambar_ikon("x", label="<b>")
