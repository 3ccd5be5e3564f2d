"""Reading TOML of the pustaka with refusals that name the file, the record and the field."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


class PustakaError(ValueError):
    """A data file of the pustaka is wrong; the message says where and what to do."""


class Rekaman:
    """One TOML table whose fields are read with their type checked; unknown fields are refused."""

    def __init__(self, isi: Mapping[str, object], asal: str) -> None:
        self._isi = isi
        self.asal = asal

    def boleh(self, *kunci: str) -> None:
        """Refuse any field that is not named here (a misspelt field must not vanish silently)."""
        asing = sorted(set(self._isi) - set(kunci))
        if asing:
            raise PustakaError(
                f"{self.asal}: isian {', '.join(asing)} tidak dikenal. "
                f"Yang dikenal: {', '.join(kunci)}."
            )

    def teks(self, kunci: str) -> str:
        """Non-empty text without blanks at its ends."""
        nilai = self._isi.get(kunci)
        if not isinstance(nilai, str) or not nilai.strip():
            raise PustakaError(f"{self.asal}: isian {kunci} kosong. Isi dengan teks.")
        if nilai != nilai.strip():
            raise PustakaError(f"{self.asal}: isian {kunci} diawali atau diakhiri spasi. Rapikan.")
        return nilai

    def pilihan(self, kunci: str, daftar: tuple[str, ...]) -> str:
        """Text that is one of `daftar`."""
        nilai = self.teks(kunci)
        if nilai not in daftar:
            raise PustakaError(
                f"{self.asal}: {kunci} = {nilai!r} tidak dikenal. Pilih: {', '.join(daftar)}."
            )
        return nilai

    def pilihan_opsional(self, kunci: str, daftar: tuple[str, ...]) -> str | None:
        """Text that is one of `daftar`, or None where the field is absent."""
        return self.pilihan(kunci, daftar) if kunci in self._isi else None

    def benar(self, kunci: str) -> bool:
        """A truth value; absent means False."""
        nilai = self._isi.get(kunci, False)
        if not isinstance(nilai, bool):
            raise PustakaError(f"{self.asal}: {kunci} harus true atau false.")
        return nilai

    def daftar_teks(self, kunci: str, *, minimal: int = 1) -> tuple[str, ...]:
        """List of non-empty texts without repetition, at least `minimal` long."""
        nilai = self._isi.get(kunci, [])
        if not isinstance(nilai, list) or not all(isinstance(n, str) and n.strip() for n in nilai):
            raise PustakaError(f"{self.asal}: {kunci} harus daftar teks.")
        if len(nilai) < minimal:
            raise PustakaError(f"{self.asal}: {kunci} berisi {len(nilai)}, perlu {minimal}.")
        kembar = sorted({n for n in nilai if nilai.count(n) > 1})
        if kembar:
            raise PustakaError(
                f"{self.asal}: {kunci} memuat {', '.join(kembar)} dua kali. Hapus satu."
            )
        return tuple(nilai)

    def daftar_rekaman(self, kunci: str, *, minimal: int = 1) -> tuple["Rekaman", ...]:
        """Array of tables, at least `minimal` long."""
        nilai = self._isi.get(kunci, [])
        if not isinstance(nilai, list) or not all(isinstance(n, dict) for n in nilai):
            raise PustakaError(f"{self.asal}: {kunci} harus daftar rekaman [[{kunci}]].")
        if len(nilai) < minimal:
            raise PustakaError(f"{self.asal}: {kunci} berisi {len(nilai)}, perlu {minimal}.")
        return tuple(
            Rekaman(isi, f"{self.asal}, {kunci} ke-{urut}")
            for urut, isi in enumerate(nilai, start=1)
        )

    def rekaman(self, kunci: str) -> "Rekaman":
        """One table."""
        nilai = self._isi.get(kunci)
        if not isinstance(nilai, dict):
            raise PustakaError(f"{self.asal}: bagian [{kunci}] tidak ada.")
        return Rekaman(nilai, f"{self.asal}, {kunci}")

    def kunci(self) -> tuple[str, ...]:
        """Names of the fields, in file order."""
        return tuple(self._isi)


def baca_toml(berkas: Path) -> Rekaman:
    """Content of a TOML file; raises PustakaError with the file's name when it can't be read."""
    try:
        isi: dict[str, object] = tomllib.loads(
            berkas.read_text(encoding="utf-8"), parse_float=Decimal
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as galat:
        raise PustakaError(f"{berkas.name}: tidak terbaca ({galat}).") from galat
    return Rekaman(isi, berkas.name)
