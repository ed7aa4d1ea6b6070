// Package enhanced reads SDN_ENHANCED.XML and CONS_ENHANCED.XML, the
// entity-centred XML of the Sanctions List Service of the US Treasury's Office
// of Foreign Assets Control: a sanctionsData with publicationInfo,
// referenceValues, featureTypes and entities, where each entity holds all that
// is known of it.
//
// It was built from OFAC's schema ENHANCED_XML.xsd, as it is in the
// repository moov-io/watchman (pkg/sources/csl_us/gen/ENHANCED_XML.xsd), and
// from excerpts of real files in the tests of public programs that read the
// format, moov-io/watchman among them. No whole file was at hand: the formats
// say FixtureOnly.
//
// The file is read once, an entity at a time. Lists, programmes, types of
// sanction and legal authorities stand side by side in an entity, without
// saying which belongs to which; the tables of package ofac sort them, as they
// do for the other formats. Features and documents are labelled values with the
// labels of the CSV's remarks.
//
// Which list a file is follows from the lists that its publicationInfo says it
// was filtered by.
//
// # Invariants
//
//   - Every element of an entity is in a field or in Unread.
//   - A date has the precision that OFAC gave it, not that of the days between
//     which the format says it lies.
//   - A document that ends before its root element does is a fatal error.
//   - A delta file, which has the same root element, is refused.
//
// # Limitations
//
// Fixture-only, see above. Addresses in another script than Latin are noted at
// the address, as text.
package enhanced
