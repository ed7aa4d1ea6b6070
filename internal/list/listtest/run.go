package listtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/testkit"
)

// Fixture is an edition in a format, typed by hand, with what is expected of it.
type Fixture struct {
	Golden    string       // the file of testdata that holds its entities; "" to compare none
	Name      string       // the name of the main file in messages; "" is that of its role
	Files     []string     // the texts of the files, in the order of the format's roles
	Faults    []string     // the faults and warnings that it gives
	Published *enduse.Date // its date of publication; nil if it does not say
	Malformed []Case       // texts in place of the main file
	Foreign   []string     // texts that are not in this format
	// OpenEnd says that a cut inside the last cell of a row cannot be seen, as in a
	// table without quotes whose last line need not end.
	OpenEnd bool
}

// Case is a malformed file and what is read of it.
type Case struct {
	Name, Text string
	Entities   int
	Faults     []string // of records, and warnings
	Fatal      string   // a part of the error that ends the reading; "" for no error
}

// Bad returns a case. The faults and the fatal error are as in [Case].
func Bad(name, text string, entities int, faults []string, fatal string) Case {
	return Case{Name: name, Text: text, Entities: entities, Faults: faults, Fatal: fatal}
}

// Run tests a format on fixtures. In a test it checks that each is recognised,
// gives the entities of its golden file, is never taken to be whole when it is cut
// anywhere but between two lines, and that malformed texts are read as stated.
// In a fuzz test it adds the fixtures to the corpus and fuzzes.
//
//	func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture) }
//	func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture) }
func Run(tb testing.TB, f list.Format, fixtures ...Fixture) {
	tb.Helper()
	if fuzz, ok := tb.(*testing.F); ok {
		runFuzz(fuzz, f, fixtures)
		return
	}
	t, ok := tb.(*testing.T)
	if !ok {
		tb.Fatal("a format is run in a test or a fuzz test")
	}
	t.Run(f.ID+" without a file", func(t *testing.T) {
		if _, _, fatal := Collect(t, f.Read(nil)); f.Roles[0].Required && !f.Roles[0].Many && enduse.CodeOf(fatal) != enduse.CodeNotFound {
			t.Errorf("got %v, want an error with code %s", fatal, enduse.CodeNotFound)
		}
	})
	for _, x := range fixtures {
		for name, check := range map[string]func(*testing.T, list.Format){
			"detect": x.detect, "golden": x.golden, "published": x.published, "cut": x.cut, "damaged": x.damaged, "stopped": x.stopped, "malformed": x.malformed,
		} {
			t.Run(f.ID+" "+name, func(t *testing.T) { check(t, f) })
		}
	}
}

// set returns the files of the fixture, one of them replaced.
func (x *Fixture) set(f list.Format, replaced int, text string) (out list.Set) {
	for i, content := range x.Files {
		if i == replaced {
			content = text
		}
		name := f.Roles[i].Name
		if i == 0 && x.Name != "" {
			name = x.Name
		}
		out = append(out, list.File{Name: name, Role: f.Roles[i].Name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }})
	}
	return out
}

func (x *Fixture) whole(f list.Format) list.Set { return x.set(f, -1, "") }

func (x *Fixture) detect(t *testing.T, f list.Format) {
	t.Helper()
	head := func(name, text string) list.Head {
		h, err := list.ReadHead(name, strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	for i, text := range x.Files {
		if got, want := f.Detect(head("any", text)), f.Roles[i].Name; i == 0 && got != want {
			t.Errorf("%.40q: got role %q, want %q", text, got, want)
		}
	}
	for _, text := range append(x.Foreign, "", "1,2,3\n", "a;b\n1;2\n", "<html></html>", "{}", "[]", strings.Repeat("x", 100), "# a text about lists\n") {
		if got := f.Detect(head("any", text)); got != "" {
			t.Errorf("%.40q: got role %q", text, got)
		}
	}
}

func (x *Fixture) golden(t *testing.T, f list.Format) {
	t.Helper()
	entities, faults, fatal := Collect(t, f.Read(x.whole(f)))
	if fatal != nil || !slices.Equal(faults, x.Faults) {
		t.Errorf("faults %q, want %q; fatal: %v", faults, x.Faults, fatal)
	}
	if x.Golden != "" {
		testkit.Golden(t, x.Golden, JSON(t, entities))
	}
}

func (x *Fixture) published(t *testing.T, f list.Format) {
	t.Helper()
	var got *enduse.Date
	if f.Published != nil {
		got = f.Published(x.whole(f))
	}
	if (got == nil) != (x.Published == nil) || got != nil && *got != *x.Published {
		t.Errorf("published %v, want %v", got, x.Published)
	}
}

// maxCuts is how many places of a file are cut; of a longer one, a sample and
// each of the last bytes.
const maxCuts, lastBytes = 250, 48

// cut cuts each file at every byte, or at a sample of them. What is left gives no
// entity, or gives a fault, a warning or an error, unless it ends with a line.
func (x *Fixture) cut(t *testing.T, f list.Format) {
	t.Helper()
	for i, text := range x.Files {
		sound := len(strings.TrimRight(text, " \t\r\n\x1a"))
		most := maxCuts
		if testing.Short() || packed(f) { // each cut of what is packed costs more
			most /= 5
		}
		step := max(1, sound/most)
		for at := range sound {
			if at%step != 0 && at < sound-lastBytes || x.unseen(text, at) {
				continue
			}
			set := x.set(f, i, text[:at])
			Check(t, f, set)
			entities, faults, fatal := Collect(t, f.Read(set))
			isNew := func(fault string) bool { return !slices.Contains(x.Faults, fault) }
			if fatal == nil && len(entities) > 0 && !slices.ContainsFunc(faults, isNew) {
				t.Fatalf("%s cut at byte %d of %d looks whole: %q", f.Roles[i].Name, at, len(text), text[max(0, at-60):at])
			}
		}
	}
}

// packed reports whether the main file is compressed.
func packed(f list.Format) bool {
	name := f.Roles[0].Name
	return strings.HasSuffix(name, ".xlsx") || strings.HasSuffix(name, ".ods")
}

// unseen reports whether a cut of a file of lines cannot be seen: it is at the end
// of a line, or cuts off nothing but an empty last cell.
func (x *Fixture) unseen(text string, at int) bool {
	if text[0] == '<' || strings.HasPrefix(text, "PK\x03\x04") || json.Valid([]byte(text)) {
		return false
	}
	rest, _, _ := strings.Cut(text[at:], "\n")
	if x.OpenEnd && !strings.ContainsAny(rest, ",;\t") {
		return true
	}
	return at > 0 && (text[at-1] == '\n' || strings.Trim(rest, "\"\r") == "")
}

// damaged changes each file at random and reads it.
func (x *Fixture) damaged(t *testing.T, f list.Format) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2)) // #nosec G404 -- the same damage each time
	for i, text := range x.Files {
		for range 100 {
			b := []byte(text)
			from := r.IntN(len(b) + 1)
			to := min(len(b), from+r.IntN(40))
			switch r.IntN(4) {
			case 0:
				b = slices.Delete(b, from, to)
			case 1:
				b = slices.Insert(b, from, bytes.Clone(b[from:to])...)
			case 2:
				b = slices.Insert(b, from, []byte("\"'<>&;,\x00\xff\n\r{}[]")[r.IntN(15)])
			default:
				b = slices.Insert(b, from, b[:to]...)
			}
			Check(t, f, x.set(f, i, string(b)))
		}
	}
}

// stopped reads one record only.
func (x *Fixture) stopped(t *testing.T, f list.Format) {
	t.Helper()
	n := 0
	f.Read(x.whole(f))(func(enduse.Entity, error) bool {
		n++
		return false // a yield after this is counted
	})
	if n != 1 {
		t.Errorf("%d records", n)
	}
}

func (x *Fixture) malformed(t *testing.T, f list.Format) {
	t.Helper()
	for _, c := range x.Malformed {
		t.Run(c.Name, func(t *testing.T) {
			set := x.set(f, 0, c.Text)
			Check(t, f, set)
			entities, faults, fatal := Collect(t, f.Read(set))
			if len(entities) != c.Entities || !slices.Equal(faults, c.Faults) {
				t.Errorf("%d entities, want %d; faults %q, want %q", len(entities), c.Entities, faults, c.Faults)
			}
			if (fatal != nil) != (c.Fatal != "") || fatal != nil && (!strings.Contains(fatal.Error(), c.Fatal) || enduse.HintOf(fatal) == "") {
				t.Errorf("fatal: %v (hint %q), want %q and a hint", fatal, enduse.HintOf(fatal), c.Fatal)
			}
		})
	}
}

// Check reads a set and fails if an entity is not valid, a fault has no place,
// something follows a fatal error, or there is more than the files can hold.
func Check(t testing.TB, f list.Format, set list.Set) {
	t.Helper()
	size := 2
	for _, file := range set {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		size += len(b)
	}
	if packed(f) {
		size *= 1000
	}
	n, fatal := 0, false
	for e, err := range f.Read(set) {
		if n++; n > size || fatal {
			t.Fatal("more records than bytes, or something after a fatal error")
		}
		var bad *enduse.RecordError
		var warn *list.Warning
		switch {
		case err == nil:
			if err := e.Validate(); err != nil {
				t.Error(err)
			}
		case errors.As(err, &bad):
			if bad.Line == 0 || bad.File == "" {
				t.Errorf("a fault without a place: %v", err)
			}
		case !errors.As(err, &warn):
			fatal = true
		}
	}
}

// runFuzz fuzzes one file of a fixture at a time; the others stay as they are.
func runFuzz(f *testing.F, format list.Format, fixtures []Fixture) {
	f.Helper()
	for i, x := range fixtures {
		f.Add(i, 0, []byte(x.Files[0]))
		for _, c := range x.Malformed {
			if len(c.Text) < 1<<16 {
				f.Add(i, 0, []byte(c.Text))
			}
		}
		for n, text := range x.Files {
			f.Add(i, n, []byte(text[:len(text)/2]))
		}
	}
	f.Fuzz(func(t *testing.T, fixture, file int, text []byte) {
		if fixture < 0 || fixture >= len(fixtures) || file < 0 || file >= len(fixtures[fixture].Files) {
			return
		}
		Check(t, format, fixtures[fixture].set(format, file, string(text)))
	})
}
