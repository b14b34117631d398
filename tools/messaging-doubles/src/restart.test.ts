import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createManualClock, createSqliteStore } from '@atlas-engine/simulation';
import { createEventBridge, createSns, createSqs } from './index.ts';
import { place } from './testing/local-services.ts';
import { createRecordingTarget } from './testing/recording-target.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'messaging-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:f';

/** One process: all that it has in memory is lost when the next one opens the same file. */
const startProcess = (now?: number) => {
  const clock = createManualClock(now);
  const store = createSqliteStore(join(directory, 'state.db'));
  const targets = createRecordingTarget();
  const options = { clock, store, ...place, deliver: targets.deliver };
  const sqs = createSqs({ ...options, url: () => 'http://127.0.0.1:1' });
  return { clock, store, targets, sqs, sns: createSns(options), events: createEventBridge(options) };
};

describe('state that was flushed', () => {
  it('is taken up by the next process: messages, deliveries, schedules', async () => {
    const first = startProcess();
    const queue = first.sqs.createQueue({ QueueName: 'dial' });
    first.sqs.send(queue.arn, { body: 'in flight' });
    first.sqs.receive(queue.arn);
    first.sqs.send(queue.arn, { body: 'later', delaySeconds: 60 });
    const topic = first.sns.createTopic({ TopicName: 'sms' });
    first.sns.subscribe({ TopicArn: topic.arn, Protocol: 'lambda', Endpoint: functionArn });
    first.sns.publish(topic.arn, { message: 'owed' });
    first.events.putRuleFromTemplate({
      Name: 'tick',
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Id: 'f', Arn: functionArn }],
    });
    first.store.flush();

    const next = startProcess(first.clock.now());
    await next.clock.advanceBy(60_000);
    expect(next.sqs.receive(queue.arn).map(({ body }) => body)).toEqual(['in flight', 'later']);
    expect(next.targets.delivered.map(({ payload }) => payload)).toMatchObject([
      { Records: [{ Sns: { Message: 'owed' } }] },
      { 'detail-type': 'Scheduled Event' },
    ]);
    expect([next.sns.pendingDeliveries, next.events.pendingDeliveries]).toEqual([0, 0]);
    next.store.close();
    first.store.close();
  });
});
