import { checkDealId } from '../deals/plan-stage-move.ts';
import { createProblemList } from '../plan/problem-list.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { applyRoleChanges, readDealRoles } from './apply-role-changes.ts';
import type { DealRole } from './deal-role.ts';
import { planRoleChanges, type RoleChangesPlan } from './plan-role-changes.ts';
import type { NewRole, RoleChange, RoleRef, RolesChanged } from './role-change.ts';

/**
 * Who takes part in a deal (OpportunityContactRole). A change reads the roles and writes only what is not so already: two
 * API calls, one where nothing has to be written, so that it can be repeated. All problems are told at once before anything
 * is sent. Two that add the same contact at the same moment can both do so: a write with `roles` is exactly once.
 */
export interface ContactRoles {
  /** Every role, the primary one first. One API call. */
  list(
    dealId: string,
    options?: RequestOptions,
  ): Promise<{ readonly roles: readonly DealRole[]; readonly apiCalls: number }>;
  /** What `apply` will read and write, for `explainPlan`; no request is made. */
  plan(dealId: string, changes: readonly RoleChange[]): RoleChangesPlan;
  /**
   * Several changes in one request, all or nothing, each on what the ones before it have left.
   *
   * @throws RecordNotFoundError where a role that is to be changed or made primary is not one of the deal's
   * @throws RecordAmbiguousError where a contact has several roles and it is not said which
   */
  apply(dealId: string, changes: readonly RoleChange[], options?: RequestOptions): Promise<RolesChanged>;
  add(dealId: string, role: NewRole, options?: RequestOptions): Promise<RolesChanged>;
  /** @param to a value of the org's Role picklist; null empties it */
  change(dealId: string, of: RoleRef, to: string | null, options?: RequestOptions): Promise<RolesChanged>;
  /** No other role of the deal is primary then. */
  setPrimary(dealId: string, of: RoleRef, options?: RequestOptions): Promise<RolesChanged>;
  /** One that is not there is no error. */
  remove(dealId: string, of: RoleRef, options?: RequestOptions): Promise<RolesChanged>;
}

export function createContactRoles(transport: OrgTransport): ContactRoles {
  const apply: ContactRoles['apply'] = async (dealId, changes, options = {}) =>
    applyRoleChanges(transport, planRoleChanges(dealId, changes, transport), options);
  return {
    async list(dealId, options = {}) {
      const problems = createProblemList();
      const id = checkDealId(dealId, problems);
      problems.throwIfAny();
      return readDealRoles(transport, id, options);
    },
    plan: (dealId, changes) => planRoleChanges(dealId, changes, transport),
    apply,
    add: async (dealId, role, options) => apply(dealId, [{ do: 'add', ...role }], options),
    change: async (dealId, of, to, options) => apply(dealId, [{ do: 'change', of, to }], options),
    setPrimary: async (dealId, of, options) => apply(dealId, [{ do: 'setPrimary', of }], options),
    remove: async (dealId, of, options) => apply(dealId, [{ do: 'remove', of }], options),
  };
}
