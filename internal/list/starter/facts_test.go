package starter_test

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list/starter"
	"github.com/enduse/enduse/internal/testkit"
)

// TestEveryFactStandsInAnOfficialList looks up each line of the table, field
// by field, in files of the lists that it is taken from.
func TestEveryFactStandsInAnOfficialList(t *testing.T) {
	treasury, commerce := readTreasury(t), readCommerce(t)
	n := 0
	for e, err := range starter.Read() {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if e.List == "ofac-sdn" {
			treasury.check(t, &e)
		} else {
			commerce.check(t, &e)
		}
	}
	t.Logf("%d lines looked up", n)
}

// TestWrongFactsAreFound holds the test above to its purpose.
func TestWrongFactsAreFound(t *testing.T) {
	treasury, commerce := readTreasury(t), readCommerce(t)
	changes := []func(*enduse.Entity){
		func(e *enduse.Entity) { e.ID += "0" },
		func(e *enduse.Entity) { e.Names[0].Text += "X" },
		func(e *enduse.Entity) { e.Names = append(e.Names, enduse.Name{Text: "X"}) },
		func(e *enduse.Entity) { e.Countries = append(e.Countries, "FJ") },
		func(e *enduse.Entity) { e.Addresses = append(e.Addresses, enduse.Address{Text: "X", Country: "FJ"}) },
		func(e *enduse.Entity) {
			e.Identifiers = append(e.Identifiers, enduse.Identifier{Kind: enduse.IDTax, Value: "1", Country: "RU"})
		},
		func(e *enduse.Entity) { e.Nationalities = append(e.Nationalities, "FJ") },
		func(e *enduse.Entity) { e.BirthDates = append(e.BirthDates, enduse.Date{Year: 1900}) },
		func(e *enduse.Entity) { e.Designations[0].Program += "X" },
		func(e *enduse.Entity) { e.Designations[0].Measures = []enduse.Measure{enduse.MeasureTravelBan} },
		func(e *enduse.Entity) { e.Designations[0].Since = &enduse.Date{Year: 1900} },
		func(e *enduse.Entity) { e.Designations[0].Basis += "; 1 FR 1" },
		func(e *enduse.Entity) { e.Designations[0].URL += "0" },
		func(e *enduse.Entity) { e.Schema = enduse.SchemaAircraft },
	}
	wanted := map[enduse.EntityID]bool{"ofac-sdn:49128": true, "bis-el:kalashnikov-concern": true}
	for i, change := range changes {
		for e, err := range starter.Read() {
			if err != nil {
				t.Fatal(err)
			}
			if !wanted[e.ID] || i == 0 && e.List == "bis-el" {
				continue // the Bureau's parties have ids of our own
			}
			change(&e)
			found := &counter{}
			if e.List == "ofac-sdn" {
				treasury.check(found, &e)
			} else {
				commerce.check(found, &e)
			}
			if found.n == 0 {
				t.Errorf("change %d of %s is not found", i, e.ID)
			}
		}
	}
}

// failer is the part of testing.T that the checks need.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

type counter struct{ n int }

func (c *counter) Helper()               {}
func (c *counter) Errorf(string, ...any) { c.n++ }

// treasury holds OFAC's files by the number of the party.
type treasury struct{ main, alt, add map[string][][]string }

func readTreasury(t *testing.T) treasury {
	t.Helper()
	read := func(name string) map[string][][]string {
		out := map[string][][]string{}
		for _, row := range readCSV(t, "ofac", "2026-08", name) {
			for i := range row {
				if row[i] = strings.TrimSpace(row[i]); row[i] == "-0-" {
					row[i] = ""
				}
			}
			out[row[0]] = append(out[row[0]], row)
		}
		return out
	}
	return treasury{main: read("sdn.csv"), alt: read("alt.csv"), add: read("add.csv")}
}

func (f treasury) check(t failer, e *enduse.Entity) {
	t.Helper()
	num := strings.TrimPrefix(string(e.ID), "ofac-sdn:")
	if len(f.main[num]) != 1 {
		t.Errorf("%s is not on the list", e.ID)
		return
	}
	row := f.main[num][0]
	remarks := row[11]
	kinds := map[string][]enduse.Schema{
		"": {enduse.SchemaCompany, enduse.SchemaOrganization}, "individual": {enduse.SchemaPerson}, "vessel": {enduse.SchemaVessel},
	}
	if !slices.Contains(kinds[row[2]], e.Schema) {
		t.Errorf("%s: schema %s, the list has %q", e.ID, e.Schema, row[2])
	}
	f.checkNames(t, e, row[1], f.alt[num], remarks)
	f.checkPlaces(t, e, row, f.add[num])
	programs := regexp.MustCompile(`\] \[|; `).Split(row[3], -1)
	if !slices.Equal(e.Programs(), programs) {
		t.Errorf("%s: programmes %v, the list has %v", e.ID, e.Programs(), programs)
	}
	for _, id := range e.Identifiers {
		if !identified(id, remarks) {
			t.Errorf("%s: %s %s of %q is not in %q", e.ID, id.Kind, id.Value, id.Country, remarks)
		}
	}
	for _, born := range e.BirthDates {
		if !strings.Contains(remarks, "DOB "+printed(born)+";") {
			t.Errorf("%s: born %s, the list has %q", e.ID, born, remarks)
		}
	}
	for _, d := range e.Designations {
		if d.Since != nil || d.Basis != "" || !slices.Equal(d.Measures, []enduse.Measure{enduse.MeasureAssetFreeze}) ||
			d.URL != "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="+num {
			t.Errorf("%s: designation %+v", e.ID, d)
		}
	}
}

func (f treasury) checkNames(t failer, e *enduse.Entity, primary string, alts [][]string, remarks string) {
	t.Helper()
	types := map[enduse.NameKind]string{enduse.NameAlias: "aka", enduse.NameFormer: "fka"}
	for _, n := range e.Names {
		ok := false
		switch n.Kind {
		case enduse.NamePrimary:
			ok = n.Text == primary
		case enduse.NameWeakAlias:
			ok = strings.Contains(remarks, "a.k.a. '"+n.Text+"'")
		case enduse.NameAlias, enduse.NameFormer:
			ok = slices.ContainsFunc(alts, func(row []string) bool { return row[2] == types[n.Kind] && row[3] == n.Text })
		case enduse.NameOriginal:
		}
		if !ok {
			t.Errorf("%s: %s name %q is not on the list", e.ID, n.Kind, n.Text)
		}
	}
}

func (f treasury) checkPlaces(t failer, e *enduse.Entity, row []string, adds [][]string) {
	t.Helper()
	stated := map[enduse.Country]bool{}
	state := func(text string) {
		if c, ok := country.Parse(text); ok {
			stated[c] = true
		}
	}
	state(row[9]) // the flag
	for _, m := range regexp.MustCompile(`nationality ([^;.]+)`).FindAllStringSubmatch(row[11], -1) {
		state(m[1])
	}
	for _, c := range e.Nationalities {
		if !stated[c] {
			t.Errorf("%s: nationality %s is not on the list", e.ID, c)
		}
	}
	for _, a := range adds {
		state(a[4])
		stated["HK"] = stated["HK"] || strings.Contains(a[2]+a[3], "Hong Kong")
	}
	for _, c := range e.Countries {
		if !stated[c] {
			t.Errorf("%s: country %s is not on the list", e.ID, c)
		}
	}
	for _, a := range e.Addresses {
		if !slices.ContainsFunc(adds, func(row []string) bool {
			c, _ := country.Parse(row[4])
			if strings.Contains(row[2]+row[3], "Hong Kong") {
				c = "HK"
			}
			return a.Street == row[2] && a.City == row[3] && a.Country == c
		}) {
			t.Errorf("%s: address %s is not on the list", e.ID, a)
		}
	}
}

// labels are OFAC's words for the kinds of the table.
var labels = map[enduse.IdentifierKind]string{
	enduse.IDINN:          `Tax ID No\.`,
	enduse.IDTax:          `Tax ID No\.`,
	enduse.IDOGRN:         `(?:Business )?Registration (?:Number|ID)`,
	enduse.IDOKPO:         `Government Gazette Number`,
	enduse.IDUSCC:         `Unified Social Credit Code \(USCC\)`,
	enduse.IDIMO:          `Vessel Registration Identification IMO`,
	enduse.IDMMSI:         `MMSI`,
	enduse.IDBIC:          `SWIFT/BIC`,
	enduse.IDLEI:          `Legal Entity Number`,
	enduse.IDPassport:     `Passport`,
	enduse.IDNational:     `(?:National ID No\.|Identification Number)`,
	enduse.IDWallet:       `Digital Currency Address - ETH`,
	enduse.IDRegistration: `(?:[A-Za-z ]*(?:Number|ID|Comm\. No\.|\(CBLS\))|C\.R\. No\.|Trade License No\.)`,
}

// identified reports whether the remarks hold a number under one of the words
// for its kind, and its country behind it.
func identified(id enduse.Identifier, remarks string) bool {
	pattern := `(?:^|; )(?:alt\. )?` + labels[id.Kind] + ` ` + regexp.QuoteMeta(id.Value) + `(?: \(([^)]*)\))?(?:[;.]| issued| expires)`
	m := regexp.MustCompile(pattern).FindStringSubmatch(remarks)
	if m == nil || labels[id.Kind] == "" {
		return false
	}
	of, _ := country.Parse(m[1])
	return id.Country == of
}

// printed writes a date as OFAC does.
func printed(d enduse.Date) string {
	switch d.Precision() {
	case enduse.PrecisionDay:
		return d.First().Format("02 Jan 2006")
	case enduse.PrecisionMonth:
		return d.First().Format("Jan 2006")
	case enduse.PrecisionNone, enduse.PrecisionYear, enduse.PrecisionRange:
	}
	return d.First().Format("2006")
}

func readCSV(t *testing.T, path ...string) [][]string {
	t.Helper()
	f, err := os.Open(testkit.Data(t, path...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(rows, func(row []string) bool { return len(row) < 3 })
}

// party is a line of the Consolidated Screening List.
type party struct {
	Name      string   `json:"name"`
	AltNames  []string `json:"alt_names"`
	Source    string   `json:"source"`
	Countries []string `json:"countries"`
	Notice    string   `json:"federal_register_notice"`
	URL       string   `json:"source_list_url"`
	addresses string
	start     string
}

// commerce holds the Bureau's parties by list and name: as they stood on 31
// July 2026, with addresses and dates from the file of November 2023.
type commerce map[string]party

// bureaus say which list of the file is which legal list, and where it stands
// in the regulations.
var bureaus = map[enduse.ListID]struct {
	source, supplement string
	measure            enduse.Measure
}{
	"bis-el":  {"Entity List (EL) - Bureau of Industry and Security", "4", enduse.MeasureExportLicence},
	"bis-meu": {"Military End User (MEU) List - Bureau of Industry and Security", "7", enduse.MeasureExportLicence},
	"bis-uvl": {"Unverified List (UVL) - Bureau of Industry and Security", "6", enduse.MeasureRedFlag},
}

func readCommerce(t *testing.T) commerce {
	t.Helper()
	f, err := os.Open(testkit.Data(t, "us_csl_ccl", "csl_2026-07-31_flat.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := commerce{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var p party
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if key := p.Source + p.key(); out[key].Name == "" {
			out[key] = p
		}
	}
	rows := readCSV(t, "us_csl_ccl", "csl_official_format_2023-11-30_partial.csv")
	for _, row := range rows[1:] {
		if len(row) < 10 {
			continue // the header, cut off, stands in the file twice
		}
		key := row[1] + (&party{Name: row[5]}).key()
		if p, ok := out[key]; ok && p.addresses == "" {
			p.addresses, p.start = squeeze(row[7]), row[9]
			out[key] = p
		}
	}
	return out
}

func (p *party) key() string { return strings.TrimRight(squeeze(p.Name), ", ") }

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func (f commerce) check(t failer, e *enduse.Entity) {
	t.Helper()
	is := bureaus[e.List]
	p, ok := f[is.source+e.Names[0].Text]
	if !ok {
		t.Errorf("%s: %q is not on the list", e.ID, e.Names[0].Text)
		return
	}
	if e.Schema != enduse.SchemaCompany && e.Schema != enduse.SchemaOrganization {
		t.Errorf("%s: schema %s", e.ID, e.Schema)
	}
	var aliases []string
	for _, a := range p.AltNames {
		aliases = append(aliases, strings.Split(squeeze(a), ";")...)
	}
	if m := regexp.MustCompile(`^(.*?),? \((\w+)\)$`).FindStringSubmatch(p.key()); m != nil {
		aliases = append(aliases, m[1:]...) // "Name (NAME)"
	}
	for _, n := range e.Names[1:] {
		if n.Kind != enduse.NameAlias || !slices.Contains(aliases, n.Text) {
			t.Errorf("%s: %s name %q is not on the list", e.ID, n.Kind, n.Text)
		}
	}
	for _, c := range e.Countries {
		if !slices.Contains(p.Countries, string(c)) && (c != "HK" || !strings.Contains(p.addresses, "Hong Kong")) {
			t.Errorf("%s: country %s is not on the list", e.ID, c)
		}
	}
	for _, a := range e.Addresses {
		text := regexp.QuoteMeta(a.Text) + `,? *,? ` + string(a.Country) + `(;|$)`
		if a.Country == "HK" && strings.Contains(a.Text, "Hong Kong") {
			text = regexp.QuoteMeta(a.Text) + `,? *,? (HK|CN)(;|$)`
		}
		if !regexp.MustCompile(text).MatchString(p.addresses) {
			t.Errorf("%s: address %s is not in %q", e.ID, a, p.addresses)
		}
	}
	if len(e.Identifiers)+len(e.BirthDates)+len(e.Nationalities) > 0 {
		t.Errorf("%s: the list gives neither identifiers nor birth dates nor nationalities", e.ID)
	}
	for _, d := range e.Designations {
		f.checkDesignation(t, e, d, p)
	}
}

func (f commerce) checkDesignation(t failer, e *enduse.Entity, d enduse.Designation, p party) {
	t.Helper()
	is := bureaus[e.List]
	if d.Program != "" || d.URL != p.URL || !slices.Equal(d.Measures, []enduse.Measure{is.measure}) {
		t.Errorf("%s: designation %+v", e.ID, d)
	}
	if d.Since != nil && d.Since.String() != p.start {
		t.Errorf("%s: since %s, the list has %q", e.ID, d.Since, p.start)
	}
	basis := strings.Split(d.Basis, "; ")
	if basis[0] != "15 CFR part 744, supplement no. "+is.supplement || !strings.Contains(p.URL, "supplement-"+is.supplement+"-744") {
		t.Errorf("%s: basis %q", e.ID, d.Basis)
	}
	for _, notice := range basis[1:] {
		if !strings.Contains(squeeze(p.Notice), notice) {
			t.Errorf("%s: notice %q, the list has %q", e.ID, notice, p.Notice)
		}
	}
}
