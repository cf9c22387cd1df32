type FieldPath = readonly [object: string, field: string];

/** The fields that show a standard value set. Source: Metadata API guide, StandardValueSet, "Names and Fields". */
export const standardValueSets: ReadonlyMap<string, readonly FieldPath[]> = new Map<string, readonly FieldPath[]>([
  ['AccountOwnership', [['Account', 'Ownership']]],
  [
    'AccountRating',
    [
      ['Account', 'Rating'],
      ['Lead', 'Rating'],
    ],
  ],
  ['AccountType', [['Account', 'Type']]],
  ['CampaignStatus', [['Campaign', 'Status']]],
  ['CampaignType', [['Campaign', 'Type']]],
  ['CaseOrigin', [['Case', 'Origin']]],
  ['CasePriority', [['Case', 'Priority']]],
  ['CaseReason', [['Case', 'Reason']]],
  ['CaseStatus', [['Case', 'Status']]],
  ['CaseType', [['Case', 'Type']]],
  ['ContactRole', [['OpportunityContactRole', 'Role']]],
  ['EventSubject', [['Event', 'Subject']]],
  [
    'Industry',
    [
      ['Account', 'Industry'],
      ['Lead', 'Industry'],
    ],
  ],
  [
    'LeadSource',
    [
      ['Account', 'AccountSource'],
      ['Contact', 'LeadSource'],
      ['Lead', 'LeadSource'],
      ['Opportunity', 'LeadSource'],
    ],
  ],
  ['LeadStatus', [['Lead', 'Status']]],
  ['OpportunityType', [['Opportunity', 'Type']]],
  ['Product2Family', [['Product2', 'Family']]],
  [
    'Salutation',
    [
      ['Contact', 'Salutation'],
      ['Lead', 'Salutation'],
    ],
  ],
  ['TaskPriority', [['Task', 'Priority']]],
  ['TaskStatus', [['Task', 'Status']]],
  ['TaskSubject', [['Task', 'Subject']]],
  ['TaskType', [['Task', 'Type']]],
]);
