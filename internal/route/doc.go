// Package route finds what a shipment says of places: hubs, embargoed countries and
// regions, ways that make no sense, ships. It also says which regimes bind a seller.
//
//	binds := route.Regimes(query.Profile, query.AsOf)
//	checked := route.Check(&query, binds)
//
// How it works. A text is read as a country in the spellings of package country, a
// region that has measures of its own (regions.csv), a UN/LOCODE, or the name of a main
// port, airport or city in several languages (ports.csv). [On] asks the dated lists of
// lists.csv: watched transshipment hubs, embargoed countries and regions, the export
// control coalition, the EU's partner countries, the EU's members, what says that
// missions are part of their state. Each row has the days on which it is in force, and
// its source. [Regimes] says of the US, the EU, the UK and the UN whether their rules
// bind: yes, no, or not known, and why.
//
// [Check] puts these together for a shipment or a party alone. It returns findings
// (route.hub, route.embargoed, route.odd, place.embargoed, place.mission, place.named,
// vessel.imo, vessel.flag), gaps (a code that is not a country, a place that is not
// known, a way in a circle), and a question for each regime that may bind. An address
// is cut into its parts. A place counts as a whole part, or at the end of the last one,
// and in scripts that go from the whole to the part at the beginning; words of streets
// and houses (words.csv) keep "Tehran Street, Seoul" apart. Each place is weighed
// against the countries that are stated. With nothing against it, or if the address ends
// there although another country is stated, it is a review; next to another country, a
// lead; if a town of that country has the same name (namesakes.csv), nothing. Calling
// codes and domains (signs.csv) are leads. [Located] fills in countries that the words
// of a shipment give, for the lists and rules that ask by countries.
//
// # Invariants
//
//   - No list, date or place is in code; all are in the tables, and [Digest] covers
//     them.
//   - A regime that does not bind gives no finding; one that may bind gives the finding
//     and a question.
//   - A name that could be two places is not resolved.
//   - Pure functions over tables that never change; calls may run at once.
//
// # Limitations
//
// Six hundred places of some 100,000 in UN/LOCODE. A typing error is seen in names
// of seven letters and more. Postal codes and IP addresses are not used. A nationality
// and a birth place are not places of a party. Missions are known by their names; other
// organs of a state are not. The lists end where their authors read; a row that they
// could not read at its source carries "verify" in its citation. An embargo is a reason
// to review: what it forbids depends on the goods, and licences and exceptions are not
// looked at. Parts of four oblasts are not under Ukraine's control; the table does not
// know the line of the day and names the whole. Hubs are lawful places of trade: the
// finding asks for care.
package route
