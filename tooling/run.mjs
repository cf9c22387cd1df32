// The entry of every npm script: plain JavaScript without dependencies, for Node 18 and later. It installs what is
// missing and goes on with the pinned Node, which `node_modules/.bin` puts first on the PATH of everything below it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, pinnedNode } from './install/ensure-installed.mjs';

const startedAt = Date.now();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = '', ...args] = process.argv.slice(2);

/** What each command runs, by the pinned Node. TypeScript runs as it is. */
const source = (file, ...more) => [
  '--conditions=development',
  '--disable-warning=ExperimentalWarning',
  join(root, file),
  ...more,
];
const COMMANDS = {
  demo: () => source('apps/demo/src/main.ts', ...args),
  emulator: () => source('packages/emulator/src/main.ts', ...args),
  dev: () => source('packages/local-stack/src/main.ts', ...args),
  test: () => [join(root, 'tooling/check/run-all.mjs'), ...args],
  turbo: () => [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args],
  exec: () => [join(root, 'node_modules/prettier/bin/prettier.cjs'), ...args.slice(1)],
};

const toArguments = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
if (toArguments === undefined) {
  process.stderr.write(`Unknown command "${command}". Known: ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exit(2);
}

ensureInstalled(root);
const node = pinnedNode(root);
const child = spawn(node, toArguments(), {
  cwd: command === 'emulator' ? (process.env.INIT_CWD ?? process.cwd()) : root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    UMAN_COMMAND_STARTED_AT: String(startedAt),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  },
});

// A terminal sends Ctrl-C to the child as well; others (a supervisor, a script) send it to this process only.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  process.stderr.write(`Could not start ${node}: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
