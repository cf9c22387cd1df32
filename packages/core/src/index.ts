// Talking to an org
export { createOrgClient } from './org-client.ts';
export type { OrgClient } from './org-client.ts';
export type { OrgClientOptions } from './org-client-options.ts';
export type { RequestOptions } from './transport/request-options.ts';
export type { ApiBudget, ApiUsage } from './limits/api-usage.ts';
export type { Limits } from './limits/limits.ts';
export type { OrgLimit, OrgLimitName, OrgLimits } from './limits/org-limits.ts';

// What the org says about itself
export { createMetadataCache, type MetadataCache, type MetadataCacheOptions } from './metadata/metadata-cache.ts';
export type { MetadataStore } from './metadata/metadata-store.ts';
export type { ChangedPart, MetadataChange, MetadataKind } from './metadata/metadata-change.ts';
export type { Metadata, MetadataOptions } from './metadata/metadata.ts';
export type { FieldDescribe, ObjectDescribe, PicklistEntry, RecordTypeInfo } from './metadata/object-describe.ts';
export type { ObjectSummary } from './metadata/object-summaries.ts';
export type { ObjectLayout, ObjectLayouts } from './metadata/object-layout.ts';
export type { RecordTypePicklist, RecordTypePicklists } from './metadata/record-type-picklists.ts';

export type {
  RequirementCheck,
  RequirementInput,
  RequirementOptions,
  RequirementsClient,
} from './requirements/create-requirements.ts';
export type { RequirementProblem, RequirementProblemCode } from './requirements/check-values.ts';
export type {
  Choice,
  ObjectRequirements,
  RequiredBy,
  RequiredReference,
  RequirementField,
  Requirements,
} from './requirements/object-requirements.ts';
export type { JsonSchema } from './requirements/to-json-schema.ts';

// Objects
export type { FieldValue, FieldValues, Match, Reference, WriteFields, WriteValue } from './field-value.ts';
export type { ExternalId, ObjectClient, RetrieveOptions, SObjectRecord } from './objects/object-client.ts';
export type { AccountFields, Accounts } from './objects/accounts.ts';
export type { ContactDetails, ContactDetailsOptions } from './objects/contact-details.ts';
export type { DealOfContact } from './reads/contact-deals.ts';
export type { AccountProfile, AccountProfileOptions } from './objects/account-profile.ts';
export type { ContactSummary } from './reads/account-contacts.ts';
export type { DealSummary } from './reads/account-deals.ts';
export type { EmailInteraction, EventInteraction, Interaction, TaskInteraction } from './reads/activity.ts';
export type { DealTotal, DealTotals } from './reads/deal-totals.ts';
export type { LinkAccess, LinkedNote } from './reads/linked-notes.ts';
export type { InteractionOptions } from './reads/read-interactions.ts';
export type { RelatedRecord } from './reads/related-record.ts';
export type { Section } from './reads/section.ts';
export type { ContactFields, Contacts, ContactStatus } from './objects/contacts.ts';
export type { CreateFields, CustomFieldValues, UpdateFields } from './fields/record-fields.ts';
export type { KnownObject } from './fields/standard-fields.ts';
export type { EnrichedField, EnrichHow, Enrichment, EnrichResult, KeptField } from './enrich/enrichment.ts';
export { explainEnrichment, planEnrichment, type EnrichPlan } from './enrich/plan-enrichment.ts';
export type { CreateDealOptions, DealFields, Deals } from './objects/deals.ts';
export type { CustomObjects, FindResult, LookUpResult, TypedRecord } from './objects/custom-objects.ts';
export type {
  CreatedNote,
  DeletedNote,
  LinkedRecords,
  NewNote,
  NoteChanges,
  Notes,
  NotesOfOptions,
  NotesOfRecord,
  UnlinkedRecords,
  UpdatedNote,
  WriteNoteOptions,
} from './objects/notes.ts';
export type {
  AppendedInsight,
  ContactInsights,
  InsightSection,
  InsightsOptions,
  NewInsight,
  TopicInsights,
} from './insights/contact-insights.ts';
export type { Note, NoteLink, NoteState, NoteVersion, ReadNoteOptions } from './note-records/note.ts';

// Deals
export type { ContactRoles } from './contact-roles/contact-roles.ts';
export type { DealRole } from './contact-roles/deal-role.ts';
export type { RoleChangesPlan } from './contact-roles/plan-role-changes.ts';
export type { NewRole, RoleChange, RoleChanged, RoleRef, RolesChanged } from './contact-roles/role-change.ts';
export type { DealDetails, DealNote, DealParent, DealProduct } from './deals/deal-details.ts';
export type { PipelineOfDeal } from './deals/pipeline-of-deal.ts';
export type { ProgressionPlan } from './deals/plan-progression.ts';
export type { Progression, ProgressionLogged, ProgressionTask } from './deals/progression.ts';
export type { StageMovePlan } from './deals/plan-stage-move.ts';
export type {
  FieldsBesideStage,
  LostReason,
  StageMoved,
  StageMoveMeaning,
  StageMoveTo,
} from './deals/stage-move-options.ts';
export type { StageTimes, StageVisit, TimeInStage } from './deals/time-in-stages.ts';

// Pipelines
export type { DealStage } from './pipelines/stage-in-pipeline.ts';
export type { PipelineChanges, PipelineRead, Pipelines } from './objects/pipelines.ts';
export type { Pipeline, PipelineList, Stage, StageOutcome } from './pipelines/pipeline.ts';
export type { PipelineChange, PipelineName } from './pipelines/compare-pipelines.ts';
export {
  judgeStageMove,
  type IllegalStageMove,
  type LegalStageMove,
  type StageMove,
  type StageProblem,
} from './pipelines/stage-move.ts';

// Finding, and what has changed
export type {
  FoundRecord,
  QueriedRecord,
  QueryOptions,
  QueryResult,
  Search,
  TextSearchOptions,
  TextSearchResult,
} from './search/search.ts';
export type { Change, Changes, ChangesOptions, ChangesPage, ChangeStamp } from './changes/changes.ts';
export { ANY_CHARACTER, ANY_TEXT } from './soql/build-query.ts';
export type {
  Aggregate,
  ChildQuery,
  Condition,
  FieldQuery,
  LabelOf,
  LikePart,
  Order,
  OrderBy,
  Query,
  SelectItem,
  SoqlValue,
  TypeOf,
} from './soql/build-query.ts';
export type { SearchedObject } from './soql/build-search.ts';
export type { SearchMode } from './soql/search-text.ts';
export type { CountedRelativeDate, RelativeDate } from './soql/relative-dates.ts';

// Writing
export type {
  ChangedRole,
  ReadState,
  RecordWrite,
  RemovedRole,
  RequiredRecord,
  WrittenNote,
  WrittenObject,
  WrittenRecord,
  WrittenRole,
  WrittenTask,
} from './plan/record-write.ts';
export type { PlannedLookup, PlannedPart, PlannedRecord, PlannedStep, WritePlan } from './plan/write-plan.ts';
export {
  type ExplainablePlan,
  explainPlan,
  type PartExplanation,
  type PlanExplanation,
  type PlannedRead,
  type StepExplanation,
} from './plan/explain-plan.ts';
export type { WriteResult, WrittenId, WrittenSoFar } from './send/write-result.ts';
export type { Writes } from './send/send-write.ts';
export { ledgerKey } from './ledger/ledger-key.ts';
export type { Ledger } from './ledger/create-ledger.ts';
export type { LedgerEntry } from './ledger/ledger-entry.ts';

// Rich text of notes
export type { NoteBody } from './notes/note-body.ts';
export { type NoteHtml, toNoteHtml } from './notes/to-note-html.ts';
export type { RemovedPart } from './notes/removed-parts.ts';
export { toMarkdown } from './notes/to-markdown.ts';
export { toPlainText } from './notes/to-plain-text.ts';

// What can go wrong
export { SALESFORCE_ERROR_CODES, SalesforceError } from './errors/salesforce-error.ts';
export type { FixedBy, Outcome, SalesforceErrorCode } from './errors/salesforce-error.ts';
export {
  AccessDeniedError,
  RecordDuplicateError,
  RecordInvalidError,
  RecordLockedError,
  RecordNotFoundError,
  RequestInvalidError,
  RequestLimitError,
  ResponseUnexpectedError,
  RolledBackError,
  SessionExpiredError,
  UnavailableError,
  UnclassifiedError,
} from './errors/api-errors.ts';
export type { MissingName, WhyMissing } from './errors/missing/missing-name.ts';
export type { RequestStep } from './errors/attempt.ts';
export type { DuplicateMatch, InvalidValue } from './errors/api-errors.ts';
export {
  LedgerUnavailableError,
  NoteHtmlNotAllowedError,
  PipelineNotFoundError,
  PlanInvalidError,
  PlanTooLargeError,
  RecordAmbiguousError,
  RecordChangedError,
  WriteAlreadyAppliedError,
  WriteIncompleteError,
} from './errors/write-errors.ts';
export type { Candidate, PlanProblem, PlanProblemDetail } from './errors/write-errors.ts';
