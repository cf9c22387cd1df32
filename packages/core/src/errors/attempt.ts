/** What was being done when it failed. */
export interface Attempt {
  readonly verb: 'create' | 'retrieve' | 'update' | 'upsert' | 'delete' | 'query' | 'describe' | 'send';
  /** API name. */
  readonly object?: string | undefined;
  readonly recordId?: string | undefined;
  /** Where in the write it comes from, e.g. `deal`, `required[0]`. */
  readonly path?: string | undefined;
  /** Where in the write the id of the record comes from, e.g. `deal.id`. */
  readonly idPath?: string | undefined;
  /** The request names other records too, so that an id that leads nowhere may be one of theirs. @default false */
  readonly namesOthers?: boolean | undefined;
  /** Where in the write the value of a field comes from. @default `<path>.fields.<field>` */
  readonly pathOfField?: ((field: string) => string | undefined) | undefined;
}

/** Reading changes nothing, so a lost answer leaves nothing unknown. */
export function isReading({ verb }: Attempt): boolean {
  return verb === 'retrieve' || verb === 'query' || verb === 'describe';
}

export function describeAttempt({ verb, object, recordId, path }: Attempt): string {
  const what = verb === 'send' ? 'send the request to Salesforce' : `${verb} ${object ?? 'records'}`;
  return `Could not ${what}${recordId === undefined ? '' : ` ${recordId}`}${path === undefined ? '' : ` (${path})`}`;
}
