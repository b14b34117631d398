import { join } from 'node:path';
import {
  AtlasStack,
  atlasApp,
  connectInstanceArn,
  originOf,
  permissionsPolicy,
  ssmReference,
  StaticSite,
} from '@atlas-engine/constructs';
import { type ConsoleConfiguration, endpointsOf } from '@atlas-engine/web-contracts';
import { CfnApprovedOrigin } from 'aws-cdk-lib/aws-connect';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names, configuration: stage } = app;
const isLocal = stage.stage === 'local';
const { parameters, domainPrefix } = names.identity;

const configuration: ConsoleConfiguration = {
  stage: stage.stage,
  region: stage.region,
  endpoints: isLocal ? 'local' : 'aws',
  connect: { instanceAlias: names.connect.instanceAlias },
  signIn: {
    userPoolId: ssmReference(parameters.userPoolId),
    clientId: ssmReference(parameters.clientId),
    domain: domainPrefix,
  },
};
// The local cloud may listen at any port.
const endpoints = endpointsOf(configuration, { origin: '', port: '*' });
const controlPanel = originOf(endpoints.ccp);
const heard = isLocal ? '*' : `(self "${controlPanel}")`;

/** Where the participant service has attachments put and fetched; locally at its own address. */
const attachments = isLocal
  ? []
  : [`https://${names.buckets.recordings.name}.s3.${stage.region}.amazonaws.com`];

const stack = new AtlasStack(app, 'Console', 'The agent console.');
const site = new StaticSite(stack, {
  site: 'Console',
  assetDirectory: join(import.meta.dirname, 'dist'),
  api: 'AgentWorkspaceApi',
  configuration,
  security: {
    connect: [...[endpoints.issuer, endpoints.signIn, endpoints.participant].map(originOf), ...attachments],
    frames: [controlPanel],
    ancestors: [],
    permissions: permissionsPolicy({ microphone: heard, camera: heard }),
    loadedByOthers: false,
  },
});

// Without it Amazon Connect refuses to be shown in the console.
const origins = { Own: site.origin, ...(isLocal ? { Development: 'http://localhost:4200' } : {}) };
for (const [name, origin] of Object.entries(origins))
  new CfnApprovedOrigin(stack, `${name}Origin`, { instanceId: connectInstanceArn(names), origin });

app.synth();
