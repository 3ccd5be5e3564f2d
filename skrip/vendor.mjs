// Author-time vendoring: copies the few browser files Tera uses out of node_modules.
//   npm ci && npm run vendor     copies the files and writes the manifest
//   npm run periksa              derives them again and fails when a committed file differs
// Installing and running Tera never needs this script.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const AKAR = join(dirname(fileURLToPath(import.meta.url)), "..");
const TUJUAN = join(AKAR, "src/tera/antarmuka/static/antarmuka/vendor");
const MODUL = join(AKAR, "node_modules");

// One name per line keeps a diff readable; only icons some template names belong here.
const IKON = readFileSync(join(AKAR, "skrip/ikon.txt"), "utf8")
  .split("\n")
  .map((baris) => baris.trim())
  .filter((baris) => baris && !baris.startsWith("#"));

// The icon tag sets size and class itself, so the file keeps the drawing only.
function ringkasIkon(svg) {
  const isi = svg
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<path stroke="none" d="M0 0h24v24H0z"[^>]*\/>/, "")
    .replace(/\s*\n\s*/g, "")
    .trim();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${isi}</svg>\n`;
}

function turunan() {
  const berkas = new Map();
  const baca = (nama) => readFileSync(join(MODUL, nama), "utf8");
  const htmx = baca("htmx.org/dist/htmx.min.js").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  berkas.set("htmx.min.js", htmx);
  berkas.set("htmx.LICENSE.txt", baca("htmx.org/LICENSE"));
  berkas.set("ikon/LICENSE.txt", baca("@tabler/icons/LICENSE"));
  for (const nama of IKON) {
    berkas.set(`ikon/${nama}.svg`, ringkasIkon(baca(`@tabler/icons/icons/outline/${nama}.svg`)));
  }
  const paket = ["htmx.org", "@tabler/icons"].map((nama) => {
    const { version, license } = JSON.parse(baca(`${nama}/package.json`));
    return { nama, versi: version, lisensi: license };
  });
  const sha256 = {};
  for (const [nama, isi] of [...berkas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    sha256[nama] = createHash("sha256").update(isi).digest("hex");
  }
  berkas.set("manifes.json", JSON.stringify({ paket, sha256 }, null, 2) + "\n");
  return berkas;
}

function daftarBerkas(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((isi) =>
    isi.isDirectory() ? daftarBerkas(join(folder, isi.name)) : [join(folder, isi.name)],
  );
}

const berkas = turunan();
if (process.argv.includes("--periksa")) {
  const berbeda = [];
  for (const [nama, isi] of berkas) {
    let ada = null;
    try {
      ada = readFileSync(join(TUJUAN, nama), "utf8");
    } catch {
      /* a missing file is reported like a changed one */
    }
    if (ada !== isi) berbeda.push(nama);
  }
  for (const jalur of daftarBerkas(TUJUAN)) {
    const nama = relative(TUJUAN, jalur).split("\\").join("/");
    if (!berkas.has(nama)) berbeda.push(`${nama} (tidak dikenal)`);
  }
  if (berbeda.length) {
    console.error(`Berkas vendor berbeda dari sumbernya: ${berbeda.join(", ")}.`);
    console.error("Jalankan 'npm ci && npm run vendor', lalu commit hasilnya.");
    process.exit(1);
  }
  console.log(`${berkas.size} berkas vendor sama dengan sumbernya.`);
} else {
  rmSync(TUJUAN, { recursive: true, force: true });
  for (const [nama, isi] of berkas) {
    mkdirSync(dirname(join(TUJUAN, nama)), { recursive: true });
    writeFileSync(join(TUJUAN, nama), isi);
  }
  console.log(`${berkas.size} berkas vendor ditulis.`);
}
