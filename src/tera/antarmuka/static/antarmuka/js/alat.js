// Small tools every module uses.
export const akar = document.documentElement;
export const $ = (pilih, di = document) => di.querySelector(pilih);
export const $$ = (pilih, di = document) => [...di.querySelectorAll(pilih)];
// A device that is shared keeps nothing: said of the whole page, or of one form.
export const dipakaiBersama = (unsur = akar) => !!unsur.closest("[data-perangkat-bersama]");
export const pengguna = () => akar.dataset.pengguna || "tamu";

// The text of the page's language: Indonesian stands in the source, tera.en.js holds the English.
export const t = (teks, isi = {}) => (window.teraTerjemah?.[teks] || teks).replace(/\{(\w+)\}/g, (_semua, nama) => isi[nama]);
export const bahasa = () => (akar.lang === "en" ? "en-GB" : "id-ID");

export const jam = (saat = Date.now()) => {
  const teks = new Date(saat).toLocaleTimeString(bahasa(), { hour: "2-digit", minute: "2-digit" });
  return akar.lang === "en" ? teks : teks.replace(":", ".");
};

export function buat(nama, sifat = {}, ...isi) {
  const unsur = document.createElement(nama);
  for (const [kunci, nilai] of Object.entries(sifat)) unsur.setAttribute(kunci, nilai);
  unsur.append(...isi);
  return unsur;
}

// A line at the bottom of the page; aksi is [label, address or function].
export function kabari(pesan, aksi, lama = 8000) {
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

// A room brings its own style sheet: the page of a form may be without that of the page it leads to.
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

// After a submission the answer takes the place of the page without being asked for twice: a second
// request would lose the messages the server shows once.
export async function tukarHalaman(teks, alamat) {
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

// 401 tells that the session has ended; the server answers it only to programs (Accept: JSON).
export async function tokenCsrf() {
  const jawab = await fetch(akar.dataset.csrfUrl, { headers: { Accept: "application/json" }, cache: "no-store", redirect: "manual" });
  if (jawab.status === 401 || jawab.type === "opaqueredirect") return null;
  if (!jawab.ok) throw new Error("csrf");
  return (await jawab.json()).token;
}

export const alamatMasuk = () =>
  akar.dataset.masukUrl + "?next=" + encodeURIComponent(location.pathname + location.search);
