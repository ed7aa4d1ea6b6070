package canada

import (
	"cmp"
	"errors"
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// elements are those of a record; all are read.
var elements = []string{
	"Country", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "DateOfBirthOrShipBuildDate", "ShipIMONumber",
	"Aliases", "Schedule", "Item", "DateOfListing",
}

// record is a record on its way to an entity.
type record struct {
	*list.EntityBuilder
	list.Node
	given, family string
}

// entity makes an entity of a record.
func entity(n list.Node) (enduse.Entity, error) {
	r := record{Node: n, EntityBuilder: list.NewEntity(listID, "")}
	r.given, r.family = r.text("GivenName"), r.text("LastName")
	r.kind()
	if err := r.listing(); err != nil {
		return enduse.Entity{}, err
	}
	r.names()
	r.dates()
	r.titles()
	for _, k := range n.Unknown(elements...) {
		r.AddUnread(k.Name, k.AllText())
	}
	return r.Build(), nil
}

func (r *record) text(element string) string { return list.OneLine(r.Get(element)) }

// kind tells persons, entities and ships apart by the elements they have.
func (r *record) kind() {
	switch {
	case r.text("ShipIMONumber") != "":
		r.Schema, r.Kind = enduse.SchemaVessel, "ship"
		r.Vessel = &enduse.Vessel{Type: r.text("TitleOrShip")}
		r.AddIdentifier(enduse.Identifier{Kind: enduse.IDIMO, Value: r.text("ShipIMONumber")})
	case r.text("EntityOrShip") != "":
		r.Schema, r.Kind = enduse.SchemaOrganization, "entity"
	default:
		r.Schema, r.Kind = enduse.SchemaPerson, "individual"
	}
}

// listing reads regulation, schedule and item: the id and the designation.
func (r *record) listing() error {
	country, item := r.text("Country"), r.text("Item")
	part := strings.Join(strings.Fields(strings.ReplaceAll(r.text("Schedule"), ",", ", ")), " ") // it also has "1,Part 3"
	if country == "" || item == "" {
		return errors.New("the element Country or Item is missing")
	}
	regime, known := regimeOf(country)
	if !known {
		r.AddUnread("Country", country)
	}
	schedule, known := scheduleOf(regime, part)
	if !known {
		r.AddUnread("Schedule", part)
	}
	r.ID = enduse.EntityID(listID + ":" + slug(regime.id) + "/" + cmp.Or(slug(part), "schedule") + "/" + slug(item))
	d := enduse.Designation{
		List: listID, Program: regime.id, Measures: schedule.measures, URL: listURL,
		Basis: regime.title + basisOf(part, item, schedule.note),
	}
	d.Since = r.day("DateOfListing")
	r.Designations = []enduse.Designation{d}
	return nil
}

// basisOf names the place in a regulation.
func basisOf(part, item, note string) string {
	if part == "" || strings.HasPrefix(part, "Part ") {
		part = strings.TrimRight("the schedule, "+part, ", ")
	} else {
		part = "Schedule " + part
	}
	out := ", " + part + ", item " + item
	if note != "" {
		out += " (" + note + ")"
	}
	return out
}

var notSlug = regexp.MustCompile(`[^\p{L}\p{N}.]+`)

// slug writes a text with dashes for all but letters, digits and points.
func slug(s string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(s), "-"), "-")
}

// names takes the name, whose parts the list gives for persons, and aliases.
func (r *record) names() {
	name := strings.TrimSpace(r.given + " " + r.family)
	if entity := r.text("EntityOrShip"); entity != "" {
		several := []string{entity}
		if r.Schema != enduse.SchemaVessel {
			several = bilingual(entity)
		}
		name = several[0]
		for _, s := range several[1:] {
			r.Names = append(r.Names, enduse.Name{Text: s, Kind: enduse.NameAlias})
		}
	}
	if name != "" {
		primary := enduse.Name{Text: name, Kind: enduse.NamePrimary}
		if r.Schema == enduse.SchemaPerson && r.given != "" {
			primary.Parts = &enduse.NameParts{Given: r.given, Family: r.family}
		}
		r.Names = append([]enduse.Name{primary}, r.Names...)
	}
	r.Names = append(r.Names, aliases(r.Get("Aliases"), r.Schema == enduse.SchemaPerson)...)
}

// titles splits "General/général".
func (r *record) titles() {
	if r.Schema == enduse.SchemaVessel || r.text("TitleOrShip") == "" {
		return
	}
	for t := range strings.SplitSeq(r.text("TitleOrShip"), "/") {
		r.Titles = append(r.Titles, strings.TrimSpace(t))
	}
}
