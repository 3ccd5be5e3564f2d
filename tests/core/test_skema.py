"""The cast can be written, and the audit tables only grow."""

import pytest
from django.db import DatabaseError, transaction

from pemeran import buat_pemeran
from tera.core import audit
from tera.core.models import JejakAudit

pytestmark = pytest.mark.django_db


def test_the_cast_can_be_written() -> None:
    para = buat_pemeran()
    assert para.bidang.path.startswith(para.dinas.path)


def test_an_audit_link_cannot_be_changed_or_deleted() -> None:
    para = buat_pemeran()
    baris = audit.catat(
        aktor=para.aktor(para.budi),
        rantai="uji:1",
        aksi="uji",
        jenis="uji",
        objek_id=1,
        bidang={"teks": "rahasia"},
    )
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        JejakAudit.objects.filter(pk=baris.pk).update(aksi="lain")
    with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
        baris.delete()
    assert audit.verifikasi().utuh
