import { resourceNotFound } from './resource-not-found.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

/** As `GET /services/data` lists it. */
export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  /** e.g. `66.0` */
  readonly version: string;
}

const OLDEST = 31;
const OLDEST_EVER = 7;
const NEWEST = 68;
/** As requests name it. */
export const NEWEST_VERSION = `${NEWEST}.0`;

/** Three releases a year; Summer '14 was 31.0. Source: recorded answer of `GET /services/data`, 2026-05. */
export const apiVersions: readonly ApiVersion[] = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => {
  const version = `${OLDEST + index}.0`;
  return { label: releaseName(OLDEST + index), url: `/services/data/v${version}`, version };
});

const byPathPart = new Map(apiVersions.map(({ version }) => [`v${version}`, version]));

/**
 * The version that a path names, e.g. `66.0` of `v66.0`.
 *
 * @throws SalesforceApiError 410 for a retired version, 404 for anything else that is none. Source: 404 recorded by
 * sf-fx-runtime-nodejs, 2021-07; 410 from the REST API guide's end-of-life page, its text not verified.
 */
export function parseApiVersion(text: string): string {
  const known = byPathPart.get(text);
  if (known !== undefined) return known;
  const number = Number(/^v(\d{1,3})\.0$/.exec(text)?.[1]);
  if (number >= OLDEST && number <= NEWEST) return `${number}.0`;
  if (number >= OLDEST_EVER && number < OLDEST) {
    throw new SalesforceApiError({
      status: 410,
      errorCode: 'UNSUPPORTED_API_VERSION',
      message: `The requested API version ${number}.0 is retired. Versions ${OLDEST}.0 through ${NEWEST}.0 are supported.`,
      codeFirst: true,
    });
  }
  throw resourceNotFound();
}

function releaseName(version: number): string {
  const season = ['Spring', 'Summer', 'Winter'][version % 3 === 0 ? 0 : version % 3 === 1 ? 1 : 2] ?? '';
  const year = Math.floor((version - OLDEST) / 3) + 14 + (version % 3 === 1 ? 0 : 1);
  return `${season} '${year}`;
}
