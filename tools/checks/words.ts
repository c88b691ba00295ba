// Words that belong to one machine, one registry or unfinished work, and therefore nowhere in the repository.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles } from './repository-files.ts';
import type { Check, Violation } from './violation.ts';

interface Word {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly text: string;
}

// Written so that no pattern matches its own source line.
const words: readonly Word[] = [
  {
    rule: 'no-machine-paths',
    pattern: /(?<![\w.*}-])\/(?:work|root|tmp|home\/[a-z]+|Users\/[A-Za-z]+|farm)\/[\w.-]/,
    text: 'a path of one machine; use a relative path, an argument or the system temp folder',
  },
  {
    rule: 'no-machine-paths',
    pattern: /\bshared\/(?:design|data|schemas|bench|hooks|founding)/,
    text: 'a folder that is not in this repository',
  },
  {
    rule: 'no-registry-hosts',
    pattern: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.|"resolved": *"https?:|_authTok[e]n\b/,
    text: 'where packages come from is decided by the machine that installs; keep hosts and tokens out',
  },
  {
    rule: 'no-unfinished-work',
    pattern: /\b(?:TO[D]O|FIX[M]E|X{3}|[Ll]orem ipsum|[Nn]ot implemented)\b/,
    text: 'finish it or open an issue; the code says only what it does',
  },
  { rule: 'no-merge-leftovers', pattern: /^(?:<{7}|>{7}) /m, text: 'a merge conflict was committed' },
];

/** Binary and foreign files carry no words of ours. */
const isText = (path: string): boolean => !/\.(png|jpe?g|gif|ico|webp|woff2?|gz|tgz|zip|pdf|wasm|pbf)$/.test(path);

export const checkWords: Check = async (root) =>
  repositoryFiles(root)
    .filter(isText)
    .flatMap((path) => violationsIn(root, path));

function violationsIn(root: string, path: string): readonly Violation[] {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    words
      .filter(({ pattern }) => pattern.test(line))
      .map(({ rule, text }) => ({
        rule,
        where: `${path}:${index + 1}`,
        text: `${text}: ${line.trim().slice(0, 120)}`,
      })),
  );
}
