import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf, writeFlow } from '../builder/emit-flow.ts';
import { contactFlows, flowModules } from '../flows/index.ts';
import { FlowImportError } from './flow-import-error.ts';
import * as imported from './fixtures/imported-flow.ts';
import { importFlow } from './import-flow.ts';
import { printFlow } from './print-flow.ts';

const fixture = (name: string) => readFileSync(join(process.cwd(), 'src/importer/fixtures', name), 'utf8');
const text = fixture('designer-export.json');
const flow = importFlow(text);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const end = { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const first = (parts: object) => ({ Identifier: 'First', Type: 'MessageParticipant', ...parts });
const documentOf = (...actions: readonly object[]) => ({
  Version: '2019-10-30',
  StartAction: 'First',
  Actions: [...actions, end],
});
const refusal = (value: unknown): string => {
  try {
    importFlow(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    if (error instanceof FlowImportError) return error.message;
    throw error;
  }
  return 'imported';
};

describe('importFlow', () => {
  it('loses nothing of a designer’s export: notes, layout, spelling of what is empty, order', () => {
    expect(plain(writeFlow(flow))).toEqual(JSON.parse(text));
    const order = (value: { Actions: readonly { Identifier: string }[] }) =>
      value.Actions.map(({ Identifier }) => Identifier);
    expect(order(writeFlow(flow))).toEqual(order(JSON.parse(text) as ReturnType<typeof writeFlow>));
  });

  it('knows name and type of a designer’s export', () => {
    expect(flow).toMatchObject({ name: 'Sample "help" line', type: 'CONTACT_FLOW' });
  });

  it('takes the replies of DescribeContactFlow and DescribeContactFlowModule', () => {
    const Content = JSON.stringify(
      documentOf(first({ Parameters: { Text: 'a' }, Transitions: { NextAction: 'End' } })),
    );
    const reply = { ContactFlow: { Name: 'Queue', Type: 'CUSTOMER_QUEUE', Content } };
    expect(importFlow(JSON.stringify(reply))).toMatchObject({ name: 'Queue', type: 'CUSTOMER_QUEUE' });
    const module = { ContactFlowModule: { Name: 'Part', Content } };
    expect(importFlow(JSON.stringify(module))).toMatchObject({ name: 'Part', type: 'MODULE' });
    expect(plain(writeFlow(importFlow(JSON.stringify(reply))))).toEqual(JSON.parse(Content));
  });

  it('takes content without a type for what its blocks fit', () => {
    expect(importFlow(JSON.stringify({ ...documentOf(), StartAction: 'End' })).type).toBe('CONTACT_FLOW');
    const whisper = { ...documentOf(), Actions: [{ ...end, Type: 'EndFlowExecution' }] };
    expect(refusal(whisper)).toMatch(
      /does not say the type of the flow, and its blocks fit CUSTOMER_QUEUE, CUSTOMER_WHISPER/,
    );
    expect(importFlow(JSON.stringify(whisper), { type: 'AGENT_WHISPER' }).type).toBe('AGENT_WHISPER');
    const ambiguous = { ...documentOf(), Metadata: { type: 'journey' } };
    expect(refusal(ambiguous)).toMatch(
      /^Flows of type journey are not supported\. Say it: one of CONTACT_FLOW/,
    );
  });

  it('says what the service would refuse of it, without refusing to import', () => {
    expect(findingsOf(flow).map(({ block, problem }) => `${block ?? ''}: ${problem}`)).toEqual([
      'Hook: UpdateContactEventHooks has no parameter EventHooksConfiguration',
    ]);
  });

  it('refuses the old format by name', () => {
    expect(refusal({ modules: [], version: '1', type: 'contactFlow', start: 'a', metadata: {} })).toBe(
      'The file is an export of the old designer (modules, start), not of the Flow language 2019-10-30. Import it once in the current flow designer and export it again, or read the flow with DescribeContactFlow.',
    );
  });

  it('refuses an action that does not exist by name', () => {
    const transitions = { Transitions: { NextAction: 'End' } };
    expect(refusal(documentOf(first({ Type: 'SetVoice', ...transitions })))).toBe(
      'Block "First" is of type SetVoice, which the Flow language does not have. Replace it by UpdateContactTextToSpeechVoice, which is most likely meant.',
    );
    expect(refusal(documentOf(first({ Type: 'Dance', ...transitions })))).toMatch(/add it to the catalogue/);
  });

  it.each([
    ['no JSON', '{"Version": ${version}}', /^The file is no JSON: .*quoted placeholders/],
    ['no object', '[]', /^The file holds no object/],
    ['another version', { ...documentOf(), Version: '2020' }, /Version/],
    ['what it does not know', { ...documentOf(), Extras: 1 }, /Extras/],
    ['two blocks of one name', { ...documentOf(end), StartAction: 'End' }, /^Two blocks are called "End"/],
    [
      'an error branch that does not exist',
      documentOf(first({ Transitions: { Errors: [{ ErrorType: 'Oops', NextAction: 'End' }] } })),
      /^Block "First" has the error branch Oops twice, or the Flow language does not have it/,
    ],
    [
      'a comparison that does not exist',
      documentOf(
        first({
          Transitions: {
            Conditions: [{ NextAction: 'End', Condition: { Operator: 'NumericLessThan', Operands: ['1'] } }],
          },
        }),
      ),
      /^Block "First" compares by NumericLessThan/,
    ],
    [
      'nested conditions',
      documentOf(
        first({
          Transitions: {
            Conditions: [{ NextAction: 'End', Condition: { Operator: 'And', Operands: [{}] } }],
          },
        }),
      ),
      /Operands/,
    ],
  ])('refuses %s', (_what, value, message) => {
    expect(refusal(value)).toMatch(message);
  });
});

describe('printFlow', () => {
  /** Layout is prettier's. */
  const compact = (code: string) => code.replace(/\s+/g, '').replace(/,(?=[)}\]])/g, '');

  it('prints code that compiles and makes the same flow', () => {
    expect(compact(printFlow(flow))).toBe(
      compact(fixture('imported-flow.ts').replace('../../index.ts', '@atlas-engine/connect-flows')),
    );
    expect(plain(writeFlow(imported.sampleHelpLine))).toEqual(JSON.parse(text));
  });

  it('prints as verbatim only what the types do not allow', () => {
    expect(printFlow(flow).match(/verbatim\(/g)).toHaveLength(1);
  });

  it.each(Object.values({ ...contactFlows, ...flowModules }).map((each) => [each.name, each] as const))(
    'imports %s as it was emitted',
    (_name, emitted) => {
      const document = writeFlow(emitted);
      const again = importFlow(JSON.stringify(document));
      expect(plain(writeFlow(again))).toEqual(plain(document));
      expect(again).toMatchObject({ name: emitted.name, type: emitted.type });
      expect(printFlow(again)).not.toContain('verbatim');
    },
  );
});
