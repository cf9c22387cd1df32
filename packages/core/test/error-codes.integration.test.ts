import { createEmulator, type Emulator } from '@uman/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, ERROR_CODES, type ErrorCodeRow, toErrorCodeRow, UNCLASSIFIED } from '../src/errors/error-codes.ts';
import { SPECIAL_CASES } from '../src/errors/codes/special-cases.ts';
import { createOrgClient, type OrgClient } from '../src/index.ts';
import { customer, failureOf, uman } from './build/an-org.ts';
import { aWrite } from './build/a-write.ts';

let emulator: Emulator;
let org: OrgClient;

beforeAll(async () => {
  emulator = await createEmulator({ install: [uman, customer] });
  const { accessToken, instanceUrl } = emulator.issueSession();
  org = createOrgClient({ instanceUrl, accessToken: async () => accessToken });
});
beforeEach(() => emulator.faults.clear());
afterAll(async () => emulator.close());

const STATUS: Readonly<Record<string, number>> = {
  SALESFORCE_SESSION_EXPIRED: 401,
  SALESFORCE_ACCESS_DENIED: 403,
  SALESFORCE_RECORD_NOT_FOUND: 404,
  SALESFORCE_REQUEST_LIMIT: 403,
  SALESFORCE_UNAVAILABLE: 503,
};

const statusOf = ({ code }: ErrorCodeRow): number => STATUS[code] ?? 400;

const rows = [...ERROR_CODES];

const rowOf = (errorCode: string): ErrorCodeRow => ERROR_CODES.get(errorCode) ?? UNCLASSIFIED;

/** A part of the row's advice that holds whatever the object and the field. */
const startOf = ({ remedy }: ErrorCodeRow): string => remedy.split(/ \(Setup|\{/)[0] ?? remedy;

describe('an answer with an errorCode', () => {
  it.each(rows)('%s to an update is the error of its row', async (errorCode, row) => {
    const status = statusOf(row);
    const body = [{ message: 'Said by the org', errorCode, fields: ['Name'] }];
    emulator.faults.add({ fault: 'answer', answer: { status, body }, method: 'PATCH', path: '/sobjects/Account/' });

    const error = await failureOf(org.accounts.update('0015g00000XyZabAAF', { Name: 'Acme' }));

    const { code, retryable, outcome, fixedBy } = row;
    expect(error).toMatchObject({
      code,
      retryable,
      outcome,
      fixedBy,
      errorCode,
      object: 'Account',
      fields: ['Name'],
      httpStatus: status,
      salesforceMessage: 'Said by the org',
      message: expect.stringContaining(startOf(row)),
    });
  });

  // What was halted has a culprit elsewhere: see below.
  it.each(rows.filter(([errorCode]) => errorCode !== 'PROCESSING_HALTED'))(
    '%s to one part of a write undoes all, and names that part',
    async (errorCode, row) => {
      const body = [{ message: 'Said by the org', errorCode, fields: ['Name'] }];
      emulator.faults.add({ fault: 'answer', answer: { status: statusOf(row), body }, object: 'Account' });
      const plan = org.writes.plan(anAccountWrite(errorCode));

      const error = await failureOf(org.writes.send(plan));

      // A create has no record that could be missing: its object is.
      const { code, retryable, fixedBy } = errorCode === 'NOT_FOUND' ? rowOf('INVALID_TYPE') : row;
      expect(error).toMatchObject({
        code,
        retryable,
        fixedBy,
        errorCode,
        outcome: 'notApplied',
        object: 'Account',
        fields: ['Name'],
        path: 'account.fields.Name',
      });
      expect(emulator.count('Region__c')).toBe(0);
    },
  );
});

it('names the culprit after the part that was halted, though its own code comes second', async () => {
  const write = anAccountWrite('culprit');
  const body = [{ message: 'Credit is spent', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: [] }];
  emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'Account' });

  const error = await failureOf(org.writes.send(org.writes.plan(write)));

  expect(error).toMatchObject({ object: 'Account', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', path: 'account' });
});

it('does not take a halted part for a cause where Salesforce names none', async () => {
  const body = [{ message: 'The transaction was rolled back.', errorCode: 'PROCESSING_HALTED' }];
  emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'Account' });

  const error = await failureOf(org.writes.send(org.writes.plan(anAccountWrite('halted'))));

  expect(error).toMatchObject({
    code: 'SALESFORCE_ROLLED_BACK',
    outcome: 'notApplied',
    errorCode: 'PROCESSING_HALTED',
  });
});

describe('the same errorCode where its text or the request says more', () => {
  it.each(codesOf(SPECIAL_CASES.sessionPolicy))('%s is a policy where no fresh token helps', async (errorCode) => {
    const body = [{ message: 'This session is not valid for use with the REST API', errorCode }];
    emulator.faults.add({ fault: 'answer', answer: { status: 401, body } });

    expect(await failureOf(org.accounts.create({ Name: 'Acme' }))).toMatchObject(adviceOf('sessionPolicy'));
  });

  it.each(codesOf(SPECIAL_CASES.externalIdRefused))('%s of a match is about its field', async (errorCode) => {
    const message = 'Provided external ID field does not exist or is not accessible: External_Id__c';
    emulator.faults.add({ fault: 'answer', answer: { status: 404, body: [{ message, errorCode }] } });

    const upsert = org.accounts.upsert({ field: 'External_Id__c', value: 'x' }, { Name: 'Acme' });

    expect(await failureOf(upsert)).toMatchObject({
      code: 'SALESFORCE_REQUEST_INVALID',
      fixedBy: 'admin',
      fields: ['External_Id__c'],
      remedy: expect.stringContaining('Fields & Relationships → External_Id__c'),
    });
  });

  it.each(codesOf(SPECIAL_CASES.notesOff))('%s of a note says that notes are off', async (errorCode) => {
    const body = [{ message: 'The requested resource does not exist', errorCode }];
    emulator.faults.add({ fault: 'answer', answer: { status: 404, body }, object: 'ContentNote' });
    const plan = org.writes.plan({ ...anAccountWrite('off'), note: { title: 'Call', body: { text: 'Hello' } } });

    expect(await failureOf(org.writes.send(plan))).toMatchObject(adviceOf('notesOff'));
  });

  it.each(codesOf(SPECIAL_CASES.noteRefused))('%s of a note with that text is about its HTML', async (errorCode) => {
    const body = [{ message: "Note can't be saved because it contains HTML tags", errorCode }];
    emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'ContentNote' });
    const plan = org.writes.plan({ ...anAccountWrite('html'), note: { title: 'Call', body: { text: 'Hello' } } });

    expect(await failureOf(org.writes.send(plan))).toMatchObject(adviceOf('noteRefused'));
  });

  it.each(codesOf(SPECIAL_CASES.linkedTwice))('%s of a link is about the link', async (errorCode) => {
    const body = [{ message: 'already linked', errorCode, fields: [] }];
    emulator.faults.add({ fault: 'answer', answer: { status: 400, body }, object: 'ContentDocumentLink' });
    const plan = org.writes.plan({ ...anAccountWrite('twice'), note: { title: 'Call', body: { text: 'Hello' } } });

    expect(await failureOf(org.writes.send(plan))).toMatchObject(adviceOf('linkedTwice'));
  });
});

it('reads both spellings of what a duplicate rule found', async () => {
  const record = { Id: '0015g00000XyZabAAF', attributes: { type: 'Account' } };
  const found = { allowSave: true, duplicateRule: 'Accounts', matchResults: [{ matchRecords: [{ record }] }] };
  const error = { errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', duplicateResut: found };
  const answer = { status: 400, body: [error] };
  const changes = [{ change: 'rename', key: 'duplicateResut', to: 'duplicateResult' }] as const;

  emulator.faults.add({ fault: 'answer', answer, path: '/sobjects/Account' });
  const old = await failureOf(org.accounts.create({ Name: 'Acme' }));
  emulator.faults.add({ fault: 'answer', answer, path: '/sobjects/Account' });
  emulator.faults.add({ fault: 'drift', changes: [...changes], path: '/sobjects/Account' });
  const renamed = await failureOf(org.accounts.create({ Name: 'Acme' }));

  for (const one of [old, renamed]) {
    expect(one).toMatchObject({
      code: 'SALESFORCE_RECORD_DUPLICATE',
      matches: [{ id: '0015g00000XyZabAAF', object: 'Account' }],
      allowSave: true,
    });
  }
});

function adviceOf(name: keyof typeof SPECIAL_CASES): object {
  const { code, retryable, fixedBy, remedy } = toErrorCodeRow(SPECIAL_CASES[name]);
  return { code, retryable, fixedBy, remedy };
}

/** An account, after an object that it does not need: the part that the culprit undoes. */
function anAccountWrite(key: string): ReturnType<typeof aWrite> {
  return aWrite({
    key,
    operation: 'writeAccount',
    object: 'Account',
    required: [{ ref: 'region', object: 'Region__c', fields: { Name: 'EMEA' } }],
    record: { fields: { Name: 'Acme' } },
  });
}
