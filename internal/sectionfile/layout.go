package sectionfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/bits"

	"github.com/zeebo/xxh3"
)

// The layout; doc.go has the table.
const (
	magic     = "ENDUSEIX"
	orderMark = 0x01020304
	container = 1 // the version of the layout

	headerSize = 128
	kindSize   = 32
	entrySize  = 64
	nameSize   = 40
	alignment  = 64
	blockSize  = 1 << 20 // a checksum is made of blocks of this size
)

// header is the start of a file.
type header struct {
	container, payload, sections uint32
	table, total, tableSum       uint64
	kind                         string
}

// entry is one line of the table of contents.
type entry struct {
	name                string
	offset, length, sum uint64
}

func (h *header) append(b []byte) []byte {
	start := len(b)
	b = append(b, magic...)
	for _, v := range []uint32{orderMark, h.container, h.payload, h.sections} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	for _, v := range []uint64{h.table, h.total, h.tableSum} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	b = appendText(b, h.kind, kindSize)
	b = append(b, make([]byte, headerSize-8-(len(b)-start))...)
	return binary.LittleEndian.AppendUint64(b, xxh3.Hash(b[start:]))
}

func (e *entry) append(b []byte) []byte {
	b = appendText(b, e.name, nameSize)
	for _, v := range []uint64{e.offset, e.length, e.sum} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	return b
}

// appendText appends a text with zeros after it up to size.
func appendText(b []byte, text string, size int) []byte {
	return append(append(b, text...), make([]byte, size-len(text))...)
}

// textOf reads what appendText wrote; false if something follows the zeros.
func textOf(b []byte) (string, bool) {
	text, rest, _ := bytes.Cut(b, []byte{0})
	return string(text), allZero(rest)
}

func allZero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}

// aligned is the next multiple of the alignment, from n on.
func aligned(n uint64) uint64 { return (n + alignment - 1) &^ (alignment - 1) }

// parseHeader reads the header of a file of the given size. The order of the
// checks is that of how sure each is: no field is believed before the sum fits.
func parseHeader(b []byte, size uint64) (h header, err error) {
	begin := b[:min(len(b), len(magic))]
	if string(begin) != magic[:len(begin)] {
		return h, ErrForeign
	}
	if len(b) < headerSize {
		return h, truncated(size, 0)
	}
	if got := binary.NativeEndian.Uint32(b[8:]); got == bits.ReverseBytes32(orderMark) {
		return h, ErrByteOrder
	}
	if binary.LittleEndian.Uint64(b[headerSize-8:]) != xxh3.Hash(b[:headerSize-8]) {
		return h, damaged("its header")
	}
	h = header{
		container: binary.LittleEndian.Uint32(b[12:]), payload: binary.LittleEndian.Uint32(b[16:]), sections: binary.LittleEndian.Uint32(b[20:]),
		table: binary.LittleEndian.Uint64(b[24:]), total: binary.LittleEndian.Uint64(b[32:]), tableSum: binary.LittleEndian.Uint64(b[40:]),
	}
	if h.container != container {
		return h, newer("layout", h.container)
	}
	var ok bool
	if h.kind, ok = textOf(b[48 : 48+kindSize]); !ok {
		return h, damaged("its header")
	}
	return h, h.check(size)
}

// check holds the lengths of the header against that of the file.
func (h *header) check(size uint64) error {
	switch {
	case size < h.total:
		return truncated(size, h.total)
	case size > h.total:
		return damaged("its length")
	case h.table < headerSize || h.table > h.total || h.total-h.table != uint64(h.sections)*entrySize:
		return damaged("its header")
	}
	return nil
}

// parseTable reads the table of contents and checks that the sections fill the
// file in its order.
func parseTable(b []byte, h header) ([]entry, error) {
	if xxh3.Hash(b) != h.tableSum {
		return nil, damaged("its table of contents")
	}
	entries := make([]entry, 0, h.sections)
	seen := make(map[string]bool, h.sections)
	next := uint64(headerSize)
	for ; len(b) > 0; b = b[entrySize:] {
		e := entry{
			offset: binary.LittleEndian.Uint64(b[nameSize:]), length: binary.LittleEndian.Uint64(b[nameSize+8:]),
			sum: binary.LittleEndian.Uint64(b[nameSize+16:]),
		}
		var ok bool
		e.name, ok = textOf(b[:nameSize])
		if !ok || e.name == "" || seen[e.name] || e.offset != next || e.length > h.table-next {
			return nil, damaged("its table of contents")
		}
		seen[e.name] = true
		if next = aligned(e.offset + e.length); next > h.table {
			return nil, damaged("its table of contents")
		}
		entries = append(entries, e)
	}
	if next != h.table {
		return nil, damaged("its table of contents")
	}
	return entries, nil
}

// checkText refuses a name or a kind that the layout cannot hold.
func checkText(text string, size int) error {
	switch {
	case text == "":
		return errors.New("the name is empty")
	case len(text) > size:
		return errors.New("the name is too long")
	case bytes.IndexByte([]byte(text), 0) >= 0:
		return errors.New("the name holds a zero")
	}
	return nil
}
