import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { createBedrock } from '@atlas-engine/bedrock-double';
import {
  callIdOf,
  contactAttributesLimit,
  contactAttributesOf,
  generateScenarioInputSchema,
  scenarioLimits,
  scenarioSchema,
  type OutreachRequest,
  type Scenario,
} from '@atlas-engine/domain';
import { aLead, aRequest } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { bedrockModel, type LanguageModel } from '@atlas-engine/language-model';
import { createFakeModel } from '@atlas-engine/language-model/testing';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import hostileLeads from '../fixtures/hostile-leads.json' with { type: 'json' };
import { textsOf } from './fit-to-speak.ts';
import { createGenerateDynamicScenario } from './generate-dynamic-scenario.ts';

const cases = hostileLeads.map(({ about, ...typed }) => [about, typed] as const);
type Typed = (typeof cases)[number][1];

/** As the workflow hands it in: through the schema of the function's event. */
const inputOf = ({ lead, ...typed }: Typed) =>
  generateScenarioInputSchema.parse({
    request: { ...aRequest(), ...typed, lead: { ...aLead(), ...lead } },
    leadId: '00Q000000000001AAA',
  });

async function generate(model: LanguageModel, typed: Typed) {
  const input = inputOf(typed);
  const { request } = input;
  const store = createInMemoryInteractionStore();
  await store.receiveRequest(request, 0);
  await createGenerateDynamicScenario({ store, model })(input);
  return { request, scenario: (await store.getScenario(request.requestId))! };
}

/** Lengths in bytes and characters, markup, addresses, numbers and what nobody sees: what must not reach a contact. */
function expectSafe(request: OutreachRequest, scenario: Scenario): void {
  const call = { requestId: request.requestId, sequence: 1, callId: callIdOf(request.requestId, 1) };
  const attributes = Object.entries(contactAttributesOf(call, scenario));
  expect(Buffer.byteLength(attributes.flat().join(''))).toBeLessThan(contactAttributesLimit);
  expect(scenarioSchema.safeParse(scenario).error?.issues ?? []).toEqual([]);
  for (const text of textsOf(scenario)) {
    expect(text.length).toBeLessThanOrEqual(scenarioLimits.sentence);
    expect(text).not.toMatch(/[<>{}[\]]|https?:|www\.|\w@\w|\.(?:com|net|org)\b/i);
    expect(text).not.toMatch(/(?:\d[\s().-]{0,3}){7}/);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.isWellFormed()).toBe(true);
  }
}

describe('a hostile lead', () => {
  let server: WireServer;
  let client: BedrockRuntimeClient;
  beforeAll(async () => {
    server = await createWireServer({
      services: [createBedrock().service],
      clock: createManualClock(),
      store: createMemoryStore(),
    });
    client = new BedrockRuntimeClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
  });
  afterAll(async () => {
    client.destroy();
    await server.close();
  });

  it.each(cases)('gets a safe scenario from the model of the local cloud: %s', async (_, typed) => {
    const { request, scenario } = await generate(bedrockModel({ client, modelId: 'model:1' }), typed);
    expectSafe(request, scenario);
  });

  it.each(cases)('gets a safe scenario from the template: %s', async (_, typed) => {
    const { model } = createFakeModel([{ failure: 'TIMED_OUT' }]);
    const { request, scenario } = await generate(model, typed);
    expect(scenario).toMatchObject({ source: 'TEMPLATE', fallbackReason: 'TIMED_OUT' });
    expectSafe(request, scenario);
  });

  it.each(cases)('gets a safe scenario when the model repeats whatever was typed: %s', async (_, typed) => {
    const { request } = inputOf(typed);
    const { firstName = '', company = '' } = request.lead;
    const echoed = [request.interest, request.notes ?? 'x', firstName, company].map((text) => text || 'x');
    const [greeting, point, question, closing] = echoed;
    const input = {
      ...{ greeting, talkingPoints: [point], qualifyingQuestions: [question], objectionHandling: [] },
      ...{ voicemailMessage: greeting, closing },
    };
    const obedient = bedrockModel({
      modelId: 'obedient',
      client: {
        send: async () => ({
          stopReason: 'tool_use',
          output: { message: { content: [{ toolUse: { toolUseId: 't', name: 'write_scenario', input } }] } },
        }),
      } as never,
    });
    const { scenario } = await generate(obedient, typed);
    expectSafe(request, scenario);
  });

  it('reaches the model as data, whole and within its element', async () => {
    for (const [, typed] of cases) {
      const { model, asked } = createFakeModel([{ failure: 'TIMED_OUT' }]);
      const { request } = await generate(model, typed);
      const { material = '', system = '' } = asked[0] ?? {};
      const [open = '', json = '', ...close] = material.split('\n');
      expect([open, ...close]).toEqual(['<data name="lead">', '</data>']);
      expect(json).not.toMatch(/[<>]/);
      expect(JSON.parse(json)).toMatchObject({ interest: request.interest, locale: request.lead.locale });
      expect(system).not.toContain(request.interest);
    }
  });
});
