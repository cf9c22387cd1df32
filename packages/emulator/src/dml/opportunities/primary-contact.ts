import type { DmlContext } from '../dml-context.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * An opportunity has one primary contact role, the one that became it last, and shows its contact as `ContactId`. Source:
 * Object Reference, Opportunity (`ContactId`) and OpportunityContactRole (`IsPrimary`).
 */
export function refreshPrimaryContact({ org }: DmlContext, { Id, OpportunityId, IsPrimary }: StoredRecord): void {
  if (typeof OpportunityId !== 'string') return;
  if (IsPrimary === 1) {
    org.statements
      .prepare(
        'UPDATE "OpportunityContactRole" SET "IsPrimary" = 0 WHERE "OpportunityId" = ? AND "Id" <> ? AND "IsPrimary" = 1',
      )
      .run(OpportunityId, String(Id));
  }
  const primary = org.statements
    .prepare(
      'SELECT "ContactId" FROM "OpportunityContactRole" WHERE "OpportunityId" = ? AND "IsPrimary" = 1 AND "IsDeleted" = 0',
    )
    .get(OpportunityId);
  org.records.update('Opportunity', OpportunityId, {
    ContactId: (primary?.['ContactId'] as string | undefined) ?? null,
  });
}
