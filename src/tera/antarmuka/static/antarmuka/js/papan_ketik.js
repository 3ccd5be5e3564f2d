import { $, $$ } from "./alat.js";

// Lists: j and k move, Enter opens the first link of the row.
export function papanKetik(daftar) {
  const baris = () => [...daftar.children].filter((satu) => $("a, button", satu));
  daftar.addEventListener("keydown", (kejadian) => {
    const langkah = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[kejadian.key];
    if (!langkah || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(kejadian.target.tagName)) return;
    const semua = baris();
    const kini = semua.findIndex((satu) => satu.contains(document.activeElement));
    const tuju = semua[kini + langkah];
    if (!tuju) return;
    kejadian.preventDefault();
    $("a, button", tuju).focus();
    tuju.scrollIntoView({ block: "nearest" });
  });
}

// From anywhere on the page, j enters the first list.
export function masukDaftar(kejadian) {
  if (kejadian.key !== "j" || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
  if (kejadian.target !== document.body && kejadian.target.id !== "isi") return;
  $$("[data-papan-ketik] :is(a, button)")[0]?.focus();
}
