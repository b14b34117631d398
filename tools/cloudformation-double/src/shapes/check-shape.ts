import { resourceShapes } from './resource-shapes.ts';
import type { Shape } from './shape.ts';

interface Place {
  /** `#` for the properties themselves, `#/Code/S3Key` below. */
  readonly path: string;
}

type ShapeOf<Kind extends string> = Extract<Shape, Readonly<Record<Kind, unknown>>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A call of an intrinsic function, whose value is not known before the deployment. */
function isIntrinsic(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && (key === 'Ref' || key?.startsWith('Fn::') === true);
}

/** CloudFormation takes a scalar as the text of a number, a flag and so on, where it can be read as such. */
const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => ['string', 'number', 'boolean'].includes(typeof value),
  number: (value) =>
    ['string', 'number'].includes(typeof value) && value !== '' && Number.isFinite(Number(value)),
  integer: (value) =>
    ['string', 'number'].includes(typeof value) && value !== '' && Number.isInteger(Number(value)),
  boolean: (value) => value === true || value === false || value === 'true' || value === 'false',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'JSONArray';
  return isObject(value) ? 'JSONObject' : (typeof value).replace(/^./, (letter) => letter.toUpperCase());
};

/** What is wrong with a value of a template, in CloudFormation's words; nothing when it has the shape. */
export function shapeProblems(
  value: unknown,
  shape: Shape,
  { path }: Place = { path: '#' },
): readonly string[] {
  if (isIntrinsic(value) || shape === 'json') return [];
  if (typeof shape === 'string')
    return scalars[shape]?.(value) === true ? [] : [wrongType(path, shape, value)];
  return structureProblems(value, shape, path);
}

function structureProblems(value: unknown, shape: Exclude<Shape, string>, path: string): readonly string[] {
  if ('type' in shape) return shapeProblems(value, resourceShapes.types[shape.type] ?? 'json', { path });
  if ('any' in shape) return anyProblems(value, shape, path);
  if ('list' in shape) return listProblems(value, shape, path);
  return isObject(value) ? objectProblems(value, shape, path) : [wrongType(path, 'JSONObject', value)];
}

const wrongType = (path: string, expected: string, value: unknown): string =>
  `${path}: expected type: ${expected.replace(/^./, (letter) => letter.toUpperCase())}, found: ${kindOf(value)}`;

function anyProblems(value: unknown, { any }: ShapeOf<'any'>, path: string): readonly string[] {
  const results = any.map((shape) => shapeProblems(value, shape, { path }));
  return results.some((problems) => problems.length === 0) ? [] : (results[0] ?? []);
}

function listProblems(value: unknown, { list }: ShapeOf<'list'>, path: string): readonly string[] {
  if (!Array.isArray(value)) return [wrongType(path, 'JSONArray', value)];
  return value.flatMap((item, index) => shapeProblems(item, list, { path: `${path}/${index}` }));
}

function objectProblems(
  value: Readonly<Record<string, unknown>>,
  shape: ShapeOf<'map'> | ShapeOf<'fields'>,
  path: string,
): readonly string[] {
  const inside = (key: string, inner: Shape) => shapeProblems(value[key], inner, { path: `${path}/${key}` });
  if ('map' in shape) return Object.keys(value).flatMap((key) => inside(key, shape.map));
  const { fields, required } = shape;
  const extraneous = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  return [
    ...extraneous.map((key) => `${path}: extraneous key [${key}] is not permitted`),
    ...missing.map((key) => `${path}: required key [${key}] not found`),
    ...Object.entries(fields).flatMap(([key, inner]) =>
      Object.hasOwn(value, key) ? inside(key, inner) : [],
    ),
  ];
}
