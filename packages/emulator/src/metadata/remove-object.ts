import type { Org } from '../org/org.ts';
import { MetadataError } from './metadata-error.ts';

/**
 * A custom object and its records.
 *
 * @throws MetadataError for a standard object, and while a field of another object refers to it: what Salesforce does
 * then is not known
 */
export function removeObject(org: Org, fullName: string): void {
  if (!org.schema.object(fullName)?.custom) {
    throw new MetadataError({ file: fullName, problem: 'NOT_EMULATED deleting a standard object' });
  }
  const child = org.schema
    .objects()
    .filter((object) => object.name !== fullName)
    .find((object) =>
      [...object.fields.values()].some((field) => field.custom && field.referenceTo?.includes(fullName)),
    );
  if (child) {
    throw new MetadataError({
      file: fullName,
      problem: `NOT_EMULATED deleting an object that ${child.name} refers to`,
    });
  }
  org.schema.removeObject(fullName);
  org.statements.prepare('DELETE FROM "RecordType" WHERE "SobjectType" = ?').run(fullName);
}
