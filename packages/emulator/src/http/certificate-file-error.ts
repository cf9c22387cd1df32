import { EmulatorError } from '../emulator-error.ts';

export class CertificateFileError extends EmulatorError {
  readonly code = 'EMULATOR_CERTIFICATE_UNREADABLE';

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Could not read the certificate or key ${file}: ${reason}. Give a PEM file.`, { cause });
    this.name = 'CertificateFileError';
  }
}
