# What there is to do with a checkout; `make` alone lists it.

SWIFT ?= swift
PYTHON ?= python3
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help demo test check bench sanitize release clean needs

help: ## list these
	@awk -F ' *:[^#]*## *' '/^[a-z]+ *:.*##/ {printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo: needs ## build concordat and check the agreements under examples/
	$(SWIFT) build --product concordat
	@Scripts/demo "$$($(SWIFT) build --show-bin-path)/concordat"

test: needs ## build everything and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

check: ## say whether the generated files are fresh
	Scripts/check-generated

sanitize: needs ## run all tests under the address and the thread sanitizer, in build folders of their own
	Scripts/sanitize

bench: needs ## measure against bare libyaml; options in BENCH='--runs 30 …'
	$(PYTHON) Benchmarks/against-floor $(BENCH)

release: needs ## build concordat for use: .build/release/concordat
	$(SWIFT) build -c release --product concordat

clean: ## remove what was built
	rm -rf .build

needs:
	@Scripts/needs
