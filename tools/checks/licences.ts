// What ships must be free to ship: every non-development package of the lockfile has an allowed licence or a written reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './violation.ts';

const allowed = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MPL-2.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

interface Exception {
  readonly packages: RegExp;
  readonly licence: string;
  readonly reason: string;
}

/** Packages outside the list above, each with the reason it may ship; docs/licences.md repeats them for readers. */
export const exceptions: readonly Exception[] = [
  {
    packages: /^@(fontsource-variable|expo-google-fonts)\//,
    licence: 'OFL-1.1',
    reason: 'fonts, shipped unchanged with their licence file',
  },
  { packages: /^caniuse-lite$/, licence: 'CC-BY-4.0', reason: 'browser support data read while the web is built' },
  {
    packages: /^argparse$/,
    licence: 'Python-2.0',
    reason: 'permissive licence of the Python argument parser it was ported from',
  },
  { packages: /^decko$/, licence: 'MIT', reason: 'the licence stands in its LICENSE file, not in package.json' },
  { packages: /^png-js$/, licence: 'MIT', reason: 'the licence stands in its LICENSE file, not in package.json' },
  { packages: /^stickyfill$/, licence: 'MIT', reason: 'the licence stands in its LICENSE file, not in package.json' },
  {
    packages: /^@img\/sharp-/,
    licence: 'LGPL-3.0-or-later',
    reason:
      "optional part of Next's image optimiser, which no page uses; a separate library that can be left out or replaced",
  },
];

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

export const checkLicences: Check = async (root) => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    const name = path.split('node_modules/').at(-1) ?? path;
    const installed = path.includes('node_modules/') && entry.link !== true && entry.dev !== true;
    if (!installed || isAllowed(entry.license ?? '') || exceptions.some(({ packages }) => packages.test(name)))
      return [];
    const text = `ships under ${entry.license ?? 'no stated licence'}; expected ${[...allowed].join(', ')} or a reason in tools/checks/licences.ts`;
    return [{ rule: 'shipped-licences', where: `package-lock.json ${path}`, text }];
  });
};

/** SPDX: of `A OR B` one must be allowed, of `A AND B` both. */
function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}
