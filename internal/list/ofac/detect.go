package ofac

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// detect names the role of a file by the shape of its records: all have as
// many fields as OFAC's have, and OFAC's words in them. A file with a header
// has neither.
func (p publication) detect(h list.Head) string {
	rows := headRows(h)
	if len(rows) == 0 || p.source.ID != publisherOf(h.Name, rows) {
		return ""
	}
	switch {
	case all(rows, isMain):
		return p.main
	case all(rows, isAlt):
		return p.alt
	case all(rows, isAdd):
		return p.add
	case all(rows, isComment):
		return p.comments
	}
	return ""
}

// headRows reads the first records; the last line is left out if it may be
// incomplete. It returns none if a record cannot be read.
func headRows(h list.Head) [][]string {
	b := h.Bytes
	if i := bytes.LastIndexByte(b, '\n'); i >= 0 && len(b) >= 64<<10 {
		b = b[:i+1]
	}
	var out [][]string
	for rows := list.NewRows(bytes.NewReader(b), h.Name, 1); ; {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil || row.Cut {
			return nil
		}
		if !isEnd(row.Fields) {
			out = append(out, row.Fields)
		}
	}
}

// publisherOf tells the two lists apart: a main file by its programmes, the
// companions by their names.
func publisherOf(name string, rows [][]string) enduse.SourceID {
	var parties [][]string
	if all(rows, isMain) {
		for _, r := range rows {
			parties = append(parties, programs(null(r[colProgram])))
		}
	}
	return SourceOf(name, parties)
}

// SourceOf tells the SDN list and the consolidated list apart by the
// programmes of some parties: most parties of the consolidated list have one
// that is on no other, most of the SDN list have none that the other may
// have. Where that leaves it open, the name of the file decides.
func SourceOf(name string, parties [][]string) enduse.SourceID {
	only, never := 0, 0
	for _, programs := range parties {
		switch consolidatedRow(programs) {
		case onlyConsolidated:
			only++
		case neverConsolidated:
			never++
		case eitherList:
		}
	}
	if only > never || only == never && strings.HasPrefix(strings.ToLower(name), "cons") {
		return consolidated.source.ID
	}
	return sdn.source.ID
}

func isMain(f []string) bool {
	return len(f) == mainColumns && isNumber(f[0]) && knownType(null(f[colType])) && strings.TrimSpace(f[1]) != ""
}

func isAlt(f []string) bool {
	return len(f) == altColumns && isNumber(f[0]) && isNumber(f[1]) && aliasKinds[null(f[2])] != ""
}

func isAdd(f []string) bool {
	return len(f) == addColumns && isNumber(f[0]) && isNumber(f[1]) && strings.TrimSpace(f[5]) == "-0-"
}

// isComment asks for a number and a text that ends as remarks do, for many
// tables have two columns.
func isComment(f []string) bool {
	return len(f) == commentColumns && isNumber(f[0]) && strings.HasSuffix(f[1], ".") && len(f[1]) > len("DOB 1962.")
}

func isNumber(s string) bool {
	_, ok := number(s)
	return ok
}

func all(rows [][]string, test func([]string) bool) bool {
	for _, r := range rows {
		if !test(r) {
			return false
		}
	}
	return len(rows) > 0
}
