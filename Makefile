# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.
PYTHON ?= python3
OPEN ?=
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip -q --disable-pip-version-check --no-input install --progress-bar off
ROOMS := study corpus coding synthesis prioritisation reports workbench
CODE := $(ROOMS) tests tools benchmarks
# BERTopic asks for sentence-transformers, which brings torch; with our own embedder it needs neither.
BERTOPIC := bertopic==0.17.4
# Installed before everything else, so that no later step asks for a build with GPU libraries.
TORCH := torch==2.13.0

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench soak peers translations reference pictures fonts clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 24

demo: $(VENV)/.demo ## set up, make the example study and run the whole thread (OPEN=1 opens the workbench)
	@$(BIN)/draad demo $(if $(OPEN),--open)

test: $(VENV)/.test ## everything the suite needs, then every check; ends with pytest's closing line
	@$(BIN)/python -m tools.system_packages
	@$(MAKE) --no-print-directory lint
	@echo "== tests"
	@$(BIN)/pytest -q -n $(WORKERS) --dist loadgroup

lint: $(VENV)/.test ## style, types, imports, translations and documentation
	@echo "== style" && $(BIN)/ruff check -q . && $(BIN)/ruff format -q --check .
	@echo "== types" && $(BIN)/mypy --strict --no-error-summary
	@echo "== imports" && $(BIN)/lint-imports --no-logo >$(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }
	@echo "== translations" && $(BIN)/python -m tools.translations check
	@echo "== documentation" && $(BIN)/python -m tools.documentation

bench: $(VENV)/.test ## measure the thread, the start-up and 100,000 segments
	@$(BIN)/python -m benchmarks

soak: $(VENV)/.test ## the long runs: kills, fuzzing, load, sizes (seeded, resumable)
	@$(BIN)/python -m benchmarks.soak

peers: ## one frozen environment for each tool we compare ourselves with
	@$(PYTHON) -m tools.peers

translations: $(VENV)/.test ## bring the Dutch catalogues up to date with the code and compile them
	@$(BIN)/python -m tools.translations update

reference: $(VENV)/.test ## write the reference page of the errors anew
	@$(BIN)/python -m tools.error_reference

pictures: $(VENV)/.test ## draw the pictures of the README anew from the example study
	@$(BIN)/python -m tools.pictures

fonts: $(VENV)/.test ## make the vendored fonts anew from their npm packages
	@$(BIN)/python -m tools.fonts

clean: ## remove the environment, the example study and what tools leave behind
	@rm -rf $(VENV) voorbeeld build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# A stamp is younger than what it was made from, so a second run installs nothing.
$(VENV)/.made:
	@echo "== making $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Rode Draad needs Python 3.11, 3.12 or 3.13; choose one with: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "No venv could be made. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.demo: $(VENV)/.made pyproject.toml constraints.txt
	@echo "== installing Rode Draad and its libraries (up to three minutes)"
	@$(INSTALL) -e '.[topics]' -c constraints.txt
	@echo "== installing BERTopic, without sentence-transformers and torch"
	@$(INSTALL) --no-deps $(BERTOPIC)
	@echo "== compiling"
	@$(BIN)/python -m compileall -q $(ROOMS)
	@touch $@

$(VENV)/.test: $(VENV)/.made pyproject.toml constraints.txt
	@echo "== installing torch for the processor (some minutes)"
	@$(INSTALL) $(TORCH) -c constraints.txt
	@echo "== installing all extras and the development tools (some minutes)"
	@$(INSTALL) -e '.[all,dev]' -c constraints.txt
	@$(INSTALL) --no-deps $(BERTOPIC)
	@touch $@
