import { SalesforceError } from '../errors/salesforce-error.ts';
import type { LearnOptions, VisibleFields, WantedFields } from './visible-fields.ts';

/** What Salesforce says of a name that is not there for this user. */
const ABSENT_NAMES: ReadonlySet<string | undefined> = new Set(['INVALID_FIELD', 'INVALID_TYPE']);

/**
 * Asks for what is visible as far as is known. Where the org refuses a name, it is found out which of the wanted are hidden,
 * and asked again without them; a refusal for another name is thrown.
 *
 * @param ask Builds what it asks for anew each time, by `visible.choose`.
 */
export async function askVisible<Answer>(
  ask: () => Promise<Answer>,
  { visible, wanted, ...options }: LearnOptions & { readonly visible: VisibleFields; readonly wanted: WantedFields },
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const isAboutName = error instanceof SalesforceError && ABSENT_NAMES.has(error.errorCode);
    if (!isAboutName || !(await visible.learnHidden(wanted, options))) throw error;
    return askVisible(ask, { visible, wanted, ...options });
  }
}
