import { importedPackages } from './imported-packages.ts';

/** The parts of a `package.json` that say what a package depends on. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A file of a project, its path relative to the project. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface ProjectSources {
  readonly manifest: Manifest;
  readonly files: readonly SourceFile[];
  /** Packages that the workspace's root provides to tests and scripts of every project. */
  readonly shared: ReadonlySet<string>;
  /** Names of the peer dependencies of an installed package. */
  readonly peersOf: (name: string) => readonly string[];
}

/**
 * Compares what a project imports with what its `package.json` declares. One sentence per problem, none when all is
 * well. `@nx/dependency-checks` is not used: it takes workspace packages for unused and knows no tests.
 */
export const checkDependencies = (project: ProjectSources): string[] => [
  ...new Set([...undeclaredImports(project), ...unusedDependencies(project)]),
];

const undeclaredImports = (project: ProjectSources) =>
  project.files.flatMap(({ path, text }) =>
    importedPackages(text).flatMap(({ name, atRunTime }) => {
      const problem = whatIsWrongWith(name, project, atRunTime && isShipped(path));
      return problem === undefined ? [] : [`${path} imports '${name}', ${problem}`];
    }),
  );

function whatIsWrongWith(name: string, project: ProjectSources, shipped: boolean): string | undefined {
  const { dependencies = {}, devDependencies = {} } = project.manifest;
  if (name in dependencies) return undefined;
  const forDevelopment = [name, `@types/${name}`].some((it) => it in devDependencies);
  if (!shipped) {
    return forDevelopment || project.shared.has(name)
      ? undefined
      : 'which package.json does not declare: add it to "devDependencies".';
  }
  return forDevelopment
    ? 'which package.json declares for development only: move it to "dependencies".'
    : 'which package.json does not declare: add it to "dependencies".';
}

/** What other packages get: sources, without tests and what serves tests. */
const isShipped = (path: string) =>
  path.startsWith('src/') && !/\.test\.ts$|(^|\/)(testing|fixtures)\//.test(path);

function unusedDependencies({ manifest, files, peersOf }: ProjectSources): string[] {
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  const peers = new Set(Object.keys(declared).flatMap(peersOf));
  return Object.keys(declared)
    .filter((name) => !name.startsWith('@types/') && !peers.has(name) && !files.some(mentions(name)))
    .map((name) => `package.json declares '${name}', but no file mentions it: remove it.`);
}

/** In an import or any other string, as the name itself or a path below it. */
const mentions =
  (name: string) =>
  ({ text }: SourceFile) =>
    [`'${name}'`, `'${name}/`, `"${name}"`, `"${name}/`].some((quoted) => text.includes(quoted));
