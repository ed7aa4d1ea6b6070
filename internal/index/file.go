package index

import (
	"context"
	"fmt"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/sectionfile"
)

// Kind is what the files of this package are called in their header.
const Kind = "enduse index"

// Version is of the arrays in a file, and of everything that decides what
// is in them: how names are analysed, when two words are similar. A file of
// another version is made again.
//
//	1  November 2026  the first
//	2  November 2026  of each entity, the part that it came with and a digest
//	3  November 2026  records are compressed
//	4  November 2026  weights by word, not by posting; initials have keys
//	5  November 2026  half of a hash as key, half of a weight; no signatures of terms
//	6  November 2026  neighbours written as one have their own dictionary; lengths of readings
//	7  November 2026  names have keys of their letters, their words and their core
const Version = 7

// section is an array of an index under its name in a file.
type section struct {
	name  string
	array any // *[]byte, *[]uint32, ...
}

// sections are all arrays of an index, with the records of its entities.
func (x *Index) sections(records *records) []section {
	var out []section
	add := func(at string, array any) { out = append(out, section{at, array}) }
	addTexts := func(at string, t *texts) {
		add(at+".bytes", &t.bytes)
		add(at+".starts", &t.starts)
	}
	addKeyed := func(at string, k *keyed) {
		add(at+".directory", &k.directory)
		add(at+".keys", &k.keys)
		add(at+".starts", &k.starts)
		add(at+".ids", &k.ids)
	}
	addPostings := func(at string, p *postings) {
		add(at+".all", &p.all)
		add(at+".starts", &p.starts)
	}
	addTerms := func(at string, t *terms) {
		addTexts(at+".texts", &t.texts)
		addKeyed(at+".pieces", &t.pieces.keyed)
		add(at+".pieces.folds", &t.pieces.folds)
		addPostings(at+".postings", &t.postings)
		add(at+".weights", &t.weights)
	}
	addLexicon := func(at string, l *lexicon) {
		addTexts(at+".texts", &l.texts)
		addTexts(at+".raws", &l.raws)
		addKeyed(at+".skeletons", &l.skeletons)
		addPostings(at+".postings", &l.postings)
		add(at+".weights", &l.weights)
	}
	addTexts("entities.ids", &x.entities.ids)
	addTexts("entities.records", &records.blocks)
	add("entities.records.first", &records.first)
	add("names.first", &x.names.first)
	add("names.entity", &x.names.entity)
	addTexts("names.texts", &x.names.texts)
	add("names.facts", &x.names.facts)
	addTerms("words", &x.words)
	addTerms("joins", &x.joins)
	addKeyed("sounds", &x.sounds.names)
	add("sounds.weights", &x.sounds.weights)
	addKeyed("identifiers", &x.identifiers)
	addKeyed("keys", &x.keys)
	add("places.entity", &x.places.entity)
	addTexts("places.texts", &x.places.texts)
	addLexicon("latin", &x.cross.latin)
	addLexicon("foreign", &x.cross.foreign)
	add("foreign.spans", &x.cross.foreign.spans)
	addLexicon("joined", &x.cross.joined)
	addLexicon("whole", &x.cross.whole)
	return append(out, x.origins.sections()...)
}

// Write writes an index that Build made to a file. It never leaves an incomplete file.
func (x *Index) Write(path string) error {
	records, err := x.entities.packed()
	if err != nil {
		return err
	}
	w, err := sectionfile.Create(path, Kind, Version)
	if err != nil {
		return err
	}
	defer w.Discard()
	for _, s := range x.sections(&records) {
		if err := w.Add(s.name, bytesOf(s.array)); err != nil {
			return err
		}
	}
	return w.Commit()
}

func bytesOf(array any) []byte {
	switch a := array.(type) {
	case *[]byte:
		return *a
	case *[]uint32:
		return sectionfile.Bytes(*a)
	case *[]int32:
		return sectionfile.Bytes(*a)
	case *[]uint64:
		return sectionfile.Bytes(*a)
	case *[]float32:
		return sectionfile.Bytes(*a)
	case *[]atLeast:
		return sectionfile.Bytes(*a)
	case *[]letterSpan:
		return sectionfile.Bytes(*a)
	}
	panic(fmt.Sprintf("index: no section is a %T", array))
}

// Open maps an index that Write wrote. It refuses an incomplete or damaged file.
func Open(ctx context.Context, path string) (*Index, error) {
	x, err := Map(path)
	if err != nil {
		return nil, err
	}
	if err := x.Verify(ctx); err != nil {
		_ = x.Close()
		return nil, err
	}
	return x, nil
}

// Map is Open without reading the file, in the same time for any size: nothing
// may be asked of the index before Verify has found it whole.
func Map(path string) (*Index, error) {
	f, err := sectionfile.Open(path, Kind, Version)
	if err != nil {
		return nil, err
	}
	x := &Index{}
	for _, s := range x.sections(&x.entities.records) {
		if err := read(f, s); err != nil {
			_ = f.Close()
			return nil, err
		}
	}
	x.entities.ready()
	for _, g := range []*lexicon{&x.cross.latin, &x.cross.foreign, &x.cross.joined, &x.cross.whole} {
		g.words = newLazy[name.Token](g.texts.len())
	}
	x.ready()
	x.file = f
	return x, nil
}

// Verify reads the whole file, on all cores, and holds it against its checksums.
// An index in memory is whole.
func (x *Index) Verify(ctx context.Context) error {
	if x.file == nil {
		return nil
	}
	return x.file.Verify(ctx)
}

func read(f *sectionfile.File, s section) error {
	b, err := f.Unverified(s.name)
	if err != nil {
		return err
	}
	switch a := s.array.(type) {
	case *[]byte:
		*a = b
	case *[]uint32:
		*a, err = sectionfile.View[uint32](b)
	case *[]int32:
		*a, err = sectionfile.View[int32](b)
	case *[]uint64:
		*a, err = sectionfile.View[uint64](b)
	case *[]float32:
		*a, err = sectionfile.View[float32](b)
	case *[]atLeast:
		*a, err = sectionfile.View[atLeast](b)
	case *[]letterSpan:
		*a, err = sectionfile.View[letterSpan](b)
	}
	if err != nil {
		return fmt.Errorf("index: section %q: %w: %w", s.name, sectionfile.ErrCorrupt, err)
	}
	return nil
}

// Close gives the file back. Nothing that the index handed out may be used
// afterwards. An index in memory has none.
func (x *Index) Close() error {
	if x.file == nil {
		return nil
	}
	return x.file.Close()
}
