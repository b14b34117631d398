import type { ResourceShapes, Shape } from './shape.ts';

/** Services whose resource types are described; a type of another service is refused by name. */
const services = new Set([
  ...['Budgets', 'CloudWatch', 'CodeDeploy', 'Connect', 'DynamoDB', 'Events', 'IAM', 'KMS', 'Lambda', 'Lex'],
  ...['Logs', 'S3', 'SNS', 'SQS', 'SSM', 'SecretsManager', 'StepFunctions'],
  ...['ApiGatewayV2', 'CloudFront', 'Cognito', 'WAFv2'],
]);
/** Parts of a service that no template here has, and that are large. */
const leftOut =
  /^AWS::(Events::(Connection|ApiDestination|Endpoint)|S3::(?!Bucket(Policy)?$)|SSM::(?!Parameter$)|CloudFront::(?!(Distribution|OriginAccessControl|ResponseHeadersPolicy)$)|WAFv2::(?!WebACL$)|ApiGatewayV2::(?!(Api|Stage|Route|Integration|Authorizer)$)|Cognito::(?!(UserPool(Client|Domain|User)?|IdentityPool(RoleAttachment)?)$)|Connect::(Evaluation|Rule|TaskTemplate|View|DataTable))/;

type SpecType =
  | { readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'json' | 'date-time' | 'tag' | 'null' }
  | { readonly type: 'array' | 'map'; readonly element: SpecType }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'union'; readonly types: readonly SpecType[] };
interface SpecProperty {
  readonly type: SpecType;
  readonly previousTypes?: readonly SpecType[];
  readonly required?: boolean;
  readonly causesReplacement?: 'yes' | 'no' | 'maybe';
}
interface SpecEntity {
  readonly $id: string;
  readonly name: string;
  readonly cloudFormationType: string;
  readonly properties: Readonly<Record<string, SpecProperty>>;
}
export interface Specification {
  readonly schema: Readonly<
    Record<'resource' | 'typeDefinition', { readonly entities: readonly SpecEntity[] }>
  >;
}

const plainShapes = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  json: 'json',
  null: 'json',
  'date-time': 'string',
  tag: { fields: { Key: 'string', Value: 'string' }, required: ['Key', 'Value'] },
} as const satisfies Record<string, Shape>;

/** Describes the resource types that templates may use here. */
export function describeResources({ schema }: Specification): ResourceShapes {
  const definitions = new Map(schema.typeDefinition.entities.map((entity) => [entity.$id, entity]));
  const types: Record<string, Shape> = {};
  const shapeOf = (type: SpecType): Shape => {
    if ('element' in type)
      return type.type === 'array' ? { list: shapeOf(type.element) } : { map: shapeOf(type.element) };
    if ('types' in type) return { any: type.types.map(shapeOf) };
    return 'reference' in type ? { type: describeType(type.reference.$ref) } : plainShapes[type.type];
  };
  const propertyShape = ({ type, previousTypes = [] }: SpecProperty): Shape =>
    previousTypes.length === 0 ? shapeOf(type) : { any: [type, ...previousTypes].map(shapeOf) };
  const fieldsOf = (properties: SpecEntity['properties']): Shape => ({
    fields: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, propertyShape(one)])),
    required: Object.keys(properties).filter((name) => properties[name]?.required === true),
  });
  const describeType = (id: string): string => {
    const definition = definitions.get(id);
    const name = `${definition?.name ?? 'unknown'}-${id}`;
    if (definition !== undefined && !(name in types)) {
      types[name] = 'json';
      types[name] = fieldsOf(definition.properties);
    }
    return name;
  };
  const wanted = schema.resource.entities.filter(
    ({ cloudFormationType: type }) => services.has(type.split('::')[1] ?? '') && !leftOut.test(type),
  );
  const resources = Object.fromEntries(
    wanted
      .toSorted((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
      .map(({ cloudFormationType, properties }) => [
        cloudFormationType,
        {
          shape: fieldsOf(properties),
          replacedBy: Object.keys(properties).filter((name) => properties[name]?.causesReplacement === 'yes'),
        },
      ]),
  );
  return { resources, types };
}
