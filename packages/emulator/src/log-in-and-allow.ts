import { EmulatorError } from './emulator-error.ts';

/** The login page or the approval page did not lead on. */
export class LoginRefusedError extends EmulatorError {
  readonly code = 'EMULATOR_LOGIN_REFUSED';
}

/** Who logs in, as they would type it. */
export interface LogInOptions {
  readonly username: string;
  readonly password: string;
}

/**
 * What a person does in a browser: opens an authorization URL of this emulator, logs in and allows the app.
 * @returns where the browser is sent: the app's redirect URI with `code` and `state`, or with `error`
 * @throws LoginRefusedError, for wrong credentials or an authorization URL that the org answers with a page of its own
 */
export async function logInAndAllow(authorizationUrl: string, { username, password }: LogInOptions): Promise<string> {
  const answer = await fetch(authorizationUrl, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username, password, decision: 'allow' }),
  });
  await answer.body?.cancel();
  const location = answer.headers.get('location');
  if (location === null) {
    throw new LoginRefusedError(
      `Could not log ${username} in: the org answered ${answer.status} with a page instead of going on to the app. Check the password, and that the app is registered with this redirect URI.`,
    );
  }
  return location;
}
