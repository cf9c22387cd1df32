import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Org } from '../org/org.ts';

interface StatusObject {
  readonly name: string;
  /** The column that holds the picklist's value. */
  readonly value: string;
  readonly attributes: (row: Readonly<Record<string, unknown>>) => object;
}

/** `picklistAtrributesValueType` is Salesforce's own spelling. Source: UI API guide, Picklist Value. */
const STATUS_OBJECTS: Readonly<Record<string, StatusObject>> = {
  'Opportunity.StageName': {
    name: 'OpportunityStage',
    value: 'ApiName',
    attributes: (row) => ({
      closed: row['IsClosed'] === 1,
      defaultProbability: row['DefaultProbability'],
      forecastCategoryName: row['ForecastCategoryName'],
      picklistAtrributesValueType: 'OpportunityStage',
      won: row['IsWon'] === 1,
    }),
  },
  'Case.Status': {
    name: 'CaseStatus',
    value: 'ApiName',
    attributes: (row) => ({ closed: row['IsClosed'] === 1, picklistAtrributesValueType: 'CaseStatus' }),
  },
  'Lead.Status': {
    name: 'LeadStatus',
    value: 'ApiName',
    attributes: (row) => ({ converted: row['IsConverted'] === 1, picklistAtrributesValueType: 'LeadStatus' }),
  },
};

/** What UI API says beside a value: of a stage whether it is closed and won …; null of ordinary picklists. */
export function picklistAttributes(org: Org, object: string, field: string): (value: string) => object | null {
  const status = STATUS_OBJECTS[`${object}.${field}`];
  if (!status) return () => null;
  const definition = org.schema.object(status.name);
  if (!definition) throw new NotEmulatedError(`${object}.${field} without the object ${status.name}`);
  const rows = new Map(org.records.all(definition).map((row) => [String(row[status.value]), row]));
  return (value) => {
    const row = rows.get(value);
    return row ? status.attributes(row) : null;
  };
}
