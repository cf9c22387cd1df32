import { resourceNotFound } from '../../http/resource-not-found.ts';
import { deployJobs } from '../../metadata/deploy/deploy-jobs.ts';
import type { DeployOptions } from '../../metadata/deploy/deploy-options.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';

export interface DeployAnswer {
  readonly id: string;
  readonly status: number;
  readonly validatedDeployRequestId?: string;
  readonly includeDetails?: boolean;
}

/** A deployment as the REST resource shows it. @throws SalesforceApiError NOT_FOUND */
export function deployAnswer(
  { org }: OperationContext,
  { id, status, validatedDeployRequestId, includeDetails = false }: DeployAnswer,
): OperationResponse {
  const deployment = deployJobs(org).find(id);
  if (!deployment) throw resourceNotFound();
  const { details, ...result } = deployment.result;
  return {
    status,
    body: {
      id: deployment.id,
      validatedDeployRequestId: validatedDeployRequestId ?? null,
      deployOptions: withoutUndefined(deployment.options),
      deployResult: includeDetails ? { ...result, details: { ...details, retrieveResult: null } } : result,
    },
  };
}

function withoutUndefined(options: DeployOptions): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
