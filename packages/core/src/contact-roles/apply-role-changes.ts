import { afterWrite } from '../errors/after-write.ts';
import { sendAllOrNone } from '../note-records/send-all-or-none.ts';
import { dataPath } from '../plan/plan-context.ts';
import { readComposite } from '../reads/read-composite.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { parsePart } from '../transport/parse-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { type DealRole, dealRolesPart, ROLE } from './deal-role.ts';
import { decideRoleChanges } from './decide-role-changes.ts';
import type { RoleChangesPlan } from './plan-role-changes.ts';
import type { RolesChanged } from './role-change.ts';

const ROLES_AFTER = 'rolesAfter';

/** Every role of a deal: one API call, and one for each further page. */
export async function readDealRoles(
  transport: OrgTransport,
  dealId: string,
  options: RequestOptions,
): Promise<{ readonly roles: readonly DealRole[]; readonly apiCalls: number }> {
  const { values, apiCalls } = await readComposite(transport, { roles: dealRolesPart(dealId) }, options);
  const roles = [...values.roles.records];
  let calls = apiCalls;
  for await (const page of values.roles.more(options)) {
    roles.push(...page.records);
    calls += page.apiCalls;
  }
  return { roles, apiCalls: calls };
}

/** Reads the roles, decides, and writes what is not so already, all or nothing, reading them again in the same request. */
export async function applyRoleChanges(
  transport: OrgTransport,
  { dealId, changes }: RoleChangesPlan,
  { signal }: RequestOptions,
): Promise<RolesChanged> {
  const { roles, apiCalls } = await readDealRoles(transport, dealId, { signal });
  const base = `${dataPath(transport)}/sobjects/${ROLE}`;
  const decided = decideRoleChanges(changes, { dealId, roles, base });
  if (decided.requests.length === 0) {
    return { changes: decided.changes.map(({ did, roleId }) => ({ did, roleId })), roles, apiCalls };
  }
  const meter = createCallMeter();
  const after = dealRolesPart(dealId);
  const { attempt } = after;
  const query = {
    referenceId: ROLES_AFTER,
    method: 'GET',
    url: `${dataPath(transport)}${after.path}`,
    attempt,
  } as const;
  const answers = await sendAllOrNone(transport, [...decided.requests, query], { signal, meter });
  const answerTo = (referenceId: string) => answers.find((answer) => answer.referenceId === referenceId)!;
  return {
    changes: decided.changes.map(({ did, roleId, referenceId }) => ({
      did,
      roleId:
        referenceId === undefined
          ? roleId
          : parsePart(savedSchema, answerTo(referenceId), { verb: 'create', object: ROLE }).id,
    })),
    roles: afterWrite(() => after.toValue(answerTo(ROLES_AFTER), transport)).records,
    apiCalls: apiCalls + meter.calls,
  };
}
