import { contactAttributesOf } from '@atlas-engine/domain';
import { emitFlow, findingsOf } from '../builder/emit-flow.ts';
import type { Flow } from '../builder/flow.ts';
import { isContactAttribute } from '../language/contact-attributes.ts';
import { describeFinding } from '../validator/finding.ts';
import { contactFlows, flowModules } from './contact-flows.ts';

const all = Object.entries({ ...contactFlows, ...flowModules });

describe.each(all)('%s', (name: string, flow: Flow) => {
  it('has its own name and nothing that is wrong or doubtful', () => {
    expect(flow.name).toBe(name);
    expect(findingsOf(flow).map(describeFinding)).toEqual([]);
  });
  it('is text throughout', () => {
    const scalars = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [value];
    expect(scalars(emitFlow(flow).Actions).filter((value) => typeof value !== 'string')).toEqual([]);
  });
});

describe('contact attributes', () => {
  it('hold all that a call carries', () => {
    const carried = contactAttributesOf(
      { callId: 'c' as never, requestId: 'r' as never, sequence: 1 },
      {
        greeting: 'g',
        talkingPoints: ['t'],
        qualifyingQuestions: ['q'],
        objectionHandling: [{ objection: 'o', answer: 'a' }],
        voicemailMessage: 'v',
        closing: 'c',
        locale: 'en-US',
        source: 'TEMPLATE',
        promptVersion: '1',
      },
    );
    expect(Object.keys(carried).filter((key) => !isContactAttribute(key))).toEqual([]);
  });
});
