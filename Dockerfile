# A container with the command alone: no shell, no package manager, not root.
#
#   docker build -t enduse .
#   docker run --rm enduse check "SINNO ELECTRONICS CO., LIMITED"
#   docker run --rm -v enduse-data:/data -v "$PWD:/work:ro" enduse screen orders.csv
FROM golang:1.26 AS build
ARG VERSION=dev
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X github.com/enduse/enduse/engine.Release=${VERSION#v}" -o /enduse ./cmd/enduse \
 && mkdir /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /enduse /usr/local/bin/enduse
COPY --from=build --chown=nonroot:nonroot /data /data
ENV ENDUSE_DATA=/data
VOLUME /data
WORKDIR /work
USER nonroot
ENTRYPOINT ["enduse"]
