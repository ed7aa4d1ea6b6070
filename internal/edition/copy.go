package edition

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// staged is the files of a group as they were copied.
type staged struct {
	set     list.Set
	files   []enduse.EditionFile
	endless []string // names of the files whose format has no mark of the end
}

// stageFiles copies the files of a group into a folder and digests them in the
// same pass: the bytes that are compiled are those that were digested, even if
// the originals change meanwhile.
func stageFiles(ctx context.Context, g *group, folder string, progress func(string)) (*staged, error) {
	raw := filepath.Join(folder, "raw")
	if err := os.MkdirAll(raw, FolderMode); err != nil {
		return nil, err
	}
	out := &staged{}
	names := map[string]bool{}
	for _, f := range g.files {
		progress("copying " + filepath.Base(f.path))
		name := unique(filepath.Base(f.path), names)
		file, err := copyFile(ctx, f.path, filepath.Join(raw, name))
		if err != nil {
			return nil, err
		}
		file.Name, file.Role = name, f.role
		out.files = append(out.files, file)
		out.set = append(out.set, rawFile(raw, file))
		if ends, err := hasEnd(filepath.Join(raw, name)); err != nil {
			return nil, err
		} else if !ends && f.role != mappingRole {
			out.endless = append(out.endless, name)
		}
	}
	return out, syncDir(raw)
}

// unique makes a file name that is not taken.
func unique(name string, taken map[string]bool) string {
	for n := 2; taken[name]; n++ {
		ext := filepath.Ext(name)
		name = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext)
	}
	taken[name] = true
	return name
}

// rawFile opens a staged or stored file for an importer.
func rawFile(raw string, f enduse.EditionFile) list.File {
	path := filepath.Join(raw, f.Name)
	return list.File{Name: f.Name, Role: f.Role, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

func copyFile(ctx context.Context, from, to string) (file enduse.EditionFile, err error) {
	in, err := os.Open(from)
	if err != nil {
		return file, &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check that you may read the file"}
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, FileMode)
	if err != nil {
		return file, err
	}
	sum, lines := sha256.New(), &lineCounter{}
	file.Bytes, err = copyAll(io.MultiWriter(out, sum, lines), &bounded{&interruptible{ctx, in}, maxFile}, from)
	if err != nil {
		_ = out.Close()
		return file, err
	}
	file.Digest = "sha256:" + hex.EncodeToString(sum.Sum(nil))
	file.Lines = lines.count()
	return file, syncClose(out)
}

// copyAll copies a file. Its error distinguishes a file that cannot be read from
// a disk that cannot be written.
func copyAll(to io.Writer, from io.Reader, path string) (int64, error) {
	in := &failing{r: from}
	n, err := io.Copy(to, in)
	if in.err != nil && !errors.Is(in.err, context.Canceled) {
		return n, &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: in.err, Hint: "check the file"}
	}
	return n, err
}

// maxFile bounds a file of a list. The largest known, a whole collection of data
// sets, has 3 GB.
const maxFile = 8 << 30

// bounded is a reader that fails beyond a number of bytes.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p[:min(int64(len(p)), b.left+1)])
	if b.left -= int64(n); b.left < 0 {
		return 0, fmt.Errorf("it is larger than %d GiB", maxFile>>30)
	}
	return n, err
}

// failing remembers the error of its reader.
type failing struct {
	r   io.Reader
	err error
}

func (f *failing) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if !errors.Is(err, io.EOF) {
		f.err = err
	}
	return n, err
}

// interruptible is a reader that fails once its context has ended.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}

// lineCounter counts the lines of a file, except a last line that is only the
// end-of-file mark of DOS (0x1A).
type lineCounter struct {
	lines int
	last  []byte // the first bytes of the unfinished line
}

func (c *lineCounter) Write(p []byte) (int, error) {
	n := len(p)
	for {
		i := bytes.IndexByte(p, '\n')
		if i < 0 {
			if room := 4 - len(c.last); room > 0 {
				c.last = append(c.last, p[:min(room, len(p))]...)
			}
			return n, nil
		}
		c.last = append(c.last, p[:min(i, 4)]...)
		if !isEndMark(c.last) {
			c.lines++
		}
		c.last, p = c.last[:0], p[i+1:]
	}
}

func (c *lineCounter) count() int {
	if len(c.last) > 0 && !isEndMark(c.last) {
		return c.lines + 1
	}
	return c.lines
}

func isEndMark(line []byte) bool { return string(bytes.TrimSpace(line)) == "\x1a" }
