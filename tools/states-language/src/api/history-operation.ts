import { optionalBoolean, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import type { HistoryRow } from '../engine/rows.ts';
import { historyKey } from '../engine/tables.ts';
import type { Api } from './api.ts';
import { checkedExecutionArn } from './arns.ts';
import { errors } from './errors.ts';
import { limitedText, pageSize } from './inputs.ts';

/** Members of events that are execution data. */
const dataMembers = ['input', 'output', 'parameters', 'assignedVariables'];

const eventOf = (row: HistoryRow, withData: boolean): Record<string, unknown> => {
  const { details, timestamp, ...event } = row;
  const value = Object.entries(details?.value ?? {}).filter(
    ([key]) => withData || !dataMembers.includes(key),
  );
  return {
    ...event,
    timestamp: new Date(timestamp),
    ...(details ? { [details.member]: Object.fromEntries(value) } : {}),
  };
};

const tokenForm = /^(\d{1,5})([<>])$/;

/** Where a page begins and in which direction it goes; the token is that of the same direction. */
interface Range {
  readonly first: number;
  readonly step: 1 | -1;
}

const rangeOf = (input: Input, lastEventId: number): Range => {
  const reverse = optionalBoolean(input, 'reverseOrder') ?? false;
  const nextToken = limitedText(input, 'nextToken', 1024);
  const step = reverse ? -1 : 1;
  if (nextToken === undefined) return { first: reverse ? lastEventId : 1, step };
  const [, id, direction] = tokenForm.exec(Buffer.from(nextToken, 'base64').toString('utf8')) ?? [];
  if (id === undefined || (direction === '>') !== reverse) throw errors.invalidToken();
  return { first: Number(id), step };
};

const tokenOf = (id: number, { step }: Range): string =>
  Buffer.from(`${id}${step === 1 ? '<' : '>'}`).toString('base64');

/** GetExecutionHistory: events are read by id, whatever the history's length. */
export const getExecutionHistory = ({ engine }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, [
    'executionArn',
    'maxResults',
    'reverseOrder',
    'nextToken',
    'includeExecutionData',
  ]);
  const executionArn = checkedExecutionArn(stringField(input, 'executionArn'));
  const execution = engine.tables.executions.get(executionArn);
  if (!execution) throw errors.noExecution(executionArn);
  const withData = optionalBoolean(input, 'includeExecutionData') ?? true;
  const range = rangeOf(input, execution.lastEventId);
  const size = pageSize(input);
  const rows = Array.from({ length: size }, (_, index) => range.first + index * range.step)
    .map((id) => engine.tables.history.get(historyKey(executionArn, id)))
    .filter((row) => row !== undefined);
  const next = range.first + size * range.step;
  const hasMore = next >= 1 && next <= execution.lastEventId;
  return {
    events: rows.map((row) => eventOf(row, withData)),
    ...(hasMore ? { nextToken: tokenOf(next, range) } : {}),
  };
};
