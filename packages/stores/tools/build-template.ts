// Called by the root's `build`: makes the template database that first starts begin from.
import { buildTemplate } from '../src/embedded/template.ts';

await buildTemplate((line) => console.log(line));
