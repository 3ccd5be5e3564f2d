"""A mail server of the test's own: keeps every mail it took; a test may act before its answer."""

import email
import socketserver
import threading
from collections.abc import Callable
from email.message import Message


class Peladen(socketserver.ThreadingTCPServer):
    """Takes mail on a port of this machine; ``terima`` is called with a mail before its 250."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Percakapan)
        self.port = int(self.server_address[1])
        self.daftar: list[Message] = []
        self.dijawab = 0
        self.terima: Callable[[Message], None] = lambda _surat: None
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def server_close(self) -> None:
        """Stop answering."""
        self.shutdown()
        super().server_close()

    def per_id(self) -> dict[str, int]:
        """How often each Message-ID arrived."""
        hasil: dict[str, int] = {}
        for satu in list(self.daftar):
            hasil[satu["Message-ID"]] = hasil.get(satu["Message-ID"], 0) + 1
        return hasil


class _Percakapan(socketserver.StreamRequestHandler):
    server: Peladen

    def _jawab(self, teks: str) -> None:
        self.wfile.write(f"{teks}\r\n".encode())

    def handle(self) -> None:
        self._jawab("220 surat ESMTP")
        while perintah := self.rfile.readline():
            kata = perintah[:4].upper().strip()
            if kata == b"QUIT":
                self._jawab("221 selesai")
                return
            if kata != b"DATA":
                self._jawab("250 ya")
                continue
            self._jawab("354 tulis")
            baris = []
            while (satu := self.rfile.readline()) not in {b".\r\n", b""}:
                baris.append(satu.removeprefix(b".") if satu.startswith(b"..") else satu)
            if not satu:
                return  # the sender died in the middle: no mail
            surat = email.message_from_bytes(b"".join(baris))
            self.server.daftar.append(surat)
            self.server.terima(surat)
            self._jawab("250 diterima")
            self.server.dijawab += 1
