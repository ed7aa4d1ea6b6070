package sdnxml_test

// Records in the official form, typed by hand from the public lists.

const oldNamespace = "http://tempuri.org/sdnList.xsd"

const newNamespace = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"

const aerocaribbean = `  <sdnEntry>
    <uid>36</uid>
    <lastName>AEROCARIBBEAN AIRLINES</lastName>
    <sdnType>Entity</sdnType>
    <programList><program>CUBA</program></programList>
    <akaList>
      <aka><uid>12</uid><type>a.k.a.</type><category>strong</category><lastName>AERO-CARIBBEAN</lastName></aka>
    </akaList>
    <addressList>
      <address><uid>25</uid><city>Havana</city><country>Cuba</country></address>
    </addressList>
  </sdnEntry>
`

const kolbayev = `  <sdnEntry>
    <uid>12625</uid>
    <firstName>Kamchybek Asanbekovich</firstName>
    <lastName>KOLBAYEV</lastName>
    <sdnType>Individual</sdnType>
    <remarks>(Linked To: THIEVES-IN-LAW)</remarks>
    <programList><program>SDNTK</program><program>TCO</program></programList>
    <idList>
      <id><uid>1</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>2</uid><idType>Passport</idType><idNumber>AC2499982</idNumber><idCountry>Kyrgyzstan</idCountry></id>
      <id><uid>3</uid><idType>Identification Number</idType><idNumber>20308197410028</idNumber><idCountry>Kyrgyzstan</idCountry></id>
    </idList>
    <akaList>
      <aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>KAMCHI BISHKEKSKIY</lastName></aka>
      <aka><uid>5</uid><type>a.k.a.</type><category>strong</category><lastName>KOLBAEV</lastName><firstName>Kamchybek</firstName></aka>
    </akaList>
    <nationalityList><nationality><uid>6</uid><country>Kyrgyzstan</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>7</uid><dateOfBirth>03 Aug 1974</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
      <dateOfBirthItem><uid>8</uid><dateOfBirth>01 Jan 1973</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList>
      <placeOfBirthItem><uid>9</uid><placeOfBirth>Cholpon-Ata, Kyrgyzstan</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>
`

const downy = `  <sdnEntry>
    <uid>15048</uid>
    <lastName>DOWNY</lastName>
    <sdnType>Vessel</sdnType>
    <remarks>(Linked To: NATIONAL IRANIAN TANKER COMPANY)</remarks>
    <programList><program>IRAN</program></programList>
    <idList>
      <id><uid>1</uid><idType>Former Vessel Flag</idType><idNumber>Malta</idNumber></id>
      <id><uid>2</uid><idType>Additional Sanctions Information -</idType><idNumber>Subject to Secondary Sanctions</idNumber></id>
      <id><uid>3</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9218480</idNumber></id>
      <id><uid>4</uid><idType>MMSI</idType><idNumber>256861000</idNumber></id>
    </idList>
    <akaList><aka><uid>40668</uid><type>f.k.a.</type><category>strong</category><lastName>DENA</lastName></aka></akaList>
    <vesselInfo>
      <callSign>9HED9</callSign><vesselType>Crude Oil Tanker</vesselType><vesselFlag>Iran</vesselFlag>
      <tonnage>296894</tonnage><grossRegisteredTonnage>160576</grossRegisteredTonnage>
    </vesselInfo>
  </sdnEntry>
`

const alShanti = `  <sdnEntry>
    <uid>9641</uid>
    <firstName>Jamileh Abdullah</firstName>
    <lastName>AL-SHANTI</lastName>
    <sdnType>Individual</sdnType>
    <programList><program>NS-PLC</program></programList>
    <addressList><address><uid>12128</uid><stateOrProvince>Gaza</stateOrProvince><country>Palestinian</country></address></addressList>
    <dateOfBirthList><dateOfBirthItem><uid>4700</uid><dateOfBirth>1955</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>4701</uid><placeOfBirth>Jabalia Camp</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
  </sdnEntry>
`

const sberbank = `  <sdnEntry>
    <uid>17018</uid>
    <lastName>PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA</lastName>
    <sdnType>Entity</sdnType>
    <programList><program>UKRAINE-EO13662</program><program>RUSSIA-EO14024</program></programList>
    <idList>
      <id><uid>24639</uid><idType>Registration Number</idType><idNumber>1027700132195</idNumber><idCountry>Russia</idCountry></id>
      <id><uid>24640</uid><idType>Tax ID No.</idType><idNumber>7707083893</idNumber><idCountry>Russia</idCountry></id>
      <id><uid>115757</uid><idType>Website</idType><idNumber>www.sberbank.ru</idNumber></id>
      <id><uid>116151</uid><idType>Executive Order 13662 Directive Determination -</idType><idNumber>Subject to Directive 1</idNumber></id>
      <id><uid>146811</uid><idType>Listing Date (EO 14024 Directive 2):</idType><idNumber>24 Feb 2022</idNumber></id>
      <id><uid>146815</uid><idType>Effective Date (EO 14024 Directive 2):</idType><idNumber>26 Mar 2022</idNumber></id>
      <id><uid>172698</uid><idType>Secondary sanctions risk:</idType><idNumber>See Section 11 of Executive Order 14024.</idNumber></id>
    </idList>
    <addressList>
      <address><uid>1</uid><address1>19 ul. Vavilova</address1><city>Moscow</city><postalCode>117997</postalCode><country>Russia</country></address>
    </addressList>
  </sdnEntry>
`

// strange is the party 36 with what the format does not have.
const strange = `  <sdnEntry>
    <uid>36</uid>
    <lastName>AEROCARIBBEAN AIRLINES</lastName>
    <sdnType>Spacecraft</sdnType>
    <favouriteColour/>
    <programList><program>CUBA</program><orbit>low</orbit></programList>
    <idList>
      <id><uid>1</uid><idType>Loyalty Card</idType><idNumber>77</idNumber><idCountry>Cuba</idCountry></id>
      <id><uid>2</uid><idType>Passport</idType><shelf>top</shelf></id>
      <id><uid>3</uid><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Atlantis</idCountry></id>
    </idList>
    <akaList><aka><uid>1</uid><type>p.k.a.</type><category>medium</category><lastName>AC</lastName></aka></akaList>
    <nationalityList><nationality><country>Atlantis</country></nationality></nationalityList>
  </sdnEntry>
`

func document(namespace, count string, entries ...string) string {
	text := `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="` + namespace + `">
  <publshInformation>
    <Publish_Date>03/28/2025</Publish_Date>
    <Record_Count>` + count + `</Record_Count>
  </publshInformation>
`
	for _, e := range entries {
		text += e
	}
	return text + "</sdnList>\n"
}
