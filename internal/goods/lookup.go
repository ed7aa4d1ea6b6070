package goods

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// OnList says which list a code is on.
type OnList struct {
	List     string `json:"list"`
	Tier     string `json:"tier"`
	Citation string `json:"citation"`
	// Destinations are those that the list is about; none: all.
	Destinations []enduse.Country `json:"destinations,omitempty"`
}

func (p *ControlList) on(e *Entry) OnList { return OnList{p.ID, e.Tier, p.cite(e), p.Destinations} }

// Answer is a code that a question may mean.
type Answer struct {
	Code        string   `json:"code"`
	System      System   `json:"system"`
	Description string   `json:"description"`
	Confidence  float64  `json:"confidence"` // 1 for a code that was asked for itself
	Lists       []OnList `json:"lists"`
	Reason      string   `json:"because,omitempty"` // the words or the part number it was found by
	Note        string   `json:"note,omitempty"`
}

// Lookup answers a code of any system, a part number or words. The error of
// something that looks like a code and is not one has a hint; words that lead
// nowhere give no answers.
func (c *Checker) Lookup(text string, day enduse.Date, limit int) ([]Answer, error) {
	text = strings.TrimSpace(text)
	if n, err := ParseControlNumber(text); err == nil {
		return []Answer{c.answerECCN(n, day)}, nil
	}
	if looksLikeCode(text) {
		digits, _ := hsDigits(text)
		if len(digits) == 2 || len(digits) == 4 {
			return c.under(text, digits, day)
		}
		h, err := ParseHS(text)
		if err != nil {
			return nil, err
		}
		return c.answersHS(h, day)
	}
	return c.answersText(text, day, limit), nil
}

// codeWords are what people write before a code.
var codeWords = []string{"hs", "hscode", "hts", "htsus", "cn", "cncode", "taric", "ncm", "hsn", "code", "tariff", "тнвэд", "тнвэдеаэс", "税号", "hs编码"}

// looksLikeCode reports whether a text is digits, perhaps after a word that
// announces a code: a part number has other letters.
func looksLikeCode(text string) bool {
	at := strings.IndexFunc(text, func(r rune) bool { _, ok := digit(r); return ok })
	if at < 0 || strings.ContainsFunc(text[at:], unicode.IsLetter) {
		return false
	}
	word := strings.Join(wordsOf(strings.ToLower(text[:at])), "")
	return word == "" || slices.Contains(codeWords, word)
}

func (c *Checker) answersHS(h HS, day enduse.Date) ([]Answer, error) {
	all, gap := c.resolve(h, false)
	if gap != nil {
		return nil, &enduse.Error{Op: "goods", Code: enduse.CodeNotFound, Subject: string(h), Hint: gap.Hint, Err: errors.New(gap.Why)}
	}
	var out []Answer
	if all[0].change != Same {
		out = append(out, Answer{
			Code: h.Six(), System: HS2017, Description: c.hs2017.Describe(h.Six()), Confidence: 1, Lists: []OnList{},
			Note: "HS 2017: " + string(all[0].change) + " in HS 2022; " + all[0].source,
		})
	}
	for _, s := range all {
		a := c.answerHS(s.full, day)
		a.Confidence = 1 / float64(len(all))
		if s.change == Split {
			a.Note = "one of those that HS 2017 " + h.Dotted() + " went to: the goods decide"
		}
		out = append(out, a)
	}
	return out, nil
}

func (c *Checker) answerHS(code string, day enduse.Date) Answer {
	a := Answer{Code: code[:6], System: HS2022, Description: c.describe(code[:6]), Confidence: 1, Lists: []OnList{}}
	for _, p := range c.lists {
		found, partial := p.hs(code, day)
		for _, e := range found {
			on := p.on(e)
			if partial {
				on.Citation += ", " + e.Code
			}
			if !slices.ContainsFunc(a.Lists, func(o OnList) bool { return o.List == on.List && o.Tier == on.Tier && o.Citation == on.Citation }) {
				a.Lists = append(a.Lists, on)
			}
		}
	}
	return a
}

// describe names a code as its nomenclature does, or as a list does.
func (c *Checker) describe(code string) string {
	if d := c.hs2022.Describe(code); d != "" {
		return d
	}
	for _, p := range c.lists {
		for _, i := range p.byCode[code] {
			if d := p.Entries[i].Description; d != "" {
				return d
			}
		}
	}
	return ""
}

func (c *Checker) answerECCN(n ControlNumber, day enduse.Date) Answer {
	a := Answer{Code: n.String(), System: ECCN, Description: n.Describe(), Confidence: 1, Lists: []OnList{}}
	if r, ok := n.Regime(); ok {
		a.Note = "by its digits: " + r.Name + " (" + r.Citation + ")"
	}
	for _, p := range c.lists {
		for _, e := range p.eccn(n, day) {
			a.Lists = append(a.Lists, p.on(e))
			if e.Description != "" {
				a.Description = e.Description
			}
		}
	}
	return a
}

// under answers a chapter or a heading by what is below it.
func (c *Checker) under(text, prefix string, day enduse.Date) ([]Answer, error) {
	var codes []string
	for _, n := range c.hs2022.Under(prefix) {
		codes = append(codes, n.Code)
	}
	for _, p := range c.lists {
		for i := range p.Entries {
			if e := &p.Entries[i]; e.System == HS2022 && len(e.Code) == 6 && strings.HasPrefix(e.Code, prefix) {
				codes = appendNew(codes, e.Code)
			}
		}
	}
	if len(codes) == 0 {
		_, err := ParseHS(text)
		return nil, err
	}
	slices.Sort(codes)
	out := make([]Answer, 0, len(codes))
	for _, code := range codes {
		out = append(out, c.answerHS(code, day))
	}
	return out, nil
}

func (c *Checker) answersText(text string, day enduse.Date, limit int) []Answer {
	all := c.candidates(enduse.Item{Description: text}, c.lexicon.Find(text))
	all = append(all, c.parts.Candidates(text, "")...)
	all = best(append(all, c.hs2022.Search(text, limit)...))
	out := make([]Answer, 0, limit)
	for _, cand := range all[:min(len(all), limit)] {
		a := c.answerHS(cand.Code, day)
		a.Confidence, a.Reason, a.Note = cand.Confidence, cand.Source+": "+cand.Reason, "a lead, never a classification"
		out = append(out, a)
	}
	return out
}
