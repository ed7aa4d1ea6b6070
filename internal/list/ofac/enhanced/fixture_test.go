package enhanced_test

import "strings"

// Records in the official form, typed by hand: a party of the public lists, and
// an EXAMPLE PERSON and an EXAMPLE VESSEL, which are nobody's and have what it
// has not.

const namespace = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"

const abuTeir = `<entity id="9640">
<generalInfo><identityId>1979</identityId><entityType refId="600">Individual</entityType></generalInfo>
<sanctionsLists><sanctionsList refId="91243" id="11849" datePublished="2006-04-12">Non-SDN Palestinian Legislative Council List</sanctionsList><sanctionsList refId="91512" id="14433" datePublished="2014-10-10">Consolidated List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram refId="91055" id="6215">NS-PLC</sanctionsProgram></sanctionsPrograms>
<sanctionsTypes><sanctionsType refId="1706" id="40">Reject</sanctionsType></sanctionsTypes>
<legalAuthorities><legalAuthority refId="91262" id="1">General License 4 Under EO 13224 (Terrorism)</legalAuthority></legalAuthorities>
<names>
<name id="17178"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations><translation id="1979"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedFirstName>Mohammed</formattedFirstName><formattedLastName>ABU TEIR</formattedLastName><formattedFullName>ABU TEIR, Mohammed</formattedFullName><nameParts><namePart id="38178"><type refId="1520">Last Name</type><value>ABU TEIR</value></namePart><namePart id="38179"><type refId="1521">First Name</type><value>Mohammed</value></namePart></nameParts></translation></translations></name>
<name id="9152"><isPrimary>false</isPrimary><aliasType refId="1400">A.K.A.</aliasType><isLowQuality>false</isLowQuality><translations><translation id="10144"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedFirstName>Mohammed Mahmud</formattedFirstName><formattedLastName>ABU TAIR</formattedLastName><formattedFullName>ABU TAIR, Mohammed Mahmud</formattedFullName></translation></translations></name>
</names>
<features>
<feature id="4698"><type featureTypeId="8">Birthdate</type><versionId>1612</versionId><value>1951</value><valueDate id="757"><fromDateBegin>1951-01-01</fromDateBegin><fromDateEnd>1951-01-01</fromDateEnd><toDateBegin>1951-12-31</toDateBegin><toDateEnd>1951-12-31</toDateEnd><isApproximate>false</isApproximate><isDateRange>false</isDateRange></valueDate><isPrimary>true</isPrimary></feature>
<feature id="4699"><type featureTypeId="9">Place of Birth</type><versionId>1613</versionId><value>Umm Tuba</value><isPrimary>true</isPrimary></feature>
</features>
</entity>
`

const exampleVessel = `<entity id="9999992">
<generalInfo><identityId>7001</identityId><entityType refId="602">Vessel</entityType></generalInfo>
<sanctionsLists><sanctionsList refId="1550" id="1" datePublished="2013-03-14">SDN List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram refId="203" id="2">IRAN</sanctionsProgram></sanctionsPrograms>
<sanctionsTypes><sanctionsType refId="1705" id="3">Block</sanctionsType></sanctionsTypes>
<legalAuthorities/>
<names>
<name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations><translation id="1"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedLastName>EXAMPLE VESSEL</formattedLastName><formattedFullName>EXAMPLE VESSEL</formattedFullName><nameParts><namePart id="1"><type refId="1526">Vessel Name</type><value>EXAMPLE VESSEL</value></namePart></nameParts></translation></translations></name>
<name id="2"><isPrimary>false</isPrimary><aliasType refId="1401">F.K.A.</aliasType><isLowQuality>false</isLowQuality><translations><translation id="2"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedLastName>FORMER EXAMPLE</formattedLastName><formattedFullName>FORMER EXAMPLE</formattedFullName><nameParts><namePart id="2"><type refId="1526">Vessel Name</type><value>FORMER EXAMPLE</value></namePart></nameParts></translation></translations></name>
</names>
<features>
<feature id="1"><type featureTypeId="2">VESSEL TYPE</type><versionId>1</versionId><value/><valueRefId>91280</valueRefId><isPrimary>true</isPrimary></feature>
<feature id="2"><type featureTypeId="3">Vessel Flag</type><versionId>2</versionId><value>Iran</value><valueRefId>11107</valueRefId><isPrimary>true</isPrimary></feature>
<feature id="3"><type featureTypeId="1">Vessel Call Sign</type><versionId>3</versionId><value>EXMP1</value><isPrimary>true</isPrimary></feature>
<feature id="4"><type featureTypeId="26">Former Vessel Flag</type><versionId>4</versionId><value>Malta</value><isPrimary>true</isPrimary></feature>
<feature id="5"><type featureTypeId="104">Additional Sanctions Information -</type><versionId>5</versionId><value>Subject to Secondary Sanctions</value><isPrimary>true</isPrimary></feature>
</features>
<identityDocuments>
<identityDocument id="1"><type refId="1626">Vessel Registration Identification</type><name nameId="1" nameTranslationId="1">EXAMPLE VESSEL</name><documentNumber>IMO 1234567</documentNumber><isValid>true</isValid></identityDocument>
<identityDocument id="2"><type refId="91264">MMSI</type><name nameId="1" nameTranslationId="1">EXAMPLE VESSEL</name><documentNumber>123456789</documentNumber><isValid>true</isValid></identityDocument>
</identityDocuments>
<relationships><relationship id="144"><type refId="15003">Owned or Controlled By</type><relatedEntity entityId="9999993">EXAMPLE TANKER COMPANY</relatedEntity></relationship></relationships>
</entity>
`

const examplePerson = `<entity id="9999991">
<generalInfo><identityId>1</identityId><entityType refId="600">Individual</entityType><livingStatus refId="1">Deceased</livingStatus><title>First Example; Second Example</title><isUsPerson>false</isUsPerson><shoeSize>44</shoeSize></generalInfo>
<sanctionsLists><sanctionsList refId="1550" id="1" datePublished="2020-02-18">SDN List</sanctionsList><sanctionsList refId="1" id="2" datePublished="">List of Tomorrow</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram refId="1" id="1">EXAMPLE</sanctionsProgram></sanctionsPrograms>
<sanctionsTypes><sanctionsType refId="1705" id="3">Block</sanctionsType><sanctionsType refId="1" id="4">Frown</sanctionsType></sanctionsTypes>
<legalAuthorities><legalAuthority refId="1" id="1">Executive Order 13224 (Terrorism)</legalAuthority></legalAuthorities>
<names>
<name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>
<translation id="1"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedFirstName>Person Onovich</formattedFirstName><formattedLastName>EXAMPLE</formattedLastName><formattedFullName>EXAMPLE, Person Onovich</formattedFullName><nameParts><namePart id="1"><type refId="1520">Last Name</type><value>EXAMPLE</value></namePart><namePart id="2"><type refId="1521">First Name</type><value>Person</value></namePart><namePart id="3"><type refId="91708">Patronymic</type><value>Onovich</value></namePart></nameParts></translation>
<translation id="2"><isPrimary>false</isPrimary><script refId="20123">Cyrillic</script><formattedFirstName>Человек</formattedFirstName><formattedLastName>ПРИМЕР</formattedLastName><formattedFullName>ПРИМЕР, Человек</formattedFullName></translation>
</translations></name>
<name id="2"><isPrimary>false</isPrimary><aliasType refId="1400">A.K.A.</aliasType><isLowQuality>true</isLowQuality><translations><translation id="3"><isPrimary>true</isPrimary><script refId="20122">Latin</script><formattedLastName>EXY</formattedLastName><formattedFullName>EXY</formattedFullName></translation></translations></name>
</names>
<addresses>
<address id="1"><country refId="11171">Russia</country><translations><translation id="1"><isPrimary>false</isPrimary><script refId="2">Cyrillic</script><addressParts><addressPart id="1"><type refId="1454">CITY</type><value>Москва</value></addressPart></addressParts></translation><translation id="2"><isPrimary>true</isPrimary><script refId="1">Latin</script><addressParts><addressPart id="1"><type refId="1451">ADDRESS1</type><value>1 Example Street</value></addressPart><addressPart id="2"><type refId="1452">ADDRESS2</type><value>Flat 2</value></addressPart><addressPart id="3"><type refId="1454">CITY</type><value>Moscow</value></addressPart><addressPart id="4"><type refId="1456">POSTAL CODE</type><value>117997</value></addressPart><addressPart id="5"><type refId="1">ORBIT</type><value>low</value></addressPart></addressParts></translation></translations></address>
<address id="2"><country refId="11107">Iran</country></address>
<address id="3"><translations><translation id="4"><isPrimary>true</isPrimary><script refId="1">Latin</script><addressParts><addressPart id="1"><type refId="1450">REGION</type><value>Gaza</value></addressPart></addressParts></translation></translations></address>
</addresses>
<features>
<feature id="1"><type featureTypeId="8">Birthdate</type><versionId>1</versionId><value>circa 1955 to 1957</value><valueDate id="1"><fromDateBegin>1955-01-01</fromDateBegin><toDateEnd>1957-12-31</toDateEnd><isApproximate>true</isApproximate><isDateRange>true</isDateRange></valueDate><isPrimary>true</isPrimary></feature>
<feature id="2"><type featureTypeId="10">Nationality Country</type><versionId>2</versionId><value>Russia</value><isPrimary>true</isPrimary><reliability refId="1560">Confirmed</reliability></feature>
<feature id="3"><type featureTypeId="224">Gender</type><versionId>3</versionId><value>Male</value><isPrimary>true</isPrimary></feature>
<feature id="4"><type featureTypeId="999">Star Sign</type><versionId>4</versionId><value>Aries</value><isPrimary>true</isPrimary></feature>
<feature id="5"><type featureTypeId="344">Digital Currency Address - XBT</type><versionId>5</versionId><value>1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa</value><isPrimary>true</isPrimary></feature>
</features>
<identityDocuments><identityDocument id="3"><type refId="1571">Passport</type><name nameId="1" nameTranslationId="1">EXAMPLE, Person</name><documentNumber>X0000001</documentNumber><isValid>false</isValid><issuingCountry refId="11171">Russia</issuingCountry><issueDate id="1"><fromDateBegin>1987-06-19</fromDateBegin><fromDateEnd>1987-06-19</fromDateEnd><toDateBegin>1987-06-19</toDateBegin><toDateEnd>1987-06-19</toDateEnd><isApproximate>false</isApproximate><isDateRange>false</isDateRange></issueDate><stamp>round</stamp></identityDocument></identityDocuments>
<relationships><relationship id="1"><type refId="15004">Family member of</type><relatedEntity entityId="9999994">EXAMPLE, Other</relatedEntity></relationship></relationships>
<protectiveOrders/>
</entity>
`

func document(lists string, entities ...string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="` + namespace + `">
<publicationInfo><dataAsOf>2026-07-27T00:00:00-04:00</dataAsOf><filters><sanctionsLists><sanctionsList refId="1">` + lists + `</sanctionsList></sanctionsLists></filters></publicationInfo>
<referenceValues><referenceValue refId="91280"><type>VesselType</type><value>Crude Oil Tanker</value></referenceValue></referenceValues>
<featureTypes><featureType featureTypeId="8"><type>Birthdate</type></featureType></featureTypes>
<entities>
` + strings.Join(entities, "") + "</entities>\n</sanctionsData>\n"
}
