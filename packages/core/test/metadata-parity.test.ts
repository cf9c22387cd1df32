import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { packageSchema, LEDGER_STATE_WRITTEN } from '../src/package-schema.ts';

const main = new URL('../../../force-app/main/', import.meta.url);
const objectFolder = new URL('ledger/objects/Write__c/fields/', main);

interface FieldXml {
  readonly fullName: string;
  readonly type: string;
  readonly length?: number;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly caseSensitive?: boolean;
  readonly valueSet?: { valueSetDefinition: { value: { fullName: string } | { fullName: string }[] } };
}

function parse(url: URL): unknown {
  return new XMLParser({ ignoreDeclaration: true }).parse(readFileSync(url, 'utf8'));
}

const fields = new Map(
  readdirSync(objectFolder).map((file) => {
    const { CustomField } = parse(new URL(file, objectFolder)) as { CustomField: FieldXml };
    return [CustomField.fullName, CustomField];
  }),
);
const source = packageSchema('');
const named = Object.values(source.fields).flat();

it('names exactly the fields that the package has', () => {
  expect([...named].sort()).toEqual([...fields.keys()].sort());
});

it('keys the ledger by a unique, case-sensitive External Id that every row has', () => {
  expect(fields.get(source.fields.key)).toMatchObject({
    type: 'Text',
    length: 255,
    unique: true,
    externalId: true,
    caseSensitive: true,
    required: true,
  });
});

it.each([
  [source.fields.connection, 54],
  [source.fields.operation, 40],
  [source.fields.object, 40],
  [source.fields.contentHash, 64],
  [source.fields.recordId, 18],
  [source.fields.noteId, 18],
  [source.fields.related, 10_000],
  ...source.fields.relatedIds.map((field): [string, number] => [field, 18]),
])('has room in %s for %i characters', (field, needed) => {
  expect(fields.get(field)?.length).toBeGreaterThanOrEqual(needed);
});

it('has the state that a row is written with', () => {
  const values = [fields.get(source.fields.state)?.valueSet?.valueSetDefinition.value].flat();

  expect(values.map((value) => value?.fullName)).toContain(LEDGER_STATE_WRITTEN);
});

describe('the permission set of the connected user', () => {
  const { PermissionSet } = parse(new URL('access/permissionsets/uman_Integration.permissionset-meta.xml', main)) as {
    PermissionSet: {
      fieldPermissions: { field: string; editable: boolean; readable: boolean }[];
      objectPermissions: { object: string; allowCreate: boolean; allowRead: boolean };
    };
  };

  it('may read and create rows', () => {
    expect(PermissionSet.objectPermissions).toMatchObject({
      object: source.object,
      allowCreate: true,
      allowRead: true,
    });
  });

  it('may write every field; a required one needs no permission and may have none', () => {
    const writable = PermissionSet.fieldPermissions.filter(({ editable, readable }) => editable && readable);
    const optional = named.filter((field) => fields.get(field)?.required !== true);

    expect(writable.map(({ field }) => field).sort()).toEqual(
      optional.map((field) => `${source.object}.${field}`).sort(),
    );
  });
});

it('carries the namespace on every name where the package is installed', () => {
  const installed = packageSchema('uman');

  expect(installed.object).toBe('uman__Write__c');
  expect(installed.fields.key).toBe('uman__Key__c');
  expect(installed.fields.relatedIds[0]).toBe('uman__Related_Id_01__c');
});
