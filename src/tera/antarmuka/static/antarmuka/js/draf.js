import { $, $$, alamatMasuk, bahasa, buat, dipakaiBersama, jam, pengguna, t, tokenCsrf } from "./alat.js";

// Draft keeper. A draft is a list of [name, value] pairs, so that rows and repeated names survive.
// localStorage can be written while the page closes, but a browser that is killed loses its last
// minute; IndexedDB hands each write to the system at once. Both are written, the newer is read.
const AWALAN_DRAF = "tera-draf:";
const LEWAT = new Set(["csrfmiddlewaretoken", "kunci_idempoten"]);
const kunciDraf = (nama) => AWALAN_DRAF + pengguna() + ":" + nama;

function isiFormulir(form) {
  const daftar = [];
  for (const [nama, nilai] of new FormData(form))
    if (typeof nilai === "string" && !LEWAT.has(nama) && $(`[type="password"][name="${CSS.escape(nama)}"]`, form) === null)
      daftar.push([nama, nilai]);
  return daftar;
}

let lemari;
function lemariDraf(mode, kerja) {
  lemari ||= new Promise((jadi, gagal) => {
    const minta = indexedDB.open("tera-draf", 1);
    minta.onupgradeneeded = () => minta.result.createObjectStore("draf");
    minta.onsuccess = () => jadi(minta.result);
    minta.onerror = () => gagal(minta.error);
  });
  return lemari.then(
    (basis) =>
      new Promise((jadi, gagal) => {
        const alir = basis.transaction("draf", mode);
        const minta = kerja(alir.objectStore("draf"));
        alir.oncomplete = () => jadi(minta.result);
        alir.onabort = alir.onerror = () => gagal(alir.error);
      }),
  );
}

async function bacaDraf(nama) {
  let dekat = null;
  try {
    dekat = JSON.parse(localStorage.getItem(kunciDraf(nama)));
  } catch {
    /* storage is closed to us */
  }
  const jauh = await lemariDraf("readonly", (g) => g.get(kunciDraf(nama))).catch(() => null);
  return (jauh?.saat || 0) > (dekat?.saat || 0) ? jauh : dekat;
}

function tulisDraf(nama, draf) {
  let jadi = true;
  try {
    localStorage.setItem(kunciDraf(nama), JSON.stringify(draf));
  } catch {
    jadi = false;
  }
  lemariDraf("readwrite", (g) => g.put(draf, kunciDraf(nama))).catch(() => {});
  return jadi;
}

export function hapusDraf(nama) {
  try {
    localStorage.removeItem(kunciDraf(nama));
  } catch {
    /* storage is closed to us: then nothing was kept either */
  }
  lemariDraf("readwrite", (g) => g.delete(kunciDraf(nama))).catch(() => {});
}

// The rows of a draft may be more than the page drew: add them before filling.
function isikan(form, daftar) {
  const nilai = new Map();
  for (const [nama, satu] of daftar) nilai.set(nama, [...(nilai.get(nama) || []), satu]);
  for (const penyunting of $$("[data-baris]", form)) {
    const total = +(nilai.get(penyunting.dataset.baris + "-TOTAL_FORMS") || [0])[0];
    penyunting.dispatchEvent(new CustomEvent("tera:lengkapi", { detail: total }));
  }
  for (const unsur of form.elements) {
    if (!unsur.name || LEWAT.has(unsur.name) || unsur.type === "file" || unsur.name.endsWith("-TOTAL_FORMS")) continue;
    if (["submit", "button", "password", "fieldset"].includes(unsur.type)) continue;
    const ada = nilai.get(unsur.name) || [];
    if (unsur.type === "checkbox" || unsur.type === "radio") unsur.checked = ada.includes(unsur.value);
    else if (unsur.type === "select-multiple") for (const o of unsur.options) o.selected = ada.includes(o.value);
    else if (ada.length) unsur.value = ada.shift();
  }
  for (const penyunting of $$("[data-baris]", form)) penyunting.dispatchEvent(new CustomEvent("tera:tata"));
}

export function jagaDraf(form) {
  const nama = form.dataset.draf;
  const url = form.dataset.drafUrl;
  const diPerangkat = !dipakaiBersama(form);
  const status = $(`[data-status-simpan="${CSS.escape(nama)}"]`) || $("[data-status-simpan]");
  const awal = JSON.stringify(isiFormulir(form));
  let terakhir = awal;
  let versi = 0;
  let tunggu;
  let mengirim = false;

  function tampil(keadaan, teks) {
    if (!status) return;
    status.dataset.keadaan = keadaan;
    $("[data-teks]", status).textContent = teks || status.dataset[keadaan];
  }

  function keSimpanan(daftar, terkirim) {
    return diPerangkat && tulisDraf(nama, { isi: daftar, saat: Date.now(), versi, terkirim });
  }

  function mintaMasuk(daftar) {
    tampil(keSimpanan(daftar, false) ? "perangkat" : "gagal");
    if (status) $("[data-teks]", status).append(" · ", buat("a", { href: alamatMasuk() }, t("Masuk lagi")));
  }

  async function keServer() {
    if (!url || mengirim) return;
    mengirim = true;
    const daftar = isiFormulir(form);
    try {
      const token = await tokenCsrf();
      if (token === null) return mintaMasuk(daftar);
      const jawab = await fetch(url, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ isi: { bidang: daftar }, versi }),
        redirect: "manual",
      });
      if (jawab.status === 401 || jawab.type === "opaqueredirect") return mintaMasuk(daftar);
      if (!jawab.ok) throw new Error(jawab.status);
      versi = (await jawab.json().catch(() => ({}))).versi || versi;
      keSimpanan(daftar, true);
      tampil("tersimpan", status?.dataset.tersimpan + " " + jam());
      if (JSON.stringify(isiFormulir(form)) !== JSON.stringify(daftar)) simpanNanti();
    } catch (galat) {
      tampil(keSimpanan(daftar, false) ? "perangkat" : "gagal");
      // The server may be gone while the network is there: nobody tells us when it is back.
      if (!(+galat.message < 500)) tunggu = setTimeout(lagi, 15000);
    } finally {
      mengirim = false;
    }
  }

  function lagi() {
    terakhir = "";
    simpan();
  }

  function simpan() {
    clearTimeout(tunggu);
    if (!form.isConnected || form.dataset.terkirim) return;
    const daftar = isiFormulir(form);
    const teks = JSON.stringify(daftar);
    if (teks === terakhir) return;
    terakhir = teks;
    const disimpan = keSimpanan(daftar, false);
    if (!url) tampil(disimpan ? "tersimpan" : "gagal", disimpan && status?.dataset.tersimpan + " " + jam());
    else if (!navigator.onLine) tampil(disimpan ? "perangkat" : "gagal");
    else {
      tampil("menyimpan");
      keServer();
    }
  }

  function simpanNanti() {
    clearTimeout(tunggu);
    tunggu = setTimeout(simpan, 700);
  }

  function tawarkan(draf) {
    if (!draf?.isi || JSON.stringify(draf.isi) === awal) return;
    if ($(".pemulihan", form)) return;
    const pulih = buat("button", { type: "button", class: "tombol tombol-kedua" }, t("Pulihkan isian"));
    const buang = buat("button", { type: "button", class: "tombol-teks" }, t("Buang"));
    const kapan = draf.saat ? ` (${new Date(draf.saat).toLocaleDateString(bahasa(), { day: "numeric", month: "long" })} ${jam(draf.saat)})` : "";
    const kotak = buat(
      "div",
      { class: "pemberitahuan pemberitahuan-info pemulihan", role: "status" },
      buat("div", { class: "pemberitahuan-isi" }, buat("p", {}, t("Ada isian Anda yang belum terkirim{kapan}.", { kapan })), buat("p", { class: "deret" }, pulih, buang)),
    );
    pulih.addEventListener("click", () => {
      isikan(form, draf.isi);
      kotak.remove();
      terakhir = "";
      simpan();
      form.dispatchEvent(new Event("tera:dipulihkan"));
    });
    buang.addEventListener("click", () => {
      hapusDraf(nama);
      kotak.remove();
    });
    // What waits must be seen: a folded part opens.
    form.closest("details")?.setAttribute("open", "");
    form.prepend(kotak);
  }

  async function mulai() {
    const sejak = Date.now();
    const lokal = diPerangkat ? await bacaDraf(nama) : null;
    if (!diPerangkat) hapusDraf(nama);
    // A form shown again with errors holds the newest input already; so does one typed in meanwhile.
    if ($(".bidang-salah", form) || lokal?.saat >= sejak) return;
    versi ||= lokal?.versi || 0;
    if (lokal && !lokal.terkirim) return tawarkan(lokal);
    if (!url) return tawarkan(lokal);
    try {
      const jawab = await fetch(url, { headers: { Accept: "application/json" }, redirect: "manual" });
      const draf = jawab.ok ? await jawab.json() : null;
      // The draft of another device may be newer than the one here.
      const server = draf?.isi?.bidang && (draf.versi || 0) >= versi ? { isi: draf.isi.bidang } : lokal;
      versi = Math.max(versi, draf?.versi || 0);
      if (JSON.stringify(isiFormulir(form)) === awal) tawarkan(server);
    } catch {
      tawarkan(lokal);
    }
  }

  mulai();
  form.addEventListener("input", simpanNanti);
  form.addEventListener("change", simpanNanti);
  addEventListener("online", lagi);
  addEventListener("pagehide", () => {
    clearTimeout(tunggu);
    const daftar = isiFormulir(form);
    if (JSON.stringify(daftar) !== terakhir && form.isConnected && !form.dataset.terkirim) keSimpanan(daftar, false);
  });
  addEventListener("beforeunload", (kejadian) => {
    if (!diPerangkat && !form.dataset.terkirim && status?.dataset.keadaan === "gagal") kejadian.preventDefault();
  });
}
