import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDemo } from './run-demo.ts';

const LONG = 'L'.repeat(300);
const ACCOUNTS = 'account,sector,year_established,revenue,employees,office_location,subsidiary_of';
const PIPELINE = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

describe('npm run demo -- --crm, with an export that is not as it should be', () => {
  let place: string;

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'uman-demo-blemishes-'));
    mkdirSync(join(place, 'crm'));
    const write = (file: string, ...lines: string[]) =>
      writeFileSync(join(place, 'crm', file), `\uFEFF${lines.join('\r\n')}\r\n`);
    write(
      'accounts.csv',
      ACCOUNTS,
      '"Acme, Inc.",retail,1996,1.5,20,Kenya,',
      `${LONG},retail,1996,1.5,20,Kenya,`,
      `Child,retail,1996,1.5,20,Kenya,${LONG}`,
      'Comma, Inc.,retail,1996,1.5,20,Kenya,',
    );
    write('products.csv', 'product,series,sales_price', 'GTX Pro,GTX,unknown');
    write('sales_teams.csv', 'sales_agent,manager,regional_office', 'Ada,Bea,West');
    write(
      'sales_pipeline.csv',
      PIPELINE,
      'A1,Ada,GTXPro,"Acme, Inc.",Won,2017-01-01,2017-02-01,10',
      `A2,Ada,GTX Pro,${LONG},Won,2017-01-01,2017-02-01,10`,
      'A3,Ada,GTX Pro,Child,Won,2017-01-01,2017-02-01,10',
      `A4,Ada,GTX Pro,${'x'.repeat(3_000_000)},Won,2017-01-01,2017-02-01,10`,
      `${'y'.repeat(3_000_000)},Ada,GTX Pro,,Won,2017-01-01,2017-02-01,10`,
      'A1,Ada,GTX Pro,,Won,2017-01-01,2017-02-01,10',
    );
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const run = async (args: string[] = [], onLine?: (line: string, stop: () => void) => void) =>
    await runDemo(['--crm', 'crm', '--data', 'data', '--json', ...args], onLine, place);

  it('writes what can be written, and says of each other row why not', async () => {
    const first = await run();

    expect({ exitCode: first.exitCode, figures: first.figures() }).toEqual({
      exitCode: 0,
      figures: {
        rows: 10,
        written: 3,
        alreadyWritten: 0,
        rejected: 7,
        duplicates: 0,
        lost: 0,
        blemishes: 5,
        apiCalls: expect.any(Number),
        workerRestarts: 0,
        seconds: expect.any(Number),
      },
    });
    const report = readFileSync(join(place, 'data/rows.txt'), 'utf8');
    expect(report).toContain(`(${LONG.slice(0, 60)}… (300 characters)): rejected:`);
    expect(report).toContain('(Child): rejected: its account "LLL');
    expect(report).toContain('(Comma): rejected: it has 8 values for 7 columns');
    expect(report).toContain('(A2): rejected: its account "LLL');
    expect(report).toContain('(A3): rejected: its account "Child" was not written; mend that row and run again');
    expect(report).toContain('sales_pipeline.csv line 7 (A1): rejected: the same id stands on line 2');
    expect(report.length).toBeLessThan(5_000);
  });

  it('finds what was mended when it runs again, and begins anew when it is told to', async () => {
    const file = join(place, 'crm/accounts.csv');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Comma, Inc.', '"Comma, Inc."').replace(`Kenya,${LONG}`, 'Kenya,'),
    );

    const second = await run();
    const third = await run(['--reset', '--limit', '1']);

    expect(second.figures()).toMatchObject({ written: 3, alreadyWritten: 3, rejected: 4, duplicates: 0, lost: 0 });
    expect(third.figures()).toMatchObject({ rows: 1, written: 1, alreadyWritten: 0, rejected: 0 });
  });

  it('lets one run at a time use its data, also with --reset', async () => {
    const others: Promise<{ exitCode: number | null; text: string }>[] = [];

    const kept = await run(['--keep'], (line, stop) => {
      if (!line.startsWith('Everything keeps running')) return;
      const other = run(['--reset']).then(({ exitCode, lines }) => ({ exitCode, text: lines.join('\n') }));
      others.push(other.finally(stop));
    });
    const [other] = await Promise.all(others);

    expect(other).toEqual({ exitCode: 1, text: expect.stringContaining('is in use by process') });
    expect(other?.text).not.toContain('    at ');
    expect({ exitCode: kept.exitCode, figures: kept.figures() }).toMatchObject({
      exitCode: 0,
      figures: { duplicates: 0, lost: 0 },
    });
  });

  it('removes no folder that is not its own', async () => {
    const { exitCode, lines } = await runDemo(['--crm', 'crm', '--data', '.', '--reset'], undefined, place);

    expect({ exitCode, text: lines.join('\n') }).toEqual({
      exitCode: 1,
      text: expect.stringContaining('was not removed'),
    });
  });
});
