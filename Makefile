# The two commands of the README. Each does all of its set-up on a machine with Python >= 3.11, pip, git and make.
PYTHON ?= $(or $(shell for one in python3 python python3.14 python3.13 python3.12 python3.11; do \
  $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$one; break; }; done),python3)
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: check test lint clean

check: $(VENV)/.installed  ## check the articles in seeds/ and write reports/
	$(BIN)/factcheck check seeds --report-dir reports --fail-level never

test: $(VENV)/.installed-dev  ## the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev  ## ruff and strict types
	$(BIN)/ruff check factcheck tests benchmarks
	$(BIN)/ruff format --check factcheck tests benchmarks
	$(BIN)/mypy

clean:
	rm -rf $(VENV) build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer, and %s is %d.%d; name another: make PYTHON=/path/to/python3" % ((sys.executable,) + sys.version_info[:2]))'
	$(PYTHON) -m venv $(VENV) || { \
	  $(PYTHON) -m venv --clear --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }  # Debian without python3-venv

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
