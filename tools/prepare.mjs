// Runs at the end of `npm ci`: builds the template database and the web pages, so that `npm start` never builds.
// Plain JavaScript on purpose: it must say what is wrong even where an old Node runs it.
import { spawnSync } from 'node:child_process';

const neededMajor = 24;
const steps = [
  { title: 'template database', args: ['run', 'build:template', '-w', 'packages/stores'] },
  { title: 'web pages', args: ['run', 'build', '-w', 'apps/web'] },
];

process.exitCode = prepare();

function prepare() {
  if (process.env.CRG_SKIP_BUILD === '1') {
    say('CRG_SKIP_BUILD=1: nothing is built now. Before the first `npm start`, run `npm run build`.');
    return 0;
  }
  // `npx crg` links this folder and runs this script again: what `npm ci` has built stands, and a server may be serving it.
  if (process.env.npm_command === 'exec') return 0;
  if (Number(process.versions.node.split('.')[0]) < neededMajor) {
    say(
      `expected Node ${neededMajor} from the npm package \`node\`, got ${process.versions.node}. ` +
        'Its install script did not run: run `npm rebuild node`, then `npm run build`.',
    );
    return 1;
  }
  for (const [index, { title, args }] of steps.entries()) {
    const started = Date.now();
    say(`${index + 1}/${steps.length} building the ${title} ...`);
    const status = runNpm(args);
    if (status !== 0) {
      say(
        `building the ${title} failed (exit code ${status}). Its message is above; repeat with: npm ${args.join(' ')}`,
      );
      return 1;
    }
    say(`${index + 1}/${steps.length} ${title}: ready after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  say('all is built: npm start');
  return 0;
}

/** The npm that called us, so that the same version and settings are used; on its own, the one on the PATH. @param {readonly string[]} args */
function runNpm(args) {
  const caller = process.env.npm_execpath;
  const { status, error } =
    caller === undefined
      ? spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [caller, ...args], { stdio: 'inherit' });
  if (error !== undefined) say(String(error));
  return status ?? 1;
}

/** @param {string} line */
function say(line) {
  console.log(`prepare: ${line}`);
}
