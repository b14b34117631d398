/**
 * Who may depend on whom, as Nx tags. Each rule has its reason; `tools/nx-plugin` proves by test that a forbidden
 * import fails lint. There are three sets, because one project has three kinds of files: what is shipped, what tests
 * it, and the stack that deploys it.
 */
const libraries = ['type:domain', 'type:contract', 'type:adapter', 'type:runtime'];
const react = ['react', 'react/*', 'react-dom', 'react-dom/*'];
const cdk = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'];
const clients = ['@aws-sdk/*', '@smithy/*'];

/** Tools run and test the rest: they may use any library and stack, but no app's source. */
const tools = { sourceTag: 'type:tool', onlyDependOnLibsWithTags: [...libraries, 'type:infra', 'type:tool'] };

const infrastructure = {
  // Infrastructure is made of names, contracts and constructs; it uses bundles, not handler source.
  sourceTag: 'type:infra',
  onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:infra'],
  bannedExternalImports: [...react, ...clients],
};

const shipped = [
  {
    // The rules of the business must be testable and readable without any service.
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:domain'],
    bannedExternalImports: [...clients, ...react, ...cdk],
  },
  {
    // A contract is shared by both sides of a wire: it must not bring either side's client.
    sourceTag: 'type:contract',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract'],
    bannedExternalImports: [...clients, ...react, ...cdk],
  },
  {
    // Adapters speak to one technology and know the contracts, never an app.
    sourceTag: 'type:adapter',
    onlyDependOnLibsWithTags: libraries,
    bannedExternalImports: [...react, ...cdk],
  },
  {
    // The function kit is in every bundle: it stays below the adapters.
    sourceTag: 'type:runtime',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract'],
    bannedExternalImports: [...react, ...cdk],
  },
  {
    // Apps are deployed alone: an app that imports another app can not be. What it imports is in its bundle.
    sourceTag: 'type:function',
    onlyDependOnLibsWithTags: libraries,
    bannedExternalImports: [...react, ...cdk],
  },
  {
    // A page runs in somebody's browser: it knows contracts, and no client that is made for a server.
    sourceTag: 'type:web',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract'],
    bannedExternalImports: [...cdk],
  },
  infrastructure,
  tools,
  {
    // What everybody uses belongs to no area.
    sourceTag: 'scope:shared',
    onlyDependOnLibsWithTags: ['scope:shared'],
  },
  {
    // An area of the business is deployed, and could be left out, without the others.
    sourceTag: 'scope:outreach',
    onlyDependOnLibsWithTags: ['scope:shared', 'scope:outreach'],
  },
  {
    sourceTag: 'scope:contact-centre',
    onlyDependOnLibsWithTags: ['scope:shared', 'scope:contact-centre'],
  },
];

/** Tests may also use the doubles and engines of the local cloud; rules of the business need none. */
const tests = shipped.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, ...forTests(constraint.sourceTag)],
}));

function forTests(sourceTag) {
  if (sourceTag === 'type:domain') return [];
  return sourceTag.startsWith('scope:') ? ['scope:local-cloud'] : ['type:tool'];
}

/** A `cdk.ts` describes the deployment of its project: constructs, names and contracts, whoever it belongs to. */
const stacks = [{ ...infrastructure, sourceTag: '*' }];

const options = (depConstraints) => ({
  allow: [],
  enforceBuildableLibDependency: false,
  banTransitiveDependencies: true,
  checkDynamicDependenciesExceptions: ['.*'],
  ignoredCircularDependencies: [],
  depConstraints,
});

export const boundaries = { shipped: options(shipped), tests: options(tests), stacks: options(stacks) };
