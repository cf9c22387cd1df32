import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** StatusCode values of the Metadata WSDL v63, and error codes of the REST API in restforce; not part of this repository. */
const RECORDED = new URL('../../../../shared/recorded/error-codes.json', import.meta.url);
const SOURCE = new URL('../src/', import.meta.url);
const TESTS = new URL('./', import.meta.url);

/** Codes that are answered and are in neither list, and where they are known from. */
const UNLISTED: Readonly<Record<string, string>> = {
  API_ERROR: 'Bulk API 2.0 only; its guide and public logs of its query jobs',
  BATCH_PROCESSING_HALTED: 'REST API guide, Batch (haltOnError)',
  EXCEEDED_MAX_TYPES_LIMIT: 'Metadata API guide, listMetadata: a fault',
  INSTALL_KEY_INVALID: 'the Tooling API’s answer that @salesforce/packaging looks for',
  INSTALL_KEY_REQUIRED: 'issue 3592 of SFDO-Tooling/CumulusCI',
  INVALID_HEADER:
    'a conditional header that is none (status 400 by the REST API guide); the code is believed without a source',
  INVALID_LOGIN: 'SOAP API guide, ExceptionCode; answers recorded in the tests of simple-salesforce and others',
  INVALID_MULTIPART_REQUEST: 'REST API guide, Insert or Update Blob Data; public logs of clients',
  LOGIN_DURING_RESTRICTED_DOMAIN: 'SOAP API guide, ExceptionCode; a practitioner’s log',
  LOGIN_DURING_RESTRICTED_TIME: 'SOAP API guide, ExceptionCode',
  NOT_EMULATED: 'the emulator’s own: what it does not do',
  PRECONDITION_FAILED: 'status 412 by the REST API guide; the code is believed without a source',
  REQUEST_ENTITY_TOO_LARGE: 'status 413; the code is believed without a source',
  UNSUPPORTED_API_VERSION: 'the SOAP APIs’ fault; that 410 says it too is believed without a source',
  UNSUPPORTED_MEDIA_TYPE: 'status 415 by the REST API guide; public logs of clients',
};

/** What looks like an error code and is something else, by the place where it stands. */
const NO_ERROR_CODES: readonly { readonly in: RegExp; readonly words: RegExp; readonly what: string }[] = [
  { in: /^soql\/date-function\.ts$/, words: /^(CALENDAR|FISCAL|DAY|HOUR|WEEK)_/, what: 'date functions' },
  { in: /^soql\/date-literals\.ts$/, words: /^(LAST|NEXT|THIS|N)_/, what: 'date literals' },
  { in: /^soql\/aggregate-function\.ts$/, words: /^COUNT_DISTINCT$/, what: 'a function' },
  { in: /^soql\/grammar\/parse-select-query\.ts$/, words: /^ABOVE_OR_BELOW$/, what: 'a word of the grammar' },
  { in: /^dml\/content\/to-file-type\.ts$/, words: /_X$/, what: 'file types' },
  { in: /^tooling\/objects\/orgs\.ts$/, words: /^DEVELOPER_PRO$/, what: 'a licence of sandboxes' },
  {
    in: /^(tooling\/objects\/installs|packaging\/request-install|packaging\/pages\/install-result-page)\.ts$/,
    words: /^IN_PROGRESS$/,
    what: 'a status',
  },
  {
    in: /^packaging\/(install-validation|install-package)\.ts$/,
    words:
      /^(BETA_INSTALL|CANNOT_INSTALL|CANNOT_UPGRADE|DEPRECATED_INSTALL|NAMESPACE_COLLISION|NO_ERRORS|UNINSTALL_IN_PROGRESS)/,
    what: 'InstallValidationStatus of SubscriberPackageVersion',
  },
  { in: /^(oauth\/apps\/app-refusal|operations\/oauth\/error-page)\.ts$/, words: /^OAUTH_/, what: 'errors of pages' },
  { in: /^http\/authenticate\.ts$/, words: /^INVALID_HEADER_TYPE$/, what: 'a message' },
  { in: /./, words: /^EMULATOR_/, what: 'errors of the emulator’s own interface, none of Salesforce' },
];

/** Codes that integrations must be ready for and that no test sees answered. */
const UNANSWERED: Readonly<Record<string, string>> = {
  CANNOT_EXECUTE_FLOW_TRIGGER: 'flows are not emulated; a fault can answer so',
  ENTITY_IS_LOCKED: 'approvals are not emulated; a fault can answer so',
  QUERY_TIMEOUT: 'no query is stopped for its time; a fault can answer so',
  REQUEST_RUNNING_TOO_LONG: 'no request is stopped for its time; a fault can answer so',
  STORAGE_LIMIT_EXCEEDED: 'storage is not measured; a fault can answer so',
};

/** The codes that public sources show clients of the data APIs meeting. */
const TO_BE_MET = `
  REQUIRED_FIELD_MISSING DUPLICATE_VALUE DUPLICATES_DETECTED FIELD_CUSTOM_VALIDATION_EXCEPTION INVALID_FIELD INVALID_TYPE
  INVALID_FIELD_FOR_INSERT_UPDATE MALFORMED_ID MALFORMED_QUERY NOT_FOUND ENTITY_IS_DELETED INVALID_CROSS_REFERENCE_KEY
  INSUFFICIENT_ACCESS_OR_READONLY INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY
  CANNOT_EXECUTE_FLOW_TRIGGER STRING_TOO_LONG INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST FIELD_INTEGRITY_EXCEPTION
  INVALID_EMAIL_ADDRESS MISSING_ARGUMENT JSON_PARSER_ERROR UNABLE_TO_LOCK_ROW REQUEST_LIMIT_EXCEEDED SERVER_UNAVAILABLE
  QUERY_TIMEOUT REQUEST_RUNNING_TOO_LONG INVALID_QUERY_LOCATOR INVALID_QUERY_FILTER_OPERATOR NUMBER_OUTSIDE_VALID_RANGE
  ENTITY_IS_LOCKED STORAGE_LIMIT_EXCEEDED TXN_SECURITY_NO_ACCESS INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE
  INACTIVE_OWNER_OR_USER METHOD_NOT_ALLOWED UNSUPPORTED_API_VERSION UNKNOWN_EXCEPTION ALL_OR_NONE_OPERATION_ROLLED_BACK
  PROCESSING_HALTED`
  .trim()
  .split(/\s+/);

test.skipIf(!existsSync(RECORDED))(
  'every code that is answered is one of Salesforce’s (skipped without the recorded data)',
  () => {
    const known = new Set(Object.values(JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<string, string[]>).flat());
    const answered = codesOf(SOURCE);

    const unlisted = [...answered].filter((code) => !known.has(code));

    process.stdout.write(
      `Error codes: ${answered.size} answered, ${answered.size - unlisted.length} of them in Salesforce’s lists of ${known.size}.\n`,
    );
    for (const code of unlisted) process.stdout.write(`  not ${code}: ${UNLISTED[code] ?? 'no reason given'}\n`);
    expect(unlisted.toSorted()).toEqual(Object.keys(UNLISTED).toSorted());
  },
);

test('what only looks like an error code is still there', () => {
  const places = literalsOf(SOURCE);

  const gone = NO_ERROR_CODES.filter((other) => !places.some((place) => isOther(other, place)));

  expect(gone).toEqual([]);
});

test('the codes that clients meet are answered, in a test, or have a reason why not', () => {
  const answered = codesOf(SOURCE);
  const tests = globSync('**/*.test.ts', { cwd: TESTS })
    .filter((file) => file !== 'recorded-error-codes.test.ts')
    .map((file) => readFileSync(new URL(file, TESTS), 'utf8'))
    .join('\n');

  const missed = TO_BE_MET.filter((code) => !answered.has(code) || !new RegExp(`\\b${code}\\b`).test(tests));

  process.stdout.write(
    `Error codes that clients meet: ${TO_BE_MET.length - missed.length} of ${TO_BE_MET.length} tested.\n`,
  );
  for (const code of missed) process.stdout.write(`  not ${code}: ${UNANSWERED[code] ?? 'no reason given'}\n`);
  expect(missed.toSorted()).toEqual(Object.keys(UNANSWERED).toSorted());
});

interface Place {
  readonly file: string;
  readonly word: string;
}

/**
 * Every literal in capitals with an underscore, wherever it stands, so that no way of making an error escapes; and the
 * one-word ones that are given as `errorCode` or `statusCode`.
 */
function literalsOf(directory: URL): Place[] {
  const files = globSync('**/*.ts', { cwd: directory }).filter((file) => !file.endsWith('.test.ts'));
  return files.flatMap((file) =>
    [
      ...readFileSync(new URL(file, directory), 'utf8').matchAll(
        /'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'|(?:errorCode|statusCode): '([A-Z]+)'/g,
      ),
    ].map(([, word, single]) => ({ file, word: word ?? single ?? '' })),
  );
}

function codesOf(directory: URL): ReadonlySet<string> {
  return new Set(
    literalsOf(directory)
      .filter((place) => !NO_ERROR_CODES.some((other) => isOther(other, place)))
      .map(({ word }) => word),
  );
}

function isOther(other: (typeof NO_ERROR_CODES)[number], { file, word }: Place): boolean {
  return other.in.test(file) && other.words.test(word);
}
