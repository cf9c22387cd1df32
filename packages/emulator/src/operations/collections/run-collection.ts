import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError, type SaveError } from '../../http/salesforce-api-error.ts';
import type { Org } from '../../org/org.ts';

/** As a collection prints it; a record that was not created has no `id`. */
export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly SaveError[];
  /** Of upserts. */
  readonly created?: boolean;
}

/** What a step wrote. */
export interface Saved {
  readonly id: string;
  readonly created?: boolean;
}

export interface CollectionStep {
  /** Of the record that is to be changed; printed in its failure as well. */
  readonly id?: string;
  /** Failures of upserts say that nothing was created. */
  readonly upserts?: boolean;
  readonly run: () => Saved;
}

class RolledBack extends Error {}

/**
 * Runs each step by itself; with `allOrNone` one failure undoes the others.
 * Source: bodies recorded by Nango's integration templates and captured by amp-labs/connectors.
 */
export function runCollection(org: Org, steps: readonly CollectionStep[], allOrNone: boolean): SaveResult[] {
  let results: SaveResult[] = [];
  try {
    org.transaction(() => {
      results = steps.map((step) => runStep(org, step));
      if (allOrNone && results.some((result) => !result.success)) throw new RolledBack();
    });
    return results;
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return results.map((result, index) => (result.success ? rolledBack(steps[index]) : result));
  }
}

function runStep(org: Org, step: CollectionStep): SaveResult {
  try {
    const { id, created } = org.transaction(step.run);
    return { id, success: true, errors: [], ...(created !== undefined && { created }) };
  } catch (error) {
    if (!(error instanceof SalesforceApiError) || error instanceof NotEmulatedError) throw error;
    return failed(step, error.toSaveErrors());
  }
}

function rolledBack(step: CollectionStep | undefined): SaveResult {
  return failed(step, [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ]);
}

function failed(step: CollectionStep | undefined, errors: readonly SaveError[]): SaveResult {
  return {
    ...(step?.id !== undefined && { id: step.id }),
    success: false,
    errors,
    ...(step?.upserts && { created: false }),
  };
}
