// `npm test`: build, type check, lint, format check and all tests, each a turbo task, so that what has not changed comes
// from the cache. Ends with what really ran: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRecordedData } from './recorded-data.mjs';
import { readReports, reportFiles } from './reports.mjs';
import { forgetRuns, summarize } from './summarize.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const TASKS = ['build', 'typecheck', 'lint', 'format:check', 'format:check:root', 'test'];

// A report that is there afterwards was written, or restored from the cache, by this run.
for (const file of reportFiles(root)) rmSync(file, { force: true });
forgetRuns(root);

const turbo = spawn(
  process.execPath,
  [
    join(root, 'node_modules/turbo/bin/turbo'),
    'run',
    ...TASKS,
    '--continue=dependencies-successful',
    '--output-logs=new-only',
    '--summarize',
    '--concurrency=2',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, UMAN_RECORDED_DATA: describeRecordedData(root) } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => turbo.kill(signal));

turbo.on('error', (error) => {
  process.stderr.write(`Could not start turbo: ${error.message}\n`);
  process.exit(1);
});
turbo.on('exit', (code) => {
  const summary = summarize({ root, reports: readReports(root), turboExitCode: code ?? 1 });
  process.stdout.write(summary.text);
  process.exit(summary.failed > 0 || code !== 0 ? 1 : 0);
});
