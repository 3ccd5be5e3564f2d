"""Model instances out of rows, as Django's ``ModelIterable`` makes them, for prepared queries.

``Model.__init__`` serves every way an instance can come to be; a row of the database needs one: its
values become the instance's attributes. That is a fifth of the work, and pages read their people,
plans and assignments by the dozen. A model that asks for more (a signal of its construction, an
``__init__`` or ``from_db`` of its own, a field that does something when set) is built by Django.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.fields.files import FileDescriptor
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query import get_related_populators
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import post_init, pre_init

#: How a value is set on an instance that has no other yet: as an attribute and nothing else.
_POLOS = (DeferredAttribute, ForeignKeyDeferredAttribute, FileDescriptor)


def pembentuk_model(compiler: Any, db: str) -> Callable[[Any], Model]:
    """Return what turns one row of a compiled queryset of models into its instance.

    Relations of ``select_related`` and annotations come with it.
    """
    letak = compiler.klass_info["select_fields"]
    awal, akhir = letak[0], letak[-1] + 1
    buat = _pembuat(
        compiler.klass_info["model"],
        [kolom[0].target.attname for kolom in compiler.select[awal:akhir]],
        db,
    )
    daftar_relasi = [
        _pengisi(satu)
        for satu in get_related_populators(  # type: ignore[call-arg]
            compiler.klass_info, compiler.select, db
        )
    ]
    anotasi = tuple((compiler.annotation_col_map or {}).items())

    def bentuk(baris: Any) -> Model:
        objek = buat(baris[awal:akhir])
        for isi in daftar_relasi:
            isi(baris, objek)
        for nama, kolom in anotasi:
            setattr(objek, nama, baris[kolom])
        return objek

    return bentuk


def _pengisi(relasi: Any) -> Callable[[Any, Model], None]:
    """What one relation of ``select_related`` adds to the instance it hangs on."""
    ambil = relasi.reorder_for_init or itemgetter(slice(relasi.cols_start, relasi.cols_end))
    buat = _pembuat(relasi.model_cls, relasi.init_list, relasi.db)
    kunci = relasi.pk_idx
    daftar_relasi = [_pengisi(satu) for satu in relasi.related_populators]
    pasang, pasang_balik = relasi.local_setter, relasi.remote_setter

    def isi(baris: Any, dari: Model) -> None:
        nilai = ambil(baris)
        if nilai[kunci] is None:
            pasang(dari, None)
            return
        objek = buat(nilai)
        for satu in daftar_relasi:
            satu(baris, objek)
        pasang(dari, objek)
        pasang_balik(objek, dari)

    return isi


def _pembuat(model: type[Model], daftar_nama: Sequence[str], db: str) -> Callable[[Any], Model]:
    """What makes an instance of the values of ``daftar_nama``; other columns are deferred."""
    daftar_nama = tuple(daftar_nama)
    if not _polos(model, daftar_nama):
        return lambda nilai: model.from_db(db, daftar_nama, nilai)

    def buat(nilai: Any) -> Model:
        objek = model.__new__(model)
        keadaan = ModelState()
        keadaan.adding = False
        keadaan.db = db
        isi = objek.__dict__
        isi["_state"] = keadaan
        isi.update(zip(daftar_nama, nilai, strict=True))
        return objek

    return buat


def _polos(model: type[Model], daftar_nama: Sequence[str]) -> bool:
    return (
        model.__init__ is Model.__init__
        and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
        and not pre_init.has_listeners(model)
        and not post_init.has_listeners(model)
        and all(type(_di_kelas(model, nama)) in _POLOS for nama in daftar_nama)
    )


def _di_kelas(model: type[Model], nama: str) -> object:
    """Return what stands under ``nama`` in the class or the classes it comes from."""
    return next((vars(satu)[nama] for satu in model.__mro__ if nama in vars(satu)), None)
