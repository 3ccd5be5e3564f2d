import { $, $$ } from "./alat.js";

// Row editor: the same buttons the server understands, done at once on the page.
export function suntingBaris(penyunting) {
  const prefix = penyunting.dataset.baris;
  const daftar = $("[data-baris-daftar]", penyunting);
  const templat = $("[data-baris-templat]", penyunting);
  const total = $(`[name="${prefix}-TOTAL_FORMS"]`, penyunting);
  const maks = +($(`[name="${prefix}-MAX_NUM_FORMS"]`, penyunting)?.value || 1000);
  const semua = () => $$("[data-baris-satu]", daftar);
  const bidangBaris = (baris) =>
    $$("input:not([type=hidden], [type=checkbox], .baris-hapus), select, textarea", $(".baris-bidang", baris));
  const berubah = () => penyunting.dispatchEvent(new Event("input", { bubbles: true }));
  const terhapus = (baris) => $(".baris-hapus", baris)?.checked;

  function tata() {
    let nomor = 0;
    for (const baris of semua()) {
      const hapus = terhapus(baris);
      if (hapus !== undefined) {
        $(".baris-isi", baris).hidden = hapus;
        $(".baris-urung", baris).hidden = !hapus;
        baris.classList.toggle("baris-terhapus", hapus);
      }
      if (!hapus) nomor += 1;
      $("[data-baris-nomor]", baris).textContent = hapus ? "" : nomor;
      baris.setAttribute("aria-label", `${baris.dataset.label} ${nomor}`);
      for (const teks of $$(".baris-tombol .khusus-pembaca", baris)) teks.textContent = teks.textContent.replace(/\s*\d*$/, ` ${nomor}`);
      const urut = $(`[name="${baris.id}-ORDER"]`, baris);
      if (urut) urut.value = semua().indexOf(baris) + 1;
    }
  }

  function tambah() {
    const n = +total.value;
    if (n >= maks) return null;
    const wadah = document.createElement("template");
    wadah.innerHTML = templat.innerHTML.replaceAll("__prefix__", n);
    const baris = wadah.content.firstElementChild;
    daftar.append(baris);
    total.value = n + 1;
    tata();
    document.dispatchEvent(new CustomEvent("tera:siapkan", { detail: baris }));
    return baris;
  }

  penyunting.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("button[name$='_baris']");
    if (!tombol) return;
    kejadian.preventDefault();
    if (tombol.name === "tambah_baris") {
      const baris = tambah();
      if (baris) bidangBaris(baris)[0]?.focus();
    } else {
      const baris = document.getElementById(tombol.value);
      const hapus = $(".baris-hapus", baris);
      if (tombol.name === "hapus_baris") {
        hapus.checked = true;
        tata();
        $(".baris-urung button", baris).focus();
      } else if (tombol.name === "urung_baris") {
        hapus.checked = false;
        tata();
        bidangBaris(baris)[0]?.focus();
      } else {
        const naik = tombol.name === "naik_baris";
        let tetangga = baris;
        do tetangga = naik ? tetangga.previousElementSibling : tetangga.nextElementSibling;
        while (tetangga && terhapus(tetangga));
        if (tetangga) naik ? tetangga.before(baris) : tetangga.after(baris);
        tata();
        tombol.focus();
      }
    }
    berubah();
  });

  // Cells copied from a spreadsheet arrive as lines with tabs; they fill rows from here on.
  penyunting.addEventListener("paste", (kejadian) => {
    const teks = kejadian.clipboardData?.getData("text/plain") || "";
    const asal = kejadian.target.closest("[data-baris-satu]");
    if (!$("[data-baris-tempel]", penyunting) || !asal || !/[\t]/.test(teks)) return;
    kejadian.preventDefault();
    const mulai = Math.max(0, bidangBaris(asal).indexOf(kejadian.target));
    const tampak = semua().filter((baris) => !terhapus(baris));
    let ke = tampak.indexOf(asal);
    for (const larik of teks.replace(/\r?\n$/, "").split(/\r?\n/)) {
      const baris = tampak[ke] || tambah();
      if (!baris) break;
      ke += 1;
      const bidang = bidangBaris(baris);
      larik.split("\t").forEach((sel, n) => {
        const unsur = bidang[mulai + n];
        const isi = sel.trim();
        if (!unsur) return;
        if (unsur.tagName === "SELECT") {
          const cocok = [...unsur.options].find((o) => [o.text, o.value].some((v) => v.toLowerCase() === isi.toLowerCase()));
          if (cocok) unsur.value = cocok.value;
        } else unsur.value = isi;
      });
    }
    berubah();
  });

  penyunting.addEventListener("tera:lengkapi", (kejadian) => {
    while (+total.value < kejadian.detail && tambah());
  });
  penyunting.addEventListener("tera:tata", () => {
    const urutan = (baris) => +($(`[name="${baris.id}-ORDER"]`, baris)?.value || 0);
    daftar.append(...semua().sort((a, b) => urutan(a) - urutan(b)));
    tata();
  });
  const petunjuk = $("[data-baris-tempel]", penyunting);
  if (petunjuk) petunjuk.hidden = false;
}
