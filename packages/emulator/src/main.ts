import { readFileSync } from 'node:fs';
import { CommandLineError, parseCommandLine, usage, type CommandLine } from './command-line.ts';
import { createEmulator } from './create-emulator.ts';
import { EmulatorError } from './emulator-error.ts';
import { CertificateFileError } from './http/certificate-file-error.ts';
import { isLoopback } from './http/server-address.ts';
import { coverageTable } from './operations/coverage-table.ts';
import { operations } from './operations/index.ts';
import { ownPackage } from './own-package.ts';

const OPEN_TO_OTHERS =
  'It can be reached from other machines, and whoever reaches it can read and change everything in it: no place for real data.';

/** Runs until it is told to stop; the exit code says how it went. */
async function main(): Promise<number> {
  let commandLine: CommandLine;
  try {
    commandLine = parseCommandLine(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof CommandLineError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (commandLine.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (commandLine.coverage) {
    process.stdout.write(`${coverageTable(operations)}\n`);
    return 0;
  }
  const { host, port, loginPort, testLoginPort, tls, data, seed, install } = commandLine;
  try {
    const emulator = await createEmulator({
      port,
      ...(host !== undefined && { address: host }),
      ...(tls !== undefined && { tls: readTls(tls) }),
      ...(seed !== undefined && { seed }),
      ...(loginPort !== undefined && { loginPort }),
      ...(testLoginPort !== undefined && { testLoginPort }),
      ...(data !== undefined && { data }),
      install: [...(commandLine.ownPackage ? [ownPackage()] : []), ...install],
    });
    if (loginPort !== undefined) process.stdout.write(`Logging in to production at ${emulator.loginUrl}\n`);
    if (testLoginPort !== undefined) process.stdout.write(`Logging in to sandboxes at ${emulator.testLoginUrl}\n`);
    process.stdout.write(`Emulated Salesforce org at ${emulator.url}\n`);
    if (host !== undefined && !isLoopback(host)) process.stdout.write(`${OPEN_TO_OTHERS}\n`);
    await stopSignal();
    await emulator.close();
    return 0;
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** @throws CertificateFileError */
function readTls(files: { readonly cert: string; readonly key: string }): { cert: string; key: string } {
  return { cert: readPem(files.cert), key: readPem(files.key) };
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CertificateFileError(file, cause);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

process.exitCode = await main();
