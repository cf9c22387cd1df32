import { strToU8, zipSync } from 'fflate';
import type { EmulatedOrg } from '../../src/index.ts';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { archive, regionArchive } from '../operations/metadata/metadata-rig.ts';

/** A Dev Hub, and what a person does in it and in other orgs of the same process. */
export interface PackagingRig extends EmulatorRig {
  /** A managed package of the namespace `acme`. @returns `0Ho…` */
  createPackage(fields?: Record<string, unknown>): Promise<string>;
  /** @returns the row of the request, with its version's `SubscriberPackageVersionId` */
  createVersion(packageId: string, options?: VersionOptions): Promise<VersionRequest>;
  /** A released version. @returns `04t…` */
  createReleased(packageId: string, options?: VersionOptions): Promise<string>;
  promote(subscriberVersionId: string): Promise<unknown>;
  /** @returns the row of PackageInstallRequest */
  install(org: EmulatedOrg, versionId: string, fields?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Rows of a query of the Tooling API. */
  toolingQuery(org: Pick<EmulatedOrg, 'issueSession'>, soql: string): Promise<Record<string, unknown>[]>;
}

export interface VersionOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** @default '1.0.0.NEXT' */
  readonly versionNumber?: string;
  readonly ancestorId?: string;
  /** Further fields of the request. @default code coverage is calculated */
  readonly request?: Record<string, unknown>;
}

export interface VersionRequest {
  readonly Id: string;
  readonly Status: string;
  readonly Package2VersionId: string | null;
  readonly Package2Version: { readonly SubscriberPackageVersionId: string; readonly BuildNumber: number } | null;
}

export async function createPackagingRig(): Promise<PackagingRig> {
  const rig = await createEmulatorRig({ org: { kind: 'production', devHub: true } });
  const { emulator } = rig;
  const request = async (org: Pick<EmulatedOrg, 'issueSession'>, method: string, path: string, body?: unknown) => {
    const { accessToken } = org.issueSession();
    const answer = await rig.call(method, `/tooling${path}`, body, { authorization: `Bearer ${accessToken}` });
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
    return answer.body as Record<string, unknown>;
  };
  const packaging: PackagingRig = {
    ...rig,
    async createPackage(fields = {}) {
      const values = { Name: 'Regions', NamespacePrefix: 'acme', ContainerOptions: 'Managed', ...fields };
      const { id } = await request(emulator, 'POST', '/sobjects/Package2', values);
      return String(id);
    },
    async createVersion(packageId, options = {}) {
      const { id } = await request(emulator, 'POST', '/sobjects/Package2VersionCreateRequest', {
        Package2Id: packageId,
        CalculateCodeCoverage: true,
        VersionInfo: versionInfo(packageId, options).toString('base64'),
        ...options.request,
      });
      const [row] = await packaging.toolingQuery(
        emulator,
        `SELECT Id, Status, Package2VersionId, Package2Version.SubscriberPackageVersionId, Package2Version.BuildNumber
         FROM Package2VersionCreateRequest WHERE Id = '${String(id)}'`,
      );
      return row as unknown as VersionRequest;
    },
    async createReleased(packageId, options = {}) {
      const { Package2Version: version } = await packaging.createVersion(packageId, options);
      const id = version?.SubscriberPackageVersionId ?? '';
      await packaging.promote(id);
      return id;
    },
    async promote(subscriberVersionId) {
      const [version] = await packaging.toolingQuery(
        emulator,
        `SELECT Id FROM Package2Version WHERE SubscriberPackageVersionId = '${subscriberVersionId}'`,
      );
      return request(emulator, 'PATCH', `/sobjects/Package2Version/${String(version?.['Id'])}`, { IsReleased: true });
    },
    async install(org, versionId, fields = {}) {
      const { id } = await request(org, 'POST', '/sobjects/PackageInstallRequest', {
        SubscriberPackageVersionKey: versionId,
        SecurityType: 'none',
        ...fields,
      });
      return request(org, 'GET', `/sobjects/PackageInstallRequest/${String(id)}`);
    },
    async toolingQuery(org, soql) {
      const { records } = await request(org, 'GET', `/query?q=${encodeURIComponent(soql)}`);
      return records as Record<string, unknown>[];
    },
  };
  return packaging;
}

/** As @salesforce/packaging sends it. */
export function versionInfo(packageId: string, options: VersionOptions): Buffer {
  const { files = regionArchive, versionNumber = '1.0.0.NEXT', ancestorId } = options;
  const descriptor = {
    id: packageId,
    versionName: 'First',
    versionNumber,
    ...(ancestorId !== undefined && { ancestorId }),
  };
  return Buffer.from(
    zipSync({
      'package.zip': new Uint8Array(archive(files)),
      'package2-descriptor.json': strToU8(JSON.stringify(descriptor)),
    }),
  );
}
