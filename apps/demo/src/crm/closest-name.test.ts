import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.ts';

describe('closestName', () => {
  it.each([
    ['GTXPro', ['GTX Basic', 'GTX Pro', 'GTX Plus Pro'], 'GTX Pro'],
    ['technolgy', ['technology', 'telecommunications'], 'technology'],
    ['Philipines', ['Philippines', 'Poland'], 'Philippines'],
    ['gtx-basic', ['GTX Basic', 'GTX Pro'], 'GTX Basic'],
  ])('reads %s', (name, known, meant) => {
    expect(closestName(name, known)).toBe(meant);
  });

  it.each([
    ['a name that is far from all', 'Unobtainium', ['GTX Basic', 'GTX Pro']],
    ['a short name, where two letters are another name', 'MG', ['MGX', 'GM']],
    ['a name between two', 'Region AC', ['Region AB', 'Region AD']],
    ['nothing', '', ['GTX Basic']],
  ])('does not guess for %s', (_name, name, known) => {
    expect(closestName(name, known)).toBeUndefined();
  });
});
