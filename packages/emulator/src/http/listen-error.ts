import { EmulatorError } from '../emulator-error.ts';

export class ListenError extends EmulatorError {
  readonly code = 'EMULATOR_PORT_UNAVAILABLE';
  readonly address: string;
  readonly port: number;

  constructor({ address, port, cause }: { readonly address: string; readonly port: number; readonly cause: unknown }) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const inUse = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    super(
      inUse
        ? `Could not listen on ${address}:${port}: another process uses that port. Stop it, or choose another port (0 is any free one).`
        : `Could not listen on ${address}:${port}: ${reason}`,
      { cause },
    );
    this.name = 'ListenError';
    this.address = address;
    this.port = port;
  }
}
