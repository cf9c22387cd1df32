import { setTimeout as delay } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import type { EmulatedOrg, EmulatorOptions } from '../../src/index.ts';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { archive, regionArchive } from '../operations/metadata/metadata-rig.ts';

/** A Dev Hub, and what a person does in it and in other orgs of the same process. */
export interface PackagingRig extends EmulatorRig {
  /** A managed package of the namespace `acme`. @returns `0Ho…` */
  createPackage(fields?: Record<string, unknown>): Promise<string>;
  /** @returns the id of the request, `08c…`, which is not over yet */
  requestVersion(packageId: string, options?: VersionOptions): Promise<string>;
  /** @returns the row of the request once it is over, with its version's `SubscriberPackageVersionId` */
  createVersion(packageId: string, options?: VersionOptions): Promise<VersionRequest>;
  /** A released version. @returns `04t…` */
  createReleased(packageId: string, options?: VersionOptions): Promise<string>;
  promote(subscriberVersionId: string): Promise<unknown>;
  /** @returns the row of PackageInstallRequest, once it is over */
  install(org: EmulatedOrg, versionId: string, fields?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** @returns the row of SubscriberPackageVersionUninstallRequest, once it is over */
  uninstall(org: EmulatedOrg, versionId: string): Promise<Record<string, unknown>>;
  /** Creates a row of the Tooling API. @returns its id */
  request(org: OrgWithSession, object: string, values: Record<string, unknown>): Promise<string>;
  /** A row of the Tooling API as it is now. */
  row(org: OrgWithSession, object: string, id: string): Promise<Record<string, unknown>>;
  /** A request of packaging, once it is over. */
  over(org: OrgWithSession, object: string, id: string): Promise<Record<string, unknown>>;
  /** Waits until a request of packaging has a status that it is held at. */
  reaches(org: OrgWithSession, object: string, id: string, status: string): Promise<void>;
  /** Rows of a query of the Tooling API. */
  toolingQuery(org: OrgWithSession, soql: string): Promise<Record<string, unknown>[]>;
}

type OrgWithSession = Pick<EmulatedOrg, 'issueSession'>;

export interface VersionOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** @default '1.0.0.NEXT' */
  readonly versionNumber?: string;
  readonly ancestorId?: string;
  /** Versions that it depends on, `04t…`. */
  readonly dependencies?: readonly string[];
  /** Further fields of the request. @default code coverage is calculated */
  readonly request?: Record<string, unknown>;
}

export interface VersionRequest {
  readonly Id: string;
  readonly Status: string;
  readonly Package2VersionId: string | null;
  readonly Package2Version: { readonly SubscriberPackageVersionId: string; readonly BuildNumber: number } | null;
}

export async function createPackagingRig(options: EmulatorOptions = {}): Promise<PackagingRig> {
  const rig = await createEmulatorRig({ org: { kind: 'production', devHub: true }, ...options });
  const { emulator } = rig;
  const send = async (org: OrgWithSession, method: string, path: string, body?: unknown) => {
    const { accessToken } = org.issueSession();
    const answer = await rig.call(method, `/tooling${path}`, body, { authorization: `Bearer ${accessToken}` });
    if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
    return answer.body as Record<string, unknown>;
  };
  const packaging: PackagingRig = {
    ...rig,
    async createPackage(fields = {}) {
      const values = { Name: 'Regions', NamespacePrefix: 'acme', ContainerOptions: 'Managed', ...fields };
      const { id } = await send(emulator, 'POST', '/sobjects/Package2', values);
      return String(id);
    },
    async createVersion(packageId, options = {}) {
      const id = await packaging.requestVersion(packageId, options);
      await packaging.over(emulator, 'Package2VersionCreateRequest', id);
      const [row] = await packaging.toolingQuery(
        emulator,
        `SELECT Id, Status, Package2VersionId, Package2Version.SubscriberPackageVersionId, Package2Version.BuildNumber
         FROM Package2VersionCreateRequest WHERE Id = '${id}'`,
      );
      return row as unknown as VersionRequest;
    },
    requestVersion: (packageId, options = {}) =>
      packaging.request(emulator, 'Package2VersionCreateRequest', {
        Package2Id: packageId,
        CalculateCodeCoverage: true,
        VersionInfo: versionInfo(packageId, options).toString('base64'),
        ...options.request,
      }),
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
      return send(emulator, 'PATCH', `/sobjects/Package2Version/${String(version?.['Id'])}`, { IsReleased: true });
    },
    async install(org, versionId, fields = {}) {
      const values = { SubscriberPackageVersionKey: versionId, SecurityType: 'none', ...fields };
      const id = await packaging.request(org, 'PackageInstallRequest', values);
      return packaging.over(org, 'PackageInstallRequest', id);
    },
    async uninstall(org, versionId) {
      const values = { SubscriberPackageVersionId: versionId };
      const id = await packaging.request(org, 'SubscriberPackageVersionUninstallRequest', values);
      return packaging.over(org, 'SubscriberPackageVersionUninstallRequest', id);
    },
    async request(org, object, values) {
      const { id } = await send(org, 'POST', `/sobjects/${object}`, values);
      return String(id);
    },
    row: (org, object, id) => send(org, 'GET', `/sobjects/${object}/${id}`),
    async reaches(org, object, id, status) {
      while ((await packaging.row(org, object, id))['Status'] !== status) await delay(5);
    },
    async over(org, object, id) {
      for (;;) {
        const row = await packaging.row(org, object, id);
        if (/^(?:Success|Error)$/i.test(String(row['Status']))) return row;
        await delay(5);
      }
    },
    async toolingQuery(org, soql) {
      const { records } = await send(org, 'GET', `/query?q=${encodeURIComponent(soql)}`);
      return records as Record<string, unknown>[];
    },
  };
  return packaging;
}

/** As @salesforce/packaging sends it. */
export function versionInfo(packageId: string, options: VersionOptions): Buffer {
  const { files = regionArchive, versionNumber = '1.0.0.NEXT', ancestorId, dependencies } = options;
  const descriptor = {
    id: packageId,
    versionName: 'First',
    versionNumber,
    ...(ancestorId !== undefined && { ancestorId }),
    ...(dependencies && { dependencies: dependencies.map((id) => ({ subscriberPackageVersionId: id })) }),
  };
  return Buffer.from(
    zipSync({
      'package.zip': new Uint8Array(archive(files)),
      'package2-descriptor.json': strToU8(JSON.stringify(descriptor)),
    }),
  );
}
