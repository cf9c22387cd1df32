import { z } from 'zod';

/** Where the tests of this folder run, when it is a real org. */
export type TestOrgConfig = {
  /** Prefix of the package's names: `''` where its source was deployed. */
  readonly namespace: string;
} & (
  | { readonly kind: 'session'; readonly instanceUrl: string; readonly accessToken: string }
  | {
      readonly kind: 'refresh';
      readonly loginUrl: string;
      readonly refreshToken: string;
      readonly clientId: string;
      readonly clientSecret: string;
    }
);

const PREFIX = 'SALESFORCE_TEST_';
const text = z.string().min(1);
const sessionSchema = z.object({ INSTANCE_URL: z.url(), ACCESS_TOKEN: text });
const refreshSchema = z.object({
  LOGIN_URL: z.url().default('https://login.salesforce.com'),
  REFRESH_TOKEN: text,
  CLIENT_ID: text,
  CLIENT_SECRET: text,
});

/**
 * The org that the `SALESFORCE_TEST_*` variables name; undefined where there are none.
 * @throws Error that names what is missing where there are some, but not enough of them
 */
export function testOrgConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): TestOrgConfig | undefined {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(PREFIX) && value !== undefined && value !== '' ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );
  if (Object.keys(given).length === 0) return undefined;
  const namespace = environment[`${PREFIX}NAMESPACE`] ?? 'uman';
  const session = sessionSchema.safeParse(given);
  if (session.success) {
    const { INSTANCE_URL: instanceUrl, ACCESS_TOKEN: accessToken } = session.data;
    return { kind: 'session', namespace, instanceUrl, accessToken };
  }
  const refresh = refreshSchema.safeParse(given);
  if (refresh.success) {
    const {
      LOGIN_URL: loginUrl,
      REFRESH_TOKEN: refreshToken,
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
    } = refresh.data;
    return { kind: 'refresh', namespace, loginUrl, refreshToken, clientId, clientSecret };
  }
  const missing = (error: z.ZodError): string =>
    [...new Set(error.issues.map(({ path }) => PREFIX + path.join('.')))].join(', ');
  throw new Error(
    `No org to test against: a session lacks ${missing(session.error)}; a refresh token lacks ${missing(refresh.error)}.`,
  );
}
