import type { FlowDocument } from '../language/flow-language.ts';
import { flowBlocks, flowLines } from './flow-lines.ts';
import { layOut, type Sizes } from './layout.ts';

/** The designer draws blocks about this large. */
const designer: Sizes = { direction: 'LR', width: 200, height: 120, rankSpace: 80, blockSpace: 60 };
const entry = { x: 20, y: 20 };
const roomForEntry = 160;

/** What Amazon Connect's designer needs to draw a flow: where each block stands, and that its id is its name. */
export function designerMetadata(document: FlowDocument): Readonly<Record<string, unknown>> {
  const { blocks } = layOut(flowBlocks(document), flowLines(document), designer);
  return {
    entryPointPosition: entry,
    ActionMetadata: Object.fromEntries(
      [...blocks].map(([id, { x, y }]) => [
        id,
        { position: { x: x + roomForEntry, y: y + entry.y }, isFriendlyName: true },
      ]),
    ),
  };
}
