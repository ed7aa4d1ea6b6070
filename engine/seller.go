package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/route"
)

// SellerFiles are what a seller knows in addition to the file that is screened. Each
// is optional.
type SellerFiles struct {
	Profile   string // YAML: establishment, nationalities, currencies, us_origin, role
	Customers string // what is known of customers, by name
	History   string // earlier orders
	Answers   string // a sheet of questions that was filled in
}

// Seller is what a seller knows, ready to be added to queries.
type Seller struct {
	profile   enduse.Profile
	customers map[string]enduse.Party      // by folded name; nil: no file was given
	history   map[string][]enduse.Purchase // likewise
	from      enduse.Date                  // the first day of the history
	answers   answers
	asked     map[string]bool // buyers that answers were looked up for
	// Notes say what was not used of the files.
	Notes []string
}

// OpenSeller reads what a seller knows. A record of a file that cannot be read is an
// error: what it says would be missed in silence.
func OpenSeller(ctx context.Context, f SellerFiles) (*Seller, error) {
	s := &Seller{}
	var err error
	if s.profile, err = readProfile(f.Profile); err != nil {
		return nil, err
	}
	if f.Customers != "" {
		s.customers = map[string]enduse.Party{}
		err = s.each(ctx, f.Customers, s.addCustomers)
	}
	if err == nil && f.History != "" {
		s.history = map[string][]enduse.Purchase{}
		err = s.each(ctx, f.History, s.addPurchases)
	}
	if err == nil && f.Answers != "" {
		var notes []string
		s.answers, notes, err = readAnswers(ctx, f.Answers)
		s.Notes = append(s.Notes, notes...)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// readProfile reads the profile file; "" is a profile with nothing known.
func readProfile(path string) (p enduse.Profile, err error) {
	if path == "" {
		return p, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return p, &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Err: err, Hint: "check the path"}
	}
	defer func() { _ = f.Close() }()
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	if err := d.Decode(&p); err != nil {
		return p, &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: err, Hint: "establishment: DE, nationalities: [DE], currencies: [EUR], us_origin: yes, role: exporter"}
	}
	return p, validProfile(path, p)
}

func validProfile(path string, p enduse.Profile) error {
	for _, c := range append([]enduse.Country{p.Establishment}, p.Nationalities...) {
		if c != "" && !c.Valid() {
			return &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("\"" + string(c) + "\" is no country code"), Hint: "write ISO 3166-1 codes, such as DE"}
		}
	}
	if p.Role != "" && !slices.Contains(enduse.SellerRoles, p.Role) {
		return &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("role is %q", p.Role), Hint: fmt.Sprintf("one of %v, or leave it out", enduse.SellerRoles)}
	}
	if !slices.Contains([]string{"", "yes", "no"}, p.USOrigin) {
		return &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("us_origin is \"" + p.USOrigin + "\""), Hint: "yes, no, or leave it out"}
	}
	return nil
}

func (s *Seller) each(ctx context.Context, path string, add func(*enduse.Shipment)) error {
	records, err := OpenRecords(ctx, Files{Paths: []string{path}})
	if err != nil {
		return err
	}
	defer records.Close()
	for r, err := range records.All() {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, g := range r.Query.Shipment.Unread {
			s.Notes = append(s.Notes, fmt.Sprintf("not used of %s, row %d: %s: %s", records.fileOf(r), r.Row, g.What, g.Why))
		}
		add(&r.Query.Shipment)
	}
	return nil
}

func (s *Seller) addCustomers(shipment *enduse.Shipment) {
	for _, p := range shipment.Parties {
		if p.Role != enduse.RoleContact && p.Role != enduse.RoleDirector { // people of the customer
			s.customers[customerKey(p.Name)] = p
		}
	}
}

// addPurchases notes what each buyer of a shipment bought.
func (s *Seller) addPurchases(shipment *enduse.Shipment) {
	if d := shipment.Date; !d.IsZero() && (s.from.IsZero() || d.First().Before(s.from.First())) {
		s.from = d
	}
	for _, p := range shipment.Parties {
		if !p.Role.Buys() {
			continue
		}
		key := customerKey(p.Name)
		for _, it := range shipment.Items {
			s.history[key] = append(s.history[key], enduse.Purchase{
				Party: p.Name, Date: shipment.Date, HS: it.HS, MPN: it.MPN, Quantity: it.Quantity, Value: it.Value, Currency: it.Currency,
			})
		}
	}
}

// Complete adds what the seller knows to a query. What the query says itself is kept.
func (s *Seller) Complete(q *enduse.Query) {
	q.Profile, q.HistoryFrom = s.profile, s.from
	if buyer := s.answers.complete(&q.Shipment); buyer != "" {
		if s.asked == nil {
			s.asked = map[string]bool{}
		}
		s.asked[buyer] = true
	}
	if s.customers != nil {
		q.Customers = map[string]enduse.Party{}
	}
	if s.history != nil {
		q.History = []enduse.Purchase{}
	}
	if s.customers == nil && s.history == nil {
		return
	}
	for _, p := range q.Shipment.Parties {
		key := customerKey(p.Name)
		if known, ok := s.customers[key]; ok {
			q.Customers[p.Name] = known
		}
		if p.Role.Buys() {
			q.History = append(q.History, s.history[key]...)
		}
	}
}

// Unused returns the customers, as folded names in order, whose answers no query needed:
// they may be misspelt. Call it after the last query. A nil seller has none.
func (s *Seller) Unused() (out []string) {
	if s == nil {
		return nil
	}
	for _, customer := range slices.Sorted(maps.Keys(s.answers)) {
		if customer != customerKey(AboutSeller) && !s.asked[customer] {
			out = append(out, customer)
		}
	}
	return out
}

// customerKey brings the names of one customer together: as they are written but for
// case, accents, punctuation and the spelling of legal forms.
func customerKey(text string) string {
	n := name.Analyse(text)
	words := make([]string, len(n.Tokens))
	for i := range n.Tokens {
		if words[i] = n.Tokens[i].Raw; n.Tokens[i].Class == name.Legal {
			words[i] = n.Tokens[i].Text
		}
	}
	return cmp.Or(strings.Join(words, " "), n.Folded)
}

// Regimes say of each regime whether it binds the seller on a day: yes, no or unknown.
// A nil seller is one of whom nothing is known.
func (s *Seller) Regimes(day enduse.Date) map[string]string {
	var p enduse.Profile
	if s != nil {
		p = s.profile
	}
	out := map[string]string{}
	for _, b := range route.Regimes(p, day) {
		out[string(b.Regime)] = string(b.Applies)
	}
	return out
}
