package topic_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading/topic"
)

func ExampleFind() {
	topics, relevance := topic.Find("The firm was added to the entity list for sanctions evasion.")
	for _, t := range topics {
		fmt.Println(t.ID, t.Phrases)
	}
	fmt.Println(relevance > 0.5)
	// Output:
	// sanctions [sanctions evasion sanction]
	// export-control [entity list]
	// evasion [evasion]
	// true
}
