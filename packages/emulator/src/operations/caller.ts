import type { UserAccess } from '../access/user-access.ts';
import { behaviorOf } from '../dml/behaviors.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import { duplicateRuleHeader } from '../rules/duplicates/duplicate-rule-header.ts';
import type { OperationContext } from './operation.ts';

/** What the caller may do. Operations that are not public always have one. */
export function accessOf({ access }: OperationContext): UserAccess {
  if (!access) throw new Error('This operation needs a session, but is declared as public.');
  return access;
}

/** The user that an operation acts for. Operations that are not public always have one. */
export function callerOf({ org, session, schema, request }: OperationContext): DmlContext {
  if (!session) throw new Error('This operation needs a session, but is declared as public.');
  return { org, userId: session.userId, schema, behaviorOf, duplicateRules: duplicateRuleHeader(request) };
}
