import * as z from 'zod';
import { isPath, type Path } from '../language/path.ts';
import type { ReferenceKind } from './action-spec.ts';

/** A name or an ARN of a resource, of the kind that the parameter takes. Made by `queue(…)`, `bot(…)` and so on. */
export type Reference<Kind extends ReferenceKind> = string & z.core.$brand<Kind>;

/** Free text, in which references such as `$.Attributes.name` stand for their values. */
export const freeText = (maximum?: number) => {
  const text = z.string().min(1);
  return maximum === undefined ? text : text.max(maximum);
};

/** A reference and nothing else, such as `$.External.status`. */
export const path = () =>
  z.custom<Path>(isPath, { error: 'must be one reference such as $.Attributes.name' });

/** A resource, or a reference that holds its ARN or id when the flow runs. */
export const reference = <Kind extends ReferenceKind>(kind: Kind) =>
  z.custom<Reference<Kind> | Path>((value) => typeof value === 'string' && value !== '', {
    error: `must name a ${kind} or be one reference such as $.Attributes.name`,
  });

/** A whole number as text. */
export const wholeNumber = (minimum: number, maximum: number = Number.MAX_SAFE_INTEGER) =>
  z.string().refine((value) => isWithin(value, minimum, maximum), { error: rangeOf(minimum, maximum) });

/** A whole number as text, or a reference that holds one. */
export const wholeNumberOrPath = (minimum: number, maximum: number = Number.MAX_SAFE_INTEGER) =>
  z.string().refine((value) => isPath(value) || isWithin(value, minimum, maximum), {
    error: `${rangeOf(minimum, maximum)}, or one reference such as $.Attributes.name`,
  });

/** A boolean as the actions write it that spell it with a capital. */
export const capitalFlag = z.enum(['True', 'False']);
/** A boolean as texts, in either spelling. */
export const flag = z.enum(['True', 'False', 'true', 'false']);
/** A switch. */
export const switched = z.enum(['Enabled', 'Disabled']);

/** Texts by key, at least one. */
export const texts = () =>
  z.record(z.string().min(1), z.string()).refine((map) => Object.keys(map).length > 0, {
    error: 'must have at least one entry',
  });

/** What no public page describes: kept as it is. */
export const undocumented = () => z.record(z.string(), z.unknown());

const isWithin = (value: string, minimum: number, maximum: number): boolean =>
  /^-?\d{1,15}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum;

const rangeOf = (minimum: number, maximum: number): string =>
  maximum === Number.MAX_SAFE_INTEGER
    ? `must be a whole number as text, at least ${String(minimum)}`
    : `must be a whole number as text, ${String(minimum)} to ${String(maximum)}`;
