import * as z from 'zod';
import { defineAction, failed, failedBy, numeric } from '../action.ts';
import type { MetricType } from '../world.ts';

const target = { QueueId: z.string().optional(), AgentId: z.string().optional() };

export const compare = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({ ComparisonValue: z.string() }),
  start: ({ parameters, text }) => ({ branch: { value: text(parameters.ComparisonValue) } }),
});

/** Without hours of its own, those of the contact's queue are asked. */
export const checkHoursOfOperation = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({ HoursOfOperationId: z.string().optional() }),
  start({ parameters: { HoursOfOperationId }, run, world, text }) {
    const hoursId = HoursOfOperationId === undefined ? undefined : text(HoursOfOperationId);
    const open = world.isOpen({ hoursId, queueId: run.contact.queue?.id });
    return open === undefined ? failed() : { branch: { value: open ? 'True' : 'False' } };
  },
});

const metricTypes: readonly [MetricType, ...MetricType[]] = [
  'NumberOfAgentsAvailable',
  'NumberOfAgentsStaffed',
  'NumberOfAgentsOnline',
  'OldestContactInQueueAgeSeconds',
  'NumberOfContactsInQueue',
];

export const checkMetricData = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({ MetricType: z.enum(metricTypes), ...target }),
  start({ parameters: { MetricType, QueueId, AgentId }, run, world, text }) {
    const value = world.metric(MetricType, {
      queueId: QueueId === undefined ? run.contact.queue?.id : text(QueueId),
      agentId: AgentId === undefined ? undefined : text(AgentId),
    });
    if (value === undefined) return failed();
    // Its name says seconds; the service compares milliseconds.
    const compared = MetricType === 'OldestContactInQueueAgeSeconds' ? value * 1000 : value;
    return { branch: { value: String(compared) } };
  },
});

/** Fills `$.Metrics` for a queue or an agent. */
export const getMetricData = defineAction({
  parameters: z.strictObject({ ...target, QueueChannel: z.enum(['Voice', 'Chat']).optional() }),
  start({ parameters: { QueueId, AgentId }, run, world, text }) {
    const queueId = QueueId === undefined ? run.contact.queue?.id : text(QueueId);
    const agentId = AgentId === undefined ? undefined : text(AgentId);
    const metric = (type: MetricType) => world.metric(type, { queueId, agentId });
    const size = metric('NumberOfContactsInQueue');
    if (size === undefined) return failed();
    const queue = world.queue(queueId ?? '');
    const metrics = {
      Queue: {
        Size: size,
        OldestContactAge: metric('OldestContactInQueueAgeSeconds'),
        Name: queue?.name,
        ARN: queue?.arn,
      },
      Agents: {
        Online: { Count: metric('NumberOfAgentsOnline') },
        Available: { Count: metric('NumberOfAgentsAvailable') },
        Staffed: { Count: metric('NumberOfAgentsStaffed') },
      },
    };
    return { branch: 'next', run: { ...run, metrics } };
  },
});

/** What call progress analysis heard; general traffic has none and takes the error branch. */
export const checkOutboundCallStatus = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({}),
  start: ({ run: { contact } }) =>
    contact.callStatus === undefined ? failed() : { branch: { value: contact.callStatus } },
});

/** Draws from 1 to 100; the thresholds of the branches are running totals plus one. */
export const distributeByPercentage = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({}),
  start: ({ world }) => ({ branch: { value: String(1 + Math.floor(world.random() * 100)) } }),
});

/** Goes round `LoopCount` times, leaves once, and is as new afterwards. */
export const loop = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({ LoopCount: numeric }),
  start({ parameters, run, text }) {
    const count = Number(text(parameters.LoopCount));
    if (!Number.isInteger(count) || count < 0 || count > 100) return failed();
    const key = `${run.flowId}/${run.block}`;
    const rounds = run.loops[key] ?? 0;
    const again = rounds < count;
    return {
      branch: { value: again ? 'ContinueLooping' : 'DoneLooping' },
      run: { ...run, loops: { ...run.loops, [key]: again ? rounds + 1 : 0 } },
    };
  },
});

export const wait = defineAction({
  nextIsCopy: true,
  parameters: z.strictObject({
    TimeLimitSeconds: numeric,
    Events: z.array(z.enum(['CustomerReturned', 'BotParticipantDisconnected'])).optional(),
  }),
  start({ parameters: { TimeLimitSeconds, Events = [] }, text }) {
    const seconds = Number(text(TimeLimitSeconds));
    if (!(seconds >= 1 && seconds <= 604_800)) return failed();
    return { ask: { kind: 'wait', seconds, events: Events } };
  },
  resume(_, event) {
    if (event.kind !== 'waited') return failedBy(event);
    return { branch: { value: event.event ?? 'WaitCompleted' } };
  },
});
