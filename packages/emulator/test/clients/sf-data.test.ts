import { expect, it } from 'vitest';
import { createSfProjectRig } from './sf-project-rig.ts';

it('reads and writes records', { timeout: 240_000 }, async () => {
  await using rig = await createSfProjectRig({});
  const login = await rig.logIn(rig.emulator, 'dev');
  const created = await rig.sf('data create record -s Account -o dev -v', "Name='Acme NV'");
  const { id } = created.result as { id: string };
  await rig.sf(`data update record -s Account -i ${id} -o dev -v Website='https://acme.example'`);
  const [queried, display, described, limits] = await Promise.all([
    rig.sf('data query -o dev -q', 'SELECT Id, Name, Website FROM Account'),
    rig.sf('org display -o dev'),
    rig.sf('sobject describe -s Account -o dev'),
    rig.sf('org list limits -o dev'),
  ]);
  await rig.sf('data export tree -d data -o dev -q', 'SELECT Name FROM Account');
  const imported = await rig.sf('data import tree -f data/Account.json -o dev');
  await rig.sf(`data delete record -s Account -i ${id} -o dev`);

  expect(login.result).toMatchObject({ orgId: rig.emulator.org.id, username: rig.emulator.admin.username });
  expect(display.result).toMatchObject({ id: rig.emulator.org.id });
  expect(queried.result).toMatchObject({
    totalSize: 1,
    records: [{ Id: id, Name: 'Acme NV', Website: 'https://acme.example' }],
  });
  expect(described.result).toMatchObject({ name: 'Account', keyPrefix: '001' });
  expect(limits.result).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'DailyApiRequests' })]));
  expect(imported.result).toHaveLength(1);
  expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Acme NV', Website: null }]);
});
