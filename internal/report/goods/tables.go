package goods

import (
	"fmt"
	"io"
	"strconv"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Tables are the formats of the tables of goods.
var Tables = report.Formats[report.Style, *wire.GoodsTable]{
	report.FormatTable: func(w io.Writer) report.Stream[report.Style, *wire.GoodsTable] {
		return &tables{p: report.Printer{W: w}}
	},
	report.FormatJSON:   report.JSON[report.Style, *wire.GoodsTable],
	report.FormatNDJSON: report.NDJSON[report.Style, *wire.GoodsTable],
	report.FormatCSV:    tableRows.CSV,
	report.FormatXLSX:   tableRows.XLSX,
}

var tableRows = report.Rows[report.Style, *wire.GoodsTable]{
	Sheet:   "Tables",
	Numbers: []string{"entries"},
	Columns: func(report.Style) []string {
		return []string{"name", "title", "entries", "digest", "file", "imported", "verify"}
	},
	Row: func(_ report.Style, t *wire.GoodsTable) [][]string {
		return [][]string{{t.Name, t.Title, strconv.Itoa(t.Entries), t.Digest, t.File, t.Imported, strconv.FormatBool(t.Verify)}}
	},
}

type tables struct {
	p    report.Printer
	s    report.Style
	rows [][]string
}

func (t *tables) Begin(s report.Style) error {
	t.s, t.rows = s, [][]string{{"TABLE", "ENTRIES", "DIGEST", "TITLE"}}
	return nil
}

func (t *tables) Each(g *wire.GoodsTable) error {
	state := "not here"
	if g.Entries > 0 {
		state = fmt.Sprintf("%d entries", g.Entries)
		if g.Verify {
			state += " (verify)"
		}
	}
	t.rows = append(t.rows, []string{g.Name, state, report.Short(g.Digest), g.Title})
	return nil
}

func (t *tables) End() error {
	t.p.Grid(t.rows, t.s)
	return t.p.Err
}
