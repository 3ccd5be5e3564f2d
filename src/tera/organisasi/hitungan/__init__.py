"""Roll-ups that don't read everybody each time: counts kept per unit, counted again when stale.

A room describes its roll-up as a ``Rekap``: the table that keeps one row per unit and year (or
period), the queries that count, and what a changed row means for which unit. The reasoning below is
also in ``docs/adr/0017-hitungan-unit.md``.

**What is kept.** A row holds what the queries counted in one unit *itself*. A page sums the rows of
the units below. Moving a unit in the tree therefore changes no row. A row says of which query it
is the answer (``sidik``: a digest of the SQL and its constants, so neither a new release nor a new
law reads an old count) and for which days (``sejak``, ``sampai``: until the next day on which an
assignment begins or ends).

**What makes it stale.** Database triggers (``pemicu``) append marks to ``TandaBasi`` in the
transaction of the change itself: mark and change become visible together or not at all. One mark
serves all roll-ups that depend on the row. Marks are only ever added by writers, so people who
submit in the same unit in the same second neither wait for each other nor deadlock.

**How marks are consumed** (``Rekap.jumlah``). One transaction, one reader at a time per instansi,
whichever roll-up they want (an advisory lock on PostgreSQL, the write lock of BEGIN IMMEDIATE on
SQLite; no writer of the domain ever takes the advisory lock). In this order:

1. claim the marks visible now; 2. look up their units and declare those units' rows stale, in every
   roll-up that depends on them, whatever the year; 3. delete exactly the claimed marks; 4. count
   the stale units of the roll-up that is asked for; 5. keep the answer.

Claim: *a committed change that a fresh row doesn't contain has its mark still waiting.* Under READ
COMMITTED each statement sees what was committed before it began. If the change was committed before
step 4 began, the count contains it. If later, its mark became visible later than step 1, so step 3
didn't delete it, and the next look finds it. The next reader declares the row stale because it got
the lock after this one's commit, so it sees every row kept by it. That is why the lock is one for
all roll-ups of an instansi: the marks that a reader deletes were also those of the others' rows,
and a row kept under another lock could be invisible when it is to be declared stale. A change that
was uncommitted all the while has an invisible mark, which becomes visible with it. Looking up a
mark's unit in step 2 and not in the trigger matters: when one transaction changes a person and
another gives them a post, each alone sees only its own half; whichever commits second leaves a mark
that is looked up with both in view. On SQLite there is one writer, and the whole transaction is one
moment.

The steps 4 of two statements may see two moments; a change between them has its mark waiting, so a
mixed count lives until the next look at most. A count is never *lost*.

**When it can't keep.** Is the database busy with a long write (SQLite), read-only, or lacks a
trigger, the page counts everybody as before and keeps nothing. An upgraded database starts with
no rows: the first look counts and keeps.
"""

from tera.organisasi.hitungan.gabungan import jumlah_bersama
from tera.organisasi.hitungan.rekap import (
    Rekap,
    daftar_anak,
    daftar_rekap,
    lipat_semua,
    nyatakan_basi,
    telusuri_nama,
)
from tera.organisasi.hitungan.tanya import (
    SAMPAI_AKHIR,
    SEJAK_AWAL,
    BarisUnit,
    Jumlah,
    Tanya,
    di_instansi,
)

__all__ = [
    "SAMPAI_AKHIR",
    "SEJAK_AWAL",
    "BarisUnit",
    "Jumlah",
    "Rekap",
    "Tanya",
    "daftar_anak",
    "daftar_rekap",
    "di_instansi",
    "jumlah_bersama",
    "lipat_semua",
    "nyatakan_basi",
    "telusuri_nama",
]
