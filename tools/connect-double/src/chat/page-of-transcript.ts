import {
  invalidField,
  optionalNumber,
  optionalObject,
  optionalString,
  refuseUnknownFields,
} from '@atlas-engine/aws-wire';
import type { ContactState } from '../contact.ts';
import { type ChatItem, chatOf } from './chat.ts';
import { itemOnWire } from './item-on-wire.ts';
import { accessDenied } from './participant-tokens.ts';

type Input = Readonly<Record<string, unknown>>;

const choice = <T extends string>(input: Input, field: string, allowed: readonly T[]): T | undefined => {
  const value = optionalString(input, field);
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalidField(field, `must be one of ${allowed.join(', ')}`);
  return found;
};

/** Where a scan begins, as the place of an entry in the transcript; it is the first entry that is given. */
function startOf(input: Input, items: readonly ChatItem[], isForward: boolean): number {
  const token = optionalString(input, 'NextToken');
  if (token !== undefined) return readToken(token, items.length);
  const start = optionalObject(input, 'StartPosition') ?? {};
  refuseUnknownFields(start, ['Id', 'AbsoluteTime', 'MostRecent']);
  const id = optionalString(start, 'Id');
  if (id !== undefined) return indexOf(items, id);
  const time = optionalString(start, 'AbsoluteTime');
  if (time !== undefined) return indexAt(items, time, isForward);
  if (!isForward) return items.length - 1;
  return Math.max(0, items.length - readRecent(start, items.length));
}

function readRecent(start: Input, all: number): number {
  const recent = optionalNumber(start, 'MostRecent') ?? all;
  if (recent < 0 || (recent > 100 && recent !== all))
    throw invalidField('StartPosition.MostRecent', 'must be 0 to 100');
  return recent;
}

function readToken(token: string, length: number): number {
  const index = Number(Buffer.from(token, 'base64url').toString());
  if (Number.isInteger(index) && index >= 0 && index < length) return index;
  throw invalidField('NextToken', 'is not one that this service gave');
}

const tokenOf = (index: number): string => Buffer.from(String(index)).toString('base64url');

function indexOf(items: readonly ChatItem[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw invalidField('StartPosition.Id', 'must be the id of an entry of this chat');
  return index;
}

function indexAt(items: readonly ChatItem[], time: string, isForward: boolean): number {
  const at = Date.parse(time);
  if (Number.isNaN(at)) throw invalidField('StartPosition.AbsoluteTime', 'must be an ISO 8601 time');
  const from = items.findIndex((item) => item.at >= at);
  if (isForward) return from < 0 ? items.length : from;
  return items.findLastIndex((item) => item.at <= at);
}

const readLimit = (input: Input): number => {
  const limit = optionalNumber(input, 'MaxResults') ?? 10;
  if (!Number.isInteger(limit) || limit < 0 || limit > 100)
    throw invalidField('MaxResults', 'must be 0 to 100');
  return limit === 0 ? 10 : limit;
};

interface Scan {
  readonly isForward: boolean;
  readonly isAscending: boolean;
  readonly limit: number;
}

function readScan(input: Input): Scan {
  const hasStart = Object.keys(optionalObject(input, 'StartPosition') ?? {}).length > 0;
  const direction =
    choice(input, 'ScanDirection', ['BACKWARD', 'FORWARD']) ?? (hasStart ? 'FORWARD' : 'BACKWARD');
  return {
    isForward: direction === 'FORWARD',
    isAscending: choice(input, 'SortOrder', ['ASCENDING', 'DESCENDING']) === 'ASCENDING',
    limit: readLimit(input),
  };
}

/** The entries from `from` until before `to`, and where the next page begins, if there is one. */
function partOf(length: number, index: number, { isForward, limit }: Scan) {
  const from = isForward ? index : Math.max(0, index - limit + 1);
  const to = isForward ? Math.min(length, index + limit) : index + 1;
  const next = isForward ? to : from - 1;
  return { from, to, next: next >= 0 && next < length ? next : undefined };
}

/** One page of a chat's transcript, as `GetTranscript` gives it. Source: API reference of the participant service. */
export function pageOfTranscript(input: Input, contact: ContactState) {
  refuseUnknownFields(input, [
    ...['ContactId', 'MaxResults', 'NextToken', 'ScanDirection', 'SortOrder', 'StartPosition'],
  ]);
  if ((optionalString(input, 'ContactId') ?? contact.id) !== contact.id) throw accessDenied();
  const { items } = chatOf(contact);
  const scan = readScan(input);
  const { from, to, next } = partOf(items.length, startOf(input, items, scan.isForward), scan);
  const page = items.slice(from, to);
  return {
    InitialContactId: contact.initialContactId ?? contact.id,
    Transcript: (scan.isAscending ? page : page.toReversed()).map((item) => itemOnWire(item)),
    ...(next === undefined ? {} : { NextToken: tokenOf(next) }),
  };
}
