package edition

import (
	"cmp"
	"errors"
	"fmt"
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

// group is the files that will become one edition: files of one format.
type group struct {
	format list.Format
	files  []grouped
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

// ofSource returns the formats of a source, or the format with that name.
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

// groupFiles sorts files into groups by their content. Folders are entered one
// level deep, or deep as far as they go: then files of one format in two folders are
// two groups. If the user named a source with a single format, a file that is not
// recognised is taken to be in that format.
func groupFiles(paths []string, formats []list.Format, only string, deep bool) (groups []group, skipped []Skipped, err error) {
	files, skipped, err := expandAll(paths, deep)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		format, role, err := detectFormat(f, formats, only)
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
		groups = appendTo(groups, format, grouped{f, role}, deep)
	}
	return groups, skipped, nil
}

// appendTo adds a file to the group of its format and source, and of its folder where
// folders are kept apart.
func appendTo(groups []group, format list.Format, f grouped, apart bool) []group {
	for i := range groups {
		here := !apart || filepath.Dir(groups[i].files[0].path) == filepath.Dir(f.path)
		if here && groups[i].format.ID == format.ID && groups[i].format.Source.ID == format.Source.ID {
			groups[i].files = append(groups[i].files, f)
			return groups
		}
	}
	return append(groups, group{format: format, files: []grouped{f}})
}

// expandAll returns the files of all paths.
func expandAll(paths []string, deep bool) (files []string, skipped []Skipped, err error) {
	for _, path := range paths {
		more, sub, err := expand(path, deep)
		if err != nil {
			return nil, nil, err
		}
		files, skipped = append(files, more...), append(skipped, sub...)
	}
	return files, skipped, nil
}

// expand returns the files of a path: the path itself, or the files in it if it
// is a folder, with those of the folders in it if it goes deep.
func expand(path string, deep bool) (files []string, skipped []Skipped, err error) {
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
		case e.IsDir() && deep && !strings.HasPrefix(e.Name(), "."):
			more, sub, err := expand(full, deep)
			if err != nil {
				return nil, nil, err
			}
			files, skipped = append(files, more...), append(skipped, sub...)
		case e.IsDir():
			skipped = append(skipped, Skipped{full, "a folder inside the folder; name it to import it, or import with --recursive"})
		case strings.HasPrefix(e.Name(), "."):
		case !regular(full):
			skipped = append(skipped, Skipped{full, "not a regular file"})
		default:
			files = append(files, full)
		}
	}
	return files, skipped, nil
}

// regular reports whether a path leads to a regular file. Opening a pipe would
// wait for somebody to write to it.
func regular(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // if it cannot be examined, opening it reports why
}

// detectFormat returns the format of a file and the role that it plays there, or
// no role if no format recognises it.
func detectFormat(path string, formats []list.Format, only string) (list.Format, string, error) {
	f, err := os.Open(path)
	if err != nil {
		return list.Format{}, "", &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check that you may read the file"}
	}
	defer func() { _ = f.Close() }()
	h, err := list.ReadHead(filepath.Base(path), f)
	if err != nil {
		return list.Format{}, "", DiskError(&enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: err})
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

// complete checks that a group has its main file and that no two files play a
// role for one file. It returns the companions that are missing.
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
