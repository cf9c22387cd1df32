import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/index.ts';
import { createSfRig } from './sf-rig.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** What `--json` prints. */
export interface SfAnswer {
  readonly result: unknown;
}

/** The real sf CLI in a copy of this repository's project, and an emulated org for it. */
export interface SfProjectRig extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Logs an org in under an alias, as `http://localhost:…`. */
  logIn(org: Pick<Emulator, 'issueSession'>, alias: string): Promise<SfAnswer>;
  /**
   * Runs a command with `--json`; rejects when it fails.
   *
   * @param command its words, separated by blanks
   * @param further arguments that have blanks themselves
   */
  sf(command: string, ...further: readonly string[]): Promise<SfAnswer>;
  write(file: string, content: string): void;
  read(file: string): string;
  /** Names a package in sfdx-project.json, as `package create` does unless it is told not to. */
  namePackage(name: string, id: string): void;
}

export async function createSfProjectRig(options: EmulatorOptions): Promise<SfProjectRig> {
  const emulator = await createEmulator(options);
  const cli = createSfRig();
  const project = cli.directory;
  cpSync(join(REPOSITORY, 'sfdx-project.json'), join(project, 'sfdx-project.json'));
  cpSync(join(REPOSITORY, 'force-app'), join(project, 'force-app'), { recursive: true });
  const keepProject = {
    SF_PROJECT_AUTOUPDATE_DISABLE_FOR_PACKAGE_CREATE: 'true',
    SF_PROJECT_AUTOUPDATE_DISABLE_FOR_PACKAGE_VERSION_CREATE: 'true',
  };

  return {
    emulator,
    sf: (command, ...further) => cli.sf([...command.split(' '), ...further], keepProject),
    logIn(org, alias) {
      const url = emulator.url.replace('127.0.0.1', 'localhost');
      const command = ['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', alias];
      return cli.sf(command, { SF_ACCESS_TOKEN: org.issueSession().accessToken });
    },
    write(file, content) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      writeFileSync(join(project, file), content);
    },
    read: (file) => readFileSync(join(project, file), 'utf8'),
    namePackage(name, id) {
      const file = join(project, 'sfdx-project.json');
      const contents = JSON.parse(readFileSync(file, 'utf8')) as object;
      writeFileSync(file, JSON.stringify({ ...contents, packageAliases: { [name]: id } }));
    },
    async [Symbol.asyncDispose]() {
      await emulator.close();
      cli[Symbol.dispose]();
    },
  };
}
