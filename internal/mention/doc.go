// Package mention finds what a text names: people, organisations, countries as
// actors, goods, programmes and listed parties.
package mention
