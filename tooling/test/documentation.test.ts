import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && existsSync(join(root, page)));

interface Sample {
  readonly page: string;
  /** Of the block's first line of code. */
  readonly line: number;
  readonly code: string;
}

const samples = (language: string): Sample[] => pages.flatMap((page) => blocksOf(page, language));

function blocksOf(page: string, language: string): Sample[] {
  const text = readFileSync(join(root, page), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...text.matchAll(block)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    code: match[1] ?? '',
  }));
}

describe('TypeScript in the documentation', () => {
  const cases = samples('ts').map((sample, index) => ({ ...sample, file: `sample-${index}.ts` }));
  let complaints: string;

  // Inside the repository, so that packages are found as a reader's would be.
  beforeAll(() => {
    mkdirSync(join(root, '.local'), { recursive: true });
    const place = mkdtempSync(join(root, '.local', 'documentation-'));
    try {
      for (const { file, code } of cases) writeFileSync(join(place, file), `${code}\nexport {};\n`);
      writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
      const compilerOptions = { noEmit: true, customConditions: ['development'] };
      const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['*.ts'] };
      writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
      complaints = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], {
        cwd: place,
        encoding: 'utf8',
      }).stdout;
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  it('is there', () => {
    expect(cases.map(({ page }) => page)).toContain('README.md');
  });

  it.each(cases)('$page, line $line, compiles', ({ file }) => {
    expect(complaints.split('\n').filter((line) => line.startsWith(`${file}(`))).toEqual([]);
  });

  it('compiles as a whole', () => {
    expect(complaints).toBe('');
  });
});

describe('commands in the documentation', () => {
  const scriptsOf = (folder: string) =>
    (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { scripts?: object }).scripts ?? {};
  const lines = ['sh', ''].flatMap(samples).flatMap(({ page, code }) =>
    code
      .split('\n')
      .filter((line) => line.startsWith('npm '))
      .map((line) => ({ page, line: line.replace(/\s+#.*$/, '') })),
  );

  it.each(lines)('$page: $line', ({ line }) => {
    const [, script] = /^npm (?:run )?([\w:-]+)/.exec(line) ?? [];
    const workspace = / -w @uman\/([\w-]+)/.exec(line)?.[1];
    const folder = ['packages', 'apps']
      .map((group) => `${group}/${workspace}`)
      .find((path) => workspace !== undefined && existsSync(join(root, path)));

    expect([...Object.keys(scriptsOf(folder ?? '.')), 'ci']).toContain(script);
  });
});

describe('links in the documentation', () => {
  const links = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```$/gm, '');
    return [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
      .map(([, target = '']) => ({ page, target }))
      .filter(({ target }) => !/^[a-z]+:/.test(target));
  });

  it.each(links)('$page → $target', ({ page, target }) => {
    expect(existsSync(resolve(root, dirname(page), target))).toBe(true);
  });
});
