import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EmulatedOrg } from '@uman/emulator';

export interface StageXml {
  readonly name: string;
  /** @default the name */
  readonly label?: string;
  readonly probability?: number;
  /** @default 'Pipeline', or what closing suggests */
  readonly category?: 'Omitted' | 'Pipeline' | 'BestCase' | 'Forecast' | 'Closed';
  readonly closes?: 'won' | 'lost';
  readonly isActive?: boolean;
}

export interface RecordTypeXml {
  readonly name: string;
  /** @default the name */
  readonly label?: string;
  readonly stages: readonly string[];
  /** @default true */
  readonly isActive?: boolean;
}

const root = (name: string, content: string): string =>
  `<${name} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${name}>`;

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Deploys the stages of the org, in their order. Those that are no longer named are retired. */
export function deployStages(org: EmulatedOrg, stages: readonly StageXml[]): void {
  const value = ({ name, label = name, probability = 10, category, closes, isActive = true }: StageXml): string => {
    const forecast = category ?? (closes === undefined ? 'Pipeline' : closes === 'won' ? 'Closed' : 'Omitted');
    return (
      `<standardValue><fullName>${text(name)}</fullName><default>false</default><label>${text(label)}</label>` +
      `<isActive>${isActive}</isActive><closed>${closes !== undefined}</closed><won>${closes === 'won'}</won>` +
      `<probability>${probability}</probability><forecastCategory>${forecast}</forecastCategory></standardValue>`
    );
  };
  deploy(org, {
    'standardValueSets/OpportunityStage.standardValueSet-meta.xml': root(
      'StandardValueSet',
      `<sorted>false</sorted>${stages.map(value).join('')}`,
    ),
  });
}

/** Deploys record types of Opportunity, each with a sales process of its own; the first stage is a new deal's. */
export function deployRecordTypes(org: EmulatedOrg, recordTypes: readonly RecordTypeXml[]): void {
  const files = recordTypes.flatMap(({ name, label = name, stages, isActive = true }): [string, string][] => [
    [
      `objects/Opportunity/businessProcesses/${name} Process.businessProcess-meta.xml`,
      root(
        'BusinessProcess',
        `<fullName>${name} Process</fullName><isActive>true</isActive>${stages
          .map(
            (stage, index) => `<values><fullName>${text(stage)}</fullName><default>${index === 0}</default></values>`,
          )
          .join('')}`,
      ),
    ],
    [
      `objects/Opportunity/recordTypes/${name}.recordType-meta.xml`,
      root(
        'RecordType',
        `<fullName>${name}</fullName><active>${isActive}</active><businessProcess>${name} Process</businessProcess><label>${text(label)}</label>`,
      ),
    ],
  ]);
  deploy(org, Object.fromEntries(files));
}

/** Lets a profile use these record types of Opportunity, the first as its default, and no others. */
export function allowRecordTypes(
  org: EmulatedOrg,
  { profile, allowed, denied = [] }: { profile: string; allowed: readonly string[]; denied?: readonly string[] },
): void {
  const visibility = (name: string, visible: boolean, isDefault: boolean): string =>
    `<recordTypeVisibilities><default>${isDefault}</default><recordType>Opportunity.${name}</recordType><visible>${visible}</visible></recordTypeVisibilities>`;
  const content = [
    ...allowed.map((name, index) => visibility(name, true, index === 0)),
    ...denied.map((name) => visibility(name, false, false)),
  ];
  deploy(org, {
    [`profiles/${profile}.profile-meta.xml`]: root('Profile', `<custom>true</custom>${content.join('')}`),
  });
}

function deploy(org: EmulatedOrg, files: Readonly<Record<string, string>>): void {
  const directory = mkdtempSync(join(tmpdir(), 'uman-core-deploy-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      const path = join(directory, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    org.install({ directory });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
