import type { Org } from '../org/org.ts';
import { splitPartName } from './part-name.ts';

/** A custom field, and every value of it. */
export function removeField(org: Org, fullName: string): void {
  const { object, name } = splitPartName(fullName);
  org.schema.removeField(object, name);
}
