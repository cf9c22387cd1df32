import type { InvalidValue } from '../errors/api-errors.ts';
import { parseRecordId } from '../record-id.ts';
import { isApiName } from '../soql/api-name.ts';
import { refuseInput } from './refuse-input.ts';

/** Objects whose ids begin alike in every org. Source: describeGlobal, recorded 2026-05. */
const KEY_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['001', 'Account'],
  ['003', 'Contact'],
  ['005', 'User'],
  ['006', 'Opportunity'],
  ['00Q', 'Lead'],
  ['00T', 'Task'],
  ['00U', 'Event'],
  ['012', 'RecordType'],
  ['02s', 'EmailMessage'],
  ['068', 'ContentVersion'],
  ['069', 'ContentDocument'],
  ['500', 'Case'],
  ['701', 'Campaign'],
]);

/** Most records of one kind that a read gives before its `more()`. */
export const MOST_ITEMS = 200;

/** Gathers what is wrong with what a read was asked for, so that one error says all of it and nothing is sent. */
export interface ReadCheck {
  /** The id with 18 characters, of a record of this object. */
  id(value: string, path?: string): string;
  /** API names of fields. */
  fields(values: readonly string[], path: string): void;
  /** How many records to give: a whole number up to 200. */
  limit(value: number, path: string): void;
  /** @throws RecordInvalidError with all problems, each with its path */
  throwIfAny(): void;
}

export function createReadCheck(object: string): ReadCheck {
  const problems: InvalidValue[] = [];
  const add = (path: string, message: string, remedy: string): void => {
    problems.push({ path, message, remedy });
  };
  return {
    id(value, path = 'id') {
      const id = parseRecordId(value);
      if (id === undefined) {
        add(path, 'it is not a record id', 'Use the 15 or 18 characters that Salesforce gives, in their case.');
        return value;
      }
      const other = KEY_PREFIXES.get(id.slice(0, 3));
      // A note has the id of its document.
      const expected = object === 'ContentNote' ? 'ContentDocument' : object;
      if ([...KEY_PREFIXES.values()].includes(expected) && other !== expected) {
        const owner = other === undefined ? 'of another object' : `of the object ${other}`;
        add(path, `it is an id ${owner}, not of ${object}`, `Use the id of a record of ${object}.`);
      }
      return id;
    },
    fields(values, path) {
      for (const [index, field] of values.entries()) {
        if (isApiName(field)) continue;
        add(`${path}[${index}]`, 'it is not the API name of a field', 'Use the API name, e.g. Code__c.');
      }
    },
    limit(value, path) {
      if (Number.isInteger(value) && value >= 0 && value <= MOST_ITEMS) return;
      add(
        path,
        'it is not a number of records',
        `Use a whole number from 0 to ${MOST_ITEMS}; more() gives all others.`,
      );
    },
    throwIfAny() {
      refuseInput(problems, object);
    },
  };
}
