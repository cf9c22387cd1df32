import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmFilesError, readCrmFiles } from './crm-files.ts';

const ACCOUNTS = 'account,sector,year_established,revenue,employees,office_location,subsidiary_of';
const PIPELINE = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

describe('readCrmFiles', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'uman-crm-files-'));
    write('accounts.csv', `${ACCOUNTS}\nAcme,retail,1996,1.5,20,Kenya,\n`);
    write('products.csv', 'product,series,sales_price\nGTX Pro,GTX,4821\n');
    write('sales_teams.csv', 'sales_agent,manager,regional_office\nAda,Bea,West\n');
    write('sales_pipeline.csv', `${PIPELINE}\nA1,Ada,GTX Pro,Acme,Won,2017-01-01,2017-02-01,10\n`);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, content: string | Buffer) => writeFileSync(join(folder, file), content);

  it('reads what a spreadsheet exports: a byte order mark, CRLF, commas and line breaks in quotes, other columns', () => {
    write(
      'accounts.csv',
      `\uFEFFextra,${ACCOUNTS}\r\nx,"Acme, ""Inc.""\nand Sons",retail,1996,1.5,20,Kenya,\r\n\r\nx,Beta,retail,1,1,1,Kenya,\r\n`,
    );

    expect(readCrmFiles(folder).accounts.map(({ account }) => account)).toEqual(['Acme, "Inc."\nand Sons', 'Beta']);
  });

  it('keeps a row whose values cannot be told apart, and says so', () => {
    write('accounts.csv', `${ACCOUNTS}\nAcme, Inc.,retail,1996,1.5,20,Kenya,\nBeta,retail,1996,1.5,20,Kenya,\n`);

    expect(readCrmFiles(folder).accounts).toMatchObject([
      {
        line: 2,
        account: 'Acme',
        malformed: 'it has 8 values for 7 columns (a comma in a value needs quotes around it)',
      },
      { line: 3, account: 'Beta' },
    ]);
  });

  it('takes a file with nothing but its heading as one without rows', () => {
    write('sales_pipeline.csv', PIPELINE);

    expect(readCrmFiles(folder).pipeline).toEqual([]);
  });

  it.each([
    { name: 'an empty file', content: '', says: 'accounts.csv: it is empty, without even a heading' },
    { name: 'a missing column, also without rows', content: 'account,sector\n', says: 'it has no column year_est' },
    { name: 'a column twice', content: `${ACCOUNTS},sector\n`, says: 'more than one column sector' },
    { name: 'an open quote', content: `${ACCOUNTS}\n"Acme\n`, says: 'as CSV: Quote Not Closed' },
    {
      name: 'another encoding',
      content: Buffer.from(`${ACCOUNTS}\nCaf\u00e9,,,,,,\n`, 'latin1'),
      says: 'it is not UTF-8. Export it as CSV in UTF-8.',
    },
    { name: 'UTF-16', content: Buffer.from(`\uFEFF${ACCOUNTS}\n`, 'utf16le'), says: 'it is not UTF-8' },
  ])('refuses $name, naming the file', ({ content, says }) => {
    write('accounts.csv', content);

    expect(() => readCrmFiles(folder)).toThrow(CrmFilesError);
    expect(() => readCrmFiles(folder)).toThrow(says);
  });

  it('refuses products that it cannot read, since every deal refers to them', () => {
    write('products.csv', 'product,series,sales_price\nGTX Pro,GTX,4,821\n');

    expect(() => readCrmFiles(folder)).toThrow('products.csv, line 2: it has 4 values for 3 columns');
  });
});
