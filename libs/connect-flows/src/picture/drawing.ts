import { element } from './xml.ts';

const colours = { next: '#374151', condition: '#1d4ed8', error: '#b91c1c' } as const;

const style = `
text { font: 11px ui-sans-serif, system-ui, 'DejaVu Sans', sans-serif; fill: #111827 }
.paper { fill: #ffffff }
.block rect { fill: #f3f4f6; stroke: #6b7280 }
.block.participant rect { fill: #ecfdf5; stroke: #047857 }
.block.contact rect { fill: #eff6ff; stroke: #1d4ed8 }
.block.interaction rect { fill: #f5f3ff; stroke: #6d28d9 }
.block.ending rect { fill: #1f2937; stroke: #1f2937 }
.block.ending text { fill: #f9fafb }
.block.start rect { stroke-width: 3 }
.block .name { font-weight: 600; font-size: 12px }
.block .kind { font-size: 10px; opacity: 0.65 }
.block .detail { font-size: 10px }
.line { fill: none; stroke: ${colours.next}; stroke-width: 1.6 }
.line.condition { stroke: ${colours.condition} }
.line.error { stroke: ${colours.error}; stroke-width: 1; stroke-dasharray: 5 3; opacity: 0.6 }
.label { text-anchor: middle; font-size: 10px; paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
.label.condition { fill: ${colours.condition} }
.label.error { fill: ${colours.error} }
.legend { font-size: 10px; fill: #4b5563 }
`;

const arrowHeads = Object.entries(colours).map(([kind, fill]) =>
  element(
    'marker',
    {
      id: `head-${kind}`,
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto',
    },
    element('path', { d: 'M 0 0 L 8 4 L 0 8 z', fill }),
  ),
);

const legendTexts = [
  ['next', 'goes on'],
  ['condition', 'goes on under a condition'],
  ['error', 'error, no input'],
] as const;

/** What the lines mean, at the foot of a picture. */
const legend = (y: number): string =>
  legendTexts
    .map(([kind, text], index) => {
      const x = 24 + index * 170;
      return (
        element('path', { class: `line ${kind}`, d: `M ${String(x)} ${String(y)} h 24` }) +
        element('text', { class: 'legend', x: x + 30, y: y + 4 }, text)
      );
    })
    .join('');

/** Measures and marks that every picture shares. */
export const drawing = {
  textSize: 10,
  lineHeight: 12,
  characterWidth: 5.6,
  margin: 8,
  legendHeight: 28,
  style,
  arrowHeads,
  legend,
} as const;
