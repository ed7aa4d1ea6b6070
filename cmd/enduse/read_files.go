package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/report"
)

// documents reads files, some at once, and hands on what they say in their order.
type documents struct {
	app    *app
	reader *reading.Reader
	basis  *report.ReadingBasis
}

// paper is a file on its way through the reader.
type paper struct {
	file string
	long bool // it takes the place of the long ones until it is written
	done chan readOf
}

type readOf struct {
	found []*report.Reading
	err   error
}

// longFile is from how many bytes on a file is read alone: what a reading needs is
// about a hundred times its text.
const longFile = 2 << 20

// each reads files and writes what they say, in their order. The only file that
// cannot be read is an error; of several it is answered with what is wrong. Nothing
// is written before the first is read.
func (d *documents) each(ctx context.Context, w report.Readings, header report.ReadingHeader, files []string) (sum report.ReadingSummary, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	progress := d.app.progress("reading")
	defer progress.done()
	alone := make(chan struct{}, 1)
	begun := false
	for p := range d.pipeline(ctx, files, alone) {
		x := <-p.done
		if ctx.Err() != nil {
			break
		}
		if x.err != nil && len(files) == 1 && len(x.found) == 0 {
			return sum, x.err
		}
		if !begun {
			if err := w.Begin(header); err != nil {
				return sum, err
			}
			begun = true
		}
		if err := d.write(w, &sum, p.file, len(files) > 1, x); err != nil {
			return sum, err
		}
		if p.long {
			<-alone
		}
		progress.step()
	}
	if err := ctx.Err(); err != nil {
		return sum, d.interrupted(w, sum, begun, err)
	}
	return sum, w.End(sum)
}

func (d *documents) write(w report.Readings, sum *report.ReadingSummary, file string, several bool, x readOf) error {
	if x.err != nil {
		x.found = append(x.found, d.basis.Fault(x.err))
	}
	for _, found := range x.found {
		if several || found.Error != nil {
			found.File = file
		}
		sum.Add(found)
		if err := w.Reading(found); err != nil {
			return err
		}
	}
	return nil
}

// interrupted closes what was begun, with a last reading that says that it is not
// the whole.
func (d *documents) interrupted(w report.Readings, sum report.ReadingSummary, begun bool, cause error) error {
	cause = &enduse.Error{Op: "read", Code: enduse.CodeInternal, Err: errors.Join(errors.New("reading was interrupted"), cause), Hint: "read the files again"}
	if !begun {
		return cause
	}
	last := d.basis.Fault(errors.New("reading was interrupted: the documents from here on were not read"))
	sum.Add(last)
	return errors.Join(cause, w.Reading(last), w.End(sum))
}

// pipeline reads files ahead of who takes them, as many at once as there are cores,
// and of the long ones one.
func (d *documents) pipeline(ctx context.Context, files []string, alone chan struct{}) <-chan *paper {
	cores := runtime.GOMAXPROCS(0)
	slots := make(chan struct{}, cores)
	inOrder := make(chan *paper, 2*cores)
	take := func(c chan<- struct{}) bool {
		select {
		case c <- struct{}{}:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(inOrder)
		for _, file := range files {
			p := &paper{file: file, long: isLong(file), done: make(chan readOf, 1)}
			if p.long && !take(alone) || !take(slots) {
				return
			}
			go func() {
				found, err := d.readFile(ctx, p.file)
				p.done <- readOf{found, err}
				<-slots
			}()
			select {
			case inOrder <- p:
			case <-ctx.Done():
				return
			}
		}
	}()
	return inOrder
}

// isLong reports whether a file is, or may be, long.
func isLong(file string) bool {
	info, err := os.Stat(file)
	return err == nil && (!info.Mode().IsRegular() || info.Size() > longFile)
}

// readFile reads the documents of a file. What was read before an error is returned
// beside it.
func (d *documents) readFile(ctx context.Context, file string) ([]*report.Reading, error) {
	in, name := d.app.in, "standard input"
	if file != "-" {
		if info, err := os.Stat(file); err == nil && info.Mode()&(fs.ModeSocket|fs.ModeDevice) != 0 {
			return nil, readFault(file, errors.New("it is a device or a socket"), "name a file, a folder, or - for standard input")
		}
		f, err := os.Open(file) // #nosec G304 -- the user names the file
		if err != nil {
			if path, ok := errors.AsType[*fs.PathError](err); ok {
				err = path.Err
			}
			return nil, readFault(file, err, "check the path")
		}
		defer func() { _ = f.Close() }() // it was only read
		in, name = f, file
	}
	found, err := d.reader.Read(ctx, name, in)
	out := make([]*report.Reading, 0, len(found))
	for i := range found {
		out = append(out, d.basis.Of(&found[i]))
		found[i] = reading.Reading{}
	}
	return out, err
}

// documentFiles are the files that are named, and those in folders, in their order:
// hidden ones apart.
func documentFiles(args []string) (out []string, err error) {
	for _, arg := range args {
		info, statErr := os.Stat(arg)
		if arg == "-" || statErr != nil || !info.IsDir() {
			out = append(out, arg)
			continue
		}
		before := len(out)
		err = filepath.WalkDir(arg, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || path == arg || !strings.HasPrefix(e.Name(), "."):
			case e.IsDir():
				return fs.SkipDir
			default:
				return nil
			}
			if err == nil && e.Type().IsRegular() {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			return nil, readFault(arg, err, "check the folder")
		}
		if len(out) == before {
			return nil, readFault(arg, errors.New("the folder holds no files"), "name a file or another folder")
		}
	}
	return out, nil
}
