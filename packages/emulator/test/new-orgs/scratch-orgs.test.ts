import { expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';

const devHub = { org: { kind: 'production', devHub: true } } as const;

it('makes the org that a row asks for', async () => {
  await using rig = await createEmulatorRig(devHub);

  const id = await rig.create('ScratchOrgInfo', { OrgName: 'uman', Edition: 'Developer', DurationDays: 3 });
  const { body } = await rig.call('GET', `/sobjects/ScratchOrgInfo/${id}`);

  const info = body as Record<string, string>;
  const org = rig.emulator.orgs[1];
  expect(id).toMatch(/^2SR/);
  expect(info).toMatchObject({ Status: 'Active', SignupUsername: org?.admin.username, LoginUrl: rig.emulator.url });
  expect(org?.org).toMatchObject({ kind: 'scratch', name: 'uman', parentOrgId: rig.emulator.org.id });
  expect(org?.org.id.slice(0, 15)).toBe(info['ScratchOrg']);
});

it('says by its code why there is none', async () => {
  await using rig = await createEmulatorRig(devHub);

  const id = await rig.create('ScratchOrgInfo', { Username: rig.emulator.admin.username });
  const { body } = await rig.call('GET', `/sobjects/ScratchOrgInfo/${id}`);

  expect(body).toMatchObject({ Status: 'Error', ErrorCode: 'C-1007' });
  expect(rig.emulator.orgs).toHaveLength(1);
});

it('is not there where Dev Hub is off', async () => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', '/query?q=SELECT+Id+FROM+ScratchOrgInfo+LIMIT+1');

  expect(answer.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
});
