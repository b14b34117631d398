import { validationError } from '../errors.ts';
import type { StackContent, StackRecord } from '../stacks/stack-record.ts';
import { templateOf } from '../stacks/stack-directory.ts';
import type { ContentInput } from './inputs.ts';

/** Gives the text of a template at a URL in S3. */
export type TemplateFrom = (url: string) => Promise<string>;

/** Largest template given in the request itself, and from S3, in bytes (CloudFormation quotas). */
const mostInline = 51_200;
const mostFromS3 = 1_048_576;

/** The text of the template that a request names. @throws AwsError ValidationError */
export async function readTemplateBody(
  input: Pick<ContentInput, 'TemplateBody' | 'TemplateURL'>,
  templateFrom: TemplateFrom,
): Promise<string> {
  const { TemplateBody: body, TemplateURL: url } = input;
  if ((body === undefined) === (url === undefined))
    throw validationError('Either Template URL or Template Body must be specified.');
  const text = body ?? (await templateFrom(url ?? ''));
  const most = body === undefined ? mostFromS3 : mostInline;
  if (Buffer.byteLength(text) > most)
    throw validationError(
      `1 validation error detected: Value at 'template${body === undefined ? 'URL' : 'Body'}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
    );
  return text;
}

/** The content that a request wants a stack to have; what it leaves out is as before. @throws AwsError */
export async function readContent(
  input: ContentInput,
  before: StackRecord | undefined,
  templateFrom: TemplateFrom,
): Promise<StackContent> {
  const body = input.UsePreviousTemplate
    ? previous(before).content.body
    : await readTemplateBody(input, templateFrom);
  const { tags = [], roleArn, notificationArns = [] } = before?.content ?? {};
  return {
    body,
    parameters: parametersOf(input, before, body),
    capabilities: input.Capabilities,
    ...{ tags, roleArn, notificationArns },
    ...given({ tags: input.Tags, roleArn: input.RoleARN, notificationArns: input.NotificationARNs }),
  };
}

/** Without the members that a request leaves out. */
const given = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function previous(before: StackRecord | undefined): StackRecord {
  if (before !== undefined) return before;
  throw validationError('UsePreviousTemplate: there is no previous template');
}

function parametersOf(
  { Parameters }: ContentInput,
  before: StackRecord | undefined,
  body: string,
): Record<string, string> {
  const known = templateOf(body).Parameters;
  const given = Parameters.map(({ ParameterKey: key, ParameterValue: value, UsePreviousValue: keeps }) => {
    if (keeps !== true) return [key, value] as const;
    return [key, before?.content.parameters[key] ?? known[key]?.Default] as const;
  });
  return Object.fromEntries(
    given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
