import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';

const input = { key: 'a', connectionId: 'c', priority: 'bulk', record: { fields: { Name: 'Acme', Amount: 1 } } };

describe('contentHash', () => {
  it('is the same whatever the order of names', async () => {
    const reordered = {
      record: { fields: { Amount: 1, Name: 'Acme' } },
      priority: 'bulk',
      connectionId: 'c',
      key: 'a',
    };

    expect(await contentHash('writeDeal', reordered)).toBe(await contentHash('writeDeal', input));
  });

  it('is the same for a field that was left out and one without a value', async () => {
    const undefinedField = { ...input, note: undefined };

    expect(await contentHash('writeDeal', undefinedField)).toBe(await contentHash('writeDeal', input));
  });

  it('does not count key, connection and priority', async () => {
    const elsewhere = { ...input, key: 'b', connectionId: 'd', priority: 'interactive', onProblem: 'fail' };

    expect(await contentHash('writeDeal', elsewhere)).toBe(await contentHash('writeDeal', input));
  });

  it.each([
    ['another value', { ...input, record: { fields: { Name: 'Acme', Amount: 2 } } }],
    ['a value of another type', { ...input, record: { fields: { Name: 'Acme', Amount: '1' } } }],
    ['null instead of nothing', { ...input, record: { fields: { Name: 'Acme', Amount: 1, X__c: null } } }],
  ])('differs for %s', async (_name, changed) => {
    expect(await contentHash('writeDeal', changed)).not.toBe(await contentHash('writeDeal', input));
  });

  it('keeps the order of lists', async () => {
    const links = (values: string[]) => ({ ...input, links: values });

    expect(await contentHash('writeDeal', links(['a', 'b']))).not.toBe(
      await contentHash('writeDeal', links(['b', 'a'])),
    );
  });

  it('differs for another workflow', async () => {
    expect(await contentHash('writeAccount', input)).not.toBe(await contentHash('writeDeal', input));
  });

  it('is SHA-256 in hex, and stays what it is: the ledger of every org holds it', async () => {
    expect(await contentHash('writeDeal', input)).toBe(
      '53e023479d99b2d9a1e3b281cbf295e111cd34719189d831a6ab1ce1c5d94fa3',
    );
  });
});
