import type { WriteFields } from '../field-value.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { Candidate } from '../errors/write-errors.ts';
import { buildQuery } from '../soql/build-query.ts';
import { candidatesSchema } from '../soql/found-records.ts';
import { nameField } from '../soql/name-field.ts';
import { queryPath } from '../soql/query-path.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { checkValues, type RequirementProblem } from './check-values.ts';
import { findRequirements } from './find-requirements.ts';
import type { Requirements } from './object-requirements.ts';
import { readObject } from './read-object.ts';

export interface RequirementOptions extends RequestOptions {
  /** Developer name or id of a record type. @default this user's default */
  readonly pipeline?: string | undefined;
}

/** The values of a record that is to be created. */
export interface RequirementInput {
  readonly object: string;
  readonly pipeline?: string | undefined;
  readonly fields: WriteFields;
}

export interface RequirementCheck {
  /** No problem is an error; warnings there may be. */
  readonly valid: boolean;
  readonly problems: readonly RequirementProblem[];
  /** 0 where the metadata was known. */
  readonly apiCalls: number;
}

/** What an org requires of new records, as far as it can be known beforehand. */
export interface RequirementsClient {
  /**
   * What must exist and be filled before a record can be created: 0 API calls where the metadata is known, otherwise one for
   * the object and one for each level of objects that it needs: three for two levels.
   * @throws RequestInvalidError where the object is not there or hidden, PipelineNotFoundError for a record type that this
   * user does not have
   */
  for(object: string, options?: RequirementOptions): Promise<Requirements>;
  /** Everything that is wrong with the values of a create, at once; nothing is written, and values are not repeated. */
  check(input: RequirementInput, options?: RequestOptions): Promise<RequirementCheck>;
  /** Records that a required reference could lead to, by name. One API call. */
  candidates(
    object: string,
    options?: RequestOptions & {
      /** @default 20 */
      readonly limit?: number;
    },
  ): Promise<{ readonly records: readonly Candidate[]; readonly apiCalls: number }>;
}

export function createRequirements(transport: OrgTransport, metadata: Metadata): RequirementsClient {
  return {
    for: async (object, options = {}) => findRequirements(metadata, object, options),
    async check({ object, pipeline, fields }, { signal } = {}) {
      const meter = createCallMeter();
      const [half, objects] = await Promise.all([
        readObject(metadata, object, { pipeline, signal, meter }),
        metadata.objects({ signal, meter }),
      ]);
      const requirements = await half.complete();
      const problems = checkValues(fields, { requirements, described: half.described, objects });
      return { valid: problems.every(({ severity }) => severity !== 'error'), problems, apiCalls: meter.calls };
    },
    async candidates(object, { limit = 20, signal } = {}) {
      const meter = createCallMeter();
      const name = nameField(object);
      const soql = buildQuery({ select: ['Id', name], from: object, orderBy: name, limit });
      const records = await transport.send({
        method: 'GET',
        path: queryPath(soql),
        answer: candidatesSchema(object),
        attempt: { verb: 'query', object },
        meter,
        signal,
      });
      return { records, apiCalls: meter.calls };
    },
  };
}
