import { EmulatorError } from '../emulator-error.ts';

export class ListenError extends EmulatorError {
  readonly code = 'EMULATOR_PORT_UNAVAILABLE';
  readonly port: number;

  constructor({ port, cause }: { readonly port: number; readonly cause: Error }) {
    const inUse = 'code' in cause && cause.code === 'EADDRINUSE';
    super(
      inUse
        ? `Could not listen on 127.0.0.1:${port}: another process uses that port. Stop it, or choose another port (0 is any free one).`
        : `Could not listen on 127.0.0.1:${port}: ${cause.message}`,
      { cause },
    );
    this.name = 'ListenError';
    this.port = port;
  }
}
