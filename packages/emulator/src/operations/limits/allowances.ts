import { dailyBulkUse } from '../../bulk/daily-use.ts';
import type { Org } from '../../org/org.ts';

/** Of each limit the most, in the order in which Salesforce lists them. Source: `/limits` of a Developer Edition org of v60.0, recorded by Nango's integration templates (2026-05). */
export const allowances: Readonly<Record<string, number>> = {
  AnalyticsExternalDataSizeMB: 40_960,
  CdpAiInferenceApiMonthlyLimit: 500_000_000,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentEinsteinDataInsightsStoryCreation: 5,
  ConcurrentEinsteinDiscoveryStoryCreation: 2,
  ConcurrentSyncReportRuns: 20,
  ContentDistBandwidthLimitMB: 51_200,
  ContentDistViewLimit: 50_000,
  ContentPublicationLimit: 2500,
  DailyAnalyticsDataflowJobExecutions: 60,
  DailyAnalyticsUploadedFilesSizeMB: 51_200,
  DailyApexCursorLimit: 10_000,
  DailyApexCursorRowsLimit: 100_000_000,
  DailyApexPCursorLimit: 200_000,
  DailyApiRequests: 15_000,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDeliveredPlatformEvents: 10_000,
  DailyDurableGenericStreamingApiEvents: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyEinsteinDataInsightsStoryCreation: 1000,
  DailyEinsteinDiscoveryOptimizationJobRuns: 25,
  DailyEinsteinDiscoveryPredictAPICalls: 50_000,
  DailyEinsteinDiscoveryPredictionsByCDC: 500_000,
  DailyEinsteinDiscoveryStoryCreation: 100,
  DailyFunctionsApiCallLimit: 50_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyMetadataRetrievesWithDependencies: 25,
  DailyServiceEmailAgentforceCalls: 5000,
  DailyStandardVolumePlatformEvents: 10_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 8040,
  DataStorageMB: 5,
  DurableStreamingApiConcurrentClients: 20,
  ExternalServicesActiveObjects: 3000,
  ExternalServicesActiveOperations: 3000,
  ExternalServicesObjectProperties: 400_000,
  ExternalServicesObjects: 10_000,
  ExternalServicesOperations: 10_000,
  ExternalServicesRegistrations: 700,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5000,
  HourlyDashboardStatuses: 999_999_999,
  HourlyElevateAsyncReportRuns: 1200,
  HourlyElevateSyncReportRuns: 500,
  HourlyLongTermIdMapping: 100_000,
  HourlyManagedContentPublicRequests: 50_000,
  HourlyODataCallout: 1000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1000,
  HourlyShortTermIdMapping: 100_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1000,
  MassEmail: 10,
  MaxContentDocumentsLimit: 30_000_000,
  MonthlyEinsteinDiscoveryStoryCreation: 500,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PermissionSets: 1500,
  PlatformEventTriggersWithParallelProcessing: 5,
  PrivateConnectOutboundCalloutHourlyLimitMB: 0,
  PublishCallbackUsageInApex: 5_242_880,
  ScheduledFlowRunLimit: 250_000,
  ScheduledPathRunLimit: 250_000,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20,
};

/** Permission sets that an org may make itself, a part of `PermissionSets`. Source: as above. */
export const OWN_PERMISSION_SETS = 1000;

const SETS = `SELECT count(*) AS used FROM "PermissionSet" WHERE "IsCustom" = 1 AND "IsOwnedByProfile" = 0`;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How much of a limit is used. What is not here is never used, or not counted: see docs/data-api.md. */
export const used: Readonly<Record<string, (org: Org) => number>> = {
  ContentPublicationLimit(org) {
    const since = new Date(org.clock().getTime() - DAY_MILLISECONDS).toISOString();
    return countOf(org, `SELECT count(*) AS used FROM "ContentVersion" WHERE "CreatedDate" > ?`, since);
  },
  DailyApiRequests: (org) => org.usage.used(),
  DailyBulkApiBatches: (org) => dailyBulkUse(org.database).used('batch', org.clock()),
  DailyBulkV2QueryJobs: (org) => dailyBulkUse(org.database).used('query', org.clock()),
  MaxContentDocumentsLimit: (org) =>
    countOf(org, `SELECT count(*) AS used FROM "ContentDocument" WHERE "IsDeleted" = 0`),
  PermissionSets: (org) => countOf(org, SETS),
};

export function ownPermissionSets(org: Org): number {
  return countOf(org, `${SETS} AND "NamespacePrefix" IS NULL`);
}

function countOf(org: Org, sql: string, ...values: readonly string[]): number {
  return Number(org.statements.prepare(sql).get(...values)?.['used'] ?? 0);
}
