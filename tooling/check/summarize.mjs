import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The closing lines of a run. A step that failed without a failing test (a build, a type check, a crash) counts as one
 * failure each, so that no run can fail and say `0 failed`.
 *
 * @param {{ root: string, reports: import('./reports.mjs').Report[], turboExitCode: number }} options
 */
export function summarize({ root, reports, turboExitCode }) {
  const tasks = readTasks(root);
  const failedSteps = tasks.filter((task) => task.exitCode !== 0);
  const failedTests = sum(reports.map((report) => report.failed));
  const stepsWithoutTests = failedSteps.filter(
    (task) =>
      !reports.some((report) => task.id.endsWith('#test') && report.package === task.directory && report.failed > 0),
  );
  const unexplained = turboExitCode !== 0 && failedTests === 0 && stepsWithoutTests.length === 0 ? 1 : 0;
  const failed = failedTests + stepsWithoutTests.length + unexplained;
  const passed = sum(reports.map((report) => report.passed));
  const skipped = sum(reports.map((report) => report.skipped));
  const cached = tasks.filter((task) => task.cached).length;

  const lines = ['', 'Tests'];
  for (const report of reports) {
    lines.push(
      `  ${report.package.padEnd(24)} ${report.passed} passed, ${report.failed} failed${report.skipped > 0 ? `, ${report.skipped} skipped` : ''}`,
    );
  }
  for (const failure of reports.flatMap((report) => report.failures)) lines.push(`  FAILED ${failure}`);
  for (const task of stepsWithoutTests) lines.push(`  FAILED ${task.id} (exit code ${task.exitCode})`);
  if (unexplained) lines.push(`  FAILED turbo (exit code ${turboExitCode})`);
  lines.push(
    '',
    `${tasks.length} steps, ${cached} of them from the cache${cached === tasks.length && cached > 0 ? ': nothing has changed' : ''}.`,
  );
  if (skipped > 0) lines.push(`${skipped} skipped.`);
  lines.push(`${passed} passed, ${failed} failed`, '');
  return { failed, text: lines.join('\n') };
}

/** Where turbo says what it ran. @param {string} root */
const runsFolder = (root) => join(root, '.turbo', 'runs');

/** Removes what earlier runs said, so that none is taken for this one. @param {string} root */
export function forgetRuns(root) {
  rmSync(runsFolder(root), { recursive: true, force: true });
}

function readTasks(root) {
  const folder = runsFolder(root);
  let newest;
  try {
    newest = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1);
  } catch {
    return []; // turbo ended before it ran anything; its exit code says so
  }
  if (newest === undefined) return [];
  const run = JSON.parse(readFileSync(join(folder, newest), 'utf8'));
  forgetRuns(root);
  return run.tasks
    .filter((task) => task.command !== '<NONEXISTENT>')
    .map((task) => ({
      id: task.taskId,
      directory: task.directory,
      cached: task.cache?.status === 'HIT',
      exitCode: task.execution?.exitCode ?? 0,
    }));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
