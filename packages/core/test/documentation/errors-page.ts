import type { CodeGroup } from '../../src/errors/codes/code-group.ts';
import { SPECIAL_CASES } from '../../src/errors/codes/special-cases.ts';
import {
  codesOf,
  ERROR_CODE_CHAPTERS,
  ERROR_CODES,
  STATUS_CODES,
  toErrorCodeRow,
  UNCLASSIFIED,
  type ErrorCodeRow,
} from '../../src/errors/error-codes.ts';
import type { FixedBy, Outcome } from '../../src/errors/salesforce-error.ts';

const TURN: Readonly<Record<FixedBy, string>> = {
  user: 'whoever gave the values',
  admin: "the org's administrator",
  caller: 'the calling program',
  salesforce: 'Salesforce: it passes',
  us: 'us',
};

const WRITTEN: Readonly<Record<Outcome, string>> = {
  notApplied: 'nothing was written',
  applied: 'it is written',
  unknown: 'it may be written',
};

/** docs/errors.md, from the table and nothing else. */
export function errorsPage(): string {
  return [
    "# Salesforce's errors",
    '',
    'What each of the errorCodes that Salesforce publishes means for a request of ours: the `code` of the error that',
    '`@uman/core` throws, whether the same request may succeed later, what is known of a write that was answered so, whose turn it',
    'is, and the next step. How a whole write fails is in [write-failures.md](write-failures.md).',
    '',
    'This page is generated from `packages/core/src/errors/codes/`: change it there, then run `npm run docs -w @uman/core`.',
    '`{object}` and `{field}` in a path of Setup are, in the error, what it is about; the last name of a path also finds the page in',
    "Quick Find. Of a request that was undone as a whole, nothing was written, whatever the table says of the errorCode's outcome.",
    '',
    `${ERROR_CODES.size} errorCodes:`,
    '',
    ...ERROR_CODE_CHAPTERS.flatMap(({ title, groups }) => [`## ${title}`, '', ...groups.flatMap(lines), '']),
    '## Where the text or the request says more',
    '',
    ...Object.values(SPECIAL_CASES).flatMap(lines),
    '',
    '## Answers without an errorCode that the table knows',
    '',
    'The HTTP status decides; any other one from 500 on is read as `SERVER_UNAVAILABLE`.',
    '',
    ...Object.entries(STATUS_CODES).map(([status, errorCode]) => `- ${status}: as \`${errorCode}\``),
    '',
    `Anything else: ${factsOf(UNCLASSIFIED)}. ${UNCLASSIFIED.remedy}`,
    '',
  ].join('\n');
}

function lines(group: CodeGroup): string[] {
  const row = toErrorCodeRow(group);
  const codes = codesOf(group).map((errorCode) => `\`${errorCode}\``);
  return [`- ${row.remedy}`, `  - ${factsOf(row)}`, `  - ${codes.join(' ')}`];
}

function factsOf({ code, retryable, outcome, fixedBy }: ErrorCodeRow): string {
  const again = retryable ? 'send it again' : 'do not send it again as it is';
  return `\`${code}\`; ${again}; ${WRITTEN[outcome]}; turn: ${TURN[fixedBy]}`;
}
