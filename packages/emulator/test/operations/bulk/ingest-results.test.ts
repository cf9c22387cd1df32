import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBulkRig, type BulkRig } from './bulk-rig.ts';

let rig: BulkRig;
beforeAll(async () => {
  rig = await createBulkRig();
});
afterAll(() => rig.emulator.close());

const account = (name: string) => rig.emulator.records('Account').find(({ Name }) => Name === name);

describe('the results of an ingest job', () => {
  it('tell successes from failures, with the values that were uploaded', async () => {
    const { id } = await rig.ingest(
      { object: 'Contact', operation: 'insert' },
      'FirstName,LastName,Email\nAnn,"Lee, Ph.D.",ann@example.com\nBob,,bob@example.com\nCy,Doe,nonsense\n',
    );
    const successes = await rig.text(`/jobs/ingest/${id}/successfulResults/`);
    const failures = await rig.text(`/jobs/ingest/${id}/failedResults`);
    const unprocessed = await rig.text(`/jobs/ingest/${id}/unprocessedrecords`);

    const [ann] = rig.emulator.records('Contact');
    expect(successes).toBe(
      `"sf__Id","sf__Created",FirstName,LastName,Email\n"${String(ann?.['Id'])}","true","Ann","Lee, Ph.D.","ann@example.com"\n`,
    );
    expect(failures.split('\n')).toEqual([
      '"sf__Id","sf__Error",FirstName,LastName,Email',
      '"","REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --","Bob","","bob@example.com"',
      '"","INVALID_EMAIL_ADDRESS:Email: invalid email address: nonsense:Email --","Cy","Doe","nonsense"',
      '',
    ]);
    expect(unprocessed).toBe('FirstName,LastName,Email\n');
    expect(await rig.text(`/jobs/ingest/${id}/unprocessedRecords`)).toBe(unprocessed);
  });

  it('are written in the job’s own delimiter and line ending', async () => {
    const settings = { object: 'Account', operation: 'insert', columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' };

    const { id, state } = await rig.ingest(settings, 'Name;Description\r\nSemi;"two\r\nlines; one value"\r\n');

    expect(state).toBe('JobComplete');
    expect(account('Semi')?.['Description']).toBe('two\r\nlines; one value');
    expect(await rig.text(`/jobs/ingest/${id}/successfulResults`)).toBe(
      `"sf__Id";"sf__Created";Name;Description\r\n"${String(account('Semi')?.['Id'])}";"true";"Semi";"two\r\nlines; one value"\r\n`,
    );
  });

  it('of an update: empty values say nothing, #N/A is null, and records are named by either id', async () => {
    const first = await rig.create('Account', { Name: 'One', Phone: '1', Industry: 'Energy' });
    const second = await rig.create('Account', { Name: 'Two', Phone: '2' });

    const job = await rig.ingest(
      { object: 'Account', operation: 'update' },
      `Id,Name,Phone,Industry\n${first.slice(0, 15)},,#N/A,\n${second},Second,,\n,Nobody,,\n`,
    );

    expect(job).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 1 });
    expect(account('One')).toMatchObject({ Phone: null, Industry: 'Energy' });
    expect(account('Second')).toMatchObject({ Phone: '2' });
    expect(await rig.text(`/jobs/ingest/${job.id}/failedResults`)).toContain(
      'MISSING_ARGUMENT:Id not specified in an update call',
    );
  });

  it('of an upsert say what was created', async () => {
    await rig.create('Account', { Name: 'Known', Source_Key__c: 'K1' });

    const { id } = await rig.ingest(
      { object: 'Account', operation: 'upsert', externalIdFieldName: 'Source_Key__c' },
      'Source_Key__c,Name\nK1,Renamed\nK2,New\n,Keyless\n',
    );
    const lines = (await rig.text(`/jobs/ingest/${id}/successfulResults`)).split('\n');

    expect(lines[1]).toMatch(/^"001\w{15}","false","K1","Renamed"$/);
    expect(lines[2]).toMatch(/^"001\w{15}","true","K2","New"$/);
    expect(account('Renamed')).toBeDefined();
    expect(await rig.text(`/jobs/ingest/${id}/failedResults`)).toContain(
      'MISSING_ARGUMENT:Source_Key__c not specified:--',
    );
  });

  it('of a delete', async () => {
    const id = await rig.create('Account', { Name: 'Away' });

    const job = await rig.ingest({ object: 'Account', operation: 'delete' }, `Id\n${id}\n`);

    expect(await rig.text(`/jobs/ingest/${job.id}/successfulResults`)).toBe(
      `"sf__Id","sf__Created",Id\n"${id}","false","${id}"\n`,
    );
    expect(account('Away')).toBeUndefined();
  });

  it('of records that name their parents by a field of theirs', async () => {
    const parent = await rig.create('Account', { Name: 'Parent', Source_Key__c: 'P1' });
    const { username, userId } = rig.emulator.admin;

    const job = await rig.ingest(
      { object: 'Contact', operation: 'insert' },
      `LastName,Account.Source_Key__c,Owner.Username\nChild,P1,${username}\nOrphan,nope,${username}\n`,
    );
    const child = rig.emulator.records('Contact').find(({ LastName }) => LastName === 'Child');

    expect(child).toMatchObject({ AccountId: parent, OwnerId: userId });
    expect(await rig.text(`/jobs/ingest/${job.id}/failedResults`)).toContain(
      'INVALID_FIELD:Foreign key external ID: nope not found for field Source_Key__c in entity Account:--',
    );
  });

  it.each([
    ['an unknown column', 'Name,Nonsense\nA,B\n', {}, 'InvalidBatch : Field name not found : Nonsense'],
    [
      'a type where there is one only',
      'LastName,Account:Account.Source_Key__c\nA,B\n',
      { object: 'Contact' },
      'InvalidBatch : type is not needed for non polymorphic foreign key references: Account',
    ],
    [
      'binary content',
      'PathOnClient,VersionData\na.txt,eA==\n',
      { object: 'ContentVersion' },
      'NOT_EMULATED a column of binary content: VersionData',
    ],
    [
      'another line ending',
      'Name\r\nA\r\n',
      {},
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
  ])('of a job with %s are none: it fails as a whole', async (_, csv, settings, errorMessage) => {
    const job = await rig.ingest({ object: 'Account', operation: 'insert', ...settings }, csv);

    expect(job).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0 });
  });

  it('tell a value of the wrong type by its label', async () => {
    const { id } = await rig.ingest({ object: 'Account', operation: 'insert' }, 'Name,NumberOfEmployees\nA,many\n');

    expect(await rig.text(`/jobs/ingest/${id}/failedResults`)).toContain(
      'INVALID_TYPE_ON_FIELD_IN_RECORD:Employees: value not of required type: many:NumberOfEmployees --',
    );
  });
});
