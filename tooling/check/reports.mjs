import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ package: string, passed: number, failed: number, skipped: number, failures: string[] }} Report */

/** Where each workspace's tests leave their report. @param {string} root @returns {string[]} */
export function reportFiles(root) {
  const folders = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  return [...folders, join(root, 'tooling')].map((folder) => join(folder, 'test-report.json'));
}

/** @param {string} root @returns {Report[]} */
export function readReports(root) {
  return reportFiles(root)
    .filter((file) => existsSync(file))
    .map((file) => {
      const report = JSON.parse(readFileSync(file, 'utf8'));
      return {
        package: file.slice(root.length + 1, -'/test-report.json'.length),
        passed: report.numPassedTests,
        // A file that could not even be loaded has no tests of its own, and is a failure.
        failed:
          report.numFailedTests +
          report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
        skipped: report.numPendingTests + report.numTodoTests,
        failures: report.testResults.flatMap((file) => {
          const name = file.name.slice(root.length + 1);
          if (file.status === 'failed' && file.assertionResults.length === 0) return [`${name} (could not be loaded)`];
          return file.assertionResults
            .filter((test) => test.status === 'failed')
            .map((test) => `${name} › ${test.fullName}`);
        }),
      };
    });
}
