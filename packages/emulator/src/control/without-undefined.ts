/** As `exactOptionalPropertyTypes` wants it: an optional member is there with a value, or it is not there. */
export type Defined<Value> = Value extends unknown
  ? { [Key in keyof Value]: Value extends Required<Pick<Value, Key>> ? Value[Key] : Exclude<Value[Key], undefined> }
  : never;

/** What was parsed, without the members that were not given. */
export function withoutUndefined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<Value>;
}
