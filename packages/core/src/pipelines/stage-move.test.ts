import { describe, expect, it } from 'vitest';
import { aPipeline } from '../../test/build/a-pipeline.ts';
import { judgeStageMove } from './stage-move.ts';

const pipeline = aPipeline([
  'Prospecting',
  { value: 'Trial', label: 'Proof of value' },
  'Offer',
  'Closed Won',
  'Closed Lost',
]);
const partners = aPipeline(['Referral', 'Offer'], { id: '012000000000002AAA', developerName: 'Partners' });
const move = (from: string | undefined, to: string) =>
  judgeStageMove({ pipeline, from, to, pipelines: [pipeline, partners], retired: ['Fax sent'] });

describe('judgeStageMove', () => {
  it.each([
    ['a new deal', undefined, 'Offer', { direction: 'start', effect: 'none' }, []],
    ['the same stage', 'Offer', 'Offer', { direction: 'none', effect: 'none' }, []],
    ['one stage on', 'Prospecting', 'Trial', { direction: 'forwards', effect: 'none' }, []],
    ['over a stage', 'Prospecting', 'Offer', { direction: 'forwards', effect: 'none' }, ['Trial']],
    ['back', 'Offer', 'Prospecting', { direction: 'backwards', effect: 'none' }, []],
    ['won', 'Offer', 'Closed Won', { direction: 'forwards', effect: 'wins' }, []],
    ['lost early', 'Trial', 'Closed Lost', { direction: 'forwards', effect: 'loses' }, ['Offer']],
    ['reopened', 'Closed Won', 'Offer', { direction: 'backwards', effect: 'reopens' }, []],
    ['won after all', 'Closed Lost', 'Closed Won', { direction: 'backwards', effect: 'changesOutcome' }, []],
    ['out of a retired stage', 'Fax sent', 'Offer', { direction: 'start', effect: 'none' }, []],
  ])('says what a legal move is: %s', (_, from, to, expected, skipped) => {
    const judged = move(from, to);

    expect(judged).toMatchObject({ legal: true, to: { value: to }, ...expected });
    expect(judged.legal && judged.skips.map(({ value }) => value)).toEqual(skipped);
  });

  it('says which pipeline has a stage that this one has not', () => {
    expect(move('Offer', 'Referral')).toMatchObject({
      legal: false,
      problem: 'stageOfAnotherPipeline',
      inPipelines: ['Partners'],
      meant: undefined,
      available: pipeline.stages,
    });
  });

  it('tells a retired stage from one that never was', () => {
    expect(move('Offer', 'Fax sent')).toMatchObject({ legal: false, problem: 'stageRetired', inPipelines: [] });
    expect(move('Offer', 'Daydreaming')).toMatchObject({ legal: false, problem: 'stageUnknown' });
  });

  it.each([
    ['offer', 'Offer'],
    [' Proof of Value', 'Trial'],
  ])('says what "%s" probably meant', (given, meant) => {
    expect(move('Prospecting', given)).toMatchObject({ legal: false, meant: { value: meant } });
  });
});
