import type { FlowAction, FlowDocument } from '../language/flow-language.ts';
import { type FlowLine, flowBlocks, flowLines } from '../layout/flow-lines.ts';
import { layOut, type Layout, type Point, type Sizes } from '../layout/layout.ts';
import { labelOf } from './branch-label.ts';
import { detailOf, groupOf, kindOf } from './detail.ts';
import { drawing } from './drawing.ts';
import { roundedPath } from './rounded-path.ts';
import { element, escaped, wrapped } from './xml.ts';

const sizes: Sizes = { direction: 'TB', width: 212, height: 76, rankSpace: 26, blockSpace: 22 };
const { textSize, lineHeight, characterWidth, margin, legendHeight } = drawing;

/**
 * A flow as an SVG picture: blocks from top to bottom with what they say or refer to, and the branches between them.
 * The same flow gives the same text.
 */
export function drawFlow(document: FlowDocument, name: string): string {
  const layout = layOut(flowBlocks(document), flowLines(document).map(withLabel), sizes);
  const width = layout.width + 2 * margin;
  const height = layout.height + 2 * margin + legendHeight;
  const content = [
    element('title', {}, escaped(name)),
    element('style', {}, drawing.style),
    element('defs', {}, ...drawing.arrowHeads),
    element('rect', { class: 'paper', width, height }),
    element(
      'g',
      { transform: `translate(${String(margin)} ${String(margin)})` },
      ...layout.lines.map(({ line, points }) => drawLine(line, points)),
      ...document.Actions.map((action) => drawBlock(action, layout, document.StartAction)),
      ...layout.lines.map(({ line, label }) => drawLabel(line, label)),
    ),
    drawing.legend(height - legendHeight / 2),
  ];
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${String(width)} ${String(height)}`,
    width,
    height,
    role: 'img',
  };
  return `${element('svg', frame, '\n', content.join('\n'), '\n')}\n`;
}

function withLabel(line: FlowLine): FlowLine {
  const texts = labelOf(line.edges);
  if (texts.length === 0) return line;
  const longest = Math.max(...texts.map((text) => text.length));
  return { ...line, label: { width: longest * characterWidth + 10, height: texts.length * lineHeight + 4 } };
}

const drawLine = ({ kind, from, to }: FlowLine, points: readonly Point[]): string =>
  element(
    'path',
    { class: `line ${kind}`, d: roundedPath(points), 'marker-end': `url(#head-${kind})` },
    element('title', {}, escaped(`${from} → ${to}`)),
  );

function drawLabel({ edges, kind }: FlowLine, { x, y }: Point): string {
  const texts = labelOf(edges);
  if (texts.length === 0) return '';
  const top = y - ((texts.length - 1) * lineHeight) / 2 + textSize / 3;
  const lines = texts.map((text, index) =>
    element('text', { class: `label ${kind}`, x, y: top + index * lineHeight }, escaped(text)),
  );
  return lines.join('');
}

function drawBlock(action: FlowAction, { blocks }: Layout<FlowLine>, start: string): string {
  const { x, y } = blocks.get(action.Identifier) ?? { x: 0, y: 0 };
  const isStart = action.Identifier === start;
  const name = wrapped(action.Identifier, 28, 1);
  const detail = wrapped(detailOf(action), 34, 2);
  const texts = [
    ...name.map((text) => ({ text, kind: 'name' })),
    { text: kindOf(action.Type), kind: 'kind' },
    ...detail.map((text) => ({ text, kind: 'detail' })),
  ];
  const top = y + (sizes.height - texts.length * 15) / 2 + 11;
  return element(
    'g',
    { class: `block ${groupOf(action)}${isStart ? ' start' : ''}` },
    element('rect', { x, y, width: sizes.width, height: sizes.height, rx: 7 }),
    ...texts.map(({ text, kind }, index) =>
      element('text', { class: kind, x: x + 10, y: top + index * 15 }, escaped(text)),
    ),
  );
}
