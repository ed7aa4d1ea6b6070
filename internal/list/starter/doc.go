// Package starter holds the starter edition: some 300 designations that are
// embedded in the program, so that the first command works with no network.
//
// starter.csv is the project's own selection of facts from lists that the
// United States publish and that are in the public domain: OFAC's SDN list
// (suppliers of components to Russia's military industry in China, Hong Kong,
// the Emirates, Turkey and Central Asia; makers of Russian, Iranian and North
// Korean weapons; vessels), and the Entity List, the Military End User List and
// the Unverified List of the Bureau of Industry and Security. One line is one
// designated party; several values in a field stand between bars:
//
//	aliases        NAME, former=NAME, weak=NAME
//	addresses      street; city; COUNTRY, or text; COUNTRY
//	identifiers    kind=value@COUNTRY
//	programs       OFAC's codes; one designation each
//	since          the date of the notice, where a file gives one
//
// # Invariants
//
//   - No line holds a fact that does not stand in an official list: a test
//     looks each of them up in real files of those lists.
//   - An entity has the id that the full list would give it ("ofac-sdn:38641"),
//     and its legal list; its source is "starter". The Bureau numbers nobody,
//     so its parties have a name for an id ("bis-el:superchip-limited").
//
// # Limitations
//
// It finds, and never clears: an edition of it has the state "starter". Its
// addresses are the first three of a party. An address in Hong Kong has the
// country HK, where the lists print China. The entries of the Entity List that
// are an address without a name are not here, for the files at hand give them
// without the street.
package starter
