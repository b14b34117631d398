import type { Services } from './services.ts';
import { ParameterMissingError, TemplateError } from '@atlas-engine/cloudformation-double';

/**
 * The value of `{{resolve:service:reference}}`. A parameter's version is left out: it has one here.
 *
 * @throws ParameterMissingError when no stack has made the parameter yet
 * @throws TemplateError for another service than ssm and secretsmanager
 */
export function resolveReference(
  { ssm, secrets }: Pick<Services, 'ssm' | 'secrets'>,
  service: string,
  reference: string,
): Promise<string> {
  if (service === 'ssm') {
    const name = reference.replace(/:\d+$/, '');
    const value = ssm.value(name);
    if (value === undefined) throw new ParameterMissingError(name);
    return Promise.resolve(value);
  }
  if (service === 'secretsmanager') return Promise.resolve(secrets.value(reference.split(':')[0] ?? ''));
  throw new TemplateError(`{{resolve:${service}:…}} is not supported by the local cloud`);
}
