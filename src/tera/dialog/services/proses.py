"""Five anonymous questions: an answer is five tallies plus one; results freeze after the window.

Answering writes no audit row, no event, no receipt and no idempotency key: each would carry an
instant or a digest that leads back (``docs/adr/0023-lima-pertanyaan.md``).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.dialog.models import (
    HasilProses,
    JawabanProses,
    KeikutsertaanProses,
    TanggapanInstansi,
)
from tera.dialog.permissions import PENANGGAP
from tera.dialog.proses import BUTIR, Hitungan, SimpulUnit, gulung
from tera.dialog.selectors.proses import masa_proses
from tera.dialog.services.dasar import kabarkan_instansi, teks_wajib
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.selectors import penugasan_utama


@transaction.atomic
def jawab_proses(
    *, aktor: Aktor, periode: Periode, jawaban: Mapping[str, str], pada: dt.date
) -> None:
    """Add one person's five answers to the tallies of their unit, once.

    The unit is that of the period's last day, else today's.

    Raises:
        StatusTidakSesuaiError: outside the window, or answered before.
        MasukanSalahError: a question without an answer. TidakBerwenangError: nobody's answer.
    """
    if aktor.pegawai_id is None or periode.instansi_id != aktor.instansi_id:
        raise TidakBerwenangError(_("Lima pertanyaan ini untuk pegawai instansi."))
    masa = masa_proses(periode=periode, pada=pada)
    if not masa.terbuka:
        raise StatusTidakSesuaiError(
            _("Lima pertanyaan periode ini tidak sedang dibuka; jawaban tidak dicatat.")
        )
    kenal = set(JawabanProses.Pilihan.values)
    galat = {
        butir: [_("Pilih salah satu jawaban.")]
        for butir in BUTIR
        if jawaban.get(butir) not in kenal
    }
    if galat:
        raise MasukanSalahError(
            _("Jawab kelima pertanyaan, supaya tiap pertanyaan dijawab orang yang sama banyaknya."),
            per_bidang=galat,
        )
    penugasan = penugasan_utama(
        pegawai_id=aktor.pegawai_id, pada=periode.selesai
    ) or penugasan_utama(pegawai_id=aktor.pegawai_id, pada=pada)
    if penugasan is None:
        raise TidakBerwenangError(_("Anda belum punya penugasan pada periode ini."))
    try:
        with transaction.atomic():
            KeikutsertaanProses.objects.create(
                periode=periode, pegawai_id=aktor.pegawai_id, tanggal=pada
            )
    except IntegrityError:
        raise StatusTidakSesuaiError(
            _("Anda sudah menjawab. Jawaban tidak bisa diubah karena tidak tercatat milik siapa.")
        ) from None
    for butir in BUTIR:
        baris, _baru = JawabanProses.objects.get_or_create(
            periode=periode, unit_id=penugasan.unit_id, butir=butir, pilihan=jawaban[butir]
        )
        JawabanProses.objects.filter(pk=baris.pk).update(jumlah=F("jumlah") + 1)


@transaction.atomic
def bekukan_hasil(*, periode: Periode, pada: dt.date) -> int:
    """After the window: write what may be shown, once and for good; returns how many units.

    Safe to repeat: a period that is frozen, or still open, is left alone.
    """
    if not masa_proses(periode=periode, pada=pada).tutup:
        return 0
    terkunci = Periode.objects.select_for_update(of=("self",)).get(pk=periode.pk)
    if HasilProses.objects.filter(periode=terkunci).exists():
        return 0
    isi: dict[int, Hitungan] = defaultdict(dict)
    for unit_id, butir, pilihan, n in JawabanProses.objects.filter(periode=terkunci).values_list(
        "unit_id", "butir", "pilihan", "jumlah"
    ):
        isi[unit_id].setdefault(butir, {})[pilihan] = n
    if not isi:
        return 0
    unit = {
        satu.pk: satu
        for satu in UnitKerja.objects.filter(instansi_id=terkunci.instansi_id).order_by("path")
    }
    pertama = next(iter(BUTIR))
    tampil = gulung(
        [
            SimpulUnit(
                satu.pk,
                satu.induk_id,
                sum(isi.get(satu.pk, {}).get(pertama, {}).values()),
                isi.get(satu.pk, {}),
            )
            for satu in unit.values()
        ]
    )
    HasilProses.objects.bulk_create(
        [
            HasilProses(
                instansi_id=terkunci.instansi_id,
                periode=terkunci,
                unit_id=satu.unit_id,
                nama_unit=unit[satu.unit_id].nama,
                path=unit[satu.unit_id].path,
                jumlah=satu.jumlah,
                isi=satu.isi,
                dibekukan_pada=pada,
            )
            for satu in tampil
        ]
    )
    if tampil:
        kabarkan_instansi("proses_dibekukan", terkunci.instansi_id, periode_id=terkunci.pk)
    return len(tampil)


@transaction.atomic
def tanggapi_proses(
    *, aktor: Aktor, periode: Periode, teks: str, pada: dt.date
) -> TanggapanInstansi:
    """Say what the instansi makes of the result and will do; everybody of the instansi reads it.

    Raises: TidakBerwenangError: no officer over the whole instansi. StatusTidakSesuaiError: not
    frozen yet. MasukanSalahError: nothing or too much.
    """
    akar = UnitKerja.objects.filter(instansi_id=aktor.instansi_id, induk__isnull=True).first()
    if (
        akar is None
        or aktor.pegawai_id is None
        or periode.instansi_id != aktor.instansi_id
        or not boleh_petugas(aktor=aktor, unit=akar, pada=pada, peran=PENANGGAP)
    ):
        raise TidakBerwenangError(
            _("Tanggapan instansi ditulis pengelola kinerja atau pejabat pembina instansi.")
        )
    if not HasilProses.objects.filter(periode=periode).exists():
        raise StatusTidakSesuaiError(
            _("Belum ada hasil untuk ditanggapi. Tunggu jendelanya tutup.")
        )
    satu = TanggapanInstansi.objects.create(
        instansi_id=aktor.instansi_id,
        periode=periode,
        teks=teks_wajib(teks, "teks"),
        penulis_id=aktor.pegawai_id,
        nama_penulis=aktor.nama,
        ditulis_pada=pada,
    )
    audit.catat_objek(aktor, "tanggapan_instansi", satu.pk, "tanggapi", {"teks": satu.teks})
    return satu
