import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAssembly } from './check-assembly.ts';
import { nxArguments, readRequest } from './deployment-plan.ts';
import { localEnvironment } from './local-environment.ts';

describe('the environment of a local deployment', () => {
  const developer = {
    PATH: '/bin',
    AWS_PROFILE: 'production',
    AWS_ACCESS_KEY_ID: 'AKIAREAL',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.2/role',
    AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
    AWS_ENDPOINT_URL_S3: 'https://s3.amazonaws.com',
    HOME: '/home/developer',
    HTTPS_PROXY: 'http://proxy',
  };

  it('has nothing of the developer that leads to an account', () => {
    const env = localEnvironment(developer, '/workspace');
    expect(Object.keys(env).filter((name) => name in developer)).toEqual([
      'PATH',
      'HOME',
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
    ]);
    expect(env).toMatchObject({
      AWS_ACCESS_KEY_ID: 'AKIAATLASLOCALDEPLOY',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      HOME: '/workspace/.atlas/cdk',
      CDK_HOME: '/workspace/.atlas/cdk',
    });
  });

  it('leads where ATLAS_LOCAL_URL says, as long as that is this machine', () => {
    const at = (ATLAS_LOCAL_URL: string) => localEnvironment({ ATLAS_LOCAL_URL }, '/w')['AWS_ENDPOINT_URL'];
    expect(at('http://127.0.0.1:5000/')).toBe('http://127.0.0.1:5000');
    for (const url of ['https://127.0.0.1', 'http://localhost:4566', 'http://example.com', 'nothing'])
      expect(() => at(url)).toThrow('ATLAS_LOCAL_URL: must be http://127.0.0.1:PORT');
  });
});

describe('an assembly', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'atlas-assembly-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const write = (stage: string, environment: string) => {
    mkdirSync(directory, { recursive: true });
    const stack = { type: 'aws:cloudformation:stack', environment, properties: { tags: { stage } } };
    writeFileSync(
      join(directory, 'manifest.json'),
      JSON.stringify({ artifacts: { assets: { type: 'cdk:asset-manifest' }, stack } }),
    );
  };

  it('of stage local is deployed to the local cloud', () => {
    write('local', 'aws://000000000000/us-east-1');
    expect(() => checkAssembly(directory)).not.toThrow();
  });

  it.each([
    ['prod', 'aws://000000000000/us-east-1'],
    ['local', 'aws://111111111111/us-east-1'],
  ])('of stage %s in %s is refused', (stage, environment) => {
    write(stage, environment);
    expect(() => checkAssembly(directory)).toThrow('synthesize it with ATLAS_STAGE=local');
  });

  it('that is not there is refused', () => {
    expect(() => checkAssembly(directory)).toThrow('does not exist: run');
  });
});

describe('npm run deploy', () => {
  it('deploys what has changed since the last deployed commit, in order, and nothing else', () => {
    const request = readRequest(['--stage', 'dev', '--', '--parallel=4'], {});
    expect(nxArguments(request, 'abc')).toEqual([
      ...['affected', '-t', 'build', 'synth', 'deploy'],
      ...['--exclude-task-dependencies', '--base=abc', '--parallel=4'],
    ]);
  });

  it('deploys everything to a stage that was never deployed, the local one as such', () => {
    expect(nxArguments(readRequest([], {}), undefined)).toEqual([
      ...['run-many', '-t', 'build', 'synth', 'deploy', '--configuration=local'],
    ]);
    expect(readRequest([], { ATLAS_STAGE: 'staging' })).toMatchObject({ stage: 'staging', all: false });
  });

  it('refuses what it does not know, and says how it is used', () => {
    expect(() => readRequest(['--force'], {})).toThrow('npm run deploy -- [--stage STAGE]');
  });
});
