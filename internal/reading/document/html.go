package document

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/enduse/enduse"
)

func isHTML(head []byte, extension string) bool {
	if beginsWith(head, "<!doctype html", "<html", "<head", "<body") {
		return true
	}
	return extension == ".html" || extension == ".htm" || extension == ".xhtml" ||
		bytes.Contains(bytes.ToLower(head), []byte("<html")) && !beginsWith(head, "<?xml") ||
		bytes.Contains(bytes.ToLower(head), []byte("<html xmlns"))
}

// metaCharset finds the encoding that a page says it has.
var metaCharset = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?([a-z0-9_:.-]+)`)

func namedIn(head []byte) string {
	if m := metaCharset.FindSubmatch(head[:min(len(head), 2048)]); m != nil {
		return string(m[1])
	}
	return ""
}

func readHTML(_ context.Context, data []byte) ([]page, error) {
	p, err := pageOf(decode(data, namedIn(data)))
	if err != nil {
		return nil, err
	}
	return []page{p}, nil
}

var errNoText = errors.New("it holds no text")

// maxDepth bounds how deeply elements may be nested.
const maxDepth = 400

// pageOf reads a page: what readability takes for the article is the text, everything
// else is boilerplate.
func pageOf(text string) (page, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return page{}, err
	}
	if tooDeep(root) {
		return page{}, errors.New("its elements are nested too deeply")
	}
	p := page{}
	p.readHead(root)
	whole := blocksIn(root)
	in := articleOf(root)
	if !covers(in, whole) {
		in = nil
	}
	for _, b := range whole {
		b.boilerplate = b.boilerplate || len(in) > 0 && !in[key(b.text)]
		p.blocks = append(p.blocks, b)
	}
	return p, nil
}

// covers reports whether most of the long paragraphs of a page are in the article.
func covers(in map[string]bool, whole []block) bool {
	const long = 80
	inside, all := 0, 0
	for _, b := range whole {
		if b.boilerplate || len(b.text) < long {
			continue
		}
		all += len(b.text)
		if in[key(b.text)] {
			inside += len(b.text)
		}
	}
	return 2*inside >= all
}

// tooDeep walks without recursion.
func tooDeep(root *html.Node) bool {
	depth := 0
	for n := root; n != nil; {
		if n.FirstChild != nil {
			n = n.FirstChild
			if depth++; depth > maxDepth {
				return true
			}
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return false
}

// minArticle is how many bytes an article must have to be separated from the page.
const minArticle = 200

// articleOf returns the blocks that readability takes for the article.
func articleOf(root *html.Node) map[string]bool {
	var copied bytes.Buffer
	if err := html.Render(&copied, root); err != nil { // readability changes what it reads
		return nil
	}
	clean, err := html.Parse(&copied)
	if err != nil {
		return nil
	}
	article, err := readability.FromDocument(clean, &url.URL{Scheme: "https", Host: "localhost"})
	if err != nil || article.Node == nil {
		return nil
	}
	in, size := map[string]bool{}, 0
	for _, b := range blocksIn(article.Node) {
		in[key(b.text)] = true
		size += len(b.text)
	}
	if size < minArticle {
		return nil
	}
	return in
}

// key returns a block without what readability may change.
func key(text string) string { return strings.Join(strings.Fields(text), " ") }

// blocksIn returns the paragraphs, headings and items under a node, in order.
func blocksIn(root *html.Node) (out []block) {
	var text strings.Builder
	heading, boilerplate := false, false
	end := func() {
		if t := key(text.String()); t != "" {
			out = append(out, block{text: t, heading: heading, boilerplate: boilerplate})
		}
		text.Reset()
	}
	var walk func(n *html.Node, aside bool)
	walk = func(n *html.Node, aside bool) {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
			return
		}
		if n.Type == html.ElementNode && hidden(n) {
			return
		}
		if n.DataAtom == atom.Img {
			if alt := key(attr(n, "alt")); alt != "" {
				end()
				out = append(out, block{text: alt, boilerplate: true})
			}
			return
		}
		aside = aside || slices.Contains(asideAtoms, n.DataAtom)
		own := n.Type == html.ElementNode && slices.Contains(blockAtoms, n.DataAtom)
		if own {
			end()
			if n.DataAtom == atom.Br && len(out) > 0 {
				out[len(out)-1].line = true
			}
			heading, boilerplate = slices.Contains(headingAtoms, n.DataAtom), aside
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, aside)
		}
		if own {
			end()
			heading, boilerplate = false, aside
		}
	}
	walk(root, false)
	end()
	return out
}

// What elements are: not shown, next to the text, a heading, or a block of their own.
var (
	hiddenAtoms  = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Head, atom.Select, atom.Object}
	asideAtoms   = []atom.Atom{atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Figcaption}
	headingAtoms = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	blockAtoms   = slices.Concat(asideAtoms, headingAtoms, []atom.Atom{
		atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Blockquote, atom.Article, atom.Section, atom.Main, atom.Header, atom.Table, atom.Tr, atom.Td, atom.Th,
		atom.Dl, atom.Dt, atom.Dd, atom.Pre, atom.Br, atom.Hr, atom.Figure, atom.Body, atom.Address, atom.Fieldset, atom.Label, atom.Option,
	})
)

func hidden(n *html.Node) bool {
	if slices.Contains(hiddenAtoms, n.DataAtom) {
		return true
	}
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none")
	})
}

// readHead takes title, source and date from the head of a page, and from what it
// says for machines.
func (p *page) readHead(root *html.Node) {
	meta := map[string]string{}
	first, title := "", ""
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom { //nolint:exhaustive // few of all elements are of the head
		case atom.Meta:
			name := strings.ToLower(attr(n, "property") + attr(n, "name") + attr(n, "itemprop"))
			if v := strings.TrimSpace(attr(n, "content")); v != "" && meta[name] == "" {
				meta[name] = v
			}
		case atom.Title:
			if title == "" {
				title = key(textOf(n))
			}
		case atom.H1:
			if first == "" {
				first = key(textOf(n))
			}
		case atom.Time:
			if v := attr(n, "datetime"); v != "" && meta["time"] == "" {
				meta["time"] = v
			}
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") {
				readLD(textOf(n), meta)
			}
		}
	}
	p.title = firstOf(first, meta["og:title"], meta["headline"], beforeSite(title, meta["og:site_name"]))
	p.source = firstOf(meta["og:site_name"], meta["publisher"], meta["application-name"])
	for _, v := range []string{meta["article:published_time"], meta["datepublished"], meta["time"], meta["date"], meta["dc.date"], meta["pubdate"]} {
		if d, ok := dateIn(v); ok {
			p.published = d
			break
		}
	}
}

// beforeSite returns a title without the name of the site after it.
func beforeSite(title, site string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && (site == "" || strings.Contains(title[i:], site)) {
			return title[:i]
		}
	}
	return title
}

func readLD(text string, meta map[string]string) {
	var ld struct {
		DatePublished string `json:"datePublished"`
		Headline      string `json:"headline"`
		Publisher     struct {
			Name string `json:"name"`
		} `json:"publisher"`
	}
	if json.Unmarshal([]byte(text), &ld) == nil {
		meta["datepublished"], meta["headline"], meta["publisher"] = ld.DatePublished, ld.Headline, ld.Publisher.Name
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// dateIn reads a day at the beginning of a machine's date.
func dateIn(v string) (enduse.Date, bool) {
	if len(v) >= 10 {
		if d, err := enduse.ParseDate(v[:10]); err == nil {
			return d, true
		}
	}
	return enduse.Date{}, false
}
