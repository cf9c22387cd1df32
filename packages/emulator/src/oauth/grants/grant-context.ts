import type { OperationRequest, OperationResponse } from '../../operations/operation.ts';
import type { Org } from '../../org/org.ts';
import type { FormFields } from '../form-fields.ts';

/** A request at the token endpoint. */
export interface GrantContext {
  readonly org: Org;
  readonly request: OperationRequest;
  readonly fields: FormFields;
}

/** One value of `grant_type`. */
export type Grant = (context: GrantContext) => Promise<OperationResponse>;
