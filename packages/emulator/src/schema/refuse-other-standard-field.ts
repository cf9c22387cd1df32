import { NotEmulatedError } from '../http/not-emulated-error.ts';

/**
 * Fields that Salesforce's objects have and this org's have not, of objects whose describe is not recorded. Source: Object
 * Reference. Those of recorded objects are what the recorded org has.
 */
const FIELDS: Readonly<Record<string, string>> = {
  Campaign: `CampaignMemberRecordTypeId HierarchyActualCost HierarchyAmountAllOpportunities HierarchyAmountWonOpportunities
    HierarchyBudgetedCost HierarchyExpectedRevenue HierarchyNumberOfContacts HierarchyNumberOfConvertedLeads
    HierarchyNumberOfLeads HierarchyNumberOfOpportunities HierarchyNumberOfResponses HierarchyNumberOfWonOpportunities
    HierarchyNumberSent`,
  ContentDocument: 'ArchivedById ArchivedDate ContentAssetId ParentId',
  ContentVersion: `ContentBodyId ContentLocation ContentUrl ExternalDataSourceId ExternalDocumentInfo1 ExternalDocumentInfo2
    FeaturedContentBoost FeaturedContentDate IsAssetEnabled IsMajorVersion Language NegativeRatingCount NetworkId
    PositiveRatingCount RatingCount TagCsv VersionDataUrl`,
  EmailMessage: `AutomationType BccIds CcIds ContentDocumentIds EmailRoutingAddressId EmailTemplateId FromId IsPrivateDraft
    ToIds ValidatedFromAddress`,
  OpportunityLineItem: `Discount HasQuantitySchedule HasRevenueSchedule HasSchedule Subtotal`,
  Organization: `Address City ComplianceBccEmail Country DefaultAccountAccess DefaultCalendarAccess DefaultCampaignAccess
    DefaultCaseAccess DefaultContactAccess DefaultLeadAccess DefaultOpportunityAccess DefaultPricebookAccess Division Fax
    FiscalYearStartMonth GeocodeAccuracy IsReadOnly Latitude Longitude MonthlyPageViewsEntitlement MonthlyPageViewsUsed
    NumKnowledgeService Phone PostalCode PrimaryContact ReceivesAdminInfoEmails ReceivesInfoEmails SignupCountryIsoCode State
    Street UiSkin UsesStartDateAsFiscalYearName WebToCaseDefaultOrigin`,
  PermissionSet: 'LicenseId PermissionSetGroupId',
  PermissionSetAssignment: 'ExpirationDate PermissionSetGroupId',
  Product2: 'ExternalDataSourceId ProductClass SellerId SourceProductId Type',
  Profile: 'LastReferencedDate LastViewedDate UserLicenseId',
  User: `AboutMe BadgeText BannerPhotoUrl CallCenterId DefaultGroupNotificationFrequency DelegatedApproverId DigestFrequency
    Extension Fax ForecastEnabled IndividualId IsExtIndicatorVisible IsPortalEnabled IsProfilePhotoActive
    LastPasswordChangeDate MediumBannerPhotoUrl MediumPhotoUrl NumberOfFailedLogins OfflinePdaTrialExpirationDate
    OfflineTrialExpirationDate OutOfOfficeMessage PortalRole ReceivesAdminInfoEmails ReceivesInfoEmails SenderEmail SenderName
    Signature SmallBannerPhotoUrl StayInTouchNote StayInTouchSignature StayInTouchSubject UserRoleId`,
};

/** Switches of which each edition has its own. */
const SWITCHES = /^(?:User:UserP(?:ermissions|references)|Organization:Preferences)\w/i;

const known = new Set(
  Object.entries(FIELDS).flatMap(([object, names]) =>
    names.split(/\s+/).flatMap((name) => {
      const key = `${object}:${name}`.toLowerCase();
      // `UserRole.Name` goes by the relationship of `UserRoleId`.
      return key.endsWith('id') ? [key, key.slice(0, -2)] : [key];
    }),
  ),
);

/**
 * Where a field, or a relationship, that an object has not is named: that it does not exist would be a lie.
 *
 * @throws NotEmulatedError
 */
export function refuseOtherStandardField(object: string, name: string): void {
  const key = `${object}:${name}`;
  if (known.has(key.toLowerCase()) || SWITCHES.test(key)) throw new NotEmulatedError(`the field ${object}.${name}`);
}
