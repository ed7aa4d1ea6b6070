package refdata

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/table"
)

//go:embed data
var data embed.FS

// embedded reads a table that comes with the program; what is wrong with one is a fault
// of the program, and the tests find it.
func embedded(name string, row func(table.Row) error) error {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	t, err := table.Open(name, bytes.NewReader(b), table.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = t.Close() }()
	for r, err := range t.Rows() {
		if err == nil {
			err = row(r)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, r.Line, err)
		}
	}
	return nil
}

// controlLists reads packs.yaml and the entries that come with the program.
func controlLists() ([]*goods.ControlList, error) {
	b, err := data.ReadFile("data/packs.yaml")
	if err != nil {
		return nil, err
	}
	var file struct {
		EU    []enduse.Country     `yaml:"eu"` // named once, used in several places
		Packs []*goods.ControlList `yaml:"packs"`
	}
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("packs.yaml: %w", err)
	}
	for _, p := range file.Packs {
		if err := entries(p); err != nil {
			return nil, err
		}
	}
	return file.Packs, nil
}

// entries reads those of a list that has some.
func entries(p *goods.ControlList) error {
	p.Entries = []goods.Entry{}
	if _, err := fs.Stat(data, "data/"+p.ID+".csv"); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := embedded(p.ID+".csv", func(r table.Row) error {
		e, err := entryOf(columnsOf(listFields, nil), r)
		p.Entries = append(p.Entries, e)
		return err
	})
	p.Digest, p.Source = digestOf(p.Entries), "comes with the program"
	return err
}

func concordance() (pairs []goods.Correlation, err error) {
	err = embedded("concordance.csv", func(r table.Row) error {
		pairs = append(pairs, goods.Correlation{
			HS2017: r.Get("hs2017"), HS2022: r.Get("hs2022"), Relation: goods.Relation(r.Get("relation")), Citation: r.Get("citation"),
		})
		return nil
	})
	return pairs, err
}

func lexicon() (*goods.Lexicon, error) {
	var terms []goods.Term
	err := embedded("lexicon.csv", func(r table.Row) error {
		codes, err := goods.ParseCodes(r.Get("codes"))
		t := goods.Term{Name: r.Get("name"), Codes: codes, Controls: strings.Fields(r.Get("controls")), Not: strings.Fields(r.Get("not"))}
		for _, language := range []string{"en", "es", "ru", "zh"} {
			for phrase := range strings.SplitSeq(r.Get(language), "|") {
				if phrase = strings.TrimSpace(phrase); phrase != "" {
					t.Phrases = append(t.Phrases, phrase)
				}
			}
		}
		terms = append(terms, t)
		return err
	})
	if err != nil {
		return nil, err
	}
	return goods.NewLexicon(terms)
}

func parts() (*goods.Families, error) {
	var families []goods.Family
	err := embedded("parts.csv", func(r table.Row) error {
		codes, err := goods.ParseCodes(r.Get("codes"))
		var makers []string
		for m := range strings.SplitSeq(r.Get("makers"), "|") {
			if m != "" {
				makers = append(makers, m)
			}
		}
		families = append(families, goods.Family{Pattern: r.Get("pattern"), Makers: makers, What: r.Get("what"), Codes: codes})
		return err
	})
	if err != nil {
		return nil, err
	}
	return goods.NewFamilies(families)
}
