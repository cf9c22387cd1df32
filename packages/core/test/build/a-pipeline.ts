import type { Pipeline, Stage } from '../../src/pipelines/pipeline.ts';

/** A pipeline of these stages, in this order; what a stage says of itself is laid over what its name suggests. */
export function aPipeline(
  stages: readonly (string | (Partial<Stage> & Pick<Stage, 'value'>))[],
  overrides: Partial<Pipeline> = {},
): Pipeline {
  return {
    id: '012000000000001AAA',
    developerName: 'Enterprise',
    label: 'Enterprise',
    isMaster: false,
    isDefault: true,
    stages: stages.map((given, index) => {
      const { value, ...further } = typeof given === 'string' ? { value: given } : given;
      const outcome = value.endsWith('Won') ? 'won' : value.endsWith('Lost') ? 'lost' : 'open';
      return {
        value,
        label: value,
        probability: outcome === 'open' ? (index + 1) * 10 : outcome === 'won' ? 100 : 0,
        forecastCategory: outcome === 'open' ? 'Pipeline' : outcome === 'won' ? 'Closed' : 'Omitted',
        outcome,
        position: index + 1,
        isDefault: false,
        ...further,
      } satisfies Stage;
    }),
    ...overrides,
  };
}
