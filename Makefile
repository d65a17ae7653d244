# Everything installs itself: each target makes .venv with what it needs, once per change of pyproject.toml.

PYTHON ?= python3
VENV := .venv
# The theme would print an advertisement for its successor.
export NO_MKDOCS_2_WARNING := 1
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadgroup
# The rooms whose every branch is tested.
COVERED := text grammar models citations documents

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types layers tests fast slow corpus chromium java office coverage format bench data pages measure playground docs docs-serve matrix sbom fuzz clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# ---- the environment

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "egovkit needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@# Debian ships pip without ensurepip; then the outer pip fills the environment.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --quiet --python $(BIN)/python install pip; }

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	@$(PIP) install --editable '.[cli]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@$(PIP) install --editable '.[dev,docs,pipelines]'
	@touch $@ $(VENV)/.demo

# ---- to look

demo: $(VENV)/.demo ## read a bundled document and show what it holds
	@$(BIN)/egovkit read --example

# ---- to prove

test: tests ## every test

check: lint types layers tests data ## everything that has to hold: lint, types, layers, tests, generated files

lint: $(VENV)/.dev ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy strict over everything, pyright over the public types
	$(BIN)/mypy
	$(BIN)/basedpyright

layers: $(VENV)/.dev ## imports go down the storeys only
	$(BIN)/lint-imports

# Tracing the slow ones would take a quarter of an hour and cover nothing that the fast ones do not.
SLOW := corpus or site or browser or package or engine or office

tests: fast slow

# Traced, the witnesses take five times as long, and meet no new branch.
fast: $(VENV)/.dev ## the fast tests, under coverage but for the witnesses
	$(PYTEST) -q -m 'not ($(SLOW) or witness)' --cov --cov-report=
	$(PYTEST) -q -m witness tests/lexicon/test_entries.py tests/documents/test_witness.py tests/checks/test_words.py
	@$(MAKE) --no-print-directory coverage

slow: $(VENV)/.dev ## the corpus, the docs site (in Chromium where there is one), the built package
	$(PYTEST) -q -m '$(SLOW)' tests

corpus: $(VENV)/.dev ## only the tests over the corpus
	$(PYTEST) -q -m corpus tests

chromium: ## Debian's Chromium, which the tests of the docs site look through (as root)
	@command -v chromium >/dev/null || { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null; }

java: ## Debian's Java without a screen, which Spark runs in (as root)
	@command -v java >/dev/null || { apt-get -qq update && for version in 17 21; do \
	  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends openjdk-$$version-jre-headless >/dev/null 2>&1 && break; done; command -v java >/dev/null; }

office: ## Debian's LibreOffice without a screen, which prints docx, and its Chinese fonts (as root)
	@command -v soffice >/dev/null || { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends libreoffice-writer-nogui fonts-noto-cjk >/dev/null; }

coverage: $(VENV)/.dev ## branch coverage of the last run, room by room
	@for room in $(COVERED); do \
	  echo "egovkit/$$room"; \
	  $(BIN)/coverage report --include="egovkit/$$room/*" --fail-under=100 || exit 1; \
	done

format: $(VENV)/.dev ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## speed and memory, as the README and the docs give them
	$(BIN)/python -m benchmarks

data: $(VENV)/.dev ## tables are in canonical form, every generated page can be made, the README's picture is today's
	$(BIN)/python -m scripts.tables
	$(BIN)/python -m scripts.organ_evidence
	$(BIN)/python -m scripts.regions
	$(BIN)/python -m scripts.register
	$(BIN)/python -m scripts.law_names
	$(BIN)/python -m scripts.title_words
	$(BIN)/python -m scripts.pages --check

pages: $(VENV)/.dev ## write the picture that the README shows
	$(BIN)/python -m scripts.pages --write

measure: $(VENV)/.dev ## keep today's gold scores and benchmarks for the docs of a release
	$(BIN)/python -m scripts.measure
	$(BIN)/python -m scripts.pages --write

playground: $(VENV)/.dev ## gather what runs the page in a browser: Pyodide from npm, wheels from PyPI (FOLDER=… writes the page there)
	$(BIN)/python -m scripts.playground $(FOLDER)

docs: $(VENV)/.dev data playground ## build the site, strict and offline, into site/
	$(BIN)/python -m mkdocs build --strict

docs-serve: $(VENV)/.dev ## look at the site while writing
	$(BIN)/python -m mkdocs serve

matrix: $(VENV)/.dev ## every Python this machine has, and the lowest dependencies promised
	$(BIN)/python -m scripts.matrix

sbom: $(VENV)/.dev ## the wheel and the sdist, their hashes and a bill of materials, into dist/
	$(BIN)/python -m scripts.sbom

# FOR is how many minutes; what was found is tried first the next time.
fuzz: $(VENV)/.dev ## texts and files at random against every function, an hour (FOR=60), again from where it ended
	$(BIN)/python -m tests.fuzzing $(or $(FOR),60)

clean: ## remove everything that was made
	rm -rf $(VENV) .matrix .playground site dist .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
