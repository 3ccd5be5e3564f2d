"""Django's template engine, with what a page does a thousand times made cheap.

Three functions of Django are exchanged for ones that answer the same, and four of its places for
values of a thread are made plain. What each saves and when to drop it:
``docs/adr/0031-mesin-templat.md``. ``SIDIK`` holds the digest of each original as it was when the
two were last compared: a test fails when Django has changed one.
"""

import logging
import threading
from html import escape
from inspect import signature
from typing import Any

from django.template import base
from django.template.base import Variable, VariableDoesNotExist
from django.template.context import BaseContext
from django.templatetags import i18n
from django.urls import base as alamat
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import trans_real
from django.utils.translation.trans_real import DjangoTranslation

#: Where the originals stand → the digest of their source (SHA-256, its first digits).
SIDIK = {
    "django.template.base:Variable._resolve_lookup": "c18e7b830bd4fba6",
    "django.template.base:render_value_in_context": "823b719921b16f8c",
    "django.utils.translation.trans_real:DjangoTranslation": "6487d063b070f626",
}
#: Texts one language remembers; the pages have some thousands.
BANYAK_KATA = 20_000
_ANGGOTA_KAMUS = frozenset(dir(dict))
_SALAH_LETAK = (TypeError, AttributeError, KeyError, ValueError, IndexError)
_log = logging.getLogger("django.template")
CARI_ASLI = Variable._resolve_lookup  # type: ignore[attr-defined]
TULIS_ASLI = base.render_value_in_context
TERJEMAH_ASLI = DjangoTranslation.gettext


def pasang() -> None:
    """Put the cheap functions in place: once, before the first page."""
    Variable._resolve_lookup = cari  # type: ignore[attr-defined]
    base.render_value_in_context = tulis
    i18n.render_value_in_context = tulis  # type: ignore[attr-defined]
    DjangoTranslation.gettext = terjemah  # type: ignore[method-assign]
    # Tera runs in threads, never in an event loop: what belongs to a thread is found without a
    # lock and without a context. (Django asks for the language at every text and number.)
    for modul, nama in (
        (trans_real, "_active"),
        (timezone, "_active"),
        (alamat, "_prefixes"),
        (alamat, "_urlconfs"),
    ):
        setattr(modul, nama, threading.local())


def cari(self: Any, context: Any) -> Any:
    """Look a dotted name up, as ``Variable._resolve_lookup`` does.

    Django tries each word as a key and falls from exception to exception to the attribute and the
    index; here what can't have keys isn't asked for one, and what a dictionary lacks is missing.
    """
    kini, kata = context, ""
    try:
        for kata in self.lookups:
            if type(kini) is dict:
                if kata in kini:
                    kini = kini[kata]
                elif kata in _ANGGOTA_KAMUS:
                    kini = getattr(kini, kata)
                else:
                    kini = _nomor(kini, kata)
            elif hasattr(type(kini), "__getitem__"):
                try:
                    kini = kini[kata]
                except _SALAH_LETAK:
                    kini = _atribut(kini, kata)
            else:
                kini = _atribut(kini, kata)
            if callable(kini):
                kini = _panggil(kini, context)
    except Exception as galat:
        _log.debug(
            "Exception while resolving variable '%s' in template '%s'.",
            kata,
            getattr(context, "template_name", None) or "unknown",
            exc_info=True,
        )
        if not getattr(galat, "silent_variable_failure", False):
            raise
        kini = context.template.engine.string_if_invalid
    return kini


def _atribut(kini: Any, kata: str) -> Any:
    try:
        # A word of the page is never a method of the context.
        if isinstance(kini, BaseContext) and getattr(type(kini), kata):
            raise AttributeError
        return getattr(kini, kata)
    except (TypeError, AttributeError):
        # A property that fails isn't a missing one.
        if not isinstance(kini, BaseContext) and kata in dir(kini):
            raise
        return _nomor(kini, kata)


def _nomor(kini: Any, kata: str) -> Any:
    try:
        return kini[int(kata)]
    except (IndexError, ValueError, KeyError, TypeError):
        raise VariableDoesNotExist("Failed lookup for key [%s] in %r", (kata, kini)) from None


def _panggil(kini: Any, context: Any) -> Any:
    if getattr(kini, "do_not_call_in_templates", False):
        return kini
    if getattr(kini, "alters_data", False):
        return context.template.engine.string_if_invalid
    try:
        return kini()
    except TypeError:
        try:
            signature(kini).bind()
        except (ValueError, TypeError):
            # It needs arguments, or nobody can say.
            return context.template.engine.string_if_invalid
        raise


def tulis(value: Any, context: Any) -> str:
    """Write a value into the page, as ``render_value_in_context`` does: texts at once."""
    jenis = type(value)
    if jenis is SafeString and context.autoescape:
        return value  # type: ignore[no-any-return]
    if isinstance(value, Promise):
        value = str(value)
        jenis = type(value)
    if jenis is str and context.autoescape:
        return SafeString(escape(value))
    return TULIS_ASLI(value, context)


def terjemah(self: Any, message: str) -> str:
    """Translate, as ``DjangoTranslation.gettext`` does, and remember it: a catalogue is fixed."""
    try:
        return self._tahu[message]  # type: ignore[no-any-return]
    except AttributeError:
        self._tahu = {}
    except KeyError:
        if len(self._tahu) >= BANYAK_KATA:
            self._tahu = {}
    hasil = self._tahu[message] = TERJEMAH_ASLI(self, message)
    return hasil
