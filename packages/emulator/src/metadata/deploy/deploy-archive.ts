import type { Org } from '../../org/org.ts';
import { trackSource } from '../../tooling/track-source.ts';
import { readArchive, type ArchiveProblem } from '../archive/read-archive.ts';
import { deployComponents, type ComponentOutcome } from '../deploy-components.ts';
import type { DeployMessage, DeployResult } from './deploy-result.ts';
import type { StoredDeployment } from './deploy-store.ts';

/**
 * Deploys the archive of a deployment, in metadata format.
 *
 * @returns how it ended
 */
export function deployArchive(org: Org, { zip, options, result: begun }: StoredDeployment): DeployResult {
  return org.transaction(() => {
    const userId = begun.createdBy;
    const now = org.clock().toISOString();
    const archive = readArchive(zip);
    const failedAlready = archive.problems.some(({ problemType }) => problemType !== 'Warning');
    const { outcomes } = deployComponents(org, archive.components, {
      ...options,
      ...archive,
      apiVersion: archive.manifest.version,
      userId,
      failedAlready,
    });
    const kept =
      !options.checkOnly && (!options.rollbackOnError || (!failedAlready && !outcomes.some(({ failure }) => failure)));
    if (kept) trackSource({ org, userId }, outcomes);
    const messages = [
      ...archive.problems.map((problem) => toProblemMessage(problem, now)),
      ...outcomes.map((outcome) => toMessage(outcome, now)),
    ];
    const failures = messages.filter(({ success }) => !success);
    const successes = messages.filter(({ success }) => success);
    const undone = failures.length > 0 && options.rollbackOnError;
    const manifest = manifestMessage(archive.problems, now);
    return {
      ...begun,
      completedDate: now,
      details: {
        componentFailures: failures,
        componentSuccesses: [...successes, ...(manifest ? [manifest] : [])],
        runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 },
      },
      done: true,
      lastModifiedDate: now,
      numberComponentErrors: failures.length,
      numberComponentsDeployed: successes.length,
      numberComponentsTotal: messages.length,
      status: failures.length === 0 ? 'Succeeded' : undone || successes.length === 0 ? 'Failed' : 'SucceededPartial',
      success: failures.length === 0,
    };
  });
}

function toMessage(
  { type, fullName, file, change, id, failure, warning }: ComponentOutcome,
  now: string,
): DeployMessage {
  return {
    changed: failure === undefined && change !== 'unchanged',
    componentType: type,
    created: change === 'created',
    createdDate: now,
    deleted: change === 'deleted',
    fileName: file,
    fullName: warning === undefined ? fullName : (file.split('/').at(-1) ?? file),
    ...(id !== '' && { id }),
    ...(failure && { problem: failure.problem, problemType: 'Error' }),
    ...(warning !== undefined && { problem: warning, problemType: 'Warning' }),
    success: failure === undefined,
  };
}

function toProblemMessage(
  { type, file, fullName, problem, problemType = 'Error' }: ArchiveProblem,
  now: string,
): DeployMessage {
  return {
    changed: false,
    componentType: type,
    created: false,
    createdDate: now,
    deleted: false,
    fileName: file,
    fullName,
    problem,
    problemType,
    success: problemType === 'Warning',
  };
}

/** `package.xml` stands among the successes, without a type. Source: results in public logs of clients. */
function manifestMessage(problems: readonly ArchiveProblem[], now: string): DeployMessage | undefined {
  if (problems.some(({ fullName }) => fullName === 'package.xml')) return undefined;
  return {
    changed: true,
    componentType: '',
    created: false,
    createdDate: now,
    deleted: false,
    fileName: 'package.xml',
    fullName: 'package.xml',
    success: true,
  };
}
