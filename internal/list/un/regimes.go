package un

import (
	"regexp"

	"github.com/enduse/enduse"
)

// regime says what being listed under it means: the paragraphs by which assets
// are frozen and individuals may not travel; "" where it has no such measure.
type regime struct {
	freeze, travel string
	// perParty: the comments on a party say which of the measures it is under.
	perParty bool
}

// regimes are the Council's sanctions regimes by UN_LIST_TYPE, with the
// resolution that now carries each measure or first did.
var regimes = map[string]regime{
	"Al-Qaida":   {freeze: "S/RES/2368 (2017) para. 1 (a)", travel: "S/RES/2368 (2017) para. 1 (b)"},
	"Taliban":    {freeze: "S/RES/2255 (2015) para. 1 (a)", travel: "S/RES/2255 (2015) para. 1 (b)"},
	"DPRK":       {freeze: "S/RES/1718 (2006) para. 8 (d)", travel: "S/RES/1718 (2006) para. 8 (e)"},
	"Iran":       {freeze: "S/RES/1737 (2006) para. 12", travel: "S/RES/1929 (2010) para. 10"},
	"Iraq":       {freeze: "S/RES/1483 (2003) para. 23"},
	"DRC":        {freeze: "S/RES/1596 (2005) para. 15", travel: "S/RES/1596 (2005) para. 13"},
	"Libya":      {freeze: "S/RES/1970 (2011) para. 17", travel: "S/RES/1970 (2011) para. 15", perParty: true},
	"Somalia":    {freeze: "S/RES/1844 (2008) para. 3", travel: "S/RES/1844 (2008) para. 1"},
	"Sudan":      {freeze: "S/RES/1591 (2005) para. 3 (e)", travel: "S/RES/1591 (2005) para. 3 (d)"},
	"SouthSudan": {freeze: "S/RES/2206 (2015) para. 12", travel: "S/RES/2206 (2015) para. 9"},
	"CAR":        {freeze: "S/RES/2134 (2014) para. 32", travel: "S/RES/2134 (2014) para. 30"},
	"Yemen":      {freeze: "S/RES/2140 (2014) para. 11", travel: "S/RES/2140 (2014) para. 15"},
	"GB":         {travel: "S/RES/2048 (2012) para. 4"}, // Guinea-Bissau
	"Haiti":      {freeze: "S/RES/2653 (2022) para. 6", travel: "S/RES/2653 (2022) para. 3"},
	"Lebanon":    {freeze: "S/RES/1636 (2005) para. 3 (a)", travel: "S/RES/1636 (2005) para. 3 (a)"},
}

var (
	saysFreeze = regexp.MustCompile(`(?i)asset\s+freeze`)
	saysTravel = regexp.MustCompile(`(?i)travel\s+ban`)
)

// designation returns what a party is under. A regime that is not in the table
// freezes, and bars individuals from travel, as all but two do; known says
// whether it is there.
func designation(program, comments string, schema enduse.Schema) (d enduse.Designation, known bool) {
	r, known := regimes[program]
	freeze, travel := r.freeze != "" || !known, (r.travel != "" || !known) && schema == enduse.SchemaPerson
	if r.perParty {
		f, t := saysFreeze.MatchString(comments), saysTravel.MatchString(comments)
		if f || t {
			freeze, travel = f, t && travel
		}
	}
	d = enduse.Designation{List: listID, Program: program}
	if freeze {
		d.Measures = append(d.Measures, enduse.MeasureAssetFreeze)
		d.Basis = r.freeze
	}
	if travel {
		d.Measures = append(d.Measures, enduse.MeasureTravelBan)
		if d.Basis != "" && r.travel != "" {
			d.Basis += "; "
		}
		d.Basis += r.travel
	}
	return d, known
}
