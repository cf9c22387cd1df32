import { createEmulatorRig, salesMetadata, type Answer, type EmulatorRig } from '../../emulator-rig.ts';
import type { EmulatorOptions } from '../../../src/index.ts';

export interface JobBody extends Record<string, unknown> {
  readonly id: string;
  readonly state: string;
}

/** An org, and the steps of a job as a client takes them. */
export interface BulkRig extends EmulatorRig {
  open(settings: Record<string, unknown>): Promise<JobBody>;
  upload(id: string, csv: string): Promise<Answer>;
  /** From its creation to its end. */
  ingest(settings: Record<string, unknown>, csv: string): Promise<JobBody>;
  query(soql: string, settings?: Record<string, unknown>): Promise<JobBody>;
  /** Polls until the job is over. */
  ended(kind: 'ingest' | 'query', id: string): Promise<JobBody>;
  text(path: string): Promise<string>;
}

const OVER = new Set(['JobComplete', 'Failed', 'Aborted']);

export async function createBulkRig(options: EmulatorOptions = {}): Promise<BulkRig> {
  const rig = await createEmulatorRig({ install: [salesMetadata], ...options });
  const bulk: BulkRig = {
    ...rig,
    async open(settings) {
      return (await rig.call('POST', '/jobs/ingest', settings)).body as JobBody;
    },
    upload: (id, csv) => rig.call('PUT', `/jobs/ingest/${id}/batches`, csv, { 'content-type': 'text/csv' }),
    async ingest(settings, csv) {
      const { id } = await bulk.open(settings);
      await bulk.upload(id, csv);
      await rig.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
      return bulk.ended('ingest', id);
    },
    async query(soql, settings = {}) {
      const { body } = await rig.call('POST', '/jobs/query', { operation: 'query', query: soql, ...settings });
      return bulk.ended('query', (body as JobBody).id);
    },
    async ended(kind, id) {
      for (;;) {
        const job = (await rig.call('GET', `/jobs/${kind}/${id}`)).body as JobBody;
        if (OVER.has(job.state)) return job;
      }
    },
    text: async (path) => String((await rig.call('GET', path)).body),
  };
  return bulk;
}
