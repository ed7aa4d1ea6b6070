package name

import "strings"

// classes gives the class of words that are not plain, by their folded Latin
// form. A legal form stands here under its class name (see legalForms).
var classes = func() map[string]Class {
	m := map[string]Class{}
	add := func(c Class, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	add(Particle, `al el ul ad ar as ash at az bin ibn ben bint abu de del della di da do dos das du des la le les
		van von der den ter zu of the and for und et san santa st mac mc und`)
	add(Title, `mr mrs ms miss dr prof sir haji hajj hajji sheikh shaykh sayyid seyed mullah maulavi mawlawi qari
		general gen colonel col major captain capt lt sgt brigadier admiral eng
		president minister monsieur madame mme herr frau senor senora prince princess king queen ayatollah imam mv mt`)
	// MV and MT stand in front of ships: motor vessel, motor tanker.
	add(Business, `group holding holdings trading trade technology technologies tech
		electronic electronics industry industries industrial international intl global import export imports exports
		development science scientific equipment system systems service services general enterprise enterprises
		engineering logistics shipping marine maritime transport bank financial finance investment investments management
		energy oil gas petroleum petrochemical chemical machinery machine manufacturing plant factory institute research
		center centre university academy national state federal joint scientific production association supply solutions
		network communication communications telecom semiconductor components component materials material instruments
		construction commercial consulting aviation airlines insurance mining transportation institution tourism
		design bureau foundation charity relief organization organisation society committee ministry department agency`)
	// In many laws a form of their own, and beside another form no word that tells
	// one firm from another.
	add(Legal, `company co corp corporation`)
	for _, f := range legalForms {
		m[f.class] = Legal
	}
	return m
}()

// legalForm maps the ways in which a legal form is written to one class. Forms
// of several countries share a class where they are used as translations of
// each other on lists ("OOO" and "Limited Liability Company").
type legalForm struct {
	class   string
	written []string // folded, words parted by one space
}

// legalForms are the forms that official lists use most. The facts follow the
// ISO 20275 Entity Legal Forms code list.
var legalForms = []legalForm{
	{"ltd", []string{"limited", "ltd", "pvt", "pte", "pty", "ltda", "limitada", "private limited", "pvt ltd", "pte ltd", "co ltd", "company limited", "co limited", "pty ltd", "pty limited", "pte limited", "pvt limited"}},
	{"llc", []string{
		"llc", "l l c", "limited liability company", "limited liability co", "ltd liability co", "ltd liability company", "ooo", "obshchestvo s ogranichennoy otvetstvennostyu", "too", "tov",
		"limited liability partnership", "llp", "ltd sti", "limited sirketi", "sti", "wll", "w l l", "ооо", "тоо", "тов", "общество с ограниченной ответственностью", "limited liability corporation",
	}},
	{"jsc", []string{
		"jsc", "joint stock company", "joint stock co", "joint stk co", "ao", "aktsionernoe obshchestvo", "aktsionernoye obshchestvo", "open joint stock company", "ojsc", "oao", "closed joint stock company", "cjsc", "zao",
		"public joint stock company", "pjsc", "pao", "as", "a s", "anonim sirketi", "ао", "зао", "оао", "пао", "нао", "акционерное общество", "публичное акционерное общество", "закрытое акционерное общество", "открытое акционерное общество", "pjs", "pjs co",
	}},
	{"ag", []string{"ag", "aktiengesellschaft"}},
	{"gmbh", []string{"gmbh", "gesellschaft mit beschrankter haftung", "ges m b h"}},
	{"sa", []string{"sa", "s a", "sociedad anonima", "societe anonyme", "spa", "s p a", "societa per azioni", "nv", "naamloze vennootschap", "sa de cv", "s a de c v", "sociedad anonima de capital variable", "sab de cv", "de cv"}},
	{"srl", []string{"srl", "s r l", "sarl", "societe a responsabilite limitee", "sociedad de responsabilidad limitada", "s de rl de cv", "s de rl", "sl", "s l", "bv", "besloten vennootschap", "sas", "s a s"}},
	{"inc", []string{"inc", "incorporated"}},
	{"plc", []string{"plc", "public limited company"}},
	{"fze", []string{"fze", "fz e", "free zone establishment", "fzco", "fzc", "fz co", "fz llc", "free zone company", "dmcc"}},
	{"fgup", []string{"fgup", "federal state unitary enterprise", "fsue", "federalnoe gosudarstvennoe unitarnoe predpriyatie"}},
	{"gk", []string{"gk", "kk", "kabushiki kaisha", "godo kaisha"}},
	{"ab", []string{"ab", "aktiebolag"}},
	{"oy", []string{"oy", "oyj", "osakeyhtio"}},
	{"kg", []string{"kg", "kommanditgesellschaft", "gmbh co kg", "gmbh and co kg"}},
}

// abbreviations are words that are written in several ways, most of them short;
// one form stands for all.
var abbreviations = map[string]string{
	"el": "al", "ul": "al", "ibn": "bin", "abou": "abu", "aboo": "abu", // the article and the son, as languages write them
	"corp": "corporation", "co": "company", "cos": "companies", "comp": "company", "intl": "international",
	"int": "international", "tech": "technology", "technologies": "technology", "mfg": "manufacturing", "grp": "group",
	"ind": "industry", "inds": "industry", "industries": "industry", "industrial": "industry", "imp": "import", "exp": "export", "engr": "engineering",
	"eng": "engineering", "engg": "engineering", "dev": "development", "inst": "institute", "univ": "university",
	"assn": "association", "assoc": "association", "dept": "department", "natl": "national", "svc": "service",
	"svcs": "service", "services": "service", "srvces": "service", "sys": "system", "systems": "system",
	"electronics": "electronic", "elec": "electronic", "equip": "equipment", "mach": "machinery", "trdg": "trading",
	"bros": "brothers", "govt": "government", "org": "organization", "organisation": "organization", "centre": "center",
	"ctr": "center", "enterprises": "enterprise", "holdings": "holding", "investments": "investment", "comm": "communication",
	"communications": "communication", "telecommunications": "telecom", "components": "component", "materials": "material",
	"solutions": "solution", "imports": "import", "exports": "export", "shpg": "shipping", "petrol": "petroleum",
	"res": "research", "sci": "science", "sciences": "science", "engineers": "engineering", "constr": "construction", "ins": "insurance",
	"prod": "production", "prods": "products", "mgmt": "management", "mgt": "management", "bldg": "building", "lab": "laboratory", "labs": "laboratory",
}
