import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';
import { layoutXml } from './layout-files.ts';

const NAME = 'layouts/Opportunity-Enterprise.layout-meta.xml';
const OTHER = 'layouts/Opportunity-Opportunity Layout.layout-meta.xml';

function profileXml(inner: string): Record<string, string> {
  return {
    'profiles/Admin.profile-meta.xml': `<Profile xmlns="http://soap.sforce.com/2006/04/metadata">${inner}</Profile>`,
  };
}

async function headingFor(rig: EmulatorRig, recordTypeId: string): Promise<unknown> {
  const { body } = await rig.call('GET', `/ui-api/layout/Opportunity?mode=Create&recordTypeId=${recordTypeId}`);
  return (body as { sections: { heading: string }[] }).sections[0]?.heading;
}

it('shows each record type the layout that the profile has for it', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const [enterprise] = rig.emulator.records('RecordType');
  deployFiles(rig, {
    [NAME]: layoutXml({ Enterprise: [['!Name']] }),
    [OTHER]: layoutXml({ Usual: [['!Name']] }),
    ...profileXml(
      '<layoutAssignments><layout>Opportunity-Enterprise</layout><recordType>Opportunity.Enterprise</recordType></layoutAssignments>',
    ),
  });

  expect(await headingFor(rig, String(enterprise?.['Id']))).toBe('Enterprise');
  expect(await headingFor(rig, '012000000000000AAA')).toBe('Usual');
});

it.each([
  [
    'a layout that is not there',
    '<layoutAssignments><layout>Account-Nothing</layout></layoutAssignments>',
    'no layout Account-Nothing',
  ],
  ['a login flow', '<loginFlows><flow>Welcome</flow><friendlyname>Welcome</friendlyname></loginFlows>', 'loginFlows'],
])('refuses a profile with %s', async (_, inner, problem) => {
  await using rig = await createEmulatorRig();

  expect(() => deployFiles(rig, profileXml(inner))).toThrow(problem);
});
