package seco

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/listtest"
)

const programs = `<sanctions-program ssid="20" version-date="2026-05-21" predecessor-version-date="2025-12-12">
<program-key lang="ger">Beispiel</program-key><program-key lang="eng">Example</program-key>
<program-name lang="eng">Ordinance of 1 January 2020 on measures against Example</program-name><program-name lang="fre">Ordonnance</program-name>
<sanctions-set ssid="101" lang="ger">Finanzsanktionen, Anhang 2</sanctions-set><sanctions-set ssid="101" lang="eng">Financial measures, annex 2</sanctions-set><sanctions-set ssid="101" lang="fre">Sanctions financières</sanctions-set>
<sanctions-set ssid="102" lang="eng">Travel ban, annex 1</sanctions-set><sanctions-set ssid="103" lang="eng">Vessel-related measures</sanctions-set><sanctions-set ssid="104" lang="eng">annex 13</sanctions-set>
<origin>UN, EU</origin></sanctions-program>`

// The targets are nobody: the form is the list's, the content is not.
const person = `<target ssid="1000"><sanctions-set-id>101</sanctions-set-id><sanctions-set-id>102</sanctions-set-id><foreign-identifier>XXi.001</foreign-identifier><generic-attribute name="height">180 cm</generic-attribute>
<individual sex="male">
<identity ssid="1002" main="false"><name ssid="3" name-type="primary-name" quality="good" lang="eng"><name-part order="1" name-part-type="whole-name"><value>The Other One</value></name-part></name><nationality ssid="4"><country iso-code="IQ">Iraq</country></nationality></identity>
<identity ssid="1001" main="true">
<name ssid="1" name-type="primary-name" quality="good" lang="eng">
<name-part order="3" name-part-type="father-name"><value>Exampovich</value></name-part>
<name-part order="1" name-part-type="family-name"><value>Person</value><spelling-variant lang="RUS" script="LATN" spelling-variant-type="not-defined">Pearson</spelling-variant><spelling-variant lang="RUS" script="CYRL">Персон</spelling-variant></name-part>
<name-part order="2" name-part-type="given-name"><value>Example</value><spelling-variant lang="RUS" script="LATN">Eksample</spelling-variant><spelling-variant lang="RUS" script="LATN">Egzample</spelling-variant><spelling-variant lang="RUS" script="CYRL">Экзампл</spelling-variant></name-part>
<name-part order="0" name-part-type="title"><value>Dr</value></name-part></name>
<name ssid="2" name-type="alias" quality="low" lang="eng"><name-part order="1" name-part-type="whole-name"><value>The Exemplar</value><spelling-variant lang="ARA" script="ARAB">مثال</spelling-variant></name-part></name>
<name ssid="5" name-type="formerly-known-as" quality="good"><name-part order="1" name-part-type="whole-name"><value>Old Example</value></name-part></name>
<day-month-year ssid="6" day="4" month="5" year="1960" calendar="Gregorian" quality="good"/><day-month-year ssid="7" month="5" year="1961" calendar="Gregorian" quality="low"/><day-month-year ssid="8" year="1380" calendar="Hijri"/>
<place-of-birth ssid="9" place-id="9001" quality="good"/><place-of-birth ssid="91" place-id="404"/>
<nationality ssid="10"><country iso-code="BY">Belarus</country></nationality><nationality ssid="11"><country>Atlantis</country></nationality>
<address ssid="12" place-id="9001" quality="low" current="false"><c-o>Example Club</c-o><address-details>ul. Example, 4</address-details><p-o-box>12</p-o-box><zip-code>220029</zip-code><remark>office</remark></address>
<identification-document ssid="13" document-type="passport"><number>MP0000001</number><issuer>Belarus</issuer><date-of-issue>2010-01-02</date-of-issue><expiry-date>2020-01-02</expiry-date><place-of-issue place-id="9001"/><remark>seen</remark></identification-document>
<identification-document ssid="14" document-type="library-ticket"><number>1</number><issuer>Library of Examples</issuer></identification-document>
</identity>
<justification ssid="15">A justification.</justification>
<relation ssid="16" target-id="1003" relation-type="related-to"><remark>brother</remark></relation>
<other-information ssid="17">Taxpayer identification number: 500100732259</other-information><other-information ssid="18">Tel. number: +375 17 0000000</other-information>
<horoscope>aries</horoscope>
</individual>
<modification modification-type="amended" enactment-date="2024-01-09" publication-date="2024-01-10" effective-date="2024-01-10"><added><target ssid="1000"><individual><identity><name><name-part><value>NEVER SEEN</value></name-part></name></identity></individual></target></added><removed/></modification>
<modification modification-type="listed" enactment-date="2022-03-15" publication-date="2022-03-16" effective-date="2022-03-16"/></target>`

const firm = `<target ssid="1003" sanctions-set-id="104"><entity><identity ssid="1004" main="true"><name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>EXAMPLE BANK OJSC</value></name-part></name><day-month-year day="1" month="2" year="1994" calendar="Gregorian"/></identity>
<other-information>SWIFT/BIC code: EXAMBY2X and 5040942458</other-information><other-information>State registration number: 1027700132195</other-information><other-information>Date of registration: 6.3.2000</other-information><other-information>Website: https://www.example.org</other-information><other-information>E-mail address: one@example.org</other-information></entity>
<modification modification-type="amended" effective-date="2015-06-03"/><modification modification-type="de-listed" effective-date="2016-03-01"/><modification modification-type="listed" effective-date="2011-11-18"/></target>`

const ship = `<target ssid="1005"><sanctions-set-id>103</sanctions-set-id><object object-type="vessel"><identity main="true"><name name-type="primary-name"><name-part order="1" name-part-type="whole-name"><value>Example Chon</value></name-part></name></identity><other-information>IMO Number: 9187629</other-information></object><modification modification-type="listed"/></target>`

const places = `<place ssid="9001"><location>Minsk</location><location-variant variant-type="spelling-variant">Mensk</location-variant><area>Minsk Region</area><country iso-code="BY">Belarus</country></place>`

func document(targets ...string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><swiss-sanctions-list list-type="whole-list" date="2026-08-27">` +
		programs + strings.Join(targets, "\n") + places + "</swiss-sanctions-list>\n"
}

func collect(t testing.TB, text string) ([]enduse.Entity, []string, error) {
	t.Helper()
	return listtest.Collect(t, Read(strings.NewReader(text), "ch.xml"))
}

const unknownSet = `ch.xml: sanctions-set 104 "annex 13": its measures are not known; taken for an asset freeze`

// fixture is the list of three targets.
func fixture() listtest.Fixture {
	published := enduse.Day(2026, 8, 27)
	return listtest.Fixture{
		Golden: "seco.jsonl", Name: "ch.xml", Files: []string{document(person, firm, ship)}, Faults: []string{unknownSet}, Published: &published,
		Foreign: []string{"<CONSOLIDATED_LIST/>"},
		Malformed: []listtest.Case{
			listtest.Bad("no ssid", document(strings.Replace(ship, ` ssid="1005"`, "", 1), firm), 1, []string{"ch.xml:6: ssid is missing", unknownSet}, ""),
			listtest.Bad("twice", document(ship, ship), 1, []string{"ch.xml:7: id: ch-seco:1005 stands already at line 6"}, ""),
			listtest.Bad("unknown element", document("<surprise/>", ship), 1, []string{"ch.xml:6: unknown element surprise: it was not read"}, ""),
			listtest.Bad("unknown set", document(strings.Replace(ship, ">103<", ">999<", 1)), 1, []string{"ch.xml: sanctions-set 999: its measures are not known; taken for an asset freeze"}, ""),
			listtest.Bad("a part too long", document(strings.Replace(ship, "Example Chon", strings.Repeat("x", maxRecord+1), 1), firm), 1, []string{"ch.xml:6: longer or deeper than any real record", unknownSet}, ""),
			listtest.Bad("a history too long", document(strings.Replace(ship, `<modification modification-type="listed"/>`, `<modification modification-type="listed">`+strings.Repeat("<added>x</added>", maxRecord/8)+"</modification>", 1)), 1, nil, ""),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want swiss-sanctions-list"),
			listtest.Bad("empty", "", 0, nil, "no swiss-sanctions-list in it"),
		},
	}
}

func TestFormat(t *testing.T) { listtest.Run(t, Format(), fixture()) }

func FuzzFormat(f *testing.F) { listtest.Run(f, Format(), fixture()) }

// TestPublishersExample reads the shape of the example that SECO gives of an
// amendment list, here as a whole one.
func TestPublishersExample(t *testing.T) {
	text := `<swiss-sanctions-list list-type="whole-list" date="2024-01-17"><sanctions-program ssid="1000" version-date="2024-01-16"><program-key lang="eng">PPDM</program-key><program-name lang="eng">EXAMPLE</program-name><sanctions-set ssid="64391" lang="eng">Financial measures, annex 2</sanctions-set><origin>ONU, UE</origin></sanctions-program>` +
		`<sanctions-program ssid="1000" version-date="2024-01-16"><program-key lang="eng">PPDM</program-key><program-name lang="eng">EXAMPLE</program-name><sanctions-set ssid="64392" lang="eng">Travel ban, annex 1</sanctions-set></sanctions-program>` +
		`<target ssid="64393"><sanctions-set-id>64391</sanctions-set-id><sanctions-set-id>64392</sanctions-set-id><individual><identity ssid="64394" main="true"><name ssid="64396" name-type="primary-name" quality="good" lang="eng"><name-part order="1" name-part-type="whole-name"><value>Test A</value></name-part></name><nationality ssid="64397"><country iso-code="CH">Switzerland</country></nationality><day-month-year ssid="64395" day="1" month="1" year="1900" calendar="Gregorian" quality="good"/></identity></individual><modification modification-type="listed"/></target></swiss-sanctions-list>`
	got, faults, fatal := collect(t, text)
	if len(got) != 1 || len(faults) > 0 || fatal != nil {
		t.Fatalf("%d entities, %q, %v", len(got), faults, fatal)
	}
	e := got[0]
	if e.Caption() != "Test A" || len(e.Designations) != 2 || !slices.Equal(e.Measures(), []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureTravelBan}) || len(e.Unread) > 0 {
		t.Errorf("got %+v", e)
	}
	if _, _, fatal := collect(t, strings.Replace(text, "whole-list", "amendment", 1)); fatal == nil || enduse.HintOf(fatal) == "" {
		t.Errorf("an amendment list passes for the whole one: %v", fatal)
	}
	if got, faults, _ := collect(t, strings.Replace(text, "whole-list", "novel", 1)); len(got) != 1 || len(faults) != 1 {
		t.Errorf("an unknown kind of list: %d entities, %q", len(got), faults)
	}
}

func TestHistory(t *testing.T) {
	mod := func(kind, day string) string {
		return fmt.Sprintf(`<modification modification-type="%s" effective-date="%s"/>`, kind, day)
	}
	for _, c := range []struct{ name, mods, since, until string }{
		{"listed", mod("listed", "2022-03-16"), "2022-03-16", ""},
		{"amended since", mod("amended", "2023-01-01") + mod("listed", "2022-03-16"), "2022-03-16", ""},
		{"de-listed", mod("de-listed", "2016-03-01") + mod("listed", "2011-11-18"), "2011-11-18", "2016-02-29"},
		{"the date, not the order", mod("amended", "2015-06-03") + mod("de-listed", "2015-06-20") + mod("listed", "2011-11-18"), "2011-11-18", "2015-06-19"},
		{"on one day the first of the file", mod("de-listed", "2015-06-20") + mod("amended", "2015-06-20") + mod("listed", "2011-11-18"), "2011-11-18", "2015-06-19"},
		{"listed again", mod("listed", "2020-01-02") + mod("de-listed", "2015-06-20") + mod("listed", "2011-11-18"), "2020-01-02", ""},
		{"listed twice", mod("listed", "2014-01-02") + mod("listed", "2011-11-18"), "2011-11-18", ""},
		{"without a day", mod("listed", ""), "", ""},
		{"de-listed without a day", mod("de-listed", ""), "", "0001"},
		{"other dates", `<modification modification-type="listed" enactment-date="2021-08-11" publication-date="2021-08-12"/>`, "2021-08-11", ""},
		{"none", "", "", ""},
	} {
		got, _, fatal := collect(t, document(`<target ssid="1"><sanctions-set-id>101</sanctions-set-id><entity><identity><name><name-part><value>X</value></name-part></name></identity></entity>`+c.mods+`</target>`))
		if len(got) != 1 || fatal != nil {
			t.Fatalf("%s: %d entities, %v", c.name, len(got), fatal)
		}
		d := got[0].Designations[0]
		day := func(d *enduse.Date) string {
			if d == nil {
				return ""
			}
			return d.String()
		}
		if day(d.Since) != c.since || day(d.Until) != c.until {
			t.Errorf("%s: %s to %s, want %s to %s", c.name, day(d.Since), day(d.Until), c.since, c.until)
		}
		if now := enduse.Day(2026, 8, 27); d.InForce(now) != (c.until == "") {
			t.Errorf("%s: in force today: %v", c.name, d.InForce(now))
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, parts string
		want        []string
	}{
		{"every part in a script", `<name-part order="1"><value>A</value><spelling-variant script="CYRL">А</spelling-variant></name-part><name-part order="2"><value>B</value><spelling-variant script="CYRL">Б</spelling-variant></name-part>`, []string{"A B primary", "А Б original_script"}},
		{"some parts in a script", `<name-part order="1"><value>A</value><spelling-variant script="CYRL">А</spelling-variant></name-part><name-part order="2"><value>B</value></name-part>`, []string{"A B primary", "А weak_alias"}},
		{"most parts in a script", `<name-part order="1"><value>A</value><spelling-variant script="CYRL">А</spelling-variant></name-part><name-part order="2"><value>B</value><spelling-variant script="CYRL">Б</spelling-variant></name-part><name-part order="3"><value>C</value></name-part>`, []string{"A B C primary", "А Б original_script"}},
		{"latin ones", `<name-part order="1"><value>A</value><spelling-variant script="LATN">Aa</spelling-variant></name-part><name-part order="2"><value>B</value><spelling-variant script="LATN">Bb</spelling-variant></name-part>`, []string{"A B primary", "Aa B alias", "A Bb alias", "Aa Bb alias"}},
		{"order", `<name-part order="2"><value>B</value></name-part><name-part order="1"><value>A</value></name-part>`, []string{"A B primary"}},
		{"no order", `<name-part><value>A</value></name-part><name-part><value>B</value></name-part>`, []string{"A B primary"}},
	} {
		got, _, _ := collect(t, document(`<target ssid="1"><sanctions-set-id>101</sanctions-set-id><entity><identity main="true"><name name-type="primary-name">`+c.parts+`</name></identity></entity></target>`))
		var names []string
		for _, n := range got[0].Names {
			names = append(names, n.Text+" "+string(n.Kind))
		}
		if !slices.Equal(names, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, names, c.want)
		}
	}
}

// TestManySpellings: a name of more spellings than any real one has costs
// neither time nor the target.
func TestManySpellings(t *testing.T) {
	part := `<name-part><value>A</value>` + strings.Repeat(`<spelling-variant lang="x" script="CYRL">А</spelling-variant>`, 5000) + `</name-part>`
	got, faults, fatal := collect(t, document(`<target ssid="1"><sanctions-set-id>101</sanctions-set-id><entity><identity><name>`+part+strings.Repeat(`<name-part><value>B</value></name-part>`, 100)+`</name></identity></entity></target>`))
	if len(got) != 1 || len(faults) > 0 || fatal != nil || len(got[0].Unread) != 2 {
		t.Errorf("%d entities, %q, %v", len(got), faults, fatal)
	}
}

func TestMeasures(t *testing.T) {
	freeze, loans := enduse.MeasureAssetFreeze, enduse.MeasureDebtEquity
	for _, c := range []struct {
		title string
		want  []enduse.Measure
	}{
		{"Financial measures, annex 2", []enduse.Measure{freeze}},
		{"Travel ban, annex 1", []enduse.Measure{enduse.MeasureTravelBan}},
		{"article 12 -- Restrictions on named individuals and entities", []enduse.Measure{freeze}},
		{"article 16 and 17 -- Restrictions on the money and capital market", []enduse.Measure{loans}},
		{"Vessel-related measures", []enduse.Measure{enduse.MeasureVesselPort}},
		{"Provision of financial services", []enduse.Measure{enduse.MeasureServices}},
		{"Dual-use goods and financial measures", []enduse.Measure{freeze, enduse.MeasureExportLicence}},
		{"annex 13", nil},
	} {
		if got := measuresOf(c.title); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.title, got, c.want)
		}
	}
}

func ExampleRead() {
	file := `<swiss-sanctions-list list-type="whole-list" date="2026-08-27"><sanctions-program ssid="20"><program-key lang="eng">Example</program-key>
<sanctions-set ssid="101" lang="eng">Financial measures, annex 2</sanctions-set></sanctions-program>
<target ssid="1000"><sanctions-set-id>101</sanctions-set-id><entity><identity main="true"><name name-type="primary-name">
<name-part order="1" name-part-type="whole-name"><value>EXAMPLE BANK</value></name-part></name></identity></entity>
<modification modification-type="de-listed" effective-date="2016-03-01"/><modification modification-type="listed" effective-date="2011-11-18"/></target></swiss-sanctions-list>`
	for e, err := range Read(strings.NewReader(file), "consolidated-list.xml") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		d := e.Designations[0]
		fmt.Println(e.ID, e.Caption(), d.Program, d.Measures, d.Since, "to", d.Until)
	}
	// Output: ch-seco:1000 EXAMPLE BANK Example [asset_freeze] 2011-11-18 to 2016-02-29
}
