/** The Workflow Id of a write: `write/<connectionId>/<key>`. One key, one write, whatever its record is. */
export function writeWorkflowId({ connectionId, key }: { connectionId: string; key: string }): string {
  return `write/${connectionId}/${key}`;
}
