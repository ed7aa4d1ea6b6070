package refdata

import "github.com/enduse/enduse/internal/goods"

// Lists returns the control lists of a data directory.
func Lists(dir string) ([]*goods.ControlList, error) {
	l, err := loaded(dir)
	if err != nil {
		return nil, err
	}
	return l.made.Lists, nil
}
