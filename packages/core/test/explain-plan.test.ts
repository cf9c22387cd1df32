import { expect, it } from 'vitest';
import { explainPlan } from '../src/index.ts';
import { packageSchema } from '../src/package-schema.ts';
import { compilePlan } from '../src/plan/compile-plan.ts';
import { aWrite } from './build/a-write.ts';

const context = {
  apiVersion: '66.0',
  schema: packageSchema('uman'),
  isPlainField: () => false,
  findings: new Map(),
} as const;

const plan = compilePlan(
  aWrite({
    required: [
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: 'Secret', Region__c: { ref: 'region' } } },
      { ref: 'region', object: 'Region__c', match: { Code__c: 'Secret', Group__c: 'Secret' }, fields: { Name: 'x' } },
    ],
    record: { pipeline: 'Enterprise', fields: { Name: 'Secret', Engagement__c: { ref: 'engagement' } } },
    note: { title: 'Secret', body: { text: 'Secret' }, links: ['001B000001LntWlIAJ'] },
  }),
  context,
);

it('says in words what will be read, written in which order, and what it costs', () => {
  const explanation = explainPlan(plan);

  expect(explanation.text).toMatchInlineSnapshot(`
    "2 API calls.
    Read first:
       Look for Region__c by Code__c, Group__c; several that fit end it before anything is written (required[1].match)
    Written all or nothing, in one request:
     1. Create Region__c with Code__c, Group__c, Name (required[1])
     2. Create Engagement__c with Name, Region__c (required[0]), after 1
     3. Find the record type by its developer name (deal.pipeline)
     4. Create Opportunity with Name, Engagement__c, RecordTypeId (deal), after 2, 3
     5. Create ContentNote with Title, Content (note)
     6. Create ContentDocumentLink with ContentDocumentId, LinkedEntityId, ShareType, Visibility (note.links), after 4, 5
     7. Create ContentDocumentLink with ContentDocumentId, LinkedEntityId, ShareType, Visibility (note.links[0]), after 5
     8. Note in the ledger (uman__Write__c) that it is written, with the ids of its records (key), after 1, 2, 4, 5, 6, 7"
  `);
  expect(explanation.steps[1]).toMatchObject({
    position: 2,
    object: 'Engagement__c',
    uses: [{ field: 'Region__c', referenceId: 'required0' }],
  });
});

it('names fields and no values', () => {
  expect(JSON.stringify(explainPlan(plan))).not.toContain('Secret');
});

it('explains a plan that came through JSON alike', () => {
  expect(explainPlan(JSON.parse(JSON.stringify(plan)))).toEqual(explainPlan(plan));
});
