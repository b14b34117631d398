import { TemplateError } from './template-error.ts';
import type { Template, TemplateParameter } from './template.ts';

/** Parameters as they are given, by name. */
export type GivenParameters = Readonly<Record<string, string>>;

/** A parameter's value: as it was given, and as `Ref` gives it. */
export interface ParameterValue {
  readonly given: string;
  readonly value: unknown;
  /** Whether the value is looked up in SSM. */
  readonly resolved?: string;
  readonly hidden: boolean;
}

export interface ParameterSources {
  readonly given: GivenParameters;
  /** The value of an SSM parameter; undefined when there is none. */
  readonly ssm: (name: string) => string | undefined;
}

const listTypes = /^(CommaDelimitedList|List<.+>)$/;
const plainTypes = /^(String|Number|CommaDelimitedList|List<(Number|String)>|AWS::SSM::Parameter::Name)$/;
const ssmType = /^AWS::SSM::Parameter::Value<(.+)>$/;

/**
 * The values of a template's parameters.
 *
 * @throws TemplateError for a parameter that is missing, unknown, not allowed or of a type that is not supported
 */
export function parameterValues(
  { Parameters }: Template,
  { given, ssm }: ParameterSources,
): Readonly<Record<string, ParameterValue>> {
  const unknown = Object.keys(given).filter((name) => !(name in Parameters));
  if (unknown.length > 0)
    throw new TemplateError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const missing = Object.entries(Parameters)
    .filter(([name, { Default }]) => given[name] === undefined && Default === undefined)
    .map(([name]) => name);
  if (missing.length > 0) throw new TemplateError(`Parameters: [${missing.join(', ')}] must have values`);
  return Object.fromEntries(
    Object.entries(Parameters).map(([name, definition]) => {
      const text = given[name] ?? definition.Default ?? '';
      checkValue(name, text, definition);
      return [name, valueOf(name, text, { definition, ssm })];
    }),
  );
}

function valueOf(
  name: string,
  given: string,
  { definition, ssm }: { definition: TemplateParameter; ssm: ParameterSources['ssm'] },
): ParameterValue {
  const hidden = definition.NoEcho === true;
  const inSsm = ssmType.exec(definition.Type)?.[1];
  if (inSsm === undefined && !plainTypes.test(definition.Type)) {
    throw new TemplateError(
      `Template format error: parameter ${name}: type ${definition.Type} is not supported by the local cloud`,
    );
  }
  if (inSsm === undefined) return { given, value: typed(definition.Type, given), hidden };
  const resolved = ssm(given);
  if (resolved === undefined)
    throw new TemplateError(`Unable to fetch parameters [${given}] from parameter store for this account.`);
  return { given, value: typed(inSsm, resolved), resolved, hidden };
}

const typed = (type: string, text: string): unknown =>
  listTypes.test(type) ? text.split(',').map((item) => item.trim()) : text;

function checkValue(name: string, text: string, definition: TemplateParameter): void {
  const { AllowedValues, AllowedPattern, ConstraintDescription } = definition;
  const refuse = (problem: string) =>
    new TemplateError(`Parameter '${name}' ${ConstraintDescription ?? problem}`);
  if (AllowedValues !== undefined && !AllowedValues.includes(text))
    throw refuse(`must be one of AllowedValues`);
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(text))
    throw refuse(`must match pattern ${AllowedPattern}`);
  if (definition.Type === 'Number' && !Number.isFinite(Number(text))) throw refuse('must be a number');
  checkBounds(text, definition, refuse);
}

const within = (value: number, least: number | undefined, most: number | undefined): boolean =>
  value >= (least ?? -Infinity) && value <= (most ?? Infinity);

function checkBounds(text: string, definition: TemplateParameter, refuse: (problem: string) => Error): void {
  const { MinLength, MaxLength, MinValue, MaxValue, Type } = definition;
  if (!within(text.length, MinLength, MaxLength))
    throw refuse(`must contain ${MinLength ?? 0} to ${MaxLength ?? 'any number of'} characters`);
  if (Type === 'Number' && !within(Number(text), MinValue, MaxValue))
    throw refuse(`must be a number from ${MinValue ?? 'any'} to ${MaxValue ?? 'any'}`);
}
