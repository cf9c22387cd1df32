import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EmulatorRig } from '../emulator-rig.ts';

/** Installs these files of source format, by their path, as an administrator's deployment would; with a namespace as a package. */
export function deployFiles(rig: EmulatorRig, files: Readonly<Record<string, string>>, namespace?: string): void {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-deploy-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      const path = join(directory, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    rig.emulator.install({ directory, ...(namespace !== undefined && { namespace }) });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A picklist with these values, dependent on another field where `validFor` says for which of its values. */
export function picklistField(
  name: string,
  values: readonly string[],
  dependent?: { readonly on: string; readonly validFor: Readonly<Record<string, readonly string[]>> },
): string {
  const value = (text: string): string =>
    `<value><fullName>${text}</fullName><default>false</default><label>${text}</label></value>`;
  const settings = Object.entries(dependent?.validFor ?? {}).map(
    ([text, controlling]) =>
      `<valueSettings>${controlling.map((one) => `<controllingFieldValue>${one}</controllingFieldValue>`).join('')}<valueName>${text}</valueName></valueSettings>`,
  );
  return `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name.replace(/__c$/, '')}</label><type>Picklist</type><valueSet>${
    dependent ? `<controllingField>${dependent.on}</controllingField>` : ''
  }<restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values.map(value).join('')}</valueSetDefinition>${settings.join('')}</valueSet></CustomField>`;
}
