// Service worker: the shell and the pages this person opened stay readable without a network.
// Pages marked Cache-Control: no-store (360, konseling, swakaji) are never kept.
const CANGKANG = "tera-cangkang-1";
const HALAMAN = "tera-halaman-1";
const LURING = "/luring/";
const JUMLAH_HALAMAN = 40;

self.addEventListener("install", (kejadian) => {
  kejadian.waitUntil(
    caches
      .open(CANGKANG)
      .then(async (simpanan) => {
        const jawab = await fetch(LURING, { cache: "reload" });
        const teks = await jawab.clone().text();
        await simpanan.put(LURING, jawab);
        // The offline page names the style sheet, script and mark it needs (hashed names included).
        const aset = [...teks.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((satu) => satu[1]);
        await Promise.all([...new Set(aset)].map((alamat) => simpanan.add(alamat).catch(() => {})));
      })
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (kejadian) => {
  const dikenal = [CANGKANG, HALAMAN];
  kejadian.waitUntil(
    caches
      .keys()
      .then((daftar) => Promise.all(daftar.filter((nama) => nama.startsWith("tera-") && !dikenal.includes(nama)).map((nama) => caches.delete(nama))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (kejadian) => {
  if (kejadian.data === "lupakan") kejadian.waitUntil(caches.delete(HALAMAN));
});

const bolehSimpan = (jawab) =>
  jawab.status === 200 && jawab.type === "basic" && !jawab.redirected && !/no-store/.test(jawab.headers.get("Cache-Control") || "");

async function simpanHalaman(minta, jawab) {
  const simpanan = await caches.open(HALAMAN);
  if (!bolehSimpan(jawab)) {
    await simpanan.delete(minta);
    return;
  }
  // Only pages with a form of one's own are kept; the frame says so (data-simpan-luring).
  const teks = await jawab.clone().text();
  if (!/<form[^>]*\sdata-draf=|data-simpan-luring/.test(teks) || /<html[^>]*data-perangkat-bersama/.test(teks)) return;
  await simpanan.put(minta, jawab);
  const kunci = await simpanan.keys();
  for (const lama of kunci.slice(0, Math.max(0, kunci.length - JUMLAH_HALAMAN))) await simpanan.delete(lama);
}

async function bukaHalaman(kejadian) {
  const minta = kejadian.request;
  try {
    const jawab = await fetch(minta);
    kejadian.waitUntil(simpanHalaman(minta, jawab.clone()).catch(() => {}));
    return jawab;
  } catch {
    return (await caches.match(minta, { cacheName: HALAMAN })) || (await caches.match(LURING)) || Response.error();
  }
}

async function bukaAset(minta) {
  const simpanan = await caches.open(CANGKANG);
  const ada = await simpanan.match(minta);
  const segar = fetch(minta).then((jawab) => {
    if (jawab.ok) simpanan.put(minta, jawab.clone());
    return jawab;
  });
  // A hashed name never changes its content; other names are refreshed for the next visit.
  if (ada) {
    segar.catch(() => {});
    return ada;
  }
  return segar;
}

self.addEventListener("fetch", (kejadian) => {
  const { request: minta } = kejadian;
  const alamat = new URL(minta.url);
  if (minta.method !== "GET" || alamat.origin !== location.origin) return;
  if (minta.mode === "navigate") kejadian.respondWith(bukaHalaman(kejadian));
  else if (alamat.pathname.startsWith("/static/")) kejadian.respondWith(bukaAset(minta));
});
