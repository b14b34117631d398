import type { Connect } from '@atlas-engine/connect-double';
import { contactTrace } from './contact-trace.ts';

const entry = { at: 0, block: 'Greet', type: 'MessageParticipant', branch: 'next' };
const connect = {
  contacts: () => [
    {
      id: 'contact-1',
      instanceId: 'instance-1',
      channel: 'VOICE',
      flow: {
        run: {
          trace: [
            { ...entry, flowId: 'flow-1' },
            { ...entry, flowId: 'gone' },
          ],
        },
      },
    },
    { id: 'contact-2', instanceId: 'instance-1', channel: 'TASK' },
  ],
  findFlow: (instanceId: string, id: string) =>
    instanceId === 'instance-1' && id === 'flow-1' ? { name: 'AtlasEngineOutbound-local' } : undefined,
} as unknown as Connect;

describe('contactTrace', () => {
  it('names flows and writes moments out', () => {
    const block = {
      at: '1970-01-01T00:00:00.000Z',
      block: 'Greet',
      type: 'MessageParticipant',
      branch: 'next',
    };
    expect(contactTrace(connect, 'contact-1')).toEqual({
      contactId: 'contact-1',
      channel: 'VOICE',
      blocks: [
        { ...block, flow: 'AtlasEngineOutbound-local' },
        { ...block, flow: 'gone' },
      ],
    });
  });

  it('is empty before the first flow, and nothing for a contact that is not there', () => {
    expect(contactTrace(connect, 'contact-2')?.blocks).toEqual([]);
    expect(contactTrace(connect, 'contact-3')).toBeUndefined();
  });
});
