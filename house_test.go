package enduse_test

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sources calls visit with every Go file of the module that is not a test.
func sources(t *testing.T, visit func(path string)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || strings.HasPrefix(e.Name(), ".") && path != "."):
			return fs.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			n++
			visit(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n < 100 {
		t.Fatalf("only %d files were found", n)
	}
}

// The bounds of a type: it is a noun that one can hold in mind.
const (
	maxMethodFiles      = 6
	maxMethods          = 40
	maxMethodsOfCommand = 15 // of a type in cmd, which goes from flags to the engine to a report
)

// TestTypesAreNouns: no type has methods in more files than a reader keeps open.
func TestTypesAreNouns(t *testing.T) {
	files, methods := map[string]map[string]bool{}, map[string]int{}
	sources(t, func(path string) {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			name := receiver(d)
			if name == "" {
				continue
			}
			key := filepath.Dir(path) + "." + name
			if files[key] == nil {
				files[key] = map[string]bool{}
			}
			files[key][path] = true
			methods[key]++
		}
	})
	for key, n := range methods {
		limit := maxMethods
		if strings.HasPrefix(key, "cmd") {
			limit = maxMethodsOfCommand
		}
		if n > limit || len(files[key]) > maxMethodFiles {
			t.Errorf("%s has %d methods in %d files; at most %d in %d: it wants to be two nouns", key, n, len(files[key]), limit, maxMethodFiles)
		}
	}
	if len(methods) < 100 {
		t.Errorf("only %d types were found", len(methods))
	}
}

// receiver names the type of a method; "" for anything else.
func receiver(d ast.Decl) string {
	f, ok := d.(*ast.FuncDecl)
	if !ok || f.Recv == nil || len(f.Recv.List) == 0 {
		return ""
	}
	x := f.Recv.List[0].Type
	if star, ok := x.(*ast.StarExpr); ok {
		x = star.X
	}
	switch generic := x.(type) {
	case *ast.IndexExpr:
		x = generic.X
	case *ast.IndexListExpr:
		x = generic.X
	}
	if name, ok := x.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// tics are words that translate another language instead of saying it in English:
// what "stands behind" a thing follows it, is part of it, or is its cause.
var tics = regexp.MustCompile(`(?i)\b(behind|beside|stands|told|is none|from which on|so many|of which)\b`)

// ticsMean are the few places where such a word means what it says.
var ticsMean = []string{}

// TestPlainEnglish reads the comments of the code.
func TestPlainEnglish(t *testing.T) {
	sources(t, func(path string) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for n := 1; lines.Scan(); n++ {
			_, comment, ok := strings.Cut(lines.Text(), "// ")
			if !ok || strings.Contains(comment, `"`) && !strings.HasPrefix(strings.TrimSpace(lines.Text()), "//") {
				continue
			}
			if found := tics.FindString(comment); found != "" && !slices.ContainsFunc(ticsMean, func(m string) bool { return strings.Contains(comment, m) }) {
				t.Errorf("%s:%d: %q: %s", path, n, found, strings.TrimSpace(comment))
			}
		}
	})
}

// TestDocsNameTests: a test that a document names as proof is there, in the package
// that the document says.
func TestDocsNameTests(t *testing.T) {
	there := map[string]bool{}
	named := regexp.MustCompile(`(?m)^func (Test\w+|Fuzz\w+)\(`)
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		for _, m := range named.FindAllSubmatch(b, -1) {
			there[filepath.Base(filepath.Dir(path))+"."+string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	docs, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	proofs := regexp.MustCompile("`(?:cmd/)?([a-z]+)\\.(Test\\w+|Fuzz\\w+)`")
	n := 0
	for _, doc := range docs {
		b, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range proofs.FindAllSubmatch(b, -1) {
			n++
			if name := string(m[1]) + "." + string(m[2]); !there[name] {
				t.Errorf("%s names %s, which is not there", doc, name)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d tests are named", n)
	}
}

// wayOfOneName are the functions that a reader follows from the command to the
// comparison of two names, as docs/architecture.md tells it: each names the next.
var wayOfOneName = []struct{ file, function, next string }{
	{"cmd/enduse/main.go", "main", "commands"},
	{"cmd/enduse/screen.go", "screenCommand", "ScreenAll"},
	{"engine/screen.go", "ScreenAll", "Screen"},
	{"internal/screen/screen.go", "Screen", "parties"},
	{"internal/screen/parties.go", "parties", "Search"},
	{"internal/match/match.go", "Search", "best"},
	{"internal/match/match.go", "best", "try"},
	{"internal/match/match.go", "try", "Compare"},
}

// TestWayOfOneName: from main to Compare it is eight functions.
func TestWayOfOneName(t *testing.T) {
	for _, step := range wayOfOneName {
		f, err := parser.ParseFile(token.NewFileSet(), step.file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, d := range f.Decls {
			function, ok := d.(*ast.FuncDecl)
			if !ok || function.Name.Name != step.function {
				continue
			}
			ast.Inspect(function.Body, func(n ast.Node) bool {
				name, ok := n.(*ast.Ident)
				found = found || ok && name.Name == step.next
				return !found
			})
		}
		if !found {
			t.Errorf("%s: %s does not name %s", step.file, step.function, step.next)
		}
	}
	if len(wayOfOneName) > 8 {
		t.Errorf("the way has %d functions after main", len(wayOfOneName))
	}
	table, err := os.ReadFile("cmd/enduse/main.go")
	if err != nil || !strings.Contains(string(table), "\n\tscreenCommand,\n") {
		t.Errorf("screenCommand is not in the table of commands: %v", err)
	}
}
