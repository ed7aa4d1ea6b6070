package intake

import (
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// columnMap says what becomes of the columns of a file.
type columnMap struct {
	known       map[string]meant // also of columns that have no meaning
	columns     []string
	own         map[field]bool  // fields that have a column without a role
	bare        bool            // one column without a header: names
	orders      bool            // rows are lines of orders
	nested      bool            // rows may hold the shape of a shipment
	roles       []enduse.Role   // those that have columns
	ignored     map[string]bool // the user asked to leave them out
	flat        bool            // a column that is not a key within an object names the party
	defaultRole enduse.Role     // whose the details without a role are; "" their own
}

// meant is the meaning of a column, if it has one.
type meant struct {
	columnRole
	ok      bool
	telling bool // it has no meaning, and looks as if somebody could be found by it
	inner   bool // it is the name of the record's own party, in an object within it
}

func meantBy(column string) meant {
	t, ok := meaning(column)
	inner := ok && t.role == "" && strings.Contains(column, ".") && slices.Contains(nameFields, t.field)
	return meant{t, ok, !ok && telling(column), inner}
}

// nameFields are what a party is called.
var nameFields = []field{fName, fGiven, fFamily, fMiddle, fOtherNames}

// maxKnown bounds how many columns are remembered: rows of JSON may each have
// others.
const maxKnown = 1 << 16

func newColumnMap(columns []string, bare bool, mapping map[string]string) columnMap {
	p := columnMap{known: map[string]meant{}, own: map[field]bool{}, columns: columns, bare: bare, ignored: map[string]bool{}}
	seen := map[enduse.Role]bool{}
	p.nested = slices.ContainsFunc(columns, func(c string) bool { return c == "parties" || strings.HasPrefix(c, "parties.") })
	for _, c := range columns {
		if _, again := p.known[c]; again || p.nested && shaped(c) {
			continue // read by its own shape, row by row
		}
		m := meantBy(c)
		if as, ok := mapping[c]; ok {
			m = meantBy(as)
			if p.ignored[c] = as == Ignore; p.ignored[c] {
				m = meant{}
			}
		}
		if bare {
			m = meant{columnRole: columnRole{field: fName}, ok: true}
		}
		p.known[c] = m
		if !m.ok {
			continue
		}
		t := m.columnRole
		p.orders = p.orders || t.field == fOrderID
		switch {
		case t.role == "":
			p.own[t.field] = true
			p.flat = p.flat || !m.inner && slices.Contains(nameFields, t.field)
		case !seen[t.role]:
			seen[t.role] = true
			p.roles = append(p.roles, t.role)
		}
	}
	if !p.has(fName, fGiven, fFamily, fOtherNames) {
		p.defaultRole = defaultRoleOf(p.roles)
	}
	return p
}

// secondaryRoles are roles of people and firms whom a row names in addition to its party:
// details without a role are not theirs.
var secondaryRoles = []enduse.Role{
	enduse.RoleContact, enduse.RoleDirector, enduse.RoleRelated, enduse.RoleOwner, enduse.RoleBank, enduse.RolePayer, enduse.RoleAgent,
}

// defaultRoleOf is the only role to which details without a role can belong, or "".
func defaultRoleOf(roles []enduse.Role) enduse.Role {
	if len(roles) == 1 {
		return roles[0]
	}
	var defaultRole enduse.Role
	for _, r := range roles {
		switch {
		case slices.Contains(secondaryRoles, r):
		case defaultRole != "":
			return ""
		default:
			defaultRole = r
		}
	}
	return defaultRole
}

// has reports whether a field has a column without a role.
func (p *columnMap) has(fields ...field) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return p.own[f] })
}

// usable reports whether any party can be found by the columns.
func (p *columnMap) usable() bool {
	for _, m := range p.known {
		if m.ok && m.field.key() {
			return true
		}
	}
	return p.nested
}

// meaning is that of a column, also of one that only a later row has.
func (p *columnMap) meaning(column string) (columnRole, bool) {
	m := p.means(column)
	return m.columnRole, m.ok
}

func (p *columnMap) means(column string) meant {
	m, ok := p.known[column]
	if ok || p.bare {
		return m
	}
	m = meantBy(column)
	if len(p.known) < maxKnown {
		p.known[column] = m
	}
	return m
}

// columnsOf returns the columns of some fields, also of objects within a record.
func (p *columnMap) columnsOf(fields ...field) []string {
	var out []string
	for _, c := range p.columns {
		last := c[strings.LastIndexByte(c, '.')+1:]
		own, ok := p.meaning(c)
		inner, innerOK := meaning(last)
		if ok && slices.Contains(fields, own.field) || innerOK && slices.Contains(fields, inner.field) {
			out = append(out, c)
		}
	}
	return out
}

// owner is whose a detail is. Numbers of ships and banks go to the ship and
// the bank of the row.
func (p *columnMap) owner(t columnRole) enduse.Role {
	if t.role != "" {
		return t.role
	}
	if natural := naturalOwners[t.field]; slices.Contains(p.roles, natural) {
		return natural // "name, vessel, imo": the number is the ship's
	}
	return p.defaultRole
}

// naturalOwners are those whose numbers some fields are.
var naturalOwners = map[field]enduse.Role{
	fFlag: enduse.RoleVessel, identifierMark + field(enduse.IDIMO): enduse.RoleVessel, identifierMark + field(enduse.IDMMSI): enduse.RoleVessel,
	identifierMark + field(enduse.IDCallSign): enduse.RoleVessel, identifierMark + field(enduse.IDBIC): enduse.RoleBank,
}

// rowValues are the values of a row, by whose they are.
type rowValues struct {
	parties map[enduse.Role]*values
	roles   []enduse.Role
	order   values
	extra   map[string]string
}

// assign files the values of a row; what may name somebody else goes to the texts.
func (p *columnMap) assign(row table.Row, t *rowIssues) rowValues {
	s := rowValues{parties: map[enduse.Role]*values{}, extra: map[string]string{}}
	done := map[string]bool{}
	for _, c := range row.Columns() {
		texts := row.Values(c)
		if done[c] || len(texts) == 0 {
			continue
		}
		done[c] = true
		m := p.means(c)
		if m.ok && m.field == fName && fold(c) == "account" && !slices.ContainsFunc(texts, lettered) { // its number, and not whose it is
			t.search(c, fID, true, texts)
			s.extra[c] = strings.Join(texts, "; ")
			continue
		}
		t.search(c, m.field, m.ok, texts)
		switch {
		case !m.ok:
			s.extra[c] = strings.Join(texts, "; ")
			if m.telling && row.JSON() == nil && !slices.ContainsFunc(texts, namable) {
				t.note("the column %s has no meaning here and was not used: %.100s", c, s.extra[c])
			}
		case m.inner && (p.flat || len(texts) > 1): // somebody else than the party
			s.party(enduse.RoleRelated).add(fName, c, texts)
		case !m.field.ofParty():
			s.order.add(m.field, c, texts)
		default:
			s.party(p.owner(m.columnRole)).add(m.field, c, texts)
		}
	}
	return s
}

func lettered(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// party returns the values of a role, in the order in which roles appear.
func (s *rowValues) party(role enduse.Role) *values {
	v, ok := s.parties[role]
	if !ok {
		v = &values{}
		s.parties[role] = v
		s.roles = append(s.roles, role)
	}
	return v
}
