// Running an emulated org
export { createEmulator } from './create-emulator.ts';
export type { Emulator } from './emulator.ts';
export type { EmulatedOrg } from './emulated-org.ts';
export type { EmulatorOptions } from './emulator-options.ts';
export type { NewOrg, NewSandbox } from './host/org-host.ts';
export type { OrgIdentity, OrgKind } from './host/org-identity.ts';
export type { OrgTime } from './org/org-time.ts';
export type { IpRange, LoginHours, LoginPolicy, Weekday } from './access/login-policy.ts';
export type { ChangeUserOptions, CreateUserOptions } from './org/org-user.ts';
export type { HeldPackaging } from './packaging/requests/held-packaging.ts';
export type { HeldDeployments } from './metadata/deploy/held-deployments.ts';
export type { SwitchValues } from './org/org-switches.ts';

// Apps that log in to it
export type { AppSettings, RefreshTokenPolicy, RegisterAppOptions } from './oauth/apps/oauth-app.ts';

// Installing metadata
export type { MetadataSource } from './metadata/metadata-source.ts';
export type { InstallReport } from './metadata/install-report.ts';

// What a person does in a browser
export { logInAndAllow, LoginRefusedError, type LogInOptions } from './log-in-and-allow.ts';

// Breaking it, and watching it
export type { Drift } from './faults/drift-body.ts';
export type { Fault, FaultAnswer, FaultChance, RequestScope, WriteScope } from './faults/fault.ts';
export type { ArmedFault, FaultMatch, Faults } from './faults/faults.ts';
export type { KnownAnswer } from './faults/known-answers.ts';
export type { RequestFilter } from './http/request-filter.ts';
export type { SnapshotSummary } from './host/snapshots.ts';
export type { Seed, SeedReport } from './seed/seed.ts';
export type { RequestTimeouts } from './http/request-timeouts.ts';
export type { TlsOptions } from './http/server-address.ts';
export type { LoggedRequest } from './http/request-log.ts';

// What can go wrong in using it
export { EmulatorError } from './emulator-error.ts';
export { DataFileError } from './org/data-file-error.ts';
export { ListenError } from './http/listen-error.ts';
export { MetadataError } from './metadata/metadata-error.ts';
export { OrgExistsError } from './host/org-exists-error.ts';
export { CertificateFileError } from './http/certificate-file-error.ts';
export { SandboxResetError } from './host/sandbox-reset-error.ts';
export { SeedError } from './seed/seed-error.ts';
export { UnknownSnapshotError } from './host/unknown-snapshot-error.ts';
export { PrimaryOrgError } from './host/primary-org-error.ts';
export { UnknownAccessError } from './org/unknown-access-error.ts';
export { UnknownOrgError } from './host/unknown-org-error.ts';
export { UnknownObjectError } from './unknown-object-error.ts';
export { UnknownUserError } from './unknown-user-error.ts';
export { ProfileExistsError } from './access/profile-exists-error.ts';
export { UserExistsError } from './org/user-exists-error.ts';
