import { describe, expect, it } from 'vitest';
import { joinPipeline, usablePipelines } from './join-pipelines.ts';
import type { OrgStage } from './org-stage.ts';
import type { RecordTypeMapping } from './record-type-mapping.ts';
import { stageInPipeline } from './stage-in-pipeline.ts';

const anOrgStage = (value: string, sortOrder: number, further: Partial<OrgStage> = {}): OrgStage => ({
  value,
  label: value,
  sortOrder,
  isActive: true,
  outcome: 'open',
  probability: sortOrder,
  forecastCategory: 'Pipeline',
  ...further,
});

const orgStages = [
  anOrgStage('Closed Lost', 90, { outcome: 'lost', probability: 0 }),
  anOrgStage('Offer', 40),
  anOrgStage('Prospecting', 10),
  anOrgStage('Fax sent', 20, { isActive: false }),
  anOrgStage('Closed Won', 80, { outcome: 'won', probability: 100 }),
  anOrgStage('Referral', 15),
];

const aMapping = (overrides: Partial<RecordTypeMapping> = {}): RecordTypeMapping => ({
  id: '012000000000001AAA',
  developerName: 'Enterprise',
  label: 'Enterprise',
  isMaster: false,
  isAvailable: true,
  isDefault: false,
  stages: ['Closed Won', 'Offer', 'Prospecting', 'Fax sent', 'Closed Lost'].map((value) => ({
    value,
    label: `${value} (de)`,
    isDefault: value === 'Prospecting',
  })),
  ...overrides,
});

const master = aMapping({
  id: '012000000000000AAA',
  developerName: 'Master',
  label: 'Master',
  isMaster: true,
  stages: undefined,
});

describe('joinPipeline', () => {
  it("has the record type's active stages in the org's order, with the user's labels and the org's meaning", () => {
    const { stages } = joinPipeline(aMapping(), orgStages);

    expect(stages.map(({ value, position }) => [value, position])).toEqual([
      ['Prospecting', 1],
      ['Offer', 2],
      ['Closed Won', 3],
      ['Closed Lost', 4],
    ]);
    expect(stages[0]).toMatchObject({ label: 'Prospecting (de)', probability: 10, isDefault: true, outcome: 'open' });
    expect(stages.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'won', 'lost']);
  });

  it('has every active stage of the org for the master record type', () => {
    expect(joinPipeline(master, orgStages).stages.map(({ value }) => value)).toEqual([
      'Prospecting',
      'Referral',
      'Offer',
      'Closed Won',
      'Closed Lost',
    ]);
  });

  it('keeps a stage that the org does not describe, at the end', () => {
    const { stages } = joinPipeline(
      aMapping({ stages: [{ value: 'New', label: 'New', isDefault: false }, ...(aMapping().stages ?? [])] }),
      orgStages,
    );

    expect(stages.at(-1)).toMatchObject({ value: 'New', position: 5, probability: null, forecastCategory: null });
  });
});

describe('usablePipelines', () => {
  const names = (mappings: readonly RecordTypeMapping[]) =>
    usablePipelines(mappings, orgStages).map(({ developerName }) => developerName);

  it('leaves out what the user may not use, and puts the default first', () => {
    const mappings = [
      aMapping({ label: 'A', developerName: 'A' }),
      aMapping({ id: '012000000000002AAA', label: 'B', developerName: 'B', isAvailable: false }),
      aMapping({ id: '012000000000003AAA', label: 'C', developerName: 'C', isDefault: true }),
      { ...master, isAvailable: true },
    ];

    expect(names(mappings)).toEqual(['C', 'A']);
  });

  it('has the master record type where nothing else can be used, and where it is the default', () => {
    expect(names([{ ...master, isDefault: true }])).toEqual(['Master']);
    expect(names([aMapping({ isAvailable: false }), master])).toEqual(['Master']);
    expect(names([aMapping(), { ...master, isDefault: true }])).toEqual(['Master', 'Enterprise']);
  });
});

describe('stageInPipeline', () => {
  const pipeline = joinPipeline(aMapping(), orgStages);
  const stage = (value: string) => stageInPipeline(value, { pipeline, orgStages });

  it('says what a stage means where the deal is, and what comes next', () => {
    expect(stage('Prospecting')).toMatchObject({
      label: 'Prospecting (de)',
      position: 1,
      of: 4,
      standing: 'current',
      next: { value: 'Offer' },
      closings: [{ value: 'Closed Won' }, { value: 'Closed Lost' }],
    });
    expect(stage('Offer').next).toBeUndefined();
    expect(stage('Closed Won')).toMatchObject({ outcome: 'won', next: undefined, closings: [] });
  });

  it.each([
    ['retired', 'Fax sent', 20],
    ['ofAnotherPipeline', 'Referral', 15],
    ['unknown', 'Daydreaming', null],
  ])('says that a stage is %s', (standing, value, probability) => {
    expect(stage(value)).toMatchObject({ standing, label: value, probability, position: null, next: undefined });
  });
});
