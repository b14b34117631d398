import { scenarioDraftSchema, scenarioSchema, type LeadId, type ScenarioDraft } from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { bedrockModel } from '@atlas-engine/language-model';
import { createFakeModel } from '@atlas-engine/language-model/testing';
import fc from 'fast-check';
import { createGenerateDynamicScenario } from './generate-dynamic-scenario.ts';
import { templateScenario } from './template-scenario.ts';

const leadId = '00Q000000000001AAA' as LeadId;
const draft: ScenarioDraft = {
  greeting: 'Hello, this is an automated call. Is now a good time?',
  talkingPoints: ['It saves energy.'],
  qualifyingQuestions: ['What do you need?'],
  objectionHandling: [],
  voicemailMessage: 'We will call again.',
  closing: 'Goodbye.',
};

async function arrange(...answers: unknown[]) {
  const store = createInMemoryInteractionStore();
  const request = aRequest();
  await store.receiveRequest(request, 0);
  const { model, asked } = createFakeModel(answers);
  const fallbacks: string[] = [];
  const generate = createGenerateDynamicScenario({
    store,
    model,
    onFallback: (reason) => fallbacks.push(reason),
  });
  return { store, request, asked, fallbacks, run: () => generate({ request, leadId }) };
}

describe('generating a scenario', () => {
  it('stores what the model wrote, with its prompt version', async () => {
    const { store, request, run } = await arrange(draft);
    await expect(run()).resolves.toEqual({ source: 'MODEL', promptVersion: 'scenario-v1' });
    await expect(store.getScenario(request.requestId)).resolves.toMatchObject({
      greeting: draft.greeting,
      modelId: 'fake-model',
    });
  });

  it('does not ask the model twice for one request', async () => {
    const { asked, run } = await arrange(draft);
    await run();
    await run();
    expect(asked).toHaveLength(1);
  });

  it.each(['THROTTLED', 'TIMED_OUT', 'INVALID_OUTPUT', 'REFUSED', 'UNAVAILABLE'])(
    'falls back to the template when the model is %s, and says so',
    async (failure) => {
      const { store, request, fallbacks, run } = await arrange({ failure });
      await expect(run()).resolves.toMatchObject({ source: 'TEMPLATE', fallbackReason: failure });
      const stored = await store.getScenario(request.requestId);
      expect(scenarioSchema.safeParse(stored).success).toBe(true);
      expect(fallbacks).toEqual([failure]);
    },
  );

  it.each([
    [
      'too long for the attributes of a contact',
      {
        talkingPoints: Array.from({ length: 6 }, () => 'é'.repeat(400)),
        qualifyingQuestions: Array.from({ length: 6 }, () => 'é'.repeat(400)),
        objectionHandling: Array.from({ length: 6 }, () => ({
          objection: 'é'.repeat(400),
          answer: 'é'.repeat(400),
        })),
      },
    ],
    ['not fit to be spoken', { closing: 'More at www.example.com.' }],
    ['markup', { greeting: '<speak>Hello</speak>' }],
    ['without a question', { qualifyingQuestions: [] }],
  ])('does not take a draft that is %s', async (_, changes) => {
    const send = async () => ({
      stopReason: 'tool_use',
      output: {
        message: {
          content: [{ toolUse: { toolUseId: 't', name: 'write_scenario', input: { ...draft, ...changes } } }],
        },
      },
    });
    const store = createInMemoryInteractionStore();
    const request = aRequest();
    await store.receiveRequest(request, 0);
    const model = bedrockModel({ client: { send } as never, modelId: 'model-1' });
    const generate = createGenerateDynamicScenario({ store, model });
    await expect(generate({ request, leadId })).resolves.toMatchObject({
      source: 'TEMPLATE',
      fallbackReason: 'INVALID_OUTPUT',
    });
  });

  it('keeps the scenario that was stored first when two run at once', async () => {
    const { store, request, run } = await arrange(draft, { failure: 'THROTTLED' });
    await Promise.all([run(), run()]);
    const stored = await store.getScenario(request.requestId);
    await expect(run()).resolves.toMatchObject({ source: stored?.source });
  });

  it('gives the model the lead as data, without phone number and e-mail address', async () => {
    const { request, asked, run } = await arrange(draft);
    await run();
    expect(asked[0]?.material).toContain(request.interest);
    expect(asked[0]?.material).not.toContain(request.lead.phone);
    expect(asked[0]?.material).not.toContain('@');
    expect(asked[0]?.system).not.toContain(request.interest);
  });
});

describe('the template', () => {
  it('can be spoken whatever the lead typed', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 255 }),
        fc.constantFrom('en-US', 'es-US'),
        (typed, locale) => {
          const request = aRequest();
          const lead = { ...request.lead, firstName: typed.slice(0, 40), locale: locale as 'en-US' };
          const scenario = templateScenario({ ...request, interest: typed, lead });
          expect(scenarioDraftSchema.safeParse(scenario).error?.issues ?? []).toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['Solar panels (roof) & more', 'Solar panels roof more'],
    ['=1+1', 'our services'],
    ['=SUM(A1)', 'SUM A1'],
    ['call 212 555 0100', 'our services'],
    ['go to example<b>.com', 'go to example b .com'],
    ['x'.repeat(255), 'x'.repeat(100)],
    ['photovoltaics '.repeat(18), 'photovoltaics '.repeat(7).trim()],
    ['\u{1D4D0}'.repeat(120), '\u{1D4D0}'.repeat(100)],
  ])('speaks of "%s" as "%s"', (interest, spoken) => {
    const { greeting } = templateScenario({ ...aRequest(), interest });
    expect(greeting).toContain(` regarding ${spoken}. `);
  });

  it('does not speak an address or markup that was typed as the interest', () => {
    const { greeting } = templateScenario({ ...aRequest(), interest: 'see https://example.com/x' });
    expect(greeting).not.toContain('example.com');
  });
});
