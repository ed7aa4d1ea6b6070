package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
)

// Config holds the settings of the program.
type Config struct {
	Data   string // the data directory
	Policy string // a policy file; "" is the default policy
	// Profile is a file that says what of the seller decides which regimes bind;
	// "" is not known.
	Profile string
	Format  string // of the output
	FailOn  string // the least outcome for exit code 3
	Limit   int    // hits shown a party; 0: all
	Color   string // auto, always, never

	origins map[string]string
}

// Setting is one of the settings.
type Setting struct {
	Key    string
	Env    string
	Help   string
	OneOf  []string // "" allows everything
	Number bool
	field  func(*Config) any // a *string or an *int
}

// Settings is the table of settings.
var Settings = []Setting{
	{Key: "data", Env: "ENDUSE_DATA", Help: "data directory", field: func(c *Config) any { return &c.Data }},
	{Key: "policy", Env: "ENDUSE_POLICY", Help: "policy file (YAML); empty is the default policy", field: func(c *Config) any { return &c.Policy }},
	{Key: "format", Env: "ENDUSE_FORMAT", Help: "output format", OneOf: report.FormatNames, field: func(c *Config) any { return &c.Format }},
	{Key: "fail-on", Env: "ENDUSE_FAIL_ON", Help: "least outcome for exit code 3", OneOf: []string{"review", "prohibited"}, field: func(c *Config) any { return &c.FailOn }},
	{Key: "limit", Env: "ENDUSE_LIMIT", Help: "most hits shown for a party; 0 shows all", Number: true, field: func(c *Config) any { return &c.Limit }},
	{Key: "color", Env: "ENDUSE_COLOR", Help: "colours and bold type", OneOf: []string{"auto", "always", "never"}, field: func(c *Config) any { return &c.Color }},
	{Key: "profile", Env: "ENDUSE_PROFILE", Help: "profile file (YAML): establishment, nationalities, currencies, us_origin, role", field: func(c *Config) any { return &c.Profile }},
}

// Default returns the settings as they are when nobody says anything.
func Default() Config {
	c := Config{Format: "table", FailOn: "review", Limit: 10, Color: "auto", origins: map[string]string{}}
	c.Data = engine.DataFolder()
	return c
}

// Load reads the settings: file over default, environment over file, flags
// over environment. A file that is not named need not exist: it is then
// config.yaml in the user's configuration folder. Flags holds those that were
// given, by key.
func Load(file string, lookup func(string) (string, bool), flags map[string]string) (Config, error) {
	c := Default()
	var errs []error
	values, err := readFile(file)
	errs = append(errs, err)
	for _, s := range Settings {
		if v, ok := values[s.Key]; ok {
			errs = append(errs, c.set(s, v, "file"))
		}
		if v, ok := lookup(s.Env); ok && v != "" {
			errs = append(errs, c.set(s, v, s.Env))
		}
		if v, ok := flags[s.Key]; ok {
			errs = append(errs, c.set(s, v, "--"+s.Key))
		}
	}
	if c.Data == "" {
		errs = append(errs, errors.New("data: this system names no folder for it"))
	}
	if err := errors.Join(errs...); err != nil {
		return c, &enduse.Error{Op: "config", Code: enduse.CodeInvalid, Err: err, Hint: "enduse config show"}
	}
	return c, nil
}

// Origin says where the value of a key came from.
func (c Config) Origin(key string) string {
	if o, ok := c.origins[key]; ok {
		return o
	}
	return "default"
}

// Value returns the value of a setting as text.
func (c Config) Value(s Setting) string {
	switch f := s.field(&c).(type) {
	case *int:
		return strconv.Itoa(*f)
	case *string:
		return *f
	}
	return ""
}

func (c *Config) set(s Setting, value, origin string) error {
	if len(s.OneOf) > 0 && !slices.Contains(s.OneOf, value) {
		return fmt.Errorf("%s (%s): %q is not one of %s", s.Key, origin, value, strings.Join(s.OneOf, ", "))
	}
	c.origins[s.Key] = origin
	switch f := s.field(c).(type) {
	case *int:
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return fmt.Errorf("%s (%s): %q is not a number of 0 or more", s.Key, origin, value)
		}
		*f = n
	case *string:
		*f = value
	}
	return nil
}

// readFile reads a settings file; an unknown key is a fault.
func readFile(file string) (map[string]string, error) {
	named := file != ""
	if !named {
		dir, err := os.UserConfigDir()
		if err != nil {
			return nil, nil //nolint:nilerr // a system without such a folder has no such file
		}
		file = filepath.Join(dir, "enduse", "config.yaml")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		if !named && errors.Is(err, os.ErrNotExist) {
			return nil, nil
		}
		return nil, err
	}
	var values map[string]string
	if err := yaml.Unmarshal(b, &values); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for key := range values {
		if !slices.ContainsFunc(Settings, func(s Setting) bool { return s.Key == key }) {
			return nil, fmt.Errorf("%s: %q is not a setting", file, key)
		}
	}
	return values, nil
}
