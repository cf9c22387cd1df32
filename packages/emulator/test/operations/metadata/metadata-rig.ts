// oxlint-disable-next-line no-restricted-imports -- the client itself is under test here
import { Connection } from 'jsforce';
import { strToU8, zipSync } from 'fflate';
import type { EmulatorRig } from '../../emulator-rig.ts';

/** jsforce, which polls quickly. */
export function metadataClient({ emulator, accessToken }: Pick<EmulatorRig, 'emulator' | 'accessToken'>): Connection {
  const connection = new Connection({ instanceUrl: emulator.url, accessToken, version: '66.0' });
  connection.metadata.pollInterval = 1;
  return connection;
}

/** An archive in metadata format. */
export function archive(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))));
}

/** @param members full names by type */
export function packageXml(members: Readonly<Record<string, readonly string[]>>): string {
  const types = Object.entries(members).map(
    ([name, names]) =>
      `<types>${names.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>66.0</version></Package>`;
}

export const regionObject = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <fields>
        <fullName>Code__c</fullName>
        <externalId>true</externalId>
        <label>Code &amp; name</label>
        <length>20</length>
        <type>Text</type>
        <unique>true</unique>
    </fields>
    <label>Region</label>
    <nameField>
        <label>Region Name</label>
        <type>Text</type>
    </nameField>
    <pluralLabel>Regions</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>
</CustomObject>
`;

/** A custom object with one field. */
export const regionArchive = {
  'package.xml': packageXml({ CustomObject: ['Region__c'], CustomField: ['Region__c.Code__c'] }),
  'objects/Region__c.object': regionObject,
};

/** Posts an archive to the REST resource; it is not waited for. @returns the id of the deployment and its first state */
export async function postArchive(
  { emulator, accessToken }: Pick<EmulatorRig, 'emulator' | 'accessToken'>,
  files: Readonly<Record<string, string>>,
): Promise<{ id: string; deployResult: { status: string; done: boolean } }> {
  const form = new FormData();
  const options = new Blob([JSON.stringify({ deployOptions: { rollbackOnError: true } })], {
    type: 'application/json',
  });
  form.append('entity_content', options);
  form.append('file', new Blob([new Uint8Array(archive(files))], { type: 'application/zip' }), 'package.zip');
  const response = await fetch(`${emulator.url}/services/data/v66.0/metadata/deployRequest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: form,
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string; deployResult: { status: string; done: boolean } };
}
