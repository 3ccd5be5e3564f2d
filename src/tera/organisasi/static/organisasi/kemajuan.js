// A running import: ask the same page again and put its progress here, until it has a result.
// Without this script the template offers a link that opens the page again.
const TEMPAT = "kemajuan-impor";
const JEDA = 2000;
const BATAS_GAGAL = 30;
let gagal = 0;

async function tengok() {
  const kini = document.getElementById(TEMPAT);
  if (!kini) return;
  try {
    const jawaban = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!jawaban.ok) throw new Error(String(jawaban.status));
    const halaman = new DOMParser().parseFromString(await jawaban.text(), "text/html");
    const baru = halaman.getElementById(TEMPAT);
    if (!baru) {
      // Finished, refused, or signed out meanwhile: the whole page says which.
      location.reload();
      return;
    }
    gagal = 0;
    kini.replaceChildren(...baru.childNodes);
  } catch {
    gagal += 1;
  }
  if (gagal < BATAS_GAGAL) setTimeout(tengok, JEDA * (gagal ? 3 : 1));
}

setTimeout(tengok, JEDA);
