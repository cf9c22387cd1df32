/** The members, where the API version has them. */
export function since<Members extends object>(first: number, apiVersion: string, members: Members): Partial<Members> {
  return Number(apiVersion) >= first ? members : {};
}
