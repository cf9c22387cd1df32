/** A name as it is written, dots and all, and where. */
export interface Name {
  readonly text: string;
  readonly offset: number;
}

/** A field path: `Account.Owner.Name`. */
export interface FieldPath extends Name {
  readonly kind: 'field';
}

/** `MIN(CloseDate)`, `FORMAT(convertCurrency(Amount))`. */
export interface FunctionCall extends Name {
  readonly kind: 'function';
  /** As it is written; compared without regard to case. */
  readonly name: string;
  readonly argument: FieldPath | FunctionCall;
}

/** `DISTANCE(Location__c, GEOLOCATION(37.775, -122.418), 'mi')`. */
export interface DistanceCall extends Name {
  readonly kind: 'distance';
  readonly field: FieldExpression;
  readonly latitude: number;
  readonly longitude: number;
  /** With its quotes. */
  readonly unit: string;
}

export type FieldExpression = FieldPath | FunctionCall;

export type LiteralKind =
  'string' | 'number' | 'date' | 'datetime' | 'time' | 'null' | 'boolean' | 'dateLiteral' | 'currency';

/** A value as the query writes it; strings with their quotes, date literals with their number. */
export interface Literal extends Name {
  readonly kind: LiteralKind;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly left: FieldExpression | DistanceCall;
      readonly operator: ComparisonOperator;
      readonly right: Literal;
    }
  | { readonly kind: 'like'; readonly left: FieldExpression; readonly pattern: Literal }
  | {
      readonly kind: 'in';
      readonly left: FieldExpression;
      readonly negated: boolean;
      readonly values: readonly Literal[];
    }
  | {
      readonly kind: 'includes';
      readonly left: FieldExpression;
      /** EXCLUDES */
      readonly negated: boolean;
      readonly values: readonly Literal[];
    }
  | {
      readonly kind: 'semiJoin';
      readonly left: FieldExpression;
      readonly negated: boolean;
      readonly query: SemiJoinQuery;
    };

export interface SemiJoinQuery {
  readonly field: FieldExpression;
  readonly from: From;
  readonly where: Condition | undefined;
}

/** `FROM Account a`; further entries are aliases of relationship paths: `FROM Contact c, c.Account a`. */
export interface From {
  readonly object: Name;
  readonly alias: string | undefined;
  readonly paths: readonly { readonly path: Name; readonly alias: string | undefined }[];
  readonly scope: Name | undefined;
  /** `USING LOOKUP …` */
  readonly lookup: Name | undefined;
}

export type SelectItem = (
  | FieldExpression
  | DistanceCall
  | { readonly kind: 'subquery'; readonly query: Query; readonly offset: number }
  | TypeofItem
) & { readonly alias?: Name };

export interface TypeofItem {
  readonly kind: 'typeof';
  readonly operand: FieldPath;
  readonly branches: readonly { readonly object: Name; readonly fields: readonly FieldExpression[] }[];
  readonly otherwise: readonly FieldExpression[] | undefined;
  readonly offset: number;
}

export interface OrderItem {
  readonly by: FieldExpression | DistanceCall;
  readonly descending: boolean;
  /** @default 'first' */
  readonly nulls: 'first' | 'last' | undefined;
}

export interface GroupBy {
  readonly fields: readonly FieldExpression[];
  readonly subtotals: 'rollup' | 'cube' | undefined;
  readonly offset: number;
}

/** A SELECT: the whole query, or one in parentheses in a SELECT list. */
export interface Query {
  /** `SELECT COUNT()`: nothing else is selected. */
  readonly count: boolean;
  readonly select: readonly SelectItem[];
  readonly from: From;
  readonly where: Condition | undefined;
  /** `WITH DATA CATEGORY …` and others, by their first words. */
  readonly with: readonly Name[];
  readonly groupBy: GroupBy | undefined;
  readonly having: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: (Name & { readonly value: number }) | undefined;
  readonly offset: (Name & { readonly value: number }) | undefined;
  readonly for: 'view' | 'reference' | 'update' | undefined;
  /** `UPDATE TRACKING, VIEWSTAT`, upper case. */
  readonly update: readonly string[];
  readonly options: boolean;
}
