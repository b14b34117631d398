import { omit } from '../omit.ts';

type Tree = { [name: string]: Tree | string };

/** Flattened lists of the query protocol and what the JSON protocol calls them. */
const lists: Readonly<Record<string, string>> = {
  AttributeName: 'AttributeNames',
  MessageAttributeName: 'MessageAttributeNames',
  MessageSystemAttributeName: 'MessageSystemAttributeNames',
  TagKey: 'TagKeys',
  SendMessageBatchRequestEntry: 'Entries',
  DeleteMessageBatchRequestEntry: 'Entries',
  ChangeMessageVisibilityBatchRequestEntry: 'Entries',
};

/** Flattened maps: the JSON name, and the names of key and value. */
const maps: Readonly<Record<string, readonly [string, string]>> = {
  Attribute: ['Attributes', 'Name'],
  MessageAttribute: ['MessageAttributes', 'Name'],
  MessageSystemAttribute: ['MessageSystemAttributes', 'Name'],
  Tag: ['Tags', 'Key'],
};

const numbers = new Set([
  'DelaySeconds',
  'MaxNumberOfMessages',
  'MaxResults',
  'VisibilityTimeout',
  'WaitTimeSeconds',
  'MaxNumberOfMessagesPerSecond',
]);

const treeOf = (form: URLSearchParams): Tree => {
  const root = Object.create(null) as Tree;
  for (const [path, text] of form) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let holder = root;
    for (const name of names) {
      const next = holder[name];
      const branch = typeof next === 'object' ? next : (Object.create(null) as Tree);
      holder[name] = branch;
      holder = branch;
    }
    holder[last] = text;
  }
  return root;
};

const items = (tree: Tree | string | undefined): readonly (Tree | string)[] =>
  typeof tree === 'object' ? Object.values(tree) : [];

const entryOf = (item: Tree | string, keyName: string): readonly [string, unknown] => {
  const { [keyName]: key = '', Value: value = '' } = typeof item === 'object' ? item : {};
  return [typeof key === 'string' ? key : '', typeof value === 'object' ? unfolded(value) : value];
};

const member = (name: string, value: Tree | string): readonly [string, unknown] => {
  const list = lists[name];
  if (list !== undefined)
    return [list, items(value).map((item) => (typeof item === 'object' ? unfolded(item) : item))];
  const [mapName, keyName] = maps[name] ?? [];
  if (mapName !== undefined && keyName !== undefined) {
    return [mapName, Object.fromEntries(items(value).map((item) => entryOf(item, keyName)))];
  }
  if (typeof value === 'object') return [name, unfolded(value)];
  return [name, numbers.has(name) ? Number(value) : value];
};

const unfolded = (tree: Tree): Record<string, unknown> =>
  Object.fromEntries(Object.entries(tree).map(([name, value]) => member(name, value)));

/** Turns the form of an old client's request into the input of the JSON protocol. */
export const queryInput = (form: URLSearchParams): Record<string, unknown> => {
  const { Tags, ...input } = omit(unfolded(treeOf(form)), 'Action', 'Version');
  // CreateQueue alone writes its tags in lower case.
  return {
    ...input,
    ...(Tags !== undefined && { [form.get('Action') === 'CreateQueue' ? 'tags' : 'Tags']: Tags }),
  };
};
