package list

// Warning is an error that an importer may yield between entities: nothing was
// lost, but the edition is suspicious, for instance because the mark at the
// end of a file is missing. Reading goes on after it.
type Warning struct {
	File string
	Text string // what is suspicious, and what it may mean
	// Cut says that the file may break off: the edition is not whole then.
	Cut bool
}

func (w *Warning) Error() string {
	if w.File == "" {
		return w.Text
	}
	return w.File + ": " + w.Text
}
