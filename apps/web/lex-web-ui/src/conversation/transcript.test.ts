import { textsOf } from '../i18n/texts.ts';
import type { Entry } from './entry.ts';
import { transcriptOf } from './transcript.ts';

const at = Date.parse('2026-11-21T12:00:00Z');
const entries: readonly Entry[] = [
  { id: '1', at, from: 'customer', to: 'bot', text: 'Hi', delivery: 'sent' },
  {
    id: '2',
    at,
    from: 'bot',
    content: {
      kind: 'choices',
      look: 'card',
      title: 'Which?',
      subtitle: 'Choose',
      options: [{ label: 'A', value: 'a' }],
    },
  },
  { id: '3', at, from: 'notice', notice: 'person-joined', name: 'Avery' },
  { id: '4', at, from: 'person', name: 'Avery', content: { kind: 'text', text: 'Hello' } },
  { id: '5', at, from: 'customer', to: 'person', text: 'Lost', delivery: 'failed', problem: 'offline' },
  { id: '6', at, from: 'bot', content: { kind: 'unsupported', name: 'Form' } },
];

describe('a transcript', () => {
  it('has a line for each thing said, with its time on the customer’s clock', () => {
    expect(
      transcriptOf(entries, { texts: textsOf('en-US'), locale: 'en-GB', timeZone: 'Europe/Paris' }),
    ).toBe(
      [
        'Conversation of 21 November 2026',
        '',
        '[13:00] You: Hi',
        '[13:00] Assistant: Which? Choose. A',
        '[13:00] — Avery has joined.',
        '[13:00] Avery: Hello',
        '[13:00] You: Lost (Not sent)',
        '[13:00] Assistant: A message that this chat cannot show (Form).',
        '',
      ].join('\n'),
    );
  });
});
