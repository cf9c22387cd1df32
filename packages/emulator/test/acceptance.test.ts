// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { expect, it } from 'vitest';
import { aDeal, base64, createEmulatorRig, salesMetadata, type EmulatorRig } from './emulator-rig.ts';
import { deployFiles } from './metadata/deploy-files.ts';
import { createOAuthRig } from './operations/oauth/oauth-rig.ts';

/*
 * What a client that knows Salesforce and nothing of this emulator relies on: one test for each behaviour that was asked
 * for, as a short story over HTTP. The details are proved beside each operation.
 */

const KEY = 'Source_Key__c';

function query(rig: EmulatorRig, soql: string, headers?: Record<string, string>) {
  return rig.call('GET', `/query?q=${encodeURIComponent(soql)}`, undefined, headers);
}

it('1. counts data calls, and neither the list of versions nor userinfo', async () => {
  await using rig = await createEmulatorRig();
  const usage = async (path: string): Promise<string | null> =>
    (await rig.call('GET', path)).headers.get('sforce-limit-info');

  const free = [await usage('/services/data'), await usage('/services/oauth2/userinfo')];
  const counted = [await usage('/sobjects'), await usage('/limits')];

  expect(free).toEqual([null, null]);
  expect(counted).toEqual(['api-usage=1/100000', 'api-usage=2/100000']);
});

it('2. gives a new refresh token each time, and ends the family when an old one comes back', async () => {
  const rig = await createOAuthRig();
  const first = await rig.connect();

  const second = (await (await rig.refresh(first.refresh_token)).json()) as { refresh_token: string };
  const reused = await rig.refresh(first.refresh_token);
  const newest = await rig.refresh(second.refresh_token);
  await rig.emulator.close();

  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect([reused.status, newest.status]).toEqual([400, 400]);
  expect(await reused.json()).toEqual({
    error: 'invalid_grant',
    error_description: 'expired access/refresh token',
  });
});

it('3. takes a code once, with its verifier and its own redirect', async () => {
  const rig = await createOAuthRig();
  const codeOf = async (): Promise<string> => (await rig.allow()).searchParams.get('code') ?? '';
  const code = await codeOf();

  const good = await rig.redeem(code);
  const refused = await Promise.all([
    rig.redeem(code),
    rig.redeem(await codeOf(), { code_verifier: 'x'.repeat(43) }),
    rig.redeem(await codeOf(), { code_verifier: undefined }),
    rig.redeem(await codeOf(), { redirect_uri: 'https://app.uman.test/oauth/callback/' }),
  ]);
  await rig.emulator.close();

  expect(good.status).toBe(200);
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

it('4. fails as Salesforce fails, also after it has written', async () => {
  await using rig = await createEmulatorRig({ dailyApiRequests: 3 });

  const stranger = await rig.call('GET', '/sobjects', undefined, { authorization: 'Bearer 00Dx!none' });
  rig.emulator.faults.failNext({ status: 502, body: '<html>Bad Gateway</html>' });
  const gateway = await rig.call('GET', '/sobjects');
  rig.emulator.faults.dropAnswerAfterCommit();
  const dropped = await rig.call('POST', '/sobjects/Account', { Name: 'Written' }).catch((error: unknown) => error);
  const written = rig.emulator.count('Account');
  await rig.call('GET', '/limits');
  await rig.call('GET', '/limits');
  const spent = await rig.call('GET', '/limits');

  expect([stranger.status, stranger.body]).toEqual([
    401,
    [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
  ]);
  expect([gateway.status, gateway.body]).toEqual([502, '<html>Bad Gateway</html>']);
  expect(dropped).toBeInstanceOf(TypeError);
  expect(written).toBe(1);
  expect([spent.status, spent.body]).toMatchObject([
    403,
    [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
  ]);
});

it('5. upserts with the whole matrix of statuses', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const path = `/sobjects/Account/${KEY}/k1`;

  const created = await rig.call('PATCH', path, { Name: 'One' });
  const updated = await rig.call('PATCH', path, { Name: 'Two' });
  await rig.create('Contact', { LastName: 'A', Email: 'a@example.com' });
  await rig.create('Contact', { LastName: 'B', Email: 'a@example.com' });
  const several = await rig.call('PATCH', '/sobjects/Contact/Email/a@example.com', { LastName: 'C' });
  const noField = await rig.call('PATCH', '/sobjects/Account/Namez/x', { Name: 'x' });
  const missed = await rig.call('PATCH', `/sobjects/Account/${KEY}/k2?updateOnly=true`, { Name: 'x' });

  expect([created, updated, several, noField, missed].map(({ status }) => status)).toEqual([201, 200, 300, 404, 404]);
  expect(created.body).toMatchObject({ success: true, errors: [], created: true });
  expect(updated.body).toMatchObject({ created: false });
  expect(several.body).toHaveLength(2);
});

it('6. words errors by the resource: errorCode or statusCode, with fields or without', async () => {
  await using rig = await createEmulatorRig();

  const dml = await rig.call('POST', '/sobjects/Contact', {});
  const routing = await rig.call('GET', '/sobjects/Nothing__c');
  const collection = await rig.call('POST', '/composite/sobjects', {
    records: [{ attributes: { type: 'Contact' } }],
  });

  expect(JSON.stringify(dml.body)).toBe(
    '[{"message":"Required fields are missing: [LastName]","errorCode":"REQUIRED_FIELD_MISSING","fields":["LastName"]}]',
  );
  expect(JSON.stringify(routing.body)).toBe(
    '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]',
  );
  expect(collection.body).toMatchObject([
    { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] }] },
  ]);
});

it('7. undoes a whole composite, also what an inner collection calls a success', async () => {
  await using rig = await createEmulatorRig();
  const base = '/services/data/v66.0';

  const { status, body } = await rig.call('POST', '/composite', {
    allOrNone: true,
    compositeRequest: [
      {
        method: 'POST',
        url: `${base}/composite/sobjects`,
        referenceId: 'inner',
        body: { allOrNone: false, records: [{ attributes: { type: 'Account' }, Name: 'Inner' }] },
      },
      { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'bad', body: {} },
    ],
  });

  const [inner, bad] = (body as { compositeResponse: { httpStatusCode: number; body: unknown }[] }).compositeResponse;
  expect(status).toBe(200);
  expect(inner?.body).toMatchObject([{ success: true }]);
  expect(bad).toMatchObject({ httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] });
  expect(rig.emulator.count('Account')).toBe(0);
});

it('8. describes what this org and this user have', async () => {
  await using plain = await createEmulatorRig();
  await using sales = await createEmulatorRig({ install: [salesMetadata] });
  const fieldsOf = async (rig: EmulatorRig): Promise<string[]> => {
    const { body } = await rig.call('GET', '/sobjects/Opportunity/describe');
    return (body as { fields: { name: string }[] }).fields.map(({ name }) => name);
  };

  const without = await fieldsOf(plain);
  plain.emulator.setNotesEnabled(false);
  const note = await plain.call('GET', '/sobjects/ContentNote/describe');

  expect(without).not.toContain('RecordTypeId');
  expect(await fieldsOf(sales)).toContain('RecordTypeId');
  expect(note.status).toBe(404);
});

it('9. keeps notes as documents, and is strict about their HTML', async () => {
  await using rig = await createEmulatorRig();

  const refused = await rig.call('POST', '/sobjects/ContentNote', { Title: 'x', Content: base64('it&apos;s') });
  const id = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>one</p>') });
  await rig.call('PATCH', `/sobjects/ContentNote/${id}`, { Content: base64('<p>two</p>') });
  const row = await rig.call('GET', `/sobjects/ContentNote/${id}`);
  const body = await rig.call('GET', `/sobjects/ContentNote/${id}/Content`);
  const links = await query(rig, `SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${id}'`);

  expect(refused.status).toBe(400);
  expect(row.body).toMatchObject({ Content: `/services/data/v66.0/sobjects/ContentNote/${id}/Content` });
  expect(body.body).toBe('<p>two</p>');
  expect(rig.emulator.count('ContentVersion')).toBe(2);
  expect(links.body).toMatchObject({ totalSize: 1 });
});

it('10. answers queries in pages, with nulls first and a caret under what is wrong', async () => {
  await using rig = await createEmulatorRig();
  const records = Array.from({ length: 200 }, (_, n) => ({
    attributes: { type: 'Account' },
    Name: `A ${n}`,
    Site: 's',
  }));
  await rig.call('POST', '/composite/sobjects', { records });
  await rig.create('Account', { Name: 'last' });

  const page = await query(rig, 'SELECT Id FROM Account', { 'Sforce-Query-Options': 'batchSize=200' });
  const sorted = await query(rig, 'SELECT Name, (SELECT Id FROM Contacts) FROM Account ORDER BY Site LIMIT 1');
  const wrong = await query(rig, 'SELECT Id FROM XYZZY');

  expect(page.body).toMatchObject({ totalSize: 201, done: false, nextRecordsUrl: expect.stringMatching(/-200$/) });
  expect(sorted.body).toMatchObject({ records: [{ Name: 'last', Contacts: null }] });
  expect(wrong.body).toMatchObject([
    { errorCode: 'INVALID_TYPE', message: expect.stringContaining('\nERROR at Row:1:Column:16\n') },
  ]);
});

it('11. knows a record by both lengths of its id, and prints values as they are sent', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme', BillingCity: 'Gent' });

  const short = await rig.call('GET', `/sobjects/Account/${id.slice(0, 15)}`);

  expect(short.body).toMatchObject({
    Id: id,
    CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/),
    BillingAddress: { city: 'Gent', country: null },
  });
});

it('12. makes of jsforce what Salesforce makes of it', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const { url: instanceUrl } = rig.emulator;
  const connect = (version: string): Connection =>
    new Connection({ instanceUrl, accessToken: rig.accessToken, version });
  for (const LastName of ['A', 'B']) await rig.create('Contact', { LastName, Email: 'a@example.com' });
  await rig.create('Account', { Name: 'Acme', [KEY]: 'k1' });
  const rule = (name: string): string =>
    `<ValidationRule><fullName>${name}</fullName><active>true</active><errorConditionFormula>Amount &lt; 0</errorConditionFormula><errorMessage>${name}</errorMessage></ValidationRule>`;
  deployFiles(rig, {
    'objects/Opportunity/validationRules/One.validationRule-meta.xml': rule('One'),
    'objects/Opportunity/validationRules/Two.validationRule-meta.xml': rule('Two'),
  });

  const several = connect('66.0').sobject('Contact').upsert({ LastName: 'C', Email: 'a@example.com' }, 'Email');
  await expect(several).rejects.toMatchObject({ errorCode: 'MULTIPLE_CHOICES' });
  const broken = connect('66.0')
    .sobject('Opportunity')
    .create(aDeal({ Amount: -1 }));
  await expect(broken).rejects.toMatchObject({
    errorCode: 'MULTIPLE_API_ERRORS',
    data: [{ message: 'One' }, { message: 'Two' }],
  });
  const old = await connect('45.0')
    .sobject('Account')
    .upsert({ Name: 'Acme NV', [KEY]: 'k1' }, KEY);

  expect(old).toEqual({ success: true, errors: [] });
});
