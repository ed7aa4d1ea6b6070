package intake

import "io"

// OpenFirst opens a file and returns its only sheet, or the first of several.
func OpenFirst(name string, r io.Reader, opts Options) (*Reader, error) {
	all, err := OpenAll(name, r, opts)
	if err != nil {
		return nil, err
	}
	return all[0].Reader, all[0].Err
}
