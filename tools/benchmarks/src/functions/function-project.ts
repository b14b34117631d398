import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BenchmarkError } from '../benchmark.ts';

/** A function of the workspace that is built and synthesized. */
export interface FunctionProject {
  readonly name: string;
  readonly entry: string;
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface Template {
  readonly Resources?: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: { readonly Environment?: { readonly Variables?: Record<string, unknown> } };
      }
    >
  >;
}

/** What stands for a value that only a deployment knows. */
const standIn = (name: string): string => (name.endsWith('_NUMBER') ? '+12125550100' : 'benchmark');

/** A reference may be a part of a value, as an id in an ARN. */
const literal = (name: string, value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\{\{resolve:[^}]*\}\}/g, standIn(name)) : standIn(name);

/**
 * The environment of the one function in a template. Values that a deployment resolves are replaced by stand-ins.
 *
 * @throws BenchmarkError when there is no function
 */
export function environmentOf(template: Template): Readonly<Record<string, string>> {
  const found = Object.values(template.Resources ?? {}).find(({ Type }) => Type === 'AWS::Lambda::Function');
  if (found === undefined) throw new BenchmarkError('The template has no AWS::Lambda::Function');
  const variables = Object.entries(found.Properties?.Environment?.Variables ?? {});
  return Object.fromEntries(variables.map(([name, value]) => [name, literal(name, value)]));
}

/** The names of the projects in `apps/` that have a handler, sorted. */
export const functionNames = (workspace: string): readonly string[] =>
  handlersOf(workspace)
    .map((handler) => basename(rootOf(handler)))
    .toSorted();

/**
 * The functions of the workspace, sorted by name.
 *
 * @throws BenchmarkError when one is not built or not synthesized
 */
export const findFunctions = (workspace: string): readonly FunctionProject[] =>
  handlersOf(workspace)
    .map((handler) => readFunction(join(workspace, handler)))
    .toSorted((a, b) => a.name.localeCompare(b.name));

const handlersOf = (workspace: string): readonly string[] =>
  globSync('apps/*/*/src/handler.ts', { cwd: workspace });
const rootOf = (handler: string): string => dirname(dirname(handler));

function readFunction(entry: string): FunctionProject {
  const root = rootOf(entry);
  const name = basename(root);
  const bundle = join(root, 'dist/handler.mjs');
  const [template] = globSync('cdk.out/*.template.json', { cwd: root });
  if (!existsSync(bundle) || template === undefined) {
    throw new BenchmarkError(`${name} is not built and synthesized: run nx run ${name}:synth`);
  }
  const environment = environmentOf(JSON.parse(readFileSync(join(root, template), 'utf8')) as Template);
  return { name, entry, bundle, environment };
}
