package sectionfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unsafe"
)

// Number is what a section may be an array of.
type Number interface {
	~uint8 | ~uint16 | ~uint32 | ~int32 | ~uint64 | ~float32
}

// View reads bytes as an array in place: the slice is the same memory. It is an
// error if the length is no multiple of T's size or the start is not aligned for
// T; sections of a File are aligned for every T.
func View[T Number](b []byte) ([]T, error) {
	var zero T
	size := int(unsafe.Sizeof(zero))
	if len(b)%size != 0 {
		return nil, fmt.Errorf("%d bytes are no array of numbers of %d bytes", len(b), size)
	}
	if len(b) == 0 {
		return nil, nil
	}
	start := unsafe.Pointer(unsafe.SliceData(b))  // #nosec G103 -- checked here
	if uintptr(start)%unsafe.Alignof(zero) != 0 { // #nosec G103 -- likewise
		return nil, errors.New("the bytes do not start where such a number may stand")
	}
	return unsafe.Slice((*T)(start), len(b)/size), nil // #nosec G103 -- length and alignment are checked
}

// Bytes is the other way round: the memory of an array, as a section holds it.
func Bytes[T Number](numbers []T) []byte {
	var zero T
	if len(numbers) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(numbers))), len(numbers)*int(unsafe.Sizeof(zero))) // #nosec G103 -- the same memory, as bytes
}

// String reads bytes as text in place. They must not change, and the text lives
// no longer than they do.
func String(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) } // #nosec G103 -- the bytes of a file are never written

// Array is a section as an array of numbers.
func Array[T Number](f *File, name string) ([]T, error) {
	b, err := f.Section(name)
	if err != nil {
		return nil, err
	}
	v, err := View[T](b)
	if err != nil {
		return nil, f.fault(fmt.Errorf("%w: section %q: %w", ErrCorrupt, name, err))
	}
	return v, nil
}

// littleEndian reports whether numbers in memory are as in the file.
func littleEndian() bool { return binary.NativeEndian.Uint16([]byte{1, 0}) == 1 }
