import { createBedrock } from '@atlas-engine/bedrock-double';
import { createCcp } from '@atlas-engine/ccp-double';
import { createCloudFront } from '@atlas-engine/cloudfront-double';
import { createCodeDeploy } from '@atlas-engine/cloudformation-double';
import { createConnect } from '@atlas-engine/connect-double';
import type { DynamoDb } from '@atlas-engine/dynamodb-local';
import { createLambda } from '@atlas-engine/lambda-runtime';
import { createLex } from '@atlas-engine/lex-double';
import { createEventBridge, createSns, createSqs } from '@atlas-engine/messaging-doubles';
import { createSalesforce } from '@atlas-engine/salesforce-double';
import { atlasSalesforceSchema } from '@atlas-engine/salesforce-client';
import type { FaultPlan, SimulationClock, StateStore } from '@atlas-engine/simulation';
import { createStepFunctions } from '@atlas-engine/states-language';
import {
  createCloudWatch,
  createCloudWatchLogs,
  createS3,
  createSecretsManager,
  createServiceQuotas,
  createSsm,
  createSts,
} from '@atlas-engine/storage-doubles';
import { createTranscribe } from '@atlas-engine/transcribe-double';
import { alarmActions } from './alarm-actions.ts';
import { busEmitter } from './bus-emitter.ts';
import { conversationLogs } from './conversation-logs.ts';
import { createCodeStore } from './code/code-store.ts';
import { codeHooks } from './code-hooks.ts';
import { botsOnTheLine, functionsOfFlows } from './contact-flow-ports.ts';
import { panelsOf } from './control-panels.ts';
import { createDelivery } from './delivery.ts';
import { createFunctionHost } from './permissions/function-host.ts';
import { createIdentityServices } from './identity-services.ts';
import { lookUpsIn } from './permissions/look-ups.ts';
import { createPermissions } from './permissions/permissions.ts';
import { createWorkflowHost } from './permissions/workflow-host.ts';
import { queuePort } from './queue-port.ts';
import { salesforceLogin } from './salesforce-login.ts';
import { contactObjectsIn, transcriptsIn } from './service-objects.ts';
import { createSiteOrigins } from './sites/site-origins.ts';
import { announced, createTaskRunners } from './task-runners.ts';

export interface ServicesOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly faults: FaultPlan;
  readonly dynamodb: DynamoDb;
  readonly region: string;
  readonly accountId: string;
  /** Where the wire server listens; known only once it does. */
  readonly url: () => string;
  /** Directory for what is too large for the state store. */
  readonly directory: string;
  /** Processes of one function that may run at the same time. */
  readonly processes: number;
}

/** The address that templates of stage `local` carry. */
const templateAddress = 'http://127.0.0.1:4566';

export type Services = ReturnType<typeof createServices>;

/** Every service of the local cloud, connected to the others as in an account. */
export function createServices(options: ServicesOptions) {
  const { clock, store, faults, dynamodb, region, accountId, url, directory, processes } = options;
  const place = { clock, store, region, accountId };
  const sts = createSts(place);
  const metrics = createCloudWatch(place);
  const logs = createCloudWatchLogs({ ...place, onMetric: (point) => metrics.put(point) });
  const sqs = createSqs({ ...place, faults, url });
  const permissions = createPermissions({
    ...place,
    sts,
    lookUps: lookUpsIn(() => ({ secrets, states, s3 })),
  });
  const access = permissions;
  const functionHost = createFunctionHost({ ...place, sts, logs, access });
  const workflowHost = createWorkflowHost(access);
  const delivery = createDelivery(accountId, access);
  const sns = createSns({ ...place, faults, deliver: delivery.deliver });
  const schedules = { arePending: () => true };
  const events = createEventBridge({
    ...place,
    faults,
    deliver: delivery.deliver,
    isWorkPending: () => schedules.arePending(),
  });
  const lambda = createLambda({
    ...place,
    faults,
    endpointUrl: url,
    shortWaits: () => (clock.speed > 1 ? 10 : undefined),
    maxProcesses: processes,
    logs: (name, _requestId, line) => functionHost.log(name, line),
    credentialsFor: (name, roleArn) => functionHost.credentialsFor(name, roleArn),
    // Templates of stage `local` carry the default address; the local cloud may listen elsewhere.
    variable: (value) => value.replaceAll(templateAddress, url()),
    metrics: (metric) => metrics.put({ ...metric, namespace: 'AWS/Lambda', at: clock.now() }),
    codeFrom: (bucket, key) => Promise.resolve(code.directory(bucket, key)),
    deliver: delivery.deliverFailedEvent,
    queues: queuePort(sqs, access),
  });
  const codeDeploy = createCodeDeploy({
    ...place,
    aliases: { route: (name, alias, to) => void lambda.putAlias(name, { name: alias, ...to }) },
    alarmState: (name) => metrics.alarms.find(name)?.state,
    onAlarm: (listener) => metrics.onAlarm(listener),
  });
  const tasks = createTaskRunners({ lambda, sqs, sns, dynamodb, access, region, accountId });
  // A workflow that goes on after a wait is work for the schedules, which may have come to rest meanwhile.
  const runners = announced(tasks, () => events.wake());
  const states = createStepFunctions({
    ...place,
    runners,
    onStatusChange: (detail) => {
      if (detail.status === 'RUNNING') workflowHost.begin(detail.stateMachineArn);
      events.wake();
      events.emit(
        {
          source: 'aws.states',
          'detail-type': 'Step Functions Execution Status Change',
          detail,
          resources: [detail.executionArn],
        },
        { bestEffort: true, faultKey: `${detail.name}/${detail.status}` },
      );
    },
  });
  // Schedules need not tick while every workflow only waits for a moment to come.
  schedules.arePending = () =>
    [...states.engine.tables.branches.values()].some(({ stateType }) => stateType !== 'Wait');
  const s3 = createS3({
    clock,
    store,
    path: `${directory}/s3`,
    notify: ({ bucket, detail }) =>
      void events.emit(
        { source: 'aws.s3', 'detail-type': 'Object Created', detail, resources: [`arn:aws:s3:::${bucket}`] },
        { bestEffort: false },
      ),
  });
  const siteOrigins = createSiteOrigins({ s3, access });
  const cloudFront = createCloudFront({ clock, store, accountId, origins: siteOrigins });
  const code = createCodeStore(`${directory}/code`, s3);
  const lex = createLex({
    ...place,
    invokeFunction: codeHooks({ lambda, access, region, accountId }),
    log: conversationLogs(logs, access),
  });
  const contactObjects = contactObjectsIn(s3, access);
  const connect = createConnect({
    ...place,
    emit: busEmitter(events, ['contactId', 'eventType']),
    talkToBot: botsOnTheLine(lex),
    invokeFunction: functionsOfFlows({ lambda, access }),
    ...contactObjects,
    chats: { attachments: contactObjects.attachments, url },
  });
  const ccp = createCcp({ ...place, ...panelsOf(connect, url) });
  const transcribe = createTranscribe({
    ...place,
    faults,
    objects: transcriptsIn(s3),
    emit: busEmitter(events, ['TranscriptionJobName']),
  });
  const secrets = createSecretsManager(place);
  const ssm = createSsm(place);
  const bedrock = createBedrock({ faults });
  const quotas = createServiceQuotas(place);
  const login = salesforceLogin(store);
  const salesforce = createSalesforce({ clock, store, schema: atlasSalesforceSchema, apps: [login.app] });
  const identity = createIdentityServices({ ...place, url, sts, access, lambda, logs, metrics });
  metrics.onAlarm(alarmActions({ events, sns, logs }));
  delivery.connect({ lambda, sqs, sns, states });

  return {
    clock,
    sts,
    metrics,
    codeDeploy,
    logs,
    sqs,
    dynamodb,
    sns,
    events,
    lambda,
    states,
    s3,
    siteOrigins,
    cloudFront,
    code,
    connect,
    ccp,
    transcribe,
    lex,
    secrets,
    ssm,
    bedrock,
    quotas,
    salesforce,
    login,
    ...identity,
    permissions,
    functionHost,
    workflowHost,
  };
}
