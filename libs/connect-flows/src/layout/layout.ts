import type { FlowDocument } from '../language/flow-language.ts';
import { type Edge, edgesOf } from '../graph/edges.ts';
import { createGraph, placeGraph } from './dagre.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How large things are drawn. */
export interface Sizes {
  readonly width: number;
  readonly height: number;
  /** Space between ranks, from left to right, and between blocks of one rank. */
  readonly rankSpace: number;
  readonly blockSpace: number;
}

/** Where the blocks of a flow stand, from left to right, and how the lines between them run. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Upper left corner of each block, by identifier. */
  readonly blocks: ReadonlyMap<string, Point>;
  readonly lines: readonly { readonly edge: Edge; readonly points: readonly Point[] }[];
}

/** Lays a flow out. The same flow gives the same layout. */
export function layoutFlow({ Actions, StartAction }: FlowDocument, sizes: Sizes): Layout {
  const graph = createGraph();
  graph.setGraph({
    rankdir: 'LR',
    ranksep: sizes.rankSpace,
    nodesep: sizes.blockSpace,
    marginx: 16,
    marginy: 16,
  });
  const known = new Set(Actions.map(({ Identifier }) => Identifier));
  const first = Actions.filter(({ Identifier }) => Identifier === StartAction);
  for (const { Identifier } of [...first, ...Actions])
    graph.setNode(Identifier, { width: sizes.width, height: sizes.height });
  const edges = Actions.flatMap(edgesOf).filter(({ to }) => known.has(to));
  for (const edge of edges) graph.setEdge(edge.from, edge.to, { weight: weightOf(edge) }, keyOf(edge));
  placeGraph(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    blocks: new Map(
      [...known].map((id) => {
        const { x, y } = graph.node(id);
        return [id, rounded({ x: x - sizes.width / 2, y: y - sizes.height / 2 })];
      }),
    ),
    lines: edges.map((edge) => {
      const { points } = graph.edge(edge.from, edge.to, keyOf(edge));
      return { edge, points: points.map(rounded) };
    }),
  };
}

/** The main way stays straight; errors bend. */
const weightOf = ({ kind }: Edge): number => ({ next: 8, condition: 4, error: 1 })[kind];

const keyOf = ({ kind, branch }: Edge): string => `${kind} ${branch}`;

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
