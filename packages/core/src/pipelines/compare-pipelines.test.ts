import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPipeline } from '../../test/build/a-pipeline.ts';
import { comparePipelines } from './compare-pipelines.ts';
import { fingerprintPipelines } from './fingerprint-pipelines.ts';
import { movedStages } from './moved-stages.ts';

const before = aPipeline(['Prospecting', 'Trial', 'Offer', 'Closed Won', 'Closed Lost']);
const name = { id: before.id, developerName: 'Enterprise', label: 'Enterprise' };
const partners = aPipeline(['Referral'], { id: '012000000000002AAA', developerName: 'Partners', label: 'Partners' });

describe('comparePipelines', () => {
  it('says nothing of what is as it was', () => {
    expect(comparePipelines([before], [structuredClone(before)])).toEqual([]);
  });

  it.each([
    [
      'stage added',
      aPipeline([
        'Prospecting',
        'Trial',
        { value: 'Legal', probability: 25 },
        { value: 'Offer', probability: 30 },
        'Closed Won',
        'Closed Lost',
      ]),
      [{ kind: 'stageAdded', pipeline: name, stage: 'Legal', position: 3 }],
    ],
    [
      'stage retired',
      aPipeline(['Prospecting', { value: 'Offer', probability: 30 }, 'Closed Won', 'Closed Lost']),
      [{ kind: 'stageRetired', pipeline: name, stage: 'Trial' }],
    ],
    [
      'stage renamed',
      aPipeline(['Prospecting', { value: 'Trial', label: 'Proof of value' }, 'Offer', 'Closed Won', 'Closed Lost']),
      [{ kind: 'stageRenamed', pipeline: name, stage: 'Trial', from: 'Trial', to: 'Proof of value' }],
    ],
    [
      'stages reordered',
      aPipeline([
        'Prospecting',
        { value: 'Offer', probability: 30 },
        { value: 'Trial', probability: 20 },
        'Closed Won',
        'Closed Lost',
      ]),
      [
        {
          kind: 'stagesReordered',
          pipeline: name,
          from: ['Prospecting', 'Trial', 'Offer', 'Closed Won', 'Closed Lost'],
          to: ['Prospecting', 'Offer', 'Trial', 'Closed Won', 'Closed Lost'],
          moved: ['Trial'],
        },
      ],
    ],
    [
      'meaning changed',
      aPipeline([
        'Prospecting',
        { value: 'Trial', probability: 45, forecastCategory: 'BestCase', outcome: 'lost' },
        'Offer',
        'Closed Won',
        'Closed Lost',
      ]),
      [
        { kind: 'probabilityChanged', pipeline: name, stage: 'Trial', from: 20, to: 45 },
        { kind: 'forecastCategoryChanged', pipeline: name, stage: 'Trial', from: 'Pipeline', to: 'BestCase' },
        { kind: 'outcomeChanged', pipeline: name, stage: 'Trial', from: 'open', to: 'lost' },
      ],
    ],
    [
      'default stage changed',
      aPipeline(['Prospecting', { value: 'Trial', isDefault: true }, 'Offer', 'Closed Won', 'Closed Lost']),
      [{ kind: 'defaultStageChanged', pipeline: name, from: undefined, to: 'Trial' }],
    ],
    [
      'pipeline renamed',
      { ...before, label: 'Großkunden' },
      [{ kind: 'pipelineRenamed', pipeline: { ...name, label: 'Großkunden' }, from: 'Enterprise', to: 'Großkunden' }],
    ],
  ])('says: %s', (_, now, changes) => {
    const found = comparePipelines([before], [now]);

    expect(found).toEqual(changes);
    expect(fingerprintPipelines([now])).not.toBe(fingerprintPipelines([before]));
  });

  it('says which pipelines came and went, and which is the default now', () => {
    const changes = comparePipelines([before], [partners]);

    expect(changes).toEqual([
      { kind: 'pipelineAdded', pipeline: { id: partners.id, developerName: 'Partners', label: 'Partners' } },
      { kind: 'pipelineRetired', pipeline: name },
      { kind: 'defaultPipelineChanged', from: 'Enterprise', to: 'Partners' },
    ]);
  });
});

describe('fingerprintPipelines', () => {
  it('does not depend on the order in which pipelines are answered', () => {
    expect(fingerprintPipelines([before, partners])).toBe(fingerprintPipelines([partners, before]));
    expect(fingerprintPipelines([before])).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('movedStages', () => {
  it('names as few as explain the new order, and putting them back gives it', () => {
    const stages = fc.uniqueArray(fc.string(), { maxLength: 9 });
    fc.assert(
      fc.property(
        stages.chain((from) => fc.tuple(fc.constant(from), fc.shuffledSubarray(from, { minLength: from.length }))),
        ([from, to]) => {
          const moved = new Set(movedStages(from, to));

          expect(from.filter((value) => !moved.has(value))).toEqual(to.filter((value) => !moved.has(value)));
          expect(moved.size).toBeLessThanOrEqual(Math.max(0, from.length - 1));
        },
      ),
      { numRuns: 2_000 },
    );
    expect(movedStages(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d']);
  });
});
