import type { TestOrg } from './an-org.ts';

let users = 0;

/**
 * Someone with a profile like Standard User, but without reading some objects (`Opportunity`) or fields (`Account.Industry`).
 * What is taken away is taken as an administrator does it: by deleting the rows of the profile's permissions.
 */
export async function aUser(
  { emulator, another }: TestOrg,
  { without = [], from = 'Standard User' }: { without?: readonly string[]; from?: string } = {},
): Promise<ReturnType<TestOrg['another']>> {
  const number = (users += 1);
  const profile = `Limited ${number}`;
  const { profileId } = emulator.cloneProfile({ name: profile, from });
  const username = `limited-${number}@uman.test`;
  emulator.createUser({ username, password: 'x', profile });
  const admin = emulator.issueSession();
  for (const name of without) {
    const ofField = name.includes('.');
    const object = ofField ? 'FieldPermissions' : 'ObjectPermissions';
    const condition = ofField ? `Field = '${name}'` : `SobjectType = '${name}'`;
    const soql = `SELECT Id FROM ${object} WHERE Parent.ProfileId = '${profileId}' AND ${condition}`;
    const [row] = await recordsOf(admin, soql);
    if (row === undefined) throw new Error(`The profile has no permission for ${name} that could be taken away.`);
    await call(admin, 'DELETE', `/sobjects/${object}/${row.Id}`);
  }
  const session = emulator.issueSession({ username });
  return another({ instanceUrl: session.instanceUrl, accessToken: async () => session.accessToken });
}

type Session = ReturnType<TestOrg['emulator']['issueSession']>;

async function recordsOf(session: Session, soql: string): Promise<{ Id: string }[]> {
  const answer = await call(session, 'GET', `/query?q=${encodeURIComponent(soql)}`);
  return ((await answer.json()) as { records: { Id: string }[] }).records;
}

async function call({ instanceUrl, accessToken }: Session, method: string, path: string): Promise<Response> {
  const answer = await fetch(`${instanceUrl}/services/data/v66.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}
