import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/soql/grammar/parse-query.ts';
import { createQueryRig } from './query-rig.ts';

const file = fileURLToPath(new URL('../../../../../shared/recorded/soql.jsonl', import.meta.url));
const queries = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { query: string }).query)
  : [];

/** Well-formed, and not run here: why. What is missing in this org's schema is Salesforce's refusal too. */
const REASONS: ReadonlyArray<readonly [errorCode: string, message: RegExp, reason: string]> = [
  ['INVALID_TYPE', /./, 'no such object or child relationship in this org'],
  ['INVALID_FIELD', /No such column|relationship/, 'no such field in this org'],
  ['INVALID_FIELD', /must be of type/, 'the literal is not of the field’s type'],
  ['INVALID_FIELD', /can not be (?:filtered|sorted)/, 'long text'],
  ['INVALID_FIELD', /duplicate field selected/, 'selects a field twice'],
  ['INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: /, 'compares an id with what is none'],
  ['MALFORMED_QUERY', /The SOQL FIELDS function must have a LIMIT of at most 200/, 'FIELDS() without LIMIT'],
  ['MALFORMED_QUERY', /Field must be grouped or aggregated: /, 'selects a field beside an aggregate'],
  ['MALFORMED_QUERY', /soqlWithIdentifierClause/, 'WITH SECURITY_ENFORCED and the like are for Apex'],
  ['MALFORMED_QUERY', /unexpected token: 'usd/i, 'currency literals are for orgs with several currencies'],
  ['MALFORMED_QUERY', /[Ss]emi join sub-selects/, 'sub-selects under OR, or in each other'],
  ['NOT_EMULATED', /./, 'not emulated'],
];

describe.skipIf(queries.length === 0)(
  'queries that Salesforce’s parser accepts (skipped without ../shared/recorded/soql.jsonl)',
  () => {
    const rig = createQueryRig();

    it('parses every one', () => {
      const refused = queries.flatMap((soql) => {
        try {
          parseQuery(soql);
          return [];
        } catch (error) {
          return [`${soql}: ${String(error)}`];
        }
      });

      expect(refused).toEqual([]);
    });

    it('runs them, or says for a known reason that it does not', () => {
      const score = new Map<string, number>();
      const unexplained = queries.flatMap((soql) => {
        const { code, message } = outcomeOf(soql);
        const reason =
          code === '' ? 'run' : REASONS.find(([errorCode, why]) => errorCode === code && why.test(message))?.[2];
        score.set(reason ?? 'unexplained', (score.get(reason ?? 'unexplained') ?? 0) + 1);
        return reason === undefined ? [`${soql}: ${code} ${message}`] : [];
      });

      console.info(`soql.jsonl: ${queries.length} queries`, Object.fromEntries(score));
      expect(unexplained).toEqual([]);
    });

    function outcomeOf(soql: string): { code: string; message: string } {
      try {
        rig.query(soql);
        return { code: '', message: '' };
      } catch (error) {
        const { errorCode, message } = error as { errorCode?: string; message: string };
        return { code: errorCode ?? 'CRASHED', message };
      }
    }
  },
);
