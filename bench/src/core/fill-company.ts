import type { OrgClient } from '@uman/core';

interface SeedRecord {
  readonly object: string;
  readonly ref?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A company with 20 contacts, 20 deals, 50 interactions and 10 notes. */
export async function fillCompany(url: string, org: OrgClient): Promise<string> {
  const company = { ref: 'company' };
  const many = (count: number, record: (index: number) => SeedRecord) =>
    Array.from({ length: count }, (_, index) => record(index));
  const day = (index: number) => `2026-0${1 + (index % 9)}-${10 + (index % 19)}`;
  const records: SeedRecord[] = [
    { object: 'Account', ref: 'company', fields: { Name: 'Acme', Industry: 'Energy', Website: 'https://acme.test' } },
    ...many(20, (index) => ({
      object: 'Contact',
      ref: `contact${index}`,
      fields: { LastName: `Contact ${index}`, AccountId: company, Email: `c${index}@acme.test`, Phone: '+49 30 1' },
    })),
    ...many(20, (index) => ({
      object: 'Opportunity',
      ref: `deal${index}`,
      fields: {
        Name: `Deal ${index}`,
        AccountId: company,
        StageName: index % 3 === 0 ? 'Closed Won' : 'Prospecting',
        Amount: 1000 + index,
        CloseDate: day(index),
      },
    })),
    ...many(30, (index) => ({
      object: 'Task',
      fields: { Subject: `Call ${index}`, WhoId: { ref: `contact${index % 20}` }, ActivityDate: day(index) },
    })),
    ...many(15, (index) => ({
      object: 'Event',
      fields: {
        Subject: `Meeting ${index}`,
        WhatId: { ref: `deal${index}` },
        StartDateTime: `${day(index)}T09:00:00Z`,
        EndDateTime: `${day(index)}T10:00:00Z`,
      },
    })),
    ...many(5, (index) => ({
      object: 'EmailMessage',
      fields: { Subject: `Offer ${index}`, RelatedToId: company, MessageDate: `${day(index)}T12:00:00Z`, Status: '3' },
    })),
  ];
  const answer = await fetch(`${url}/__emulator/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ records }),
  });
  if (!answer.ok) throw new Error(`The company could not be made: ${await answer.text()}`);
  const { ids } = (await answer.json()) as { ids: Record<string, string> };
  const id = ids['company'] ?? '';
  for (let index = 0; index < 10; index += 1) {
    await org.notes.create({ title: `Note ${index}`, body: { text: `What was said, ${index}.` }, links: [id] });
  }
  return id;
}
