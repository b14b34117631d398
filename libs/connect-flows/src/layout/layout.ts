import { createGraph, placeGraph } from './dagre.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How large things are drawn. */
export interface Sizes {
  readonly width: number;
  readonly height: number;
  /** From left to right (`LR`) or from top to bottom (`TB`). */
  readonly direction: 'LR' | 'TB';
  /** Space between ranks, and between blocks of one rank. */
  readonly rankSpace: number;
  readonly blockSpace: number;
}

/** A line between two blocks; at most one in each direction. */
export interface Line {
  readonly from: string;
  readonly to: string;
  /** How much it matters that it is straight and short. */
  readonly weight: number;
  /** Room for a text on it. */
  readonly label?: { readonly width: number; readonly height: number };
}

/** Where blocks stand, and how the lines between them run. */
export interface Layout<L extends Line> {
  readonly width: number;
  readonly height: number;
  /** Upper left corner of each block. */
  readonly blocks: ReadonlyMap<string, Point>;
  /** `label` is the middle of the line's text. */
  readonly lines: readonly { readonly line: L; readonly points: readonly Point[]; readonly label: Point }[];
}

/** Lays blocks out, the first of them first. The same blocks and lines give the same layout. */
export function layOut<L extends Line>(
  blocks: readonly string[],
  lines: readonly L[],
  { width, height, direction, rankSpace, blockSpace }: Sizes,
): Layout<L> {
  const graph = createGraph();
  const space = { ranksep: rankSpace, nodesep: blockSpace, edgesep: 12, marginx: 16, marginy: 16 };
  graph.setGraph({ rankdir: direction, ...space });
  for (const block of blocks) graph.setNode(block, { width, height });
  for (const { from, to, weight, label } of lines)
    graph.setEdge(from, to, { weight, labelpos: 'c', ...(label ?? { width: 0, height: 0 }) });
  placeGraph(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    blocks: new Map(
      blocks.map((block) => {
        const { x, y } = graph.node(block);
        return [block, rounded({ x: x - width / 2, y: y - height / 2 })];
      }),
    ),
    lines: lines.map((line) => {
      const { points, x = 0, y = 0 } = graph.edge(line.from, line.to);
      return { line, points: points.map(rounded), label: rounded({ x, y }) };
    }),
  };
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
