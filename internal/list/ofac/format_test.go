package ofac

import (
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

func setOf(files map[string]string) list.Set {
	var set list.Set
	for role, text := range files {
		set = append(set, list.File{Name: role, Role: role, Open: func() (io.ReadCloser, error) {
			if text == "" {
				return nil, os.ErrPermission
			}
			return io.NopCloser(strings.NewReader(crlf(text))), nil
		}})
	}
	return set
}

func TestFormatReadsASet(t *testing.T) {
	set := setOf(map[string]string{"sdn.csv": sdnMain, "alt.csv": sdnAlt, "add.csv": sdnAdd, "sdn_comments.csv": end})
	entities, names := 0, 0
	for e, err := range Formats()[0].Read(set) {
		if err != nil {
			t.Error(err)
		}
		entities++
		names += len(e.Names)
	}
	if entities != 7 || names != 11 {
		t.Errorf("%d entities with %d names, want 7 with 11", entities, names)
	}
}

func TestFormatWithoutItsFiles(t *testing.T) {
	for name, set := range map[string]list.Set{
		"no main file":       setOf(map[string]string{"alt.csv": sdnAlt}),
		"cannot be opened":   setOf(map[string]string{"sdn.csv": sdnMain, "alt.csv": ""}),
		"of another program": setOf(map[string]string{"cons_prim.csv": consMain}),
	} {
		var errs []error
		for _, err := range Formats()[0].Read(set) {
			errs = append(errs, err)
		}
		var bad *enduse.Error
		if len(errs) != 1 || !errors.As(errs[0], &bad) || bad.Code != enduse.CodeNotFound {
			t.Errorf("%s: got %v, want one fatal error", name, errs)
		}
	}
}
