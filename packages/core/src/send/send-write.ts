import { RecordDuplicateError, RequestInvalidError } from '../errors/api-errors.ts';
import { alreadyApplied } from '../errors/already-applied.ts';
import { createSalesforceError } from '../errors/create-salesforce-error.ts';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import { isExternalIdRefused } from '../errors/read-fault-text.ts';
import { ambiguous } from '../errors/to-salesforce-error.ts';
import type { LedgerReader } from '../ledger/create-ledger.ts';
import { checkPipeline } from '../pipelines/check-pipeline.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { PackageSchema } from '../package-schema.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { Findings, PlanContext } from '../plan/plan-context.ts';
import type { RecordWrite } from '../plan/record-write.ts';
import type { PlannedLookup, WritePlan } from '../plan/write-plan.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite } from '../transport/send-composite.ts';
import { type Culprit, findCulprit } from './culprit.ts';
import { attemptOf, partOf } from './describe-step.ts';
import { createFieldKinds, type FieldKinds, isUpsertable } from './field-kinds.ts';
import { givenValues } from './given-values.ts';
import { lookUp } from './look-up.ts';
import { isLostRace } from './lost-race.ts';
import { planWarnings } from './plan-warnings.ts';
import { withRefusedField } from './refused-field.ts';
import { toWriteResult } from './to-write-result.ts';
import type { WriteResult } from './write-result.ts';

/** Compiling and applying writes. */
export interface Writes {
  /** Compile a write. No request is made. Throws PlanInvalidError, PlanTooLargeError or NoteHtmlNotAllowedError. */
  plan(write: RecordWrite): WritePlan;
  /**
   * Apply a compiled write, all or nothing. One API call; one more when matches have to be looked up first. When the
   * error's `outcome` is `unknown`, ask the ledger by `plan.ledgerKey` before sending again.
   */
  send(plan: WritePlan, options?: RequestOptions): Promise<WriteResult>;
}

export interface WritesOptions {
  readonly transport: OrgTransport;
  readonly schema: PackageSchema;
  readonly ledger: LedgerReader;
  readonly metadata: Metadata;
}

/** A value that was written as one of another type. `INVALID_FIELD` is what is known of; the others are as near. */
const LITERAL_REFUSED = new Set(['INVALID_FIELD', 'INVALID_QUERY_FILTER_OPERATOR', 'MALFORMED_QUERY']);

type Metered = RequestOptions & { readonly meter: CallMeter };
type Learning = Metered & { readonly fieldKinds: FieldKinds };

export function createWrites({ transport, schema, ledger, metadata }: WritesOptions): Writes {
  const compileWith = (fieldKinds: FieldKinds, write: RecordWrite, findings: Findings = new Map()): WritePlan => {
    const context: PlanContext = {
      apiVersion: transport.apiVersion,
      schema,
      isPlainField: (object, field) => fieldKinds.isPlain(object, field),
      typeOfField: (object, field) => fieldKinds.typeOf(object, field),
      findings,
    };
    return compilePlan(write, context);
  };

  return {
    plan: (write) => compileWith(createFieldKinds(metadata), write),
    async send(given, { signal } = {}) {
      const options: Metered = { signal, meter: createCallMeter() };
      const fieldKinds = createFieldKinds(metadata);
      const compile = (write: RecordWrite, findings?: Findings) => compileWith(fieldKinds, write, findings);
      let plan = given;
      let raced = false;
      for (;;) {
        let findings: Findings;
        try {
          findings = await lookUp(transport, plan.lookups, options);
        } catch (error) {
          if (!(await areTypesLearned(error, plan.lookups, { ...options, fieldKinds }))) throw error;
          // A query writes a date otherwise than a text: try again, now that it is known which is which.
          plan = compile(plan.write);
          continue;
        }
        const ready = plan.lookups.length === 0 ? plan : compile(plan.write, findings);
        const answers = await sendComposite(transport, ready.steps, {
          ...options,
          allOrNone: true,
          attempt: { verb: 'send' },
        });
        const culprit = findCulprit(ready, answers);
        if (culprit === undefined) {
          const { meter } = options;
          return { ...toWriteResult(ready, answers), apiCalls: meter.calls, warnings: planWarnings(ready) };
        }
        const lostRace: boolean = !raced && isLostRace(culprit, ready);
        if (!lostRace && !(await isPlainMatch(culprit, ready, { ...options, fieldKinds }))) {
          throw await toWriteError(culprit, ready, options);
        }
        // The record is there by now, or the match is no External Id after all: once more, now that this is known.
        raced ||= lostRace;
        plan = compile(plan.write);
      }
    },
  };

  /**
   * An upsert was refused because its field is no External Id. Another write may have learned that meanwhile. The next
   * plan does not upsert by it, so this comes to an end.
   */
  async function isPlainMatch({ step, faults }: Culprit, plan: WritePlan, options: Learning): Promise<boolean> {
    if (step.method !== 'PATCH' || !faults.some(isExternalIdRefused)) return false;
    const [field] = Object.keys(partOf(step, plan).part?.match ?? {});
    if (field === undefined) return false;
    const described = await options.fieldKinds.learn(step.object, field, options);
    return described !== undefined && !isUpsertable(described);
  }

  /** The org did not take a value as it was written. Each object is described at most once, so this comes to an end. */
  async function areTypesLearned(
    error: unknown,
    lookups: readonly PlannedLookup[],
    options: Learning,
  ): Promise<boolean> {
    if (!(error instanceof RequestInvalidError) || !LITERAL_REFUSED.has(error.errorCode ?? '')) return false;
    const { fieldKinds } = options;
    const unknown = lookups.filter(({ object }) => object === error.object && !fieldKinds.isDescribed(object));
    for (const { object } of unknown) await fieldKinds.learn(object, 'Id', options);
    return unknown.length > 0;
  }

  async function toWriteError(culprit: Culprit, plan: WritePlan, options: Metered): Promise<unknown> {
    const { step, answer, faults } = culprit;
    const context = {
      attempt: attemptOf(step, plan),
      httpStatus: answer.status,
      rolledBack: true,
      given: givenValues(plan.write),
    };
    if (answer.status === 300) return ambiguous(answer.body, context);
    const error = createSalesforceError(
      faults.map((fault) => withRefusedField(fault, step)),
      context,
    );

    if (step.kind === 'ledger') {
      const again = error instanceof RecordDuplicateError;
      return again ? alreadyApplied(plan.ledgerKey, error) : toLedgerError(error, schema.object);
    }
    // A rule of the org may speak before the ledger's unique key does: the first write made the duplicate.
    if (error instanceof RecordDuplicateError && (await ledger.has(plan.ledgerKey, options))) {
      return alreadyApplied(plan.ledgerKey, error);
    }
    if (culprit.haltedOnly) return (await missingPipeline(plan, options)) ?? error;
    return error;
  }

  async function missingPipeline(plan: WritePlan, options: Metered): Promise<Error | undefined> {
    const query = plan.steps.find(({ kind }) => kind === 'recordType');
    const { pipeline } = plan.write.record;
    if (query === undefined || pipeline === undefined) return undefined;
    return checkPipeline(transport, { ...options, object: plan.write.object, pipeline, path: query.path });
  }
}
