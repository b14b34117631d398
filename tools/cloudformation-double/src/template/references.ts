import type { Template } from './template.ts';
import { TemplateError } from './template-error.ts';

/** What a value refers to by `Ref`, `Fn::GetAtt` and `Fn::Sub`: resources, parameters, pseudo parameters. */
export function referencesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const name of namedBy(key, item)) found.add(name);
      collect(item, found);
    }
  }
}

function namedBy(key: string, argument: unknown): readonly string[] {
  const first: unknown = Array.isArray(argument) ? argument[0] : argument;
  if (typeof first !== 'string') return [];
  if (key === 'Ref') return [first];
  if (key === 'Fn::GetAtt') return [first.split('.')[0] ?? ''];
  return key === 'Fn::Sub' ? variablesOf(first, argument) : [];
}

function variablesOf(text: string, argument: unknown): readonly string[] {
  const own = Object.keys((Array.isArray(argument) ? (argument[1] as object | undefined) : undefined) ?? {});
  const names = [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name);
  return names.filter((name) => !own.includes(name)).map((name) => name.split('.')[0] ?? '');
}

/** Refuses references to what the template does not have. @throws TemplateError naming it */
export function checkReferences(template: Template): void {
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters)]);
  const missing = (value: unknown) =>
    [...referencesIn(value)].filter((name) => !known.has(name) && !name.startsWith('AWS::'));
  for (const [block, value] of Object.entries({ Resources: template.Resources, Outputs: template.Outputs })) {
    const names = [...new Set(missing(value))];
    if (names.length > 0) throw unresolved(names, block);
  }
  const dependencies = Object.values(template.Resources).flatMap(({ DependsOn }) => DependsOn);
  const absent = dependencies.filter((name) => !(name in template.Resources));
  if (absent.length > 0) throw unresolved(absent, 'Resources');
}

const unresolved = (names: readonly string[], block: string) =>
  new TemplateError(
    `Template format error: Unresolved resource dependencies [${names.join(', ')}] in the ${block} block of the template`,
  );
