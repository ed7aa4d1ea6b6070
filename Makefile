# The short ways. CONTRIBUTING.md says when to use which.

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
GOFLAGS_RELEASE = -trimpath -ldflags "-s -w -X github.com/enduse/enduse/engine.Release=$(VERSION:v%=%)"

.PHONY: build test short ci golden lint format release image

build: ## the command, into ./enduse
	CGO_ENABLED=0 go build -trimpath -o enduse ./cmd/enduse

test: ## what the README names
	go test ./...

short: ## the fast loop: no kills, no builds of other modules, no long samples
	go test -short ./...

ci: ## what is done before a merge
	.ci/run

golden: ## rewrite golden files of one package: make golden PKG=./internal/report/verdict
	go test $(PKG) -update

lint:
	go vet ./...
	go tool -modfile=tools/go.mod golangci-lint run ./...

format:
	go tool -modfile=tools/go.mod gofumpt -w $$(git ls-files '*.go')

release: ## binaries for six systems, into ./dist
	mkdir -p dist
	for os in linux darwin windows; do for arch in amd64 arm64; do \
	  ext=; test $$os = windows && ext=.exe; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build $(GOFLAGS_RELEASE) -o dist/enduse-$$os-$$arch$$ext ./cmd/enduse || exit 1; \
	done; done
	cd dist && sha256sum enduse-* > SHA256SUMS

image: ## a container with the command alone
	docker build --build-arg VERSION=$(VERSION) -t enduse .
