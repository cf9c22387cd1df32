import type { DmlContext } from '../../dml/dml-context.ts';
import type { StoredRecord } from '../../dml/stored-record.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { Org } from '../../org/org.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';
import type { DuplicateRule } from './duplicate-rule.ts';
import { duplicateRuleStore } from './duplicate-rule-store.ts';
import { readyMatches, type ReadyMatch } from './ready-rule.ts';

export interface ToCompare {
  /** As it will be. */
  readonly record: StoredRecord;
  /** As it was; without one it is being created. */
  readonly prior?: StoredRecord;
}

interface ReadyRule {
  readonly rule: DuplicateRule;
  readonly matches: readonly ReadyMatch[];
}

interface Found {
  readonly match: ReadyMatch;
  readonly rows: readonly StoredRecord[];
}

interface Stopped {
  readonly rule: DuplicateRule;
  readonly found: readonly Found[];
  /** The client may insist. */
  readonly allowSave: boolean;
}

/**
 * The active duplicate rules of the object, in their order. A rule looks at a changed record only when a field that it
 * compares has changed, and not for a user who cannot see one of those fields; what the user may not read is compared only
 * where the rule bypasses sharing. Several rules that stop a record make
 * several errors (not verified). Source: Salesforce Help, Things to Know About Duplicate Rules and article 005237351.
 *
 * @throws SalesforceApiError DUPLICATES_DETECTED
 */
export function checkDuplicates(context: DmlContext, object: ObjectDefinition, written: ToCompare): void {
  const { record, prior } = written;
  const { org, duplicateRules } = context;
  const stopped = rulesOf(org, object).flatMap(({ rule, matches }): Stopped[] => {
    const action = prior ? rule.onUpdate : rule.onInsert;
    const alerts = prior ? rule.alertsOnUpdate : rule.alertsOnInsert;
    if (action === 'Allow' && (!alerts || duplicateRules?.allowSave)) return [];
    const found = matches.flatMap((match): Found[] => {
      if (!concerns(context, object, match, written)) return [];
      const isReadable = context.schema.object(match.object.name) !== undefined;
      if (!isReadable && !rule.bypassesSharing) return [];
      const rows = match.find(record, prior && match.object.name === object.name ? String(prior['Id']) : undefined);
      if (rows.length === 0) return [];
      if (!isReadable) throw new NotEmulatedError('how a duplicate is told of that the user may not read');
      return [{ match, rows }];
    });
    return found.length > 0 ? [{ rule, found, allowSave: action === 'Allow' }] : [];
  });
  const [first, ...others] = stopped;
  if (!first) return;
  throw duplicatesDetected(
    context,
    first,
    others.map((other) => duplicatesDetected(context, other)),
  );
}

function concerns(
  { schema }: DmlContext,
  object: ObjectDefinition,
  match: ReadyMatch,
  { record, prior }: ToCompare,
): boolean {
  const { fields, matchedFields } = match;
  if (!fields.every((field) => schema.field(object.name, field))) return false;
  const matched = schema.object(match.object.name);
  if (matched && !matchedFields.every((field) => matched.fields.has(field))) return false;
  return prior === undefined || fields.some((field) => (record[field] ?? null) !== (prior[field] ?? null));
}

/**
 * The body has Salesforce's misspelt `duplicateResut`; in the results of collections there is only the text.
 * Source: recorded by RudderStack (v50); REST API guide, Duplicate Rule header and composite errors.
 */
function duplicatesDetected(
  { duplicateRules }: DmlContext,
  { rule: { name, object, alertText }, found, allowSave }: Stopped,
  others: readonly SalesforceApiError[] = [],
): SalesforceApiError {
  if (duplicateRules?.includeRecordDetails) {
    throw new NotEmulatedError('which fields includeRecordDetails shows of the records that were found');
  }
  const recordOf = ({ match }: Found, row: StoredRecord): object => {
    const id = String(row['Id']);
    const url = `/services/data/v${duplicateRules?.apiVersion ?? ''}/sobjects/${match.object.name}/${id}`;
    return { attributes: { type: match.object.name, url }, Id: id };
  };
  return new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATES_DETECTED',
    message: alertText,
    codeFirst: true,
    others,
    extra: {
      duplicateResut: {
        allowSave,
        duplicateRule: name,
        duplicateRuleEntityType: object,
        errorMessage: alertText,
        matchResults: found.map((one) => ({
          entityType: one.match.object.name,
          errors: [],
          matchEngine: 'ExactMatchEngine',
          matchRecords: one.rows.map((row) => ({
            additionalInformation: [],
            fieldDiffs: [],
            matchConfidence: 100,
            record: recordOf(one, row),
          })),
          rule: one.match.rule,
          size: one.rows.length,
          success: true,
        })),
      },
    },
  });
}

const ready = new WeakMap<Org, { readonly version: number; readonly rules: readonly ReadyRule[] }>();

/** Made ready once for each state of the schema. */
function rulesOf(org: Org, object: ObjectDefinition): readonly ReadyRule[] {
  let cached = ready.get(org);
  if (cached?.version !== org.schema.version()) {
    const active = duplicateRuleStore(org)
      .duplicateRules()
      .filter(({ isActive }) => isActive);
    const rules = active.map((rule) => ({ rule, matches: readyMatches(org, rule) }));
    cached = { version: org.schema.version(), rules };
    ready.set(org, cached);
  }
  return cached.rules.filter(({ rule }) => rule.object === object.name);
}
