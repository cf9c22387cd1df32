import { deployComponents } from '../../../metadata/deploy-components.ts';
import { orgComponents } from '../../../metadata/org-components.ts';
import { splitObject } from '../../../metadata/archive/split-object.ts';
import type { SoapCallContext } from '../../../metadata/soap/soap-call.ts';
import { SoapFault } from '../../../metadata/soap/soap-fault.ts';
import { metadataType } from '../../../metadata/types/index.ts';
import { textOf, type XmlElement } from '../../../metadata/xml/xml-element.ts';

/** Of one call. Source: Metadata API guide, createMetadata() and its siblings. */
const MAX_RECORDS = 10;

/** Source: Metadata API guide, SaveResult, Error. */
export interface SaveError {
  readonly message: string;
  readonly statusCode: string;
}

/** A component as these calls carry it. */
export interface MetadataRecord {
  readonly type: string;
  readonly fullName: string;
  readonly content: XmlElement;
}

/** @throws SoapFault */
export function limitRecords(records: readonly unknown[]): void {
  if (records.length <= MAX_RECORDS) return;
  throw new SoapFault(
    'LIMIT_EXCEEDED',
    `LIMIT_EXCEEDED: record limit reached. cannot submit more than ${MAX_RECORDS} records in this operation`,
  );
}

/** The components of the call, by the type that `xsi:type` names. @throws SoapFault */
export function recordsOf({ call }: SoapCallContext): MetadataRecord[] {
  const records = call.children
    .filter(({ name }) => name === 'metadata')
    .map((content): MetadataRecord => {
      const type = (content.attributes['type'] ?? '').replace(/^.*:/, '');
      if (!metadataType(type)) throw new SoapFault('INVALID_TYPE', `INVALID_TYPE: NOT_EMULATED the type ${type}`);
      return { type, fullName: textOf(content, 'fullName') ?? '', content };
    });
  limitRecords(records);
  return records;
}

export function isThere(
  { org }: SoapCallContext,
  { type, fullName }: Pick<MetadataRecord, 'type' | 'fullName'>,
): boolean {
  return (
    orgComponents(org).find(type, fullName) !== undefined ||
    (type === 'CustomObject' && org.schema.object(fullName) !== undefined)
  );
}

/** Saves one component with all its parts, or nothing of it. @returns why it failed */
export function saveRecord(
  { org, userId, apiVersion }: SoapCallContext,
  record: MetadataRecord,
): SaveError | undefined {
  const { type, fullName, content } = record;
  const { outcomes } = deployComponents(org, splitObject(type, fullName, fullName, content), { userId, apiVersion });
  const failure = outcomes.find((outcome) => outcome.failure)?.failure;
  return failure && { message: failure.problem, statusCode: 'FIELD_INTEGRITY_EXCEPTION' };
}

/** Source: errors in public issue threads; the code of a name that is taken is known for fields. */
export function nameTaken({ type, fullName }: Pick<MetadataRecord, 'type' | 'fullName'>): SaveError {
  const name = fullName.split('.').at(-1) ?? fullName;
  const what =
    type === 'CustomField' ? `a field named ${name} on ${fullName.split('.')[0] ?? ''}` : `a ${type} named ${name}`;
  return { message: `There is already ${what}.`, statusCode: 'DUPLICATE_DEVELOPER_NAME' };
}

/** Source: error texts in public issue threads of clients of the Metadata API. */
export function notThere({ type, fullName }: Pick<MetadataRecord, 'type' | 'fullName'>): SaveError {
  return {
    message: `In field: fullName - no ${type} named ${fullName} found`,
    statusCode: 'INVALID_CROSS_REFERENCE_KEY',
  };
}

/** A SaveResult, members in the order of the WSDL. */
export function saveResult(fullName: string, error: SaveError | undefined): Record<string, unknown> {
  return { ...(error && { errors: error }), fullName, success: error === undefined };
}
