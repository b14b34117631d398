import { join } from 'node:path';
import {
  agentsOnly,
  atlasApp,
  FunctionStack,
  readAgents,
  readContacts,
  sendTo,
} from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));
const { names } = app;

new FunctionStack(app, {
  service: 'AgentWorkspaceHandler',
  description: 'Tells agents of their contacts, and keeps what they say of them.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 15,
  memoryMb: 256,
  environment: ['CONNECT_INSTANCE_ARN', 'WRAP_UP_QUEUE_URL', 'ATLAS_CALLING_POLICY'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [readContacts(names), ...readAgents(names), sendTo(names.queues.wrapUps)],
  api: {
    api: 'AgentWorkspaceApi',
    callers: agentsOnly,
    routes: [
      { method: 'GET', path: '/api/contacts/{contactId}' },
      {
        method: 'POST',
        path: '/api/contacts/{contactId}/number',
        // Whoever wants numbers by the dozen is no agent on a call.
        throttle: { requestsPerSecond: 5, burst: 10 },
      },
      { method: 'PUT', path: '/api/contacts/{contactId}/wrap-up' },
      { method: 'GET', path: '/api/me/day' },
    ],
    throttle: { requestsPerSecond: 50, burst: 100 },
  },
});

app.synth();
