package table_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// isHeader knows the headers of these tests.
func isHeader(cells []string) bool { return slices.Contains(cells, "name") }

// dump writes rows as "line: cell|cell" and errors as "line! message".
func dump(t *testing.T, in io.Reader, opts table.Options) (*table.Table, []string) {
	t.Helper()
	tab, err := table.Open("file", in, opts)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { _ = tab.Close() })
	var out []string
	for row, err := range tab.Rows() {
		var bad *enduse.RecordError
		switch {
		case errors.As(err, &bad):
			out = append(out, fmt.Sprintf("%d! %v", bad.Line, bad.Err))
		case err != nil:
			out = append(out, "fatal "+err.Error())
		default:
			var cells []string
			for _, c := range row.Columns() {
				cells = append(cells, strings.Join(row.Values(c), "+"))
			}
			out = append(out, fmt.Sprintf("%d: %s", row.Line, strings.Join(cells, "|")))
		}
	}
	return tab, out
}

func TestText(t *testing.T) {
	tests := []struct {
		name, in string
		opts     table.Options
		kind     table.Kind
		notes    []string
		want     []string
	}{
		{"comma", "name,country\nAcme,AE\n", table.Options{}, table.CSV, nil, []string{"2: Acme|AE"}},
		{"semicolon, CRLF, mark", "\ufeffname;country\r\nAcme, Ltd;AE\r\n", table.Options{}, table.CSV, []string{"semicolon-separated"}, []string{"2: Acme, Ltd|AE"}},
		{"tab", "name\tcountry\nA\tB\n", table.Options{}, table.CSV, []string{"tab-separated"}, []string{"2: A|B"}},
		{"pipe", "name|country\nA|B\n", table.Options{}, table.CSV, []string{"pipe-separated"}, []string{"2: A|B"}},
		{"old Mac", "name,country\rA,B\rC,D\r", table.Options{}, table.CSV, nil, []string{"2: A|B", "3: C|D"}},
		{"sep line", "sep=;\nname;country\nA;B\n", table.Options{IsHeader: isHeader}, table.CSV, []string{"semicolon-separated"}, []string{"3: A|B"}},
		{"one column with commas", "name\nAcme, Inc.\nBeta, LLC\n", table.Options{IsHeader: isHeader}, table.CSV, []string{"one column"}, []string{"2: Acme, Inc.", "3: Beta, LLC"}},
		{
			"title rows", "Partners of 2026;;\n;;\nname;country;city\nA;B;C\n",
			table.Options{IsHeader: isHeader},
			table.CSV,
			[]string{"semicolon-separated", "header in row 3; skipped above it: 1 row"},
			[]string{"4: A|B|C"},
		},
		{
			"data above the header", "A;B;C\nPartners of 2026;;\nname;country;city\nD;E;F\n",
			table.Options{IsHeader: isHeader},
			table.CSV,
			[]string{"semicolon-separated", "header in row 3; skipped above it: 2 rows"},
			[]string{"1! the row is above the header in row 3 and was not read", "4: D|E|F"},
		},
		{
			"a name that could be a header", "A\nname\nB\n",
			table.Options{IsHeader: isHeader},
			table.CSV,
			[]string{"one column"},
			[]string{"1: A", "2: name", "3: B"},
		},
		{"blank rows", "name,country\n\n,\nA,B\n\n", table.Options{}, table.CSV, nil, []string{"4: A|B"}},
		{"cell over lines", "name,note\n\"A\",\"one\ntwo\"\nB,x\n", table.Options{}, table.CSV, nil, []string{"2: A|one\ntwo", "4: B|x"}},
		{"quote twice", "name,note\n\"A \"\"B\"\"\",x\n", table.Options{}, table.CSV, nil, []string{`2: A "B"|x`}},
		{"bare quote", "name,size\nPipe 5\",x\n", table.Options{}, table.CSV, nil, []string{`2: Pipe 5"|x`}},
		{
			"ragged", "name,country\nA\nB,C,D\nE,F,\nG,H\n",
			table.Options{IsHeader: isHeader},
			table.CSV, nil,
			[]string{"2! the row has 1 cells, the header has 2", "3! the row has 3 cells, the header has 2", "4: E|F", "5: G|H"},
		},
		{
			"open quote", "name,country\n\"A,B\nC,D\nE,F\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2! a quote is opened and never closed", "3: C|D", "4: E|F"},
		},
		{
			"open quote, closed by another row's", "name,country\n\"A,B\nC,\"D\"\nE,F\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2! cell 1: text after the closing quote", "3: C|D", "4: E|F"},
		},
		{
			"open quote that takes in whole rows", "name,country\n\"A,B\nC,D\n\"E\",F\nG,H\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2! cell 1: text after the closing quote", "3: C|D", "4: E|F", "5: G|H"},
		},
		{
			"open quote in the last cell", "name,country\nA,\"B\nC,\"\nE,F\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2: A|B\nC,", "4: E|F"},
		},
		{
			"open quote that makes a row too long", "name,country,city\nA,\"B,x\nC,D\",y,z\nE,F,G\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2! a quote is opened and never closed", "3! the row has 4 cells, the header has 3", "4: E|F|G"},
		},
		{
			"text after quote", "name,country\n\"A\"x,B\nC,D\n",
			table.Options{},
			table.CSV, nil,
			[]string{"2! cell 1: text after the closing quote", "3: C|D"},
		},
		{
			"bad UTF-8 amid good", "name,country\n" + strings.Repeat("Société,FR\n", 50) + "B\xff,C\nD,E\n",
			table.Options{},
			table.CSV, nil,
			append(slices.Collect(func(y func(string) bool) {
				for i := range 50 {
					if !y(fmt.Sprintf("%d: Société|FR", i+2)) {
						return
					}
				}
			}), "52! cell 1 is not valid UTF-8", "53: D|E"),
		},
		{"stated columns", "A;B\nC;D\n", table.Options{Columns: []string{"name", "city"}, IsHeader: isHeader}, table.CSV, []string{"semicolon-separated"}, []string{"1: A|B", "2: C|D"}},
		{"no header", "A;B\nC;D\n", table.Options{IsHeader: isHeader}, table.CSV, []string{"semicolon-separated"}, []string{"1: A|B", "2: C|D"}},
		{"same name twice", "name,alias,alias\nA,b,c\n", table.Options{}, table.CSV, nil, []string{"2: A|b+c|b+c"}},
		{"json array", `[{"name":"A","x":{"y":[1,"z"],"n":null}},{"name":"B","new":true}]`, table.Options{}, table.JSON, nil, []string{"1: A|1+z|", "2: B|true"}},
		{"json array, one element of another kind", `[{"name":"A"}, 7, {"name":"B"}]`, table.Options{}, table.JSON, nil, []string{"1: A", "2! not an object", "3: B"}},
		{
			"json array cut off", `[{"name":"A"}, {"name":"B`,
			table.Options{},
			table.JSON, nil,
			[]string{"1: A", "fatal file: broken JSON at element 2: unexpected EOF"},
		},
		{"json around an array", "{\n\"date\":\"2026\",\"rows\":[{\"name\":\"A\"}]}", table.Options{}, table.JSON, []string{"rows taken from rows", "not read next to them: date"}, []string{"1: A"}},
		{
			"json record", `{"id":"1","parties":[{"name":"A"},{"name":"B"}]}`,
			table.Options{IsRecord: func(k []string) bool { return slices.Contains(k, "parties") }},
			table.JSON, nil,
			[]string{"1: 1|A+B"},
		},
		{
			"ndjson", "{\"name\":\"A\"}\n\n{\"name\":\nnot json\n{\"name\":\"B\"}",
			table.Options{},
			table.NDJSON, nil,
			[]string{"1: A", "3! broken JSON", "4! broken JSON", "5: B"},
		},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			tab, got := dump(t, strings.NewReader(tc.in), tc.opts)
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
			if tab.Kind() != tc.kind {
				t.Errorf("kind %q, want %q", tab.Kind(), tc.kind)
			}
			if diff := cmp.Diff(tc.notes, tab.Notes()); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHasHeader(t *testing.T) {
	for in, want := range map[string]bool{"name,x\nA,B\n": true, "A,B\nC,D\n": false, `[{"a":"b"}]`: true} {
		tab, _ := dump(t, strings.NewReader(in), table.Options{IsHeader: isHeader})
		if tab.HasHeader() != want {
			t.Errorf("%q: HasHeader is %v", in, tab.HasHeader())
		}
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct {
		enc  encoding.Encoding
		note string
		rows []string // without the header
	}{
		{charmap.Windows1251, "read as windows-1251", []string{"ООО Ромашка;РФ", "РОССИЯ;Москва"}},
		{charmap.Windows1251, "read as windows-1251", []string{"АО \"НИИ\" Электрон;Россия, г. Санкт-Петербург"}},
		{charmap.KOI8R, "read as koi8-r", []string{"ООО Ромашка;РФ", "Закрытое акционерное общество;Москва"}},
		{charmap.Windows1252, "read as windows-1252", []string{"Société Générale;Orléans", "Müller & Söhne;Köln"}},
		{charmap.Windows1254, "read as windows-1254", []string{"Örnek Ticaret Şirketi;İstanbul", "Doğan Sanayi;Beyoğlu"}},
		{simplifiedchinese.GB18030, "read as gb18030", []string{"深圳市示例电子有限公司;中国广东省", "北京示例科技有限公司;北京"}},
		{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "read as utf-16le", []string{"Ромашка;深圳"}},
		{unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "read as utf-16be", []string{"Ромашка;深圳"}},
		{unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "read as utf-16le", []string{"Acme Trading;Dubai"}},
		{encoding.Nop, "", []string{"Ромашка;深圳"}},
	}
	for _, tc := range tests {
		text := "name;city\n" + strings.Repeat("Plain Ltd;Here\n", 3) + strings.Join(tc.rows, "\n") + "\n"
		raw, err := tc.enc.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		tab, got := dump(t, strings.NewReader(raw), table.Options{})
		for i, row := range tc.rows {
			if want := fmt.Sprintf("%d: %s", i+5, strings.ReplaceAll(row, ";", "|")); got[i+3] != want {
				t.Errorf("%s: got %q, want %q", tc.note, got[i+3], want)
			}
		}
		if tc.note != "" && !slices.Contains(tab.Notes(), tc.note) {
			t.Errorf("notes %q lack %q", tab.Notes(), tc.note)
		}
	}
}

// TestLateEncoding has its first letter outside ASCII far behind the first
// bytes that are looked at.
func TestLateEncoding(t *testing.T) {
	raw, _ := charmap.Windows1251.NewEncoder().String("name;city\n" + strings.Repeat("Plain Ltd;Here\n", 20000) + "Ромашка;Москва\n")
	_, got := dump(t, strings.NewReader(raw), table.Options{})
	if last := got[len(got)-1]; last != "20002: Ромашка|Москва" {
		t.Errorf("got %q", last)
	}
}

func TestNamedEncoding(t *testing.T) {
	raw, _ := charmap.CodePage866.NewEncoder().String("name\nРомашка\n")
	_, got := dump(t, strings.NewReader(raw), table.Options{Encoding: "cp866"})
	if got[0] != "2: Ромашка" {
		t.Errorf("got %q", got)
	}
	_, err := table.Open("f", strings.NewReader(raw), table.Options{Encoding: "ebcdic"})
	if enduse.CodeOf(err) != enduse.CodeInvalid || !strings.Contains(enduse.HintOf(err), "windows-1251") {
		t.Errorf("got %v", err)
	}
}

func TestNotATable(t *testing.T) {
	var z bytes.Buffer
	g := gzip.NewWriter(&z)
	_, _ = g.Write([]byte("%PDF-1.7"))
	_ = g.Close()
	tests := map[string]struct{ in, says, hint string }{
		"empty":   {"", "empty", "export"},
		"space":   {" \n\n", "nothing but space", "right file"},
		"pdf":     {"%PDF-1.7\n...", "PDF", "CSV or XLSX"},
		"gz pdf":  {z.String(), "PDF", "CSV or XLSX"},
		"xls":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", ".xls", ".xlsx"},
		"zip":     {emptyZIP, "ZIP", "unpack"},
		"image":   {"\x89PNG\r\n\x1a\n", "image", "CSV"},
		"html":    {"<!DOCTYPE html><table>", "HTML", "CSV"},
		"xml":     {"<?xml version=\"1.0\"?><a/>", "XML", "CSV"},
		"binary":  {"\x7fELF\x01\x00\x00\x00\x00\x00\x00", "binary", "CSV"},
		"no rows": {"[]", "no rows", "right file"},
		"several": {`{"a":[{"x":1}],"b":[{"x":1}]}`, "several arrays", "NDJSON"},
		"broken":  {`{"a":[{"x":1}`, "broken JSON", "whole"},
	}
	for name, tc := range tests {
		_, err := table.Open("file", strings.NewReader(tc.in), table.Options{})
		if err == nil || enduse.CodeOf(err) != enduse.CodeInvalid {
			t.Errorf("%s: error %v, want one of code invalid", name, err)
			continue
		}
		if !strings.Contains(err.Error(), tc.says) || !strings.Contains(enduse.HintOf(err), tc.hint) {
			t.Errorf("%s: got %q, hint %q", name, err, enduse.HintOf(err))
		}
	}
}

// emptyZIP is the end record of an archive without files.
const emptyZIP = "PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

func TestDirectory(t *testing.T) {
	dir, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = dir.Close() }()
	if _, err = table.Open("dir", dir, table.Options{}); err == nil || !strings.Contains(err.Error(), "directory") {
		t.Errorf("got %v", err)
	}
}

func TestGzip(t *testing.T) {
	var z bytes.Buffer
	g := gzip.NewWriter(&z)
	_, _ = g.Write([]byte("name,country\nA,B\n"))
	_ = g.Close()
	tab, got := dump(t, bytes.NewReader(z.Bytes()), table.Options{})
	if diff := cmp.Diff([]string{"2: A|B"}, got); diff != "" || tab.Notes()[0] != "unpacked from gzip" {
		t.Errorf("%s, notes %q", diff, tab.Notes())
	}
	if _, err := table.Open("cut.gz", bytes.NewReader(z.Bytes()[:z.Len()-6]), table.Options{}); err == nil {
		t.Error("a gzip file that was cut off was read without an error")
	}
}

// workbook builds an XLSX file with a title row above the header.
func workbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Data"); err != nil {
		t.Fatal(err)
	}
	set := func(at string, v any) { t.Helper(); must(f.SetCellValue("Data", at, v)) }
	set("A1", "Partners, as of today")
	for i, h := range []string{"name", "born", "amount", "code"} {
		set(string(rune('A'+i))+"3", h)
	}
	short, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	format := "dd.mm.yyyy"
	dotted, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(err)
	month := "mmm-yy"
	monthly, err := f.NewStyle(&excelize.Style{CustomNumFmt: &month})
	must(err)
	money, err := f.NewStyle(&excelize.Style{NumFmt: 4})
	must(err)
	rows := []struct {
		name  string
		born  float64
		style int
	}{{"Ann", 33238, short}, {"Bob", 32874, dotted}, {"Cyd", 36600, money}, {"Dan", 33208, monthly}}
	for i, r := range rows {
		n := strconv.Itoa(i + 4)
		set("A"+n, r.name)
		set("B"+n, r.born)
		set("C"+n, 0.1)
		set("D"+n, "1E5")
		must(f.SetCellStyle("Data", "B"+n, "B"+n, r.style))
	}
	set("A8", "#N/A")
	set("A9", "Short")
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

func TestXLSX(t *testing.T) {
	tab, got := dump(t, bytes.NewReader(workbook(t)), table.Options{IsHeader: isHeader})
	want := []string{
		"4: Ann|1990-12-31|0.1|1E5", "5: Bob|1990-01-01|0.1|1E5", "6: Cyd|36600|0.1|1E5", "7: Dan|1990-12|0.1|1E5",
		"8! cell A8 holds the error #N/A", "9: Short|||",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	notes := []string{`sheet "Data" of 2`, "header in row 3; skipped above it: 1 row"}
	if diff := cmp.Diff(notes, tab.Notes()); diff != "" || tab.Kind() != table.XLSX {
		t.Errorf("kind %s, notes (-want +got):\n%s", tab.Kind(), diff)
	}
	_, err := table.Open("f", bytes.NewReader(workbook(t)), table.Options{Sheet: "None"})
	if err == nil || !strings.Contains(enduse.HintOf(err), "Data") {
		t.Errorf("a sheet that is not there: %v, hint %q", err, enduse.HintOf(err))
	}
}

func TestBounds(t *testing.T) {
	long := strings.Repeat("x", 1<<20+1)
	tests := map[string]string{
		"field":  "name,b\n" + long + ",y\nA,B\n",
		"quoted": "name,b\n\"" + long + "\",y\nA,B\n",
		"cells":  "name,b\n" + strings.Repeat(",", 20000) + "\nA,B\n",
		"line":   "name,b\n" + strings.Repeat("x", 17<<20) + "\nA,B\n",
		"ndjson": `{"name":"Z","b":"c"}` + "\n" + `{"name":"` + long + "\"}\n" + `{"name":"A","b":"B"}`,
	}
	for name, in := range tests {
		_, got := dump(t, strings.NewReader(in), table.Options{})
		if len(got) < 2 || !strings.Contains(got[len(got)-2], "!") || !strings.HasSuffix(got[len(got)-1], ": A|B") {
			t.Errorf("%s: got %.200q", name, got)
		}
	}
}

// filler is an endless CSV, cut at n bytes.
type filler struct{ n, at int }

func (f *filler) Read(p []byte) (int, error) {
	const line = "Example Instruments Ltd,AE,12 Example Road\n"
	if f.at >= f.n && f.at%len(line) == 0 {
		return 0, io.EOF
	}
	n := copy(p, line[f.at%len(line):])
	f.at += n
	return n, nil
}

// TestMemory reads 60 MB, and may hold no more than a few.
func TestMemory(t *testing.T) {
	in := io.MultiReader(strings.NewReader("name,country,address\n"), &filler{n: 60 << 20})
	tab, err := table.Open("big", in, table.Options{IsHeader: isHeader})
	if err != nil {
		t.Fatal(err)
	}
	var peak, before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	rows, worst := 0, uint64(0)
	for _, err := range tab.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		if rows++; rows%200000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&peak)
			worst = max(worst, peak.HeapAlloc)
		}
	}
	if rows < 1_000_000 {
		t.Fatalf("%d rows", rows)
	}
	if worst > before.HeapAlloc+8<<20 {
		t.Errorf("held %d bytes, %d before", worst, before.HeapAlloc)
	}
}

func Example() {
	in := strings.NewReader("Our partners\nname;country\nExample Instruments Ltd;AE\n\"Broken;DE\nExample Trading;TR\n")
	t, err := table.Open("partners.csv", in, table.Options{IsHeader: isHeader})
	if err != nil {
		fmt.Println(err)
		return
	}
	for row, err := range t.Rows() {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(row.Line, row.Get("name"), row.Get("country"))
	}
	fmt.Println(t.Notes())
	// Output:
	// 3 Example Instruments Ltd AE
	// partners.csv:4: a quote is opened and never closed
	// 5 Example Trading TR
	// [semicolon-separated header in row 2; skipped above it: 1 row]
}

// TestNothingBehindTheArray: what stands behind an array is not dropped without
// a word.
func TestNothingBehindTheArray(t *testing.T) {
	for _, text := range []string{"[{\"name\":\"A\"}]\n[{\"name\":\"B\"}]", `[{"name":"A"}] and {"name":"B"}`, `[{"name":"A"}]{"name":"B"}`} {
		tab, err := table.Open("x", strings.NewReader(text), table.Options{})
		if err != nil {
			continue
		}
		for _, e := range tab.Rows() {
			err = errors.Join(err, e)
		}
		if err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

// TestWorkbookLosesNothing: what the library passes over in silence is said: a
// sheet that breaks off, a formula that was never computed, a text that is not
// there.
func TestWorkbookLosesNothing(t *testing.T) {
	book := excelize.NewFile()
	for cell, value := range map[string]string{"A1": "name", "A2": "Acme", "A4": "Beta"} {
		if err := book.SetCellStr("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellFormula("Sheet1", "A3", `"Listed "&"Works"`); err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := book.Write(&whole); err != nil {
		t.Fatal(err)
	}
	rows := func(raw []byte) (out []string, err error) {
		tab, err := table.Open("x.xlsx", bytes.NewReader(raw), table.Options{})
		if err != nil {
			return nil, err
		}
		for row, err := range tab.Rows() {
			if err != nil {
				out = append(out, "! "+err.Error())
				continue
			}
			out = append(out, row.Get("name"))
		}
		return out, nil
	}
	got, err := rows(whole.Bytes())
	want := []string{"Acme", "! x.xlsx:3: cell A3 holds a formula without its value", "Beta"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("rows %q, %v, want %q", got, err, want)
	}
	for name, change := range map[string]func(part string, b []byte) []byte{
		"the sheet breaks off": func(part string, b []byte) []byte {
			if part == "xl/worksheets/sheet1.xml" {
				head, _, _ := bytes.Cut(b, []byte(`<row r="4"`))
				return head
			}
			return b
		},
		"the texts break off": func(part string, b []byte) []byte {
			if part == "xl/sharedStrings.xml" {
				return b[:bytes.LastIndex(b, []byte("<si>"))]
			}
			return b
		},
	} {
		if got, err := rows(rezip(t, whole.Bytes(), change)); err == nil {
			t.Errorf("%s: rows %q and no error", name, got)
		}
	}
}

// rezip packs an archive again with its parts changed.
func rezip(t *testing.T, raw []byte, change func(string, []byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(change(f.Name, b))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestOtherEncodingsAreTold: bytes of an encoding that is not recognised do not
// pass for names of another one.
func TestOtherEncodingsAreTold(t *testing.T) {
	for name, c := range map[string]struct {
		encoding encoding.Encoding
		text     string
		fault    bool
	}{
		"cp866":        {charmap.CodePage866, "Владимир Владимирович Путин", true},
		"iso-8859-5":   {charmap.ISO8859_5, "Иванов Владимир Владимирович", true},
		"mac cyrillic": {charmap.MacintoshCyrillic, "ПУТИН Владимир Владимирович", true},
		"shift jis":    {japanese.ShiftJIS, "株式会社サンプル", true},
		"big5":         {traditionalchinese.Big5, "華為技術有限公司", true},
		"windows-1251": {charmap.Windows1251, "ООО «Ромашка» — филиал №5, ЗАО \"РосТех\" (МакДоналдс)", false},
		"koi8-r":       {charmap.KOI8R, "Владимир Владимирович Путин", false},
	} {
		raw, err := c.encoding.NewEncoder().String("name;country\n" + c.text + ";RU\nAcme;US\n")
		if err != nil {
			t.Fatal(err)
		}
		tab, err := table.Open("x", strings.NewReader(raw), table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		faults := 0
		for _, err := range tab.Rows() {
			if err != nil {
				faults++
			}
		}
		if (faults == 1) != c.fault {
			t.Errorf("%s: %d faults; notes %q", name, faults, tab.Notes())
		}
	}
}
