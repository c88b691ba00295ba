// How the web application is built: once, without network, and served by the process that also answers the API.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import version from './package.json' with { type: 'json' };

const here = dirname(fileURLToPath(import.meta.url));

const config: NextConfig = {
  // The workspaces are TypeScript sources, so the bundler compiles them with the pages.
  transpilePackages: ['@crg/api-contract', '@crg/domain', '@crg/city-format', '@crg/story'],
  turbopack: { root: resolve(here, '../..') },
  outputFileTracingRoot: resolve(here, '../..'),
  // A fixed id: the same sources give the same file names.
  generateBuildId: async () => version.version,
  poweredByHeader: false,
  // `npm run check` checks the types of every package; a build that repeats it only takes longer.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
