import { $, $$, akar, dipakaiBersama, kabari, t } from "./alat.js";
import { hapusDraf, jagaDraf } from "./draf.js";
import { jagaKotakKeluar, kirimUlang, tampilTunda } from "./kotak_keluar.js";
import { suntingBaris } from "./baris.js";
import { saranKetik } from "./saran.js";
import { masukDaftar, papanKetik } from "./papan_ketik.js";

// Entry: prepares the page, and every fragment that arrives later.
const siap = new WeakSet();

function pasang(di, pilih, kerja) {
  const daftar = $$(pilih, di);
  if (di !== document && di.matches?.(pilih)) daftar.unshift(di);
  for (const unsur of daftar)
    if (!siap.has(unsur)) {
      siap.add(unsur);
      kerja(unsur);
    }
}

// One WeakSet entry per element is enough: a form needs both keepers, so they share one step.
function siapkan(di = document) {
  pasang(di, "[data-baris]", suntingBaris);
  pasang(di, "form[data-draf], form[data-kirim-ulang]", (form) => {
    if (form.hasAttribute("data-draf")) jagaDraf(form);
    if (form.hasAttribute("data-kirim-ulang")) kirimUlang(form);
  });
  pasang(di, "[data-saran-url]", saranKetik);
  $$("[data-satu-baris]", di).forEach(tumbuh);
  pasang(di, "[data-papan-ketik]", papanKetik);
  pasang(di, "[data-cetak], [data-salin], [data-tema], [data-tutup]", (unsur) => {
    unsur.hidden = false;
  });
  const fokus = $("[data-fokus-awal]", di);
  if (fokus) fokus.focus();
}

function gantiTema() {
  const gelap = akar.dataset.theme ? akar.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  akar.dataset.theme = gelap ? "light" : "dark";
  document.cookie = `tema=${akar.dataset.theme};path=/;max-age=31536000;samesite=lax`;
}

document.addEventListener("click", (kejadian) => {
  const di = (pilih) => kejadian.target.closest?.(pilih);
  for (const menu of $$("details[data-menu][open]")) if (!menu.contains(kejadian.target)) menu.open = false;
  const buka = di("[data-buka-dialog]");
  const dialog = buka && document.getElementById(buka.dataset.bukaDialog);
  if (dialog?.showModal) {
    kejadian.preventDefault();
    dialog.showModal();
  } else if (di("[data-cetak]")) print();
  else if (di("[data-tema]")) gantiTema();
  else if (di("[data-tutup]")) di(".pemberitahuan").remove();
  else if (di("[data-salin]"))
    navigator.clipboard.writeText(di("[data-salin]").dataset.salin).then(
      () => kabari("Disalin."),
      () => kabari(t("Peramban tidak mengizinkan menyalin. Pilih teksnya lalu salin sendiri.")),
    );
});

// A line that wraps: Enter sends as in an input, a pasted break is a space, and it grows with what is
// in it also where the style sheet alone can't do that.
function tumbuh(kolom) {
  if (/[\r\n]/.test(kolom.value)) kolom.value = kolom.value.replace(/\s*[\r\n]+\s*/g, " ");
  if (CSS.supports("field-sizing", "content")) return;
  kolom.style.height = "auto";
  if (kolom.scrollHeight) kolom.style.height = `${kolom.scrollHeight + 2}px`;
}

document.addEventListener("input", ({ target }) => {
  if (target.matches?.("[data-satu-baris]")) tumbuh(target);
});

document.addEventListener("keydown", (kejadian) => {
  const { target, key, defaultPrevented, isComposing } = kejadian;
  if (key === "Enter" && !defaultPrevented && !isComposing && target.matches?.("[data-satu-baris]")) {
    kejadian.preventDefault();
    target.form?.requestSubmit([...target.form.elements].find((unsur) => unsur.type === "submit"));
  }
  masukDaftar(kejadian);
  if (kejadian.key !== "Escape") return;
  for (const menu of $$("details[data-menu][open]")) {
    menu.open = false;
    $("summary", menu).focus();
  }
});

document.addEventListener("change", (kejadian) => {
  const form = kejadian.target.form;
  if (form?.hasAttribute("data-kirim-saat-ubah")) form.requestSubmit();
});

// Whoever signs out leaves no page of theirs behind on this device.
document.addEventListener("submit", (kejadian) => {
  if (/\/keluar\//.test(kejadian.target.action)) navigator.serviceWorker?.controller?.postMessage("lupakan");
});

function keadaanJaringan(kembali) {
  const strip = $("#jaringan");
  if (!strip) return;
  const luring = !navigator.onLine;
  strip.classList.toggle("tersambung", !luring);
  if (luring) strip.textContent = dipakaiBersama() ? strip.dataset.luringBersama : strip.dataset.luring;
  else if (kembali) strip.textContent = strip.dataset.daring;
  strip.hidden = !luring && !kembali;
  if (kembali && !luring) setTimeout(() => keadaanJaringan(false), 4000);
}

addEventListener("online", () => keadaanJaringan(true));
addEventListener("offline", () => keadaanJaringan(false));
document.addEventListener("tera:siapkan", (kejadian) => siapkan(kejadian.detail));

// After a fragment is swapped in, focus goes to its first error or to what it marks.
document.addEventListener("htmx:after:swap", (kejadian) => {
  const unsur = kejadian.detail?.ctx?.target || kejadian.target;
  if (!(unsur instanceof Element) || !unsur.isConnected) return siapkan();
  siapkan(unsur);
  const tuju = $("[data-fokus], .ringkasan-galat", unsur);
  if (tuju) tuju.focus();
});

let letak;
function bukaHalaman() {
  letak = location.pathname + location.search;
  const selesai = $("meta[name='draf-selesai']");
  if (selesai) hapusDraf(selesai.content);
  siapkan();
  keadaanJaringan(false);
  tampilTunda();
}

document.addEventListener("tera:halaman", () => {
  bukaHalaman();
  if (!$("[data-fokus-awal]")) $("#isi")?.focus();
});
addEventListener("popstate", () => {
  if (letak !== location.pathname + location.search) location.reload();
});
bukaHalaman();
jagaKotakKeluar();
if ("serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register("/sw.js").catch(() => {});
  if (dipakaiBersama()) navigator.serviceWorker.ready.then((daftar) => daftar.active?.postMessage("lupakan"));
}
