import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';
import { createSfRig, type SfRig } from './sf-rig.ts';

const SLOW = { timeout: 120_000 };

let org: EmulatorRig;
let cli: SfRig;
beforeAll(async () => {
  org = await createEmulatorRig({ install: [salesMetadata] });
  cli = createSfRig();
  const instance = org.emulator.url.replace('127.0.0.1', 'localhost');
  const command = ['org', 'login', 'access-token', '--instance-url', instance, '--no-prompt', '--set-default'];
  await cli.sf(command, { SF_ACCESS_TOKEN: org.accessToken });
}, SLOW.timeout);
afterAll(async () => {
  await org.emulator.close();
  cli[Symbol.dispose]();
});

const sf = (command: string, ...further: readonly string[]) => cli.sf([...command.split(' '), ...further]);
const write = (name: string, text: string): void => writeFileSync(join(cli.directory, name), text);

/** What a command that fails exits with, and the JSON that it prints. */
async function failure(command: string): Promise<{ readonly exitCode: unknown; readonly name: unknown }> {
  const error = await sf(command).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  const printed = /^\{[^]*?^\}/m.exec(error?.message ?? '')?.[0] ?? '{}';
  const { name } = JSON.parse(printed) as { name?: unknown };
  return { exitCode: (error?.cause as { code?: unknown } | undefined)?.code, name };
}

describe('bulk jobs of the sf CLI', () => {
  it('upsert, update and delete', SLOW, async () => {
    const gone = await org.create('Account', { Name: 'Gone' });
    const kept = await org.create('Account', { Name: 'Kept' });
    write('upsert.csv', 'Source_Key__c,Name\nb1,One\nb2,Two\n');
    write('update.csv', `Id,Name\n${kept},Kept on\n`);
    write('delete.csv', `Id\n${gone}\n`);

    const upserted = await sf('data upsert bulk -f upsert.csv -s Account -i Source_Key__c --wait 1 --line-ending LF');
    const [updated, deleted, hard] = await Promise.all([
      sf('data update bulk -f update.csv -s Account --wait 1 --line-ending LF'),
      sf('data delete bulk -f delete.csv -s Account --wait 1 --line-ending LF'),
      failure('data delete bulk -f delete.csv -s Account --hard-delete --wait 1 --line-ending LF'),
    ]);

    expect(upserted.result).toMatchObject({ jobInfo: { state: 'JobComplete', numberRecordsFailed: 0 } });
    expect(updated.result).toMatchObject({ processedRecords: 1, successfulRecords: 1, failedRecords: 0 });
    expect(deleted.result).toMatchObject({ records: { successfulResults: [{ sf__Id: gone }] } });
    // What the CLI makes of FEATURENOTENABLED, of which it knows that a permission is missing.
    expect(hard).toEqual({ exitCode: 1, name: 'HardDeletePermissionError' });
    const names = new Set(org.emulator.records('Account').map(({ Name }) => Name));
    expect(names).toEqual(new Set(['Kept on', 'One', 'Two']));
  });

  it('can be left and taken up again', SLOW, async () => {
    write('import.csv', 'LastName\nDoe\nRoe\n');

    const [imported, exported] = await Promise.all([
      sf('data import bulk -f import.csv -s Contact --line-ending LF'),
      sf('data export bulk --output-file users.csv --query', 'SELECT Id, Username FROM User'),
    ]);
    const [resumed, read] = await Promise.all([
      sf(`data import resume --job-id ${String(imported.result['jobId'])} --wait 1`),
      sf(`data export resume --job-id ${String(exported.result['jobId'])}`),
    ]);

    expect(resumed.result).toMatchObject({ processedRecords: 2, failedRecords: 0 });
    expect(read.result).toMatchObject({ totalSize: 1, filePath: 'users.csv' });
    expect(readFileSync(join(cli.directory, 'users.csv'), 'utf8')).toContain(org.emulator.admin.username);
  });
});

describe('what else the sf CLI reads and writes', () => {
  it('files, records, lists of objects and of metadata, and any resource', SLOW, async () => {
    const id = await org.create('Account', { Name: 'Lone' });
    write('file.txt', 'hello');

    const file = await sf('data create file --file file.txt --title Greeting --parent-id', id);
    const [record, objects] = await Promise.all([
      sf('data get record -s Account --where Name=Lone'),
      sf('sobject list --sobject custom'),
    ]);
    const [counts, metadata] = await Promise.all([
      sf('org list sobject record-counts --sobject Account'),
      sf('org list metadata --metadata-type CustomObject'),
    ]);
    const [types, answer, missing] = await Promise.all([
      sf('org list metadata-types'),
      sf('api request rest /services/data/v66.0/limits'),
      failure('data get record -s Account -i 001000000000001AAA'),
    ]);

    expect(file.result).toMatchObject({ Title: 'Greeting', FileExtension: 'txt' });
    expect(org.emulator.records('ContentDocumentLink').map((link) => link['LinkedEntityId'])).toContain(id);
    expect(record.result).toMatchObject({ Id: id, attributes: { type: 'Account' } });
    expect(objects.result).toEqual(['Engagement__c', 'Region__c']);
    expect(counts.result).toEqual([{ name: 'Account', count: org.emulator.count('Account') }]);
    expect(metadata.result).toContainEqual(expect.objectContaining({ fullName: 'Region__c', type: 'CustomObject' }));
    expect(types.result['metadataObjects']).toContainEqual(expect.objectContaining({ xmlName: 'PermissionSet' }));
    expect(answer.result).toMatchObject({ statusCode: 200, body: { DailyApiRequests: { Max: 100_000 } } });
    expect(missing).toEqual({ exitCode: 1, name: 'NOT_FOUND' });
  });
});
