// Asks now and then whether there is something new, only while the page is seen. The answer is
// almost always an empty 304. Without this script the page says the same after a reload.
const BIASA = 60_000;
const TERLAMA = 15 * 60_000;
const HEMAT = 5 * 60_000;
let jeda = dasar();
let tanda = null;
let terakhir = Date.now();
let pewaktu = 0;

function dasar() {
  const jaringan = navigator.connection;
  return jaringan?.saveData || /2g/.test(jaringan?.effectiveType || "") ? HEMAT : BIASA;
}

// A little chance keeps ten thousand pages opened at eight from asking in the same second.
function jadwalkan() {
  clearTimeout(pewaktu);
  if (!document.hidden) pewaktu = setTimeout(tanya, jeda * (0.85 + Math.random() * 0.3));
}

async function tanya() {
  const lonceng = document.querySelector("[data-kabar]");
  if (!lonceng) return;
  terakhir = Date.now();
  try {
    const jawab = await fetch(lonceng.dataset.kabar, {
      headers: { Accept: "application/json", "If-None-Match": tanda || lonceng.dataset.kabarTanda },
      cache: "no-store",
    });
    // Signed out: whoever signs in again gets a new page.
    if (jawab.status === 401) return;
    if (jawab.status !== 304 && !jawab.ok) throw new Error(jawab.status);
    jeda = dasar();
    if (jawab.ok) {
      tanda = jawab.headers.get("ETag");
      tunjukkan(lonceng, await jawab.json());
      await segarkan();
    }
  } catch {
    jeda = Math.min(jeda * 2, TERLAMA);
  }
  jadwalkan();
}

function tunjukkan(lonceng, { jumlah, label }) {
  const angka = lonceng.querySelector("[data-kabar-jumlah]");
  angka.textContent = jumlah;
  angka.hidden = !jumlah;
  lonceng.querySelector("[data-kabar-label]").textContent = label;
}

// Parts of the page that say so are taken from the page as it is now, unless someone is in them.
async function segarkan() {
  const daftar = [...document.querySelectorAll("[data-kabar-segar][id]")];
  if (!daftar.length) return;
  const jawab = await fetch(location.href, { cache: "no-store" });
  if (!jawab.ok || jawab.redirected) return;
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html");
  for (const lama of daftar) {
    const ganti = baru.getElementById(lama.id);
    if (ganti && lama.isConnected && !lama.contains(document.activeElement)) lama.replaceWith(document.importNode(ganti, true));
  }
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && Date.now() - terakhir > BIASA / 2) tanya();
  else jadwalkan();
});
addEventListener("online", tanya);
// A form's answer took the place of the page: its bell knows better.
document.addEventListener("tera:halaman", () => {
  tanda = null;
});
jadwalkan();
