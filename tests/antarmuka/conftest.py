"""A small site of this room alone, in process: no database, no person, the real CSP."""

import threading
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from antarmuka import alamat, pengaturan

SITUS = {
    nama: getattr(pengaturan, nama)
    for nama in (
        "ROOT_URLCONF",
        "MIDDLEWARE",
        "TEMPLATES",
        "CSRF_FAILURE_VIEW",
        "CONTENT_SECURITY_POLICY",
        "ALLOWED_HOSTS",
        "STORAGES",
    )
}


@pytest.fixture
def situs() -> Iterator[Client]:
    """Return a client of the small site."""
    alamat.kosongkan()
    with override_settings(**SITUS):
        yield Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Serve the small site on a free port for a browser; yield its address."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    class Diam(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with override_settings(**SITUS, DEBUG=True, CSRF_COOKIE_SECURE=False):
        http = ThreadedWSGIServer(("127.0.0.1", 0), Diam)
        http.set_app(StaticFilesHandler(WSGIHandler()))
        utas = threading.Thread(target=http.serve_forever, daemon=True)
        utas.start()
        # "localhost" is a secure context: service workers and the clipboard work there.
        yield f"http://localhost:{http.server_port}"
        http.shutdown()
        http.server_close()
