import { fileURLToPath } from 'node:url';
import { parseCommandLine, usage } from './command-line.ts';
import { describeStack } from './describe-stack.ts';
import { LocalStackError } from './errors.ts';
import type { LocalStack } from './local-stack.ts';
import { ownPackage } from './own-package.ts';
import { startLocalStack } from './start-local-stack.ts';
import { writeWorkerEnvironment } from './worker-environment.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const asked = parseCommandLine(process.argv.slice(2), { project: root, directory: process.cwd() });
if (asked.kind === 'help') {
  process.stdout.write(usage);
} else if (asked.kind === 'invalid') {
  process.stderr.write(`${asked.reason}\n\n${usage}`);
  process.exitCode = 2;
} else {
  await run(asked.dataDirectory);
}

async function run(dataDirectory: string): Promise<void> {
  let stack: LocalStack | undefined;
  let isEnding = false;
  const end = async (): Promise<void> => {
    // A second Ctrl-C, or one before all is up: we leave at once, and the guardian ends what was started.
    if (isEnding || stack === undefined) process.exit(130);
    isEnding = true;
    console.log('Stopping…');
    await stack.stop();
    console.log(`Stopped. The data is kept in ${dataDirectory}.`);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());

  // Nobody reads what is said any more (a pipe to `head`, say): that ends it too.
  process.stdout.on('error', () => process.exit(1));

  try {
    stack = await startLocalStack({
      dataDirectory,
      temporalUi: true,
      emulator: { install: await ownPackage(root) },
      progress: (line) => console.log(line),
    });
    console.log(describeStack(stack, await writeWorkerEnvironment(stack, dataDirectory)));
  } catch (error) {
    if (!(error instanceof LocalStackError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
