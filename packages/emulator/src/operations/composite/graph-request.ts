import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { referencedIds } from './referenced-ids.ts';
import { checkSubrequests, subrequestSchema, type Subrequest } from './subrequest.ts';

/** Source: REST API guide, Composite Graph Limits. */
const MAX_GRAPHS = 75;
const MAX_NODES = 500;
const MAX_DEPTH = 15;
const MAX_KINDS = 15;

const ALLOWED: Readonly<Record<number, readonly string[]>> = {
  1: ['POST'],
  2: ['GET', 'PATCH', 'DELETE'],
  3: ['GET', 'PATCH', 'POST', 'DELETE'],
};

const graphsSchema = z.strictObject({
  graphs: z.array(z.strictObject({ graphId: z.string(), compositeRequest: z.array(subrequestSchema) })),
});

export interface Graph {
  readonly graphId: string;
  readonly nodes: readonly Subrequest[];
}

/**
 * The graphs in a request's body, in the limits of the whole: 75 graphs, 500 nodes, 15 kinds of node, chains of 15.
 * Source: REST API guide, Composite Graph Limits and Using Composite Graphs (allowed URLs; unique graph ids).
 *
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known
 */
export function readGraphs(body: unknown, apiVersion: number): readonly Graph[] {
  const parsed = graphsSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`graphs of this shape: ${z.prettifyError(parsed.error)}`);
  const graphs = parsed.data.graphs.map(({ graphId, compositeRequest }) => ({ graphId, nodes: compositeRequest }));
  const nodes = graphs.flatMap((graph) => graph.nodes);
  if (graphs.length === 0) throw new NotEmulatedError('a request without graphs');
  if (graphs.length > MAX_GRAPHS) throw new NotEmulatedError(`more than ${MAX_GRAPHS} graphs`);
  if (nodes.length > MAX_NODES) throw new NotEmulatedError(`graphs of more than ${MAX_NODES} nodes together`);
  if (new Set(graphs.map((graph) => graph.graphId)).size < graphs.length) {
    throw new NotEmulatedError('one graphId twice');
  }
  for (const graph of graphs) checkGraph(graph, apiVersion);
  const kinds = new Set(nodes.map(kindOf));
  if (kinds.size > MAX_KINDS) {
    throw new NotEmulatedError(`graphs of more than ${MAX_KINDS} different kinds of node: ${[...kinds].join(', ')}`);
  }
  return graphs;
}

function checkGraph({ graphId, nodes }: Graph, apiVersion: number): void {
  if (!/^[A-Za-z0-9]\w*$/.test(graphId)) throw new NotEmulatedError(`the graphId ${graphId}`);
  if (nodes.length === 0) throw new NotEmulatedError('a graph without nodes');
  checkSubrequests(nodes, apiVersion);
  const depths = new Map<string, number>();
  for (const node of nodes) {
    const parts = partsOf(node);
    if (!ALLOWED[parts.length]?.includes(node.method) || isNoRow(parts)) {
      throw new NotEmulatedError(`${node.method} ${node.url} as a node of a graph`);
    }
    const parents = [...referencedIds(node)];
    const later = parents.find((id) => !depths.has(id) && nodes.some((other) => other.referenceId === id));
    if (later !== undefined) throw new NotEmulatedError(`a node that refers to the later node ${later}`);
    const depth = 1 + Math.max(0, ...parents.map((id) => depths.get(id) ?? 0));
    if (depth > MAX_DEPTH) throw new NotEmulatedError(`a graph that is deeper than ${MAX_DEPTH}`);
    depths.set(node.referenceId, depth);
  }
}

/** What stands behind `…/sobjects/`: the object, then an id, or an external-id field and its value. */
function partsOf({ url }: Subrequest): readonly string[] {
  const [path = ''] = url.split('?');
  const rest = /^\/?services\/data\/v[\d.]+\/sobjects\/(.+)$/.exec(path)?.[1];
  return rest?.replace(/\/$/, '').split('/') ?? [];
}

/** `…/Account/describe`: a resource of the object, which no graph may read. */
function isNoRow([, second, ...rest]: readonly string[]): boolean {
  return second !== undefined && rest.length === 0 && !/^(?:[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?|@\{.+)$/.test(second);
}

/** Nodes differ by method, object and API version. */
function kindOf(node: Subrequest): string {
  const version = /\/(v[\d.]+)\//.exec(node.url)?.[1] ?? '';
  return `${node.method} ${version} ${partsOf(node)[0]?.toLowerCase() ?? ''}`;
}

/** The object that a node reads or writes, as its URL writes it. */
export function objectOfNode(node: Subrequest): string {
  return partsOf(node)[0] ?? '';
}
