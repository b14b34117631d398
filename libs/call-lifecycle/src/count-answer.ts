import type { CallResult } from '@atlas-engine/domain';
import type { Metrics } from '@atlas-engine/function-kit';

/** What the outcomes that reached the network say of the answer rate. The others say nothing of it. */
const answered: Readonly<Partial<Record<CallResult['outcome'], 0 | 1>>> = {
  ANSWERED: 1,
  VOICEMAIL: 0,
  NO_ANSWER: 0,
  BUSY: 0,
};

/** Writes `CallAnswered`, so that its average is the answer rate. */
export const countAnswer =
  (metrics: Pick<Metrics, 'add'>) =>
  ({ outcome }: Pick<CallResult, 'outcome'>): void => {
    const value = answered[outcome];
    if (value !== undefined) metrics.add('CallAnswered', value, 'None');
  };
