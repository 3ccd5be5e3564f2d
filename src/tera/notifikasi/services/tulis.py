"""Telling people: one row per person and event, and the mail it goes out with.

Both are written in one transaction. Told again, the same event finds its rows and adds nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from tera.core import clock
from tera.core.models import Kejadian
from tera.notifikasi.jenis import KUNCI_ORANG, PER_PERISTIWA, Jenis, Kabar
from tera.notifikasi.models import CaraSurel, Notifikasi, PengirimanSurel
from tera.notifikasi.selectors.pilihan import CaraKirim, cara_kirim
from tera.notifikasi.selectors.sumber import pelaku
from tera.organisasi.models import Instansi

POTONG = 1000


def terima(kejadian: Kejadian) -> None:
    """Receive one event of the outbox: at least once, so every write is idempotent."""
    terima_banyak([kejadian])


def terima_banyak(daftar: Sequence[Kejadian]) -> None:
    """Receive many events of one name: the same queries for all of an instansi's."""
    aku = pelaku(daftar)
    per_instansi: defaultdict[int, list[Kejadian]] = defaultdict(list)
    for kejadian in daftar:
        per_instansi[kejadian.instansi_id].append(kejadian)
    for jenis in PER_PERISTIWA.get(daftar[0].nama, []):
        for instansi_id, milik in per_instansi.items():
            kabarkan(
                jenis=jenis,
                instansi_id=instansi_id,
                # Nobody is told what they did themselves.
                daftar=(
                    replace(
                        satu,
                        kunci=satu.kunci or f"{jenis.kode}:{kejadian.pk}",
                        saat=satu.saat or kejadian.terjadi_at,
                    )
                    for kejadian, satu in jenis.kabar(milik)
                    if satu.pegawai_id != aku.get(kejadian.pk)
                ),
                kunci=jenis.kode,
                saat=milik[-1].terjadi_at,
            )


def kabarkan(
    *, jenis: Jenis, instansi_id: int, daftar: Iterable[Kabar], kunci: str, saat: dt.datetime
) -> int:
    """Tell each of ``daftar``; returns how many hadn't been told. Batches of 1,000, each whole.

    ``kunci`` and ``saat`` hold for whoever has none of their own.
    """
    jumlah = 0
    instansi = Instansi.objects.get(pk=instansi_id)
    for batch in _potong(daftar):
        jumlah += _tulis(jenis, instansi, batch, kunci, saat)
    return jumlah


@transaction.atomic
def _tulis(
    jenis: Jenis, instansi: Instansi, daftar: list[Kabar], kunci: str, saat: dt.datetime
) -> int:
    baru: dict[tuple[int, str], Notifikasi] = {}
    for satu in daftar:
        if jenis.rahasia and KUNCI_ORANG & satu.muatan.keys():
            raise ValueError(f"{jenis.kode} rahasia: tidak boleh menyebut orang")
        pasangan = (satu.pegawai_id, satu.kunci or kunci)
        baru[pasangan] = Notifikasi(
            instansi=instansi,
            pegawai_id=satu.pegawai_id,
            jenis=jenis.kode,
            kelompok=jenis.kelompok,
            kunci=pasangan[1],
            muatan=dict(satu.muatan),
            terjadi_at=satu.saat or saat,
        )
    cocok = Notifikasi.objects.filter(
        pegawai_id__in={siapa for siapa, _kunci in baru},
        kunci__in={kata for _siapa, kata in baru},
    )
    for pasangan in cocok.values_list("pegawai_id", "kunci"):
        baru.pop(pasangan, None)
    if not baru:
        return 0
    # The constraint decides between two workers; whoever comes second writes nothing.
    Notifikasi.objects.bulk_create(baru.values(), ignore_conflicts=True, batch_size=POTONG)
    if settings.TERA_SUREL_AKTIF:
        tertulis = [
            satu
            for satu in cocok.filter(surel__isnull=True).order_by("pk")
            if (satu.pegawai_id, satu.kunci) in baru
        ]
        _titipkan(jenis, instansi, tertulis)
    return len(baru)


def _titipkan(jenis: Jenis, instansi: Instansi, daftar: list[Notifikasi]) -> None:
    """Give each notification to the mail it goes out with; people without mail have none."""
    kini = clock.sekarang()
    cara = cara_kirim(
        instansi=instansi,
        kelompok=jenis.kelompok,
        daftar_pegawai={satu.pegawai_id for satu in daftar},
        pada=clock.tanggal_di(kini, instansi.zona),
    )
    per_kunci: dict[str, PengirimanSurel] = {}
    milik: dict[str, list[int]] = defaultdict(list)
    for satu in daftar:
        pilihan = cara.get(satu.pegawai_id)
        if pilihan is None:
            continue
        surel = _surel(satu, pilihan, instansi, kini)
        per_kunci[surel.kunci] = surel
        milik[surel.kunci].append(satu.pk)
    tempelkan(per_kunci, milik)


def tempelkan(per_kunci: dict[str, PengirimanSurel], milik: dict[str, list[int]]) -> None:
    """Write the mails and tie the notifications to them; a mail that has left gets a successor."""
    if not per_kunci:
        return
    PengirimanSurel.objects.bulk_create(
        per_kunci.values(), ignore_conflicts=True, batch_size=POTONG
    )
    # Held until the end: the sender marks a mail sent only before or after we joined it.
    tersimpan = {
        satu.kunci: satu
        for satu in PengirimanSurel.objects.select_for_update(of=("self",)).filter(
            kunci__in=list(per_kunci)
        )
    }
    susulan: dict[str, PengirimanSurel] = {}
    pindah: dict[str, list[int]] = {}
    ubah: list[Notifikasi] = []
    for kunci, daftar_pk in milik.items():
        surel = tersimpan[kunci]
        if surel.status == PengirimanSurel.Status.MENUNGGU:
            ubah += [Notifikasi(pk=pk, surel=surel) for pk in daftar_pk]
            continue
        # The same person, the same hour, but that mail has left already.
        baru = per_kunci[kunci]
        baru.pk, baru.kunci = None, f"{kunci[:90]}+{daftar_pk[0]}"
        susulan[baru.kunci] = baru
        pindah[baru.kunci] = daftar_pk
    Notifikasi.objects.bulk_update(ubah, ["surel"], batch_size=POTONG)
    tempelkan(susulan, pindah)


def _surel(
    satu: Notifikasi, pilihan: CaraKirim, instansi: Instansi, kini: dt.datetime
) -> PengirimanSurel:
    setempat = kini.astimezone(ZoneInfo(instansi.zona))
    if pilihan.cara == CaraSurel.HARIAN:
        kirim = berikut(setempat, pilihan.jam_ringkasan)
        kunci = f"harian:{satu.pegawai_id}:{kirim:%Y-%m-%dT%H}"
    elif tenang(setempat.hour, pilihan.mulai, pilihan.selesai):
        # What quiet hours hold back leaves in one mail.
        kirim = berikut(setempat, pilihan.selesai)
        kunci = f"tenang:{satu.pegawai_id}:{kirim:%Y-%m-%dT%H}"
    else:
        kirim, kunci = kini, f"segera:{satu.pk}"
    return PengirimanSurel(
        instansi=instansi,
        pegawai_id=satu.pegawai_id,
        kunci=kunci,
        cara=pilihan.cara,
        kirim_at=kirim,
        dibuat_at=kini,
    )


def berikut(setempat: dt.datetime, jam: int) -> dt.datetime:
    """Return the next time the clock of the zone shows ``jam`` o'clock, after now."""
    saat = setempat.replace(hour=jam, minute=0, second=0, microsecond=0)
    return saat if saat > setempat else saat + dt.timedelta(days=1)


def tenang(jam: int, mulai: int, selesai: int) -> bool:
    """Whether the hour lies in the quiet ones, which may pass midnight; equal hours: never."""
    if mulai <= selesai:
        return mulai <= jam < selesai
    return jam >= mulai or jam < selesai


def _potong(daftar: Iterable[Kabar]) -> Iterator[list[Kabar]]:
    sisa = iter(daftar)
    while batch := list(islice(sisa, POTONG)):
        yield batch
