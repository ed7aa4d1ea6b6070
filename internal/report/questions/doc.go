// Package questions writes what is still to be asked of customers, once for each of
// them, as a table or as a sheet whose column Answer is left empty: what is filled in
// there is read back by enduse screen --answers.
//
//	out, err := questions.Formats.New("xlsx", file)
//	err = report.Write(out, questions.Header{}, asks...)
package questions
