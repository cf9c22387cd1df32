export interface StandardStage {
  readonly name: string;
  readonly probability: number;
  readonly category: 'Pipeline' | 'Closed' | 'Omitted';
  readonly closed: boolean;
  readonly won: boolean;
}

const open = { category: 'Pipeline', closed: false, won: false } as const;

/**
 * The stages of a new Developer org with their probabilities. Source: the values of StageName in the describe recorded
 * by CumulusCI; Salesforce Help, "Opportunity Stages".
 */
export const standardStages: readonly StandardStage[] = [
  { name: 'Prospecting', probability: 10, ...open },
  { name: 'Qualification', probability: 10, ...open },
  { name: 'Needs Analysis', probability: 20, ...open },
  { name: 'Value Proposition', probability: 50, ...open },
  { name: 'Id. Decision Makers', probability: 60, ...open },
  { name: 'Perception Analysis', probability: 70, ...open },
  { name: 'Proposal/Price Quote', probability: 75, ...open },
  { name: 'Negotiation/Review', probability: 90, ...open },
  { name: 'Closed Won', probability: 100, category: 'Closed', closed: true, won: true },
  { name: 'Closed Lost', probability: 0, category: 'Omitted', closed: true, won: false },
];
