import { stageConfiguration } from '@atlas-engine/resource-names';
import { consoleOriginCheck } from './console-origin-check.ts';

const staging = stageConfiguration('staging', { ATLAS_ACCOUNT: '111122223333' });
const domain = {
  name: 'console.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/one',
};
const cloudFront = 'https://d111111abcdef8.cloudfront.net';

const found = (changes: Partial<typeof staging>, deployed?: string) => {
  const asked: string[] = [];
  const parameter = (name: string) => {
    asked.push(name);
    return Promise.resolve(deployed);
  };
  return consoleOriginCheck({ parameter }, { ...staging, ...changes }).run();
};

describe('where agents come back to', () => {
  it('is known by the domain of the console, wherever CloudFront has it', async () => {
    const sites = { ...staging.sites, console: { ...staging.sites.console, domain } };
    expect(await found({ sites }, 'https://console.example.com')).toMatchObject({ state: 'ok' });
  });

  it('is known by what the stage says', async () => {
    const signIn = { furtherConsoleOrigins: [cloudFront] };
    expect(await found({ signIn }, cloudFront)).toMatchObject({ state: 'ok', message: cloudFront });
  });

  it('is not known before the first deployment', async () => {
    expect(await found({})).toMatchObject({ state: 'warning' });
  });

  it('is wrong when the console is elsewhere: the remedy says where', async () => {
    const signIn = { furtherConsoleOrigins: ['http://localhost:4200'] };
    const { state, remedy } = (await found({ signIn }, cloudFront)) as { state: string; remedy: string };
    expect(state).toBe('failed');
    expect(remedy).toContain(`add ${cloudFront} to signIn.furtherConsoleOrigins and deploy identity`);
  });
});
