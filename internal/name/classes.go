package name

import "strings"

// classes gives the class of words that are not plain, by their folded Latin
// form. A legal form stands here under its class name (see legalTable).
var classes = func() map[string]Class {
	m := map[string]Class{}
	add := func(c Class, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	add(Particle, `al el ul ad ar as ash at az bin ibn ben bint abu de del della di da do dos das du des la le les
		van von der den ter zu of the and for und et san santa st mac mc und`)
	add(Title, `mr mrs ms messrs miss his her excellency highness majesty honourable honorable eminence reverend rev hon ambassador lieutenant commander marshal deputy late dr prof sir haji hajj hajji sheikh shaykh sayyid seyed mullah maulavi mawlawi qari
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
		design bureau foundation charity relief organization organisation society committee ministry department agency
		branch subsidiary affiliate representation headquarters agricultural realestate bancorp bancshares bankshares`)
	// In many laws a form of their own, and beside another form no word that tells
	// one firm from another.
	add(Legal, `company co corp corporation`)
	for _, f := range legalForms() {
		m[f.class] = Legal
	}
	return m
}()

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
