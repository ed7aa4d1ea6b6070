module github.com/enduse/enduse

go 1.26
