import { contactFlows, emitFlow, type Flow, flowModules, referenceText } from '@atlas-engine/connect-flows';
import type { LoadedFlow } from '../flow-document.ts';
import { loadFlow } from '../load-flow.ts';

/** Every flow and module of the contact centre as it is emitted; what it refers to keeps its name. */
export const emittedFlows = (): readonly LoadedFlow[] =>
  Object.values<Flow>({ ...contactFlows, ...flowModules }).map((flow) =>
    loadFlow({
      id: referenceText({ kind: flow.type === 'MODULE' ? 'module' : 'flow', name: flow.name }),
      name: flow.name,
      type: flow.type,
      content: JSON.stringify(emitFlow(flow)),
    }),
  );
