package advanced_test

import (
	"fmt"
	"strings"
)

// Records in the official form, typed by hand: parties of the public lists, and
// an EXAMPLE PERSON and an EXAMPLE VESSEL, which are nobody's and have what
// those have not.

const references = `<DateOfIssue CalendarTypeID="1"><Year>2020</Year><Month>3</Month><Day>17</Day></DateOfIssue>
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="91021" CountryID="91021" Description="Palestinian" AreaCodeTypeID="1">PS</AreaCode><AreaCode ID="11291" CountryID="11291" Description="undetermined" AreaCodeTypeID="1"/></AreaCodeValues>
<CalendarTypeValues><CalendarType ID="1">Gregorian</CalendarType><CalendarType ID="2">Hijri</CalendarType></CalendarTypeValues>
<CountryValues><Country ID="11171" ISO2="RU">Russia</Country><Country ID="91021" ISO2="PS">Palestinian</Country><Country ID="11107" ISO2="IR">Iran</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91521">Subject to Directive 1</DetailReference><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<DetailTypeValues><DetailType ID="1430">DATE</DetailType><DetailType ID="1431">LOOKUP</DetailType><DetailType ID="1432">TEXT</DetailType><DetailType ID="1433">COUNTRY</DetailType></DetailTypeValues>
<EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType></EntryEventTypeValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="14">Website</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="204">Executive Order 13662 Directive Determination -</FeatureType><FeatureType ID="224">Gender</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType><FeatureType ID="2">VESSEL TYPE</FeatureType><FeatureType ID="1">Vessel Call Sign</FeatureType><FeatureType ID="4">Vessel Gross Registered Tonnage</FeatureType><FeatureType ID="646">Organization Established Date</FeatureType></FeatureTypeValues>
<IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType><IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType></IDRegDocDateTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType><IDRegDocType ID="1596">Tax ID No.</IDRegDocType><IDRegDocType ID="1626">Vessel Registration Identification</IDRegDocType></IDRegDocTypeValues>
<LegalBasisValues><LegalBasis ID="91262">General License 4 Under EO 13224 (Terrorism)</LegalBasis><LegalBasis ID="91503">Executive Order 13662 (Ukraine)</LegalBasis><LegalBasis ID="91100">Executive Order 13599 (Iran)</LegalBasis></LegalBasisValues>
<ListValues><List ID="1550">SDN List</List><List ID="91243">Non-SDN Palestinian Legislative Council List</List><List ID="91507">Sectoral Sanctions Identifications List</List><List ID="91512">Consolidated List</List></ListValues>
<LocPartTypeValues><LocPartType ID="1450">REGION</LocPartType><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType><LocPartType ID="1455">STATE/PROVINCE</LocPartType><LocPartType ID="1456">POSTAL CODE</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="91708">Patronymic</NamePartType><NamePartType ID="1525">Entity Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
<RelationTypeValues><RelationType ID="15003" Symmetrical="false">Owned or Controlled By</RelationType></RelationTypeValues>
<ReliabilityValues><Reliability ID="1560">Confirmed</Reliability><Reliability ID="1">Unknown</Reliability></ReliabilityValues>
<SanctionsProgramValues><SanctionsProgram ID="91055">NS-PLC</SanctionsProgram><SanctionsProgram ID="91502">UKRAINE-EO13662</SanctionsProgram></SanctionsProgramValues>
<SanctionsTypeValues><SanctionsType ID="1705">Block</SanctionsType><SanctionsType ID="1706">Reject</SanctionsType><SanctionsType ID="91505">13662 Sectoral Directive 1</SanctionsType><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215" ScriptCode="Latin">Latin</Script><Script ID="220" ScriptCode="Cyrl">Cyrillic</Script></ScriptValues>
<ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues>
</ReferenceValueSets>
`

const locations = `<Location ID="12128"><LocationAreaCode AreaCodeID="91021"/><LocationCountry CountryID="91021" CountryRelevanceID="1413"/><LocationPart LocPartTypeID="1455"><LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment/><Value>Gaza</Value></LocationPartValue></LocationPart><FeatureVersionReference FeatureVersionID="212128"/></Location>
<Location ID="12812"><LocationAreaCode AreaCodeID="11291"/><FeatureVersionReference FeatureVersionID="212812"/></Location>
<Location ID="25807"><LocationCountry CountryID="11171" CountryRelevanceID="1413"/><LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Value>19 ul. Vavilova</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Moscow</Value></LocationPartValue></LocationPart><LocationPart LocPartTypeID="1456"><LocationPartValue Primary="true"><Value>117997</Value></LocationPartValue></LocationPart></Location>
<Location ID="90001"><LocationCountry CountryID="11107" CountryRelevanceID="1413"/></Location>
<Location ID="90002"><LocationCountry CountryID="11171" CountryRelevanceID="1413"/></Location>
`

const documents = `<IDRegDocument ID="24640" IDRegDocTypeID="1596" IdentityID="8762" IssuedBy-CountryID="11171" ValidityID="1"><Comment/><IDRegistrationNo>7707083893</IDRegistrationNo><IssuingAuthority/><DocumentedNameReference DocumentedNameID="1"/></IDRegDocument>
<IDRegDocument ID="2" IDRegDocTypeID="1626" IdentityID="7001" ValidityID="1"><IDRegistrationNo>IMO 1234567</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="3" IDRegDocTypeID="1571" IdentityID="7002" IssuedBy-CountryID="11171" IssuedIn-LocationID="25807" ValidityID="2"><IDRegistrationNo>X0000001</IDRegistrationNo><IssuingAuthority>EXAMPLE OFFICE</IssuingAuthority>` +
	`<DocumentDate IDRegDocDateTypeID="1480"><DatePeriod CalendarTypeID="1"><Start Approximate="false"><From><Year>1987</Year><Month>6</Month><Day>19</Day></From></Start><End Approximate="false"><To><Year>1987</Year><Month>6</Month><Day>19</Day></To></End></DatePeriod></DocumentDate>` +
	`<DocumentDate IDRegDocDateTypeID="1481"><DatePeriod CalendarTypeID="2"><Start><From><Year>1408</Year><Month>6</Month><Day>19</Day></From></Start></DatePeriod></DocumentDate></IDRegDocument>
`

// period writes a DatePeriod from two days "Y-M-D".
func period(from, to, approximate string) string {
	at := func(day string) string {
		p := strings.Split(day, "-")
		return fmt.Sprintf("<Year>%s</Year><Month>%s</Month><Day>%s</Day>", p[0], p[1], p[2])
	}
	return `<DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false"><Start Approximate="` + approximate + `"><From>` + at(from) +
		"</From><To>" + at(from) + `</To></Start><End Approximate="` + approximate + `"><From>` + at(to) + "</From><To>" + at(to) + "</To></End></DatePeriod>"
}

func feature(kind int, inner string) string {
	return fmt.Sprintf(`<Feature ID="1" FeatureTypeID="%d"><FeatureVersion ID="1" ReliabilityID="1"><Comment/>%s</FeatureVersion><IdentityReference IdentityID="1" IdentityFeatureLinkTypeID="1"/></Feature>`, kind, inner)
}

// alias writes an Alias of one DocumentedName whose parts are "group=value".
func alias(kind int, attrs, script string, parts ...string) string {
	out := fmt.Sprintf(`<Alias FixedRef="1" AliasTypeID="%d" %s><DocumentedName ID="1" FixedRef="1" DocNameStatusID="1">`, kind, attrs)
	for _, p := range parts {
		group, value, _ := strings.Cut(p, "=")
		out += `<DocumentedNamePart><NamePartValue NamePartGroupID="` + group + `" ScriptID="` + script + `" ScriptStatusID="1" Acronym="false">` + value + "</NamePartValue></DocumentedNamePart>"
	}
	return out + "</DocumentedName></Alias>"
}

func groups(types ...string) string {
	out := "<NamePartGroups>"
	for _, t := range types {
		id, kind, _ := strings.Cut(t, "=")
		out += `<MasterNamePartGroup><NamePartGroup ID="` + id + `" NamePartTypeID="` + kind + `"/></MasterNamePartGroup>`
	}
	return out + "</NamePartGroups>"
}

const (
	primary = `Primary="true" LowQuality="false"`
	strong  = `Primary="false" LowQuality="false"`
	weak    = `Primary="false" LowQuality="true"`
)

func party(number, subtype, identity, comment, inner string, names ...string) string {
	return `<DistinctParty FixedRef="` + number + `"><Comment>` + comment + `</Comment><Profile ID="` + number + `" PartySubTypeID="` + subtype +
		`"><Identity ID="` + identity + `" FixedRef="` + number + `" Primary="true" False="false">` + strings.Join(names, "") + "</Identity>" + inner + "</Profile></DistinctParty>\n"
}

func alShanti() string {
	return party("9641", "4", "1980", "",
		feature(8, period("1955-1-1", "1955-12-31", "false")+`<VersionDetail DetailTypeID="1430"/>`)+
			feature(9, `<VersionDetail DetailTypeID="1432">Jabalia Camp</VersionDetail>`)+
			feature(25, `<VersionLocation LocationID="12128"/>`)+feature(25, `<VersionLocation LocationID="12812"/>`),
		alias(1403, primary, "215", "1=AL-SHANTI", "2=Jamileh Abdullah"), alias(1400, strong, "215", "3=EL-SHANTI", "4=Jameela Abdallah"),
		groups("1=1520", "2=1521", "3=1520", "4=1521"))
}

func sberbank() string {
	return party("17018", "3", "8762", "For more information on directives, please visit the following link: http://www.treasury.gov/resource-center/sanctions/Programs/Pages/ukraine.aspx#directives.",
		feature(204, `<VersionDetail DetailTypeID="1431" DetailReferenceID="91521"/>`)+feature(14, `<VersionDetail DetailTypeID="1432">www.sberbank.ru</VersionDetail>`)+
			feature(25, `<VersionLocation LocationID="25807"/>`),
		alias(1403, primary, "215", "1=SBERBANK OF RUSSIA"), alias(1401, strong, "215", "2=SAVINGS BANK OF THE RUSSIAN FEDERATION"), groups("1=1525", "2=1525"))
}

func exampleVessel() string {
	return party("9999992", "1", "7001", "",
		feature(1, `<VersionDetail DetailTypeID="1432">EXMP1</VersionDetail>`)+feature(2, `<VersionDetail DetailTypeID="1432">Crude Oil Tanker</VersionDetail>`)+
			feature(3, `<VersionLocation LocationID="90001"/><VersionDetail DetailTypeID="1433"/>`)+feature(4, `<VersionDetail DetailTypeID="1432">160576</VersionDetail>`),
		alias(1403, primary, "215", "1=EXAMPLE VESSEL"), groups("1=1526"))
}

func examplePerson() string {
	return party("9999991", "4", "7002", "",
		feature(8, period("1951-1-1", "1951-12-31", "true"))+feature(8, period("1955-1-1", "1957-12-31", "false"))+feature(8, period("1971-3-1", "1971-3-31", "false"))+
			feature(8, period("1973-1-1", "1973-1-1", "false"))+feature(8, `<DatePeriod CalendarTypeID="2"><Start><From><Year>1380</Year><Month>1</Month><Day>1</Day></From></Start></DatePeriod>`)+
			feature(10, `<VersionLocation LocationID="90002"/><VersionDetail DetailTypeID="1433"/>`)+feature(224, `<VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/>`)+
			feature(999, `<VersionDetail DetailTypeID="1432">of a kind that is not in its table</VersionDetail>`)+"<FavouriteColour>green</FavouriteColour>",
		`<Alias FixedRef="1" AliasTypeID="1403" `+primary+`><DocumentedName ID="1" FixedRef="1" DocNameStatusID="1">`+
			`<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">EXAMPLE</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Person</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215">Onovich</NamePartValue></DocumentedNamePart></DocumentedName>`+
			`<DocumentedName ID="2" FixedRef="1" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="220">ПРИМЕР</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="220">Человек</NamePartValue></DocumentedNamePart></DocumentedName></Alias>`,
		alias(1400, weak, "215", "4=EXY"), alias(1499, strong, "999", "5=OTHER EXAMPLE"), groups("1=1520", "2=1521", "3=91708", "4=1520", "5=1525"))
}

const relationships = `<ProfileRelationship ID="2211" From-ProfileID="9999992" To-ProfileID="9999991" RelationTypeID="15003" RelationQualityID="1" Former="true" SanctionsEntryID="1"><Comment/></ProfileRelationship>
`

func entry(number, list, day, basis string, measures ...string) string {
	p := strings.Split(day, "-")
	out := `<SanctionsEntry ID="1" ProfileID="` + number + `" ListID="` + list + `"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="` + basis + `"><Comment/>` +
		fmt.Sprintf(`<Date CalendarTypeID="1"><Year>%s</Year><Month>%s</Month><Day>%s</Day></Date></EntryEvent>`, p[0], p[1], p[2])
	for _, m := range measures {
		kind, comment, _ := strings.Cut(m, "=")
		out += `<SanctionsMeasure ID="1" SanctionsTypeID="` + kind + `"><Comment>` + comment + `</Comment><DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true"/></SanctionsMeasure>`
	}
	return out + "</SanctionsEntry>\n"
}

func entries() string {
	return entry("9641", "91512", "2014-10-10", "91262", "1706", "1=NS-PLC") + entry("9641", "91243", "2006-4-12", "91262", "1706", "1=NS-PLC") +
		entry("17018", "91512", "2014-10-10", "91503", "91505", "1=UKRAINE-EO13662") + entry("17018", "91507", "2014-9-12", "91503", "91505", "1=UKRAINE-EO13662") +
		entry("9999992", "1550", "2013-3-14", "91100", "1705", "1=IRAN") + entry("9999991", "1550", "2013-3-14", "91100", "1705", "1=EXAMPLE")
}

func document(parties ...string) string {
	return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
` + references + "<Locations>\n" + locations + "</Locations>\n<IDRegDocuments>\n" + documents + "</IDRegDocuments>\n<DistinctParties>\n" + strings.Join(parties, "") +
		"</DistinctParties>\n<ProfileRelationships>\n" + relationships + "</ProfileRelationships>\n<SanctionsEntries>\n" + entries() + "</SanctionsEntries>\n<SanctionsEntryLinks/>\n</Sanctions>\n"
}
