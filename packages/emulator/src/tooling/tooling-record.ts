/** Fields whose value is an object: kept as JSON. Source: Tooling API Object Reference. */
const COMPLEX = new Set([
  'CodeCoverage',
  'CodeCoveragePercentages',
  'CspTrustedSites',
  'Dependencies',
  'Errors',
  'ProfileMappings',
  'Profiles',
  'RemoteSiteSettings',
]);

/** A record of the data API's shape as the Tooling API prints it: its own URLs, and objects where a field holds one. */
export function toToolingRecord(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, toToolingValue(name, value)]));
}

function toToolingValue(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => toToolingValue('', item));
  if (typeof value === 'string') {
    if (name === 'nextRecordsUrl') return value.replace('/query/', '/tooling/query/');
    return COMPLEX.has(name) ? (JSON.parse(value) as unknown) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (name !== 'attributes') return toToolingRecord(value as Record<string, unknown>);
  const { url, ...rest } = value as Record<string, unknown>;
  return { ...rest, ...(typeof url === 'string' && { url: url.replace('/sobjects/', '/tooling/sobjects/') }) };
}

/** A describe result with the Tooling API's own URLs. */
export function toToolingUrls(described: Record<string, unknown>): Record<string, unknown> {
  const urls = Object.entries((described['urls'] ?? {}) as Record<string, string>);
  const tooling = urls.map(([name, url]) => [name, url.replace('/sobjects/', '/tooling/sobjects/')]);
  return { ...described, urls: Object.fromEntries(tooling) as Record<string, string> };
}
