// The entry of every npm script: plain JavaScript without dependencies, for Node 18 and later. It installs what is
// missing and goes on with the pinned Node, which `node_modules/.bin` puts first on the PATH of everything below it.
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ancestorsAreGone } from './entry/ancestors.mjs';
import { runToEnd } from './entry/run-to-end.mjs';
import { ensureInstalled } from './install/ensure-installed.mjs';
import { pinnedNode } from './install/pinned-node.mjs';

const startedAt = Date.now();
const isOrphaned = ancestorsAreGone();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = '', ...args] = process.argv.slice(2);

/** What each command runs, by the pinned Node. TypeScript runs as it is. */
const source = (file, ...more) => [
  '--conditions=development',
  '--disable-warning=ExperimentalWarning',
  join(root, file),
  ...more,
];
/** Commands that take paths run where the user stands, which npm tells; the others in the repository. */
const whereTheUserStands = process.env.INIT_CWD ?? process.cwd();
const COMMANDS = {
  demo: () => ({ cwd: whereTheUserStands, args: source('apps/demo/src/main.ts', ...args) }),
  emulator: () => ({ cwd: whereTheUserStands, args: source('packages/emulator/src/start.ts', ...args) }),
  'bench:core': () => ({ cwd: whereTheUserStands, args: source('bench/src/core/main.ts', ...args) }),
  'bench:emulator': () => ({ cwd: whereTheUserStands, args: source('bench/src/emulator/main.ts', ...args) }),
  dev: () => ({ cwd: whereTheUserStands, args: source('packages/local-stack/src/main.ts', ...args) }),
  fuzz: () => ({ cwd: root, args: source('tooling/fuzz/main.mjs', ...args) }),
  test: () => ({ cwd: root, args: [join(root, 'tooling/check/run-all.mjs'), ...args] }),
  turbo: () => ({ cwd: root, args: [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args] }),
  exec: () => ({ cwd: root, args: [join(root, 'node_modules/prettier/bin/prettier.cjs'), ...args.slice(1)] }),
};

const describeCommand = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (describeCommand === undefined) {
  process.stderr.write(`Unknown command "${command}". Known: ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exit(2);
}

try {
  await ensureInstalled(root, { isOrphaned });
  const node = pinnedNode(root);
  const described = describeCommand();
  process.exitCode = await runToEnd({
    command: node,
    args: ['--import', new URL('./entry/end-with-parent.mjs', import.meta.url).href, ...described.args],
    cwd: described.cwd,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      UMAN_COMMAND_STARTED_AT: String(startedAt),
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    isOrphaned,
  });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode ?? 1;
}
