import { RecordDuplicateError, RequestInvalidError } from '../errors/api-errors.ts';
import { alreadyApplied } from '../errors/already-applied.ts';
import { createSalesforceError } from '../errors/create-salesforce-error.ts';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import { isExternalIdRefused } from '../errors/read-fault-text.ts';
import type { SalesforceError } from '../errors/salesforce-error.ts';
import { WriteAlreadyAppliedError } from '../errors/write-errors.ts';
import { ambiguous } from '../errors/to-salesforce-error.ts';
import type { LedgerReader } from '../ledger/create-ledger.ts';
import { checkPipeline } from '../pipelines/check-pipeline.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { PackageSchema } from '../package-schema.ts';
import { compilePlan } from '../plan/compile-plan.ts';
import type { Findings, PlanContext } from '../plan/plan-context.ts';
import type { RecordWrite } from '../plan/record-write.ts';
import { type PlannedLookup, type PlannedPart, stepsOfPart, type WritePlan } from '../plan/write-plan.ts';
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
import { withPart } from './with-part.ts';
import { incomplete, otherWriteBegun } from './incomplete.ts';
import { NOTHING_WRITTEN, toWriteResult, toWrittenParts } from './written-so-far.ts';
import type { WriteResult, WrittenSoFar } from './write-result.ts';

/** Compiling and applying writes. */
export interface Writes {
  /** Compile a write. No request is made. Throws PlanInvalidError, PlanTooLargeError or NoteHtmlNotAllowedError. */
  plan(write: RecordWrite): WritePlan;
  /**
   * Apply a compiled write, all or nothing: one API call, and one more for every five matches that have to be looked up
   * first. When the error's `outcome` is `unknown`, ask the ledger by `plan.ledgerKey` before sending again.
   *
   * A write of several parts (`plan.parts`) is applied part by part, each all or nothing with a row of the ledger. Sending it
   * again, from wherever, goes on after the last part that is there, so that every part is written exactly once.
   * @throws WriteIncompleteError when a part is refused for good after others were written
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
  const compileWith = (
    fieldKinds: FieldKinds,
    write: RecordWrite,
    known: Pick<PlanContext, 'findings' | 'written'> = { findings: new Map() },
  ): WritePlan => {
    const context: PlanContext = {
      apiVersion: transport.apiVersion,
      schema,
      isPlainField: (object, field) => fieldKinds.isPlain(object, field),
      typeOfField: (object, field) => fieldKinds.typeOf(object, field),
      ...known,
    };
    return compilePlan(write, context);
  };

  return {
    plan: (write) => compileWith(createFieldKinds(metadata), write),
    async send(given, { signal } = {}) {
      const options: Metered = { signal, meter: createCallMeter() };
      const fieldKinds = createFieldKinds(metadata);
      const { write } = given;
      let plan = given;
      let written = given.parts.length === 1 ? NOTHING_WRITTEN : await readProgress(given, options);
      const compile = (findings?: Findings): WritePlan =>
        compileWith(fieldKinds, write, { written: toWrittenParts(written), findings: findings ?? new Map() });
      if (written.parts > 0) plan = compile();

      let findings: Findings | undefined;
      let raced = false;
      const warnings = new Set<string>();
      for (;;) {
        if (findings === undefined) {
          try {
            findings = await lookUp(transport, plan.lookups, options);
          } catch (error) {
            if (!(await areTypesLearned(error, plan.lookups, { ...options, fieldKinds }))) throw error;
            // A query writes a date otherwise than a text: try again, now that it is known which is which.
            plan = compile();
            continue;
          }
          if (plan.lookups.length > 0) plan = compile(findings);
        }
        const [part, next] = plan.parts;
        if (part === undefined) throw new Error('A plan without a part cannot be sent.');
        for (const warning of planWarnings(plan)) warnings.add(warning);
        const steps = stepsOfPart(plan, part);
        const answers = await sendComposite(transport, steps, {
          ...options,
          allOrNone: true,
          attempt: { verb: 'send' },
        });
        const culprit = findCulprit({ steps }, answers);
        if (culprit === undefined) {
          written = withPart(written, { plan, part, answers });
          if (next === undefined) return toWriteResult(written, { meter: options.meter, warnings });
          plan = compile(findings);
          continue;
        }
        const lostRace: boolean = !raced && isLostRace(culprit, plan);
        if (lostRace || (await isPlainMatch(culprit, plan, { ...options, fieldKinds }))) {
          // The record is there by now, or the match is no External Id after all: once more, now that this is known.
          raced ||= lostRace;
          findings = undefined;
          plan = compile();
          continue;
        }
        const error = await toWriteError(culprit, { plan, part }, options);
        if (error instanceof WriteAlreadyAppliedError && next !== undefined) {
          // Another request with this key, maybe a lost one of ours, was faster with this part.
          const progress = await readProgress(plan, options);
          if (progress.parts <= written.parts) throw error;
          written = progress;
          plan = compile(findings);
          continue;
        }
        throw incomplete(error, { plan, part, written });
      }
    },
  };

  /** Which parts are there already. @throws WriteAlreadyAppliedError when all are */
  async function readProgress({ write, ledgerKey, parts }: WritePlan, options: Metered): Promise<WrittenSoFar> {
    const { contentHash } = write;
    const of = parts[0]?.of ?? 1;
    const { complete, otherContent, written } = await ledger.progress({ ledgerKey, contentHash, parts: of }, options);
    if (complete) throw alreadyApplied(ledgerKey);
    if (otherContent) throw otherWriteBegun(ledgerKey);
    return written;
  }

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

  async function toWriteError(
    culprit: Culprit,
    { plan, part }: { plan: WritePlan; part: PlannedPart },
    options: Metered,
  ): Promise<SalesforceError> {
    const { step, answer, faults } = culprit;
    const context = {
      attempt: attemptOf(step, plan),
      httpStatus: answer.status,
      rolledBack: true,
      given: givenValues(plan.write),
      knows: transport.knows,
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
    if (error instanceof RecordDuplicateError && (await ledger.has(part.ledgerKey, options))) {
      return alreadyApplied(plan.ledgerKey, error);
    }
    if (culprit.haltedOnly) return (await missingPipeline(plan, options)) ?? error;
    return error;
  }

  async function missingPipeline(plan: WritePlan, options: Metered): Promise<SalesforceError | undefined> {
    const query = plan.steps.find(({ kind }) => kind === 'recordType');
    const { pipeline } = plan.write.record;
    if (query === undefined || pipeline === undefined) return undefined;
    return checkPipeline(transport, { ...options, object: plan.write.object, pipeline, path: query.path });
  }
}
