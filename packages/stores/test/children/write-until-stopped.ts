// Opens the folder and creates one organization after the other, telling each one that was acknowledged.
// Arguments: data folder, length of each name in characters, which do not compress.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStores } from '../../src/open-stores.ts';

const [directory = '', length = '10'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const stores = await openStores({ kind: 'embedded', directory, log: (line) => say(`log ${line}`) });
  say('open');
  for (let i = 0; ; i++) {
    const name = randomBytes(Number(length) / 2).toString('hex');
    const { outcome } = await stores.organizations.create({ id: `written-${i}-${process.pid}`, name, nace: [] });
    say(`${outcome} written-${i}-${process.pid}`);
  }
} catch (error) {
  say(`refused ${(error as { code?: string }).code} ${(error as Error).message}`);
  process.exit(1);
}
