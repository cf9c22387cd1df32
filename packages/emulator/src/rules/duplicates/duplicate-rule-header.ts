import type { OperationRequest } from '../../operations/operation.ts';

/** What a client says about duplicates, and the version that links in the answer have. */
export interface DuplicateRuleOptions {
  /** Save duplicates that the rule only warns of. */
  readonly allowSave: boolean;
  readonly includeRecordDetails: boolean;
  /** e.g. `66.0` */
  readonly apiVersion: string;
}

/**
 * `Sforce-Duplicate-Rule-Header: allowSave=true; includeRecordDetails=true; runAsCurrentUser=true`, all false without
 * it. Nobody's records are hidden from anybody here, so that the last one changes nothing.
 * Source: REST API guide, Duplicate Rule Header.
 */
export function duplicateRuleHeader({ headers, params }: OperationRequest): DuplicateRuleOptions {
  const apiVersion = (params['version'] ?? '').replace(/^v/, '');
  const header = headers['sforce-duplicate-rule-header'];
  if (header === undefined) return { allowSave: false, includeRecordDetails: false, apiVersion };
  const given = new Map(
    header.split(/[;,]/).map((part) => {
      const [name = '', value = ''] = part.split('=').map((text) => text.trim().toLowerCase());
      return [name, value] as const;
    }),
  );
  return {
    allowSave: given.get('allowsave') === 'true',
    includeRecordDetails: given.get('includerecorddetails') === 'true',
    apiVersion,
  };
}
