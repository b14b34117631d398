/** A literal of a condition; a string keeps its escapes, because LIKE reads them differently. */
export interface Literal {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'date' | 'datetime';
  readonly text: string;
}

/** What may stand between a field and its value. */
export type Operator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN' | 'NOT IN';

/** A WHERE clause as a tree. */
export type Condition =
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly literals: readonly Literal[];
    }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] };

/** One term of ORDER BY. */
export interface Ordering {
  readonly field: string;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

/** The part of SOQL that the double understands. */
export interface SelectStatement {
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: Condition | undefined;
  readonly orderings: readonly Ordering[];
  readonly limit: number | undefined;
}
