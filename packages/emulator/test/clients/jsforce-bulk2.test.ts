import { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata, type EmulatorRig } from '../emulator-rig.ts';

let rig: EmulatorRig;
let connection: Connection;
beforeAll(async () => {
  rig = await createEmulatorRig({ install: [salesMetadata] });
  connection = new Connection({
    instanceUrl: rig.emulator.url,
    accessToken: rig.accessToken,
    version: '66.0',
  });
  connection.bulk2.pollInterval = 10;
});
afterAll(() => rig.emulator.close());

describe('jsforce bulk2', () => {
  it('inserts, and tells successes from failures', async () => {
    const { successfulResults, failedResults, unprocessedRecords } = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: [{ Name: 'A, with "quotes"', NumberOfEmployees: 3 }, { NumberOfEmployees: 4 }],
    });

    expect(successfulResults).toMatchObject([
      { sf__Created: 'true', Name: 'A, with "quotes"', NumberOfEmployees: '3' },
    ]);
    expect(failedResults).toMatchObject([
      { sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --' },
    ]);
    expect(unprocessedRecords).toEqual([]);
  });

  it('upserts, and hears why a job failed', async () => {
    const upsert = (input: Record<string, unknown>[]) =>
      connection.bulk2.loadAndWaitForResults({
        object: 'Account',
        operation: 'upsert',
        externalIdFieldName: 'Source_Key__c',
        input,
      });

    const first = await upsert([{ Source_Key__c: 'J1', Name: 'First' }]);
    const second = await upsert([{ Source_Key__c: 'J1', Name: 'Second' }]);

    expect(first.successfulResults).toMatchObject([{ sf__Created: 'true' }]);
    expect(second.successfulResults).toMatchObject([{ sf__Created: 'false' }]);
    await expect(upsert([{ Source_Key__c: 'J1', Nonsense: 'x' }])).rejects.toThrow(
      'Ingest job failed to complete due to: InvalidBatch : Field name not found : Nonsense',
    );
  });

  it('queries', async () => {
    const stream = await connection.bulk2.query(`SELECT Name FROM Account WHERE Name LIKE 'A,%'`);

    expect(await stream.toArray()).toEqual([{ Name: 'A, with "quotes"' }]);
  });
});
