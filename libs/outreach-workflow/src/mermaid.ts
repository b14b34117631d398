import { type Definition, transitionsOf } from './asl.ts';

/** The definition as a Mermaid state diagram. */
export function toMermaid(definition: Definition): string {
  const states = Object.entries(definition.States);
  const edges = states.flatMap(([name, state]) =>
    transitionsOf(state).map(
      ({ to, label }) => `  ${name} --> ${to}${label === undefined ? '' : `: ${plain(label)}`}`,
    ),
  );
  const ends = states.flatMap(([name, { Type }]) =>
    Type === 'Succeed' || Type === 'Fail' ? [`  ${name} --> [*]`] : [],
  );
  return ['stateDiagram-v2', `  [*] --> ${definition.StartAt}`, ...edges, ...ends].join('\n');
}

/** Mermaid ends a label at `;` and takes `:` and `#` for its own. */
const plain = (label: string): string => label.replaceAll(/[;:#]/g, ' ').replaceAll('$', '');
