// Takes the folder named by its argument and keeps it until it is killed.
import { writeSync } from 'node:fs';
import { lockFolder } from '../../src/embedded/folder-lock.ts';

lockFolder(process.argv[2] ?? '');
writeSync(1, 'held\n');
// Held by nothing but the lock itself, as in a program that drops what it opened.
global.gc?.();
setInterval(() => {}, 60_000);
