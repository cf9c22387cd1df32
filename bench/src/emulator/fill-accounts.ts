import { DatabaseSync } from 'node:sqlite';
import { runProgram } from '../run-program.ts';
import type { EmulatorServerReady } from './emulator-server-ready.ts';

/**
 * Makes an org's file with so many Accounts: one is created through the API, the others are copies of its row. The org
 * keeps each object in a table of the object's name.
 */
export async function fillAccounts(file: string, rows: number): Promise<void> {
  const org = await runProgram<EmulatorServerReady>(new URL('emulator-server.ts', import.meta.url), { args: [file] });
  let id: string;
  try {
    const created = await fetch(`${org.ready.url}/services/data/v66.0/sobjects/Account`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.ready.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ Name: 'Account 0', Industry: 'Energy', BillingCity: 'Ghent', Phone: '0' }),
    });
    ({ id } = (await created.json()) as { id: string });
  } finally {
    await org.stop();
  }

  const database = new DatabaseSync(file);
  try {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('Account')`).all();
    const changed: Readonly<Record<string, string>> = {
      Id: `new_id(n)`,
      Name: `'Account ' || n`,
      Phone: `CAST(n % (${rows} / 200) AS TEXT)`,
      SystemModstamp: `strftime('%Y-%m-%dT%H:%M:%S.000Z', 1700000000 + n, 'unixepoch')`,
    };
    const names = columns.map(({ name }) => String(name));
    database.function('new_id', { deterministic: true }, (n) => toLongId(id.slice(0, 6), Number(n)));
    database.exec(`
      BEGIN;
      INSERT INTO "Account" (${names.map((name) => `"${name}"`).join(', ')})
        WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${rows - 1})
        SELECT ${names.map((name) => changed[name] ?? `"${name}"`).join(', ')}
        FROM counted CROSS JOIN "Account" WHERE "Id" = '${id}';
      COMMIT;
      ANALYZE;`);
  } finally {
    database.close();
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** An 18-character id: prefix and instance, a number in base 62, and the suffix that says which letters are capitals. */
function toLongId(start: string, number: number): string {
  let digits = '';
  for (let rest = number; digits.length < 9; rest = Math.floor(rest / 62)) digits = `${DIGITS[rest % 62]}${digits}`;
  const short = start + digits;
  const suffix = [0, 5, 10].map((offset) => {
    let capitals = 0;
    for (let bit = 0; bit < 5; bit += 1) if (/[A-Z]/.test(short.charAt(offset + bit))) capitals |= 1 << bit;
    return SUFFIX[capitals];
  });
  return short + suffix.join('');
}
