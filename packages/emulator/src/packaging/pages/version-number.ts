import type { StoredRecord } from '../../dml/stored-record.ts';

/** e.g. `0.1.0.3` */
export function versionNumberOf(row: StoredRecord): string {
  return ['MajorVersion', 'MinorVersion', 'PatchVersion', 'BuildNumber'].map((name) => String(row[name])).join('.');
}
