import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands in the folder of recorded data beside the project, as one text: part of what decides whether a test has to
 * run again, since tests that use the data skip where it is absent.
 *
 * @param {string} root the repository's top folder
 */
export function describeRecordedData(root) {
  const folder = join(root, '..', 'shared', 'recorded');
  let names;
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error.code === 'ENOENT') return 'absent';
    throw error;
  }
  return names
    .sort()
    .map((name) => {
      const { size } = statSync(join(folder, name));
      return `${name}:${size}`;
    })
    .join(' ');
}
