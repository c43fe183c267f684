# Two commands do everything on a fresh machine that has the Swift toolchain: `make demo` and
# `make test`. Both install the C libraries they need from the distribution first.

SWIFT ?= swift
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libgeos-dev libproj-dev libshp-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev pkg-config
# GDAL's programs, by which landctl reads workbooks; the demo reads none.
TEST_PACKAGES := gdal-bin
# Other people's programs, which read what landctl writes: `make test-extras`.
EXTRA_PACKAGES := chromium chromium-driver python3-selenium poppler-utils \
  libreoffice-calc-nogui pandoc librsvg2-bin gdal-bin fonts-noto-cjk postgresql-postgis
EXTRA_PROGRAMS := chromium chromedriver pdftotext soffice pandoc rsvg-convert ogrinfo
LANDCTL := .build/release/landctl
# Of the benchmarks: how many parcels, how often, against whom, in which folders.
PARCELS ?= 100000
RUNS ?= 3
PEERS ?= geopandas
SIZES ?= 1000 10000 100000 1000000
BENCH_OUT ?= bench-out
RINGS ?= 10000000
BENCH_DATA ?= $(BENCH_OUT)
GUARD_PACKAGES := valgrind binutils python3

# Where `make install` puts things; DESTDIR goes before all of it.
PREFIX ?= /usr/local
DESTDIR ?=
DEB_OUT ?= out/deb
DEB_PACKAGES := dpkg-dev binutils python3
MAN_PACKAGES := groff man-db python3
DOCS_OUT ?= out/docs
DOCS_PACKAGES := cmark-gfm mandoc git python3

# Of fuzzing: how long each reader, and with how many at once.
FUZZ_SECONDS ?= 1200
FUZZ_JOBS ?= 2

.PHONY: fuzz fuzz-smoke sanitize sanitize-address sanitize-thread install deb deb-deps test-deb test-man docs docs-deps \
  docc api api-check test-examples demo test test-deps test-extras extras build release lint format guard guard-deps bench \
  bench-growth bench-kernels bench-limits differential deps clean help

help:
	@echo "make demo        install what is missing, build, audit the bundled places, prepare a dossier"
	@echo "make test        install what is missing, build, run all tests"
	@echo "make test-extras install browser, office and GIS programs, let them read what landctl writes"
	@echo "make install     put program, manual, completions and examples below PREFIX=/usr/local (DESTDIR=)"
	@echo "make deb         make a Debian package in DEB_OUT=out/deb"
	@echo "make test-deb    install it in a clean Debian 12 made by debootstrap, work with it there"
	@echo "make test-man    read all manual pages with groff and man, which may not warn"
	@echo "make test-examples  build and run the programs of Examples, and the commands of the tutorial"
	@echo "make docs        the documentation as a site in DOCS_OUT=out/docs, for a browser, without a network"
	@echo "make api-check   hold the library's public declarations against docs/api (make api: record them)"
	@echo "make lint        check the style of all Swift files, strictly"
	@echo "make format      bring all Swift files into that style"
	@echo "make fuzz        give every reader arbitrary bytes (FUZZ_SECONDS=1200 each, FUZZ_JOBS=2)"
	@echo "make sanitize    run the tests under the address and the thread sanitizer"
	@echo "make differential  hold the geometry against GEOS on made polygons (RINGS=10000000)"
	@echo "make guard       count the instructions of kernels and an audit (RECORD=1: keep the figures)"
	@echo "make bench       time landctl against peers (PARCELS=100000 RUNS=3 PEERS=geopandas)"
	@echo "make bench-growth  time landctl on 1 000 to 1 000 000 parcels (SIZES, RUNS)"
	@echo "make bench-kernels time the kernels alone, per vertex or feature"

# $(call need,PROGRAMS,PACKAGES): installs Debian packages where one of their programs is missing.
define need
	@missing=; for program in $(1); do command -v $$program >/dev/null 2>&1 || missing=1; done; \
	if [ -n "$$missing" ]; then \
	  echo "installing $(2)"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    $(2) >/dev/null; \
	fi
endef

# Quiet when everything is there; the libraries' own .pc files say so.
deps:
	@if ! { command -v pkg-config && pkg-config --exists geos proj shapelib sqlite3 xlsxwriter zlib; } >/dev/null 2>&1; then \
	  echo "installing $(PACKAGES)"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PACKAGES) >/dev/null; \
	fi

# Statically linked, and inlined across the folders' borders. That no two accesses to one value
# overlap is checked while the tests run, not in the hands of the user: records behind one reference
# would pay for it at every member.
RELEASE := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization \
  -Xswiftc -enforce-exclusivity=unchecked

release: deps
	$(SWIFT) build $(RELEASE) --product landctl

install: release
	tools/install.sh $(LANDCTL) "$(DESTDIR)" "$(PREFIX)"

deb-deps:
	$(call need,dpkg-shlibdeps strip python3,$(DEB_PACKAGES))

deb: release deb-deps
	tools/deb.sh $(LANDCTL) $(DEB_OUT)

# Twice, since the same program has to give the same bytes.
test-deb: release deb-deps
	$(call need,debootstrap,debootstrap)
	package=$$(tools/deb.sh $(LANDCTL) $(DEB_OUT)) && \
	  cmp "$$package" "$$(tools/deb.sh $(LANDCTL) $(DEB_OUT)/again)" && \
	  $(SUDO) tools/test-deb.sh "$$package"

test-man: build
	$(call need,groff man,$(MAN_PACKAGES))
	tools/test-man.sh .build/debug/landctl

# One graph of all modules, from what the build left: nothing is compiled for it.
out/symbols/LandKit.symbols.json: build
	@mkdir -p out/symbols
	python3 tools/symbols.py graph $@

# DocC itself reads all comments and articles; a link that leads nowhere ends it.
docc: out/symbols/LandKit.symbols.json
	docc convert Sources/LandKit/Umbrella/LandKit.docc --additional-symbol-graph-dir out/symbols \
	  --output-dir out/LandKit.doccarchive --warnings-as-errors \
	  --fallback-display-name LandKit --fallback-bundle-identifier landkit

docs-deps:
	$(call need,cmark-gfm mandoc git python3,$(DOCS_PACKAGES))

docs: docc docs-deps
	python3 tools/site.py --landctl .build/debug/landctl --symbols out/symbols/LandKit.symbols.json \
	  --output $(DOCS_OUT)

api: build
	python3 tools/symbols.py api

api-check: build
	python3 tools/symbols.py check

test-examples: build
	LANDCTL_EXTRAS=1 $(SWIFT) test --skip-build --filter 'ExampleTests|TutorialTests'

demo: release
	@echo "\n== A real place: 407 plots and 144 buildings of Prague-Bubeneč"
	$(LANDCTL) audit fixtures/places/bubenec_plots.geojson \
	  --buildings fixtures/places/bubenec_buildings.geojson --as-of 2025-06-30 --output out/bubenec
	@echo "\n== A made development zone that shows every status"
	$(LANDCTL) audit fixtures/zone/parcels.geojson --buildings fixtures/zone/buildings.geojson \
	  --zones fixtures/zone/zones.geojson --contracts fixtures/zone/contracts.csv \
	  --as-of 2025-06-30 --output out/zone
	@echo "\n== A made zone under the rules of its province, and whether it may expand"
	$(LANDCTL) audit fixtures/compliance/parcels.geojson \
	  --buildings fixtures/compliance/buildings.geojson --zones fixtures/compliance/zones.geojson \
	  --contracts fixtures/compliance/contracts.csv \
	  --enterprises fixtures/compliance/enterprises.csv --zone fixtures/compliance/zone.yaml \
	  --as-of 2025-06-30 --output out/rules
	$(LANDCTL) expansion check fixtures/compliance/zone.yaml \
	  --parcels fixtures/compliance/parcels.geojson \
	  --buildings fixtures/compliance/buildings.geojson --zones fixtures/compliance/zones.geojson \
	  --contracts fixtures/compliance/contracts.csv \
	  --enterprises fixtures/compliance/enterprises.csv --as-of 2025-06-30
	@echo "\n== A made zone of 356 ha that may not expand yet, and what would change that"
	$(LANDCTL) expansion check fixtures/expansion/zone.yaml --as-of 2025-06-30
	@echo "\n== The papers of its application, and whether they hold"
	$(LANDCTL) expansion prepare fixtures/expansion/zone.yaml --as-of 2025-06-30 --output out/dossier
	$(LANDCTL) verify out/dossier

build: deps
	$(SWIFT) build --build-tests

test-deps:
	$(call need,ogr2ogr,$(TEST_PACKAGES))

test: build test-deps
	$(SWIFT) test --skip-build

# One program that is missing, or no Chinese font, brings the whole list. selenium is asked for where
# Debian puts it: another Python may come first on the path.
extras:
	@missing=; \
	for program in $(EXTRA_PROGRAMS); do \
	  command -v $$program >/dev/null 2>&1 || missing=$$program; \
	done; \
	fc-list ':lang=zh' 2>/dev/null | grep -q . || missing=fonts; \
	/usr/bin/python3 -c 'import selenium' 2>/dev/null || missing=selenium; \
	ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || missing=postgis; \
	if [ -n "$$missing" ]; then \
	  echo "installing $(EXTRA_PACKAGES)"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    $(EXTRA_PACKAGES) >/dev/null; \
	fi

test-extras: build extras
	LANDCTL_EXTRAS=1 $(SWIFT) test --skip-build \
	  --filter 'ExtrasTests|WordDocumentTests|officeReads|gdalReads|TutorialTests'

# Folder by folder below Benchmarks: its build folder holds other people's sources.
STYLED := Sources Plugins Tests Package.swift Benchmarks/Kernels Benchmarks/KernelCounts \
  Benchmarks/Benchmarks Benchmarks/Package.swift Examples

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(STYLED)

format:
	$(SWIFT) format --in-place --recursive --parallel $(STYLED)

guard-deps:
	$(call need,valgrind strip python3,$(GUARD_PACKAGES))

guard: release guard-deps
	$(SWIFT) build $(RELEASE) --product kernel-counts
	python3 Benchmarks/guard.py --counts .build/release/kernel-counts --landctl $(LANDCTL) \
	  $(if $(RECORD),--record)

.venv/done: Benchmarks/requirements.txt
	python3 -m venv .venv || { $(SUDO) apt-get install -y -qq python3-venv && python3 -m venv .venv; }
	.venv/bin/pip install --quiet --requirement $<
	touch $@

# duckdb and sedonadb only where they are asked for; a peer that cannot be installed is left out.
.venv/more: Benchmarks/requirements-more.txt .venv/done
	.venv/bin/pip install --quiet --requirement $< && touch $@ || echo "not all peers can be installed"

# What one core needs to read and parse the same files with simdjson.
bench-limits: deps
	@[ -f /usr/include/simdjson.h ] && command -v g++ >/dev/null || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq g++ libsimdjson-dev >/dev/null; }
	@mkdir -p $(BENCH_OUT)
	g++ -O3 -march=native Benchmarks/limits/limits.cpp -o $(BENCH_OUT)/limits -lsimdjson -lgeos_c -lproj

bench: release bench-limits .venv/done $(if $(filter-out geopandas,$(PEERS)),.venv/more)
	python3 Benchmarks/bench.py --landctl $(LANDCTL) --python .venv/bin/python --peers "$(PEERS)" \
	  --limits $(BENCH_OUT)/limits --parcels $(PARCELS) --runs $(RUNS) --out $(BENCH_OUT) \
	  --data $(BENCH_DATA)

bench-growth: release .venv/done
	python3 Benchmarks/growth.py --landctl $(LANDCTL) --python .venv/bin/python --sizes "$(SIZES)" \
	  --runs $(RUNS) --out $(BENCH_OUT) --data $(BENCH_DATA)

bench-kernels: deps
	python3 Benchmarks/kernels.py --swift $(SWIFT)

# Minutes, not seconds: the suite runs five thousand polygons of each kind.
differential: deps
	$(SWIFT) build $(RELEASE) --product differential
	.build/release/differential $(RINGS) --record differential.jsonl
	.build/release/differential earth
	python3 tools/exact-overlap.py differential.jsonl

# The runtime is the toolchain's own. Its main is left out: the program chooses the reader first.
FUZZ_RUNTIME = $(shell $(SWIFT) -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)",*$$/\1/p' \
  )/clang/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a
FUZZ_BUILD = -c release --scratch-path .build-fuzz --sanitize=address --product fuzz \
  -Xswiftc -DFUZZER -Xlinker $(FUZZ_RUNTIME) -Xlinker -lstdc++ \
  -Xswiftc -sanitize-coverage=edge,indirect-calls,trace-cmp,pc-table,inline-8bit-counters

fuzz: deps
	@[ -f $(FUZZ_RUNTIME) ] || { echo "this toolchain has no libFuzzer: $(FUZZ_RUNTIME)"; exit 1; }
	$(SWIFT) build $(FUZZ_BUILD)
	python3 tools/fuzz.py .build-fuzz/release/fuzz --seconds $(FUZZ_SECONDS) --jobs $(FUZZ_JOBS)

# Two minutes for all readers together.
fuzz-smoke:
	$(MAKE) fuzz FUZZ_SECONDS=24 FUZZ_JOBS=2

# A build of its own each: objects with and without the checks do not mix. Leaks are looked for where
# the tests themselves call the C libraries.
LEAK_TESTS := 'LandTopologyTests|LandProjectionTests|LandLayersTests|LandShapefileTests|LandGeoPackageTests|LandSurveyTests|LandWorkbookTests'
SANITIZED = --sanitize=$(1) --scratch-path .build-$(1) -Xswiftc -use-ld=lld

sanitize: sanitize-address sanitize-thread

sanitize-address: deps test-deps
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) build --build-tests $(call SANITIZED,address)
	tools/sanitized.sh address $(SWIFT) test --skip-build $(call SANITIZED,address)
	tools/sanitized.sh leaks $(SWIFT) test --skip-build $(call SANITIZED,address) --filter $(LEAK_TESTS)

sanitize-thread: deps test-deps
	$(SWIFT) build --build-tests $(call SANITIZED,thread)
	tools/sanitized.sh thread $(SWIFT) test --skip-build $(call SANITIZED,thread)

clean:
	rm -rf .build .build-* Benchmarks/.build out bench-out .venv differential.jsonl
