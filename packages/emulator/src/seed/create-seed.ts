import { behaviorOf } from '../dml/behaviors.ts';
import { createRecord } from '../dml/create-record.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { Org } from '../org/org.ts';
import { SeedError } from './seed-error.ts';
import type { Seed, SeedReport } from './seed.ts';

/**
 * Creates the records one after the other, as a user of the org would, all or none.
 *
 * @throws SeedError naming the first record that is refused, and why
 */
export function createSeed(org: Org, userId: string, seed: Seed): SeedReport {
  const context: DmlContext = { org, userId, schema: org.schema, behaviorOf };
  const ids: Record<string, string> = {};
  org.transaction(() => {
    for (const [index, { object: name, ref, fields }] of seed.records.entries()) {
      const place = `record ${index + 1} (${name}${ref === undefined ? '' : ` "${ref}"`})`;
      const object = org.schema.object(name);
      if (!object) throw new SeedError(place, 'this org has no such object');
      if (ref !== undefined && ref in ids) throw new SeedError(place, `another record before it is called "${ref}"`);
      const body = withIds(fields, ids, place);
      const id = explained(place, () => createRecord(context, object, body));
      if (ref !== undefined) ids[ref] = id;
    }
  });
  return { created: seed.records.length, ids };
}

function withIds(
  fields: Seed['records'][number]['fields'],
  ids: Readonly<Record<string, string>>,
  place: string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value !== 'object' || value === null) return [name, value];
      const id = ids[value.ref];
      if (id === undefined)
        throw new SeedError(place, `its ${name} names "${value.ref}", which no record before it is called`);
      return [name, id];
    }),
  );
}

function explained<Result>(place: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof SalesforceApiError)
      throw new SeedError(place, `${cause.errorCode}: ${cause.message}`, { cause });
    if (cause instanceof NotEmulatedError) throw new SeedError(place, cause.message, { cause });
    throw cause;
  }
}
