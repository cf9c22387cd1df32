import type { OrgClient } from '../../src/index.ts';

/** Checked by the compiler alone: what is expected to be refused and is not fails the type check. */
export async function whatCompiles({ deals }: OrgClient): Promise<void> {
  // What is right does.
  const { from, skips } = await deals.moveStage('006', { to: 'Offer', fields: { Amount: 1, CloseDate: '2026-12-31' } });
  void [from.label, skips[0]?.value];
  await deals.moveStage('006', { to: 'Lost', from: 'Offer', lostReason: { field: 'Loss_Reason__c', value: 'Price' } });

  // Nowhere
  // @ts-expect-error
  await deals.moveStage('006', { from: 'Offer' });
  // A wrong name, and the stage beside itself
  // @ts-expect-error
  await deals.moveStage('006', { to: 'Offer', fields: { Ammount: 1 } });
  // @ts-expect-error
  await deals.moveStage('006', { to: 'Offer', fields: { StageName: 'Trial' } });
  // @ts-expect-error -- Salesforce alone writes it
  await deals.moveStage('006', { to: 'Offer', fields: { IsWon: true } });
  // @ts-expect-error -- emptied
  await deals.moveStage('006', { to: 'Offer', fields: { CloseDate: null } });
  // @ts-expect-error
  await deals.moveStage('006', { to: 'Lost', lostReason: 'Price' });

  const key = { key: 'call-1', connectionId: 'connection-1' };
  const logged = await deals.logProgression('006', {
    ...key,
    to: 'Offer',
    reason: 'They asked.',
    task: { date: '2026-12-31' },
  });
  void logged.meaning?.direction;
  // Without a key it could not be written once
  // @ts-expect-error
  await deals.logProgression('006', { to: 'Offer' });
  // @ts-expect-error
  await deals.logProgression('006', { ...key, to: 'Offer', fields: { Ammount: 1 } });
  // @ts-expect-error -- a note has a title
  await deals.logProgression('006', { ...key, to: 'Offer', note: { body: { text: 'x' } } });
  // @ts-expect-error
  await deals.logProgression('006', { ...key, to: 'Offer', task: { subjekt: 'x' } });

  const { changes } = await deals.contactRoles.add('006', { contactId: '003', role: 'Evaluator', isPrimary: true });
  void changes[0]?.did;
  await deals.contactRoles.change('006', { contactId: '003', role: null }, null);
  // @ts-expect-error -- who
  await deals.contactRoles.add('006', { role: 'Evaluator' });
  // @ts-expect-error
  await deals.contactRoles.add('006', { contactId: '003', primary: true });
  // @ts-expect-error -- which role
  await deals.contactRoles.remove('006', '003');
  // @ts-expect-error
  await deals.contactRoles.apply('006', [{ do: 'drop', of: { roleId: '00K' } }]);
}
