package ofac

import (
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// publication is one of the two sets of files.
type publication struct {
	source                   list.Source
	title, tried             string // see [list.Format]
	main, alt, add, comments string // the files' roles
	designate                func(programs []string, r *remarks) []enduse.Designation
}

var sdn = publication{
	source: list.Source{
		ID: "ofac-sdn", Title: "Specially Designated Nationals and Blocked Persons",
		Publisher: "US Department of the Treasury, Office of Foreign Assets Control",
		URL:       "https://sanctionslist.ofac.treas.gov/Home/SdnList",
		Lists:     []enduse.ListID{"ofac-sdn"},
		// The smallest full edition at hand, of 18 August 2021, has 9,082.
		Floor: 8000,
		Floors: []list.Floor{
			{Since: enduse.Day(2021, 8, 18), Entities: 8440},
			{Since: enduse.Day(2023, 1, 31), Entities: 10700},
			{Since: enduse.Day(2024, 5, 3), Entities: 13900},
			{Since: enduse.Day(2026, 8, 1), Entities: 17800},
		},
	},
	title: "sdn.csv + alt.csv + add.csv + sdn_comments.csv",
	tried: "Aug 2026: 19,181 entities, 20,169 lines of alt.csv, 3,525 more names in the remarks, 21,713 addresses (3,204 of the 24,920 lines of add.csv are null throughout); " +
		"308 editions 2021–2024 (main file)",
	main: "sdn.csv", alt: "alt.csv", add: "add.csv", comments: "sdn_comments.csv",
	designate: designateSDN,
}

var consolidated = publication{
	source: list.Source{
		ID: "ofac-cons", Title: "Consolidated Sanctions List (non-SDN)",
		Publisher: "US Department of the Treasury, Office of Foreign Assets Control",
		URL:       "https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList",
		Lists: []enduse.ListID{
			"ofac-cons", "ofac-ssi", "ofac-cmic", "ofac-mbs", "ofac-capta", "ofac-plc", "ofac-fse",
		},
		// 375 parties on 17 March 2020, 443 on 28 March 2025.
		Floor: 300,
		Floors: []list.Floor{
			{Since: enduse.Day(2025, 3, 28), Entities: 410},
		},
	},
	title: "cons_*.csv", tried: "Dec 2025: 442 entities",
	main: "cons_prim.csv", alt: "cons_alt.csv", add: "cons_add.csv", comments: "cons_comments.csv",
	designate: designateConsolidated,
}

// Formats returns the SDN list and the consolidated list.
func Formats() []list.Format {
	return []list.Format{sdn.format("ofac-sdn-csv"), consolidated.format("ofac-cons-csv")}
}

func (p publication) format(id string) list.Format {
	return list.Format{
		ID:     id,
		Source: p.source,
		Title:  p.title,
		Tried:  p.tried,
		Roles: []list.Role{
			{Name: p.main, Required: true},
			{Name: p.alt, Required: true},
			{Name: p.add, Required: true},
			{Name: p.comments, Required: true},
		},
		Detect: p.detect,
		Read:   p.open, // the files do not say when they were published
	}
}

// open reads a set of files. All but the main one may be missing.
func (p publication) open(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		var files Files
		for _, part := range []struct {
			role string
			file *File
		}{{p.main, &files.Main}, {p.alt, &files.Alt}, {p.add, &files.Add}, {p.comments, &files.Comments}} {
			f, closer, err := openRole(set, part.role)
			if err != nil {
				yield(enduse.Entity{}, err)
				return
			}
			if closer != nil {
				defer closer.Close()
			}
			*part.file = f
		}
		p.read(files)(yield)
	}
}

// openRole opens the file that plays a role, and returns no file if none does.
func openRole(set list.Set, role string) (File, io.Closer, error) {
	files := set.Role(role)
	if len(files) == 0 {
		return File{}, nil, nil
	}
	rc, err := files[0].Open()
	if err != nil {
		return File{}, nil, &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: files[0].Name, Err: err}
	}
	return File{Name: files[0].Name, Reader: rc}, rc, nil
}
