import { contactFlows, emitFlow } from '@atlas-engine/connect-flows';
import {
  advance,
  type FlowEvent,
  type FlowWorld,
  loadFlow,
  newContact,
  type Progress,
  startRun,
} from '@atlas-engine/flow-interpreter';

const outbound = contactFlows.AtlasEngineOutbound;
const flow = loadFlow({
  id: outbound.name,
  name: outbound.name,
  type: outbound.type,
  content: JSON.stringify(emitFlow(outbound)),
});

const world: FlowWorld = {
  now: () => 0,
  random: () => 0.5,
  flow: () => flow,
  queue: (id) => ({ id, arn: id, name: id }),
  agent: () => undefined,
  queueIsFull: () => false,
  isOpen: () => true,
  metric: () => 0,
  isDialable: () => true,
};

/** The customer asks for a person; everything else is played to its end. */
const answerTo = (progress: Progress): FlowEvent | undefined => {
  if (!('ask' in progress)) return undefined;
  if (progress.ask.kind !== 'bot') return { kind: 'done' };
  const result = {
    IntentName: 'SpeakToAgent',
    DialogState: 'Fulfilled',
    Slots: {},
    SessionAttributes: {},
    IntentConfidence: { Score: '1' },
  };
  return { kind: 'bot', result };
};

/** Takes one call through AtlasEngineOutbound, from the answer to the queue; the number of blocks that it left. */
function takeCall(): number {
  const contact = newContact({
    id: 'contact',
    instanceArn: 'arn:aws:connect:us-east-1:000000000000:instance/one',
    region: 'us-east-1',
    channel: 'VOICE',
    initiationMethod: 'API',
    attributes: { locale: 'en-US', greeting: 'Hello.', question1: 'Is it a good time?' },
  });
  let state = advance(startRun(flow, contact), world);
  for (let event = answerTo(state.progress); event !== undefined; event = answerTo(state.progress))
    state = advance(state.run, world, event);
  return state.run.trace.length;
}

/** How many blocks of AtlasEngineOutbound are run in a second. @param calls how many calls to take */
export function blocksPerSecond(calls: number): number {
  const startedAt = performance.now();
  let blocks = 0;
  for (let call = 0; call < calls; call += 1) blocks += takeCall();
  return Math.round((blocks * 1000) / (performance.now() - startedAt));
}
