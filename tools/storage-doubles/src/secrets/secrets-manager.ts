import { jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import { deletionOperations } from './deletion-operations.ts';
import { listOperations } from './list-operations.ts';
import type { Secret } from './secret.ts';
import { createSecretDirectory, type SecretDirectory, type SecretsOptions } from './secret-directory.ts';
import { secretOperations } from './secret-operations.ts';
import { secretFromTemplate, type TemplateSecret } from './template-secret.ts';
import { valueOperations, versionAt } from './value-operations.ts';

/** Secrets Manager on this machine. */
export interface SecretsManager {
  /** For the wire server; signing scope `secretsmanager`. */
  readonly service: ServiceDouble;
  /**
   * Makes or changes a secret by the Properties of an AWS::SecretsManager::Secret. As with CloudFormation, one that is
   * there keeps its value until the template asks for another than before.
   *
   * @throws AwsError
   */
  createSecret(properties: Readonly<Record<string, unknown>>): {
    readonly name: string;
    readonly arn: string;
  };
  /** Removes a secret at once; one that is not there is no error. */
  deleteSecret(name: string): void;
  /** ARN of the secret with that name or ARN; undefined when there is none. */
  arnOf(id: string): string | undefined;
  /** The current value. @throws AwsError ResourceNotFoundException */
  value(name: string): string;
  /** @throws AwsError ResourceNotFoundException */
  putValue(name: string, value: string): void;
}

const applyTemplate = (secrets: SecretDirectory, template: TemplateSecret): Secret => {
  const { description } = template;
  const known = secrets.get(description.name);
  if (known !== undefined) secrets.usable(known.name);
  const secret = known ? secrets.save({ ...known, ...description }) : secrets.create(description);
  // A secret that came by another way than a template has a value that somebody put there.
  const keeps = known !== undefined && (known.template ?? description.template) === description.template;
  const value = keeps ? undefined : template.value();
  return value === undefined ? secret : secrets.put(secret, { value }).secret;
};

/** Secrets Manager: text secrets with versions and stages. Binary secrets, rotation, policies and replicas are refused by name. */
export const createSecretsManager = (options: SecretsOptions): SecretsManager => {
  const secrets = createSecretDirectory(options);
  return {
    service: jsonService({
      service: 'secretsmanager',
      version: '1.1',
      operations: {
        ...secretOperations(secrets),
        ...valueOperations(secrets),
        ...deletionOperations(secrets),
        ...listOperations(secrets),
      },
    }),
    createSecret: (properties) => {
      const { name, arn } = applyTemplate(secrets, secretFromTemplate(properties));
      return { name, arn };
    },
    deleteSecret: (name) => secrets.remove(name),
    arnOf: (id) => secrets.search(id)?.arn,
    value: (name) => versionAt(secrets.find(name)).value,
    putValue: (name, value) => void secrets.put(secrets.find(name), { value }),
  };
};
