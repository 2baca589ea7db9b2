# make run    try the program: the sample workshop in its window, or without a screen its PDF and Excel
# make test   everything that CI checks
# make bench  how fast it is
# make torture  kills, power cuts, damage, bombs at full size: half an hour and more, then a table
# make shots  pictures of every screen, in the folder shots/
# make clean  removes what make and the tools left behind

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: help run test bench torture shots clean libraries
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# make/make/p' Makefile

run: $(READY)
	@$(BIN)/motworkshop demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  sh installers/setup.sh libraries && $(BIN)/motworkshop motworkshop-demo/airline.motw; fi

test: libraries $(READY)
	@sh installers/setup.sh reader
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --cov --cov-report=term

bench: $(READY) libraries
	@for bench in tests/benchmarks/bench_*.py; do echo "== $$bench"; $(BIN)/python $$bench; done

torture: $(READY) libraries
	$(BIN)/python -m tests.torture $(ROWS)

shots: $(READY) libraries
	$(BIN)/python tests/shots/shoot.py shots

clean:
	rm -rf .venv build dist shots motworkshop-demo .coverage .coverage.* .hypothesis \
	  .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find motworkshop tests installers -type d -name __pycache__ -exec rm -rf {} +

libraries:
	@PYTHON=$(PYTHON) sh installers/setup.sh libraries

$(READY): pyproject.toml constraints.txt
	@PYTHON=$(PYTHON) sh installers/setup.sh environment
	@touch $@
