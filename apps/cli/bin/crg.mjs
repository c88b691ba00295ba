#!/usr/bin/env node
// Starts `crg`. Plain JavaScript that old Node versions can read: the rest is TypeScript and needs Node 24, which the npm
// package `node` brings along; npm and npx put it first on the PATH, a bare `node` outside npm does not see it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestMajor = 24;

if (Number(process.versions.node.split('.')[0]) >= oldestMajor) {
  const { main } = await import('../src/main.ts');
  await main();
} else {
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `crg: expected Node ${oldestMajor} or newer, got ${process.versions.node}. Run it through npm: \`npx crg\` in the checkout, after \`npm ci\`.\n`,
    );
    process.exitCode = 1;
  } else {
    runWith(node);
  }
}

function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Whoever stops this process means the child; a terminal's Ctrl-C reaches both, and the child takes an echo for what it is.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`crg: expected to start ${node}, got ${error.message}. Run \`npm ci\` again.\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const handled of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(handled);
    process.kill(process.pid, signal);
  });
}
