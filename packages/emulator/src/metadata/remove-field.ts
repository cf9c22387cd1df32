import type { Org } from '../org/org.ts';
import { brokenRule } from '../rules/broken-rule.ts';
import { MetadataError } from './metadata-error.ts';
import { splitPartName } from './part-name.ts';

/** A custom field, and every value of it. @throws MetadataError when a rule needs it */
export function removeField(org: Org, fullName: string): void {
  const { object, name } = splitPartName(fullName);
  org.schema.removeField(object, name);
  const rule = brokenRule(org);
  if (rule !== undefined) throw new MetadataError({ file: fullName, problem: `${rule} refers to it` });
}
