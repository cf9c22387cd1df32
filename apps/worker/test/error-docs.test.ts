import { readFile } from 'node:fs/promises';
import { WRITE_FAILURE_CODES } from '@uman/contracts';
import { expect, it } from 'vitest';

const OF_TEMPORAL = ['WORKFLOW_CANCELLED', 'WORKFLOW_TERMINATED', 'WORKFLOW_TIMED_OUT', 'WORKFLOW_FAILED'];

it('docs/write-failures.md explains every code that a write may fail with, and no other', async () => {
  const text = await readFile(new URL('../../../docs/write-failures.md', import.meta.url), 'utf8');

  const explained = text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split('|')[1]?.match(/[A-Z]+(?:_[A-Z]+)+/g) ?? []);

  expect(explained.toSorted()).toEqual([...WRITE_FAILURE_CODES, ...OF_TEMPORAL].toSorted());
});
