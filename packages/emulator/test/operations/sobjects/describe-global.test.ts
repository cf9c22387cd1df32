import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('lists the objects of this org, custom ones with key prefixes of their own', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });

  const { body } = await rig.call('GET', '/sobjects');

  const { sobjects } = body as { sobjects: { name: string; keyPrefix: string; urls: { describe: string } }[] };
  const byName = new Map(sobjects.map((object) => [object.name, object]));
  expect(byName.get('Account')?.keyPrefix).toBe('001');
  expect(byName.get('Engagement__c')?.keyPrefix).toBe('a00');
  expect(byName.get('Region__c')?.keyPrefix).toBe('a01');
  expect(byName.get('Region__c')?.urls.describe).toBe('/services/data/v66.0/sobjects/Region__c/describe');
});

it('has no ContentNote while Notes are disabled', async () => {
  await using rig = await createEmulatorRig();
  rig.emulator.setNotesEnabled(false);

  const { body } = await rig.call('GET', '/sobjects');

  const names = (body as { sobjects: { name: string }[] }).sobjects.map((object) => object.name);
  expect(names).toContain('ContentDocument');
  expect(names).not.toContain('ContentNote');
  expect((await rig.call('POST', '/sobjects/ContentNote', { Title: 'x' })).status).toBe(404);
});

it('answers 304 when nothing changed since', async () => {
  await using rig = await createEmulatorRig();
  const modified = (await rig.call('GET', '/sobjects')).headers.get('last-modified') ?? '';

  const answer = await rig.call('GET', '/sobjects', undefined, { 'if-modified-since': modified });

  expect(answer.status).toBe(304);
  expect(answer.headers.get('sforce-limit-info')).toBe('api-usage=2/100000');
});
