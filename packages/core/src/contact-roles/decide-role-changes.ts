import { RecordNotFoundError } from '../errors/api-errors.ts';
import type { AttemptedRequest } from '../note-records/send-all-or-none.ts';
import { severalFound } from '../soql/found-records.ts';
import { type DealRole, ROLE } from './deal-role.ts';
import type { RoleChange, RoleChanged, RoleRef } from './role-change.ts';

/** A role as the changes so far leave it. */
interface Draft {
  /** Undefined for one that is added. */
  readonly id: string | undefined;
  readonly contactId: string;
  readonly contactName: string | null;
  role: string | null;
  isPrimary: boolean;
  removed: boolean;
}

export interface RoleDecision {
  readonly requests: readonly AttemptedRequest[];
  /** What each change comes to; `referenceId` is of the request that answers the id of a new role. */
  readonly changes: readonly (RoleChanged & { readonly referenceId?: string })[];
}

/**
 * Decides, change by change, what has to be written to the roles as they were read; each role is written once.
 *
 * @throws RecordNotFoundError where a role that is to be changed is not one of the deal's
 * @throws RecordAmbiguousError where a contact has several roles and it is not said which
 */
export function decideRoleChanges(
  changes: readonly RoleChange[],
  { dealId, roles, base }: { dealId: string; roles: readonly DealRole[]; base: string },
): RoleDecision {
  const drafts: Draft[] = roles.map((role) => ({ ...role, removed: false }));
  const outcomes = changes.map((change, index) => decide(change, { drafts, path: `changes[${index}]` }));
  const before = new Map(roles.map((role) => [role.id, role]));
  const requests: AttemptedRequest[] = [];
  const references = new Map<Draft, string>();
  // The one that becomes primary last stays so.
  for (const draft of drafts.toSorted((one, other) => Number(one.isPrimary) - Number(other.isPrimary))) {
    const request = requestFor(draft, { before: before.get(draft.id ?? ''), dealId, base });
    if (request === undefined) continue;
    const referenceId = `role${requests.length}`;
    references.set(draft, referenceId);
    const path = `changes[${outcomes.findIndex((outcome) => outcome.draft === draft)}]`;
    const { attempt, ...rest } = request;
    requests.push({ ...rest, referenceId, attempt: { ...attempt, path } });
  }
  return {
    requests,
    changes: outcomes.map(({ did, draft }) => {
      const referenceId = draft?.id === undefined && draft !== undefined ? references.get(draft) : undefined;
      return { did, roleId: draft?.id, ...(referenceId === undefined ? {} : { referenceId }) };
    }),
  };
}

interface ChangeOutcome {
  readonly did: RoleChanged['did'];
  readonly draft: Draft | undefined;
}

function decide(change: RoleChange, { drafts, path }: { drafts: Draft[]; path: string }): ChangeOutcome {
  if (change.do === 'add') return add(change, drafts);
  if (change.do === 'change') {
    const there = 'contactId' in change.of ? roleOfContact(drafts, change.of.contactId, change.to) : undefined;
    const draft = find(change.of, { drafts, path }) ?? there ?? notThere(change.of, path);
    if (draft.role === change.to) return { did: 'nothing', draft };
    draft.role = change.to;
    return { did: 'changed', draft };
  }
  const draft = find(change.of, { drafts, path });
  if (change.do === 'remove') {
    if (draft === undefined) return { did: 'nothing', draft };
    draft.removed = true;
    return { did: 'removed', draft };
  }
  return makePrimary(draft ?? notThere(change.of, path), drafts);
}

function add(
  { contactId, role, isPrimary = false }: Extract<RoleChange, { do: 'add' }>,
  drafts: Draft[],
): ChangeOutcome {
  const there = drafts.find(
    (draft) => !draft.removed && draft.contactId === contactId && (role === undefined || draft.role === role),
  );
  if (there !== undefined) return isPrimary ? makePrimary(there, drafts) : { did: 'nothing', draft: there };
  const draft: Draft = {
    id: undefined,
    contactId,
    contactName: null,
    role: role ?? null,
    isPrimary: false,
    removed: false,
  };
  drafts.push(draft);
  if (isPrimary) makePrimary(draft, drafts);
  return { did: 'added', draft };
}

function makePrimary(draft: Draft, drafts: readonly Draft[]): ChangeOutcome {
  if (draft.isPrimary) return { did: 'nothing', draft };
  for (const other of drafts) other.isPrimary = other === draft;
  return { did: 'changed', draft };
}

function roleOfContact(drafts: readonly Draft[], contactId: string, role: string | null): Draft | undefined {
  return drafts.find((draft) => !draft.removed && draft.contactId === contactId && draft.role === role);
}

function find(of: RoleRef, { drafts, path }: { drafts: readonly Draft[]; path: string }): Draft | undefined {
  const fitting = drafts.filter((draft) => {
    if (draft.removed) return false;
    if ('roleId' in of) return draft.id === of.roleId;
    return draft.contactId === of.contactId && (of.role === undefined || draft.role === of.role);
  });
  const [first, ...others] = fitting;
  if (first === undefined || others.length === 0) return first;
  const candidates = fitting.flatMap(({ id, role, contactName }) =>
    id === undefined ? [] : [{ id, name: role ?? contactName }],
  );
  throw severalFound(candidates, { object: ROLE, path: `${path}.of` });
}

function notThere(of: RoleRef, path: string): never {
  const remedy = 'Read the roles of the deal, or add the contact first.';
  throw new RecordNotFoundError({
    message: `Cannot change the contact role (${path}.of): the deal has none like this. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    object: ROLE,
    path: `${path}.of`,
    ...('roleId' in of ? { recordId: of.roleId } : {}),
  });
}

/** Undefined where the role is as it was. That another one is primary now the org itself sees to. */
function requestFor(
  { id, contactId, role, isPrimary, removed }: Draft,
  { before, dealId, base }: { before: DealRole | undefined; dealId: string; base: string },
): Omit<AttemptedRequest, 'referenceId'> | undefined {
  if (id === undefined) {
    if (removed) return undefined;
    const body = {
      OpportunityId: dealId,
      ContactId: contactId,
      ...(role === null ? {} : { Role: role }),
      ...(isPrimary ? { IsPrimary: true } : {}),
    };
    return { method: 'POST', url: base, body, attempt: { verb: 'create', object: ROLE, namesOthers: true } };
  }
  const url = `${base}/${id}`;
  if (removed) return { method: 'DELETE', url, attempt: { verb: 'delete', object: ROLE, recordId: id } };
  const body = {
    ...(role === before?.role ? {} : { Role: role }),
    ...(isPrimary && before?.isPrimary === false ? { IsPrimary: true } : {}),
  };
  if (Object.keys(body).length === 0) return undefined;
  return { method: 'PATCH', url, body, attempt: { verb: 'update', object: ROLE, recordId: id } };
}
