package uk

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Bounds of a spreadsheet. The overview of August 2025 has 173,000 bytes packed
// and 7.4 MB unpacked.
const (
	maxPacked   = 64 << 20
	maxUnpacked = 512 << 20
	maxCells    = 64 // of a row; the overview has eight
)

const content = "content.xml"

// overview are the columns of the ODS, with the path that each means.
var overview = map[string]string{
	"Unique ID": "UniqueID", "OFSI Group ID": "OFSIGroupID", "Name": "Name", "Regime Name": "RegimeName", "Type": "IndividualEntityShip",
	"Designation source": "DesignationSource", "Date Designated": "DateDesignated", "Sanctions Imposed": "SanctionsImposed",
}

// isOverview asks for the columns that tell the sheet from any other.
func isOverview(cells []string) bool {
	return list.HasColumns(cells, "Unique ID", "Name", "Regime Name", "Sanctions Imposed")
}

// ReadODS yields the entities of the overview, a row each. File is the name for
// messages, and lines in them are rows of the sheet.
func ReadODS(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		rc, err := open(src)
		if err != nil {
			return damaged(file, err)
		}
		defer func() { _ = rc.Close() }()
		s := sheet{sink: sink}
		if err := s.read(io.LimitReader(rc, maxUnpacked)); err != nil {
			return damaged(fmt.Sprintf("%s:%d", file, s.row), err)
		}
		if !s.found {
			return damaged(file, errors.New("no sheet in it has the columns of the overview"))
		}
		return nil
	})
}

func damaged(subject string, err error) error {
	return &enduse.Error{
		Op: "read", Code: enduse.CodeInvalid, Subject: subject, Err: err,
		Hint: "the file is damaged, or no overview of the UK Sanctions List; fetch it again",
	}
}

// open unpacks the sheets.
func open(src io.Reader) (io.ReadCloser, error) {
	raw, err := io.ReadAll(io.LimitReader(src, maxPacked+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxPacked {
		return nil, list.ErrTooLong
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	for _, f := range z.File {
		if f.Name == content {
			return f.Open()
		}
	}
	return nil, errors.New("no " + content + " in it")
}

// sheet is the state of reading the sheets.
type sheet struct {
	sink   *list.Sink
	row    int      // the last one read; 1 is the first
	header []string // of the sheet; nil before it was found
	found  bool
}

func (s *sheet) read(src io.Reader) error {
	x := list.NewXML(src, records.MaxRecord)
	return x.Walk("document-content", func(path []string, start xml.StartElement) (bool, error) {
		switch start.Name.Local {
		case "body", "spreadsheet", "table-header-rows", "table-row-group", "table-rows":
			return true, nil
		case "table":
			s.row, s.header = 0, nil
			return true, nil
		case "table-row":
			return false, s.element(x, start)
		}
		return false, x.Skip()
	})
}

// element reads a row. A row that is repeated many times is read once.
func (s *sheet) element(x *list.XML, start xml.StartElement) error {
	n, err := x.Tree(start)
	if errors.Is(err, list.ErrTooLong) {
		s.row++
		return s.sink.Fault(s.row, "", err)
	}
	if err != nil {
		return err
	}
	s.row++
	cells := cellsOf(n)
	row := s.row
	s.row += repeated(n, "number-rows-repeated") - 1
	switch {
	case list.JoinParts("", cells...) == "":
		return nil
	case s.header == nil:
		if isOverview(cells) {
			s.header, s.found = cells, true
			return s.unknown()
		}
		return nil
	}
	return s.party(cells, row)
}

// unknown reports columns never seen.
func (s *sheet) unknown() error {
	for _, c := range s.header {
		if overview[c] == "" && c != "" {
			if err := s.sink.Warn("unknown column, kept as unread: " + c); err != nil {
				return err
			}
		}
	}
	return nil
}

// party reads a row on one party.
func (s *sheet) party(cells []string, row int) error {
	id := slices.Index(s.header, "Unique ID")
	if id >= len(cells) || cells[id] == "" {
		return s.sink.Fault(row, "Unique ID", errNoID)
	}
	p := newParty(cells[id])
	for i, text := range cells[:min(len(cells), len(s.header))] {
		switch path := overview[s.header[i]]; {
		case path == "Name":
			p.names = append(p.names, aName{parts: [6]string{5: text}})
		case path != "":
			p.take(path, text)
		case text != "":
			p.AddUnread("column "+s.header[i], text)
		}
	}
	return s.sink.Entity(p.finish(), row)
}

// cellsOf writes out the cells of a row, the empty ones at its end aside.
func cellsOf(n list.Node) []string {
	var out []string
	for _, c := range n.Kids {
		if c.Name != "table-cell" && c.Name != "covered-table-cell" {
			continue
		}
		text := c.AllText()
		for range min(repeated(c, "number-columns-repeated"), maxCells-len(out)) {
			out = append(out, text)
		}
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// repeated is how many equal rows or cells an element means.
func repeated(n list.Node, attribute string) int {
	if times, err := strconv.ParseUint(n.Attr(attribute), 10, 31); err == nil && times > 0 {
		return int(times)
	}
	return 1
}

// detectODS unpacks as much of the sheets as there is and looks for the header.
func detectODS(h list.Head) bool {
	packed := find(h.Bytes)
	if packed == nil {
		return false
	}
	text, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), int64(records.MaxRecord))) // the head breaks off
	found := false
	s := list.NewXML(bytes.NewReader(text), records.MaxRecord)
	_ = s.Walk("document-content", func(_ []string, start xml.StartElement) (bool, error) {
		switch start.Name.Local {
		case "body", "spreadsheet", "table":
			return true, nil
		case "table-row":
			n, err := s.Tree(start)
			found = found || err == nil && isOverview(cellsOf(n))
			return false, errors.Join(err, stop(found))
		}
		return false, s.Skip()
	})
	return found
}

func stop(found bool) error {
	if found {
		return io.EOF
	}
	return nil
}

// find returns the packed bytes of the sheets, as far as they are there.
func find(head []byte) []byte {
	const signature, size = "PK\x03\x04", 30
	for i := 0; ; {
		at := bytes.Index(head[i:], []byte(signature))
		if at < 0 || i+at+size > len(head) {
			return nil
		}
		h := head[i+at:]
		name, extra := int(binary.LittleEndian.Uint16(h[26:])), int(binary.LittleEndian.Uint16(h[28:]))
		if size+name+extra <= len(h) && string(h[size:size+name]) == content && binary.LittleEndian.Uint16(h[8:]) == zip.Deflate {
			return h[size+name+extra:]
		}
		i += at + len(signature)
	}
}
