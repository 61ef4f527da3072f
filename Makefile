# The five things that people and CI run; each script says what it does.

.PHONY: run test bench build lint

# The demo associations on http://127.0.0.1:8080, data in ./var. PORT and DATA override.
run:
	@Scripts/run

# Everything that CI runs: lint, build, unit tests, system tests.
test:
	@Scripts/test

# Ratios against the peers that can be installed; writes bench.json.
bench:
	@Benchmarks/run

# Release binaries: .build/release/notice-server and .build/release/noticectl.
build:
	@Scripts/install-debian-packages build
	swift build -c release --static-swift-stdlib --product notice-server
	swift build -c release --static-swift-stdlib --product noticectl

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzz
