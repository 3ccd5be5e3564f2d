# Tera: the habits of the house. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Agencies behind a TLS-inspecting proxy trust the system's certificates.
export UV_SYSTEM_CERTS ?= true
# Images often switch bytecode off; without it every process compiles Django and Tera anew, which
# costs a worker of the tests 14 s of its core before the first test.
unexport PYTHONDONTWRITEBYTECODE
export TERA_DATA ?= $(CURDIR)/.tera
INTI := $(shell nproc 2>/dev/null || echo 2)
# Where a worker waits for a server or a browser, one more than there are cores keeps them busy.
MENUNGGU := $(shell echo $$(($(INTI) + 1)))

.DEFAULT_GOAL := help
.PHONY: kalimat help setup dev latihan test check check-lengkap lint tipe kontrak migrasi templat terjemah aset peramban postgres bench bersih

help: ## tampilkan perintah
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/.siap ## siapkan lingkungan .venv dari kunci berhash

$(VENV)/.siap: requirements-uv.lock requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tera perlu Python 3.11 atau lebih baru; setel PYTHON=..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip sync --quiet --require-hashes requirements-dev.lock
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

dev: setup ## siapkan semuanya, muat contoh, jalankan server di port 8000
	@TERA_MODE=pengembangan $(BIN)/tera migrate
	@TERA_MODE=pengembangan $(BIN)/tera contoh muat
	@TERA_MODE=pengembangan $(BIN)/tera jalan

latihan: setup ## jalankan instansi latihan di port 8100, di folder sendiri
	@TERA_DATA=$(CURDIR)/.tera-latihan $(BIN)/tera latihan jalan

test: setup ## uji dengan SQLite, tanpa layanan lain
	$(BIN)/pytest -q -n $(INTI) --dist loadfile --no-loadscope-reorder -m "not peramban and not postgres"

check: lint tipe kontrak migrasi templat terjemah aset test ## lint, tipe, kontrak, migrasi, templat, lalu test

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

tipe: setup
	TERA_MODE=uji $(BIN)/mypy src/tera

kontrak: setup
	$(BIN)/lint-imports

migrasi: setup
	TERA_MODE=uji $(BIN)/python -m django makemigrations --check --dry-run --settings tera.config.settings

templat: setup
	$(BIN)/djlint --quiet --lint src/tera

terjemah: setup
	TERA_MODE=uji $(BIN)/python -m tera.antarmuka.terjemahan --periksa

kalimat: setup ## perbarui katalog terjemahan dari sumber, sebut yang belum berbahasa Inggris
	@TERA_MODE=uji $(BIN)/python -m tera.antarmuka.terjemahan

aset: setup
	$(BIN)/python -m tera.antarmuka.aset --periksa

check-lengkap: setup postgres peramban ## uji PostgreSQL dan cerita di peramban

# What touches no database ran in `make test`; --basis-saja leaves it out (tests/pemilahan.py).
postgres: setup
	TERA_DATABASE_URL=$${TERA_DATABASE_URL:-postgres://postgres@127.0.0.1:5432/tera} $(BIN)/pytest -q -n $(MENUNGGU) --dist loadfile --no-loadscope-reorder -m "not peramban and not sqlite" --basis-saja

# Stories run at both sizes on SQLite and at one size on PostgreSQL; the other flows on a phone, and
# the walk looks at every page in both windows.
peramban: setup
	$(BIN)/pytest -q -n $(MENUNGGU) --dist worksteal -m peramban tests/antarmuka tests/akun tests/ketahanan tests/alur
	TERA_DATABASE_URL=$${TERA_DATABASE_URL:-postgres://postgres@127.0.0.1:5432/tera} LAYAR_UKURAN=telepon $(BIN)/pytest -q -n $(MENUNGGU) --dist worksteal -m peramban tests/alur/test_utuh_*.py tests/alur/test_cerita_*.py

bench: setup ## ukur angka-angka; tiap baris satu JSON
	@for berkas in bench/*.py; do echo "# $$berkas" >&2; $(BIN)/python $$berkas || exit 1; done

bersih: ## hapus lingkungan dan data pengembangan
	rm -rf $(VENV) .tera .tera-latihan
