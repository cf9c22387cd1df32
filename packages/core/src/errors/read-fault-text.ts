import { parseRecordId } from '../record-id.ts';
import type { DuplicateMatch } from './api-errors.ts';
import type { ApiFault } from './api-fault.ts';

/**
 * What Salesforce says in words only. All of it is best effort: where the text is another one (an org answers in its
 * user's language), the fact is missing and nothing else changes.
 */

/** The field that an org says it does not know, and the object that it says so of. */
export function unknownFieldInText({
  message,
}: ApiFault): { readonly field: string; readonly object: string | undefined } | undefined {
  const [, field, object] =
    /No such column '(?:[A-Za-z0-9_]+\.)*([A-Za-z0-9_]+)'(?: on (?:entity '|sobject of type )([A-Za-z0-9_]+))?/.exec(
      message,
    ) ?? [];
  return field === undefined ? undefined : { field, object };
}

/** The object that an org says it does not know. */
export function unknownObjectInText({ message }: ApiFault): string | undefined {
  return /sObject type '([A-Za-z0-9_]+)' is not supported/i.exec(message)?.[1];
}

/** The field that a text names where `fields` does not. */
export function fieldInText(fault: ApiFault): string | undefined {
  const { message } = fault;
  return (
    unknownFieldInText(fault)?.field ??
    /external ID field does not exist or is not accessible: ([A-Za-z0-9_]+)/i.exec(message)?.[1] ??
    /duplicate value found: ([A-Za-z0-9_]+) duplicates value/.exec(message)?.[1]
  );
}

/** The record that holds a unique value: its id has 15 characters in the text. */
export function duplicateInText({ message }: ApiFault): DuplicateMatch | undefined {
  const id = /duplicates value on record with id: ([A-Za-z0-9]{15,18})/.exec(message)?.[1];
  const full = id === undefined ? undefined : parseRecordId(id);
  return full === undefined ? undefined : { id: full, object: undefined };
}

/** An upsert named a field that is neither External Id nor idLookup, or that the user may not see. */
export function isExternalIdRefused({ errorCode, message }: ApiFault): boolean {
  return errorCode === 'NOT_FOUND' && /external ID field/i.test(message);
}

/** 401 answers that no fresh token cures: a policy of the org or of the app. */
export function isSessionPolicy({ message }: ApiFault): boolean {
  return (
    message.includes('This session is not valid for use with the REST API') ||
    message.includes('Connected app is not attached to Agent')
  );
}

/** Reading the limits of the org takes a permission of its own, whose lack is told like that of the whole API. */
export function isLimitsNotEnabled({ message }: ApiFault): boolean {
  return /limits resource is not enabled/i.test(message);
}

/** Both limits have one errorCode: the day's requests, and the long-running ones of this moment. */
export function limitInText({ errorCode, message }: ApiFault): 'daily' | 'concurrent' {
  return errorCode === 'TOO_MANY_APEX_REQUESTS' || /concurrent/i.test(message) ? 'concurrent' : 'daily';
}

/** The org refused a note's text. Source: Salesforce knowledge article 000232870; no errorCode of it is documented. */
export function isNoteRefused({ message }: ApiFault): boolean {
  return /note can.t be saved/i.test(message);
}

/** The value that did not fit its field's type, e.g. a text for a date; undefined for any other fault. */
export function refusedValueInText({ errorCode, message }: ApiFault): string | undefined {
  if (errorCode !== 'JSON_PARSER_ERROR') return undefined;
  return /Cannot deserialize instance of \S+ from \w+ value ([\s\S]*) or request may be missing a required field/i.exec(
    message,
  )?.[1];
}

/** A text without the values that a write was given: what is left is the org's own. */
export function withoutValues(text: string, given: readonly string[]): string {
  // Short ones are words and numbers that a text may hold by chance; long ones first, since they may hold others.
  const values = given.map((value) => value.trim()).filter((value) => value.length >= 3);
  values.sort((left, right) => right.length - left.length);
  return values.reduce((left, value) => left.replace(wholeWords(value), '…'), text);
}

function wholeWords(value: string): RegExp {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped}(?![\p{L}\p{N}_])`, 'gu');
}
