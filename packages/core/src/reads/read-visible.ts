import type { OrgTransport } from '../transport/org-transport.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { readComposite } from './read-composite.ts';
import { ifVisible, type ReadPart } from './read-part.ts';
import type { VisibleFields } from './visible-fields.ts';

/** A part that is made anew when it is known what the user may see. */
export interface VisiblePart<Value> {
  /** What it selects: fields by the API name of their object. */
  readonly wanted: Readonly<Record<string, readonly string[]>>;
  /** Without it there is nothing to answer: its refusal fails the whole. @default false */
  readonly required?: boolean;
  /** Of what is visible as far as is known; undefined where nothing is left to ask. */
  readonly part: () => ReadPart<Value> | undefined;
}

// oxlint-disable-next-line typescript/no-explicit-any -- the values of the parts differ, and each is inferred
export type VisibleParts = Readonly<Record<string, VisiblePart<any>>>;

export interface VisibleRead<Parts extends VisibleParts> {
  /** A part whose object the user does not see is undefined. */
  readonly values: {
    readonly [Name in keyof Parts]: Parts[Name] extends VisiblePart<infer Value> ? Value | undefined : never;
  };
  /** As `Object.Field`. */
  readonly hiddenFields: readonly string[];
  readonly hiddenObjects: readonly string[];
  readonly apiCalls: number;
}

/**
 * Reads what the user may see of several things: one API call. Where the org refuses a field, two more find out what is
 * visible and read those parts again; that is remembered, so the next read is one call again.
 *
 * @throws SalesforceError for any refusal that is not about what the user may see
 */
export async function readVisible<Parts extends VisibleParts>(
  transport: OrgTransport,
  parts: Parts,
  options: RequestOptions & { readonly visible: VisibleFields },
): Promise<VisibleRead<Parts>> {
  const { visible } = options;
  const optional = ({ required }: VisiblePart<unknown>, part: ReadPart<unknown>) =>
    required === true ? part : ifVisible(part);
  const first = await readComposite(transport, made(parts, Object.keys(parts), optional), options);
  const values: Record<string, unknown> = { ...first.values };
  let { apiCalls } = first;

  const refused: string[] = [];
  for (const [name, { errorCode }] of Object.entries(first.notVisible)) {
    const [object, ...others] = Object.keys(parts[name]?.wanted ?? {});
    // An object that is not there is known without asking where the part is about nothing else.
    if (errorCode === 'INVALID_TYPE' && object !== undefined && others.length === 0) visible.markAbsent(object);
    else refused.push(name);
  }
  if (refused.length > 0) {
    const objects = new Set(refused.flatMap((name) => Object.keys(parts[name]?.wanted ?? {})));
    const meter = createCallMeter();
    await visible.learn([...objects], { signal: options.signal, meter });
    apiCalls += meter.calls;
    const again = made(parts, refused, (_, part) => part);
    if (Object.keys(again).length > 0) {
      const second = await readComposite(transport, again, options);
      Object.assign(values, second.values);
      apiCalls += second.apiCalls;
    }
  }
  return { values: values as VisibleRead<Parts>['values'], ...hiddenOf(parts, visible), apiCalls };
}

function made(
  parts: VisibleParts,
  names: readonly string[],
  finish: (of: VisiblePart<unknown>, part: ReadPart<unknown>) => ReadPart<unknown>,
): Record<string, ReadPart<unknown>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const of = parts[name];
      const part: ReadPart<unknown> | undefined = of?.part();
      return of === undefined || part === undefined ? [] : [[name, finish(of, part)]];
    }),
  );
}

function hiddenOf(
  parts: VisibleParts,
  visible: VisibleFields,
): Pick<VisibleRead<VisibleParts>, 'hiddenFields' | 'hiddenObjects'> {
  const wanted = Object.values(parts).flatMap((part) => Object.entries(part.wanted));
  const hiddenFields = wanted
    .filter(([object]) => visible.isVisible(object))
    .flatMap(([object, fields]) => visible.hidden(object, fields).map((field) => `${object}.${field}`));
  const hiddenObjects = wanted.map(([object]) => object).filter((object) => !visible.isVisible(object));
  return { hiddenFields: [...new Set(hiddenFields)], hiddenObjects: [...new Set(hiddenObjects)] };
}
