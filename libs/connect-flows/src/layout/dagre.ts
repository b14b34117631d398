import * as dagre from '@dagrejs/dagre';

/** A graph of dagre, as far as it is used here: its own types do not resolve under Node's rules. */
interface Graph {
  setGraph(label: Readonly<Record<string, unknown>>): void;
  setNode(id: string, label: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string, label: { readonly weight: number }, name: string): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(id: string): { readonly x: number; readonly y: number };
  edge(from: string, to: string, name: string): { readonly points: readonly { x: number; y: number }[] };
}

interface Dagre {
  readonly graphlib: { readonly Graph: new (options: { readonly multigraph: boolean }) => Graph };
  readonly layout: (graph: Graph) => void;
}

const { graphlib, layout } = dagre as unknown as Dagre;

/** An empty graph that can have several edges between two nodes. */
export const createGraph = (): Graph => new graphlib.Graph({ multigraph: true });

/** Gives every node and edge of a graph its place. */
export const placeGraph = (graph: Graph): void => {
  layout(graph);
};
