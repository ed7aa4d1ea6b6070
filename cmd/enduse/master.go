package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/redflag"
)

// master is what the user knows beside the file that is screened: the profile of
// the seller, customers, and what was sold before.
type master struct {
	profile   enduse.Profile
	customers map[string]enduse.Party      // by folded name; nil: no file was given
	history   map[string][]enduse.Purchase // likewise
	from      enduse.Date                  // the first day of the history
}

// readProfile reads the profile file; "" is a profile of which nothing is known.
func readProfile(path string) (p enduse.Profile, err error) {
	if path == "" {
		return p, nil
	}
	f, err := os.Open(path) // #nosec G304 -- the user names the file
	if err != nil {
		return p, &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Err: err, Hint: "check the path"}
	}
	defer func() { _ = f.Close() }()
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	if err := d.Decode(&p); err != nil {
		return p, &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: err, Hint: "establishment: DE, nationalities: [DE], currencies: [EUR], us_origin: yes"}
	}
	return p, validProfile(path, p)
}

// readReferences reads the file of what is usual; "" is none.
func readReferences(path string) (*redflag.References, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // none was given
	}
	f, err := os.Open(path) // #nosec G304 -- the user names the file
	if err != nil {
		return nil, &enduse.Error{Op: "references", Code: enduse.CodeInvalid, Err: err, Hint: "check the path"}
	}
	defer func() { _ = f.Close() }()
	return redflag.ReadReferences(path, f)
}

func validProfile(path string, p enduse.Profile) error {
	for _, c := range append([]enduse.Country{p.Establishment}, p.Nationalities...) {
		if c != "" && !c.Valid() {
			return &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("\"" + string(c) + "\" is no country code"), Hint: "write ISO 3166-1 codes, such as DE"}
		}
	}
	if !slices.Contains([]string{"", "yes", "no"}, p.USOrigin) {
		return &enduse.Error{Op: "profile", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("us_origin is \"" + p.USOrigin + "\""), Hint: "yes, no, or leave it out"}
	}
	return nil
}

// readMaster reads the profile and the files of customers and of orders before.
func (a *app) readMaster(ctx context.Context, customers, history string) (m master, err error) {
	if m.profile, err = readProfile(a.config.Profile); err != nil {
		return m, err
	}
	if customers != "" {
		m.customers = map[string]enduse.Party{}
		err = a.eachShipment(ctx, customers, func(s *enduse.Shipment) {
			for _, p := range s.Parties {
				if p.Role != enduse.RoleContact && p.Role != enduse.RoleDirector { // people of the customer
					m.customers[keyOf(p.Name)] = p
				}
			}
		})
	}
	if err == nil && history != "" {
		m.history = map[string][]enduse.Purchase{}
		err = a.eachShipment(ctx, history, m.remember)
	}
	return m, err
}

// eachShipment reads a file that what is screened is set against: a record of it
// that cannot be read is an error, for what it says would be missed.
func (a *app) eachShipment(ctx context.Context, path string, visit func(*enduse.Shipment)) error {
	inputs, err := a.openInputs(ctx, []string{path}, (&screenFlags{}).intake())
	if err != nil {
		return err
	}
	defer func() {
		for _, in := range inputs {
			in.close()
		}
	}()
	for _, in := range inputs {
		if in.unread != nil {
			return in.unread
		}
		for record, err := range in.reader.Records() {
			if err != nil {
				return err
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			for _, g := range record.Shipment.Unread {
				a.say("not used of %s, row %d: %s: %s", in.name, record.Row, g.What, g.Why)
			}
			visit(&record.Shipment)
		}
	}
	return nil
}

// remember notes what each buyer of a shipment bought.
func (m *master) remember(s *enduse.Shipment) {
	if !s.Date.IsZero() && (m.from.IsZero() || s.Date.First().Before(m.from.First())) {
		m.from = s.Date
	}
	for _, p := range s.Parties {
		if !p.Role.Buys() {
			continue
		}
		for _, it := range s.Items {
			m.history[keyOf(p.Name)] = append(m.history[keyOf(p.Name)], enduse.Purchase{
				Party: p.Name, Date: s.Date, HS: it.HS, MPN: it.MPN, Quantity: it.Quantity, Value: it.Value, Currency: it.Currency,
			})
		}
	}
}

// complete puts what is known beside the file into a query. What the file says
// itself stands.
func (m *master) complete(q *enduse.Query) {
	q.Profile, q.HistoryFrom = m.profile, m.from
	if m.customers != nil {
		q.Customers = map[string]enduse.Party{}
	}
	if m.history != nil {
		q.History = []enduse.Purchase{}
	}
	for _, p := range q.Shipment.Parties {
		if known, ok := m.customers[keyOf(p.Name)]; ok {
			q.Customers[p.Name] = known
		}
		if p.Role.Buys() {
			q.History = append(q.History, m.history[keyOf(p.Name)]...)
		}
	}
}

// keyOf is how names of one customer are brought together: as they are written
// but for case, accents and punctuation.
func keyOf(text string) string {
	n := name.Analyse(text)
	return n.Folded
}
