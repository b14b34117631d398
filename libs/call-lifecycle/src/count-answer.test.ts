import { outcomeKinds } from '@atlas-engine/domain';
import { countAnswer } from './count-answer.ts';

describe('the answer rate', () => {
  it('is of calls that reached the network, and of nothing else', () => {
    const written: unknown[] = [];
    const count = countAnswer({ add: (...metric) => written.push(metric) });
    for (const outcome of outcomeKinds) {
      written.push(outcome);
      count({ outcome });
    }
    expect(written).toEqual([
      ...['ANSWERED', ['CallAnswered', 1, 'None'], 'VOICEMAIL', ['CallAnswered', 0, 'None']],
      ...['NO_ANSWER', ['CallAnswered', 0, 'None'], 'BUSY', ['CallAnswered', 0, 'None']],
      ...['INVALID_NUMBER', 'FAILED', 'UNCONFIRMED', 'REFUSED', 'POSTPONED'],
    ]);
  });
});
