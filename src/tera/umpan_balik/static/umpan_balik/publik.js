// Proof of effort: while the citizen answers, find a number whose SHA-256 together with the key of
// the challenge begins with so many zero bits. Written out because the browser's own digest is
// missing on plain http and slow for one short text at a time.
(() => {
  const form = document.querySelector("form[data-tantangan]");
  if (!form) return;
  const bukti = form.elements.bukti;
  const [, kunci, bit] = form.elements.tantangan.value.split(".");
  const tombol = form.querySelector(".tombol-kirim");

  const K = new Int32Array(64);
  const AWAL = new Int32Array(8);
  for (let n = 2, i = 0; i < 64; n++) {
    let prima = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) { prima = false; break; }
    if (!prima) continue;
    if (i < 8) AWAL[i] = ((n ** 0.5 % 1) * 2 ** 32) | 0;
    K[i++] = ((n ** (1 / 3) % 1) * 2 ** 32) | 0;
  }
  const w = new Int32Array(64);
  // First 32 bits of the SHA-256 of a text shorter than 56 letters.
  const sidik = (teks) => {
    w.fill(0);
    for (let i = 0; i < teks.length; i++) w[i >> 2] |= teks.charCodeAt(i) << (24 - 8 * (i & 3));
    w[teks.length >> 2] |= 0x80 << (24 - 8 * (teks.length & 3));
    w[15] = teks.length * 8;
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = (w[i - 16] + w[i - 7]
        + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
        + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = AWAL;
    for (let i = 0; i < 64; i++) {
      const t = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
        + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const u = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
        + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
    }
    return (AWAL[0] + a) >>> 0;
  };

  const geser = 32 - Number(bit);
  let nomor = 0;
  let menunggu = false;
  const kerja = () => {
    const batas = performance.now() + 25;
    do {
      for (let i = 0; i < 200; i++, nomor++) {
        if (sidik(kunci + ":" + nomor) >>> geser === 0) {
          bukti.value = String(nomor);
          form.dataset.siap = "";
          if (menunggu) form.submit();
          return;
        }
      }
    } while (performance.now() < batas);
    setTimeout(kerja, 0);
  };
  setTimeout(kerja, 0);

  form.addEventListener("submit", (peristiwa) => {
    if (tombol.getAttribute("aria-disabled") === "true") { peristiwa.preventDefault(); return; }
    tombol.setAttribute("aria-disabled", "true");
    tombol.textContent = tombol.dataset.menunggu;
    if (bukti.value === "") { peristiwa.preventDefault(); menunggu = true; }
  });
  // Back from the next page: the form may be sent again.
  addEventListener("pageshow", (peristiwa) => { if (peristiwa.persisted) location.reload(); });
})();
