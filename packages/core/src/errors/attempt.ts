/** One part of a request of several. */
export interface RequestStep {
  /** Its `referenceId`, e.g. `region`. */
  readonly reference: string;
  /** From 1, in the order of the request. */
  readonly number: number;
  /** How many the request has. */
  readonly count: number;
}

/** The place of a part among all; undefined where it is the only one. */
export function requestStep(
  steps: readonly { readonly referenceId: string }[],
  reference: string,
): RequestStep | undefined {
  const index = steps.findIndex(({ referenceId }) => referenceId === reference);
  return steps.length < 2 || index < 0 ? undefined : { reference, number: index + 1, count: steps.length };
}

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
  /** Of a request of several parts: which one. */
  readonly step?: RequestStep | undefined;
  /** The request names other records too, so that an id that leads nowhere may be one of theirs. @default false */
  readonly namesOthers?: boolean | undefined;
  /** Where in the write the value of a field comes from. @default `<path>.fields.<field>` */
  readonly pathOfField?: ((field: string) => string | undefined) | undefined;
}

/** Reading changes nothing, so a lost answer leaves nothing unknown. */
export function isReading({ verb }: Attempt): boolean {
  return verb === 'retrieve' || verb === 'query' || verb === 'describe';
}

export function describeAttempt({ verb, object, recordId, path, step }: Attempt): string {
  const what = verb === 'send' ? 'send the request to Salesforce' : `${verb} ${object ?? 'records'}`;
  const where = [path, step === undefined ? undefined : `step ${step.number} of ${step.count}, "${step.reference}"`];
  const said = where.filter((part) => part !== undefined).join('; ');
  return `Could not ${what}${recordId === undefined ? '' : ` ${recordId}`}${said === '' ? '' : ` (${said})`}`;
}
