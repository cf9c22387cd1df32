import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from './emulator-rig.ts';

describe('_HttpMethod', () => {
  it('makes a POST a PATCH, for clients that cannot send one', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('Account', { Name: 'A' });

    const { status } = await rig.call('POST', `/sobjects/Account/${id}?_HttpMethod=PATCH`, { Name: 'B' });

    expect(status).toBe(204);
    expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'B' }]);
  });

  it('means nothing on other methods, and no other method', async () => {
    await using rig = await createEmulatorRig();

    expect((await rig.call('GET', '/limits?_HttpMethod=PATCH')).status).toBe(501);
    expect((await rig.call('POST', '/limits?_HttpMethod=BREW', {})).status).toBe(501);
  });
});

describe('a format behind the path', () => {
  it('may be .json, and is not emulated as .xml', async () => {
    await using rig = await createEmulatorRig();

    const json = await rig.call('GET', '/sobjects/Account/describe.json');
    const xml = await rig.call('GET', '/sobjects/Account/describe.xml');

    expect([json.status, xml.status]).toEqual([200, 501]);
  });
});

describe('Sforce-Call-Options: defaultNamespace', () => {
  it('completes names of objects and fields, in rows and in SOQL', async () => {
    await using rig = await createEmulatorRig({ install: [{ ...salesMetadata, namespace: 'uman' }] });
    const headers = { 'sforce-call-options': 'client=x, defaultNamespace=uman' };

    const created = await rig.call('POST', '/sobjects/Region__c', { Code__c: 'EMEA' }, headers);
    const found = await rig.call('GET', '/query?q=SELECT+Code__c+FROM+Region__c', undefined, headers);
    const without = await rig.call(
      'POST',
      '/sobjects/Region__c',
      { Code__c: 'APAC' },
      { 'sforce-call-options': 'client=x' },
    );

    expect(created.status).toBe(201);
    expect(found.body).toMatchObject({ totalSize: 1, records: [{ attributes: { type: 'uman__Region__c' } }] });
    expect(without.status).toBe(404);
  });
});

describe('a multipart message', () => {
  const message = (...parts: string[]): string => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`;
  const headers = { 'content-type': 'multipart/form-data; boundary="b"' };
  const file =
    'Content-Disposition: form-data; name="VersionData"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nplain';
  const fields =
    'Content-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n{"PathOnClient":"a.txt"}';

  it('brings the fields of a record and its file', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('POST', '/sobjects/ContentVersion', message(fields, file), headers);
    const { id } = body as { id: string };

    expect(status).toBe(201);
    expect((await rig.call('GET', `/sobjects/ContentVersion/${id}/VersionData`)).body).toBe('plain');
  });

  it('needs a part with the fields', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('POST', '/sobjects/ContentVersion', message(file), headers);

    expect(status).toBe(400);
    expect(body).toEqual([
      { message: 'Multipart message must include a non-binary part', errorCode: 'INVALID_MULTIPART_REQUEST' },
    ]);
  });
});
