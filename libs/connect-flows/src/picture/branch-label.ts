import type { Edge } from '../graph/edges.ts';

const errorNames: Readonly<Record<string, string>> = {
  NoMatchingError: 'error',
  NoMatchingCondition: 'otherwise',
  InputTimeLimitExceeded: 'no input',
  TimeLimitExceeded: 'time is up',
  QueueAtCapacity: 'queue full',
  InvalidCallbackNumber: 'number invalid',
  CallbackNumberNotDialable: 'not dialable',
  InvalidPhoneNumber: 'number invalid',
};
const operatorNames: Readonly<Record<string, string>> = {
  TextStartsWith: 'starts with',
  TextEndsWith: 'ends with',
  TextContains: 'contains',
  NumberGreaterThan: '>',
  NumberGreaterOrEqualTo: '≥',
  NumberLessThan: '<',
  NumberLessOrEqualTo: '≤',
};

/** What stands on a line: the branches that it is for, one in a line; nothing where a block goes on anyway. */
export const labelOf = (edges: readonly Edge[]): readonly string[] => {
  if (edges.some(({ kind }) => kind === 'next')) return [];
  return [...new Set(edges.map(branchName))];
};

function branchName({ kind, branch }: Edge): string {
  if (kind === 'error') return errorNames[branch] ?? branch;
  const [operator = '', ...operand] = branch.split(' ');
  return [operatorNames[operator], ...operand].filter((part) => part !== undefined).join(' ');
}
