import { NotEmulatedError } from '../http/not-emulated-error.ts';

/** By their names in the Object Reference, in public answers of describeGlobal, and from `ApexClassMember` on in the Tooling API's guide. */
const NAMES = `
  AccountCleanInfo AccountContactRelation AccountContactRole AccountPartner AccountTeamMember ActionLinkGroupTemplate
  ActionLinkTemplate ActivityHistory AggregateResult ApexClass ApexComponent ApexEmailNotification ApexLog
  ApexPage ApexTestQueueItem ApexTestResult ApexTestRunResult ApexTestSuite ApexTrigger AppDefinition AppMenuItem AppTabMember
  Asset AssetRelationship AssignmentRule AssociatedLocation AsyncApexJob AttachedContentDocument AttachedContentNote
  Attachment AuraDefinition AuraDefinitionBundle AuthConfig AuthConfigProviders AuthProvider AuthSession
  BackgroundOperation BrandTemplate BrandingSet BusinessHours CallCenter CampaignMember CampaignMemberStatus CaseComment
  CaseContactRole CaseMilestone CaseSolution CaseStatus CaseTeamMember CaseTeamRole CaseTeamTemplate CaseTeamTemplateMember
  CategoryData CategoryNode ChatterActivity ClientBrowser CollaborationGroup CollaborationGroupMember CollaborationGroupRecord
  CollaborationInvitation ColorDefinition CombinedAttachment Community ConnectedApplication ContactCleanInfo ContactPointAddress
  ContactPointEmail ContactPointPhone ContactRequest ContentAsset ContentBody ContentDistribution ContentDistributionView
  ContentDocumentSubscription ContentFolder ContentFolderItem ContentFolderLink ContentFolderMember ContentHubItem
  ContentHubRepository ContentNotification ContentTagSubscription ContentUserSubscription ContentVersionComment
  ContentVersionRating ContentWorkspace ContentWorkspaceDoc ContentWorkspaceMember ContentWorkspacePermission Contract
  ContractContactRole ContractLineItem ContractStatus CorsWhitelistEntry CronJobDetail CronTrigger CspTrustedSite CurrencyType
  CustomBrand CustomBrandAsset CustomPermission CustomPermissionDependency Dashboard DashboardComponent DataStatistics DataType
  DataUseLegalBasis DataUsePurpose DatacloudCompany DatacloudContact DatedConversionRate DeclinedEventRelation Document
  DocumentAttachmentMap Domain DomainSite DuplicateRecordItem DuplicateRecordSet DuplicateRule EmailDomainFilter EmailDomainKey
  EmailRelay EmailServicesEmailServicesFunction EmailStatus EmailTemplate Entitlement EntitlementContact
  EntitlementTemplate EntityDefinition EntityMilestone EntityParticle EntitySubscription EventBusSubscriber EventLogFile
  ExternalDataSource ExternalDataUserAuth ExternalEvent ExternalEventMapping FeedAttachment FeedComment FeedItem FeedLike
  FeedPollChoice FeedPollVote FeedRevision FeedSignal FeedTrackedChange FieldDefinition FileSearchActivity FiscalYearSettings
  FlexQueueItem FlowDefinitionView FlowInterview FlowRecord FlowRecordRelation FlowStageRelation FlowVariableView FlowVersionView
  Folder FolderedContentDocument ForecastShare ForecastingItem GrantedByLicense Group GroupMember HashtagDefinition Holiday
  IconDefinition Idea IdeaComment Image Individual InstalledMobileApp KnowledgeArticle KnowledgeArticleVersion Knowledge__kav
  KnowledgeableUser LeadCleanInfo LeadStatus LightningComponentBundle LightningToggleMetrics LightningUsageByBrowserMetrics ListEmail
  ListEmailRecipientSource ListView ListViewChart ListViewChartInstance ListViewEvent LiveChatTranscript Location LoginEvent
  LoginGeo LoginHistory LoginIp LookedUpFromActivity Macro MacroInstruction MailmergeTemplate MatchingInformation MatchingRule
  MatchingRuleItem MessagingSession MobileApplicationDetail MutingPermissionSet Name NamedCredential NavigationLinkSet
  NavigationMenuItem Network NetworkActivityAudit NetworkMember NetworkMemberGroup NetworkModeration NetworkSelfRegistration
  NoteAndAttachment OauthCustomScope OauthToken ObjectTerritory2Association OnboardingMetrics OpenActivity OpportunityCompetitor
  OpportunityPartner OpportunitySplit OpportunitySplitType OpportunityTeamMember Order OrderItem OrderStatus OrgLifecycleNotification
  OrgWideEmailOutgoingEmail OutgoingEmailRelation OwnerChangeOptionInfo PackageLicense Partner PartnerRole Period
  PermissionSetGroup PermissionSetGroupComponent PermissionSetLicense PermissionSetLicenseAssign PermissionSetTabSetting
  PicklistValueInfo PlatformCachePartition PlatformCachePartitionType PlatformEventUsageMetric ProcessDefinition ProcessInstance
  ProcessInstanceNode ProcessInstanceStep ProcessInstanceWorkitem ProcessNode ProfileSkill Prompt PromptAction PromptVersion
  Publisher PushTopic QueueSobject QuickText Quote QuoteDocument QuoteLineItem QuoteTemplateRichTextData RecentlyViewed
  RecordAction RelationshipDomain RelationshipInfo Report ResourceAbsence ResourcePreference SamlSsoConfig Scontrol SearchLayout
  SearchPromotionRule SecurityCustomBaseline ServiceAppointment ServiceContract ServiceResource ServiceTerritory SessionPermSetActivation
  SetupAuditTrail SetupEntityAccess Site SiteDetail SocialPersona SocialPost Solution SolutionStatus StandardAction StaticResource
  StreamingChannel TabDefinition TaskPriority TaskStatus TenantUsageEntitlement Territory2 Territory2Model TestSuiteMembership
  ThirdPartyAccountLink TodayGoal Topic TopicAssignment TransactionSecurityPolicy Translation TwoFactorInfo TwoFactorMethodsInfo
  TwoFactorTempCode UndecidedEventRelation UserAppInfo UserAppMenuCustomization UserAppMenuItem UserEmailPreferredPerson
  UserEntityAccess UserFieldAccess UserLicense UserListView UserListViewCriterion UserPackageLicense UserPermissionAccess
  UserPreference UserProvAccount UserProvisioningConfig UserProvisioningLog UserProvisioningRequest UserRecordAccess UserRole
  UserTeamMember UserTerritory2Association VerificationHistory VisualforceAccessMetrics Vote WaveAutoInstallRequest
  WaveCompatibilityCheckItem WebLink WorkAccess WorkBadge WorkBadgeDefinition WorkOrder WorkOrderLineItem WorkThanks WorkType
  ApexClassMember ApexCodeCoverage ApexCodeCoverageAggregate ApexComponentMember ApexExecutionOverlayAction
  ApexExecutionOverlayResult ApexOrgWideCoverage ApexPageMember ApexResult ApexTriggerMember CompactLayout ContainerAsyncRequest
  CustomApplication CustomField CustomObject CustomTab DebugLevel FieldSet FlexiPage Flow FlowDefinition FormulaFunction
  GlobalValueSet HeapDump HomePageComponent HomePageLayout Layout LightningComponentResource MenuItem MetadataContainer
  MetadataComponentDependency OperationLog PathAssistant PermissionDependency PostTemplate ProfileLayout QuickActionDefinition
  RemoteProxy StandardValueSet SymbolTable TestSuiteMembership TraceFlag ValidationRule WorkflowAlert WorkflowFieldUpdate
  WorkflowOutboundMessage WorkflowRule WorkflowTask
`;

/** What Salesforce keeps beside an object of its own: who sees it, what happened to it. */
const COMPANION =
  /^(?!opportunityhistory$)(?:account|campaign|case|contact|contentdocument|contentversion|event|lead|opportunity|pricebook2|pricebookentry|product2|task|user)(?:changeevent|feed|fieldhistory|history|share)$/;

const others = new Set(
  NAMES.trim()
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);

/**
 * Refuses a standard object that real orgs have, at least with some feature, and this emulator has not: that there is
 * no such object would be a plausible lie. Does nothing for any other name.
 *
 * @throws NotEmulatedError
 */
export function refuseOtherStandardObject(name: string): void {
  const key = name.toLowerCase();
  if (others.has(key) || COMPANION.test(key)) throw new NotEmulatedError(`the object ${name}`);
}
