/**
 * Standard fields that every org has and that field-level security can hide: an org that does not know them hides them.
 * Left out are those that come with a feature (person accounts, several currencies, Data.com, …), and those that nobody can
 * hide. Source: Object Reference; recorded describes, v48–v58 (`permissionable`).
 */
const HIDEABLE_FIELDS: Readonly<Record<string, string>> = {
  Account: `Type ParentId BillingStreet BillingCity BillingState BillingPostalCode BillingCountry BillingAddress BillingLatitude
    BillingLongitude ShippingStreet ShippingCity ShippingState ShippingPostalCode ShippingCountry ShippingAddress
    ShippingLatitude ShippingLongitude Phone Fax AccountNumber Website Sic SicDesc Industry AnnualRevenue NumberOfEmployees
    Ownership TickerSymbol Description Rating Site AccountSource`,
  Contact: `AccountId OtherStreet OtherCity OtherState OtherPostalCode OtherCountry OtherAddress MailingStreet MailingCity
    MailingState MailingPostalCode MailingCountry MailingAddress Phone Fax MobilePhone HomePhone OtherPhone AssistantPhone
    ReportsToId Email Title Department AssistantName LeadSource Birthdate Description`,
  Opportunity: `AccountId Description Amount Probability ExpectedRevenue TotalOpportunityQuantity Type NextStep LeadSource
    CampaignId`,
  Event: 'WhoId WhatId Location Description',
};

/** Objects that every org with Sales Cloud has: one that does not know them hides them. Source: Object Reference. */
const HIDEABLE_OBJECTS = `Account Contact Opportunity OpportunityContactRole OpportunityHistory OpportunityLineItem Task Event Lead
  Case Campaign CampaignMember Product2 Pricebook2 PricebookEntry ContentDocument ContentDocumentLink ContentVersion`;

/** Fields that every custom object has. Nobody can add another one whose name does not end in `__c`. */
const OF_CUSTOM_OBJECTS = `Id OwnerId IsDeleted Name RecordTypeId CurrencyIsoCode CreatedDate CreatedById LastModifiedDate
  LastModifiedById SystemModstamp LastActivityDate LastViewedDate LastReferencedDate`;

const lowerCase = (names: string): string[] => names.toLowerCase().split(/\s+/);

const hideableFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(HIDEABLE_FIELDS).map(([object, fields]) => [object.toLowerCase(), new Set(lowerCase(fields))]),
);
const hideableObjects: ReadonlySet<string> = new Set(lowerCase(HIDEABLE_OBJECTS));
const ofCustomObjects: ReadonlySet<string> = new Set(lowerCase(OF_CUSTOM_OBJECTS));

/** Every org has this field, and it can be hidden from a user. */
export function isHideableField(object: string, field: string): boolean {
  return hideableFields.get(object.toLowerCase())?.has(field.toLowerCase()) ?? false;
}

export function isHideableObject(object: string): boolean {
  return hideableObjects.has(object.toLowerCase());
}

/** No custom object can have a field of this name. */
export function isImpossibleField(object: string, field: string): boolean {
  return isCustom(object) && !isCustom(field) && !ofCustomObjects.has(field.toLowerCase());
}

/** Added by an administrator or a package: such a name has a suffix. Source: SOAP API guide, API Field Names. */
export function isCustom(name: string): boolean {
  return /__[a-z]{1,9}$/i.test(name);
}
