/** When the command was given, in milliseconds since the epoch: before dependencies were installed, where they were. */
export function commandStartedAt(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): number | undefined {
  const startedAt = Number(environment['UMAN_COMMAND_STARTED_AT']);
  return Number.isFinite(startedAt) && startedAt > 0 ? startedAt : undefined;
}
