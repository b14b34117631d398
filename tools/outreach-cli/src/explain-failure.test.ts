import { CloudUnreachableError } from './cloud/cloud-unreachable-error.ts';
import { explainFailure } from './explain-failure.ts';
import { UnusableFileError } from './leads-file/unusable-file-error.ts';
import { UsageError } from './usage-error.ts';

const named = (name: string, message: string, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { name });

describe('explainFailure', () => {
  it.each([
    [new UnusableFileError('The file is empty'), 2, 'The file is empty'],
    [new UsageError('Name a file'), 2, 'Name a file'],
    [
      named('TemplateError', 'run `npx nx run-many -t build synth` first'),
      1,
      'run `npx nx run-many -t build synth` first',
    ],
    [named('StageConfigurationError', 'account: no value'), 1, 'account: no value'],
    [
      named('CredentialsProviderError', 'secret text'),
      1,
      'No access to stage dev (CredentialsProviderError)',
    ],
    [
      named('StoreError', 'read', named('ExpiredTokenException', 'old')),
      1,
      'No access to stage dev (ExpiredTokenException)',
    ],
    [named('StateMachineDoesNotExist', 'x'), 1, 'Stage dev is not deployed'],
    [new CloudUnreachableError('gone'), 1, 'Stage dev does not answer. What was started goes on'],
    [
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
      1,
      'Stage dev does not answer',
    ],
    ['text', 1, 'text'],
  ])('explains %s', (error, status, text) => {
    const explained = explainFailure(error, 'dev');
    expect(explained.status).toBe(status);
    expect(explained.text.startsWith(text)).toBe(true);
  });

  it('shows where an unknown failure comes from', () => {
    expect(explainFailure(new Error('odd'), 'dev').text).toContain('explain-failure.test.ts');
  });
});
