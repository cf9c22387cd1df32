import { describe, expect, it } from 'vitest';
import { packageXml } from '../operations/metadata/metadata-rig.ts';
import { createPackagingRig, type PackagingRig } from './packaging-rig.ts';

const extension = {
  'package.xml': packageXml({ CustomField: ['acme__Region__c.Size__c'] }),
  'objects/acme__Region__c.object': `<CustomObject><fields><fullName>Size__c</fullName><label>Size</label>
    <length>20</length><type>Text</type></fields></CustomObject>`,
};

/** A base package and one that adds a field to its object. */
async function createBoth(rig: PackagingRig): Promise<{ base: string; later: string; more: string }> {
  const basePackage = await rig.createPackage();
  const base = await rig.createReleased(basePackage);
  const later = await rig.createReleased(basePackage, { versionNumber: '1.1.0.NEXT', ancestorId: base });
  const morePackage = await rig.createPackage({ Name: 'More', NamespacePrefix: 'more' });
  const more = await rig.createReleased(morePackage, { files: extension, dependencies: [base] });
  return { base, later, more };
}

describe('a package that depends on another', () => {
  it('is refused until that is installed, and will have a later version of it', async () => {
    await using rig = await createPackagingRig();
    const { later, more } = await createBoth(rig);
    const org = rig.emulator.createOrg({ kind: 'production' });

    const refused = await rig.install(org, more);
    await rig.install(org, later);
    const installed = await rig.install(org, more);

    expect(refused).toMatchObject({
      Status: 'ERROR',
      Errors: {
        errors: [
          {
            message:
              "Invalid Upgrade. The package you're installing depends on package 'Regions', version '1.0'. " +
              "Install package 'Regions' in the target org before you install package 'More'.",
          },
        ],
      },
    });
    expect(installed).toMatchObject({ Status: 'SUCCESS' });
  });

  it('keeps the other from being uninstalled, and goes alone', async () => {
    await using rig = await createPackagingRig();
    const { base, more } = await createBoth(rig);
    const org = rig.emulator.createOrg({ kind: 'production' });
    await rig.install(org, base);
    await rig.install(org, more);

    const kept = await rig.uninstall(org, base);
    const gone = await rig.uninstall(org, more);
    const object = org.records('acme__Region__c');
    const last = await rig.uninstall(org, base);

    expect([kept, gone, last].map(({ Status }) => Status)).toEqual(['Error', 'Success', 'Success']);
    expect(object).toEqual([]);
    expect(() => org.records('acme__Region__c')).toThrow('acme__Region__c');
  });

  it('cannot become a version while what it names first needs something else', async () => {
    await using rig = await createPackagingRig();
    const { more } = await createBoth(rig);
    const packageId = await rig.createPackage({ Name: 'Most', NamespacePrefix: 'most' });

    const request = await rig.createVersion(packageId, { dependencies: [more] });
    const errors = await rig.toolingQuery(rig.emulator, 'SELECT Message FROM Package2VersionCreateRequestError');

    expect(request.Status).toBe('Error');
    expect(errors).toMatchObject([
      {
        Message:
          `An error occurred while trying to install a package dependency, ID ${more}: The package you're installing ` +
          "depends on package 'Regions', version '1.0'. Install package 'Regions' in the target org before you install " +
          "package 'More'.",
      },
    ]);
  });

  it('shares a namespace with another of its Dev Hub, and is uninstalled by itself', async () => {
    await using rig = await createPackagingRig();
    const base = await rig.createReleased(await rig.createPackage());
    const files = {
      'package.xml': packageXml({ CustomObject: ['Depot__c'] }),
      'objects/Depot__c.object':
        '<CustomObject><label>Depot</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
    };
    const other = await rig.createReleased(await rig.createPackage({ Name: 'Depots' }), { files });
    const org = rig.emulator.createOrg({ kind: 'production' });

    await rig.install(org, base);
    const second = await rig.install(org, other);
    await rig.uninstall(org, base);

    expect(second).toMatchObject({ Status: 'SUCCESS' });
    expect(org.records('acme__Depot__c')).toEqual([]);
    expect(() => org.records('acme__Region__c')).toThrow('acme__Region__c');
  });
});

it('uninstalls a package without a namespace, and nothing else', async () => {
  await using rig = await createPackagingRig();
  const packageId = await rig.createPackage({ NamespacePrefix: null, ContainerOptions: 'Unlocked' });
  const id = await rig.createReleased(packageId);
  const org = rig.emulator.createOrg({ kind: 'production' });
  await rig.install(org, id);
  const before = org.records('Region__c');

  const request = await rig.uninstall(org, id);

  expect(before).toEqual([]);
  expect(request).toMatchObject({ Status: 'Success' });
  expect(() => org.records('Region__c')).toThrow('Region__c');
  expect(org.records('Account')).toEqual([]);
});
