package refdata

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

// Tables are the reference tables of a data directory with what comes with the program,
// ready to check goods.
type Tables struct {
	*goods.Checker
	// Sources are the tables, in order: lists as packs.yaml has them, lists of
	// the user's own, the others.
	Sources []Source
}

// Source is one table.
type Source struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Entries  int    `json:"entries"` // 0: known, and not there
	Digest   string `json:"digest"`
	File     string `json:"file"`
	Imported string `json:"imported"` // RFC 3339; "" for what comes with the program
	Verify   bool   `json:"verify"`
}

// Digests returns the digest of every table that is there, for a stamp.
func (t *Tables) Digests() map[string]string {
	out := map[string]string{}
	for _, s := range t.Sources {
		if s.Digest != "" {
			out["goods."+s.Name] = s.Digest
		}
	}
	return out
}

// Names returns the names of the tables that can be imported by a known name.
func Names() []string {
	names := []string{NameHS2022, NameHS2017, NameConcordance}
	all, err := controlLists()
	if err != nil { // the tests read what comes with the program
		return names
	}
	for _, p := range all {
		names = append(names, p.ID)
	}
	return names
}

// Load reads what comes with the program and what was imported into a data directory;
// "" is no directory. A table that is damaged is an error.
func Load(dir string) (*Tables, error) {
	l, err := loaded(dir)
	if err != nil {
		return nil, err
	}
	return l.tables(), nil
}

// loaded reads what comes with the program and what was imported.
func loaded(dir string) (*loader, error) {
	l := &loader{}
	if err := l.embedded(); err != nil {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeInternal, Err: err}
	}
	all, err := readAll(dir)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		l.take(s)
	}
	return l, nil
}

type loader struct {
	made     goods.Tables
	imported map[string]*stored
	own      []goods.Correlation
	pairs    []goods.Correlation
	sources  []Source
}

func (l *loader) embedded() (err error) {
	l.imported = map[string]*stored{}
	var errs [4]error
	l.made.Lists, errs[0] = controlLists()
	l.own, errs[1] = concordance()
	l.made.Lexicon, errs[2] = lexicon()
	l.made.Parts, errs[3] = parts()
	return errors.Join(errs[:]...)
}

// take puts an imported table into its place.
func (l *loader) take(s *stored) {
	l.imported[s.Name] = s
	switch s.Name {
	case NameHS2022:
		l.made.HS2022 = goods.NewNomenclature(s.Named)
	case NameHS2017:
		l.made.HS2017 = goods.NewNomenclature(s.Named)
	case NameConcordance:
		l.pairs = s.Pairs
	default:
		l.takeList(s)
	}
}

func (l *loader) takeList(s *stored) {
	i := slices.IndexFunc(l.made.Lists, func(p *goods.ControlList) bool { return p.ID == s.Name })
	if i < 0 {
		i = len(l.made.Lists)
		l.made.Lists = append(l.made.Lists, &goods.ControlList{
			ID: s.Name, Title: cmp.Or(s.Title, s.Name), Kind: goods.KindControl, Severity: enduse.Review,
			Citation: cmp.Or(s.Citation, "the user's table "+s.File),
		})
	}
	p := l.made.Lists[i]
	p.Entries, p.Digest, p.Source, p.Verify = s.Entries, s.Digest, s.File, false
	if s.Citation != "" {
		p.Citation = s.Citation
	}
	p.Citation += fmt.Sprintf(" (as imported from %s)", s.File)
}

func (l *loader) tables() *Tables {
	l.made.Concordance = goods.NewConcordance(l.own, l.pairs)
	for _, p := range l.made.Lists {
		src := Source{Name: p.ID, Title: p.Title, Entries: len(p.Entries), Digest: p.Digest, File: p.Source, Verify: p.Verify}
		if s := l.imported[p.ID]; s != nil {
			src.Imported = s.Imported
		}
		l.sources = append(l.sources, src)
	}
	for _, o := range []struct{ name, title string }{
		{NameHS2022, "Harmonized System 2022, nomenclature"}, {NameHS2017, "Harmonized System 2017, nomenclature"}, {NameConcordance, "concordance of HS 2017 and HS 2022"},
	} {
		src := Source{Name: o.name, Title: o.title}
		if s := l.imported[o.name]; s != nil {
			src.Entries, src.Digest, src.File, src.Imported = s.rows(), s.Digest, s.File, s.Imported
		}
		l.sources = append(l.sources, src)
	}
	for _, name := range []string{"concordance.csv", "lexicon.csv", "parts.csv"} {
		b, _ := data.ReadFile("data/" + name) // read before
		l.sources = append(l.sources, Source{Name: name, Title: "comes with the program", Entries: lines(b) - 1, Digest: digestOf(b), File: name})
	}
	return &Tables{goods.New(l.made), l.sources}
}

func lines(b []byte) (n int) {
	for _, c := range b {
		if c == '\n' {
			n++
		}
	}
	return n
}
