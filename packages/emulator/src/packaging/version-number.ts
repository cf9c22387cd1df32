import type { StoredRecord } from '../dml/stored-record.ts';

const PARTS = ['MajorVersion', 'MinorVersion', 'PatchVersion', 'BuildNumber'] as const;

/** e.g. `0.1.0.3` */
export function versionNumberOf(row: StoredRecord): string {
  return PARTS.map((name) => String(row[name])).join('.');
}

/** Below 0: the first is the earlier one. */
export function compareVersions(a: StoredRecord, b: StoredRecord): number {
  for (const name of PARTS) {
    const difference = Number(a[name]) - Number(b[name]);
    if (difference !== 0) return difference;
  }
  return 0;
}
