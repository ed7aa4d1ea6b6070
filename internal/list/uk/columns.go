package uk

import (
	"maps"
	"slices"
)

// columns are those of the CSV, and of the overview, with the path in the XML
// that each means.
var columns = map[string]string{
	"Last Updated":                     "LastUpdated",
	"Unique ID":                        "UniqueID",
	"OFSI Group ID":                    "OFSIGroupID",
	"UN Reference Number":              "UNReferenceNumber",
	"Title":                            "Titles/Title",
	"Regime Name":                      "RegimeName",
	"Designation Type":                 "IndividualEntityShip",
	"Designation source":               "DesignationSource",
	"Sanctions Imposed":                "SanctionsImposed",
	"Other Information":                "OtherInformation",
	"UK Statement of Reasons":          "UKStatementofReasons",
	"Phone number":                     "PhoneNumbers/PhoneNumber",
	"Website":                          "Websites/Website",
	"Email address":                    "EmailAddresses/EmailAddress",
	"Date Designated":                  "DateDesignated",
	"D.O.B":                            individual + "DOBs/DOB",
	"Nationality(/ies)":                individual + "Nationalities/Nationality",
	"Position":                         individual + "Positions/Position",
	"Gender":                           individual + "Genders/Gender",
	"Type of entity":                   company + "TypeOfEntities/TypeOfEntity",
	"Subsidiaries":                     company + "Subsidiaries/Subsidiary",
	"Parent company":                   company + "ParentCompanies/ParentCompany",
	"Business registration number (s)": company + "BusinessRegistrationNumbers/BusinessRegistrationNumber",
	"IMO number":                       vessel + "IMONumbers/IMONumber",
	"Current owner/operator (s)":       vessel + "CurrentOwnerOperators/CurrentOwnerOperator",
	"Previous owner/operator (s)":      vessel + "PreviousOwnerOperators/PreviousOwnerOperator",
	"Current believed flag of ship":    vessel + "CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip",
	"Previous flags":                   vessel + "PreviousFlags/PreviousFlag",
	"Type of ship":                     vessel + "TypeOfShipDetails/TypeOfShip",
	"Tonnage of ship":                  vessel + "TonnageOfShipDetails/TonnageOfShip",
	"Length of ship":                   vessel + "LengthOfShipDetails/LengthOfShip",
	"Year Built":                       vessel + "YearsBuilt/YearBuilt",
	"Hull identification number (HIN)": hull,
}

// inOrder is the order in which a row's columns are taken.
var inOrder = slices.Sorted(maps.Keys(columns))

// prose are the paths whose cells hold one text, or split it themselves.
var prose = map[string]bool{"OtherInformation": true, "UKStatementofReasons": true, "SanctionsImposed": true, "RegimeName": true, "DesignationSource": true}

// grouped are the columns that are read together.
var grouped = set(
	"Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6", "Name type", "Alias strength",
	"Name non-latin script", "Non-latin script type", "Non-latin script language",
	"Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Address Line 6",
	"Address Postal Code", "Address Country", "National Identifier number", "National Identifier additional information",
	"Passport number", "Passport additional information", "Town of birth", "Country of birth",
)

func set(names ...string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		out[n] = true
	}
	return out
}
