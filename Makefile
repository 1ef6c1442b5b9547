# Every recipe that a developer or the continuous integration runs. `make demo` and `make test` set up all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test check docs evaluate fuzz picture clean
.DEFAULT_GOAL := demo

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "lagebild needs Python 3.11 or newer; set PYTHON=…" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python has no venv module; on Debian: apt-get install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.installed
	$(PIP) install --constraint constraints.txt --group test
	@touch $@

$(VENV)/.check: $(VENV)/.test
	$(PIP) install --constraint constraints.txt --group check
	@touch $@

$(VENV)/.docs: $(VENV)/.installed
	$(PIP) install --group docs
	@touch $@

demo: $(VENV)/.installed  ## read a page that ships with the project
	$(BIN)/lagebild read samples/page-de.txt --published 2031-11-18

test: $(VENV)/.test  ## all tests, on all cores
	$(BIN)/python -m pytest -n auto --quiet

check: $(VENV)/.check  ## style, types, architecture, dependencies, spelling, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/codespell src tests docs README.md CONTRIBUTING.md
	$(BIN)/cog --check docs/reference/*.md
	$(BIN)/lagebild evaluate gate

docs: $(VENV)/.docs  ## the documentation, into site/
	$(BIN)/zensical build --clean

evaluate: $(VENV)/.installed  ## the bigger sets: make evaluate DATA=folder
	$(BIN)/lagebild evaluate gate --data $(DATA)

fuzz: $(VENV)/.installed  ## ten thousand broken pages, feeds and archives
	$(BIN)/python -m lagebild.evaluation.mutations --count 10000

picture: $(VENV)/.installed  ## the picture of a report in the README
	$(BIN)/lagebild read samples/page-de.txt --published 2031-11-18 --format svg > docs/images/report.svg

clean:
	rm -rf $(VENV) site build dist
