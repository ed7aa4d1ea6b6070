package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/number"
	"github.com/enduse/enduse/wire"
)

func checkCommand(a *app) *cobra.Command {
	f, about := &screenFlags{}, &partyFlags{}
	cmd := &cobra.Command{
		Use:   "check NAME...",
		Short: "Screen one name or number at once",
		Long: `Screen one name. Several arguments are the words of one name. A number of a
register, such as an IMO number, a tax number or a wallet, is searched as every
kind that it may be; --identifier says which it is.`,
		Example: `  enduse check "Aero Caribbean"
  enduse check "IMO 9187629"
  enduse check --imo 9187629
  enduse check --identifier passport:N1234567 --country Iran
  enduse check Usama bin Ladin --type person --birth-date 1957
  enduse check --address "Hauptstr. 5, Berlin"
  enduse check "Aero Caribbean" --min-score 0.5 --format json`,
		Args: usageArgs(func(cmd *cobra.Command, args []string) error {
			if len(about.identifiers)+len(about.numbers) > 0 || about.imo != "" || about.address != "" {
				return nil
			}
			return cobra.MinimumNArgs(1)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			shipment, err := about.shipment(strings.Join(args, " "))
			if err != nil {
				return err
			}
			s, err := newScreening(a, cmd, f, "")
			if err != nil {
				return err
			}
			results := s.engine.ScreenAll(cmd.Context(), func(yield func(engine.Record, error) bool) {
				yield(engine.Record{Row: 1, Query: enduse.Query{Shipment: shipment, AsOf: s.day}}, nil)
			}, s.asks...)
			f.stamp = "each"
			return s.print(cmd.Context(), wire.Run{}, results, func() []wire.Column { return nil })
		},
	}
	f.register(cmd)
	about.register(cmd)
	return cmd
}

// partyFlags say more of a party on the command line than its name.
type partyFlags struct {
	schema, country, birth        string
	address, city, region, port   string
	email, phone, website, postal string
	identifiers                   []string // KIND:VALUE
	numbers                       []string // of a kind that their form gives
	imo                           string
}

func (f *partyFlags) register(cmd *cobra.Command) {
	for _, flag := range []struct {
		to          *string
		name, usage string
	}{
		{&f.schema, "type", "person, company, organization, vessel, aircraft"},
		{&f.country, "country", "country, by name or code"},
		{&f.birth, "birth-date", "birth date: YYYY, YYYY-MM or YYYY-MM-DD"},
		{&f.address, "address", "address, with its city and country"},
		{&f.city, "city", "city of the address"},
		{&f.region, "region", "region, state or province of the address"},
		{&f.postal, "postal-code", "postal code of the address"},
		{&f.port, "port", "port or city that goods go to, by name or UN/LOCODE"},
		{&f.email, "email", "e-mail address"},
		{&f.phone, "phone", "phone number with its country code"},
		{&f.website, "website", "web site"},
	} {
		cmd.Flags().StringVar(flag.to, flag.name, "", flag.usage)
	}
	cmd.Flags().StringVar(&f.imo, "imo", "", "IMO number of a ship")
	cmd.Flags().StringArrayVar(&f.numbers, "id", nil, "a number of the party whose kind is not known; may be given several times")
	cmd.Flags().SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "dob" {
			name = "birth-date"
		}
		return pflag.NormalizedName(name)
	})
	cmd.Flags().StringArrayVar(&f.identifiers, "identifier", nil, "a number of the party, KIND:VALUE, such as imo:9187629; may be given several times")
}

// shipment makes a shipment of one party of what the command line says.
func (f *partyFlags) shipment(text string) (enduse.Shipment, error) {
	s := enduse.Shipment{}
	about := enduse.Party{Schema: enduse.Schema(f.schema), Email: f.email, Phone: f.phone, Website: f.website}
	for _, id := range f.identifiers {
		ids, err := identifierFlag(id)
		if err != nil {
			return s, err
		}
		about.Identifiers = append(about.Identifiers, ids...)
	}
	if f.imo != "" {
		ids, err := identifierFlag("imo:" + f.imo)
		if err != nil {
			return s, err
		}
		about.Identifiers = append(about.Identifiers, ids...)
	}
	for _, value := range f.numbers {
		p, err := engine.PartyOf(value, enduse.Party{})
		if err != nil || len(p.Identifiers) == 0 {
			return s, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--id " + value, Err: errors.New("not a number of a register"), Hint: engine.HintNumber}
		}
		about.Identifiers = append(about.Identifiers, p.Identifiers...)
	}
	if text == "" && f.address != "" { // an address alone
		about.Addresses = []enduse.Address{{Text: f.address}}
	}
	p, err := engine.PartyOf(text, about)
	if err != nil {
		return s, err
	}
	if f.port != "" {
		s.Route.Places = []enduse.RoutePlace{{Field: "port", Text: f.port}}
	}
	if f.country != "" {
		code, ok := country.Read(f.country)
		if !ok {
			return s, &enduse.Error{
				Code: enduse.CodeInvalid, Subject: "--country " + f.country, Err: errors.New("not the name or the code of a country"),
				Hint: "use its two-letter code, such as CN; a city or a region goes with --city or --region",
			}
		}
		p.Countries = []enduse.Country{code}
	}
	if a := f.addressOf(p.Countries); !a.IsZero() {
		p.Addresses = []enduse.Address{a}
	}
	if f.birth != "" {
		d, err := enduse.ParseDate(f.birth)
		if err != nil {
			return s, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--birth-date", Err: err, Hint: "--birth-date 1957-03-10"}
		}
		p.BirthDate = d
	}
	s.Parties = []enduse.Party{p}
	return s, nil
}

func (f *partyFlags) addressOf(home []enduse.Country) enduse.Address {
	a := enduse.Address{Street: f.address, City: f.city, Region: f.region, PostalCode: f.postal}
	if f.city == "" && f.region == "" && f.postal == "" {
		a.Text, a.Street = a.Street, ""
	}
	if len(home) == 1 && !a.IsZero() {
		a.Country = home[0]
	}
	return a
}

// identifierFlag reads the value of one --identifier flag.
func identifierFlag(text string) ([]enduse.Identifier, error) {
	word, value, ok := strings.Cut(text, ":")
	kind, known := number.Kind(word)
	if !ok || !known {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--identifier " + text, Err: errors.New("not KIND:VALUE with a known kind"), Hint: engine.HintNumber + "; the kinds are " + kinds()}
	}
	r := number.Read(value, number.Hints{Kind: kind})
	if len(r.Gaps) > 0 || len(r.Found) == 0 {
		why := "not a number of a register"
		if len(r.Gaps) > 0 {
			why = r.Gaps[0]
		}
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--identifier " + text, Err: errors.New(why), Hint: engine.HintNumber}
	}
	ids := make([]enduse.Identifier, len(r.Found))
	for i, f := range r.Found {
		ids[i] = f.Identifier()
	}
	return ids, nil
}

func kinds() string {
	words := make([]string, len(enduse.IdentifierKinds))
	for i, k := range enduse.IdentifierKinds {
		words[i] = string(k)
	}
	slices.Sort(words)
	return strings.Join(words, ", ")
}
