import type { Cloud } from './resources/resource-type.ts';

/** A new secret has placeholders, which a person replaces after a first deployment; here the local org's log-in does. */
export function fillInSecret({ services, url }: Pick<Cloud, 'services' | 'url'>, name: string): void {
  if (name.startsWith('SalesforceCreds')) services.secrets.putValue(name, services.login.secretFor(url()));
}
