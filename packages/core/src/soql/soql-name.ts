import { isApiName } from './api-name.ts';

/** How many parents a path may climb. Source: SOQL and SOSL Reference, relationship query limits. */
const MOST_PARENTS = 5;

/** An API name as SOQL text. Names are checked where they enter; one that gets here unchecked is a bug. @throws TypeError */
export function soqlName(name: string): string {
  if (isApiName(name)) return name;
  throw new TypeError(`"${name}" is not an API name; check names before a query.`);
}

/** A field, or a parent's field by its relationship: `Account.Owner.Name`. @throws TypeError */
export function fieldPath(path: string): string {
  const names = path.split('.');
  if (names.length <= MOST_PARENTS + 1 && names.every(isApiName)) return path;
  throw new TypeError(
    `"${path}" is not a path of API names up to ${MOST_PARENTS} parents; check names before a query.`,
  );
}
