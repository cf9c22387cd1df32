import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

const file = fileURLToPath(new URL('../../../../../shared/recorded/soql.jsonl', import.meta.url));
const queries = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { query: string }).query)
  : [];

const ACCEPTED = ['NOT_EMULATED', 'INVALID_TYPE', 'INVALID_FIELD'];

/** Well-formed, and refused by Salesforce for what they ask. */
const REFUSED_BY_SALESFORCE: ReadonlyArray<readonly [errorCode: string, why: RegExp]> = [
  ['INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: /],
  ['MALFORMED_QUERY', /The SOQL FIELDS function must have a LIMIT of at most 200/],
  ['MALFORMED_QUERY', /Field must be grouped or aggregated: /],
];

describe.skipIf(queries.length === 0)(
  'queries that Salesforce accepts (skipped without ../shared/recorded/soql.jsonl)',
  () => {
    const rig = createQueryRig();

    it.each(queries)('%s', (soql) => {
      let outcome: { code: string; message: string } | undefined;
      try {
        rig.query(soql);
      } catch (error) {
        const { errorCode, message } = error as { errorCode?: string; message: string };
        outcome = { code: errorCode ?? 'CRASHED', message };
      }

      const isExpected =
        outcome === undefined ||
        ACCEPTED.includes(outcome.code) ||
        REFUSED_BY_SALESFORCE.some(([code, why]) => outcome?.code === code && why.test(outcome.message));
      expect(isExpected ? 'an expected outcome' : outcome).toBe('an expected outcome');
    });
  },
);
