import type { RecordWrite, WriteFields, WriteValue, WrittenObject } from '@uman/core';
import { contentHash, parseInput, writeAccount, writeContact, writeDeal } from '@uman/contracts';

/** A write as the workflow hands it to its activities: the contract's type and the caller's input, which was checked. */
export interface WriteRequest {
  readonly type: 'writeAccount' | 'writeContact' | 'writeDeal';
  readonly input: unknown;
}

const PARSE = {
  writeAccount: (input: unknown) => parseInput(writeAccount, input),
  writeContact: (input: unknown) => parseInput(writeContact, input),
  writeDeal: (input: unknown) => parseInput(writeDeal, input),
} as const;
const OBJECTS = {
  writeAccount: 'Account',
  writeContact: 'Contact',
  writeDeal: 'Opportunity',
} as const satisfies Record<string, WrittenObject>;

/** The write in core's terms. */
export async function toRecordWrite({ type, input }: WriteRequest): Promise<RecordWrite> {
  const parsed = PARSE[type](input);
  if (!parsed.success) throw new TypeError(`The workflow handed on an input that ${type} does not take`);
  const { key, connectionId, required, record, note } = parsed.input;
  return {
    key,
    connectionId,
    operation: type,
    object: OBJECTS[type],
    contentHash: await contentHash(type, parsed.input),
    required,
    record: { ...record, fields: given(record.fields) },
    roles: 'roles' in parsed.input ? parsed.input.roles : undefined,
    note,
  };
}

/** A field without a value is a field that was not given. */
function given(fields: Readonly<Record<string, WriteValue | undefined>>): WriteFields {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, WriteValue] => entry[1] !== undefined),
  );
}
