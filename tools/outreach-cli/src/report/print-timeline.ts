import type { Conversation, RequestTimeline } from '../run/read-timeline.ts';
import type { WorkflowStep } from '../run/workflow-steps.ts';
import { oneLine } from './one-line.ts';

/** The story of one request as a person reads it: what happened when, what was said, how it was summed up. */
export function printTimeline({ request, workflow, events, conversations }: RequestTimeline): string {
  const { requestId, interest, campaign } = request.request;
  const parked = request.parkedReason === undefined ? '' : ` (${request.parkedReason})`;
  return [
    `Request ${requestId}: ${request.status}${parked}`,
    `Lead ${request.leadId ?? 'not created'}, interest "${oneLine(interest)}", campaign "${oneLine(campaign)}"`,
    ...section('Workflow', printStates(workflow)),
    ...section('CRM writes', printSteps(workflow ?? [], 'CRM_WRITE')),
    ...section('Events', events.map(printEvent)),
    ...conversations.flatMap(printConversation),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines];

const printStates = (workflow: readonly WorkflowStep[] | undefined): readonly string[] =>
  workflow === undefined ? ['  its history is not kept'] : printSteps(workflow, 'STATE', 'END');

const printSteps = (steps: readonly WorkflowStep[], ...kinds: WorkflowStep['kind'][]): readonly string[] =>
  steps.filter(({ kind }) => kinds.includes(kind)).map(({ at, what }) => `  ${at}  ${what}`);

function printEvent({ at, kind, sequence, details = {} }: RequestTimeline['events'][number]): string {
  const call = sequence === undefined ? [] : [`#${sequence}`];
  const words = Object.entries(details).map(([name, value]) => `${name}=${String(value)}`);
  return `  ${[at, ...call, kind, ...(words.length === 0 ? [] : [oneLine(words.join(' '))])].join('  ')}`;
}

function printConversation(conversation: Conversation): readonly string[] {
  const { sequence, blocks } = conversation;
  return [...printWords(conversation), ...section(`Flows of call #${sequence}`, printBlocks(blocks))];
}

/** A table of blocks: when, in which flow, which block, and how it was left. */
function printBlocks(blocks: Conversation['blocks']): readonly string[] {
  const widthOf = (column: 'flow' | 'block'): number =>
    Math.max(...blocks.map((each) => each[column].length));
  const [flows, names] = [widthOf('flow'), widthOf('block')];
  return blocks.map(
    ({ at, flow, block, branch }) => `  ${at}  ${flow.padEnd(flows)}  ${block.padEnd(names)}  ${branch}`,
  );
}

function printWords({ sequence, transcript, summary }: Conversation): readonly string[] {
  const said = (transcript?.turns ?? []).map(
    ({ speaker, from, text }) => `  ${clock(from)}  ${speaker.padEnd(8)}  ${oneLine(text)}`,
  );
  const summed =
    summary === undefined
      ? []
      : [
          `  ${summary.disposition}, ${summary.sentiment}: ${oneLine(summary.summary)}`,
          `  Next: ${oneLine(summary.nextStep) || 'nothing'}`,
        ];
  return section(`Call #${sequence}`, [
    ...said,
    ...(said.length > 0 && summed.length > 0 ? [''] : []),
    ...summed,
  ]);
}

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(1).padStart(4, '0')}`;
