// The editor of a plan: gentle hints while typing, counts, and the state in the bar.
// Everything listens on the document: the page may be replaced by the answer to a submission.
const $ = (pilih, di = document) => di.querySelector(pilih);
const RHK = /^(?:utama|tambahan)-\d+-teks$/;
const INDIKATOR = /^((?:utama|tambahan)-\d+-indikator-\d+-)(?:teks|target|satuan)$/;
const jadwal = new WeakMap();

// What is to be asked about the field that changed; null for any other field.
function pertanyaan(kolom) {
  if (RHK.test(kolom.name)) return { kotak: $(":scope > [data-periksa]", kolom.closest(".tumpuk-rapat")), isi: { teks: kolom.value } };
  const cocok = INDIKATOR.exec(kolom.name);
  if (!cocok) return null;
  const nilai = (nama) => kolom.form.elements[cocok[1] + nama]?.value.trim() || "";
  return {
    kotak: $("[data-periksa]", kolom.closest("[data-baris-satu]")),
    isi: { bagian: "indikator", teks: nilai("teks"), target: nilai("target"), satuan: nilai("satuan") },
  };
}

// A hint that still holds is left as it is: not read aloud again, not closed.
function tampilkan(kotak, daftar) {
  const lama = [...kotak.children].map((satu) => $("summary span", satu).textContent.trim());
  if (lama.join("\n") === daftar.map((satu) => satu.pesan).join("\n")) return;
  kotak.replaceChildren(
    ...daftar.map(({ pesan, mengapa, contoh }) => {
      const saran = $("#templat-saran").content.firstElementChild.cloneNode(true);
      $("summary span", saran).textContent = pesan;
      const [alasan, perbaikan] = saran.querySelectorAll("p");
      alasan.textContent = mengapa;
      perbaikan.textContent = contoh;
      return saran;
    }),
  );
}

async function periksa(kolom, jadwalnya) {
  const { kotak, isi } = pertanyaan(kolom);
  // Offline nothing can be said of the new words, and what was said of the old ones may be wrong.
  if (!isi.teks.trim() || !navigator.onLine) return tampilkan(kotak, []);
  jadwalnya.permintaan = new AbortController();
  try {
    const alamat = `${kolom.form.dataset.periksaUrl}?${new URLSearchParams(isi)}`;
    const jawab = await fetch(alamat, { headers: { Accept: "application/json" }, signal: jadwalnya.permintaan.signal, redirect: "manual" });
    tampilkan(kotak, jawab.ok ? (await jawab.json()).saran : []);
  } catch (galat) {
    if (galat.name !== "AbortError") tampilkan(kotak, []);
  }
}

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (!form?.dataset.periksaUrl) return;
  const lipat = target.closest(".skp-lipat");
  if (lipat) $("[data-jumlah-terisi]", lipat).textContent = [...lipat.querySelectorAll("textarea")].filter((u) => u.value.trim()).length;
  const kotak = pertanyaan(target)?.kotak;
  if (!kotak) return;
  const jadwalnya = jadwal.get(kotak) || {};
  jadwal.set(kotak, jadwalnya);
  jadwalnya.permintaan?.abort();
  clearTimeout(jadwalnya.tunggu);
  jadwalnya.tunggu = setTimeout(() => periksa(target, jadwalnya), 700);
});

// Before anything is typed the bar says what will happen, or that this page isn't saved yet.
function tulisKeadaan() {
  const form = $("form[data-periksa-url]");
  const status = $("[data-status-simpan]");
  if (!form || !status || status.dataset.keadaan) return;
  const belum = "belumTersimpan" in form.dataset;
  status.dataset.keadaan = belum ? "belum" : "siap";
  $("[data-teks]", status).textContent = belum ? status.dataset.belum : form.dataset.statusAwal;
}

document.addEventListener("tera:halaman", tulisKeadaan);
tulisKeadaan();
