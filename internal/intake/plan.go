package intake

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// plan says what becomes of the columns of a file.
type plan struct {
	known   map[string]target
	columns []string
	bare    bool          // one column without a header: names
	orders  bool          // rows are lines of orders
	nested  bool          // rows may hold the shape of a shipment
	roles   []enduse.Role // those that have columns
	home    enduse.Role   // whose the details without a role are; "" their own
}

func newPlan(columns []string, bare bool) plan {
	p := plan{known: map[string]target{}, columns: columns, bare: bare}
	for _, c := range columns {
		t, ok := meaning(c)
		if bare {
			t, ok = target{field: fName}, true
		}
		p.nested = p.nested || c == "parties" || strings.HasPrefix(c, "parties.")
		if !ok {
			continue
		}
		p.known[c] = t
		p.orders = p.orders || t.field == fOrderID
		if t.role != "" && !slices.Contains(p.roles, t.role) {
			p.roles = append(p.roles, t.role)
		}
	}
	if len(p.roles) == 1 && !p.has(fName, fGiven, fFamily, fOtherNames) {
		p.home = p.roles[0]
	}
	return p
}

// has reports whether a field has a column without a role.
func (p *plan) has(fields ...field) bool {
	for _, t := range p.known {
		if t.role == "" && slices.Contains(fields, t.field) {
			return true
		}
	}
	return false
}

// usable reports whether any party can be found by the columns.
func (p *plan) usable() bool {
	for _, t := range p.known {
		if t.field.key() {
			return true
		}
	}
	return p.nested
}

// meaning is that of a column, also of one that only a later row has.
func (p *plan) meaning(column string) (target, bool) {
	if t, ok := p.known[column]; ok {
		return t, true
	}
	if p.bare || slices.Contains(p.columns, column) {
		return target{}, false
	}
	return meaning(column)
}

// dates are the columns of birth dates.
func (p *plan) dates() []string {
	var out []string
	for _, c := range p.columns {
		last := c[strings.LastIndexByte(c, '.')+1:]
		if t, ok := p.meaning(c); ok && t.field == fBirthDate {
			out = append(out, c)
		} else if t, ok := meaning(last); ok && t.field == fBirthDate {
			out = append(out, c)
		}
	}
	return out
}

// notes tell of details of which it is not said whose they are.
func (p *plan) notes() []string {
	if len(p.roles) < 2 || p.has(fName, fGiven, fFamily, fOtherNames) {
		return nil
	}
	var loose []string
	for _, c := range p.columns {
		t, ok := p.known[c]
		if ok && t.role == "" && p.owner(t) == "" && partyField(t.field) {
			loose = append(loose, c)
		}
	}
	if len(loose) == 0 {
		return nil
	}
	return []string{"it is not said whose these are, so they are a party of their own: " + strings.Join(loose, ", ") +
		"; name them after a party, such as: consignee_" + fold(loose[0])}
}

func partyField(f field) bool {
	_, ok := partyWords[f]
	ident := f.isIdentifier()
	return ok || ident
}

// owner is whose a detail is. Numbers of ships and banks go to the ship and
// the bank of the row.
func (p *plan) owner(t target) enduse.Role {
	if t.role != "" {
		return t.role
	}
	if p.home != "" || p.has(fName) {
		return p.home
	}
	natural := map[field]enduse.Role{
		fFlag: enduse.RoleVessel, identifierMark + field(enduse.IDIMO): enduse.RoleVessel, identifierMark + field(enduse.IDMMSI): enduse.RoleVessel,
		identifierMark + field(enduse.IDCallSign): enduse.RoleVessel, identifierMark + field(enduse.IDBIC): enduse.RoleBank,
	}[t.field]
	if slices.Contains(p.roles, natural) {
		return natural
	}
	return ""
}

// sorted is a row, sorted by whose its values are.
type sorted struct {
	parties map[enduse.Role]*values
	roles   []enduse.Role
	order   values
	extra   map[string]string
}

func (p *plan) sort(row table.Row) sorted {
	s := sorted{parties: map[enduse.Role]*values{}, extra: map[string]string{}}
	done := map[string]bool{}
	for _, c := range row.Columns() {
		texts := row.Values(c)
		if done[c] || len(texts) == 0 {
			continue
		}
		done[c] = true
		t, ok := p.meaning(c)
		switch {
		case !ok:
			s.extra[c] = strings.Join(texts, "; ")
		case !partyField(t.field):
			s.order.add(t.field, c, texts)
		default:
			s.party(p.owner(t)).add(t.field, c, texts)
		}
	}
	return s
}

// party returns the values of a role, in the order in which roles appear.
func (s *sorted) party(role enduse.Role) *values {
	v, ok := s.parties[role]
	if !ok {
		v = &values{}
		s.parties[role] = v
		s.roles = append(s.roles, role)
	}
	return v
}
