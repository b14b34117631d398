import { FlowImportError } from './flow-import-error.ts';

/** A flow's content, with what stands beside it. */
export interface Wrapped {
  readonly content: unknown;
  readonly name?: string;
  /** As the API names it. */
  readonly type?: string;
}

/**
 * The content of a flow in a text: a designer's export, the content that the API gives, or the API's reply around it.
 *
 * @throws FlowImportError for what is no JSON or an export of the old format
 */
export function unwrap(text: string): Wrapped {
  const value = parse(text);
  if (!isRecord(value))
    throw new FlowImportError('The file holds no object', 'Give an export of the flow designer');
  refuseOldFormat(value);
  return (
    described(value, 'ContactFlow') ?? described(value, 'ContactFlowModule', 'MODULE') ?? { content: value }
  );
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FlowImportError(
      `The file is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      'If it is a template, put values or quoted placeholders such as "%QueueArn%" in place of what it fills in',
    );
  }
};

/** The format before 2019-10-30: `modules`, `start` and `version: "1"`. */
function refuseOldFormat(value: Readonly<Record<string, unknown>>): void {
  if (!Array.isArray(value['modules']) || typeof value['start'] !== 'string') return;
  throw new FlowImportError(
    'The file is an export of the old designer (modules, start), not of the Flow language 2019-10-30',
    'Import it once in the current flow designer and export it again, or read the flow with DescribeContactFlow',
  );
}

/** The reply of DescribeContactFlow or DescribeContactFlowModule. */
function described(
  value: Readonly<Record<string, unknown>>,
  key: string,
  byDefault?: string,
): Wrapped | undefined {
  const reply = value[key];
  if (!isRecord(reply) || typeof reply['Content'] !== 'string') return undefined;
  const type = typeof reply['Type'] === 'string' ? reply['Type'] : byDefault;
  return {
    content: unwrap(reply['Content']).content,
    ...(typeof reply['Name'] === 'string' ? { name: reply['Name'] } : {}),
    ...(type === undefined ? {} : { type }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
