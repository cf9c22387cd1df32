/** How much of something the org has, and has left. */
export interface OrgLimit {
  readonly max: number;
  readonly remaining: number;
  /** Shares of it by name: of an app for `DailyApiRequests`, `CreateCustom` of `PermissionSets`. Empty for most. */
  readonly shares: Readonly<Record<string, OrgLimit>>;
}

/** Limits that every org of these years has; an org names some seventy. Source: REST API guide, Limits. */
export type OrgLimitName =
  | 'ConcurrentAsyncGetReportInstances'
  | 'ContentPublicationLimit'
  | 'DailyApiRequests'
  | 'DailyAsyncApexExecutions'
  | 'DailyBulkApiBatches'
  | 'DailyBulkV2QueryJobs'
  | 'DailyStreamingApiEvents'
  | 'DailyWorkflowEmails'
  | 'DataStorageMB'
  | 'FileStorageMB'
  | 'MassEmail'
  | 'MaxContentDocumentsLimit'
  | 'PermissionSets'
  | 'SingleEmail';

/** Every limit that the org names, by its API name. */
export interface OrgLimits {
  readonly limits: Readonly<Partial<Record<OrgLimitName, OrgLimit>> & Record<string, OrgLimit>>;
  /** What reading them cost. */
  readonly apiCalls: number;
}
