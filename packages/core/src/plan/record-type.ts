import { parseRecordId } from '../record-id.ts';
import { isDeveloperName } from '../soql/api-name.ts';
import { buildQuery } from '../soql/build-query.ts';
import { queryPath } from '../soql/query-path.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import { recordTypeIdOf } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

const REFERENCE_ID = 'recordType';

/** What a pipeline becomes: the value of RecordTypeId, and the query that finds it when it is given by name. */
export interface PlannedRecordType {
  readonly value: string;
  readonly step: PlannedStep | undefined;
}

/** @param pipeline Developer name or id of a record type of the object. */
export function planRecordType(
  pipeline: string,
  { object, path, context }: { object: string; path: string; context: Pick<PlanContext, 'apiVersion'> },
): PlannedRecordType {
  const id = pipeline.startsWith('012') ? parseRecordId(pipeline) : undefined;
  if (id !== undefined) return { value: id, step: undefined };
  if (!isDeveloperName(pipeline)) {
    throw planProblem('invalidName', {
      path,
      what: `"${pipeline}" is neither the developer name nor the id of a record type`,
      remedy: 'Use the developer name as Setup shows it, e.g. Enterprise.',
      field: 'RecordTypeId',
    });
  }
  const soql = buildQuery({
    select: ['Id'],
    from: 'RecordType',
    where: [...activeRecordTypes(object), { field: 'DeveloperName', equals: pipeline }],
  });
  return {
    value: recordTypeIdOf(REFERENCE_ID),
    step: {
      kind: 'recordType',
      referenceId: REFERENCE_ID,
      method: 'GET',
      url: dataPath(context) + queryPath(soql),
      object: 'RecordType',
      path,
    },
  };
}

export function activeRecordTypes(object: string): { field: string; equals: string | boolean }[] {
  return [
    { field: 'SobjectType', equals: object },
    { field: 'IsActive', equals: true },
  ];
}
