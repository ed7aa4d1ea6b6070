// Package sectionfile stores named sections of bytes in one checksummed file and
// reads them in place, without copying. [Create] a file, [Writer.Add] its sections
// and [Writer.Commit] it; [Open] it and read a [File.Section], or an [Array] or
// [String] in it. The example writes and reads a file. It is the container of the
// index.
//
// # How it works
//
// [Create] writes sections one after the other to a new file
// next to the final one; [Writer.Commit] adds the table of contents, fills in the
// header, syncs, and renames. [Open] maps the file into memory and checks the
// header, the table, and every length and offset in it, without touching a
// section, so it takes the same microseconds for any size. [File.Section] hands
// out the bytes of a section, [View], [Array] and [String] turn them into slices
// and text without copying. A section's checksum is verified before its first
// byte is handed out, on all cores, when it is first asked for; [File.Verify] does it
// for all of them ahead of time.
//
// # Layout
//
// Numbers are little endian and everything starts at a multiple of 64 bytes.
//
//	header, 128 bytes
//	    0  magic            "ENDUSEIX"
//	    8  byte order mark  0x01020304, uint32
//	   12  container        version of this layout, uint32: 1
//	   16  payload          version of what the sections hold, uint32
//	   20  sections         how many, uint32
//	   24  table            offset of the table of contents, uint64
//	   32  total            length of the whole file, uint64
//	   40  table sum        xxh3 of the table, uint64
//	   48  kind             what the file is for, 32 bytes, zeros after
//	   80  zeros            40 bytes
//	  120  header sum       xxh3 of the 120 bytes before it, uint64
//	sections
//	    the bytes, then zeros up to the next multiple of 64
//	table of contents, 64 bytes per section, at the end of the file
//	    0  name             40 bytes, zeros after
//	   40  offset           uint64
//	   48  length           uint64, without the zeros
//	   56  sum              uint64, see below
//
// A section's sum is the xxh3 of the xxh3 sums, 8 bytes each, of its blocks of
// 1 MiB; the last block may be shorter. So one section too is verified on all
// cores. Version history of the container: 1, November 2026, the first.
//
// # Invariants
//
//   - Under the final name there is a whole file or none: what a kill leaves
//     after has another name ([RemoveTemporary]), and no header.
//   - Sections fill the file without gaps or overlaps, in the order of the table.
//     Every byte is under a checksum or must be zero, so no flipped bit and no
//     missing byte goes unseen.
//   - No byte of a section is handed out before all of it is verified, except by
//     [File.Unverified].
//   - Any bytes open or are refused in time and memory that the size of the file
//     bounds, without a panic; errors say which of [ErrForeign], [ErrByteOrder],
//     [ErrNewer], [ErrOlder], [ErrCorrupt] and [enduse.ErrTruncated] it is.
//
// # Limitations
//
// A checksum guards against accidents, not against somebody who may write to the
// folder: xxh3 is no cryptographic hash. What is handed out is memory of the
// file: writing to it ends the program, and so does reading it after the last
// [File.Release], or when a disk fails or another program shortens the file
// after it was verified (while it is verified, that is an error). Files are meant
// to be named by their content and never changed; on Windows a file that is
// mapped cannot be replaced or deleted. Only little-endian machines write and
// read; others get ErrByteOrder. Where the system cannot map a file, it is read
// into memory whole.
package sectionfile
