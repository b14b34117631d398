import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { createBedrock } from '@atlas-engine/bedrock-double';
import { bedrockModel } from '@atlas-engine/language-model';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { isSafetyRelevant, readRegressionSet } from './regression-case.ts';
import { ratesOf, regressionTable } from './regression-table.ts';
import { runRegressionCase, type RegressionResult } from './run-regression-case.ts';

const cases = readRegressionSet();

describe('the regression set, against the rules of the Bedrock double', () => {
  let server: WireServer;
  let client: BedrockRuntimeClient;
  const results: RegressionResult[] = [];

  beforeAll(async () => {
    const { service } = createBedrock();
    server = await createWireServer({
      services: [service],
      clock: createManualClock(),
      store: createMemoryStore(),
    });
    client = new BedrockRuntimeClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    const model = bedrockModel({ client, modelId: 'model:1' });
    for (const one of cases) results.push(await runRegressionCase(model, one));
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  it.each(cases.filter(isSafetyRelevant).map(({ name }) => [name]))(
    'is right where it matters: %s',
    (name) => {
      const result = results.find((one) => one.name === name);
      expect(result?.got).toBe(result?.expected);
    },
  );

  // What the rules cannot know: people who say what they want in other words. A change here is a change of behaviour.
  it('comes out as it does', () => {
    expect(results.filter(({ right }) => !right).map(({ name, got }) => [name, got])).toEqual([
      ['call-back-next-week', 'UNKNOWN, no time'],
      ['interested-hesitant', 'UNKNOWN'],
      ['not-interested-supplier', 'UNKNOWN'],
    ]);
    expect(ratesOf(cases, results)).toEqual({
      CALL_BACK: '4/5',
      DO_NOT_CALL: '10/10',
      HUNG_UP: '2/2',
      INTERESTED: '5/6',
      NOT_INTERESTED: '3/4',
      UNKNOWN: '6/6',
      VOICEMAIL: '6/6',
      WRONG_NUMBER: '2/2',
    });
  });

  it('asks no model where rules are enough', () => {
    expect(results.filter(({ source }) => source !== 'MODEL').map(({ name }) => name)).toEqual([
      ...[
        'hung-up-at-once',
        'malformed',
        'one-channel-do-not-call',
        'one-channel',
        'screening-nobody',
        'silence',
      ],
      ...[
        'voicemail-carrier',
        'voicemail-es',
        'voicemail-full',
        'voicemail-personal',
        'voicemail-talked-over',
      ],
    ]);
  });

  it('prints as a table, wrong answers beside what was expected', () => {
    const table = regressionTable(cases, results);
    expect(table).toMatch(/^right {2}malformed +- +UNKNOWN, TRANSCRIPT_MALFORMED$/m);
    expect(table).toMatch(/^WRONG {2}interested-hesitant +MODEL +UNKNOWN {2}\(expected INTERESTED\)$/m);
    expect(table).toMatch(/^VOICEMAIL +6\/6$/m);
  });
});
