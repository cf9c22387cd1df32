import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';

/** Source: REST API guide, sObject Tree. */
const MAX_RECORDS = 200;
const MAX_TYPES = 5;
const MAX_LEVELS = 5;

const attributesSchema = z.looseObject({ type: z.string(), referenceId: z.string() });
const treeSchema = z.strictObject({ records: z.array(z.record(z.string(), z.unknown())) });

/** A record with the children that are created with it. */
export interface TreeNode {
  readonly type: string;
  readonly referenceId: string;
  /** Its fields. */
  readonly body: Readonly<Record<string, unknown>>;
  /** By relationship name, e.g. `Contacts`. */
  readonly children: readonly { readonly relationship: string; readonly nodes: readonly TreeNode[] }[];
}

/**
 * The trees in a request's body. Source: REST API guide, sObject Tree Request Body: 200 records, 5 types, 5 levels, each
 * record with `attributes` of `type` and `referenceId`.
 *
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known
 */
export function readTree(body: unknown): readonly TreeNode[] {
  const roots = readNodes(body, 1);
  const nodes = flattenTree(roots);
  if (nodes.length === 0) throw new NotEmulatedError('a tree without records');
  if (nodes.length > MAX_RECORDS) throw new NotEmulatedError(`trees of more than ${MAX_RECORDS} records`);
  const types = new Set(nodes.map(({ type }) => type.toLowerCase()));
  if (types.size > MAX_TYPES) throw new NotEmulatedError(`trees of more than ${MAX_TYPES} types`);
  return roots;
}

/** Each record before its children, relationship by relationship. */
export function flattenTree(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...node.children.flatMap((child) => flattenTree(child.nodes))]);
}

function readNodes(body: unknown, level: number): TreeNode[] {
  if (level > MAX_LEVELS) throw new NotEmulatedError(`a tree of more than ${MAX_LEVELS} levels`);
  const parsed = treeSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a tree of this shape: ${z.prettifyError(parsed.error)}`);
  return parsed.data.records.map((record) => {
    const { attributes, ...members } = record;
    const read = attributesSchema.safeParse(attributes);
    if (!read.success)
      throw new NotEmulatedError(`a record of a tree with these attributes: ${z.prettifyError(read.error)}`);
    const entries = Object.entries(members);
    return {
      type: read.data.type,
      referenceId: read.data.referenceId,
      body: Object.fromEntries(entries.filter(([, value]) => !isChildren(value))),
      children: entries
        .filter(([, value]) => isChildren(value))
        .map(([relationship, value]) => ({ relationship, nodes: readNodes(value, level + 1) })),
    };
  });
}

function isChildren(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'records' in value;
}
