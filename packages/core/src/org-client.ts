import type { Changes } from './changes/changes.ts';
import { createChanges } from './changes/create-changes.ts';
import { createLedger, type Ledger } from './ledger/create-ledger.ts';
import { createMetadata } from './metadata/create-metadata.ts';
import type { Metadata } from './metadata/metadata.ts';
import { knownNames } from './metadata/known-names.ts';
import { createMetadataCache } from './metadata/metadata-cache.ts';
import { createLimits } from './limits/create-limits.ts';
import type { Limits } from './limits/limits.ts';
import type { Accounts } from './objects/accounts.ts';
import type { Contacts } from './objects/contacts.ts';
import { createAccounts } from './objects/create-accounts.ts';
import { createContacts } from './objects/create-contacts.ts';
import { createCustomObjects } from './objects/create-custom-objects.ts';
import { createDeals } from './objects/create-deals.ts';
import { createNotes } from './objects/create-notes.ts';
import type { CustomObjects } from './objects/custom-objects.ts';
import type { Deals } from './objects/deals.ts';
import type { Notes } from './objects/notes.ts';
import { createPipelines } from './objects/create-pipelines.ts';
import type { Pipelines } from './objects/pipelines.ts';
import type { OrgClientOptions } from './org-client-options.ts';
import { createPipelineSource } from './pipelines/pipeline-source.ts';
import { createRequirements, type RequirementsClient } from './requirements/create-requirements.ts';
import { packageSchema } from './package-schema.ts';
import { createVisibleFields } from './reads/visible-fields.ts';
import { createSearch } from './search/create-search.ts';
import type { Search } from './search/search.ts';
import { createWrites, type Writes } from './send/send-write.ts';
import { createOrgTransport, DEFAULT_API_VERSION } from './transport/org-transport.ts';

/** Everything this package does in one org, as one user. */
export interface OrgClient {
  readonly accounts: Accounts;
  readonly contacts: Contacts;
  readonly deals: Deals;
  readonly pipelines: Pipelines;
  readonly customObjects: CustomObjects;
  readonly notes: Notes;
  readonly search: Search;
  readonly changes: Changes;
  readonly writes: Writes;
  readonly ledger: Ledger;
  /** What the org says about its objects, fields, picklists and layouts, as this user sees them. */
  readonly metadata: Metadata;
  readonly limits: Limits;
  /** What the org requires of new records. */
  readonly requirements: RequirementsClient;
  /** Requests sent so far that count against the org's API limits. */
  readonly apiCalls: number;
}

/**
 * A client for one org, acting as the user whose access token it is given. It makes no request by itself, retries none,
 * and refreshes no token: a refused one is a SessionExpiredError.
 */
export function createOrgClient(options: OrgClientOptions): OrgClient {
  const cache = options.metadata ?? createMetadataCache();
  const transport = createOrgTransport(options, knownNames(cache, options.apiVersion ?? DEFAULT_API_VERSION));
  const schema = packageSchema(options.packageNamespace ?? 'uman');
  const ledger = createLedger({ transport, schema });
  const pipelineSource = createPipelineSource(transport);
  const metadata = createMetadata(transport, cache);
  const visible = createVisibleFields(metadata);
  const writes = createWrites({ transport, schema, ledger, metadata });
  return {
    accounts: createAccounts(transport, visible),
    contacts: createContacts({ transport, visible, schema }),
    deals: createDeals({ transport, pipelines: pipelineSource, metadata, writes, schema }),
    pipelines: createPipelines(transport, pipelineSource),
    customObjects: createCustomObjects(transport, metadata),
    notes: createNotes(transport),
    search: createSearch(transport, visible),
    changes: createChanges(transport, visible),
    writes,
    ledger: { find: async (ledgerKey, options) => ledger.find(ledgerKey, options) },
    metadata,
    limits: createLimits(transport),
    requirements: createRequirements(transport, metadata),
    get apiCalls() {
      return transport.apiCalls;
    },
  };
}
