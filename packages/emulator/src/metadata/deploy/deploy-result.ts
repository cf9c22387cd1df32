/** One component of a deployment, as DeployMessage. Source: Metadata API guide, DeployResult; public logs of clients. */
export interface DeployMessage {
  readonly changed: boolean;
  readonly columnNumber?: number;
  readonly componentType: string;
  readonly created: boolean;
  readonly createdDate: string;
  readonly deleted: boolean;
  readonly fileName: string;
  readonly fullName: string;
  readonly id?: string;
  readonly lineNumber?: number;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly success: boolean;
}

/** No Apex lives here, so no test ever runs. */
export interface RunTestResult {
  readonly numFailures: 0;
  readonly numTestsRun: 0;
  readonly totalTime: 0;
}

export interface DeployDetails {
  readonly componentFailures: readonly DeployMessage[];
  readonly componentSuccesses: readonly DeployMessage[];
  readonly runTestResult: RunTestResult;
}

/**
 * Where a deployment stands. `Canceling` is one that had begun when it was cancelled.
 * Source: Metadata API guide, DeployResult, DeployStatus.
 */
export type DeployStatus =
  'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** Members in the order of the WSDL, which is the alphabet's. */
export interface DeployResult {
  readonly canceledBy?: string;
  readonly canceledByName?: string;
  readonly checkOnly: boolean;
  /** Once it is over. */
  readonly completedDate?: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly details: DeployDetails;
  readonly done: boolean;
  /** Why it ended, where that is no component's fault. */
  readonly errorMessage?: string;
  readonly id: string;
  readonly ignoreWarnings: boolean;
  readonly lastModifiedDate: string;
  readonly numberComponentErrors: number;
  readonly numberComponentsDeployed: number;
  readonly numberComponentsTotal: number;
  readonly numberTestErrors: number;
  readonly numberTestsCompleted: number;
  readonly numberTestsTotal: number;
  readonly rollbackOnError: boolean;
  readonly runTestsEnabled: boolean;
  /** Once it has begun. */
  readonly startDate?: string;
  readonly status: DeployStatus;
  readonly success: boolean;
}
