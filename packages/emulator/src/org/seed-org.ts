import { keepStandardProfiles } from '../access/keep-standard-profiles.ts';
import type { RecordStore } from '../dml/record-store.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { isTestOrg, type OrgIdentity } from '../host/org-identity.ts';
import { standardStages } from './standard-stages.ts';
import type { OrgUser, OrgUsers } from './org-user.ts';
import type { RecordIds } from './record-ids.ts';
import type { Statements } from './statements.ts';

export interface SeedOrgOptions {
  readonly orgId: string;
  readonly identity: OrgIdentity;
  readonly statements: Statements;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  readonly clock: () => Date;
  readonly users: OrgUsers;
  readonly admin: { readonly username: string; readonly password: string };
}

/** What a new org has: its Organization row, profiles, one administrator, the standard price book and sales stages. */
export function seedOrg({
  orgId,
  identity,
  statements,
  records,
  recordIds,
  clock,
  users,
  admin,
}: SeedOrgOptions): OrgUser {
  const now = clock();
  now.setUTCMilliseconds(0);
  const audit = (userId: string): StoredRecord => ({
    CreatedDate: now.toISOString(),
    CreatedById: userId,
    LastModifiedDate: now.toISOString(),
    LastModifiedById: userId,
    SystemModstamp: now.toISOString(),
  });

  const userId = recordIds.allocate('005');
  keepStandardProfiles({ statements, records, recordIds, audit: audit(userId) });
  const user = users.create({ ...admin, name: 'Emulated Admin' }, userId);

  records.insert('Organization', {
    Id: orgId,
    Name: identity.name,
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: 'America/Los_Angeles',
    DefaultLocaleSidKey: 'en_US',
    OrganizationType: identity.edition,
    InstanceName: identity.instanceName,
    IsSandbox: Number(isTestOrg(identity)),
    NamespacePrefix: identity.namespace,
    TrialExpirationDate: identity.expiresAt,
    ...audit(user.id),
  });
  records.insert('Pricebook2', {
    Id: recordIds.allocate('01s'),
    Name: 'Standard Price Book',
    IsActive: 1,
    IsStandard: 1,
    ...audit(user.id),
  });
  for (const [index, stage] of standardStages.entries()) {
    records.insert('OpportunityStage', {
      Id: recordIds.allocate('01J'),
      MasterLabel: stage.name,
      ApiName: stage.name,
      IsActive: 1,
      SortOrder: index + 1,
      IsClosed: Number(stage.closed),
      IsWon: Number(stage.won),
      ForecastCategory: stage.category,
      ForecastCategoryName: stage.category,
      DefaultProbability: stage.probability,
      ...audit(user.id),
    });
  }
  return user;
}
