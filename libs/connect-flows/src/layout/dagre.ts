import * as dagre from '@dagrejs/dagre';

/** What is said about a line, and where it is placed then. */
interface EdgeLabel {
  readonly weight: number;
  readonly labelpos: 'c';
  readonly width: number;
  readonly height: number;
}
interface Place {
  readonly x: number;
  readonly y: number;
}

/** A graph of dagre, as far as it is used here: its own types do not resolve under Node's rules. */
interface Graph {
  setGraph(label: Readonly<Record<string, unknown>>): void;
  setNode(id: string, label: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string, label: EdgeLabel): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(id: string): Place;
  edge(from: string, to: string): { readonly points: readonly Place[] } & Partial<Place>;
}

interface Dagre {
  readonly graphlib: { readonly Graph: new () => Graph };
  readonly layout: (graph: Graph) => void;
}

const { graphlib, layout } = dagre as unknown as Dagre;

/** An empty directed graph. */
export const createGraph = (): Graph => new graphlib.Graph();

/** Gives every node and edge of a graph its place. */
export const placeGraph = (graph: Graph): void => {
  layout(graph);
};
