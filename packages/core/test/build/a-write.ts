import type { RecordWrite } from '../../src/index.ts';

/** A deal that needs an engagement, which needs a region; with a contact role and a note on two records. */
export function aWrite(overrides: Partial<RecordWrite> = {}): RecordWrite {
  return {
    key: 'call-8213/deal',
    connectionId: 'connection-1',
    operation: 'writeDeal',
    object: 'Opportunity',
    contentHash: 'a'.repeat(64),
    record: { fields: { Name: 'Acme renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' } },
    ...overrides,
  };
}
