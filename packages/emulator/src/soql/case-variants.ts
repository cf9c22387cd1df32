import { foldCase } from './fold-case.ts';

const MOST_VARIANTS = 64;

/**
 * The ways to write a text that differ in the case of characters beyond A–Z only, so that an index that ignores the case
 * of A–Z finds them all; undefined where there are too many, or where folding changes the number of characters.
 */
export function caseVariants(text: string): string[] | undefined {
  let variants = [''];
  for (const character of text) {
    const forms = character < '\u0080' ? [character] : formsOf(character);
    if (forms === undefined || variants.length * forms.length > MOST_VARIANTS) return undefined;
    variants = variants.flatMap((start) => forms.map((form) => start + form));
  }
  return variants;
}

function formsOf(character: string): string[] | undefined {
  const forms = [...new Set([character, character.toLowerCase(), character.toUpperCase()])];
  const isPlain = forms.every(
    (form) => form.length === character.length && foldCase(form) === foldCase(character) && form >= '\u0080',
  );
  return isPlain ? forms : undefined;
}
