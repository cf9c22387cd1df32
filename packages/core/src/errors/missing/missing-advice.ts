import type { ErrorCodeRow } from '../error-codes.ts';
import { SETUP } from '../codes/setup-places.ts';
import type { MissingName } from './missing-name.ts';

/** What is known of a missing name, as a sentence of the error's message. */
export function missingFact({ what, why }: MissingName): string {
  switch (why) {
    case 'notThere':
      return `There is no such ${what}.`;
    case 'hidden':
      return `Every org has that ${what}, so it is hidden from the connected user.`;
    case 'removedOrHidden':
      return `The ${what} was there when it was last described: since then it was removed, renamed or hidden from the connected user.`;
    default:
      return `There is no such ${what}, or it is hidden from the connected user; Salesforce does not say which.`;
  }
}

/** Whose turn it is, and the next step, when it is known why a name is missing. `row` says what else the fault means. */
export function missingAdvice(row: ErrorCodeRow, { what, why, meant }: MissingName): ErrorCodeRow {
  const place = what === 'object' ? SETUP.objectAccess : SETUP.fieldSecurity;
  const show = `ask the Salesforce administrator to make the ${what} visible and editable for the connected user (${place}).`;
  const correct =
    meant === undefined ? `Check the API name of the ${what}` : `Check the API name of the ${what}, e.g. ${meant}`;
  switch (why) {
    case 'notThere':
      return {
        ...row,
        fixedBy: 'caller',
        remedy: meant === undefined ? `${correct}.` : `Use ${meant}.`,
        setup: undefined,
      };
    case 'hidden':
      return { ...row, fixedBy: 'admin', remedy: capital(show), setup: place };
    case 'removedOrHidden':
      return {
        ...row,
        fixedBy: 'admin',
        remedy: `Describe the object again; if the ${what} should be there, ${show}`,
        setup: place,
      };
    default:
      return { ...row, fixedBy: 'admin', remedy: `${correct}; if it is right, ${show}`, setup: place };
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
