import { join } from 'node:path';
import { anyone, atlasApp, FunctionStack, startChats } from '@atlas-engine/constructs';

const app = atlasApp(join(import.meta.dirname, 'cdk.out'));

new FunctionStack(app, {
  service: 'StartChatHandler',
  description: 'Hands a conversation with the bot over to people, by chat.',
  assetDirectory: join(import.meta.dirname, 'dist'),
  timeoutSeconds: 15,
  memoryMb: 256,
  environment: ['CONNECT_INSTANCE_ID', 'CONNECT_CHAT_FLOW_ID'],
  policies: ['AtlasEngineCorePolicy', 'AtlasEngineLoggingPolicy'],
  permissions: [startChats(app.names)],
  api: {
    api: 'StartChatApi',
    callers: anyone('A ticket that the bot gave, spent once, stands in place of a sign-in.'),
    routes: [{ method: 'POST', path: '/api/chats' }],
    // Amazon Connect starts 5 chats a second.
    throttle: { requestsPerSecond: 5, burst: 10 },
  },
});

app.synth();
