import { createRecord } from '../../dml/create-record.ts';
import type { DmlContext } from '../../dml/dml-context.ts';
import { noSuchColumn } from '../../dml/field-errors.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError, type SaveError } from '../../http/salesforce-api-error.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import { callerOf } from '../caller.ts';
import { collectionObject } from '../collections/collection-object.ts';
import { defineOperation } from '../operation.ts';
import { objectOf } from '../sobjects/sobject-request.ts';
import { flattenTree, readTree, type TreeNode } from './tree-request.ts';

export const tree = defineOperation({
  name: 'sObject Tree',
  method: 'POST',
  path: '/services/data/:version/composite/tree/:object',
  since: 34,
  evidence: ['documented', 'practitioner', 'unverified'],
  source:
    'REST API guide, sObject Tree, its request and response bodies (201 with every id; 400 with the failed records only, ' +
    'nothing written; repeated reference ids, whose text is known from logs of several clients). Not verified: that each level is created before the next, so that children of failed records are ' +
    'not tried, and the order of the results, which the example of the guide has level by level',
  handle(context) {
    const { request, org } = context;
    const object = objectOf(context);
    const roots = readTree(request.body);
    const wrong = roots.find(({ type }) => collectionObject(context, type) !== object);
    if (wrong) throw new NotEmulatedError(`a root of the type ${wrong.type} in a tree of ${object.name}`);
    const twice = withRepeatedReference(roots);
    if (twice.length > 0) return { status: 400, body: { hasErrors: true, results: twice } };
    try {
      const results = org.transaction(() => createTree(callerOf(context), roots));
      return { status: 201, body: { hasErrors: false, results } };
    } catch (error) {
      if (!(error instanceof TreeFailed)) throw error;
      return { status: 400, body: { hasErrors: true, results: error.failures } };
    }
  },
});

interface Failure {
  readonly referenceId: string;
  readonly errors: readonly SaveError[];
}

/** Thrown within the transaction so that it rolls back. */
class TreeFailed extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super('A record of a tree could not be created.');
    this.failures = failures;
  }
}

/**
 * One item for each instance of a reference id that stands more than once. Source: REST API guide, sObject Tree Response
 * Body; the code and text in public error logs of several clients.
 */
function withRepeatedReference(roots: readonly TreeNode[]): readonly Failure[] {
  const ids = flattenTree(roots).map(({ referenceId }) => referenceId);
  const message = 'Duplicate ReferenceId provided in the request.';
  return ids
    .filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id))
    .map((referenceId) => ({ referenceId, errors: [{ statusCode: 'INVALID_INPUT', message, fields: [] }] }));
}

interface Planned {
  readonly node: TreeNode;
  /** The field that points to the parent, and the parent's id. */
  readonly preset: Readonly<Record<string, string>>;
}

function createTree(caller: DmlContext, roots: readonly TreeNode[]): { referenceId: string; id: string }[] {
  const results: { referenceId: string; id: string }[] = [];
  let level: readonly Planned[] = roots.map((node) => ({ node, preset: {} }));
  while (level.length > 0) {
    const failures: Failure[] = [];
    const next: Planned[] = [];
    for (const { node, preset } of level) {
      const object = collectionObject(caller, node.type);
      try {
        const id = createRecord(caller, object, node.body, preset);
        results.push({ referenceId: node.referenceId, id });
        for (const { relationship, nodes } of node.children) {
          next.push(...nodes.map((child) => plan(caller, { node: child, parent: object, relationship, id })));
        }
      } catch (error) {
        if (!(error instanceof SalesforceApiError)) throw error;
        failures.push({ referenceId: node.referenceId, errors: error.toSaveErrors() });
      }
    }
    if (failures.length > 0) throw new TreeFailed(failures);
    level = next;
  }
  return results;
}

/** Which field of a child its parent's relationship name stands for. */
function plan(
  caller: DmlContext,
  given: { node: TreeNode; parent: ObjectDefinition; relationship: string; id: string },
): Planned {
  const { node, parent, relationship, id } = given;
  const child = collectionObject(caller, node.type);
  const wanted = relationship.toLowerCase();
  const field = [...child.fields.values()].find(
    (candidate) =>
      candidate.childRelationshipName?.toLowerCase() === wanted && candidate.referenceTo?.includes(parent.name),
  );
  if (!field) throw noSuchColumn(parent.name, relationship);
  return { node, preset: { [field.name]: id } };
}
