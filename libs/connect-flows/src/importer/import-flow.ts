import * as z from 'zod';
import type { Block } from '../builder/block.ts';
import type { Flow } from '../builder/flow.ts';
import { isContactAttribute } from '../language/contact-attributes.ts';
import type { FlowType } from '../language/flow-types.ts';
import { given } from '../language/given.ts';
import { pathsIn } from '../language/paths-in.ts';
import { textsIn } from '../language/texts.ts';
import { FlowImportError } from './flow-import-error.ts';
import { flowSchema, type ReadFlow } from './flow-schema.ts';
import { readBlock } from './read-block.ts';
import { importedType } from './imported-type.ts';
import { unwrap } from './unwrap.ts';

/** What an export may leave out. */
export interface ImportOptions {
  /** The flow's name, where the export has none. */
  readonly name?: string;
  /** The flow's type, where the export has none. */
  readonly type?: FlowType;
}

/**
 * A flow that was exported from Amazon Connect's designer or read with DescribeContactFlow. `writeFlow` gives the same
 * JSON again, with layout and notes.
 *
 * @throws FlowImportError naming what cannot be imported, and what to do
 * @example
 * printFlow(importFlow(readFileSync('export.json', 'utf8')));
 */
export function importFlow(text: string, options: ImportOptions = {}): Flow {
  const wrapped = unwrap(text);
  const parsed = flowSchema.safeParse(wrapped.content);
  if (!parsed.success)
    throw new FlowImportError(
      `The flow is not as the Flow language 2019-10-30 has it: ${z.prettifyError(parsed.error)}`,
      'Export it from the flow designer, or read it with DescribeContactFlow',
    );
  const document = parsed.data;
  const { Metadata, Settings, StartAction: start } = document;
  const blocks = blocksOf(document);
  const attributes = unknownAttributesIn(document);
  return {
    ...namesOf(document, { ...wrapped, ...options }),
    start,
    blocks,
    ...(attributes.length === 0 ? {} : { attributes }),
    document: given({ Metadata, Settings, order: orderOf(document, blocks) }),
  };
}

/** Name and type: as they are given, or as the designer has noted them. */
const namesOf = (document: ReadFlow, { name, type }: { readonly name?: string; readonly type?: string }) => ({
  name: name ?? textIn(document.Metadata, 'name') ?? 'Imported',
  type: importedType(document, type ?? textIn(document.Metadata, 'type')),
});

function blocksOf({ Actions }: ReadFlow): Readonly<Record<string, Block>> {
  const identifiers = Actions.map(({ Identifier }) => Identifier);
  const wrong = identifiers.find(
    (each, index) => each === '__proto__' || identifiers.indexOf(each) !== index,
  );
  if (wrong !== undefined)
    throw new FlowImportError(
      `Two blocks are called "${wrong}", or the name is reserved`,
      'Amazon Connect refuses such a flow: rename the block in its transitions too',
    );
  return Object.fromEntries(Actions.map((action) => [action.Identifier, readBlock(action)]));
}

/** Attributes that are set outside of this code. */
const unknownAttributesIn = ({ Actions }: ReadFlow): readonly string[] => [
  ...new Set(
    textsIn(Actions)
      .flatMap(({ text }) => pathsIn(text))
      .flatMap(({ keys: [namespace, name] }) =>
        namespace === 'Attributes' && name !== undefined ? [name] : [],
      )
      .filter((name) => !isContactAttribute(name)),
  ),
];

/** Names that look like numbers come first in an object: the order of the export is kept beside them. */
function orderOf(
  { Actions }: ReadFlow,
  blocks: Readonly<Record<string, Block>>,
): readonly string[] | undefined {
  const order = Actions.map(({ Identifier }) => Identifier);
  return order.join('\n') === Object.keys(blocks).join('\n') ? undefined : order;
}

const textIn = (metadata: Readonly<Record<string, unknown>> | undefined, key: string): string | undefined => {
  const value = metadata?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
