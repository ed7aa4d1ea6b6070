package engine

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/snapshot"
)

// Config says what an engine is opened with. The zero value is the data directory
// and the policy that the command has without settings.
type Config struct {
	Data       string       // data directory; "" is DataFolder()
	Policy     string       // policy file (YAML); "" is the default policy
	References string       // file of usual prices, routes, delivery and packaging (YAML); "" is none
	Version    string       // of the program, for the stamps; "" is Version()
	Clock      enduse.Clock // nil is the clock of the machine
}

// Engine screens, compares, reads and looks up.
type Engine struct {
	config     Config
	policy     *policy.Policy
	store      *edition.Store
	snapshots  *snapshot.Lists
	tables     *refdata.Tables
	references *redflag.References
}

// Open reads the policy and the tables of goods and opens the store of lists. No list
// is read before the first query. It fails if the policy or a table cannot be read.
func Open(ctx context.Context, c Config) (*Engine, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	if c.Version == "" {
		c.Version = Version()
	}
	if c.Data == "" {
		if c.Data = DataFolder(); c.Data == "" {
			return nil, &enduse.Error{Op: "engine", Code: enduse.CodeInvalid, Err: errors.New("this system names no folder for data"), Hint: "name a data directory"}
		}
	}
	e := &Engine{config: c}
	var err error
	if e.policy, err = readPolicy(c.Policy); err != nil {
		return nil, err
	}
	if e.tables, err = refdata.Load(c.Data); err != nil {
		return nil, err
	}
	if e.references, err = readReferences(c.References); err != nil {
		return nil, err
	}
	e.store = edition.Open(c.Data, c.Clock, e.policy.MaxAge)
	e.snapshots = snapshot.New(e.store)
	return e, nil
}

func readPolicy(path string) (*policy.Policy, error) {
	if path == "" {
		return policy.Default(), nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Err: err, Hint: "check --policy"}
	}
	return policy.Parse(b)
}

func readReferences(path string) (*redflag.References, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // none was given
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &enduse.Error{Op: "references", Code: enduse.CodeInvalid, Err: err, Hint: "check the path"}
	}
	defer func() { _ = f.Close() }()
	return redflag.ReadReferences(path, f)
}

// today is the day of the clock.
func (e *Engine) today() enduse.Date { return enduse.DateOf(e.config.Clock()) }

// Basis is what the answers of a day rest on.
type Basis struct {
	Policy string // its name
	Stamp  enduse.Stamp
	// Gaps are the required lists that are not searched whole and fresh, and others
	// that failed.
	Gaps []enduse.Gap
}

// Basis returns what the answers of a day rest on; the zero day is today.
func (e *Engine) Basis(ctx context.Context, day enduse.Date) (Basis, error) {
	if day.IsZero() {
		day = e.today()
	}
	lists, err := e.snapshots.Snapshot(ctx, day)
	if err != nil {
		return Basis{}, err
	}
	return Basis{Policy: e.policy.Name, Stamp: screen.StampOf(e.config.Version, e.policy, lists, day), Gaps: lists.Gaps(e.policy.RequiredLists)}, nil
}

// Threshold is the policy's score at or above which a hit matches.
func (e *Engine) Threshold() float64 { return e.policy.Threshold }

// Release is the version of the next or the present release; a release build sets it
// with the linker.
var Release = "0.1.0"

// Version names the engine: its release and, in a build of the command from its
// repository, the commit.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Path != "github.com/enduse/enduse" {
		return Release
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return Release + "+" + s.Value[:12]
		}
	}
	return Release
}

// DataFolder is the platform's folder for the data of a program: that of the XDG base
// directory specification on Unix, the application support folder elsewhere; "" where
// the system names none.
func DataFolder() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "enduse")
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "enduse")
		}
		return ""
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "share", "enduse")
	}
	return ""
}
