import * as z from 'zod';
import { ConfigurationError } from './configuration-error.ts';
import { problemsOf } from './problems.ts';

/**
 * Reads the environment variables that `schema` names, once, when the function starts.
 *
 * @throws ConfigurationError that names every missing or malformed variable and what is allowed.
 * @example const { INTERACTIONS_TABLE } = readConfiguration(z.object({ INTERACTIONS_TABLE: z.string().min(3) }));
 */
export function readConfiguration<Schema extends z.ZodObject>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.output<Schema> {
  const variables = Object.keys(schema.shape);
  const given = Object.fromEntries(variables.map((name) => [name, environment[name]]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error);
  const missing = (path: string) => environment[path.split('.')[0] ?? ''] === undefined;
  throw new ConfigurationError(
    `The environment is not complete: ${problems
      .map(
        ({ path, problem }) => `${path} ${missing(path) ? 'is missing; it' : 'is malformed: it'} ${problem}`,
      )
      .join('; ')}.`,
    problems.map(({ path }) => path),
  );
}

/** The schema of a variable that holds JSON. */
export const jsonVariable = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
