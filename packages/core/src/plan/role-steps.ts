import { isReference } from '../field-value.ts';
import { checkRecordId } from './check-names.ts';
import { dataPath, type PlanContext } from './plan-context.ts';
import { planProblem } from './plan-problem.ts';
import { type Ids, resolveRef } from './record-body.ts';
import type { RecordWrite } from './record-write.ts';
import { plainText } from './references.ts';
import type { PlannedStep } from './write-plan.ts';

/** One OpportunityContactRole for each contact that takes part in the deal. */
export function roleSteps(
  write: RecordWrite,
  { ids, recordId, context }: { ids: Ids; recordId: string; context: PlanContext },
): PlannedStep[] {
  const roles = write.roles ?? [];
  if (roles.length > 0 && write.object !== 'Opportunity') {
    throw planProblem('rolesNotAllowed', {
      path: 'roles',
      what: `only an Opportunity has contact roles, not ${write.object}`,
      remedy: 'Leave the roles out.',
    });
  }
  return roles.map(({ contactId, role, isPrimary }, index) => {
    const path = `roles[${index}]`;
    const at = `${path}.contactId`;
    const contact = isReference(contactId)
      ? resolveRef(contactId.ref, { path: at, ids })
      : checkRecordId(contactId, at);
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
        ...(role === undefined ? {} : { Role: plainText(role, `${path}.role`) }),
        ...(isPrimary === undefined ? {} : { IsPrimary: isPrimary }),
      },
    };
  });
}
