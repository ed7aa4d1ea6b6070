package ofac

import "strings"

// Records of the SDN list in its official form, typed by hand.
const sdnMain = `36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
2674,"ABBAS, Abu","individual","SDGT","Director of PALESTINE LIBERATION FRONT - ABU ABBAS FACTION",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1948; Director of PALESTINE LIBERATION FRONT - ABU ABBAS FACTION."
7782,"SAHINPASIC, Senad","individual","BALKANS",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB circa 1951; POB Foca, Bosnia-Herzegovina."
12625,"KOLBAYEV, Kamchybek Asanbekovich","individual","SDNTK] [TCO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 03 Aug 1974; alt. DOB 01 Jan 1973; POB Cholpon-Ata, Kyrgyzstan; nationality Kyrgyzstan; Gender Male; Passport AC2499982 (Kyrgyzstan); alt. Passport AC732709 (Kyrgyzstan); Identification Number 20308197410028 (Kyrgyzstan); a.k.a. 'KAMCHI BISHKEKSKIY'; Linked To: THIEVES-IN-LAW."
15048,"DOWNY","vessel","IRAN",-0- ,"9HED9","Crude Oil Tanker","296,894","160,576","Iran",-0- ,"Former Vessel Flag Malta; Additional Sanctions Information - Subject to Secondary Sanctions; Vessel Registration Identification IMO 9218480; MMSI 256861000; Linked To: NATIONAL IRANIAN TANKER COMPANY."
15431,"EP-GOM","aircraft","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Construction Number (also called L/N or S/N or F/N) 8401; Aircraft Manufacture Date 1992; Aircraft Model IL76-TD; Aircraft Operator YAS AIR; Aircraft Manufacturer's Serial Number (MSN) 1023409321; Linked To: POUYA AIR."
16807,"OOO TRANSOIL",-0- ,"UKRAINE-EO13661] [RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Secondary sanctions risk: Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201 and/or 589.209; Tax ID No. 7811139006 (Russia); Registration Number 1037825043200 (Russia); Linked To: TIMCHENKO, Gennady Nikolayevich."
` + end

const sdnAlt = `36,12,"aka","AERO-CARIBBEAN",-0- 
2674,1795,"aka","ZAYDAN, Muhammad",-0- 
15048,40668,"fka","DENA",-0- 
` + end

const sdnAdd = `36,25,-0- ,"Havana","Cuba",-0- 
2674,1832,-0- ,-0- ,-0- ,-0- 
15048,22384,-0- ,-0- ,-0- ,-0- 
` + end

const consMain = `9641,"AL-SHANTI, Jamileh Abdullah","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1955; POB Jabalia Camp."
15268,"BANK OF KUNLUN CO LTD",-0- ,"561-Related",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"SWIFT/BIC CKLBCNBJ; United States financial institutions are prohibited from opening or maintaining a correspondent account or a payable-through account for the foreign financial institution listed here, pursuant to 31 C.F.R. section 561.201(c)."
17018,"PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"SWIFT/BIC SABRRUMM; Executive Order 13662 Directive Determination - Subject to Directive 1; Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022; Tax ID No. 7707083893 (Russia)."
27016,"PRESIDENCY OF DEFENSE INDUSTRIES",-0- ,"CAATSA - RUSSIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2); a.k.a. 'SSB'."
30882,"CHINA TELECOM CORPORATION LIMITED",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Equity Ticker CHA US; ISIN CNE1000002V2; Effective Date (CMIC) 02 Aug 2021; Listing Date (CMIC) 03 Jun 2021; Unified Social Credit Code (USCC) 9111000071093019X7 (China)."
` + end

// end is the mark at the end of every file.
const end = "\x1a"

// crlf gives a text the line ends of the official files.
func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func file(name, text string) File { return File{Name: name, Reader: strings.NewReader(crlf(text))} }

func sdnFiles() Files {
	return Files{
		Main: file("sdn.csv", sdnMain), Alt: file("alt.csv", sdnAlt), Add: file("add.csv", sdnAdd),
		Comments: file("sdn_comments.csv", end),
	}
}

// row is a row of the main file with the given remarks.
func row(num, remarks string) string {
	return num + `,"EXAMPLE PARTY",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"` + remarks + "\"\n"
}
