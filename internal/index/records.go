package index

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"sync"

	"github.com/klauspost/compress/zstd"

	"github.com/enduse/enduse"
)

// records are the entities as JSON, one a line, in blocks that are compressed
// each by itself. Neighbours are similar, because they are of one list: a block of them
// takes a fifth of its size or less, and one entity is read in less than 0.1 ms.
type records struct {
	blocks texts
	first  []uint32 // the first entity of each block; one more at the end
	unpack func() (*zstd.Decoder, error)
}

// blockSize is the size at which a block is full. Of twice as many bytes 7 %
// less is left, and reading takes twice the time.
const blockSize = 32 << 10

// maxBlock bounds the memory for a block, whose checksum may have been forged.
// Single entities of real lists have up to a megabyte.
const maxBlock = 1 << 30

// ready makes what is shared by all who read.
func (r *records) ready() {
	r.unpack = sync.OnceValues(func() (*zstd.Decoder, error) {
		return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxBlock))
	})
}

// read decodes an entity.
func (r *records) read(i int32) (*enduse.Entity, error) {
	block := sort.Search(len(r.first), func(b int) bool { return int64(r.first[b]) > int64(i) }) - 1
	b, err := r.block(block)
	if err != nil {
		return nil, err
	}
	for range uint32(i) - r.first[block] { // #nosec G115 -- a number in the index
		_, b, _ = bytes.Cut(b, []byte{'\n'})
	}
	b, _, _ = bytes.Cut(b, []byte{'\n'})
	e := &enduse.Entity{}
	return e, json.Unmarshal(b, e)
}

// readBlock decodes the entities of a block.
func (r *records) readBlock(block int) []*enduse.Entity {
	out := make([]*enduse.Entity, 0, r.first[block+1]-r.first[block])
	b, err := r.block(block)
	for line := range bytes.Lines(b) {
		if err == nil {
			e := &enduse.Entity{}
			err, out = json.Unmarshal(line, e), append(out, e)
		}
	}
	if err != nil {
		// The file's checksums hold, so the records are as they were written.
		panic(fmt.Errorf("index: block %d of the records cannot be read: %w", block, err))
	}
	return out
}

// block unpacks a block.
func (r *records) block(block int) ([]byte, error) {
	d, err := r.unpack()
	if err != nil {
		return nil, err
	}
	return d.DecodeAll(r.blocks.bytes[r.blocks.starts[block]:r.blocks.starts[block+1]], nil)
}

// recordsWriter packs records in the order of their entities.
type recordsWriter struct {
	pack  *zstd.Encoder
	out   records
	block []byte
	held  uint32 // entities in the block
}

func newRecordsWriter() (*recordsWriter, error) {
	// A file's sections have checksums of their own.
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1), zstd.WithEncoderCRC(false))
	return &recordsWriter{pack: pack, out: records{first: []uint32{0}}}, err
}

// add appends a record, which has no line break but perhaps one at its end.
func (w *recordsWriter) add(record []byte) {
	w.block = append(append(w.block, bytes.TrimSuffix(record, []byte{'\n'})...), '\n')
	if w.held++; len(w.block) >= blockSize {
		w.flush()
	}
}

func (w *recordsWriter) flush() {
	if w.held == 0 {
		return
	}
	w.out.blocks.add(string(w.pack.EncodeAll(w.block, nil)))
	w.out.first = append(w.out.first, w.out.first[len(w.out.first)-1]+w.held)
	w.block, w.held = w.block[:0], 0
}

func (w *recordsWriter) finish() records {
	w.flush()
	return w.out
}

// packed returns the records of all entities, packed now if they are in memory.
func (e *entities) packed() (records, error) {
	if e.memory == nil {
		return e.records, nil
	}
	w, err := newRecordsWriter()
	if err != nil {
		return records{}, err
	}
	for i := range int32(e.len()) { // #nosec G115 -- a number in the index
		b, err := json.Marshal(e.at(i))
		if err != nil {
			return records{}, fmt.Errorf("index: the record of %s: %w", e.ids.at(i), err)
		}
		w.add(b)
	}
	return w.finish(), nil
}
