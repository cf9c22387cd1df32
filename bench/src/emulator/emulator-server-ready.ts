/** What `emulator-server.ts` says when it is ready. */
export interface EmulatorServerReady {
  readonly url: string;
  readonly accessToken: string;
}
