import { expect, it } from 'vitest';
import { base64, createEmulatorRig } from '../../emulator-rig.ts';

it('gives the bytes of a note and of a file, whose rows hold a URL', async () => {
  await using rig = await createEmulatorRig();
  const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>Café ☕</p>') });
  const file = await rig.create('ContentVersion', { PathOnClient: 'a.txt', VersionData: base64('plain') });

  const row = await rig.call('GET', `/sobjects/ContentNote/${note}?fields=Content`);
  const html = await rig.call('GET', `/sobjects/ContentNote/${note}/Content`);
  const text = await rig.call('GET', `/sobjects/ContentVersion/${file}/VersionData`);

  expect(row.body).toMatchObject({ Content: `/services/data/v66.0/sobjects/ContentNote/${note}/Content` });
  expect(html.body).toBe('<p>Café ☕</p>');
  expect(text.body).toBe('plain');
});

it('answers 501 for a field that is no blob, and 404 for a note that is not there', async () => {
  await using rig = await createEmulatorRig();

  expect((await rig.call('GET', '/sobjects/Account/001000000000001AAA/Name')).status).toBe(501);
  expect((await rig.call('GET', '/sobjects/ContentNote/069000000000001AAA/Content')).status).toBe(404);
});
