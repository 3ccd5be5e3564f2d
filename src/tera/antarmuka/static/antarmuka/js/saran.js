import { buat } from "./alat.js";

// Suggestions while typing: a combobox with a listbox (ARIA 1.2); free text stays allowed.
let nomorSaran = 0;

export function saranKetik(kolom) {
  const id = `saran-${(nomorSaran += 1)}`;
  const wadah = buat("div", { class: "saran-wadah" });
  const daftar = buat("ul", { class: "saran", role: "listbox", id, "aria-label": "Saran", hidden: "" });
  kolom.before(wadah);
  wadah.append(kolom, daftar);
  // A textarea may not be a combobox: it stays a text box with suggestions.
  const satuBaris = kolom.tagName === "INPUT";
  kolom.setAttribute("aria-autocomplete", "list");
  kolom.setAttribute("aria-controls", id);
  if (satuBaris) kolom.setAttribute("role", "combobox");
  const terbuka = (ya) => satuBaris && kolom.setAttribute("aria-expanded", ya);
  terbuka(false);
  let pilih = -1;
  let tunggu;
  let permintaan;

  function tutup() {
    daftar.hidden = true;
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
    kolom.focus();
  }

  async function cari() {
    permintaan?.abort();
    permintaan = new AbortController();
    const alamat = new URL(kolom.dataset.saranUrl, location.href);
    alamat.searchParams.set("q", kolom.value.trim());
    try {
      const jawab = await fetch(alamat, { headers: { Accept: "application/json" }, signal: permintaan.signal });
      const { saran = [] } = jawab.ok ? await jawab.json() : {};
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
    if (kejadian.key === "ArrowDown") sorot(pilih + 1);
    else if (kejadian.key === "ArrowUp") sorot(pilih < 0 ? -1 : pilih - 1);
    else if (kejadian.key === "Enter" && pilih >= 0) ambil(daftar.children[pilih]);
    else if (kejadian.key === "Escape") tutup();
    else return;
    kejadian.preventDefault();
  });
  kolom.addEventListener("blur", tutup);
  daftar.addEventListener("pointerdown", (kejadian) => {
    const butir = kejadian.target.closest("[role=option]");
    kejadian.preventDefault();
    if (butir) ambil(butir);
  });
}
