import type { StoryFigures } from './tell-story.ts';

/** What the figures say against the product: a sentence for each promise that was not kept. */
export function brokenPromises(figures: StoryFigures): string[] {
  const { apiCalls, recordWritesOnSecondStart, duplicatesAfterLostAnswer, duplicatesAfterKill, lost } = figures;
  return [
    ...(apiCalls === 1 ? [] : [`the whole write took ${apiCalls} API calls instead of 1`]),
    ...(recordWritesOnSecondStart === 0 ? [] : [`the second start wrote ${recordWritesOnSecondStart} records`]),
    ...(duplicatesAfterLostAnswer === 0 ? [] : [`the lost answer left ${duplicatesAfterLostAnswer} duplicates`]),
    ...(duplicatesAfterKill === 0 ? [] : [`the killed worker left ${duplicatesAfterKill} duplicates`]),
    ...(lost === 0 ? [] : [`${lost} records are missing`]),
  ];
}
