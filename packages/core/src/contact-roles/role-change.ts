import type { DealRole } from './deal-role.ts';

/** Which role of the deal: by its own id, or by its contact, and by what they are where they have several roles. */
export type RoleRef =
  { readonly roleId: string } | { readonly contactId: string; readonly role?: string | null | undefined };

/** A contact who is to take part in the deal. */
export interface NewRole {
  readonly contactId: string;
  /** A value of the org's Role picklist. @default none for a contact without any role; else those that they have will do */
  readonly role?: string | undefined;
  /** @default false; a role that is primary already stays so */
  readonly isPrimary?: boolean | undefined;
}

/** What becomes of a contact role. */
export type RoleChange =
  | ({ readonly do: 'add' } & NewRole)
  /** `to`: a value of the org's Role picklist; null empties it. */
  | { readonly do: 'change'; readonly of: RoleRef; readonly to: string | null }
  /** The deal's one primary role; no other is then. */
  | { readonly do: 'setPrimary'; readonly of: RoleRef }
  | { readonly do: 'remove'; readonly of: RoleRef };

export interface RoleChanged {
  readonly did: 'added' | 'changed' | 'removed' | 'nothing';
  /** Undefined where there was nothing to remove. */
  readonly roleId: string | undefined;
}

export interface RolesChanged {
  /** What each change came to, in their order; `nothing`: it was so already. */
  readonly changes: readonly RoleChanged[];
  /** As they are now, the primary one first; read in the request that wrote them. */
  readonly roles: readonly DealRole[];
  readonly apiCalls: number;
}
