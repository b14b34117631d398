import { resumeWorkflow } from '@atlas-engine/call-lifecycle';
import { createFakeWorkflow } from '@atlas-engine/call-lifecycle/testing';
import {
  callIdOf,
  dialRequestSchema,
  placeCallInputSchema,
  type CallResult,
  type ContactId,
  type DialRequest,
} from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import { createLogger } from '@atlas-engine/function-kit';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { workflowErrors } from '@atlas-engine/outreach-workflow';
import * as fc from 'fast-check';
import { createInvokeOutboundCall } from './invoke-outbound-call.ts';

const request = aRequest();
const { requestId } = request;
const { phone } = request.lead;
const key = { requestId, sequence: 1 };
const callId = callIdOf(requestId, 1);
const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:AtlasEngineWorkflow:outreach-request-1';
const start = Date.UTC(2026, 10, 20, 15);

const inputOf = (taskToken: string) => placeCallInputSchema.parse({ ...key, taskToken, executionArn });

async function arrange() {
  const store = createInMemoryInteractionStore();
  const workflow = createFakeWorkflow('token-1', 'token-2');
  const logger = createLogger({ function: 'Test', sink: () => undefined });
  const queued: DialRequest[] = [];
  let now = start;
  const clock = { now: () => now };
  const queue = {
    add: async (message: DialRequest) => void queued.push(message),
  };
  const ports = { store, queue, clock, resume: resumeWorkflow({ store, workflow, clock, logger }) };
  await store.receiveRequest(request, now);
  const invoke = createInvokeOutboundCall(ports);
  const claim = async () => {
    const { version } = await store.readNumber(phone);
    await store.claimDial({ key, phone, at: now, version });
  };
  const finish = async (): Promise<CallResult> => {
    const next = { action: 'FINISH' } as const;
    const result = { ...key, callId, outcome: 'ANSWERED', attempts: 1, next } as const;
    await store.finishCall({ key, phone, result, at: now });
    return result;
  };
  return {
    ...{ store, workflow, queued, ports, claim, finish },
    pass: (milliseconds: number) => void (now += milliseconds),
    run: (taskToken = 'token-1') => invoke(inputOf(taskToken)),
  };
}

describe('placing a call', () => {
  it('stores the call with its token, then asks for the dial by ids alone', async () => {
    const { store, queued, run } = await arrange();
    await expect(run()).resolves.toEqual({ opened: 'OPENED' });
    await expect(store.getCall(key)).resolves.toMatchObject({ callId, status: 'REQUESTED', locale: 'en-US' });
    await expect(store.getToken(key)).resolves.toMatchObject({
      taskToken: 'token-1',
      executionArn,
      status: 'OPEN',
      expiresAt: start / 1000 + 30 * 86_400,
    });
    await expect(store.getRequest(requestId)).resolves.toMatchObject({ status: 'CALLING' });
    expect(queued.map((message) => dialRequestSchema.parse(message))).toEqual([{ ...key, callId }]);
  });

  it('takes a request along that was parked before', async () => {
    const { store, run } = await arrange();
    await store.markRequest(requestId, { status: 'PARKED', at: start, reason: 'CRM_UNAVAILABLE' });
    await run();
    await expect(store.getRequest(requestId)).resolves.toMatchObject({ status: 'CALLING' });
  });

  it('refuses a request that was never received, by a name that the workflow knows', async () => {
    const { queued, ports } = await arrange();
    const invoke = createInvokeOutboundCall({ ...ports, store: createInMemoryInteractionStore() });
    const error: unknown = await invoke(inputOf('token-1')).catch((thrown: unknown) => thrown);
    expect(workflowErrors).toMatchObject({ [(error as Error).name]: { retry: 'NEVER' } });
    expect(queued).toEqual([]);
  });
});

describe('a repeat of the same placement', () => {
  it('brings the token that counts, and asks again for a dial that may have got lost', async () => {
    const { store, queued, pass, run } = await arrange();
    await run('token-1');
    pass(1000);
    await expect(run('token-2')).resolves.toEqual({ opened: 'REOPENED' });
    await expect(store.getToken(key)).resolves.toMatchObject({ taskToken: 'token-2', status: 'OPEN' });
    await expect(store.listCalls(requestId)).resolves.toHaveLength(1);
    expect(queued).toEqual([
      { ...key, callId },
      { ...key, callId },
    ]);
  });

  it('asks for the dial when the first attempt died before it could', async () => {
    const { ports, queued, pass, run } = await arrange();
    const queue = { add: () => Promise.reject(new Error('the function died')) };
    await expect(createInvokeOutboundCall({ ...ports, queue })(inputOf('token-1'))).rejects.toThrow('died');
    pass(1000);
    await run('token-2');
    expect(queued).toHaveLength(1);
  });

  it.each(['DIALLING', 'PLACED'])('asks for no dial when the call is %s', async (status) => {
    const { store, queued, pass, claim, run } = await arrange();
    await run('token-1');
    await claim();
    if (status === 'PLACED') {
      await store.recordPlaced({ key, contactId: 'contact-1' as ContactId, at: start });
    }
    pass(1000);
    await expect(run('token-2')).resolves.toEqual({ opened: 'REOPENED' });
    await expect(store.getToken(key)).resolves.toMatchObject({ taskToken: 'token-2' });
    expect(queued).toHaveLength(1);
  });

  it('answers at once when the call has ended meanwhile', async () => {
    const { store, workflow, queued, pass, claim, finish, run } = await arrange();
    await run('token-1');
    await claim();
    const result = await finish();
    pass(1000);
    await expect(run('token-2')).resolves.toEqual({ opened: 'FINISHED' });
    expect(workflow.taken).toEqual([{ taskToken: 'token-2', result }]);
    expect(queued).toHaveLength(1);
    await expect(store.listOpenCalls({ before: start + 1e9, limit: 9 })).resolves.toEqual([]);
  });

  it('of an older invocation that was overtaken does not bring its token back', async () => {
    const { store, ports, pass, run } = await arrange();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = createInvokeOutboundCall({
      ...ports,
      store: { ...store, getRequest: (id) => held.then(() => store.getRequest(id)) },
    });
    const overtaken = slow(inputOf('token-1'));
    pass(1000);
    await run('token-2');
    release();
    await overtaken;
    await expect(store.getToken(key)).resolves.toMatchObject({ taskToken: 'token-2' });
  });

  it('leads to one call and one dial request at least, wherever the attempts before died', async () => {
    const deaths = fc.array(fc.constantFrom('getRequest', 'openCall', 'markRequest', 'add'), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(deaths, fc.boolean(), async (places, afterEffect) => {
        const { store, ports, queued, pass, run } = await arrange();
        const dying =
          <Input extends unknown[]>(effect: (...input: Input) => Promise<unknown>) =>
          async (...input: Input): Promise<never> => {
            if (afterEffect) await effect(...input);
            throw new Error('the function died');
          };
        for (const place of places) {
          const queue = place === 'add' ? { add: dying(ports.queue.add) } : ports.queue;
          const broken = place === 'add' ? store : { ...store, [place]: dying(store[place as 'openCall']) };
          const invoke = createInvokeOutboundCall({ ...ports, queue, store: broken });
          await expect(invoke(inputOf('token-1'))).rejects.toThrow('died');
          pass(1000);
        }
        await run('token-2');
        await expect(store.listCalls(requestId)).resolves.toMatchObject([{ callId, status: 'REQUESTED' }]);
        await expect(store.getToken(key)).resolves.toMatchObject({ taskToken: 'token-2', status: 'OPEN' });
        expect(queued.length).toBeGreaterThanOrEqual(1);
        expect(new Set(queued.map((message) => message.callId))).toEqual(new Set([callId]));
      }),
      { numRuns: 60 },
    );
  });
});
