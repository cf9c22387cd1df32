import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = join(root, 'tooling/boundaries/fixtures');

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}

interface Rules {
  readonly rules: Readonly<Record<string, unknown>>;
}

/** Every message of the rules that draw a boundary. */
function messagesOf({ rules }: Rules): string[] {
  return (
    Object.entries(rules)
      .filter(([name]) => name.startsWith('no-restricted-'))
      .flatMap(([, rule]) => [...JSON.stringify(rule).matchAll(/"message":"((?:[^"\\]|\\.)*)"/g)])
      .map(([, message]) => JSON.parse(`"${message}"`) as string)
      // What holds in every folder alike is proven once.
      .filter((message) => !EVERYWHERE.has(message))
  );
}
const EVERYWHERE = new Set<string>();

/** Each fixture stands where it breaks its boundary, and says on its first line what the lint must report. */
const cases = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const expected = /^\/\/ expect: (.+)$/m.exec(readFileSync(join(fixtures, file), 'utf8'))?.[1];
    if (expected === undefined) throw new Error(`${file} does not say what is expected`);
    return { file, expected };
  });

describe('import boundaries', () => {
  const place = mkdtempSync(join(tmpdir(), 'uman-boundaries-'));
  let diagnostics: Diagnostic[];

  beforeAll(() => {
    cpSync(fixtures, place, { recursive: true });
    cpSync(join(root, '.oxlintrc.json'), join(place, '.oxlintrc.json'));
    const oxlint = join(root, 'node_modules/.bin/oxlint');
    const { stdout } = spawnSync(oxlint, ['--config', '.oxlintrc.json', '--format', 'json'], {
      cwd: place,
      encoding: 'utf8',
    });
    diagnostics = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it.each(cases)('$file → $expected', ({ file, expected }) => {
    const reported = diagnostics
      .filter(({ filename }) => filename === file)
      .map(({ message, help }) => `${message} ${help ?? ''}`);

    const asExpected =
      expected === 'nothing' ? reported.length === 0 : reported.some((text) => text.includes(expected));
    expect({ asExpected, reported }).toMatchObject({ asExpected: true });
  });

  it('have a fixture for each thing that they say', () => {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Rules & {
      overrides: (Rules & { files: string[] })[];
    };
    // What holds in every folder alike is proven once, in one of them.
    const everywhere = new Set(messagesOf(config));
    const byFolder = config.overrides.flatMap(({ files, ...rules }) =>
      messagesOf(rules)
        .filter((message) => !everywhere.has(message))
        .map((message) => ({ place: (files[0] ?? '').replace(/\*.*$/, ''), message })),
    );

    const unproven = [...[...everywhere].map((message) => ({ place: '', message })), ...byFolder].filter(
      ({ place, message }) =>
        !cases.some(({ file, expected }) => file.startsWith(place) && message.startsWith(expected)),
    );

    expect(unproven).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no download address', () => {
    const tracked = execFileSync('git', ['show', ':package-lock.json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });

    expect(tracked).not.toMatch(/"resolved": "http/);
  });
});
