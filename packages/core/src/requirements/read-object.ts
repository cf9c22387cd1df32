import { PipelineNotFoundError } from '../errors/write-errors.ts';
import type { Metadata, MetadataOptions } from '../metadata/metadata.ts';
import type { ObjectDescribe, RecordTypeInfo } from '../metadata/object-describe.ts';
import type { ObjectLayout, ObjectLayouts } from '../metadata/object-layout.ts';
import { parseRecordId } from '../record-id.ts';
import type { ObjectRequirements } from './object-requirements.ts';
import { isBlocking, type Offered, requirementFields } from './requirement-fields.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** An object whose layout, where the org did not give it at once, is still to be read. */
export interface HalfRead {
  readonly described: ObjectDescribe;
  readonly recordType: RecordTypeInfo | undefined;
  /** Asks for what is missing; no API call where nothing is. */
  complete(): Promise<ObjectRequirements>;
}

/**
 * @param pipeline Developer name or id of a record type; @default this user's default
 * @throws RequestInvalidError where the object is not there, or hidden from this user
 */
export async function readObject(
  metadata: Metadata,
  object: string,
  { pipeline, ...options }: MetadataOptions & { readonly pipeline?: string | undefined },
): Promise<HalfRead> {
  const [described, layouts] = await Promise.all([
    metadata.describe(object, options),
    absentIfRefused(metadata.layouts(object, options)),
  ]);
  const recordType = recordTypeOf(described, pipeline);
  const mapping = layouts?.mappings.find(({ recordTypeId }) => recordTypeId === recordType?.recordTypeId);
  return {
    described,
    recordType,
    async complete() {
      const [layout, offered] = await Promise.all([readLayout(), readOffered()]);
      const fields = requirementFields(described, layout, offered);
      return {
        object: described.name,
        label: described.label,
        createable: described.createable,
        recordType:
          recordType === undefined
            ? undefined
            : {
                recordTypeId: recordType.recordTypeId,
                developerName: recordType.developerName,
                name: recordType.name,
                master: recordType.master,
              },
        fields,
        blockedBy: described.fields.filter(isBlocking).map(({ name }) => name),
        schema: toJsonSchema(described.name, fields),
      };
    },
  };

  async function readLayout(): Promise<ObjectLayout | undefined> {
    if (layouts === undefined || mapping === undefined) return undefined;
    const given = layouts.layouts?.find(({ id }) => id === mapping.layoutId);
    return given ?? absentIfRefused(metadata.layout(object, mapping.recordTypeId, options));
  }

  async function readOffered(): Promise<Offered | undefined> {
    if (recordType === undefined || recordType.master) return undefined;
    if (mapping?.picklists !== undefined && mapping.picklists !== null) return mapping.picklists;
    const picklists = await absentIfRefused(metadata.picklistValues(object, recordType.recordTypeId, options));
    if (picklists === undefined) return undefined;
    return Object.fromEntries(
      Object.entries(picklists).map(([field, { values, defaultValue }]) => [
        field,
        values.map(({ value }) => ({ value, defaultValue: value === defaultValue?.value })),
      ]),
    );
  }
}

/** Objects without pages have no layouts, which the org says as a refusal; what fails for another reason fails. */
async function absentIfRefused<Value extends ObjectLayouts | ObjectLayout | object>(
  asked: Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SALESFORCE_REQUEST_INVALID') return undefined;
    throw error;
  }
}

function recordTypeOf({ name, recordTypeInfos }: ObjectDescribe, pipeline: string | undefined) {
  if (pipeline === undefined) {
    return (
      recordTypeInfos.find(({ defaultRecordTypeMapping, available }) => defaultRecordTypeMapping && available) ??
      recordTypeInfos.find(({ master }) => master)
    );
  }
  const usable = recordTypeInfos.filter(({ active, available, master }) => active && available && !master);
  const id = parseRecordId(pipeline);
  const found = usable.find(
    ({ recordTypeId, developerName }) => recordTypeId === id || developerName.toLowerCase() === pipeline.toLowerCase(),
  );
  if (found !== undefined) return found;
  const available = usable.map(({ developerName }) => developerName);
  const remedy =
    available.length === 0 ? 'Leave the pipeline out: this user has none.' : `Use one of: ${available.join(', ')}.`;
  throw new PipelineNotFoundError({
    message: `Could not say what ${name} requires: this user has no record type "${pipeline}". ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object: name,
    fields: ['RecordTypeId'],
    path: 'pipeline',
    pipeline,
    available,
  });
}
