import { checkDealId } from '../deals/plan-stage-move.ts';
import { checkRecordId } from '../plan/check-names.ts';
import { checkSize } from '../plan/check-size.ts';
import { checkIdPrefix } from '../plan/check-standard-value.ts';
import type { PlannedRead } from '../plan/explain-plan.ts';
import { dataPath } from '../plan/plan-context.ts';
import { planProblem } from '../plan/plan-problem.ts';
import { createProblemList, type ProblemList } from '../plan/problem-list.ts';
import { plainText } from '../plan/references.ts';
import type { PlannedStep } from '../plan/write-plan.ts';
import { ROLE } from './deal-role.ts';
import type { RoleChange, RoleRef } from './role-change.ts';

/** Changes to the contact roles of a deal, checked as far as they can be before the roles are read. Plain data. */
export interface RoleChangesPlan {
  /** 18 characters. */
  readonly dealId: string;
  readonly changes: readonly RoleChange[];
  readonly reads: readonly PlannedRead[];
  /** At most: what is so already is left out, and a role that is named by its contact gets its id when it is read. */
  readonly steps: readonly PlannedStep[];
  /** 1 less where all is so already. */
  readonly apiCalls: 2;
}

/** Checks changes, all problems at once, and says what will be read and written. Makes no request. */
export function planRoleChanges(
  dealId: string,
  changes: readonly RoleChange[],
  context: { readonly apiVersion: string },
): RoleChangesPlan {
  const problems = createProblemList();
  const id = checkDealId(dealId, problems);
  const checked = changes.map((change, index) => checkChange(change, `changes[${index}]`, problems));
  const primary = checked.flatMap((change, index) => (makesPrimary(change) ? [index] : []));
  for (const index of primary.slice(1)) {
    problems.attempt(() => onePrimary(`changes[${index}]`, `changes[${primary[0]}]`), undefined);
  }
  problems.throwIfAny();
  // One more reads the roles as they are then.
  checkSize('subrequests', changes.length + 1);
  return {
    dealId: id,
    changes: checked,
    reads: [{ path: 'dealId', object: ROLE, does: `Read every ${ROLE} of the deal` }],
    steps: checked.map((change, index) =>
      stepOf(change, { index, dealId: id, base: `${dataPath(context)}/sobjects/${ROLE}` }),
    ),
    apiCalls: 2,
  };
}

function makesPrimary(change: RoleChange): boolean {
  return change.do === 'setPrimary' || (change.do === 'add' && change.isPrimary === true);
}

function onePrimary(path: string, other: string): never {
  throw planProblem('invalidValue', {
    path,
    what: `a deal has one primary contact role, and ${other} makes another one primary`,
    remedy: 'Make one of them primary.',
    object: ROLE,
    field: 'IsPrimary',
  });
}

/** With ids of 18 characters. */
function checkChange(change: RoleChange, path: string, problems: ProblemList): RoleChange {
  const text = (value: string | null | undefined, at: string): void => {
    if (typeof value === 'string') problems.attempt(() => plainText(value, `${path}.${at}`), undefined);
  };
  if (change.do === 'add') {
    text(change.role, 'role');
    return { ...change, contactId: idOf(change.contactId, { at: `${path}.contactId`, prefix: '003', problems }) };
  }
  const of = checkRef(change.of, `${path}.of`, problems);
  if (change.do === 'change') text(change.to, 'to');
  return { ...change, of };
}

function checkRef(of: RoleRef, path: string, problems: ProblemList): RoleRef {
  return 'roleId' in of
    ? { roleId: idOf(of.roleId, { at: `${path}.roleId`, prefix: '00K', problems }) }
    : { ...of, contactId: idOf(of.contactId, { at: `${path}.contactId`, prefix: '003', problems }) };
}

function idOf(given: string, { at, prefix, problems }: { at: string; prefix: string; problems: ProblemList }): string {
  return problems.attempt(() => {
    const id = checkRecordId(given, at);
    const field = prefix === '003' ? 'ContactId' : 'Id';
    checkIdPrefix(id, { object: ROLE, field, path: at, prefix });
    return id;
  }, '');
}

function stepOf(
  change: RoleChange,
  { index, dealId, base }: { index: number; dealId: string; base: string },
): PlannedStep {
  const step = { kind: 'role', referenceId: `role${index}`, object: ROLE, path: `changes[${index}]` } as const;
  if (change.do === 'add') {
    const { contactId, role, isPrimary } = change;
    const body = {
      OpportunityId: dealId,
      ContactId: contactId,
      ...(role === undefined ? {} : { Role: role }),
      ...(isPrimary === undefined ? {} : { IsPrimary: isPrimary }),
    };
    return { ...step, method: 'POST', url: base, body, unless: 'unless the contact has this role already' };
  }
  const url = 'roleId' in change.of ? `${base}/${change.of.roleId}` : base;
  if (change.do === 'remove') return { ...step, method: 'DELETE', url, unless: 'unless it is not there' };
  const body = change.do === 'change' ? { Role: change.to } : { IsPrimary: true };
  return { ...step, method: 'PATCH', url, body, unless: 'unless it is so already' };
}
