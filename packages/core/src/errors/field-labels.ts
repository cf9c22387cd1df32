import { findNamed, type OrgKnowledge } from './missing/org-knowledge.ts';

/** What people call these fields, as far as the org has been asked before. */
export function fieldLabels(
  object: string | undefined,
  fields: readonly string[],
  knows: OrgKnowledge,
): Readonly<Record<string, string>> {
  const known = object === undefined ? undefined : knows.object(object)?.fields;
  if (known === undefined) return {};
  return Object.fromEntries(
    fields.flatMap((field) => {
      const label = findNamed(known, field)?.label;
      return label === undefined ? [] : [[field, label]];
    }),
  );
}

/** A field for a message: `"Close Date" (CloseDate)`, or its API name alone. */
export function withLabel(field: string, labels: Readonly<Record<string, string>>): string {
  const label = labels[field];
  return label === undefined || label === field ? field : `"${label}" (${field})`;
}
