import { $, $$ } from "./alat.js";

const SASARAN = "a, button, input[type=radio]";
const PINDAH = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

// Lists: j and k move, Enter opens the first link of the row, 1 2 3 choose its radio button, a key
// named by data-kunci presses that button, x ticks the row. Only while the focus is in the list.
export function papanKetik(daftar) {
  const baris = () => [...daftar.children].filter((satu) => $(SASARAN, satu));
  daftar.addEventListener("keydown", (kejadian) => {
    if (kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
    const { tagName: nama, type: jenis } = kejadian.target;
    if (/^(TEXTAREA|SELECT)$/.test(nama) || (nama === "INPUT" && !/^(radio|checkbox)$/.test(jenis))) return;
    // Inside a group of radio buttons the arrows are the browser's.
    if (jenis === "radio" && kejadian.key.startsWith("Arrow")) return;
    const semua = baris();
    const kini = semua.findIndex((satu) => satu.contains(document.activeElement));
    const langkah = PINDAH[kejadian.key];
    if (langkah ? tuju(semua[kini + langkah]) : kini >= 0 && tekan(semua, kini, kejadian.key)) {
      kejadian.preventDefault();
    }
  });
}

function tuju(baris) {
  if (!baris) return false;
  ($("input[type=radio]:checked", baris) ?? $(SASARAN, baris)).focus();
  baris.scrollIntoView({ block: "nearest" });
  return true;
}

function tekan(semua, kini, tombol) {
  const baris = semua[kini];
  const radio = /^[1-9]$/.test(tombol) && $$("input[type=radio]", baris)[tombol - 1];
  if (radio) {
    radio.click();
    return tuju(semua[kini + 1]) || tuju(baris);
  }
  const kena =
    $$("[data-kunci]", baris).find((satu) => satu.dataset.kunci === tombol) ??
    (tombol === "x" && $("input[type=checkbox]", baris));
  kena?.click?.();
  return Boolean(kena);
}

// From anywhere on the page, j enters the first list.
export function masukDaftar(kejadian) {
  if (kejadian.key !== "j" || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
  if (kejadian.target !== document.body && kejadian.target.id !== "isi") return;
  $$(`[data-papan-ketik] :is(${SASARAN})`)[0]?.focus();
}
