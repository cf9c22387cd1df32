import { nearestName } from '../../requirements/nearest-name.ts';
import type { ApiFault } from '../api-fault.ts';
import { unknownFieldInText, unknownObjectInText } from '../read-fault-text.ts';
import { findNamed, type Named, type OrgKnowledge } from './org-knowledge.ts';
import { isCustom, isHideableField, isHideableObject, isImpossibleField } from './standard-names.ts';

/**
 * Why an org does not know a name. Salesforce answers alike for what it does not have and for what it hides from the user.
 * - `notThere`: nobody's org has it, or another spelling of it is there.
 * - `hidden`: every org has it, so it is hidden from the connected user.
 * - `removedOrHidden`: it was there when the org was last described.
 * - `notThereOrHidden`: nothing tells the two apart.
 */
export type WhyMissing = 'notThere' | 'hidden' | 'removedOrHidden' | 'notThereOrHidden';

/** A name of a request that the org does not know. */
export interface MissingName {
  readonly what: 'object' | 'field';
  /** API name, as it was sent. */
  readonly name: string;
  readonly why: WhyMissing;
  /** API name of what is there and was probably meant. */
  readonly meant: string | undefined;
}

/** The name that a fault says is not known, and why; undefined for any other fault. `object`: what the request is about. */
export function missingName(
  fault: ApiFault,
  object: string | undefined,
  knows: OrgKnowledge,
): (MissingName & { readonly object: string | undefined }) | undefined {
  const unknownObject = unknownObjectInText(fault);
  if (unknownObject !== undefined) {
    return { what: 'object', name: unknownObject, object: unknownObject, ...judgeObject(unknownObject, knows) };
  }
  const unknownField = unknownFieldInText(fault);
  if (unknownField === undefined) return undefined;
  const owner = unknownField.object ?? object;
  const judged = owner === undefined ? NOTHING_TELLS : judgeField(unknownField.field, owner, knows);
  return { what: 'field', name: unknownField.field, object: owner, ...judged };
}

type Judged = Pick<MissingName, 'why' | 'meant'>;

const NOTHING_TELLS: Judged = { why: 'notThereOrHidden', meant: undefined };

/** Why an org has no such object for this user. */
export function judgeObject(name: string, knows: OrgKnowledge): Judged {
  const all = knows.objects();
  if (knows.object(name) !== undefined || findNamed(all, name) !== undefined) {
    return { why: 'removedOrHidden', meant: undefined };
  }
  if (isHideableObject(name)) return { why: 'hidden', meant: undefined };
  return misspelt(name, all);
}

function judgeField(name: string, object: string, knows: OrgKnowledge): Judged {
  const fields = knows.object(object)?.fields;
  if (findNamed(fields, name) !== undefined) return { why: 'removedOrHidden', meant: undefined };
  if (isHideableField(object, name)) return { why: 'hidden', meant: undefined };
  const judged = misspelt(name, fields);
  return isImpossibleField(object, name) ? { ...judged, why: 'notThere' } : judged;
}

/** The same name with the suffix of custom ones is surely what was meant; one that only looks like it, perhaps. */
function misspelt(name: string, there: readonly Named[] | undefined): Judged {
  const suffixed = isCustom(name) ? undefined : findNamed(there, `${name}__c`)?.name;
  if (suffixed !== undefined) return { why: 'notThere', meant: suffixed };
  const nearest = nearestName(
    name,
    (there ?? []).map((one) => one.name),
  );
  return { why: 'notThereOrHidden', meant: nearest };
}
