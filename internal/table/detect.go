package table

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// foreign are files that people hand in and that are no tables, by their first
// bytes.
var foreign = []struct{ magic, what, hint string }{
	{"%PDF-", "a PDF document", "save the table as CSV or XLSX in the program that made it"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old .xls workbook, or one with a password", "open it in a spreadsheet program and save it as .xlsx, without a password"},
	{"\x89PNG\r\n", "an image", "save the table as CSV or XLSX; pictures of text are not read"},
	{"\xff\xd8\xff", "an image", "save the table as CSV or XLSX; pictures of text are not read"},
	{"GIF8", "an image", "save the table as CSV or XLSX; pictures of text are not read"},
	{"II*\x00", "an image", "save the table as CSV or XLSX; pictures of text are not read"},
	{"MM\x00*", "an image", "save the table as CSV or XLSX; pictures of text are not read"},
	{"{\\rtf", "an RTF document", "copy the table to a spreadsheet and save it as CSV or XLSX"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and name the table inside"},
	{"Rar!\x1a\x07", "a RAR archive", "unpack it and name the table inside"},
	{"BZh", "a bzip2 file", "unpack it first"},
	{"\xfd7zXZ\x00", "an xz file", "unpack it first"},
	{"\x28\xb5\x2f\xfd", "a zstd file", "unpack it first"},
	{"SQLite format 3\x00", "an SQLite database", "export the table as CSV"},
	{"PAR1", "a Parquet file", "export the table as CSV"},
}

func isZIP(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// refuse reports content that cannot be a table, before it is decoded.
func (f *file) refuse(head []byte) error {
	if len(head) == 0 {
		return f.fault("the file is empty", "check that the export ran and that it is the right file")
	}
	for _, x := range foreign {
		if bytes.HasPrefix(head, []byte(x.magic)) {
			return f.fault("this is "+x.what+", not a table", x.hint)
		}
	}
	return nil
}

// refuseText reports text that is not a table.
func (f *file) refuseText(head []byte) error {
	start := strings.ToLower(string(bytes.TrimSpace(head[:min(len(head), 512)])))
	switch {
	case start == "" && len(head) < 512:
		return f.fault("the file holds nothing but space", "check that it is the right file")
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"),
		strings.HasPrefix(start, "<table"), strings.HasPrefix(start, "<meta"):
		return f.fault("this is an HTML page, not a table", "open it in a spreadsheet program and save it as CSV or XLSX")
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<") && strings.Contains(start, "xmlns"):
		return f.fault("this is XML, not a table", "export it as CSV, XLSX or JSON")
	case bytes.IndexByte(head, 0) >= 0:
		return f.fault("this is a binary file, not a table", "save the table as CSV, XLSX or JSON")
	}
	return nil
}

func (f *file) refuseDirectory(r io.Reader) error {
	dir, ok := r.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return nil
	}
	if info, err := dir.Stat(); err == nil && info.IsDir() {
		return f.fault("this is a directory", "name a file inside it")
	}
	return nil
}

// gunzip looks through one layer of gzip.
func (f *file) gunzip(r *bufio.Reader) (*bufio.Reader, error) {
	if head, _ := r.Peek(3); !bytes.Equal(head, []byte("\x1f\x8b\x08")) {
		return r, nil
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, f.fault(fmt.Sprintf("broken gzip file: %v", err), "fetch or pack it again")
	}
	f.note("unpacked from gzip")
	return bufio.NewReaderSize(z, headSize), nil
}
