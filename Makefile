# Concordat: `make demo` and `make test` do all their own set-up on Debian 12 with Swift 6.3.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PORT ?= 8080
SERVE ?= 1
OUT ?= out
# The demo builds without optimisation: it starts sooner, and is fast enough for 1,500 shares.
DEMO_BINARY = .build/debug/concordat
RELEASE_BINARY = .build/release/concordat
STRICT = --explicit-target-dependency-import-check error
SOURCES = Package.swift Sources Tests

.PHONY: demo test browser bench format lint tools build release clean

## Sets everything up, builds, loads the sample portfolio, writes agreements and manifests to out/, serves the pages.
demo: tools
	@echo "1. Building (the first time takes some minutes)"
	swift build --product concordat
	@bash .ci/demo "$(DEMO_BINARY)" "$(OUT)" "$(SERVE)" "$(PORT)"

## Every check: format, walls, warnings as errors, all tests, the documents in LibreOffice, and the pages in a browser.
test: tools lint
	swift build $(STRICT) --build-tests
	@bash .ci/tools test
	swift test --skip-build
	Tests/LibreOffice/run
	Tests/Browser/run

## The pages in Debian's Chromium: each page in each role, and a share's whole life.
browser: tools
	swift build --product concordat
	@bash .ci/tools test
	Tests/Browser/run

## Speed and memory, as ratios in one run; the figures are in docs/performance.md.
bench: tools release
	@bash .ci/tools bench
	swift run -c release benchmarks "$(CURDIR)/$(RELEASE_BINARY)"

## Lays the code out.
format:
	swift format format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

build:
	swift build $(STRICT)

release:
	swift build -c release --product concordat

## System packages: installed where they are missing and it may; otherwise it says what to install.
tools:
	@bash .ci/tools

clean:
	rm -rf .build $(OUT)
