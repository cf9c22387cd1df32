import { createHash } from 'node:crypto';
import type { StoredRecord } from '../../dml/stored-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { OperationRequest } from '../operation.ts';
import { toHttpDate } from './http-date.ts';

const CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];

/** `ETag` and `Last-Modified` of a record. Tags are for accounts only. Source: REST API guide, Conditional Request Headers; the answers printed in its chapter on Composite. */
export function validatorsOf(object: ObjectDefinition, record: StoredRecord): Record<string, string> {
  const modified = modifiedAt(record);
  return {
    ...(object.name === 'Account' && { ETag: tagOf(record) }),
    ...(modified && { 'Last-Modified': toHttpDate(modified) }),
  };
}

/**
 * Whether the conditions of a request let it go on; second by second. `If-Match` and `If-None-Match` are for accounts
 * only, elsewhere they have no effect. Source: REST API guide, Conditional Request Headers. The code and the text of 412
 * and of a bad value are not verified.
 *
 * @returns false for a GET or HEAD that answers 304
 * @throws SalesforceApiError 412; 400 for a bad value on PATCH
 */
export function meetsConditions(request: OperationRequest, object: ObjectDefinition, record: StoredRecord): boolean {
  const { headers, method } = request;
  if (!isConditional(request)) return true;
  const reads = method === 'GET' || method === 'HEAD';
  if (!reads && method !== 'PATCH') throw new NotEmulatedError(`a condition on ${method}`);
  const modified = (modifiedAt(record) ?? new Date(0)).getTime();

  if (object.name === 'Account') {
    const tag = tagOf(record);
    const match = tagsIn(headers['if-match'], reads);
    if (match && !match.includes('*') && !match.includes(tag)) throw preconditionFailed();
    const noneMatch = tagsIn(headers['if-none-match'], reads);
    if (noneMatch && (noneMatch.includes('*') || noneMatch.includes(tag))) {
      if (reads) return false;
      throw preconditionFailed();
    }
  }
  const unmodifiedSince = timeIn(headers['if-unmodified-since'], reads);
  if (unmodifiedSince !== undefined && modified > unmodifiedSince) throw preconditionFailed();
  const modifiedSince = reads ? timeIn(headers['if-modified-since'], true) : undefined;
  return modifiedSince === undefined || modified > modifiedSince;
}

/** Has a header of one of these conditions, whatever its value. */
export function isConditional({ headers }: OperationRequest): boolean {
  return CONDITIONS.some((name) => headers[name] !== undefined);
}

/** Conditions on what is reached otherwise than by its id. */
export function refuseConditions({ headers }: OperationRequest): void {
  const given = CONDITIONS.find((name) => headers[name] !== undefined);
  if (given !== undefined) throw new NotEmulatedError(`the header ${given}`);
}

function tagOf(record: StoredRecord): string {
  return `"${createHash('sha256').update(JSON.stringify(record)).digest('base64')}"`;
}

function modifiedAt({ LastModifiedDate }: StoredRecord): Date | undefined {
  return typeof LastModifiedDate === 'string' ? new Date(LastModifiedDate) : undefined;
}

/** A compressed answer's tag ends in `-gzip` or `--gzip`; it means the same record. */
function tagsIn(header: string | undefined, lenient: boolean): readonly string[] | undefined {
  if (header === undefined) return undefined;
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.every((tag) => tag === '*' || /^(?:W\/)?"[^"]*"$/.test(tag))) {
    return tags.map((tag) => tag.replace(/^W\//, '').replace(/--?gzip"$/, '"'));
  }
  if (lenient) return undefined;
  throw badCondition(header);
}

function timeIn(header: string | undefined, lenient: boolean): number | undefined {
  const time = header === undefined ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(time)) return time;
  if (header === undefined || lenient) return undefined;
  throw badCondition(header);
}

function preconditionFailed(): SalesforceApiError {
  return new SalesforceApiError({
    status: 412,
    errorCode: 'PRECONDITION_FAILED',
    message: 'One or more of the preconditions in the request headers were not satisfied.',
    codeFirst: true,
  });
}

function badCondition(value: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'INVALID_HEADER',
    message: `Invalid value of a conditional request header: ${value}`,
    codeFirst: true,
  });
}
