package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCSVDoesNotAct: a spreadsheet runs no cell, and numbers stay numbers.
func TestCSVDoesNotAct(t *testing.T) {
	cells := map[string]string{
		"=cmd|' /C calc'!A0":       "'=cmd|' /C calc'!A0",
		"=HYPERLINK(\"http://x\")": "'=HYPERLINK(\"http://x\")",
		"+1+1":                     "'+1+1",
		"-2+3|cmd":                 "'-2+3|cmd",
		"@SUM(A1)":                 "'@SUM(A1)",
		"\t=1+1":                   "' =1+1",
		"\r\n=1+1":                 "'  =1+1",
		"  =1+1":                   "'  =1+1",
		"\u00a0=1+1":               "'\u00a0=1+1",
		"\x01=1+1":                 "'=1+1",
		"＝1+1":                     "'＝1+1",
		"＠SUM(A1)":                 "'＠SUM(A1)",
		"-":                        "'-",
		"-5":                       "-5",
		"+3.25":                    "+3.25",
		"-1.234,50":                "-1.234,50",
		"-1e-7":                    "-1e-7",
		"-12%":                     "-12%",
		"a=b":                      "a=b",
		"\x1b[31mred\x07":          "[31mred",
		"two\nlines":               "two lines",
		"\u202eabc":                "abc",
		"Müller, \"Öl\"":           "Müller, \"Öl\"",
		"":                         "",
	}
	var out bytes.Buffer
	w := NewCSV(&out)
	var want [][]string
	for in, cell := range cells {
		if err := w.Write([]string{"x", in}); err != nil {
			t.Fatal(err)
		}
		want = append(want, []string{"x", cell})
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestLines: what goes to a terminal does not repaint it; its own line breaks stay.
func TestLines(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb":                              "a\nb",
		"\x1b]0;pwn\x07x\x1b[31m.xlsx":      "]0;pwnx[31m.xlsx",
		"a\rclear":                          "a clear",
		"\u009b31mred":                      "31mred",
		"back\b\b\b":                        "back",
		"\u202egnp.exe\u2066":               "gnp.exe",
		"ПУТИН \u0627":                      "ПУТИН \u0627",
		"del\x7f, nul\x00, tab\tand blank ": "del, nul, tab and blank",
	} {
		if got := Lines(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestGridKeepsOnlyItsOwnColours: foreign escapes go, those of the style stay
// where it writes any.
func TestGridKeepsOnlyItsOwnColours(t *testing.T) {
	for _, s := range []Style{{}, {Color: true}} {
		var out bytes.Buffer
		rows := [][]string{{"a", "b"}, {s.Bold("x") + "\x1b[2Jy", "\x1b]0;pwn\x07z\n"}}
		if err := Grid(&out, rows, s); err != nil {
			t.Fatal(err)
		}
		line := strings.Split(out.String(), "\n")[1]
		if want := s.Bold("x") + "[2Jy  ]0;pwnz"; line != want {
			t.Errorf("%q, want %q", line, want)
		}
		if rows[1][1] != "\x1b]0;pwn\x07z\n" {
			t.Error("the caller's rows were changed")
		}
	}
}

// TestCleanWriter cuts a text at every byte: the same comes out.
func TestCleanWriter(t *testing.T) {
	text := "<p>\x1b[31mПутин\u009b \x07\t\n漢字\U0001f6a2</p>"
	want := "<p>[31mПутин \t\n漢字\U0001f6a2</p>"
	for i := range len(text) {
		var out bytes.Buffer
		w := &cleanWriter{w: &out}
		for _, part := range []string{text[:i], text[i:]} {
			if n, err := io.WriteString(w, part); err != nil || n != len(part) {
				t.Fatal(n, err)
			}
		}
		if out.String() != want {
			t.Errorf("cut at %d: %q", i, out.String())
		}
	}
}

func TestGridAligns(t *testing.T) {
	var b bytes.Buffer
	if err := Grid(&b, [][]string{{"name", "x"}, {"示例", "1"}, {"é", "2"}, {"abcdef", "3"}}, Style{}); err != nil {
		t.Fatal(err)
	}
	want := "name    x\n示例    1\né       2\nabcdef  3\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestWrap(t *testing.T) {
	got := Wrap("one two three 示例 four", 9, "  ")
	if fmt.Sprint(got) != "[one two   three   示例   four]" || len(got) != 4 {
		t.Errorf("%q", got)
	}
}
