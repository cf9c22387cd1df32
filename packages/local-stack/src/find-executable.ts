import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** The first executable file of that name on a PATH; undefined where there is none. A name with a slash is taken as a path. */
export async function findExecutable(name: string, path: string): Promise<string | undefined> {
  if (isAbsolute(name) || name.includes('/'))
    return (await isExecutableFile(resolve(name))) ? resolve(name) : undefined;
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of path.split(delimiter)) {
    if (folder === '') continue;
    for (const suffix of suffixes) {
      const file = join(folder, name + suffix);
      if (await isExecutableFile(file)) return file;
    }
  }
  return undefined;
}

async function isExecutableFile(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false; // absent or not ours to run: either way not the one
  }
}
