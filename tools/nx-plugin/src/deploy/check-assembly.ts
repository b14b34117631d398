import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeployError } from './deploy-error.ts';

interface Manifest {
  readonly artifacts?: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly environment?: string;
        readonly properties?: { readonly tags?: Readonly<Record<string, string>> };
      }
    >
  >;
}

const account = 'aws://000000000000/';

type Artifact = NonNullable<Manifest['artifacts']>[string];

const isLocal = ({ environment = '', properties }: Artifact): boolean =>
  properties?.tags?.['stage'] === 'local' && environment.startsWith(account);

/** Refuses stacks that are synthesized for another stage than `local` or for a real account. @throws DeployError */
export function checkAssembly(directory: string): void {
  const file = join(directory, 'manifest.json');
  if (!existsSync(file))
    throw new DeployError(`${file} does not exist: run \`nx run-many -t build synth\` first`);
  const { artifacts = {} } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const other = Object.entries(artifacts).find(
    ([, artifact]) => artifact.type === 'aws:cloudformation:stack' && !isLocal(artifact),
  );
  if (other !== undefined)
    throw new DeployError(
      `${other[0]} is not synthesized for the local cloud: synthesize it with ATLAS_STAGE=local`,
    );
}
