# The commands of the project. Each sets itself up first, which takes no time once it is done.
# Without make (on Windows, say), README.md gives the plain commands.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
  VENV_PYTHON := .venv/Scripts/python.exe
else
  VENV_PYTHON := .venv/bin/python
endif

PACKAGES := docs_store ingest assistant evals web app.py
STORE := $(or $(STORE_DIR),data)
SAMPLE := evals/packs/harrowmere/documents
# Real documents, which are no part of the project, are used where they lie beside it.
CORPUS := $(or $(FOOTNOTE_CORPUS),$(wildcard ../shared/corpus))

.DEFAULT_GOAL := help
.PHONY: help run test soak check lint types unit eval lock setup setup-dev clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: setup ## set up, index the sample pack if the store is empty, open the chat
	@if [ ! -e "$(STORE)/catalogue.sqlite" ] || [ -e "$(STORE)/sample-unfinished" ]; then \
	  mkdir -p "$(STORE)" && touch "$(STORE)/sample-unfinished" && \
	  $(VENV_PYTHON) -m ingest $(SAMPLE) --store "$(STORE)" && rm "$(STORE)/sample-unfinished"; \
	fi
	@$(VENV_PYTHON) app.py --store "$(STORE)" $(ARGS)

test: lint types ## set up, then every check: lint, types, import rules, all tests
	$(VENV_PYTHON) -m pytest -m "not soak" --durations=10

soak: setup-dev ## the tests that take many minutes: thousands of broken files, fifty killed runs
	$(VENV_PYTHON) -m pytest -m soak

check: lint types unit ## the quick checks, for while you work: no browser, nothing slow

lint: setup-dev
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .

types: setup-dev
	$(VENV_PYTHON) -m mypy $(PACKAGES) setup_env.py tests

unit: setup-dev # the import rules are among them: tests/test_architecture.py
	$(VENV_PYTHON) -m pytest -m "not e2e and not slow and not corpus and not soak"

eval: setup ## ask the known facts of every pack at hand, and gate them against the baselines
	$(VENV_PYTHON) -m evals run --gate evals/gate.yaml $(if $(CORPUS),--corpus "$(CORPUS)") \
	  --junit runs/eval.xml --markdown runs/eval.md

lock: ## write requirements.lock and requirements-dev.lock anew from pyproject.toml
	$(PYTHON) setup_env.py --lock

setup: ## only set up: .venv, with what the app needs
	@$(PYTHON) setup_env.py

setup-dev: ## only set up: .venv, with the tools of the checks too
	@$(PYTHON) setup_env.py --dev

clean: ## remove what the tools left behind (never .venv, nor the store)
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
