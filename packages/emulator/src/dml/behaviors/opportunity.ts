import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { insertRecord } from '../insert-record.ts';
import type { DmlContext } from '../dml-context.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { refreshCampaigns } from '../opportunities/campaign-totals.ts';
import { keepHistory } from '../opportunities/opportunity-history.ts';
import type { StoredRecord } from '../stored-record.ts';
import { timestamp } from '../write-row.ts';

const CATEGORY_BY_NAME: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  'Best Case': 'BestCase',
  Commit: 'Forecast',
  Closed: 'Closed',
};

/**
 * A stage brings its probability, forecast category and whether the deal is closed and won; the first two can be given
 * explicitly. `ContactId` on create makes that contact the primary contact role.
 * Source: Object Reference, Opportunity and OpportunityStage; describe recorded by CumulusCI. What a stage outside the
 * org's list brings is not known: it is taken as open, in the pipeline, at 0 %.
 */
export const opportunity: ObjectBehavior = {
  object: 'Opportunity',
  beforeCreate(context, values) {
    applyStage(context, values);
    derive(values, values);
  },
  afterCreate(context, record) {
    keepHistory(context, record);
    refreshCampaigns(context, record['CampaignId']);
    const role = context.org.schema.object('OpportunityContactRole');
    if (!role || typeof record['ContactId'] !== 'string') return;
    insertRecord(context, role, {
      OpportunityId: String(record['Id']),
      ContactId: record['ContactId'],
      IsPrimary: 1,
    });
  },
  beforeUpdate(context, changes, record) {
    if (record['HasOpportunityLineItem'] === 1) keepToLineItems(changes, record);
    if ('StageName' in changes && changes['StageName'] !== record['StageName']) {
      applyStage(context, changes);
      changes['LastStageChangeDate'] = timestamp(context);
    } else {
      applyForecastCategory(changes);
    }
    derive(changes, { ...record, ...changes });
  },
  afterUpdate(context, changes, record) {
    keepHistory(context, { ...record, ...changes }, record);
    refreshCampaigns(context, record['CampaignId'], changes['CampaignId']);
  },
  afterDelete(context, record) {
    refreshCampaigns(context, record['CampaignId']);
  },
};

/** With products, amount and quantity are theirs: what a client writes is ignored. Source: Object Reference, Opportunity. */
function keepToLineItems(changes: StoredRecord, record: StoredRecord): void {
  delete changes['Amount'];
  delete changes['TotalOpportunityQuantity'];
  if ('Pricebook2Id' in changes && changes['Pricebook2Id'] !== record['Pricebook2Id']) {
    throw new NotEmulatedError('another price book for an Opportunity with products: the error is not known');
  }
}

function applyStage(context: DmlContext, values: StoredRecord): void {
  const name = values['StageName'];
  if (typeof name !== 'string') return;
  const stage = context.org.statements.prepare('SELECT * FROM "OpportunityStage" WHERE "ApiName" = ?').get(name);
  values['IsClosed'] = Number(stage?.['IsClosed'] ?? 0);
  values['IsWon'] = Number(stage?.['IsWon'] ?? 0);
  values['Probability'] ??= Number(stage?.['DefaultProbability'] ?? 0);
  values['ForecastCategoryName'] ??= String(stage?.['ForecastCategoryName'] ?? 'Pipeline');
  applyForecastCategory(values);
}

function applyForecastCategory(values: StoredRecord): void {
  const name = values['ForecastCategoryName'];
  if (typeof name === 'string') values['ForecastCategory'] = CATEGORY_BY_NAME[name] ?? 'Pipeline';
}

/** What follows from other fields of the record as it will be. */
function derive(changes: StoredRecord, record: StoredRecord): void {
  const { Amount, Probability, CloseDate } = record;
  changes['ExpectedRevenue'] =
    typeof Amount === 'number' && typeof Probability === 'number' ? Math.round(Amount * Probability) / 100 : null;
  if (typeof CloseDate === 'string') {
    const [year = '', month = ''] = CloseDate.split('-');
    const quarter = Math.ceil(Number(month) / 3);
    changes['FiscalYear'] = Number(year);
    changes['FiscalQuarter'] = quarter;
    changes['Fiscal'] = `${year} ${quarter}`;
  }
}
