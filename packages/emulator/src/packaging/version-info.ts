import { z } from 'zod';
import { libraries } from '../libraries.ts';

const descriptorSchema = z.looseObject({
  id: z.string(),
  versionNumber: z.string().regex(/^\d+\.\d+\.\d+\.(?:\d+|NEXT)$/),
  versionName: z.string().optional(),
  versionDescription: z.string().optional(),
  ancestorId: z.string().optional(),
  releaseNotesUrl: z.string().optional(),
  postInstallUrl: z.string().optional(),
  dependencies: z.array(z.looseObject({ subscriberPackageVersionId: z.string() })).optional(),
});

export type PackageDescriptor = z.output<typeof descriptorSchema>;

/** What the CLI sends to make a package version of. */
export interface VersionInfo {
  readonly descriptor: PackageDescriptor;
  /** An archive in metadata format. */
  readonly packageZip: Uint8Array;
}

/** It cannot be read; the message says why. */
export class VersionInfoError extends Error {}

const MAX_BYTES = 100 * 1024 * 1024;

/** Source: @salesforce/packaging, which makes it: `package.zip` and `package2-descriptor.json` in an archive. */
export function readVersionInfo(bytes: Uint8Array): VersionInfo {
  const files = unzip(bytes);
  const packageZip = files['package.zip'];
  const json = files['package2-descriptor.json'];
  if (!packageZip || !json) throw new VersionInfoError('VersionInfo lacks package.zip or package2-descriptor.json.');
  const parsed = descriptorSchema.safeParse(parseJson(new TextDecoder().decode(json)));
  if (!parsed.success) throw new VersionInfoError(`package2-descriptor.json: ${z.prettifyError(parsed.error)}`);
  return { descriptor: parsed.data, packageZip };
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return libraries.fflate.unzipSync(bytes, { filter: ({ originalSize }) => (total += originalSize) <= MAX_BYTES });
  } catch (cause) {
    throw new VersionInfoError('VersionInfo is no zip archive.', { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
