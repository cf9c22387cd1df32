import { defineOperation, type OperationContext } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { objectOfNode, readGraphs, type Graph } from './graph-request.ts';
import { halted, isFailure, runSubrequests, type SubrequestResult } from './run-subrequests.ts';

/** When more graphs than these have failed, the rest is not run. Source: REST API guide, Composite Graph Limits. */
const MAX_FAILURES = 14;
const CONTENT = new Set(['contentnote', 'contentversion', 'contentdocumentlink', 'contentdocument']);

export const graph = defineOperation({
  name: 'Composite Graph',
  method: 'POST',
  path: '/services/data/:version/composite/graph',
  since: 50,
  evidence: ['recorded', 'documented', 'client', 'unverified'],
  source:
    'recorded by sf-fx-runtime-nodejs (v51, 2021-05) and Nango integration templates (v66, 2026-05); REST API guide, ' +
    'Composite Graph and its limits; a failed graph in the tests of ReVoman, by Salesforce. Not verified: the words in ' +
    'which graphs are shown that were not run after 14 failed ones, and whether notes and files may be in a graph ' +
    '(switch `contentInGraph`)',
  handle(context) {
    const apiVersion = Number(apiVersionOf(context.request));
    const graphs = readGraphs(context.request.body, apiVersion);
    const subrequests = graphs.reduce((sum, { nodes }) => sum + nodes.length, 0);
    return {
      status: 200,
      body: { graphs: context.org.transaction(() => runGraphs(context, graphs, apiVersion)) },
      subrequests,
    };
  },
});

interface GraphResult {
  readonly graphId: string;
  readonly graphResponse: { readonly compositeResponse: readonly SubrequestResult[] };
  readonly isSuccessful: boolean;
}

/** Each graph is all or nothing and stands for itself. */
function runGraphs(context: OperationContext, graphs: readonly Graph[], apiVersion: number): readonly GraphResult[] {
  let failures = 0;
  return graphs.map((given) => {
    const { graphId, nodes } = given;
    const compositeResponse =
      failures > MAX_FAILURES
        ? nodes.map(halted)
        : (refusedContent(context, given) ??
          runSubrequests(context, { allOrNone: true, subrequests: nodes, apiVersion }));
    const isSuccessful = !compositeResponse.some(isFailure);
    if (!isSuccessful) failures += 1;
    return { graphId, graphResponse: { compositeResponse }, isSuccessful };
  });
}

/** Where the org is told to refuse notes and files in graphs. The code and the text are this emulator's own. */
function refusedContent({ org }: OperationContext, { nodes }: Graph): readonly SubrequestResult[] | undefined {
  if (org.switches.get('contentInGraph') === 'accepted') return undefined;
  const culprit = nodes.find((node) => CONTENT.has(objectOfNode(node).toLowerCase()));
  if (!culprit) return undefined;
  const message = `${objectOfNode(culprit)} is not supported in a composite graph.`;
  return nodes.map((node) =>
    node === culprit ? { ...halted(node), body: [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED', message }] } : halted(node),
  );
}
