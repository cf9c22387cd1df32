// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { describe, expect, it } from 'vitest';
import { createAccessRig } from '../../access/access-rig.ts';
import { createEmulatorRig, type EmulatorRig } from '../../emulator-rig.ts';
import { deployFiles } from '../../metadata/deploy-files.ts';

interface Found {
  readonly searchRecords: {
    readonly attributes: { readonly type: string };
    readonly Id?: string;
    readonly Name?: string;
  }[];
}

async function aRigWithRecords(): Promise<EmulatorRig & { search(sosl: string): Promise<string[]> }> {
  const rig = await createEmulatorRig();
  await rig.create('Account', {
    Name: 'Acme Import Company',
    Phone: '(336) 222-7000',
    Website: 'https://acme.example',
  });
  await rig.create('Account', { Name: 'Globex', Description: 'Once bought from Acme.' });
  await rig.create('Account', { Name: 'Acmeville Bakery', Site: 'Straße 5' });
  await rig.create('Contact', { FirstName: 'Joe', LastName: 'Smith', Email: 'joe@acme.example' });
  await rig.create('Contact', { FirstName: 'Joe', LastName: 'Smythe', Phone: '336 111' });
  return Object.assign(rig, {
    async search(sosl: string) {
      const { status, body } = await rig.call('GET', `/search?q=${encodeURIComponent(sosl)}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body as Found).searchRecords.map(({ attributes, Name }) => `${attributes.type} ${Name ?? ''}`.trim());
    },
  });
}

const NAMES = 'RETURNING Account(Name), Contact(Name)';

describe('SOSL', () => {
  it.each([
    ['whole words', 'FIND {acme} RETURNING Account(Name)', ['Account Acme Import Company', 'Account Globex']],
    [
      'wildcards',
      'FIND {acme*} IN NAME FIELDS RETURNING Account(Name)',
      ['Account Acme Import Company', 'Account Acmeville Bakery'],
    ],
    ['one unknown character', `FIND {Sm?th} IN NAME FIELDS ${NAMES}`, ['Contact Joe Smith']],
    ['all of several words', `FIND {joe smythe} ${NAMES}`, ['Contact Joe Smythe']],
    [
      'either',
      `FIND {"Joe Smith" OR "Joe Smythe"} IN NAME FIELDS ${NAMES}`,
      ['Contact Joe Smith', 'Contact Joe Smythe'],
    ],
    ['one without the other', `FIND {joe AND NOT smythe} ${NAMES}`, ['Contact Joe Smith']],
    ['parentheses', `FIND {joe AND (smith OR nobody)} ${NAMES}`, ['Contact Joe Smith']],
    ['phrases only in order', `FIND {"Smith Joe"} ${NAMES}`, []],
    [
      'signs that are meant',
      String.raw`FIND {\(336\)} IN PHONE FIELDS ${NAMES}`,
      ['Account Acme Import Company', 'Contact Joe Smythe'],
    ],
    ['e-mail addresses', `FIND {joe@acme.example} IN EMAIL FIELDS ${NAMES}`, ['Contact Joe Smith']],
    ['words beyond ASCII', 'FIND {STRASSE} RETURNING Account(Name)', []],
    [
      'words beyond ASCII, without regard to case',
      'FIND {straße} RETURNING Account(Name)',
      ['Account Acmeville Bakery'],
    ],
    ['filtered', "FIND {acme} RETURNING Account(Name WHERE Name LIKE 'G%')", ['Account Globex']],
    [
      'sorted and cut',
      'FIND {acme*} RETURNING Account(Name ORDER BY Name DESC LIMIT 2 OFFSET 1)',
      ['Account Acmeville Bakery', 'Account Acme Import Company'],
    ],
    [
      'limited evenly',
      `FIND {joe OR acme*} ${NAMES} LIMIT 3`,
      ['Account Acme Import Company', 'Account Globex', 'Contact Joe Smith'],
    ],
    ['keywords as words', `FIND {returning} ${NAMES}`, []],
  ])('finds %s', async (_, sosl, found) => {
    await using rig = await aRigWithRecords();

    expect(await rig.search(sosl)).toEqual(found);
  });

  it('answers with ids of every object where none is named, and as a list before version 37', async () => {
    await using rig = await aRigWithRecords();
    const q = encodeURIComponent('FIND {Smythe}');

    const { body } = await rig.call('GET', `/search?q=${q}`);
    const old = await rig.call('GET', `/services/data/v36.0/search?q=${q}`);

    const [record] = (body as Found).searchRecords;
    expect(JSON.stringify(body)).toBe(
      `{"searchRecords":[{"attributes":{"type":"Contact","url":"/services/data/v66.0/sobjects/Contact/${record?.Id}"},"Id":"${record?.Id}"}]}`,
    );
    expect(old.body).toMatchObject([{ Id: record?.Id }]);
  });

  it.each([
    ['', 400, 'MALFORMED_SEARCH'],
    ['FIND acme', 400, 'MALFORMED_SEARCH'],
    ['FIND {acme} RETURNING', 400, 'MALFORMED_SEARCH'],
    ['FIND {acme AND} RETURNING Account', 400, 'MALFORMED_SEARCH'],
    ['FIND {a} RETURNING Account', 400, 'INVALID_SEARCH'],
    ['FIND {acme} RETURNING Xyzzy', 400, 'INVALID_TYPE'],
    ['FIND {acme} RETURNING Account(Xyzzy)', 400, 'INVALID_FIELD'],
    ['FIND {acme} RETURNING OpportunityContactRole', 400, 'INVALID_TYPE_FOR_OPERATION'],
    ['FIND {acme} IN SIDEBAR FIELDS', 501, 'NOT_EMULATED'],
    ['FIND {acme} RETURNING Account WITH HIGHLIGHT', 501, 'NOT_EMULATED'],
  ])('%s is answered with %i', async (sosl, status, errorCode) => {
    await using rig = await createEmulatorRig();

    const answer = await rig.call('GET', `/search?q=${encodeURIComponent(sosl)}`);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  it('serves jsforce', async () => {
    await using rig = await aRigWithRecords();
    const connection = new Connection({ instanceUrl: rig.emulator.url, accessToken: rig.accessToken, version: '66.0' });

    const { searchRecords } = await connection.search('FIND {smi*} IN ALL FIELDS RETURNING Contact(Id, Name)');

    expect(searchRecords).toMatchObject([{ attributes: { type: 'Contact' }, Name: 'Joe Smith' }]);
  });
});

it('SOSL finds nothing by fields that the caller cannot see, nor by formulas that show them', async () => {
  await using rig = await createAccessRig({});
  const field = (name: string, definition: string): string =>
    `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${definition}</CustomField>`;
  deployFiles(rig, {
    'objects/Account/fields/Secret__c.field-meta.xml': field('Secret__c', '<length>60</length><type>Text</type>'),
    'objects/Account/fields/Shown__c.field-meta.xml': field(
      'Shown__c',
      '<formula>Secret__c &amp; " shown"</formula><type>Text</type>',
    ),
    'permissionsets/Reader.permissionset-meta.xml': `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
      <fieldPermissions><editable>false</editable><field>Account.Shown__c</field><readable>true</readable></fieldPermissions>
      <label>Reader</label><objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete>
      <allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords>
      <object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`,
  });
  await rig.create('Account', { Name: 'Acme', Secret__c: 'xylophone' });
  const user = rig.user({ permissionSets: ['Reader'] });

  const ofUser = await user.call('GET', `/search?q=${encodeURIComponent('FIND {xylophone}')}`);
  const ofAdministrator = await rig.call('GET', `/search?q=${encodeURIComponent('FIND {xylophone}')}`);
  const byFormula = await rig.call('GET', `/search?q=${encodeURIComponent('FIND {shown}')}`);
  const row = await user.query('SELECT Shown__c FROM Account');

  expect((ofUser.body as Found).searchRecords).toEqual([]);
  expect((ofAdministrator.body as Found).searchRecords).toHaveLength(1);
  expect((byFormula.body as Found).searchRecords).toEqual([]);
  expect(row.body).toMatchObject({ records: [{ Shown__c: 'xylophone shown' }] });
});
