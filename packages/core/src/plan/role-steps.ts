import { isReference, type Reference } from '../field-value.ts';
import { checkRecordId } from './check-names.ts';
import { checkIdPrefix } from './check-standard-value.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import type { ProblemList } from './problem-list.ts';
import { type Ids, resolveRef } from './record-body.ts';
import type { RecordWrite } from './record-write.ts';
import { plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

/** One OpportunityContactRole for each contact that takes part in the deal. */
export function roleSteps(
  write: RecordWrite,
  { ids, recordId, context, problems }: { ids: Ids; recordId: string; context: PlanContext; problems: ProblemList },
): PlannedStep[] {
  const roles = write.roles ?? [];
  if (roles.length > 0 && write.object !== 'Opportunity') {
    problems.attempt(() => rolesNotAllowed(write.object), undefined);
    return [];
  }
  return roles.map(({ contactId, role, isPrimary }, index) => {
    const path = `roles[${index}]`;
    const at = `${path}.contactId`;
    const contact = problems.attempt(() => contactOf(contactId, { path: at, ids }), '');
    const given = role === undefined ? undefined : problems.attempt(() => plainText(role, `${path}.role`), undefined);
    return {
      kind: 'role',
      referenceId: `role${index}`,
      method: 'POST',
      url: `${dataPath(context)}/sobjects/OpportunityContactRole`,
      object: 'OpportunityContactRole',
      path,
      body: {
        OpportunityId: recordId,
        ContactId: contact,
        ...(given === undefined ? {} : { Role: given }),
        ...(isPrimary === undefined ? {} : { IsPrimary: isPrimary }),
      },
    };
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
  checkIdPrefix(id, { object: 'OpportunityContactRole', field: 'ContactId', path, prefix: '003' });
  return id;
}
