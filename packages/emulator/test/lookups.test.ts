import { expect, it } from 'vitest';
import { createOrg } from '../src/org/create-org.ts';
import { quote } from '../src/schema/prepare-table.ts';

it('finds by an index what a delete, an upsert or a unique check looks for', () => {
  const { org, close } = createOrg({
    data: undefined,
    clock: () => new Date(),
    url: () => 'http://127.0.0.1',
    dailyApiRequests: 1,
    admin: { username: 'admin@uman.test', password: 'x' },
  });

  const scanned = org.schema.objects().flatMap((object) =>
    [...object.fields.values()]
      .filter(
        (field) =>
          field.unique === true ||
          field.externalId === true ||
          (field.type === 'reference' && field.createable && !field.referenceTo?.includes('User')),
      )
      .filter((field) => {
        const [step] = org.database
          .prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${quote(object.name)} WHERE ${quote(field.name)} = ?`)
          .all('x');
        return !String(step?.['detail']).startsWith('SEARCH');
      })
      .map((field) => `${object.name}.${field.name}`),
  );
  close();

  expect(scanned).toEqual([]);
});
