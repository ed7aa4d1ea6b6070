package intake

import "github.com/enduse/enduse"

// partyWords are the names of columns that say something of a party. Names are
// folded before they are compared: case, spaces, underscores and accents do
// not count. They are separated by commas.
var partyWords = map[field]string{
	fName: `name, full name, legal name, company name, company, organisation, organization, entity, entity name, party, party name, partner, partner name, business partner, business name, account name, name1, names, beneficiary, counterparty, caption,
		nombre, nombre completo, razon social, empresa, denominacion, denominacion social, nom, nom complet, raison sociale, denomination sociale, societe, entreprise,
		vollstandiger name, firma, firmenname, unternehmen, bezeichnung, geschaftspartner, partnername,
		имя, фио, ф.и.о., наименование, полное наименование, название, наименование организации, название организации, организация, компания, контрагент, партнер, полное имя,
		名称, 姓名, 名字, 公司名称, 公司, 企业名称, 单位名称, 客户名称, 全称`,
	fGiven:  `first name, given name, given names, forename, firstname, nombre de pila, nombres, prenom, prenoms, vorname, vornamen, имя собственное, 名`,
	fFamily: `last name, family name, surname, lastname, apellido, apellidos, nom famille, nachname, familienname, фамилия, 姓`,
	fMiddle: `middle name, middle names, patronymic, second name, отчество, segundo nombre, zweiter vorname`,
	fOtherNames: `other names, other name, alias, aliases, aka, a.k.a., also known as, alternative name, alternative names, alt name, alt names, trade name, trading name, trading as, dba, doing business as, former name, former names, fka, name2, second name line, short name,
		otros nombres, nombre comercial, autres noms, nom commercial, weitere namen, andere namen, aliasname, handelsname, другие имена, псевдоним, псевдонимы, другие названия, торговое наименование, краткое наименование, прежнее наименование, 别名, 曾用名, 其他名称, 英文名称, 简称`,
	fType:       `type, entity type, party type, schema, kind, category, tipo, tipo entidad, type entite, typ, art, rechtsform typ, тип, тип лица, вид, вид лица, 类型, 类别, 种类`,
	fRole:       `role, party role, function, rol, funcion, fonction, rolle, funktion, роль, функция, 角色`,
	fBirthDate:  `birth date, date of birth, birthdate, dob, born, birthday, year of birth, birth year, birth dates, fecha nacimiento, nacimiento, date naissance, ne le, naissance, geburtsdatum, geboren, geb datum, geburtstag, geburtsjahr, дата рождения, день рождения, год рождения, д.р., 出生日期, 生日, 出生年月, 出生年月日`,
	fBirthPlace: `birth place, place of birth, birthplace, pob, city of birth, country of birth, lugar nacimiento, lieu naissance, geburtsort, место рождения, 出生地, 出生地点`,
	fGender:     `gender, sex, sexo, genero, sexe, geschlecht, пол, 性别`,
	fCountry: `country, countries, country code, country name, land, landercode, landerschlussel, land1, country of residence, residence, country of registration, registration country, jurisdiction, domicile, iso country, pais, paises, pais residencia, pays, pays residence, staat, wohnsitzland, sitzland, landercodes, lander,
		страна, страна регистрации, код страны, страна проживания, государство, юрисдикция, 国家, 国别, 国家地区, 注册国家, 所在国`,
	fFlag:        `flag, flag state, vessel flag, bandera, pavillon, flagge, флаг, 船旗, 船旗国`,
	fNationality: `nationality, nationalities, citizenship, citizenships, nacionalidad, ciudadania, nationalite, citoyennete, nationalitat, staatsangehorigkeit, staatsburgerschaft, гражданство, национальность, 国籍, 公民身份`,
	fAddress: `address, addresses, full address, address line, street, street address, address1, address2, address3, registered address, legal address, location, ship to address, delivery address,
		direccion, direccion completa, domicilio, calle, adresse, adresse complete, rue, anschrift, strasse, stras, str, адрес, юридический адрес, фактический адрес, почтовый адрес, улица, местонахождение, 地址, 注册地址, 详细地址, 街道, 住址, 住所`,
	fCity:         `city, town, city name, locality, ciudad, localidad, poblacion, municipio, ville, commune, stadt, ort, ort01, wohnort, город, населенный пункт, 城市, 市`,
	fRegion:       `region, state, province, county, state province, estado, provincia, departement, bundesland, kanton, regio, область, регион, край, республика, 省, 省份, 州, 地区`,
	fPostalCode:   `postal code, postcode, post code, zip, zip code, zipcode, codigo postal, cp, code postal, plz, postleitzahl, pstlz, индекс, почтовый индекс, 邮编, 邮政编码`,
	fFounded:      `founded, date founded, formed, date formed, incorporated, date of incorporation, incorporation date, registered on, registration date, fecha constitucion, date creation, date immatriculation, grundungsdatum, eintragungsdatum, дата регистрации, дата основания, 成立日期, 注册日期`,
	fBusiness:     `business, line of business, industry, sector, activity, business activity, actividad, giro, secteur, activite, branche, geschaftszweig, вид деятельности, отрасль, 经营范围, 行业`,
	fEmail:        `email, e mail, email address, e mail address, mail, correo, correo electronico, courriel, e mail adresse, электронная почта, эл почта, 邮箱, 电子邮件`,
	fPhone:        `phone, phone number, telephone, telephone number, tel, mobile, telefono, telefon, telefonnummer, телефон, номер телефона, 电话, 电话号码, 手机`,
	fWebsite:      `website, web site, web, url, homepage, pagina web, sitio web, site web, webseite, internetseite, сайт, веб сайт, 网站, 网址`,
	fManagement:   `management, directors, director names, officers, managers, directivos, dirigeants, руководство, руководители, 管理层`,
	fIdentifier:   `identifier, identifiers, identifier value, identification, identification number, id number, id no, document number, doc number, document no, identificador, numero identificacion, identificacion, numero documento, identifiant, numero identification, numero piece, kennung, kennnummer, ausweisnummer, dokumentnummer, идентификатор, номер документа, идентификационный номер, 标识, 证件号码, 证件号, 识别号, 编码号`,
	fIdentType:    `identifier type, identifier kind, id type, identification type, document type, doc type, tipo identificador, tipo identificacion, tipo documento, type identifiant, type piece, type document, kennungstyp, ausweisart, dokumenttyp, тип идентификатора, тип документа, вид документа, 标识类型, 证件类型`,
	fIdentCountry: `identifier country, id country, issuing country, document country, country of issue, pais emision, pays emission, ausstellungsland, страна выдачи, 签发国`,
}

// identWords are the names of columns of one kind of identifier. They serve as
// the values of a column "identifier type" as well.
var identWords = map[enduse.IdentifierKind]string{
	enduse.IDPassport:     `passport, passport number, passport no, pasaporte, numero pasaporte, passeport, numero passeport, reisepass, reisepassnummer, passnummer, pass nr, паспорт, номер паспорта, серия и номер паспорта, загранпаспорт, 护照, 护照号, 护照号码`,
	enduse.IDNational:     `national id, national id number, national identification number, nid, identity card, id card, ssn, social security number, dni, cedula, curp, carte identite, personalausweis, personalausweisnummer, удостоверение личности, 身份证, 身份证号, 身份证号码`,
	enduse.IDTax:          `tax id, tax number, tax no, tax identification number, tin, vat, vat number, vat no, vat id, taxid, ein, trn, nif, rfc, cif, numero fiscal, numero tva, tva, steuernummer, steuer id, ust id, ust idnr, umsatzsteuer id, vergi no, vergi numarasi, налоговый номер, унп, 税号, 纳税人识别号`,
	enduse.IDRegistration: `registration number, registration no, reg no, reg number, company number, company no, company registration number, crn, business registration number, brn, trade register number, commercial register, numero registro, registro mercantil, numero immatriculation, rcs, siren, siret, handelsregisternummer, hrb, registernummer, mersis, uen, cr number, cr no, license number, trade license, регистрационный номер, рег номер, 注册号, 登记号, 商业登记号`,
	enduse.IDINN:          `inn, инн, inn kpp, инн кпп`,
	enduse.IDOGRN:         `ogrn, ogrnip, огрн, огрнип`,
	enduse.IDOKPO:         `okpo, окпо`,
	enduse.IDKPP:          `kpp, кпп`,
	enduse.IDSNILS:        `snils, снилс`,
	enduse.IDUSCC:         `uscc, usci, unified social credit code, social credit code, 统一社会信用代码, 社会信用代码, 信用代码`,
	enduse.IDLEI:          `lei, lei code, legal entity identifier, код lei`,
	enduse.IDIMO:          `imo, imo number, imo no, imonumber, numero imo, imo nummer, имо, номер имо, imo编号, imo号`,
	enduse.IDMMSI:         `mmsi, mmsi number`,
	enduse.IDBIC:          `bic, swift, swift code, swift bic, bic code, bic swift, код swift, свифт, swift代码`,
	enduse.IDISIN:         `isin, isin code`,
	enduse.IDIBAN:         `iban, iban number`,
	enduse.IDDUNS:         `duns, duns number, d-u-n-s, d-u-n-s number`,
	enduse.IDTicker:       `ticker, ticker symbol, stock symbol`,
	enduse.IDWallet:       `wallet, wallet address, crypto wallet, crypto address, digital currency address, bitcoin address, btc address, eth address, кошелек, криптокошелек, 钱包, 钱包地址`,
	enduse.IDCallSign:     `call sign, callsign`,
	enduse.IDTail:         `tail number, aircraft registration`,
	enduse.IDHull:         `hull number, manufacturer serial number, msn`,
	enduse.IDDriver:       `driver licence, driver license, drivers license, driving licence, fuhrerschein, водительское удостоверение`,
	enduse.IDBirthCert:    `birth certificate, birth certificate number`,
	enduse.IDOfficial:     `official reference, reference number of list`,
}

// orderWords are the names of columns that say something of an order, its
// goods and its way.
var orderWords = map[field]string{
	fID:            `id, record id, customer id, customer no, customer number, partner id, party id, partner no, supplier id, vendor id, vendor no, client id, account id, account no, account number, key, uid, ref, reference, external id, kundennummer, kunden nr, kunnr, lieferantennummer, kreditor, debitor, referenz, identificacion interna, codigo, codigo cliente, numero client, code client, ид, код, код контрагента, код клиента, номер, п/п, no п п, 编号, 序号, 客户编号, 代码`,
	fOrderID:       `order id, order, order no, order number, order ref, po, po no, po number, purchase order, sales order, so number, sales order no, invoice, invoice no, invoice number, shipment, shipment id, shipment no, delivery no, booking, auftrag, auftragsnummer, auftrag nr, bestellung, bestellnummer, rechnungsnummer, lieferung, pedido, numero pedido, orden, numero orden, factura, commande, numero commande, facture, заказ, номер заказа, no заказа, счет, номер счета, инвойс, 订单, 订单号, 订单编号, 合同号, 发票号`,
	fLine:          `line, line no, line number, line item, item no, item number, order line, pos, posnr, position no, linea, ligne, numero ligne, zeile, строка, номер строки, позиция, 行, 行号, 项次`,
	fDescription:   `description, item description, product description, goods, goods description, description of goods, product, product name, item, item name, material description, commodity, descripcion, descripcion mercancia, producto, mercancia, descripcion producto, designation, designation marchandise, produit, marchandise, article, beschreibung, warenbeschreibung, warenbezeichnung, artikel, artikelbezeichnung, ware, produkt, materialkurztext, описание, описание товара, товар, наименование товара, номенклатура, продукция, 描述, 商品名称, 品名, 货物名称, 产品, 产品名称, 货物描述`,
	fHS:            `hs, hs code, hscode, hs6, hts, hts code, htsus, cn code, cn8, taric, tariff, tariff code, tariff number, commodity code, customs code, schedule b, codigo arancelario, partida arancelaria, arancel, code sh, code douanier, nomenclature, zolltarifnummer, zolltarif, warennummer, statistische warennummer, тн вэд, код тн вэд, тнвэд, код тнвэд, hs编码, 海关编码, 税则号, 税则号列, 商品编码`,
	fECCN:          `eccn, export control classification, export control classification number, control number, classification, ausfuhrlistennummer, al nummer, export classification, eccn编码`,
	fMPN:           `mpn, manufacturer part number, mfr part number, mfr part no, part number, part no, partno, part, p/n, pn, sku, model, model number, model no, material, material number, material no, numero parte, referencia, reference article, numero piece detachee, teilenummer, artikelnummer, materialnummer, herstellerteilenummer, артикул, парт номер, номер детали, модель, 型号, 料号, 零件号, 物料号`,
	fManufacturer:  `manufacturer, mfr, mfg, maker, brand, producer, fabricante, marca, fabricant, marque, hersteller, marke, производитель, изготовитель, бренд, 制造商, 品牌, 生产商, 厂商, 生产厂家`,
	fQuantity:      `quantity, qty, pieces, pcs, amount of goods, order qty, cantidad, unidades pedidas, quantite, qte, menge, anzahl, stuckzahl, количество, кол во, колво, 数量`,
	fUnit:          `unit, uom, unit of measure, units, unidad, unite, einheit, mengeneinheit, единица измерения, ед изм, единица, 单位, 计量单位`,
	fValue:         `value, amount, total, total value, total amount, line value, net value, price, total price, invoice value, valor, importe, monto, precio, valeur, montant, prix, wert, warenwert, betrag, preis, gesamtwert, netto wert, стоимость, сумма, цена, общая стоимость, 金额, 总价, 价值, 货值, 价格`,
	fCurrency:      `currency, currency code, ccy, curr, moneda, divisa, devise, monnaie, wahrung, waehrung, валюта, код валюты, 币种, 货币, 币制`,
	fDelivery:      `delivery, delivery place, place of delivery, delivery point, delivery terms, lugar de entrega, lieu de livraison, lieferort, место доставки, место поставки, 交货地点`,
	fPackaging:     `packaging, packing, package type, embalaje, emballage, verpackung, упаковка, 包装`,
	fEndUse:        `end use, enduse, intended use, purpose, application, stated end use, uso final, utilisation finale, verwendungszweck, endverwendung, конечное использование, цель использования, 最终用途, 用途`,
	fEndUseCountry: `end use country, country of end use, country of use, pais uso final, pays utilisation finale, land endverwendung, страна конечного использования, 最终使用国, 使用国`,
	fOrderDate:     `order date, date of order, po date, contract date, date of contract, date, fecha pedido, fecha contrato, date commande, date contrat, auftragsdatum, bestelldatum, vertragsdatum, дата заказа, дата договора, дата контракта, 订单日期, 合同日期, 下单日期`,
	fPayMethod:     `payment method, method of payment, payment terms, terms of payment, payment, forma pago, mode paiement, zahlungsart, zahlungsbedingungen, способ оплаты, условия оплаты, 付款方式, 支付方式`,
	fPayCountry:    `payment country, country of payment, paid from, pais pago, pays paiement, zahlungsland, страна платежа, 付款国`,
	fGoodsOrigin:   `country of origin, origin country, coo, made in, goods origin, pais origen, pays origine, ursprungsland, ursprung, страна происхождения, 原产国, 原产地`,
	fOrigin:        `origin, ship from, ship from country, from country, dispatch country, country of dispatch, departure, departure country, country of export, export country, loading country, origen, pais salida, pays depart, origine, versandland, abgangsland, herkunft, herkunftsland, страна отправления, страна вывоза, откуда, 起运国, 启运国, 出口国, 发货国`,
	fDestination:   `destination, destination country, country of destination, final destination, ultimate destination, to country, country of import, import country, ship to country, delivery country, destino, pais destino, pays destination, bestimmungsland, zielland, bestimmung, empfangsland, страна назначения, назначение, пункт назначения, куда, 目的国, 目的地, 目的地国, 运抵国`,
	fTransit:       `transit, transit country, transit countries, via, route, routing, countries of transit, transito, pais transito, pays transit, durchfuhr, transitland, transitlander, транзит, страна транзита, страны транзита, через, 中转国, 过境国, 转运国, 中转地`,
}

// roleWords are the names of columns that hold a party in a role, and the
// values of a column "role". They also stand before or behind a detail:
// "consignee address", "адрес получателя".
var roleWords = map[enduse.Role]string{
	enduse.RoleCustomer:     `customer, client, cliente, kunde, kunden, клиент, клиента, заказчик, заказчика, 客户, 顾客`,
	enduse.RoleConsignee:    `consignee, ship to, shipto, ship to party, receiver, recipient, ultimate consignee, deliver to, delivery party, consignatario, destinatario, destinataire, receptionnaire, empfanger, warenempfanger, empfangers, warenempfangers, получатель, получателя, грузополучатель, грузополучателя, 收货人, 收件人, 收货方`,
	enduse.RoleIntermediate: `intermediate consignee, intermediary, intermediary consignee, consignatario intermedio, destinataire intermediaire, zwischenempfanger, промежуточный получатель, промежуточный грузополучатель, посредник, 中间收货人, 中间商`,
	enduse.RoleEndUser:      `end user, enduser, final user, ultimate end user, final customer, end customer, usuario final, utilisateur final, endverwender, endverbraucher, endkunde, endnutzer, конечный пользователь, конечного пользователя, конечный потребитель, конечный получатель, 最终用户, 最终使用者, 终端用户`,
	enduse.RolePurchaser:    `purchaser, buyer, sold to, sold to party, bill to, ordering party, comprador, acheteur, kaufer, besteller, auftraggeber, rechnungsempfanger, покупатель, покупателя, 买方, 购买方, 采购方, 买家`,
	enduse.RoleSupplier:     `supplier, vendor, seller, shipper, exporter, consignor, proveedor, vendedor, exportador, fournisseur, vendeur, expediteur, exportateur, lieferant, lieferanten, verkaufer, absender, ausfuhrer, versender, поставщик, поставщика, продавец, продавца, отправитель, отправителя, грузоотправитель, экспортер, 供应商, 卖方, 发货人, 出口商, 供货商`,
	enduse.RoleForwarder:    `forwarder, freight forwarder, forwarding agent, transitario, transitaire, spediteur, spedition, экспедитор, экспедитора, 货代, 货运代理, 货代公司`,
	enduse.RoleCarrier:      `carrier, transporter, shipping line, airline, transportista, transporteur, frachtfuhrer, reederei, перевозчик, перевозчика, 承运人, 承运商, 船公司`,
	enduse.RoleVessel:       `vessel, vessel name, ship, ship name, buque, nave, navire, schiff, schiffsname, судно, название судна, судна, 船名, 船舶`,
	enduse.RoleNotify:       `notify party, notify, notificar, partie a notifier, a notifier, meldeadresse, notify adresse, уведомляемая сторона, 通知方, 通知人`,
	enduse.RoleBank:         `bank, bank name, issuing bank, beneficiary bank, advising bank, banco, banque, банк, банка, 银行, 开户行`,
	enduse.RolePayer:        `payer, payor, remitter, paid by, pagador, ordenante, payeur, donneur ordre, zahler, zahlungspflichtiger, плательщик, плательщика, 付款人, 付款方`,
	enduse.RoleAgent:        `agent, broker, sales agent, agente, courtier, vertreter, makler, агент, агента, брокер, 代理, 代理人, 代理商`,
	enduse.RoleOwner:        `owner, beneficial owner, ubo, shareholder, propietario, titular, beneficiario final, accionista, proprietaire, beneficiaire effectif, actionnaire, eigentumer, inhaber, wirtschaftlich berechtigter, gesellschafter, собственник, собственника, владелец, владельца, бенефициар, бенефициара, акционер, 所有人, 股东, 实际控制人, 受益所有人`,
	enduse.RoleDirector:     `director, ceo, manager, managing director, gerente, administrador, dirigeant, directeur, gerant, geschaftsfuhrer, vorstand, директор, директора, генеральный директор, руководитель, 董事, 法定代表人, 法人代表`,
}

// typeWords are the values of a column "type".
var typeWords = map[enduse.Schema]string{
	enduse.SchemaPerson:       `person, individual, natural person, human, private person, p, persona, persona fisica, individuo, personne, personne physique, particulier, natürliche person, privatperson, naturliche person, физлицо, физическое лицо, физ лицо, человек, фл, 个人, 自然人`,
	enduse.SchemaCompany:      `company, corporate, corporation, business, firm, enterprise, empresa, sociedad, societe, entreprise, firma, unternehmen, gesellschaft, компания, фирма, предприятие, 公司, 企业`,
	enduse.SchemaOrganization: `organization, organisation, entity, institution, organizacion, entidad, juristische person, personne morale, persona juridica, юрлицо, юридическое лицо, юр лицо, юл, организация, учреждение, 组织, 机构, 法人, 单位`,
	enduse.SchemaVessel:       `vessel, ship, boat, tanker, buque, barco, navire, bateau, schiff, судно, корабль, 船舶, 船, 船只`,
	enduse.SchemaAircraft:     `aircraft, airplane, plane, helicopter, aeronave, avion, aeronef, flugzeug, воздушное судно, самолет, 飞机, 航空器`,
	enduse.SchemaAddress:      `address, direccion, adresse, адрес, 地址`,
	enduse.SchemaLegalEntity:  `legal entity, legalentity, legal_entity, unknown, other, desconocido, inconnu, unbekannt, неизвестно, 未知`,
	enduse.SchemaAsset:        `asset, crypto asset, security, facility, актив, 资产`,
}

// genderWords are the values of a column "gender".
var genderWords = map[enduse.Gender]string{
	enduse.GenderMale:   `male, m, man, hombre, masculino, homme, masculin, mannlich, mann, муж, мужской, м, 男, 男性`,
	enduse.GenderFemale: `female, f, w, woman, mujer, femenino, femme, feminin, weiblich, frau, жен, женский, ж, 女, 女性`,
	enduse.GenderOther:  `other, x, diverse, divers, nonbinary`,
}
