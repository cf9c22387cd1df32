import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../../emulator-rig.ts';

const AT = '2026-05-06T09:49:20Z';
const BEFORE = 'Wed, 06 May 2026 09:49:19 GMT';
const THEN = 'Wed, 06 May 2026 09:49:20 GMT';

const aRig = (): Promise<EmulatorRig> => createEmulatorRig({ clock: () => new Date(AT) });

describe('reading a record', () => {
  it('gives a tag of an account, and when the record was last changed', async () => {
    await using rig = await aRig();
    const account = await rig.create('Account', { Name: 'A' });
    const contact = await rig.create('Contact', { LastName: 'C' });

    const one = await rig.call('GET', `/sobjects/Account/${account}`);
    const other = await rig.call('GET', `/sobjects/Contact/${contact}`);

    expect(one.headers.get('etag')).toMatch(/^"[A-Za-z0-9+/]{43}="$/);
    expect(other.headers.get('etag')).toBeNull();
    expect(other.headers.get('last-modified')).toBe('Wed, 6 May 2026 09:49:20 GMT');
  });

  it('answers 304 when nothing has changed, by tag or by time', async () => {
    await using rig = await aRig();
    const id = await rig.create('Account', { Name: 'A' });
    const get = async (headers: Record<string, string>): Promise<number> =>
      (await rig.call('GET', `/sobjects/Account/${id}`, undefined, headers)).status;
    const tag = (await rig.call('GET', `/sobjects/Account/${id}`)).headers.get('etag') ?? '';

    expect(await get({ 'if-none-match': `"other", ${tag.replace(/"$/, '--gzip"')}` })).toBe(304);
    expect(await get({ 'if-none-match': '"other"' })).toBe(200);
    expect(await get({ 'if-modified-since': THEN })).toBe(304);
    expect(await get({ 'if-modified-since': BEFORE })).toBe(200);
    expect(await get({ 'if-match': '"other"' })).toBe(412);
    expect(await get({ 'if-unmodified-since': BEFORE })).toBe(412);
    expect(await get({ 'if-modified-since': 'yesterday' })).toBe(200);
  });

  it('answers HEAD with the headers alone', async () => {
    await using rig = await aRig();
    const id = await rig.create('Account', { Name: 'A' });

    const row = await rig.call('HEAD', `/sobjects/Account/${id}`);
    const described = await rig.call('HEAD', '/sobjects/Account/describe');

    expect([row.status, row.body, described.status, described.body]).toEqual([200, undefined, 200, undefined]);
    expect(described.headers.get('etag')).toMatch(/^"[0-9a-f]{8}"$/);
    expect((await rig.call('HEAD', '/limits')).status).toBe(501);
  });
});

describe('updating a record', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['an account whose tag does not match', 'Account', { 'if-match': '"other"' }, 412],
    ['an account whose tag is any', 'Account', { 'if-match': '*' }, 204],
    ['an account that must not be any', 'Account', { 'if-none-match': '*' }, 412],
    ['a record that was changed since', 'Contact', { 'if-unmodified-since': BEFORE }, 412],
    ['a record that was not', 'Contact', { 'if-unmodified-since': THEN }, 204],
    ['a contact by a tag, which has no effect', 'Contact', { 'if-match': '"other"' }, 204],
    ['an account by what is no tag', 'Account', { 'if-match': 'nonsense' }, 400],
    ['a record by what is no time', 'Contact', { 'if-unmodified-since': 'yesterday' }, 400],
  ])('%s', async (_, object, headers, expected) => {
    await using rig = await aRig();
    const id = await rig.create(object, object === 'Account' ? { Name: 'A' } : { LastName: 'C' });

    const { status } = await rig.call('PATCH', `/sobjects/${object}/${id}`, { Phone: '1' }, headers);

    expect(status).toBe(expected);
    expect(rig.emulator.records(object)[0]?.['Phone']).toBe(expected === 204 ? '1' : null);
  });
});

it('conditions on DELETE and by external id are answered 501', async () => {
  await using rig = await aRig();
  const id = await rig.create('Account', { Name: 'A' });

  expect((await rig.call('DELETE', `/sobjects/Account/${id}`, undefined, { 'if-match': '*' })).status).toBe(501);
  expect(rig.emulator.count('Account')).toBe(1);
});
