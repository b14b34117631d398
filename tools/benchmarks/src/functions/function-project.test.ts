import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BenchmarkError } from '../benchmark.ts';
import { environmentOf, findFunctions, functionNames } from './function-project.ts';

const template = {
  Resources: {
    Role: { Type: 'AWS::IAM::Role' },
    Handler: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Environment: {
          Variables: {
            TABLE: 'a-table',
            FLOW_ID: '{{resolve:ssm:/flow}}',
            INSTANCE_ARN: 'arn:aws:connect:x:1:instance/{{resolve:ssm:/id}}',
            QUEUE_URL: { Ref: 'Queue' },
            SOURCE_NUMBER: '{{resolve:ssm:/number}}',
          },
        },
      },
    },
  },
};

describe('the environment of a function', () => {
  it('is that of its template, with stand-ins for what only a deployment knows', () => {
    expect(environmentOf(template)).toEqual({
      TABLE: 'a-table',
      FLOW_ID: 'benchmark',
      INSTANCE_ARN: 'arn:aws:connect:x:1:instance/benchmark',
      QUEUE_URL: 'benchmark',
      SOURCE_NUMBER: '+12125550100',
    });
  });

  it('may be empty', () => {
    expect(environmentOf({ Resources: { F: { Type: 'AWS::Lambda::Function' } } })).toEqual({});
  });

  it('needs a function', () => {
    expect(() => environmentOf({})).toThrow(BenchmarkError);
  });
});

describe('the functions of a workspace', () => {
  let workspace = '';
  const write = (path: string, text = '') => {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  };
  const given = (name: string) => {
    write(`apps/area/${name}/src/handler.ts`);
    write(`apps/area/${name}/dist/handler.mjs`);
    write(`apps/area/${name}/cdk.out/stack.template.json`, JSON.stringify(template));
  };
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'atlas-bench-test-'));
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  it('are the projects with a handler, by name', () => {
    given('second');
    given('first');
    write('apps/area/page/src/main.ts');
    expect(functionNames(workspace)).toEqual(['first', 'second']);
    expect(findFunctions(workspace)).toMatchObject([
      { name: 'first', bundle: join(workspace, 'apps/area/first/dist/handler.mjs') },
      { name: 'second', environment: { TABLE: 'a-table' } },
    ]);
  });

  it('have to be built', () => {
    write('apps/area/first/src/handler.ts');
    expect(() => findFunctions(workspace)).toThrow('first is not built and synthesized');
  });
});
