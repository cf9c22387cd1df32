import type { EmulatorRig } from '../emulator-rig.ts';

/** The records that a query gives, without `attributes`. */
export async function rows(rig: EmulatorRig, soql: string): Promise<Record<string, unknown>[]> {
  const { body } = await rig.call('GET', `/query?q=${encodeURIComponent(soql)}`);
  const { records } = body as { readonly records: readonly Record<string, unknown>[] };
  return records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes')));
}
