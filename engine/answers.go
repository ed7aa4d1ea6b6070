package engine

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// answers are those to questions, by the key of a customer and the question's id.
type answers map[string]map[string]string

// The columns of a sheet of questions, by their names in small letters.
var answerColumns = map[string]string{"customer": "customer", "question id": "id", "id": "id", "answer": "answer"}

// AboutSeller is the customer of a sheet of questions where the seller is asked.
const AboutSeller = "(you)"

// readAnswers reads a sheet of questions that was filled in. Rows without an answer are
// still to be asked. Notes say what could not be used.
func readAnswers(ctx context.Context, path string) (out answers, notes []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, &enduse.Error{Op: "answers", Code: enduse.CodeInvalid, Err: err, Hint: "check the path"}
	}
	defer func() { _ = f.Close() }()
	isHeader := func(cells []string) bool { return len(answerColumnsOf(cells)) == 3 }
	t, err := table.Open(path, f, table.Options{IsHeader: isHeader})
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = t.Close() }()
	columns := answerColumnsOf(t.Columns())
	if len(columns) != 3 {
		return nil, nil, &enduse.Error{
			Op: "answers", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("its columns are %s, not those of a sheet of questions", strings.Join(t.Columns(), ", ")),
			Hint: "write the sheet with: enduse questions FILE -o ask.xlsx",
		}
	}
	out = answers{}
	rows := map[[2]string]int{} // of the first answer to each question
	for row, err := range t.Rows() {
		if ctxErr := ctx.Err(); ctxErr != nil || err != nil {
			return nil, nil, errors.Join(err, ctxErr)
		}
		customer, id, answer := strings.TrimSpace(row.Get(columns["customer"])), strings.TrimSpace(row.Get(columns["id"])), strings.ToLower(strings.TrimSpace(row.Get(columns["answer"])))
		switch {
		case answer == "" || answer == "unknown":
		case answer != "yes" && answer != "no":
			notes = append(notes, fmt.Sprintf("%s, row %d: the answer %q is neither yes, no nor unknown: %s is still asked", path, row.Line, answer, id))
		case strings.HasPrefix(id, "profile."):
			notes = append(notes, fmt.Sprintf("%s, row %d: say who you are in a profile, with --profile: that is what %s is about", path, row.Line, id))
		case customer == "" || id == "":
			notes = append(notes, fmt.Sprintf("%s, row %d: the answer %q names no customer or no question: it is not used", path, row.Line, answer))
		default:
			key := customerKey(customer)
			first, again := rows[[2]string{key, id}]
			if again && out[key][id] != answer {
				notes = append(notes, fmt.Sprintf("%s, rows %d and %d: they answer %s for %s with yes and with no: it is still asked", path, first, row.Line, id, customer))
				delete(out[key], id)
				continue
			}
			if again {
				continue
			}
			rows[[2]string{key, id}] = row.Line
			out.add(key, id, answer)
		}
	}
	return out, notes, nil
}

// answerColumnsOf finds the columns of a sheet of questions among others.
func answerColumnsOf(columns []string) map[string]string {
	found := map[string]string{}
	for _, c := range columns {
		if what, ok := answerColumns[strings.ToLower(strings.TrimSpace(c))]; ok && found[what] == "" {
			found[what] = c
		}
	}
	return found
}

func (a answers) add(customer, id, answer string) {
	if a[customer] == nil {
		a[customer] = map[string]string{}
	}
	a[customer][id] = answer
}

// complete adds the answers about the buyer of a shipment, and returns the buyer's key.
// What the shipment says itself is kept.
func (a answers) complete(s *enduse.Shipment) (used string) {
	if len(a) == 0 {
		return ""
	}
	all := maps.Clone(a[customerKey(AboutSeller)])
	if i, ok := s.Buyer(); ok {
		if all == nil {
			all = map[string]string{}
		}
		used = customerKey(s.Parties[i].Name)
		maps.Copy(all, a[used])
	}
	if len(all) > 0 {
		maps.Copy(all, s.Answers)
		s.Answers = all
	}
	return used
}
