package engine

import (
	"fmt"
	"io"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/wire"
)

// Lookup answers what a code, a control number, a part number or words may be, and
// where it is listed on a day (the zero day is today). At most limit candidates answer
// words; words without any have no answers.
func (e *Engine) Lookup(text string, day enduse.Date, limit int) ([]*wire.GoodsAnswer, error) {
	if limit < 1 {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeInvalid, Err: fmt.Errorf("at most %d candidates are asked for", limit), Hint: "ask for 1 or more"}
	}
	if day.IsZero() {
		day = e.today()
	}
	found, err := e.tables.Lookup(text, day, limit)
	if err != nil {
		return nil, err
	}
	out := make([]*wire.GoodsAnswer, 0, len(found))
	for _, f := range found {
		a := &wire.GoodsAnswer{
			Code: f.Code, System: string(f.System), Description: f.Description, Confidence: f.Confidence,
			Lists: []wire.GoodsListing{}, Because: f.Reason, Note: f.Note,
		}
		for _, l := range f.Lists {
			a.Lists = append(a.Lists, wire.GoodsListing(l))
		}
		out = append(out, a)
	}
	return out, nil
}

// GoodsTables lists the control lists, nomenclatures and other tables of goods, those
// included that are known and not loaded.
func (e *Engine) GoodsTables() []*wire.GoodsTable {
	out := make([]*wire.GoodsTable, 0, len(e.tables.Sources))
	for _, s := range e.tables.Sources {
		t := wire.GoodsTable(s)
		out = append(out, &t)
	}
	return out
}

// GoodsImport says what a table of goods is.
type GoodsImport struct {
	Name     string            // hs2022, hs2017, concordance, the id of a list, or a new id
	File     string            // for messages and the record
	Columns  map[string]string // field -> column, where it is not found by its name
	Title    string            // of a new list
	Citation string            // of rows that have none
	From     enduse.Date       // the first day in force of rows that have none
}

// GoodsImported says what an import of a table of goods kept.
type GoodsImported struct {
	Name, Digest string
	Rows         int // kept
	Skipped      int // titles, notes, other vintages
}

// ImportGoods reads a table (CSV, XLSX, JSON, NDJSON) and keeps it in the data
// directory, in place of one of the same name. On an error nothing is changed. The
// engine uses it after it is opened again.
func (e *Engine) ImportGoods(r io.Reader, o GoodsImport) (GoodsImported, error) {
	done, err := refdata.Import(e.config.Data, r, refdata.ImportOptions{
		Name: o.Name, File: o.File, Columns: o.Columns, Title: o.Title, Citation: o.Citation, From: o.From, Now: e.config.Clock(),
	})
	if err != nil {
		return GoodsImported{}, err
	}
	return GoodsImported{done.Name, done.Digest, done.Rows, done.Skipped}, nil
}
