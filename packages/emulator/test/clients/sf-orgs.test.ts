import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSfProjectRig } from './sf-project-rig.ts';

/** Users of Standard User may read Write__c and its key. */
const profileXml = `<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <custom>false</custom>
    <fieldPermissions><editable>false</editable><field>Write__c.Object__c</field><readable>true</readable></fieldPermissions>
    <objectPermissions>
        <allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords><object>Write__c</object><viewAllRecords>false</viewAllRecords>
    </objectPermissions>
    <userLicense>Salesforce</userLicense>
</Profile>`;

it('makes a scratch org, deploys to it, and retrieves from it', { timeout: 240_000 }, async () => {
  await using rig = await createSfProjectRig({ org: { kind: 'production', devHub: true } });
  await rig.logIn(rig.emulator, 'hub');
  rig.write(
    'config/scratch.json',
    JSON.stringify({
      orgName: 'uman',
      edition: 'Developer',
      settings: { lightningExperienceSettings: { enableS1DesktopEnabled: true } },
    }),
  );
  rig.write('force-app/main/access/profiles/Standard.profile-meta.xml', profileXml);

  const scratch = await rig.sf(
    'org create scratch -v hub -f config/scratch.json --no-namespace --alias rc1 --wait 5 --duration-days 1',
  );
  const validated = await rig.sf(
    'project deploy validate -d force-app/main -o rc1 --test-level RunLocalTests --wait 5',
  );
  const quick = await rig.sf(`project deploy quick -i ${(validated.result as { id: string }).id} -o rc1`);
  const deployed = await rig.sf('project deploy start -d force-app/unpackaged -o rc1 --wait 5');
  const assigned = await rig.sf('org assign permset -n uman_Integration -o rc1');
  const [retrieved, opened] = await Promise.all([
    // A quick deployment is no change that the CLI knows to be its own.
    rig.sf('project retrieve start -m CustomObject:Write__c Profile:Standard -o rc1 --wait 5 --ignore-conflicts'),
    rig.sf('org open --url-only -o rc1'),
  ]);

  const { orgId, username } = scratch.result as { orgId: string; username: string };
  const org = rig.emulator.orgs.find((candidate) => candidate.org.id === orgId);
  expect(org).toMatchObject({ org: { kind: 'scratch', name: 'uman' }, admin: { username } });
  expect(validated.result).toMatchObject({ success: true, checkOnly: true });
  expect(quick.result).toMatchObject({ success: true, checkOnly: false });
  expect(deployed.result).toMatchObject({ success: true, numberComponentErrors: 0 });
  expect(assigned.result).toMatchObject({ failures: [] });
  expect(retrieved.result).toMatchObject({ success: true });
  const files = (retrieved.result as { files: { fullName: string }[] }).files.map(({ fullName }) => fullName);
  expect(files).toEqual(expect.arrayContaining(['Write__c', 'Write__c.Key__c', 'Standard']));
  const profile = rig.read('force-app/main/access/profiles/Standard.profile-meta.xml');
  expect(profile).toContain('<object>Write__c</object>');
  expect(profile).toContain('<name>ApiEnabled</name>');
  expect(opened.result).toMatchObject({ url: expect.stringContaining('/secur/frontdoor.jsp') as string });
  expect(org?.count('Write__c')).toBe(0);
});

it('makes a sandbox and logs in to it as an app that is known there', { timeout: 240_000 }, async () => {
  await using rig = await createSfProjectRig({ org: { kind: 'production' } });
  const { emulator } = rig;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  rig.write('release.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const { clientId } = emulator.registerApp({
    name: 'release',
    redirectUris: ['http://localhost:1717/OauthRedirect'],
    certificate: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    permittedUsers: 'adminApproved',
    approvedProfiles: ['System Administrator'],
  });
  const url = emulator.url.replace('127.0.0.1', 'localhost');

  await rig.sf(
    `org login jwt --client-id ${clientId} --jwt-key-file release.pem --username ${emulator.admin.username} --instance-url ${url} --alias production`,
  );
  const logins = emulator.requests({ path: '/services/oauth2/token' }).map(({ status }) => status);
  const made = await rig.sf(
    'org create sandbox --target-org production --name rc1 --license-type Developer --alias rc1 --wait 5 --poll-interval 15 --no-prompt',
  );
  const asked = await rig.sf('data query -o rc1 -q', 'SELECT IsSandbox FROM Organization');

  expect(logins).toEqual([200]);
  expect(made.result).toMatchObject({
    Status: 'Completed',
    SandboxName: 'rc1',
    SandboxUsername: `${emulator.admin.username}.rc1`,
  });
  expect(asked.result).toMatchObject({ records: [{ IsSandbox: true }] });
});
