package edition

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Skipped is a file or a folder that no format recognised.
type Skipped struct {
	Path string
	Why  string
}

// group is the files of one edition to be, told apart by format.
type group struct {
	format list.Format
	files  []grouped
	open   []string // files of which the end cannot be told from a cut between two records
}

type grouped struct {
	path string
	role string
}

func unknown(only string) string {
	if only == "" {
		return "not a list in a known format"
	}
	return "not in a known format of " + only
}

// ofSource returns the formats of a source, or the one that is named.
func ofSource(name string, all []list.Format) ([]list.Format, error) {
	if name == "" {
		return all, nil
	}
	var out []list.Format
	var known []string
	for _, f := range all {
		if string(f.Source.ID) == name || f.ID == name {
			out = append(out, f)
		}
		if id := string(f.Source.ID); !slices.Contains(known, id) {
			known = append(known, id)
		}
	}
	if len(out) == 0 {
		return nil, &enduse.Error{
			Code: enduse.CodeInvalid, Subject: "--source " + name, Err: errors.New("no list of this source is read by itself"),
			Hint: "one of: " + strings.Join(known, ", ") + "; a table of your own needs --mapping",
		}
	}
	return out, nil
}

// recognise sorts files into groups by what they contain. Folders are entered
// one level deep. Where the user named the only format that there may be, a file
// that it does not recognise is taken for it all the same.
func recognise(paths []string, formats []list.Format, only string) (groups []group, skipped []Skipped, err error) {
	for _, path := range paths {
		files, sub, err := expand(path)
		if err != nil {
			return nil, nil, err
		}
		skipped = append(skipped, sub...)
		for _, f := range files {
			format, role, err := detect(f, formats, only)
			if err != nil {
				return nil, nil, err
			}
			if role == "" && only != "" && len(formats) == 1 { // the user knows what it is
				format, role = formats[0], formats[0].Roles[0].Name
			}
			if role == "" {
				skipped = append(skipped, Skipped{f, unknown(only)})
				continue
			}
			groups = addTo(groups, format, grouped{f, role})
		}
	}
	return groups, skipped, nil
}

func addTo(groups []group, format list.Format, f grouped) []group {
	for i := range groups {
		if groups[i].format.ID == format.ID && groups[i].format.Source.ID == format.Source.ID {
			groups[i].files = append(groups[i].files, f)
			return groups
		}
	}
	return append(groups, group{format: format, files: []grouped{f}})
}

// expand returns the files of a path: itself, or those in it if it is a
// folder.
func expand(path string) (files []string, skipped []Skipped, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, &enduse.Error{Code: enduse.CodeNotFound, Subject: path, Err: errors.New("no such file or folder"), Hint: "check the path"}
	}
	if info.Mode()&os.ModeDevice != 0 {
		return nil, nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: errors.New("this is a device, which may have no end"), Hint: "name a file"}
	}
	if !info.IsDir() {
		return []string{path}, nil, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: err}
	}
	for _, e := range entries {
		full := filepath.Join(path, e.Name())
		switch {
		case e.IsDir():
			skipped = append(skipped, Skipped{full, "a folder inside the folder; name it to import it"})
		case strings.HasPrefix(e.Name(), "."):
		case !regular(full):
			skipped = append(skipped, Skipped{full, "not a regular file"})
		default:
			files = append(files, full)
		}
	}
	return files, skipped, nil
}

// regular reports whether a path leads to a file of bytes: whoever opens a pipe
// waits for somebody to write to it.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // what cannot be asked for is said when it is opened
}

func detect(path string, formats []list.Format, only string) (list.Format, string, error) {
	f, err := os.Open(path) // #nosec G304 -- the user names the files to import
	if err != nil {
		return list.Format{}, "", &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check that you may read the file"}
	}
	defer func() { _ = f.Close() }()
	h, err := list.ReadHead(filepath.Base(path), f)
	if err != nil {
		return list.Format{}, "", onDisk(&enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: err})
	}
	for _, format := range formats {
		if role := format.Detect(h); role != "" {
			if format.Narrow != nil && string(format.Source.ID) != only {
				format = format.Narrow(h)
			}
			return format, role, nil
		}
	}
	return list.Format{}, "", nil
}

// complete checks that a group has its main file, no role twice that only one
// file may play, and says which companions are missing.
func (g *group) complete() (missing []string, err error) {
	for i, role := range g.format.Roles {
		var players []string
		for _, f := range g.files {
			if f.role == role.Name {
				players = append(players, f.path)
			}
		}
		switch {
		case len(players) > 1 && !role.Many:
			return nil, &enduse.Error{
				Code: enduse.CodeInvalid, Subject: strings.Join(players, ", "),
				Err:  fmt.Errorf("each of these is a %s", role.Name),
				Hint: "import them one at a time, each with its companions",
			}
		case len(players) == 0 && i == 0:
			return nil, &enduse.Error{
				Code: enduse.CodeInvalid, Subject: g.files[0].path,
				Err:  fmt.Errorf("this is a companion (%s), and %s is missing", g.files[0].role, role.Name),
				Hint: "name the folder that holds them all",
			}
		case len(players) == 0 && role.Required:
			missing = append(missing, role.Name)
		}
	}
	slices.SortStableFunc(g.files, func(a, b grouped) int { return cmp.Compare(g.order(a.role), g.order(b.role)) })
	return missing, nil
}

func (g *group) order(role string) int {
	return slices.IndexFunc(g.format.Roles, func(r list.Role) bool { return r.Name == role })
}

// stage copies the files of a group into a folder, and takes their digests on
// the way: what is compiled is what was digested, even if the originals change
// meanwhile.
func stage(ctx context.Context, g *group, folder string, progress func(string)) (list.Set, []enduse.EditionFile, error) {
	raw := filepath.Join(folder, "raw")
	if err := os.MkdirAll(raw, folderMode); err != nil {
		return nil, nil, err
	}
	var set list.Set
	var files []enduse.EditionFile
	names := map[string]bool{}
	for _, f := range g.files {
		progress("copying " + filepath.Base(f.path))
		name := unique(filepath.Base(f.path), names)
		file, err := copyFile(ctx, f.path, filepath.Join(raw, name))
		if err != nil {
			return nil, nil, err
		}
		file.Name, file.Role = name, f.role
		files = append(files, file)
		set = append(set, rawFile(raw, file))
		if ends, err := hasEnd(filepath.Join(raw, name)); err != nil {
			return nil, nil, err
		} else if !ends && f.role != mappingRole {
			g.open = append(g.open, name)
		}
	}
	return set, files, syncDir(raw)
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
	return list.File{Name: f.Name, Role: f.Role, Open: func() (io.ReadCloser, error) { return os.Open(path) }} // #nosec G304 -- the store's own file
}

func copyFile(ctx context.Context, from, to string) (file enduse.EditionFile, err error) {
	in, err := os.Open(from) // #nosec G304 -- the user names the files to import
	if err != nil {
		return file, &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check that you may read the file"}
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode) // #nosec G304 -- the store's own file
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

// copyAll copies, and tells a file that cannot be read from a disk that cannot
// be written.
func copyAll(to io.Writer, from io.Reader, path string) (int64, error) {
	in := &failing{r: from}
	n, err := io.Copy(to, in)
	if in.err != nil && !errors.Is(in.err, context.Canceled) {
		return n, &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: in.err, Hint: "check the file"}
	}
	return n, err
}

// maxFile bounds a file of a list. The largest known, all of a collection of data
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

// failing remembers the error with which a reader failed.
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

// interruptible is a reader that ends when its context does.
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

// lineCounter counts the lines of a file, a last line that is only the
// end-of-file mark of DOS (0x1A) aside.
type lineCounter struct {
	lines int
	last  []byte // the line that has no end yet, its first bytes
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
