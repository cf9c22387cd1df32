import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';

const WHOLE = /^@\{([^{}]+)\}$/;
const ANYWHERE = /@\{([^{}]+)\}/g;
const SAFE_IN_URL = /^[A-Za-z0-9_.-]+$/;

export interface References {
  /** Bodies of the answers so far, by reference id. */
  readonly answers: ReadonlyMap<string, unknown>;
  /** Of the composite request itself. */
  readonly apiVersion: number;
}

/**
 * The body with each `@{ref.field}` replaced by the value it names. A reference is the whole of a text: within a longer
 * one nothing is known to work. Source: REST API guide, Composite.
 */
export function resolveBody(value: unknown, references: References): unknown {
  if (typeof value === 'string') return resolveText(value, references);
  if (Array.isArray(value)) return value.map((item) => resolveBody(item, references));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolveBody(item, references)]));
}

/** The URL with its references replaced. Source: REST API guide, Composite (`…/Account/@{refAccount.id}`). */
export function resolveUrl(url: string, references: References): string {
  if (/%40%7B/i.test(url)) throw new NotEmulatedError(`the URL-encoded reference in ${url}`);
  return url.replace(ANYWHERE, (reference, path: string) => {
    const text = String(valueAt(path, references));
    if (!SAFE_IN_URL.test(text)) throw new NotEmulatedError(`${reference} in a URL: its value would need encoding`);
    return text;
  });
}

function resolveText(text: string, references: References): unknown {
  const path = WHOLE.exec(text)?.[1];
  if (path !== undefined) return valueAt(path, references);
  if (text.search(ANYWHERE) >= 0) throw new NotEmulatedError(`a reference within a longer text of a body: ${text}`);
  return text;
}

/** The value that `ref.records[0].Id` names; the names' case matters. */
function valueAt(path: string, { answers, apiVersion }: References): unknown {
  const [name = '', ...steps] = path.split(/[.[]/).map((step) => step.replace(/\]$/, ''));
  let value: unknown = answers.get(name);
  for (const step of steps) {
    const holder = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    value = Object.hasOwn(holder, step) ? holder[step] : undefined;
  }
  if (value === undefined || (value === null && apiVersion < 52)) throw noValue(path, name);
  if (typeof value === 'object' && value !== null)
    throw new NotEmulatedError(`@{${path}}, which is not a single value`);
  return value;
}

/** Source: REST API guide, Composite, "Behavior for References to Fields That Aren't Specified in the Parent Request". */
function noValue(path: string, name: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'PROCESSING_HALTED',
    message: `Invalid reference specified. No value for ${path} found in ${name}. Provided referenceId ('${path}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    codeFirst: true,
  });
}
