"use strict";
const akar = document.documentElement;
const $ = (pilih, di = document) => di.querySelector(pilih);
const $$ = (pilih, di = document) => [...di.querySelectorAll(pilih)];
const dipakaiBersama = (unsur = akar) => !!unsur.closest("[data-perangkat-bersama]");
const pengguna = () => akar.dataset.pengguna || "tamu";
const t = (teks, isi = {}) => (window.teraTerjemah?.[teks] || teks).replace(/\{(\w+)\}/g, (_semua, nama) => isi[nama]);
const bahasa = () => (akar.lang === "en" ? "en-GB" : "id-ID");
const jam = (saat = Date.now()) => {
const teks = new Date(saat).toLocaleTimeString(bahasa(), { hour: "2-digit", minute: "2-digit" });
return akar.lang === "en" ? teks : teks.replace(":", ".");
};
function buat(nama, sifat = {}, ...isi) {
const unsur = document.createElement(nama);
for (const [kunci, nilai] of Object.entries(sifat)) unsur.setAttribute(kunci, nilai);
unsur.append(...isi);
return unsur;
}
function kabari(pesan, aksi, lama = 8000) {
const wadah = $("#kabar");
if (!wadah) return;
const baris = buat("div", {}, buat("span", {}, pesan));
if (aksi) {
const [label, tujuan] = aksi;
const tombol = typeof tujuan === "string" ? buat("a", { href: tujuan }, label) : buat("button", { type: "button" }, label);
if (typeof tujuan !== "string")
tombol.addEventListener("click", () => {
baris.remove();
tujuan();
});
baris.append(tombol);
}
wadah.replaceChildren(baris);
if (lama) setTimeout(() => baris.remove(), lama);
}
function pasangGaya(baru, alamat) {
const ada = new Set($$("head link[rel=stylesheet]").map((satu) => satu.href));
const perlu = $$("head link[rel=stylesheet]", baru)
.map((satu) => new URL(satu.getAttribute("href"), alamat).href)
.filter((href) => !ada.has(href));
return Promise.all(
perlu.map(
(href) =>
new Promise((selesai) => {
const gaya = buat("link", { rel: "stylesheet", href });
gaya.addEventListener("load", selesai);
gaya.addEventListener("error", selesai);
document.head.append(gaya);
}),
),
);
}
async function tukarHalaman(teks, alamat) {
const baru = new DOMParser().parseFromString(teks, "text/html");
await pasangGaya(baru, alamat);
if (alamat !== location.href) history.pushState(null, "", alamat);
document.title = baru.title;
for (const { name, value } of baru.documentElement.attributes) akar.setAttribute(name, value);
$("meta[name='draf-selesai']")?.remove();
const tanda = $("meta[name='draf-selesai']", baru);
if (tanda) document.head.append(document.importNode(tanda, true));
for (const skrip of $$("head script[src]", baru))
if (!$$("script[src]").some((ada) => ada.src === new URL(skrip.getAttribute("src"), alamat).href))
document.head.append(buat("script", { src: skrip.getAttribute("src"), type: skrip.type || "text/javascript" }));
document.body.replaceWith(document.importNode(baru.body, true));
window.htmx?.process(document.body);
scrollTo(0, 0);
document.dispatchEvent(new CustomEvent("tera:halaman"));
}
async function tokenCsrf() {
const jawab = await fetch(akar.dataset.csrfUrl, { headers: { Accept: "application/json" }, cache: "no-store", redirect: "manual" });
if (jawab.status === 401 || jawab.type === "opaqueredirect") return null;
if (!jawab.ok) throw new Error("csrf");
return (await jawab.json()).token;
}
const alamatMasuk = () =>
akar.dataset.masukUrl + "?next=" + encodeURIComponent(location.pathname + location.search);
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
function hapusDraf(nama) {
try {
localStorage.removeItem(kunciDraf(nama));
} catch {
/* storage is closed to us: then nothing was kept either */
}
lemariDraf("readwrite", (g) => g.delete(kunciDraf(nama))).catch(() => {});
}
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
function jagaDraf(form) {
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
form.closest("details")?.setAttribute("open", "");
form.prepend(kotak);
}
async function mulai() {
const sejak = Date.now();
const lokal = diPerangkat ? await bacaDraf(nama) : null;
if (!diPerangkat) hapusDraf(nama);
if ($(".bidang-salah", form) || lokal?.saat >= sejak) return;
versi ||= lokal?.versi || 0;
if (lokal && !lokal.terkirim) return tawarkan(lokal);
if (!url) return tawarkan(lokal);
try {
const jawab = await fetch(url, { headers: { Accept: "application/json" }, redirect: "manual" });
const draf = jawab.ok ? await jawab.json() : null;
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
const GUDANG = "kiriman";
let sambungan;
let sedang = false;
function gudang(mode, kerja) {
sambungan ||= new Promise((jadi, gagal) => {
const minta = indexedDB.open("tera", 1);
minta.onupgradeneeded = () => minta.result.createObjectStore(GUDANG, { keyPath: "kunci" });
minta.onsuccess = () => jadi(minta.result);
minta.onerror = () => gagal(minta.error);
});
return sambungan.then(
(basis) =>
new Promise((jadi, gagal) => {
const alir = basis.transaction(GUDANG, mode);
const minta = kerja(alir.objectStore(GUDANG));
alir.oncomplete = () => jadi(minta?.result);
alir.onabort = alir.onerror = () => gagal(alir.error);
}),
);
}
const daftarTunda = async () =>
(await gudang("readonly", (g) => g.getAll())).filter((satu) => satu.pengguna === pengguna());
async function kirimSatu(satu, lamaTunggu = 30000) {
const token = await tokenCsrf();
if (token === null) return { masuk: true };
const isi = new FormData();
for (const [nama, nilai, berkas] of satu.isi) {
if (nama === "csrfmiddlewaretoken") continue;
if (berkas) isi.append(nama, nilai, berkas);
else isi.append(nama, nilai);
}
isi.append("csrfmiddlewaretoken", token);
const jawab = await fetch(satu.url, {
method: "POST",
body: isi,
headers: { Accept: "text/html", "X-CSRFToken": token },
signal: AbortSignal.timeout?.(lamaTunggu),
});
if (jawab.status === 403 && jawab.headers.get("X-Tera-Csrf") === "basi") return { masuk: true };
if (jawab.status === 401 || new URL(jawab.url).pathname === akar.dataset.masukUrl) return { masuk: true };
if ([429, 502, 503, 504].includes(jawab.status)) throw new Error(jawab.status);
return { jawab };
}
async function tampilJawaban(jawab) {
if (/text\/html/.test(jawab.headers.get("Content-Type") || "")) await tukarHalaman(await jawab.text(), jawab.url);
else location.assign(jawab.url);
}
async function buangDraf(url) {
const token = await tokenCsrf();
if (token) await fetch(url, { method: "DELETE", headers: { Accept: "application/json", "X-CSRFToken": token } });
}
async function kirimTunda() {
if (sedang || !navigator.onLine) return;
sedang = true;
try {
for (const satu of await daftarTunda()) {
if (satu.ditolak) continue;
const hasil = await kirimSatu(satu);
if (hasil.masuk) {
kabari(t("Ada kiriman yang menunggu. Masuk lagi agar terkirim; tidak ada yang hilang."), [t("Masuk"), alamatMasuk()], 0);
return;
}
if (hasil.jawab.redirected) {
await gudang("readwrite", (g) => g.delete(satu.kunci));
if (satu.draf) hapusDraf(satu.draf);
if (satu.drafUrl) await buangDraf(satu.drafUrl);
if (satu.halaman === location.pathname) {
for (const form of $$("form[data-kirim-ulang]")) form.dataset.terkirim = "1";
await tampilJawaban(hasil.jawab);
kabari(t("Kiriman tertunda ({judul}) sudah diterima.", satu));
return;
}
kabari(t("Kiriman tertunda ({judul}) sudah diterima.", satu), [t("Lihat hasilnya"), hasil.jawab.url], 0);
} else {
await gudang("readwrite", (g) => g.put({ ...satu, ditolak: hasil.jawab.status }));
kabari(t("Kiriman tertunda ({judul}) belum bisa diterima. Buka formulirnya, perbaiki, lalu kirim lagi.", satu), [t("Buka"), satu.halaman], 0);
}
}
} catch {
} finally {
sedang = false;
tampilTunda();
}
}
async function tampilTunda() {
const wadah = $("[data-daftar-tunda]");
if (!wadah) return;
const daftar = await daftarTunda().catch(() => []);
wadah.hidden = !daftar.length;
$("ul", wadah).replaceChildren(
...daftar.map((satu) => buat("li", {}, buat("a", { href: satu.halaman }, satu.judul), ` ${jam(satu.saat)}`)),
);
}
function kirimUlang(form) {
form.addEventListener("submit", async (kejadian) => {
const tombol = kejadian.submitter;
if (kejadian.defaultPrevented || /_baris$/.test(tombol?.name || "") || tombol?.hasAttribute("formaction") || form.method !== "post") return;
const data = new FormData(form, tombol);
if (tombol?.name && !data.has(tombol.name)) data.append(tombol.name, tombol.value);
const kunci = data.get("kunci_idempoten");
if (!kunci || !window.indexedDB) return;
kejadian.preventDefault();
if (form.dataset.mengirim) return;
form.dataset.mengirim = "1";
tombol?.setAttribute("aria-busy", "true");
const peka = dipakaiBersama(form);
const satu = {
kunci,
pengguna: pengguna(),
url: form.action,
halaman: location.pathname,
judul: $("h1")?.textContent.trim() || document.title,
draf: form.dataset.draf || "",
drafUrl: form.dataset.drafUrl || "",
saat: Date.now(),
isi: [...data].map(([nama, nilai]) => (nilai instanceof File ? [nama, nilai, nilai.name || " "] : [nama, nilai])),
};
satu.isi = satu.isi.filter(([, nilai]) => !(nilai instanceof File && !nilai.size && !nilai.name));
const tahan = async (pesan, aksi) => {
if (peka) {
kabari(t("Belum terkirim. Perangkat ini dipakai bersama, jadi isian tidak disimpan: jangan tutup halaman, kirim lagi setelah jaringan kembali."), null, 0);
return;
}
try {
await gudang("readwrite", (g) => g.put(satu));
kabari(pesan, aksi, 0);
} catch {
kabari(t("Belum terkirim dan perangkat ini tidak bisa menyimpannya. Jangan tutup halaman; kirim lagi setelah jaringan kembali."), null, 0);
}
};
const tertunda = () =>
navigator.onLine
? t("Server belum terjangkau. Tidak ada yang hilang: kiriman disimpan di perangkat ini dan dikirim sendiri begitu server menjawab.")
: t("Jaringan terputus. Kiriman disimpan di perangkat ini dan dikirim sendiri begitu jaringan kembali.");
try {
if (!navigator.onLine) {
await tahan(tertunda());
return;
}
const hasil = await kirimSatu(satu);
if (hasil.masuk) {
await tahan(t("Sesi Anda berakhir. Tidak ada yang hilang: masuk lagi dan kiriman ini diteruskan."), [t("Masuk"), alamatMasuk()]);
return;
}
await gudang("readwrite", (g) => g.delete(kunci)).catch(() => {});
form.dataset.terkirim = "1";
if (hasil.jawab.redirected && satu.draf) hapusDraf(satu.draf);
await tampilJawaban(hasil.jawab);
} catch {
await tahan(tertunda());
setTimeout(kirimTunda, 5000);
} finally {
delete form.dataset.mengirim;
tombol?.removeAttribute("aria-busy");
}
});
}
function jagaKotakKeluar() {
if (!window.indexedDB) return;
addEventListener("online", kirimTunda);
setInterval(kirimTunda, 30000);
kirimTunda();
}
function suntingBaris(penyunting) {
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
let nomorSaran = 0;
const HANYA_ANGKA = /^[\d.,\s–<>=≥≤-]*$/;
const bolehDiisi = (u) => !u.value || u.type === "hidden" || [u.dataset.terisi, u.dataset.bawaan].includes(u.value);
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
function saranKetik(kolom) {
const id = `saran-${(nomorSaran += 1)}`;
const wadah = buat("div", { class: "saran-wadah" });
const daftar = buat("ul", { class: "saran", role: "listbox", id, "aria-label": t("Saran"), hidden: "" });
kolom.before(wadah);
const ucap = buat("span", { class: "khusus-pembaca", role: "status" });
wadah.append(kolom, daftar, ucap);
const satuBaris = kolom.tagName === "INPUT";
kolom.setAttribute("aria-autocomplete", "list");
kolom.setAttribute("aria-controls", id);
if (satuBaris) kolom.setAttribute("role", "combobox");
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
daftar.addEventListener("mousedown", (kejadian) => kejadian.preventDefault());
daftar.addEventListener("click", (kejadian) => {
const butir = kejadian.target.closest("[role=option]");
if (butir) ambil(butir);
});
}
const SASARAN = "a, button, input[type=radio]";
const PINDAH = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
function papanKetik(daftar) {
const baris = () => [...daftar.children].filter((satu) => $(SASARAN, satu));
daftar.addEventListener("keydown", (kejadian) => {
if (kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
const { tagName: nama, type: jenis } = kejadian.target;
if (/^(TEXTAREA|SELECT)$/.test(nama) || (nama === "INPUT" && !/^(radio|checkbox)$/.test(jenis))) return;
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
function masukDaftar(kejadian) {
if (kejadian.key !== "j" || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
if (kejadian.target !== document.body && kejadian.target.id !== "isi") return;
$$(`[data-papan-ketik] :is(${SASARAN})`)[0]?.focus();
}
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
