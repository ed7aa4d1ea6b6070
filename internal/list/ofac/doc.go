// Package ofac reads the lists of the US Treasury's Office of Foreign Assets
// Control in their legacy CSV form: the Specially Designated Nationals
// (sdn.csv, alt.csv, add.csv, sdn_comments.csv) and the consolidated list of
// all others (cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv).
//
// Both have the same records, without a header, with "-0- " for null and a
// line of the single byte 0x1A at the end. The companions alt, add and
// comments are read into memory first, keyed by the party's number; the main
// file streams. Then follow the companion rows that belong to no party, each
// as an error.
//
// The remarks, which hold most of what OFAC knows of a party, are one text of
// pieces with "; " between them. The longest label of the grammar that begins
// a piece says how to read its rest: see grammar.go. The text is
// cut after 1000 characters and goes on in the comments file; the two are
// joined at the cut.
//
// The consolidated list holds several legal lists at once and does not name
// them: they follow from programmes and directives, by the tables in
// measures.go. Those tables are the only ones: the packages below this one read
// OFAC's XML formats and fill a [Party], which knows the labels, the programmes
// and the grammar of the remarks, so that a party comes out the same whatever
// the format.
//
// # Invariants
//
//   - A text of the remarks is in typed fields, or is a known statement or a
//     prose that stays in Remarks, or is in Unread. Nothing is dropped.
//   - An identifier that was cut at the end of the remarks, its comments
//     missing, is Unread: half a number is not a number.
//   - Quoted names in the remarks are weak aliases, former ones too; those in
//     alt.csv are not.
//   - The same entities come out whatever the order of the records.
//
// # Limitations
//
// The files carry no date of publication and no dates of listing. The city
// field holds city, province and postal code in one, and is kept so. Companion
// files are recognised as SDN or consolidated by their names alone ("cons_"),
// for their content does not say.
package ofac
