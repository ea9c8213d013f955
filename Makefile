# make graph: the graph of seeds/.  make test: all tests.  make help: the rest.
#
# Everything Python goes into .venv/, made again only when setup.cfg, setup.py or constraints.txt change.
# On Debian and Ubuntu missing system packages are installed (as root or with sudo); elsewhere make says
# what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUTPUT ?= output
SEEDS  ?= seeds
# a folder with score.py, corpus/ and gold/ beside the checkout, if there is one
SCORER ?= $(firstword $(wildcard ../*/score.py))
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# texts left aside while rules are written
EVEN := '^\{"id": "[^"]*[02468]"'
BUILT_FROM := setup.cfg setup.py pyproject.toml constraints.txt

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := graph
.PHONY: graph test lint types eval clean help

graph: $(VENV)/installed  ## build the graph of seeds/ and its page
	$(BIN)/kg build $(SEEDS) --output $(OUTPUT)
	@echo "Open $(abspath $(OUTPUT)/graph.html) in a browser."

test: $(VENV)/testing  ## run all tests
	scripts/system_packages.sh browser
	$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/testing  ## check style
	$(BIN)/ruff check .

types: $(VENV)/testing  ## check types
	$(BIN)/mypy

eval: $(VENV)/installed  ## score against gold files lying beside the checkout
ifeq ($(SCORER),)
	@echo "eval: skipped, no folder with score.py, corpus/ and gold/ beside this one; SCORER=… names another"
else
	@folder=$(dir $(SCORER)); for gold in "$$folder"gold/*.jsonl; do \
	  name=$$(basename "$$gold" .jsonl); \
	  for corpus in "$$folder"corpus/"$$name".{txt,jsonl}; do \
	    [ -e "$$corpus" ] || continue; \
	    echo "== $$name"; found=$$(mktemp); \
	    $(BIN)/kg extract "$$corpus" --format jsonl > "$$found"; \
	    $(BIN)/python $(SCORER) "$$gold" "$$found"; \
	    if [ "$$name" = dev2 ]; then \
	      echo "== $$name, even ids"; \
	      $(BIN)/python $(SCORER) <(grep -E $(EVEN) "$$gold") <(grep -E $(EVEN) "$$found"); \
	    fi; \
	    rm -f "$$found"; \
	  done; \
	done
endif

clean:  ## remove what make and the tools made
	rm -rf $(VENV) build dist ./*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find kg tests scripts -name __pycache__ -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name README.md -delete  # never OUTPUT, which may be anywhere

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*  ## /make \1: /p' Makefile

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: $(PYTHON) is missing or older than Python 3.11; call make PYTHON=python3.12 or the like" >&2; exit 1; }
	scripts/system_packages.sh venv "$(PYTHON)"
	"$(PYTHON)" -m venv --clear $(VENV)

$(VENV)/installed: $(BUILT_FROM) | $(BIN)/python
	$(PIP) --constraint constraints.txt --editable .
	touch $@

$(VENV)/testing: $(VENV)/installed
	$(PIP) --constraint constraints.txt --editable '.[test]'
	touch $@
