import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBulkRig, type BulkRig } from './bulk-rig.ts';

let rig: BulkRig;
let accountId: string;
beforeAll(async () => {
  rig = await createBulkRig({ clock: () => new Date('2026-06-17T12:00:00Z') });
  accountId = await rig.create('Account', { Name: 'Acme "A"', NumberOfEmployees: 3 });
  for (const LastName of ['Ann', 'Bob', 'Cy']) await rig.create('Contact', { LastName, AccountId: accountId });
});
afterAll(() => rig.emulator.close());

describe('the results of a query job', () => {
  it('are CSV with every value in quotes, in the order of the query', async () => {
    const { id } = await rig.query(
      'select lastname, account.name, Email, IsDeleted, CreatedDate from contact order by lastname limit 1',
    );
    const { status, headers, body } = await rig.call('GET', `/jobs/query/${id}/results`);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv');
    expect(headers.get('sforce-locator')).toBe('null');
    expect(headers.get('sforce-numberofrecords')).toBe('1');
    expect(body).toBe(
      '"LastName","Account.Name","Email","IsDeleted","CreatedDate"\n"Ann","Acme ""A""","","false","2026-06-17T12:00:00.000Z"\n',
    );
  });

  it('come in sets, each with the locator of the next', async () => {
    const { id } = await rig.query('SELECT LastName FROM Contact ORDER BY LastName');

    const first = await rig.call('GET', `/jobs/query/${id}/results?maxRecords=2`);
    const locator = first.headers.get('sforce-locator') ?? '';
    const second = await rig.call('GET', `/jobs/query/${id}/results?locator=${locator}&maxRecords=2`);

    expect(first.headers.get('sforce-numberofrecords')).toBe('2');
    expect(first.body).toBe('"LastName"\n"Ann"\n"Bob"\n');
    expect(second.headers.get('sforce-locator')).toBe('null');
    expect(second.body).toBe('"LastName"\n"Cy"\n');
  });

  it('are the same whatever is written afterwards, and use the job’s delimiter', async () => {
    const { id } = await rig.query('SELECT Name, NumberOfEmployees FROM Account', {
      columnDelimiter: 'TAB',
      lineEnding: 'CRLF',
    });
    await rig.create('Account', { Name: 'Later' });

    expect(await rig.text(`/jobs/query/${id}/results`)).toBe('"Name"\t"NumberOfEmployees"\r\n"Acme ""A"""\t"3"\r\n');
  });

  it('have deleted records too when all are asked for', async () => {
    const id = await rig.create('Contact', { LastName: 'Gone' });
    await rig.call('DELETE', `/sobjects/Contact/${id}`);
    const soql = `SELECT LastName FROM Contact WHERE LastName = 'Gone'`;

    expect(await rig.query(soql)).toMatchObject({ numberRecordsProcessed: 0 });
    expect(await rig.query(soql, { operation: 'queryAll' })).toMatchObject({ numberRecordsProcessed: 1 });
  });

  it('can be fetched side by side', async () => {
    const { id } = await rig.query('SELECT Id FROM Contact');

    const { body } = await rig.call('GET', `/jobs/query/${id}/resultPages`);
    const [{ resultUrl } = { resultUrl: '' }] = (body as { resultPages: { resultUrl: string }[] }).resultPages;

    expect(body).toMatchObject({ done: true, nextRecordsUrl: null });
    expect((await rig.call('GET', resultUrl)).status).toBe(200);
  });

  it('of another version are not given', async () => {
    const { id } = await rig.query('SELECT Id FROM Contact');

    expect((await rig.call('GET', `/services/data/v60.0/jobs/query/${id}/results`)).status).toBe(501);
  });
});
