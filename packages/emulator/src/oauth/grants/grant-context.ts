import type { OperationRequest, OperationResponse } from '../../operations/operation.ts';
import type { Org } from '../../org/org.ts';
import type { LoginScope } from '../login-scope.ts';
import type { FormFields } from '../form-fields.ts';

/** A request at the token endpoint. */
export interface GrantContext {
  /** The org that the request is about. */
  readonly org: Org;
  readonly scope: LoginScope;
  readonly request: OperationRequest;
  readonly fields: FormFields;
}

/** One value of `grant_type`. */
export type Grant = (context: GrantContext) => Promise<OperationResponse>;
