import { bulkOperations } from './bulk/index.ts';
import { collectionOperations } from './collections/index.ts';
import { compositeOperations } from './composite/index.ts';
import { frontdoorOperations } from './frontdoor/index.ts';
import { limitOperations } from './limits/index.ts';
import { metadataOperations } from './metadata/index.ts';
import { oauthOperations } from './oauth/index.ts';
import type { Operation } from './operation.ts';
import { packagingOperations } from './packaging/index.ts';
import { queryOperations } from './query/index.ts';
import { searchOperations } from './search/index.ts';
import { sobjectOperations } from './sobjects/index.ts';
import { soapOperations } from './soap/index.ts';
import { toolingOperations } from './tooling/index.ts';
import { uiApiOperations } from './ui-api/index.ts';
import { versionOperations } from './versions/index.ts';

/** Every endpoint of Salesforce's API that this emulator has, by area. What is not here answers 501. */
export const operations: readonly Operation[] = [
  ...versionOperations,
  ...limitOperations,
  ...sobjectOperations,
  ...queryOperations,
  ...searchOperations,
  ...compositeOperations,
  ...collectionOperations,
  ...bulkOperations,
  ...uiApiOperations,
  ...metadataOperations,
  ...soapOperations,
  ...toolingOperations,
  ...packagingOperations,
  ...frontdoorOperations,
  ...oauthOperations,
];
