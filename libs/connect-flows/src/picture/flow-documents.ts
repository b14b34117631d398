import type { Flow } from '../builder/flow.ts';
import { emitFlow } from '../builder/emit-flow.ts';
import { contactFlows, flowModules } from '../flows/index.ts';
import { referencesIn } from '../references/reference-text.ts';
import { drawFlow } from './draw-flow.ts';

const flows = Object.values({ ...contactFlows, ...flowModules });

/** The documents about the flows: one picture each, and the page that shows them, by file name. */
export const flowDocuments = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(flows.map((flow) => [pictureOf(flow), drawFlow(emitFlow(flow), flow.name)])),
  'flows.md': [
    '# Contact flows',
    '',
    'Written by `node write-docs.ts` from the flows; a test compares the two. A block with a strong frame is the start.',
    '',
    ...flows.flatMap(section),
  ].join('\n'),
});

const section = (flow: Flow): readonly string[] => [
  `## ${flow.name}`,
  '',
  flow.description ?? '',
  '',
  `Type \`${flow.type}\`, ${String(Object.keys(flow.blocks).length)} blocks. Refers to: ${referencesOf(flow)}.`,
  '',
  `![${flow.name}](${pictureOf(flow)})`,
  '',
];

const referencesOf = ({ blocks }: Flow): string => {
  const names = [...new Set(referencesIn(blocks).map(({ kind, name }) => `${kind} ${name}`))];
  return names.length === 0 ? 'nothing' : names.sort().join(', ');
};

/** `AtlasEngineVoiceEntry` → `voice-entry.svg`. */
const pictureOf = ({ name }: Flow): string =>
  `${name
    .replace(/^AtlasEngine/, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()}.svg`;
