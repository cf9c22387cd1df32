import { expect, it } from 'vitest';
import { createBulkRig, type BulkRig } from '../operations/bulk/bulk-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';

const V = '/services/data/v66.0';
const bad = { Name: 'Bad', Phone: '1' };
const CODE = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

/** Two rules that `bad` breaks at once: one is shown beside a field, one at the top of the page. */
async function aRigWithRules(): Promise<BulkRig> {
  const rig = await createBulkRig({});
  const rule = (name: string, field: string): string =>
    `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><active>true</active>
    <errorConditionFormula>Name = "Bad"</errorConditionFormula>${field}<errorMessage>${name} says no.</errorMessage></ValidationRule>`;
  deployFiles(rig, {
    'objects/Account/validationRules/One.validationRule-meta.xml': rule(
      'One',
      '<errorDisplayField>Phone</errorDisplayField>',
    ),
    'objects/Account/validationRules/Two.validationRule-meta.xml': rule('Two', ''),
  });
  return rig;
}

const errors = [
  { message: 'One says no.', errorCode: CODE, fields: ['Phone'] },
  { message: 'Two says no.', errorCode: CODE, fields: [] },
];
const saveErrors = errors.map(({ errorCode, message, fields }) => ({ statusCode: errorCode, message, fields }));

it('each mistake of a record is an element of its errors, whatever it was sent through', async () => {
  await using rig = await aRigWithRules();
  const subrequest = { method: 'POST', url: `${V}/sobjects/Account`, referenceId: 'a', body: bad };

  const single = await rig.call('POST', '/sobjects/Account', bad);
  const collection = await rig.call('POST', '/composite/sobjects', {
    records: [{ attributes: { type: 'Account' }, ...bad }],
  });
  const tree = await rig.call('POST', '/composite/tree/Account', {
    records: [{ attributes: { type: 'Account', referenceId: 'r' }, ...bad }],
  });
  const composite = await rig.call('POST', '/composite', { compositeRequest: [subrequest] });
  const graph = await rig.call('POST', '/composite/graph', {
    graphs: [{ graphId: 'g', compositeRequest: [subrequest] }],
  });
  const batch = await rig.call('POST', '/composite/batch', {
    batchRequests: [{ method: 'POST', url: 'v66.0/sobjects/Account', richInput: bad }],
  });

  expect([single.status, JSON.stringify(single.body)]).toEqual([400, JSON.stringify(errors)]);
  expect(JSON.stringify(collection.body)).toBe(JSON.stringify([{ success: false, errors: saveErrors }]));
  expect([tree.status, tree.body]).toEqual([
    400,
    { hasErrors: true, results: [{ referenceId: 'r', errors: saveErrors }] },
  ]);
  expect(composite.body).toMatchObject({ compositeResponse: [{ body: errors, httpStatusCode: 400 }] });
  expect(graph.body).toMatchObject({
    graphs: [{ isSuccessful: false, graphResponse: { compositeResponse: [{ body: errors, httpStatusCode: 400 }] } }],
  });
  expect(batch.body).toMatchObject({ hasErrors: true, results: [{ statusCode: 400, result: errors }] });
  expect(rig.emulator.count('Account')).toBe(0);
});

it('a failed row of a Bulk job names them all', async () => {
  await using rig = await aRigWithRules();

  const { id, numberRecordsFailed } = await rig.ingest(
    { object: 'Account', operation: 'insert', contentType: 'CSV' },
    'Name,Phone\nBad,1\nGood,2\n',
  );
  const failed = await rig.text(`/jobs/ingest/${id}/failedResults`);

  expect(numberRecordsFailed).toBe(1);
  expect(failed.split('\n')[1]).toContain(`${CODE}:One says no.:Phone --;${CODE}:Two says no.:--`);
});

it('names every required field that is missing, and nothing else before they are there', async () => {
  await using rig = await aRigWithRules();

  const { status, body } = await rig.call('POST', '/sobjects/Opportunity', { Amount: 5, NextStep: 'x'.repeat(300) });

  expect(status).toBe(400);
  expect(body).toEqual([
    {
      message: 'Required fields are missing: [Name, StageName, CloseDate]',
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['Name', 'StageName', 'CloseDate'],
    },
  ]);
});
