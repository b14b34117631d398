import { isCollection, type CollectionTag, type ScalarTag } from 'yaml';

const names = [
  ...[
    'Base64',
    'FindInMap',
    'GetAtt',
    'If',
    'Join',
    'Select',
    'Split',
    'Sub',
    'ImportValue',
    'Equals',
    'Not',
  ],
  ...['And', 'Or', 'Contains', 'Ref', 'Condition', 'GetAZs', 'Cidr', 'Transform'],
];

const longName = (name: string): string => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);

const attributePath = (text: string): readonly string[] => {
  const at = text.indexOf('.');
  return [text.slice(0, at), text.slice(at + 1)];
};

const scalarTag = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text) => ({ [longName(name)]: name === 'GetAtt' ? attributePath(text) : text }),
});

const collectionTag = (name: string, collection: 'seq' | 'map'): CollectionTag => ({
  tag: `!${name}`,
  collection,
  resolve: (node) => {
    if (isCollection(node)) {
      const plain = node.toJSON.bind(node);
      Object.assign(node, {
        toJSON: (...args: Parameters<typeof plain>) => ({ [longName(name)]: plain(...args) as unknown }),
      });
    }
    return node;
  },
});

/** The short forms of intrinsic functions in YAML: `!Ref x`, `!Join [ … ]`. */
export const shortTags = names.flatMap((name) => [
  scalarTag(name),
  collectionTag(name, 'seq'),
  collectionTag(name, 'map'),
]);
