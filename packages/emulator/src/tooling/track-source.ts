import { isTestOrg } from '../host/org-identity.ts';
import type { ComponentOutcome } from '../metadata/deploy-components.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from './tooling-context.ts';
import { toolingSchema } from './tooling-schema.ts';

/**
 * Remembers what a deployment changed in an org to develop in, one revision each. `ChangedBy` is the id of a user.
 * Source: @salesforce/source-tracking, which asks for `RevisionCounter` or `RevisionNum`.
 */
export function trackSource(context: ToolingContext, outcomes: readonly ComponentOutcome[]): void {
  const { org, userId } = context;
  if (!isTestOrg(org.identity)) return;
  toolingSchema(org);
  const changed = outcomes.filter(({ failure, change }) => failure === undefined && change !== 'unchanged');
  for (const { type, fullName, change } of changed) {
    const last = org.statements.prepare('SELECT max("RevisionCounter") AS n FROM "SourceMember"').get();
    const revision = Number(last?.['n'] ?? 0) + 1;
    const known = org.statements
      .prepare('SELECT "Id" FROM "SourceMember" WHERE "MemberType" = ? AND "MemberName" = ?')
      .get(type, fullName);
    const values = {
      MemberType: type,
      MemberName: fullName,
      MemberIdOrName: fullName,
      IsNameObsolete: Number(change === 'deleted'),
      IsNewMember: Number(change === 'created'),
      RevisionNum: revision,
      RevisionCounter: revision,
      ChangedBy: userId,
    };
    if (known) updateToolingRow(context, 'SourceMember', String(known['Id']), values);
    else insertToolingRow(context, 'SourceMember', values);
  }
}
