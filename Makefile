# make alone lists what one can do. Nothing needs to be set up by hand: each target makes what it needs.

PYTHON ?=
BIN := .venv/bin
CASE ?=
FUZZ ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test quality trust speed bench-archive fuzz accept clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: .venv/ready  ## make the environment in .venv (the others do it when needed)

demo: .venv/ready  ## read the pages shipped with the project; print records with their evidence
	@$(BIN)/python bench/demo.py

test: .venv/ready  ## all that CI runs: lint, format, types, tests, examples of the docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

quality: .venv/ready  ## score the extractor over the data folder (ONRECORD_BENCH) beside its floors
	@$(BIN)/python bench/quality.py

trust: .venv/ready  ## how often each source is right: what the trust table was made from
	@$(BIN)/python bench/trust.py

speed: .venv/ready .peers/ready  ## time it against trafilatura, page by page
	@$(BIN)/python bench/speed.py

bench-archive: .venv/ready  ## what the archive costs and whether it holds: rates, growth, disk, kills, copies, versions, search
	@$(BIN)/python bench/archive.py
	@$(BIN)/python bench/search.py

fuzz: .venv/ready  ## 100,000 mutated pages, each in a child process (FUZZ="--pages 1000" for fewer), then the promises on made ones
	@$(BIN)/python bench/fuzz.py $(FUZZ)
	$(BIN)/pytest --hypothesis-profile=fuzz tests/test_promises.py

accept: .venv/ready  ## make what a case gives now its expected record, and show the change: make accept CASE=NAME
	@$(BIN)/python bench/accept.py $(CASE)

clean:  ## remove all that was made
	rm -rf .venv .peers .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Done again only when what is to be installed changes.
.venv/ready: pyproject.toml .ci/venv
	@echo "setting up .venv ..."
	@PYTHON="$(PYTHON)" .ci/venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@

# The tools we are measured against, apart from ours: their requirements are many.
.peers/ready: bench/peers.txt .ci/venv
	@echo "setting up .peers ..."
	@PYTHON="$(PYTHON)" .ci/venv .peers
	@.peers/bin/python -m pip install -q --disable-pip-version-check -r bench/peers.txt
	@touch $@
