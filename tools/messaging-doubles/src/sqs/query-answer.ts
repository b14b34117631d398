import { isRecord, xmlDocument, xmlEscape } from '@atlas-engine/aws-wire';

const xmlns = 'http://queue.amazonaws.com/doc/2012-11-05/';

const flattened: Readonly<Record<string, string>> = {
  QueueUrls: 'QueueUrl',
  queueUrls: 'QueueUrl',
  Messages: 'Message',
  Failed: 'BatchResultErrorEntry',
  Results: 'Result',
};
const maps: Readonly<Record<string, readonly [string, string]>> = {
  Attributes: ['Attribute', 'Name'],
  MessageAttributes: ['MessageAttribute', 'Name'],
  Tags: ['Tag', 'Key'],
};

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

const mapEntries = (value: object, [name, key]: readonly [string, string], operation: string): string =>
  Object.entries(value)
    .map(([label, item]) =>
      element(name, element(key, xmlEscape(label)) + element('Value', content(item, operation))),
    )
    .join('');

const member = ([name, value]: [string, unknown], operation: string): string => {
  const map = maps[name];
  if (map !== undefined && isRecord(value)) return mapEntries(value, map, operation);
  const single = name === 'Successful' ? `${operation}ResultEntry` : (flattened[name] ?? name);
  if (Array.isArray(value)) return value.map((item) => element(single, content(item, operation))).join('');
  return element(name, content(value, operation));
};

const content = (value: unknown, operation: string): string => {
  if (!isRecord(value)) return xmlEscape(String(value));
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map((entry) => member(entry, operation))
    .join('');
};

/** Writes an operation's output as the query protocol does: lists and maps flattened. */
export const queryAnswer = (operation: string, output: unknown, requestId: string): string => {
  const result = element(`${operation}Result`, content(output ?? {}, operation));
  const metadata = element('ResponseMetadata', element('RequestId', requestId));
  return xmlDocument(`${operation}Response`, result + metadata, xmlns);
};
