/** The token of an `Authorization` header. */
export function accessTokenOf(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
}
