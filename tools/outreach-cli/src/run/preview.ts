import {
  decideWhetherToDial,
  dialQuestionOf,
  type CallingPolicy,
  type DialDecision,
} from '@atlas-engine/domain';
import type { InteractionStore } from '@atlas-engine/interaction-store';
import { inParallel } from './in-parallel.ts';
import type { AcceptedRow, EndedRow, Intake } from './take-in.ts';

/** What would happen to a row now. */
export interface PreviewRow {
  readonly row: number;
  readonly requestId: string | null;
  readonly decision: 'call' | 'wait' | 'skip';
  /** A reason code, or ALREADY_REQUESTED when an earlier run has taken the request in: it is not started again. */
  readonly reason: string | null;
  /** When a call that must wait would be placed; ISO 8601. */
  readonly until: string | null;
  readonly field: string | null;
}

export interface Preview {
  readonly rows: number;
  readonly wouldBeCalled: number;
  readonly wouldWait: number;
  readonly wouldBeSkipped: number;
  /** How many rows would be skipped or wait, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly results: readonly PreviewRow[];
}

export interface PreviewOptions {
  readonly store: Pick<InteractionStore, 'readNumber' | 'getRequest'>;
  readonly now: number;
  readonly policy: CallingPolicy;
}

const questionsAtOnce = 16;

/** Asks the calling policy for every row by itself, with what is known of its number. Nothing is started, stored or dialled. */
export async function preview({ accepted, ended }: Intake, options: PreviewOptions): Promise<Preview> {
  const asked: PreviewRow[] = [];
  await inParallel(accepted, questionsAtOnce, async (row) => {
    asked.push(await ask(row, options));
  });
  const results = [...ended.map(skipped), ...asked].toSorted((a, b) => a.row - b.row);
  const count = (decision: PreviewRow['decision']) =>
    results.filter((row) => row.decision === decision).length;
  return {
    rows: results.length,
    wouldBeCalled: count('call'),
    wouldWait: count('wait'),
    wouldBeSkipped: count('skip'),
    reasons: countReasons(results),
    results,
  };
}

function countReasons(results: readonly PreviewRow[]): Preview['reasons'] {
  const counts: Record<string, number> = {};
  for (const { reason } of results) if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

async function ask(
  { row, request }: AcceptedRow,
  { store, now, policy }: PreviewOptions,
): Promise<PreviewRow> {
  const { requestId, lead } = request;
  const base = { row, requestId, field: null };
  if ((await store.getRequest(requestId)) !== undefined) {
    return { ...base, decision: 'skip', reason: 'ALREADY_REQUESTED', until: null };
  }
  const { history } = await store.readNumber(lead.phone);
  return {
    ...base,
    ...wordsOf(decideWhetherToDial({ question: dialQuestionOf(request), history, now, policy })),
  };
}

function wordsOf(decision: DialDecision): Pick<PreviewRow, 'decision' | 'reason' | 'until'> {
  switch (decision.kind) {
    case 'DIAL':
      return { decision: 'call', reason: null, until: null };
    case 'WAIT':
      return { decision: 'wait', reason: decision.reason, until: new Date(decision.until).toISOString() };
    case 'REFUSE':
      return { decision: 'skip', reason: decision.reason, until: null };
  }
}

const skipped = ({ result: { row, requestId, reason, field } }: EndedRow): PreviewRow => {
  return { row, requestId, decision: 'skip', reason, until: null, field };
};
