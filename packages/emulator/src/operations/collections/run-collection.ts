import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { Org } from '../../org/org.ts';

/** As a collection prints it; a record that was not created has no `id`. */
export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

export interface CollectionStep {
  /** Of the record that is to be changed; printed in its failure as well. */
  readonly id?: string;
  /** @returns the record's id */
  readonly run: () => string;
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
    return { id: org.transaction(step.run), success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof SalesforceApiError) || error instanceof NotEmulatedError) throw error;
    const { errorCode, message, fields = [] } = error;
    return { ...idOf(step), success: false, errors: [{ statusCode: errorCode, message, fields }] };
  }
}

function rolledBack(step: CollectionStep | undefined): SaveResult {
  return {
    ...idOf(step),
    success: false,
    errors: [
      {
        statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
        message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
        fields: [],
      },
    ],
  };
}

function idOf(step: CollectionStep | undefined): { id?: string } {
  return step?.id === undefined ? {} : { id: step.id };
}
