import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemo } from './run-demo.ts';

const crm = fileURLToPath(new URL('../../../../shared/recorded/crm', import.meta.url));

describe.skipIf(!existsSync(crm))(
  'npm run demo -- --crm, with recorded data (skipped where the folder is absent)',
  () => {
    let data: string;

    beforeAll(() => {
      data = mkdtempSync(join(tmpdir(), 'uman-demo-crm-'));
    });
    afterAll(() => rmSync(data, { recursive: true, force: true }));

    const run = async (onLine?: (line: string) => void) =>
      await runDemo(['--crm', crm, '--limit', '60', '--data', data, '--json'], onLine);

    it('loses and doubles nothing although its worker is killed on the way', async () => {
      let workerPid = 0;
      let kills = 0;
      const first = await run((line) => {
        workerPid = Number(/ pid (\d+)/.exec(line)?.[1] ?? workerPid);
        if (kills > 0 || !/ \d+ of 60 rows/.test(line)) return;
        kills += 1;
        process.kill(workerPid, 'SIGKILL');
      });

      expect(first.figures()).toMatchObject({
        rows: 60,
        written: 60,
        rejected: 0,
        duplicates: 0,
        lost: 0,
        workerRestarts: 1,
      });
      expect(first.lines.join('\n')).toContain('(Z063OYW0): product "GTXPro": read as "GTX Pro"');
      expect(first.lines.join('\n')).toContain('sector "technolgy": read as "technology"');
      expect(first.lines.join('\n')).toContain('account is empty: the deal is written without an account');
    });

    it('writes nothing when it runs again', async () => {
      const second = await run();

      expect(second.figures()).toMatchObject({
        rows: 60,
        written: 0,
        alreadyWritten: 60,
        duplicates: 0,
        lost: 0,
        apiCalls: 0,
      });
    });
  },
);
