import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DirectoryInUseError, NotADataDirectoryError } from '../src/errors.ts';
import { removeDataDirectory } from '../src/remove-data-directory.ts';
import { startLocalStack } from '../src/start-local-stack.ts';
import { aFolder, aState } from './a-state.ts';

describe('removeDataDirectory', () => {
  it('removes what a stack kept, once it has stopped and not before', async () => {
    const { environment } = await aState();
    const dataDirectory = await aFolder();
    const stack = await startLocalStack({ dataDirectory, environment, parts: { temporal: false, postgres: false } });
    onTestFinished(() => stack.stop());

    await expect(removeDataDirectory(dataDirectory)).rejects.toThrow(DirectoryInUseError);
    expect(existsSync(join(dataDirectory, 'org.sqlite'))).toBe(true);
    await stack.stop();
    await removeDataDirectory(dataDirectory);

    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('leaves a folder alone that holds something else', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'letters.txt'), 'dear');

    await expect(removeDataDirectory(folder)).rejects.toThrow(NotADataDirectoryError);

    expect(existsSync(join(folder, 'letters.txt'))).toBe(true);
  });

  it('is content with a folder that is not there', async () => {
    await expect(removeDataDirectory(join(await aFolder(), 'gone'))).resolves.toBeUndefined();
  });
});
