// Times the match of a whole city: `npm run bench -w packages/engine [-- flows ...]`. One thread; prints a line per size.
import { matchCity } from '@crg/engine/match-city';
import { benchCity } from './bench-city.ts';

const seed = 1;
const sizes = process.argv.slice(2).map(Number);

for (const count of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const city = benchCity(count, seed);
  const started = process.cpuUsage();
  const clock = performance.now();
  const run = matchCity(city, { k: 20, explain: false });
  const wall = (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(started);
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  console.log(
    `${count} flows: ${run.matches.length} matches, ${run.nearMisses.length} near misses kept; ` +
      `${wall.toFixed(2)} s wall, ${((user + system) / 1e6).toFixed(2)} s CPU, ${megabytes.toFixed(0)} MB`,
  );
}
