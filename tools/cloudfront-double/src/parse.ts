import { AwsError } from '@atlas-engine/aws-wire';
import * as z from 'zod';

/** Reads properties of a resource. @throws AwsError InvalidArgument naming what is missing, wrong or not supported */
export function parse<Schema extends z.ZodType>(schema: Schema, properties: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new AwsError('InvalidArgument', z.prettifyError(parsed.error));
}
