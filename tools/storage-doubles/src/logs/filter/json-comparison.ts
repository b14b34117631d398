/** A JSON value found by a selector; undefined for nothing. */
export type Found = unknown;
export type Comparison = (found: Found) => boolean;

/** A value in a pattern: a quoted one is text, a bare one may be a number. */
export interface Operand {
  readonly text: string;
  readonly quoted: boolean;
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text fits, where `*` stands for any characters. */
const likeness = (wanted: string): ((text: string) => boolean) => {
  if (!wanted.includes('*')) return (text) => text === wanted;
  const pattern = new RegExp(`^${wanted.split('*').map(escaped).join('[^]*')}$`);
  return (text) => pattern.test(text);
};

const isScalar = (found: Found): found is string | number | boolean =>
  typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean';

const equality = ({ text, quoted }: Operand): Comparison => {
  const number = quoted || text === '' ? NaN : Number(text);
  const isLike = likeness(text);
  return (found) =>
    typeof found === 'number' && !Number.isNaN(number)
      ? found === number
      : isScalar(found) && isLike(String(found));
};

const order: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
};

/** The comparison of an operator; undefined when the operand is no number and the operator wants one. */
export const comparisonOf = (operator: string, operand: Operand): Comparison | undefined => {
  const isEqual = equality(operand);
  if (operator === '=') return isEqual;
  if (operator === '!=') return (found) => isScalar(found) && !isEqual(found);
  const compare = order[operator];
  const number = Number(operand.text);
  if (compare === undefined || operand.quoted || Number.isNaN(number)) return undefined;
  return (found) => typeof found === 'number' && compare(found, number);
};
