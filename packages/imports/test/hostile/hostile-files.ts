// Files that were made to hurt, each with the one answer that is right: refused with words to act on, or read exactly like this.
import type { HostileFile } from './hostile-file.ts';
import { shapes } from './hostile-geojson.ts';
import { noises, others, texts } from './hostile-text.ts';
import { archives, sheets } from './hostile-workbooks.ts';

export const hostileFiles: readonly HostileFile[] = [...noises, ...others, ...texts, ...archives, ...sheets, ...shapes];
