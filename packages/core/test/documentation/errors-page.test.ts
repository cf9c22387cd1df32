import { expect, it } from 'vitest';
import { errorsPage } from './errors-page.ts';

it('docs/errors.md says what the table says (npm run docs -w @uman/core writes it)', async () => {
  await expect(errorsPage()).toMatchFileSnapshot('../../../../docs/errors.md');
});
