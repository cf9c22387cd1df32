import { queryError } from './query-error.ts';

export interface UnknownColumn {
  readonly soql: string;
  readonly name: string;
  /** The object that does not have it. */
  readonly entity: string;
  /** Of the whole path. */
  readonly offset: number;
}

/** Source: error body recorded by sf-fx-runtime-nodejs, 2021. */
export function unknownColumn({ soql, name, entity, offset }: UnknownColumn): Error {
  return queryError({
    errorCode: 'INVALID_FIELD',
    text: `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql,
    offset,
  });
}

/** Source: the same message as many clients have logged it. */
export function unknownRelationship(soql: string, relationship: string, offset: number): Error {
  return queryError({
    errorCode: 'INVALID_FIELD',
    text: `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    soql,
    offset,
  });
}
