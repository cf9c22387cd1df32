import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

function accounts(...names: (string | null)[]) {
  const rig = createQueryRig();
  for (const name of names) rig.insert('Account', { Name: name ?? 'none', Site: name });
  return rig;
}

describe('ORDER BY, LIMIT and OFFSET', () => {
  it.each([
    ['', [null, 'a', 'B', 'c']],
    ['ASC NULLS LAST', ['a', 'B', 'c', null]],
    ['DESC', [null, 'c', 'B', 'a']],
    ['DESC NULLS LAST', ['c', 'B', 'a', null]],
  ])('sorts text without regard to case, nothing first unless told otherwise: %s', (direction, sites) => {
    const rig = accounts('B', null, 'c', 'a');

    expect(rig.values(`SELECT Site FROM Account ORDER BY Site ${direction}`, 'Site')).toEqual(sites);
  });

  it('sorts a picklist by the order of its values', () => {
    const rig = createQueryRig();
    for (const StageName of ['Closed Won', 'Prospecting', 'Qualification'])
      rig.insert('Opportunity', { Name: StageName, StageName });

    expect(rig.values('SELECT Name FROM Opportunity ORDER BY StageName')).toEqual([
      'Prospecting',
      'Qualification',
      'Closed Won',
    ]);
  });

  it('sorts by a parent', () => {
    const rig = createQueryRig();
    const [zed, acme] = ['Zed', 'Acme'].map((Name) => rig.insert('Account', { Name }));
    rig.insert('Contact', { Name: 'of Zed', LastName: 'x', AccountId: zed ?? null });
    rig.insert('Contact', { Name: 'of Acme', LastName: 'x', AccountId: acme ?? null });

    expect(rig.values('SELECT Name FROM Contact ORDER BY Account.Name')).toEqual(['of Acme', 'of Zed']);
  });

  it('cuts a piece out', () => {
    const rig = accounts('a', 'b', 'c', 'd');

    expect(rig.query('SELECT Name FROM Account ORDER BY Name LIMIT 2 OFFSET 1')).toMatchObject({
      totalSize: 2,
      records: [{ Name: 'b' }, { Name: 'c' }],
    });
    expect(rig.query('SELECT COUNT() FROM Account LIMIT 3')).toEqual({ totalSize: 3, records: [] });
    expect(rig.refusal('SELECT Name FROM Account OFFSET 2001')).toEqual({
      code: 'NUMBER_OUTSIDE_VALID_RANGE',
      message: 'Maximum SOQL offset allowed is 2000',
    });
  });
});
