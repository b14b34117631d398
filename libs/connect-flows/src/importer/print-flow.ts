import type { Flow } from '../builder/flow.ts';
import { printBlock } from './print-block.ts';
import { Code, printEntries } from './print-value.ts';

/** Everything that printed code may call. */
const callable = [
  'actions',
  'atLeast',
  'atMost',
  'contains',
  'defineFlow',
  'endsWith',
  'equals',
  'external',
  'greaterThan',
  'lessThan',
  'spelled',
  'startsWith',
  'unchecked',
  'verbatim',
] as const;

/**
 * A flow as TypeScript. The code makes the same flow again: what the types do not allow is printed as `verbatim`.
 *
 * @example
 * printFlow(importFlow(text)); // "import { … } from '@atlas-engine/connect-flows'; …"
 */
export function printFlow({ blocks, document, ...facts }: Flow): string {
  const printed = Object.entries(blocks).map(
    ([name, block]) => [name, printBlock(block, facts.type, 4)] as const,
  );
  const code = printEntries(
    [
      ...Object.entries(facts),
      ...(document === undefined ? [] : [['document', document] as const]),
      ['blocks', new Code(printEntries(printed, 2))],
    ],
    0,
  );
  const used = callable.filter((name) => name === 'defineFlow' || new RegExp(`\\b${name}[.(]`).test(code));
  return [
    `import { ${used.join(', ')} } from '@atlas-engine/connect-flows';`,
    '',
    `/** ${facts.name.replaceAll('*/', '')}, imported from Amazon Connect. */`,
    `export const ${variableOf(facts.name)} = defineFlow(${code});`,
    '',
  ].join('\n');
}

/** `Sample inbound flow` → `sampleInboundFlow`. */
function variableOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const [first = 'imported', ...rest] = words;
  const joined = [
    first.slice(0, 1).toLowerCase() + first.slice(1),
    ...rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)),
  ].join('');
  return /^[A-Za-z]/.test(joined) ? joined : `flow${joined}`;
}
