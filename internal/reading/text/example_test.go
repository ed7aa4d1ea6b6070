package text_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading/text"
)

func ExampleCut() {
	t := text.Cut("The U.S. firm's plant isn't here.", "en")
	for i := range t.Words {
		fmt.Print(t.Folded(i), "|")
	}
	fmt.Println()
	for _, token := range t.Tokens(0, len(t.Raw), false) {
		fmt.Print(token.Low, "|")
	}
	// Output:
	// the|u|s|firm|s|plant|isn|t|here|
	// the|u.s|.|firm's|plant|isn't|here|.|
}

func ExamplePhrases() {
	phrases := text.NewPhrases[string](2)
	phrases.Add("arms embargo*", "", "sanctions")
	for _, f := range phrases.All(text.Cut("The arms embargoes ended.", "en")) {
		fmt.Println(f.Value, f.First, f.End)
	}
	// Output: sanctions 1 3
}
