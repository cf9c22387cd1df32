import { z } from 'zod';
import { PipelineNotFoundError } from '../errors/write-errors.ts';
import { activeRecordTypes } from '../plan/record-type.ts';
import { buildQuery } from '../soql/build-query.ts';
import { queryPath } from '../soql/query-path.ts';
import { queryAnswerSchema } from '../transport/answer-schemas.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

const answerSchema = queryAnswerSchema(z.looseObject({ DeveloperName: z.string() }));

/** Salesforce undoes a request whose record type it did not find without saying so; this asks why, in one API call. */
export async function checkPipeline(
  transport: OrgTransport,
  options: RequestOptions & { object: string; pipeline: string; path: string; meter?: CallMeter | undefined },
): Promise<PipelineNotFoundError | undefined> {
  const { object, pipeline, path, meter, signal } = options;
  const soql = buildQuery({
    select: ['Id', 'DeveloperName'],
    from: 'RecordType',
    where: activeRecordTypes(object),
    orderBy: 'DeveloperName',
  });
  const { records } = await transport.send({
    method: 'GET',
    path: queryPath(soql),
    answer: answerSchema,
    attempt: { verb: 'query', object: 'RecordType', path },
    meter,
    signal,
  });
  const available = records.map(({ DeveloperName }) => DeveloperName);
  if (available.some((name) => name.toLowerCase() === pipeline.toLowerCase())) return undefined;
  const remedy =
    available.length === 0
      ? `Leave the pipeline out: the org has no active record types for ${object}.`
      : `Use one of the org's: ${available.join(', ')}.`;
  return new PipelineNotFoundError({
    message: `Could not write ${object} (${path}): the org has no active record type "${pipeline}". Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object,
    fields: ['RecordTypeId'],
    path,
    pipeline,
    available,
  });
}
