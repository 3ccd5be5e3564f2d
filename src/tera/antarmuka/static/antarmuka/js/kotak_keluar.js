import { $, $$, akar, alamatMasuk, buat, dipakaiBersama, jam, kabari, pengguna, t, tokenCsrf, tukarHalaman } from "./alat.js";
import { hapusDraf } from "./draf.js";

// Outbox: forms that met a dead network wait in IndexedDB and go out again with the same key.
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

// Another person's waiting forms are neither shown nor sent.
export const daftarTunda = async () =>
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
  // Overload is not a refusal: wait and try again.
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

export async function kirimTunda() {
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
      // Accepted means: the server led us on. A page without a redirect is the form again.
      if (hasil.jawab.redirected) {
        await gudang("readwrite", (g) => g.delete(satu.kunci));
        if (satu.draf) hapusDraf(satu.draf);
        // The autosave of this same reconnection may have put it back on the server.
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
    // Still no network: the next interval tries again.
  } finally {
    sedang = false;
    tampilTunda();
  }
}

export async function tampilTunda() {
  const wadah = $("[data-daftar-tunda]");
  if (!wadah) return;
  const daftar = await daftarTunda().catch(() => []);
  wadah.hidden = !daftar.length;
  $("ul", wadah).replaceChildren(
    ...daftar.map((satu) => buat("li", {}, buat("a", { href: satu.halaman }, satu.judul), ` ${jam(satu.saat)}`)),
  );
}

export function kirimUlang(form) {
  form.addEventListener("submit", async (kejadian) => {
    const tombol = kejadian.submitter;
    // Row buttons and buttons with an address of their own go the plain way.
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
    // An empty file input gives a nameless file; the server must see it as the browser sends it.
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
      // Led on means accepted: what was typed is no longer waiting on this device.
      if (hasil.jawab.redirected && satu.draf) hapusDraf(satu.draf);
      await tampilJawaban(hasil.jawab);
    } catch {
      await tahan(tertunda());
      // A server that is started again is back in seconds.
      setTimeout(kirimTunda, 5000);
    } finally {
      delete form.dataset.mengirim;
      tombol?.removeAttribute("aria-busy");
    }
  });
}

export function jagaKotakKeluar() {
  if (!window.indexedDB) return;
  addEventListener("online", kirimTunda);
  setInterval(kirimTunda, 30000);
  kirimTunda();
}
