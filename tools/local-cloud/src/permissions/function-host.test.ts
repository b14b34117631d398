import { allowing, putRole } from '../fixtures/allowing.ts';
import { arrangeServices } from '../fixtures/arrange-services.ts';

let world: Awaited<ReturnType<typeof arrangeServices>>;
beforeEach(async () => {
  world = await arrangeServices();
});
afterEach(() => world.close());

const lines = () => world.services.logs.events('/aws/lambda/f').map(({ message }) => message);
const denied = () => world.services.permissions.report().denials.map(({ action }) => action);
const group = 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f:*';

describe('the host of functions', () => {
  it('writes the log of a function whose role may', () => {
    const { functionHost, permissions } = world.services;
    const document = allowing(['logs:CreateLogStream', 'logs:PutLogEvents'], group);
    const { accessKeyId } = functionHost.credentialsFor('f', putRole(permissions, 'r', { document }));
    functionHost.log('f', 'hello');
    expect(lines()).toEqual(['hello']);
    expect(world.services.sts.roleOf(accessKeyId)).toBe('arn:aws:iam::000000000000:role/r');
    expect(denied()).toEqual([]);
  });

  it('loses the lines of one whose role may not, and tells of it in the report', () => {
    const { functionHost, permissions } = world.services;
    functionHost.credentialsFor('f', putRole(permissions, 'r', { document: allowing('sqs:*') }));
    functionHost.log('f', 'hello');
    expect(lines()).toEqual([]);
    expect(denied()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('needs the permission to send traces of what is traced', () => {
    const { functionHost, permissions } = world.services;
    const roleArn = putRole(permissions, 'r', { document: allowing('logs:*', group) });
    functionHost.trace('f', true);
    functionHost.credentialsFor('f', roleArn);
    expect(denied()).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
  });

  it('runs no function with a role that is not for Lambda', () => {
    const { functionHost, permissions } = world.services;
    const roleArn = putRole(permissions, 'r', { service: 'states.amazonaws.com' });
    expect(() => functionHost.credentialsFor('f', roleArn)).toThrow('cannot be assumed by Lambda');
  });
});
