# Peilwacht. `make help` lists what there is.

PREFIX ?= /usr
SYSCONFDIR ?= /etc
DESTDIR ?=
# What `make install` installs as peilwacht: the static binary that `make release` makes.
BINARY ?= .build/static/peilwacht

bin = $(DESTDIR)$(PREFIX)/bin
units = $(DESTDIR)$(PREFIX)/lib/systemd/system
sysusers = $(DESTDIR)$(PREFIX)/lib/sysusers.d
tmpfiles = $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
man = $(DESTDIR)$(PREFIX)/share/man
doc = $(DESTDIR)$(PREFIX)/share/doc/peilwacht

# How long `make fuzz` and `make soak` go on, and how often `make power-cuts` takes the power.
SECONDS ?= 60
CYCLES ?= 100

.PHONY: help run test browser-test check build release install bench faults power-cuts fuzz soak year sanitize format generate service-test deb package-test guide-test setup-build setup-test setup-check

help:
	@echo 'make run           build, start the daemon here on folders under var/, show it the example measurements'
	@echo 'make test          every test (the service test apart)'
	@echo 'make check         format, build, tests, fuzzing, generated pages, paths, scripts, unit; TESTED=1 leaves the tests out'
	@echo 'make build         a debug build: .build/debug/peilwacht'
	@echo 'make release       a static, stripped binary: $(BINARY)'
	@echo 'make install       install what `make release` made; DESTDIR=, PREFIX=$(PREFIX), SYSCONFDIR=$(SYSCONFDIR)'
	@echo 'make browser-test  the status page in a real browser, with pictures of it (Chromium, about 400 MB the first time)'
	@echo 'make bench         speed and memory beside what a user would otherwise use, as ratios (after make release)'
	@echo 'make faults      every write, sync, rename and socket call fails once, for good, or is the last (hours); POINTS=1000 of them'
	@echo 'make power-cuts  so many power cuts under the daemon, on a disk of its own (root): CYCLES=$(CYCLES)'
	@echo 'make fuzz          made-up input for whatever reads what others wrote; SECONDS=$(SECONDS) of work for each'
	@echo 'make sanitize      every test under ThreadSanitizer and AddressSanitizer (tens of minutes)'
	@echo 'make soak          the daemon under drops, a flaky relay and requests, for SECONDS=$(SECONDS)'
	@echo 'make year          a year in the life of a watch, simulated: a table of who was mailed what (minutes)'
	@echo 'make format        format the Swift sources in place'
	@echo 'make generate      write the generated pages in docs/ and man/ anew'
	@echo 'make deb           a Debian package of it (after make release): .build/deb/'
	@echo 'make package-test  the package installed, upgraded, removed and purged on a real systemd, in a container (root)'
	@echo 'make guide-test    every command of docs/operate.md, in containers (root; takes minutes the first time)'
	@echo 'make service-test  the installed service on a real systemd, in a container (root; takes minutes the first time)'

setup-build:
	@tools/setup build

setup-test:
	@tools/setup build test

setup-check:
	@tools/setup build test check

run: setup-build
	@tools/run-example

test: setup-test
	@tools/test

browser-test:
	@tools/setup build test browser
	@tools/browser-test

check: setup-check
	@TESTED='$(TESTED)' tools/check

build: setup-build
	swift build -j 2

# libsqlite3, libzip, libexpat, libxlsxwriter and the C library stay dynamic: they get Debian's security updates.
# Nobody looks up a symbol in the program, equal functions need to be there once, and relocations take little room: 9 MB less
# on disk, 5 MB less in memory. Relative relocations in that form are read by the C library since 2.36, which Debian 12 has.
release: setup-build
	swift build -c release --static-swift-stdlib -j 2 --product peilwacht \
	    -Xlinker --no-export-dynamic -Xlinker --icf=safe -Xlinker -z -Xlinker pack-relative-relocs
	@mkdir -p .build/static
	strip -o .build/static/peilwacht .build/release/peilwacht
	@ls -l .build/static/peilwacht

format:
	git ls-files -z '*.swift' | xargs -0 -r swift format --in-place --parallel

bench:
	@tools/setup build test bench
	@tools/bench
	@tools/bench-rules

faults: setup-test
	@tools/faults $(POINTS)

power-cuts: setup-test
	@tools/power-cuts '$(CYCLES)'

fuzz: setup-test
	@tools/fuzz '$(SECONDS)'
	@tools/libfuzzer '$(SECONDS)'

sanitize: setup-test
	@tools/sanitize

soak: setup-test build
	@tools/soak '$(SECONDS)'

year: setup-test build
	@tools/year

generate: build
	@tools/generate

service-test: setup-build
	@tools/setup service
	Tests/service/run

deb: release
	@tools/setup deb
	@tools/deb

package-test: setup-build
	@tools/setup service deb
	Tests/service/package

guide-test: setup-build
	@tools/setup service deb
	Tests/service/guide

# Builds nothing, so that `sudo make install` runs no compiler as root, and configures nothing: what other municipalities
# watch are examples.
install:
	@test -x '$(BINARY)' || { echo "$(BINARY) is not there: run 'make release' first" >&2; exit 66; }
	install -D -m 0755 '$(BINARY)' '$(bin)/peilwacht'
	install -d '$(units)'
	sed 's#/usr/bin/peilwacht#$(PREFIX)/bin/peilwacht#g' systemd/peilwacht.service >'$(units)/peilwacht.service'
	chmod 0644 '$(units)/peilwacht.service'
	install -D -m 0644 systemd/peilwacht.sysusers '$(sysusers)/peilwacht.conf'
	install -d '$(tmpfiles)'
	sed 's#/etc/peilwacht#$(SYSCONFDIR)/peilwacht#g' systemd/peilwacht.tmpfiles >'$(tmpfiles)/peilwacht.conf'
	chmod 0644 '$(tmpfiles)/peilwacht.conf'
	@for section in 5 8; do for page in man/*.$$section; do \
		test -e "$$page" || continue; \
		install -D -m 0644 "$$page" "$(man)/man$$section/$${page##*/}"; \
	done; done
	install -D -m 0644 -t '$(doc)' LICENSE
	install -D -m 0644 -t '$(doc)/examples' systemd/*.example
	@for file in config/peilwacht-service.yaml config/programmes/*.yaml config/feeds/*.yaml; do \
		install -D -m 0644 "$$file" "$(doc)/examples/$${file#config/}"; \
	done
	@test -n '$(DESTDIR)' || { \
		echo 'Next, as root:'; \
		echo '  systemd-sysusers && systemd-tmpfiles --create && systemctl daemon-reload'; \
		echo '  peilwacht init $(SYSCONFDIR)/peilwacht --service --municipality NAME   # where there is no configuration yet'; \
		echo '  runuser -u peilwacht -- peilwacht check --probe && systemctl enable --now peilwacht'; \
	}
