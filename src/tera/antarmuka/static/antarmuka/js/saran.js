import { buat, t } from "./alat.js";

// Suggestions while typing: a combobox with a listbox (ARIA 1.2); free text stays allowed.
let nomorSaran = 0;
const HANYA_ANGKA = /^[\d.,\s–<>=≥≤-]*$/;

// What a person typed is never replaced: only what is empty, what an earlier suggestion or the page
// itself (data-bawaan) put there, and hidden fields, which nobody types in.
const bolehDiisi = (u) => !u.value || u.type === "hidden" || [u.dataset.terisi, u.dataset.bawaan].includes(u.value);

// A suggestion may know the other fields of its row: `isi` maps the end of their names to a value.
// data-setelah-angka names a neighbour: a unit goes only beside a bare number.
function isiTetangga(kolom, isi = {}) {
  const awalan = kolom.name.slice(0, kolom.name.lastIndexOf("-") + 1);
  const label = [];
  for (const [akhiran, nilai] of Object.entries(isi)) {
    const unsur = kolom.form?.elements[awalan + akhiran];
    if (!unsur?.dataset || !bolehDiisi(unsur)) continue;
    const penentu = kolom.form.elements[awalan + unsur.dataset.setelahAngka];
    const baru = penentu && !HANYA_ANGKA.test(penentu.value) ? "" : nilai;
    if (unsur.value === baru) continue;
    unsur.value = baru;
    unsur.dataset.terisi = baru;
    for (const jenis of ["input", "change"]) unsur.dispatchEvent(new Event(jenis, { bubbles: true }));
    if (baru && unsur.labels?.length) label.push(unsur.labels[0].textContent.trim());
  }
  return label.length ? t("Ikut terisi: {label}. Ubah bila perlu.", { label: label.join(", ") }) : "";
}

export function saranKetik(kolom) {
  const id = `saran-${(nomorSaran += 1)}`;
  const wadah = buat("div", { class: "saran-wadah" });
  const daftar = buat("ul", { class: "saran", role: "listbox", id, "aria-label": t("Saran"), hidden: "" });
  kolom.before(wadah);
  const ucap = buat("span", { class: "khusus-pembaca", role: "status" });
  wadah.append(kolom, daftar, ucap);
  // A textarea may not be a combobox: it stays a text box with suggestions.
  const satuBaris = kolom.tagName === "INPUT";
  kolom.setAttribute("aria-autocomplete", "list");
  kolom.setAttribute("aria-controls", id);
  if (satuBaris) kolom.setAttribute("role", "combobox");
  // Beside a text box the list is a region that scrolls: reachable, but Tab closes it first.
  else daftar.tabIndex = 0;
  const terbuka = (ya) => satuBaris && kolom.setAttribute("aria-expanded", ya);
  terbuka(false);
  let pilih = -1;
  let butirSaran = [];
  let tunggu;
  let permintaan;

  function tutup() {
    daftar.hidden = true;
    ucap.textContent = "";
    pilih = -1;
    terbuka(false);
    kolom.removeAttribute("aria-activedescendant");
  }

  function sorot(n) {
    const butir = [...daftar.children];
    pilih = (n + butir.length) % butir.length;
    butir.forEach((satu, i) => satu.setAttribute("aria-selected", i === pilih));
    kolom.setAttribute("aria-activedescendant", butir[pilih].id);
    butir[pilih].scrollIntoView({ block: "nearest" });
  }

  function ambil(butir) {
    kolom.value = butir.dataset.nilai;
    tutup();
    kolom.dispatchEvent(new Event("input", { bubbles: true, cancelable: true }));
    clearTimeout(tunggu);
    const terisi = isiTetangga(kolom, butirSaran[[...daftar.children].indexOf(butir)]?.isi);
    kolom.focus();
    ucap.textContent = terisi;
  }

  async function cari() {
    permintaan?.abort();
    permintaan = new AbortController();
    const alamat = new URL(kolom.dataset.saranUrl, location.href);
    alamat.searchParams.set("q", kolom.value.trim());
    try {
      const jawab = await fetch(alamat, { headers: { Accept: "application/json" }, signal: permintaan.signal });
      const { saran = [] } = jawab.ok ? await jawab.json() : {};
      butirSaran = saran;
      daftar.replaceChildren(
        ...saran.map((satu, n) => {
          const butir = buat("li", { role: "option", id: `${id}-${n}`, "aria-selected": "false", "data-nilai": satu.nilai }, satu.nilai);
          if (satu.keterangan) butir.append(buat("small", {}, satu.keterangan));
          return butir;
        }),
      );
      pilih = -1;
      daftar.hidden = !saran.length || document.activeElement !== kolom;
      terbuka(!daftar.hidden);
      ucap.textContent = daftar.hidden ? "" : t("{jumlah} saran, panah bawah untuk memilih", { jumlah: saran.length });
    } catch {
      /* no network, no suggestions: typing goes on */
    }
  }

  kolom.addEventListener("input", () => {
    clearTimeout(tunggu);
    if (kolom.value.trim().length < 2) tutup();
    else tunggu = setTimeout(cari, 250);
  });
  kolom.addEventListener("keydown", (kejadian) => {
    if (daftar.hidden) return;
    if (kejadian.key === "Tab") return tutup();
    if (kejadian.key === "ArrowDown") sorot(pilih + 1);
    else if (kejadian.key === "ArrowUp") sorot(pilih < 0 ? -1 : pilih - 1);
    else if (kejadian.key === "Enter" && pilih >= 0) ambil(daftar.children[pilih]);
    else if (kejadian.key === "Escape") tutup();
    else return;
    kejadian.preventDefault();
  });
  kolom.addEventListener("blur", tutup);
  // Focus stays in the field; a tap or click chooses, a finger that scrolls the list doesn't.
  daftar.addEventListener("mousedown", (kejadian) => kejadian.preventDefault());
  daftar.addEventListener("click", (kejadian) => {
    const butir = kejadian.target.closest("[role=option]");
    if (butir) ambil(butir);
  });
}
