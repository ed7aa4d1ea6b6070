package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// packedPDF writes a PDF of one page whose content is packed a number of times.
func packedPDF(t *testing.T, content string, times int) []byte {
	t.Helper()
	packed, filters := []byte(content), ""
	for range times {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		if _, err := w.Write(packed); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		packed, filters = b.Bytes(), filters+"/FlateDecode "
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream", len(packed), filters, packed),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF", len(objects)+1, at)
	return b.Bytes()
}

// TestPDFUnpacksWithinBounds: a small file cannot ask for much memory, however it
// is packed; and one of an honest size is read.
func TestPDFUnpacksWithinBounds(t *testing.T) {
	draw := func(s string) string { return "BT /F1 12 Tf 72 700 Td " + s + " ET" }
	for _, c := range []struct {
		name, content string
		times         int
		bad           bool
	}{
		{"honest", draw("(A ministry said so.) Tj"), 1, false},
		{"honest, twice", draw("(A ministry said so.) Tj"), 2, false},
		{"one long text", draw("(" + strings.Repeat("a", 40<<20) + ") Tj"), 2, true},
		{"many short texts", draw(strings.Repeat("(aaaaaaaa) Tj ", 1<<20)), 2, true},
		{"in hex", draw("<" + strings.Repeat("61", 2<<20) + "> Tj"), 2, true},
		{"escaped", draw("(" + strings.Repeat("\\(", 1<<20) + ") Tj"), 1, true},
		{"numbers without an operator", strings.Repeat("1 ", 20<<20), 3, true},
		{"blanks", strings.Repeat(" ", 200<<20), 2, true},
	} {
		data := packedPDF(t, c.content, c.times)
		c.content = ""
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begin := time.Now()
		_, err := readPDF(t.Context(), data)
		runtime.ReadMemStats(&after)
		if (err != nil) != c.bad {
			t.Errorf("%s: %v", c.name, err)
		}
		if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 300 {
			t.Errorf("%s: %d bytes took %d MB", c.name, len(data), grown)
		}
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s: it took %v", c.name, took)
		}
	}
	for _, size := range []string{"/Size 900000000", "/Size 99999999999999999999"} {
		data := bytes.Replace(packedPDF(t, draw("(x) Tj"), 1), []byte("/Size 6"), []byte(size), 1)
		if _, err := readPDF(t.Context(), data); err == nil || !strings.Contains(err.Error(), "it states a Size") {
			t.Errorf("%s: %v", size, err)
		}
	}
}
