import { jsonParserError } from '../../dml/json-parser-error.ts';
import { MultipartBody, type BodyPart } from '../../http/multipart-body.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseJson } from '../../http/read-body.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { OperationContext } from '../operation.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';

/**
 * The record in a request: JSON, or a multipart message with its fields in a JSON part and the bytes of each blob in a
 * part named as its field. Source: REST API guide, Insert or Update Blob Data; jsforce (`multipartFileFields`); the error
 * of a message without JSON at raydehler.com. That the name of the JSON part does not count is from the guide's examples,
 * which call it `entity_document`, `entity_content` and `collection`.
 */
export function readRecordBody({ request, schema }: OperationContext, object: ObjectDefinition): unknown {
  const { body } = request;
  if (!(body instanceof MultipartBody)) return body;
  const json = body.parts.filter((part) => /^application\/json\b/i.test(part.contentType ?? ''));
  const [fields] = json;
  if (!fields) {
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'INVALID_MULTIPART_REQUEST',
      message: 'Multipart message must include a non-binary part',
    });
  }
  if (json.length > 1) throw new NotEmulatedError('a multipart message with several JSON parts');
  const record = parseJson(Buffer.from(fields.bytes).toString('utf8'));
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw jsonParserError('Can not deserialize SObject out of START_ARRAY token at [line:1, column:1]');
  }
  const blobs = body.parts.filter((part) => part !== fields).map((part) => [blobField(part), toBase64(part)] as const);
  return { ...record, ...Object.fromEntries(blobs) };

  function blobField(part: BodyPart): string {
    const field = schema.field(object.name, part.name);
    if (field?.type !== 'base64') throw new NotEmulatedError(`a part ${part.name}, which is no blob of ${object.name}`);
    return field.name;
  }
}

function toBase64(part: BodyPart): string {
  return Buffer.from(part.bytes).toString('base64');
}
