"""Step strips of succession groups and career files: at which step it is, and who must act."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_tanggal
from tera.core.models import RiwayatStatus
from tera.tindak_lanjut.models import KelompokSuksesi, UsulKarier
from tera.tindak_lanjut.selectors.giliran import giliran_karier
from tera.tindak_lanjut.tampilan_giliran import menunggu_giliran

#: Where each state of a file stands among its four steps.
_LETAK_USUL = {
    "disusun": 0, "dikembalikan": 0, "diajukan": 1, "ditelaah": 2, "disetujui": 4, "ditolak": 4,
}  # fmt: skip


def langkah_usul(usul: UsulKarier, riwayat: Sequence[RiwayatStatus]) -> list[dict[str, str]]:
    """Return the strip of a career file; one that was taken back stops where it stood."""
    hari = _hari_terakhir(riwayat)
    penelaah = next((satu.nama_aktor for satu in reversed(riwayat) if satu.aksi == "telaah"), "")
    if usul.status in {"diajukan", "dikembalikan"}:
        penelaah = ""
    semua = [
        (_("Disusun"), usul.nama_pengusul, usul.diajukan_pada or usul.dibuat_pada),
        (_("Ditelaah"), penelaah or _("pengelola, PyB, atau pejabat pembina; bukan pengusul"),
         hari.get("telaah")),
        (_("Diputus"), usul.nama_pemutus or _("PyB atau pejabat pembina; orang ketiga"),
         usul.diputus_pada),
    ]  # fmt: skip
    if usul.status == UsulKarier.Status.DIBATALKAN:
        return [
            *_susun(semua[:1], 1),
            {
                "label": _("Dibatalkan"),
                "status": "kini",
                "keterangan": _siapa(usul.nama_pengusul, hari.get("batalkan")),
            },
        ]
    hasil = _susun(semua, min(_LETAK_USUL[usul.status], 3))
    if usul.status == UsulKarier.Status.DIKEMBALIKAN:
        hasil[0] |= {
            "label": _("Dikembalikan"),
            "status": "ditolak",
            "keterangan": _siapa(_("menunggu %(nama)s") % {"nama": usul.nama_pengusul}, None),
        }
    elif usul.status == UsulKarier.Status.DITOLAK:
        hasil[2]["label"] = _("Ditolak")
    elif usul.status == UsulKarier.Status.DISETUJUI:
        hasil[2]["label"] = _("Disetujui")
    return hasil


def menunggu_usul(usul: UsulKarier, pada: dt.date) -> str:
    """Return who reviews or decides a file now: one query; empty for one that isn't under way."""
    kalimat = {
        UsulKarier.Status.DIAJUKAN.value: _("Menunggu telaah %(siapa)s, bukan pengusulnya."),
        UsulKarier.Status.DITELAAH.value: _(
            "Menunggu putusan %(siapa)s, yang tidak mengusulkan dan tidak menelaah."
        ),
    }.get(usul.status)
    if kalimat is None:
        return ""
    putusan = usul.status == UsulKarier.Status.DITELAAH
    return menunggu_giliran(giliran_karier(usul=usul, putusan=putusan, pada=pada), kalimat)


def langkah_kelompok(
    kelompok: KelompokSuksesi, *, beranggota: bool, riwayat: Sequence[RiwayatStatus]
) -> list[dict[str, str]]:
    """Return the strip of a succession group: opened, filled, set, reviewed within the year."""
    hari = _hari_terakhir(riwayat)
    semua = [
        (_("Dibuka"), _("pengelola"), kelompok.dibuat_pada),
        (_("Anggota diisi"), _("pengelola"), None),
        (_("Ditetapkan"), _("pejabat pembina"), kelompok.ditetapkan_pada),
        (_("Ditinjau lagi"), _("pengelola atau pejabat pembina"), kelompok.tinjau_sebelum),
    ]
    if kelompok.status == KelompokSuksesi.Status.DITUTUP:
        lewat = 3 if kelompok.ditetapkan_pada else 2 if beranggota else 1
        return [
            *_susun(semua[:lewat], lewat),
            {
                "label": _("Ditutup"),
                "status": "kini",
                "keterangan": _siapa(_("pejabat pembina"), hari.get("tutup")),
            },
        ]
    if kelompok.status == KelompokSuksesi.Status.DITETAPKAN:
        hasil = _susun(semua, 3)
        if kelompok.tinjau_sebelum is not None:
            hasil[3]["keterangan"] = _("pengelola atau pejabat pembina, sebelum %(hari)s") % {
                "hari": tulis_tanggal(kelompok.tinjau_sebelum)
            }
        return hasil
    hasil = _susun(semua, 2 if beranggota else 1)
    if kelompok.ditetapkan_pada is not None:
        # Opened again for its review: the old day isn't this round's.
        hasil[2]["keterangan"] = _("pejabat pembina")
    hasil[3]["keterangan"] = _("setahun sesudah ditetapkan")
    return hasil


def _susun(semua: Sequence[tuple[str, str, dt.date | None]], kini: int) -> list[dict[str, str]]:
    return [
        {
            "label": label,
            "status": "selesai" if urutan < kini else "kini" if urutan == kini else "nanti",
            "keterangan": _siapa(siapa, hari if urutan < kini else None),
        }
        for urutan, (label, siapa, hari) in enumerate(semua)
    ]


def _siapa(siapa: str, hari: dt.date | None) -> str:
    return f"{siapa}, {tulis_tanggal(hari)}" if hari else siapa


def _hari_terakhir(riwayat: Sequence[RiwayatStatus]) -> Mapping[str, dt.date]:
    """The day each act was last done."""
    hasil: dict[str, dt.date] = {}
    for satu in riwayat:
        hasil[satu.aksi] = max(satu.pada, hasil.get(satu.aksi, satu.pada))
    return hasil
