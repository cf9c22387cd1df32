/** What a standard field holds, as describe says it of every org. Source: Object Reference; recorded describes, v48–v58. */
export type StandardField =
  | { readonly type: 'text'; readonly length: number }
  | { readonly type: 'number'; readonly integerDigits: number; readonly smallest?: number; readonly largest?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'date' }
  | { readonly type: 'dateTime' }
  /** `prefixes`: of the ids that it takes. */
  | { readonly type: 'id'; readonly prefixes: readonly string[] };

const text = (length: number) => ({ type: 'text', length }) as const;
const number = (integerDigits: number) => ({ type: 'number', integerDigits }) as const;
const id = (...prefixes: string[]) => ({ type: 'id', prefixes }) as const;
const boolean = { type: 'boolean' } as const;
const date = { type: 'date' } as const;
const dateTime = { type: 'dateTime' } as const;
const latitude = { type: 'number', integerDigits: 3, smallest: -90, largest: 90 } as const;
const longitude = { type: 'number', integerDigits: 3, smallest: -180, largest: 180 } as const;

const ACCOUNT = '001';
const CONTACT = '003';
const USER = ['005'] as const;

/** The currency of the record: only where the org has several. */
const currencyIsoCode = { CurrencyIsoCode: text(3) } as const;

/** Fields that are written, beyond those that a create must have. */
const account = {
  Type: text(255),
  ParentId: id(ACCOUNT),
  BillingStreet: text(255),
  BillingCity: text(40),
  BillingState: text(80),
  BillingStateCode: text(10),
  BillingPostalCode: text(20),
  BillingCountry: text(80),
  BillingCountryCode: text(10),
  BillingLatitude: latitude,
  BillingLongitude: longitude,
  ShippingStreet: text(255),
  ShippingCity: text(40),
  ShippingState: text(80),
  ShippingStateCode: text(10),
  ShippingPostalCode: text(20),
  ShippingCountry: text(80),
  ShippingCountryCode: text(10),
  ShippingLatitude: latitude,
  ShippingLongitude: longitude,
  Phone: text(40),
  Fax: text(40),
  AccountNumber: text(40),
  Website: text(255),
  Sic: text(20),
  SicDesc: text(80),
  Industry: text(255),
  AnnualRevenue: number(18),
  NumberOfEmployees: number(8),
  Ownership: text(255),
  TickerSymbol: text(20),
  Description: text(32_000),
  Rating: text(255),
  Site: text(80),
  AccountSource: text(255),
  DunsNumber: text(9),
  Tradestyle: text(255),
  NaicsCode: text(8),
  NaicsDesc: text(120),
  YearStarted: text(4),
  OwnerId: id(...USER),
  RecordTypeId: id('012'),
  ...currencyIsoCode,
} as const satisfies Readonly<Record<string, StandardField>>;

const contact = {
  AccountId: id(ACCOUNT),
  FirstName: text(40),
  MiddleName: text(40),
  Suffix: text(40),
  Salutation: text(255),
  MailingStreet: text(255),
  MailingCity: text(40),
  MailingState: text(80),
  MailingStateCode: text(10),
  MailingPostalCode: text(20),
  MailingCountry: text(80),
  MailingCountryCode: text(10),
  MailingLatitude: latitude,
  MailingLongitude: longitude,
  OtherStreet: text(255),
  OtherCity: text(40),
  OtherState: text(80),
  OtherStateCode: text(10),
  OtherPostalCode: text(20),
  OtherCountry: text(80),
  OtherCountryCode: text(10),
  Phone: text(40),
  Fax: text(40),
  MobilePhone: text(40),
  HomePhone: text(40),
  OtherPhone: text(40),
  AssistantPhone: text(40),
  ReportsToId: id(CONTACT),
  Email: text(80),
  Title: text(128),
  Department: text(80),
  AssistantName: text(40),
  LeadSource: text(255),
  Birthdate: date,
  Description: text(32_000),
  EmailBouncedReason: text(255),
  EmailBouncedDate: dateTime,
  HasOptedOutOfEmail: boolean,
  HasOptedOutOfFax: boolean,
  DoNotCall: boolean,
  OwnerId: id(...USER),
  RecordTypeId: id('012'),
  ...currencyIsoCode,
} as const satisfies Readonly<Record<string, StandardField>>;

const opportunity = {
  AccountId: id(ACCOUNT),
  IsPrivate: boolean,
  Description: text(32_000),
  Amount: number(16),
  Probability: number(3),
  TotalOpportunityQuantity: number(16),
  Type: text(255),
  NextStep: text(255),
  LeadSource: text(255),
  ForecastCategoryName: text(255),
  CampaignId: id('701'),
  Pricebook2Id: id('01s'),
  OwnerId: id(...USER),
  RecordTypeId: id('012'),
  ...currencyIsoCode,
} as const satisfies Readonly<Record<string, StandardField>>;

/** What a create must have. */
export const REQUIRED_FIELDS = {
  Account: { Name: text(255) },
  Contact: { LastName: text(80) },
  Opportunity: { Name: text(120), StageName: text(255), CloseDate: date },
} as const satisfies Readonly<Record<string, Readonly<Record<string, StandardField>>>>;

/** What else may be written. */
export const OPTIONAL_FIELDS = { Account: account, Contact: contact, Opportunity: opportunity } as const;

/** The objects whose fields are known before an org is asked. */
export type KnownObject = keyof typeof REQUIRED_FIELDS;

/** The field of a known object by its name in any case; undefined for every other. */
export function standardField(object: string, field: string): StandardField | undefined {
  return BY_NAME.get(object.toLowerCase())?.get(field.toLowerCase());
}

const BY_NAME: ReadonlyMap<string, ReadonlyMap<string, StandardField>> = new Map(
  (['Account', 'Contact', 'Opportunity'] as const).map((object) => [
    object.toLowerCase(),
    new Map<string, StandardField>(
      Object.entries({ ...OPTIONAL_FIELDS[object], ...REQUIRED_FIELDS[object] }).map(([name, field]) => [
        name.toLowerCase(),
        field,
      ]),
    ),
  ]),
);
