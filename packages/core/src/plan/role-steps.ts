import { isReference, type Reference } from '../field-value.ts';
import { checkRecordId } from './check-names.ts';
import { checkIdPrefix } from './check-standard-value.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, resolveRef } from './record-body.ts';
import type { ChangedRole, RecordWrite, RemovedRole, WrittenRole } from './record-write.ts';
import { idOf, plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

const OBJECT = 'OpportunityContactRole';

interface RoleContext {
  readonly ids: Ids;
  readonly recordId: string;
  readonly context: PlanContext;
  readonly problems: ProblemList;
}

/** A step for a role, and what stands for the role's id. */
export interface PlannedRole {
  readonly step: PlannedStep;
  readonly idValue: string;
}

/** One OpportunityContactRole for each contact that takes part in the deal: added, changed or removed. */
export function roleSteps(write: RecordWrite, options: RoleContext): PlannedRole[] {
  const { problems } = options;
  const roles = write.roles ?? [];
  if (roles.length > 0 && write.object !== 'Opportunity') {
    problems.attempt(() => rolesNotAllowed(write.object), undefined);
    return [];
  }
  const seen = new Map<string, string>();
  let primary: string | undefined;
  return roles.map((role, index) => {
    const path = `roles[${index}]`;
    if ('isPrimary' in role && role.isPrimary === true) {
      const other = primary;
      if (other !== undefined) problems.attempt(() => onePrimary(other, path), undefined);
      primary ??= path;
    }
    const at = { ...options, path, referenceId: `role${index}` };
    if (!('id' in role)) return { step: newRole(role, at), idValue: idOf(at.referenceId) };
    const id = problems.attempt(() => roleIdOf(role.id, path, seen), '');
    return { step: knownRole(role, { ...at, id }), idValue: id };
  });
}

type RoleAt = RoleContext & { readonly path: string; readonly referenceId: string };

function newRole(
  { contactId, role, isPrimary }: WrittenRole,
  { ids, recordId, context, problems, path, referenceId }: RoleAt,
): PlannedStep {
  const at = `${path}.contactId`;
  const contact = problems.attempt(() => contactOf(contactId, { path: at, ids }), '');
  return {
    kind: 'role',
    referenceId,
    method: 'POST',
    url: `${dataPath(context)}/sobjects/${OBJECT}`,
    object: OBJECT,
    path,
    body: { OpportunityId: recordId, ContactId: contact, ...givenRole({ role, isPrimary }, { path, problems }) },
  };
}

function knownRole(
  role: ChangedRole | RemovedRole,
  { context, problems, path, referenceId, id }: RoleAt & { readonly id: string },
): PlannedStep {
  const step = {
    kind: 'role',
    referenceId,
    url: `${dataPath(context)}/sobjects/${OBJECT}/${id}`,
    object: OBJECT,
    path,
  } as const;
  if ('remove' in role) return { ...step, method: 'DELETE' };
  return { ...step, method: 'PATCH', body: givenRole(role, { path, problems }) };
}

function givenRole(
  { role, isPrimary }: Pick<ChangedRole, 'role' | 'isPrimary'>,
  { path, problems }: { path: string; problems: ProblemList },
): Record<string, unknown> {
  if (typeof role === 'string') problems.attempt(() => plainText(role, `${path}.role`), undefined);
  return {
    ...(role === undefined ? {} : { Role: role }),
    ...(isPrimary === undefined ? {} : { IsPrimary: isPrimary }),
  };
}

/** The id of a role, which a write names once. */
function roleIdOf(given: string, path: string, seen: Map<string, string>): string {
  const at = `${path}.id`;
  const id = checkRecordId(given, at);
  checkIdPrefix(id, { object: OBJECT, field: 'Id', path: at, prefix: '00K' });
  const other = seen.get(id);
  if (other !== undefined) {
    throw planProblem('invalidValue', {
      path: at,
      what: `${other} is about the same role`,
      remedy: 'Say once what becomes of a role.',
      object: OBJECT,
    });
  }
  seen.set(id, path);
  return id;
}

function onePrimary(other: string, path: string): never {
  throw planProblem('invalidValue', {
    path: `${path}.isPrimary`,
    what: `a deal has one primary contact role, and ${other} is it already`,
    remedy: 'Make one of them primary.',
    object: OBJECT,
    field: 'IsPrimary',
  });
}

function rolesNotAllowed(object: string): never {
  throw planProblem('rolesNotAllowed', {
    path: 'roles',
    what: `only an Opportunity has contact roles, not ${object}`,
    remedy: 'Leave the roles out.',
  });
}

function contactOf(contactId: string | Reference, { path, ids }: { path: string; ids: Ids }): string {
  if (isReference(contactId)) return resolveRef(contactId.ref, { path, ids });
  const id = checkRecordId(contactId, path);
  checkIdPrefix(id, { object: OBJECT, field: 'ContactId', path, prefix: '003' });
  return id;
}
