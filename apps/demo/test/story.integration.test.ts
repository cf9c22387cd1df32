import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runDemo } from './run-demo.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

describe('npm run demo', () => {
  it('tells the main job and ends with its figures', async () => {
    const run = await runDemo(['--json']);

    expect({ exitCode: run.exitCode, last: run.lines.at(-1) }).toMatchObject({
      exitCode: 0,
      last: expect.stringMatching(/^\{.*\}$/),
    });
    expect(run.figures()).toEqual({
      secondsToFirstWrite: expect.any(Number),
      apiCalls: 1,
      naiveApiCalls: 12,
      recordWritesOnSecondStart: 0,
      duplicatesAfterLostAnswer: 0,
      duplicatesAfterKill: 0,
      lost: 0,
      records: {
        Region__c: 1,
        Engagement__c: 3,
        Account: 3,
        Contact: 3,
        Opportunity: 3,
        OpportunityContactRole: 3,
        ContentNote: 3,
        ContentDocumentLink: 12,
        uman__Write__c: 3,
      },
    });
  });

  it('ends without a word when nobody listens any more', async () => {
    const child = spawn(process.execPath, ['--conditions=development', '--disable-warning=ExperimentalWarning', main], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const complaints = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.once('exit', resolve));

    expect({ exitCode, complaints: await complaints }).toEqual({ exitCode: 1, complaints: '' });
  });

  it('says what it knows when it is asked for what it does not', async () => {
    const run = await runDemo(['--jsno']);

    expect(run.exitCode).toBe(2);
    expect(run.lines.join('\n')).toContain('--jsno');
    expect(run.lines.join('\n')).toContain('Usage: npm run demo');
  });

  it('names the file that a CRM folder lacks', async () => {
    const run = await runDemo(['--crm', '/nowhere']);

    expect(run.exitCode).toBe(1);
    expect(run.lines.join('\n')).toContain('Could not read /nowhere/accounts.csv');
  });
});
