// `npm run bench:page [-- --data DIR] [--json]`: how fast the city page is at the size of a continent, in a real browser.
// DIR is a data folder that is there already, for instance the one that `npm run bench:api -- --keep DIR` leaves in
// DIR/data; without it 31,000 invented sites are imported first. Prints figures, judges nothing: they depend on the machine.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { continent, importCity, inventedRegion } from './many-sites.ts';
import { type Product, startProduct } from './product.ts';

interface Frames {
  readonly frames: number;
  readonly median_ms: number;
  readonly p95_ms: number;
  readonly frames_per_second: number;
}

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const tell = (line: string) => process.stderr.write(`${line}\n`);
const window = { width: 1440, height: 900 };
const loads = 5;

/** What the map shows: everything, a region, a town; west, south, east, north. */
const places = { continent: null, region: '5,49.5,9.5,52', town: '6.6,51.2,7.2,51.6' } as const;

const product = await startProduct(options.data);
try {
  if (options.data === undefined) {
    tell('Importing 31,000 invented sites ...');
    await importCity(product.address, inventedRegion(1_938, 16, continent), 900);
  }
  await report(product);
} finally {
  await product.stop();
}

async function report(product: Product): Promise<void> {
  const city = (await (await fetch(`${product.address}/api/v1/city`)).json()) as { counts: Record<string, number> };
  const { sites, matches } = city.counts;
  tell(`${cpus().length} processors, ${cpus()[0]?.model}; Chromium ${product.browser.version()}, software rendering`);
  tell(`${sites?.toLocaleString('en')} sites, ${matches?.toLocaleString('en')} matches; window 1440 x 900`);
  const script = await scriptSizes(product);
  tell(`script of the first view, gzip: ${kilobytes(script.first)} without the map, ${kilobytes(script.map)} for it`);
  const paint = await paints(product);
  tell(
    `first contentful paint ${paint.first_ms} ms, largest ${paint.largest_ms} ms (median of ${loads} loads), page from the server ${paint.server_ms} ms, map drawn ${paint.map_ms} ms`,
  );
  const moves: Record<string, Frames> = {};
  for (const [name, box] of Object.entries(places)) {
    for (const gesture of ['pan', 'zoom'] as const) {
      const frames = await framesOf(product, box, gesture);
      moves[`${name} ${gesture}`] = frames;
      tell(
        `${gesture} over the ${name}: ${frames.frames_per_second} frames a second, median ${frames.median_ms} ms, p95 ${frames.p95_ms} ms (${frames.frames} frames)`,
      );
    }
  }
  const figures = { sites, matches, script_gzip_bytes: script, paint, moves };
  if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** Every script that the browser loads before anything is pressed. The map is MapLibre and our own part of it, told by what only they contain. */
async function scriptSizes(product: Product): Promise<{ first: number; map: number }> {
  const page = await newPage(product);
  const scripts: { size: number; isMap: boolean }[] = [];
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!/\.m?js(\?|$)/.test(response.url())) return;
    reading.push(
      response.body().then((body) => {
        const isMap =
          response.url().includes('/worker/') || body.includes('maplibregl-') || body.includes('data-marks');
        scripts.push({ size: gzipSync(body, { level: 9 }).length, isMap });
      }),
    );
  });
  await page.goto(product.address);
  await drawn(page);
  await Promise.all(reading);
  await page.context().close();
  const sum = (isMap: boolean) => scripts.filter((one) => one.isMap === isMap).reduce((all, { size }) => all + size, 0);
  return { first: sum(false), map: sum(true) };
}

async function paints(product: Product) {
  const seen: { first: number; largest: number; server: number; map: number }[] = [];
  for (let load = 0; load < loads; load += 1) {
    const page = await newPage(product);
    await page.goto(product.address);
    await drawn(page);
    const map = await page.evaluate(() => performance.now());
    seen.push({ ...(await page.evaluate(paintTimes)), map });
    await page.context().close();
  }
  const middle = (of: (one: (typeof seen)[number]) => number) => Math.round(percentile(seen.map(of), 0.5));
  return {
    first_ms: middle(({ first }) => first),
    largest_ms: middle(({ largest }) => largest),
    server_ms: middle(({ server }) => server),
    map_ms: middle(({ map }) => map),
  };
}

/** Runs in the page. */
async function paintTimes(): Promise<{ first: number; largest: number; server: number }> {
  const largest = await new Promise<number>((found) => {
    new PerformanceObserver((list) => found(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  return { first, largest, server: navigation?.responseEnd ?? Number.NaN };
}

/** Time between frames while the map is dragged in a circle, or zoomed in and out by the wheel. */
async function framesOf(product: Product, box: string | null, gesture: 'pan' | 'zoom'): Promise<Frames> {
  const page = await newPage(product);
  await page.goto(`${product.address}/${box === null ? '' : `?bbox=${box}`}`);
  await drawn(page);
  await page.waitForTimeout(2_000);
  const middle = { x: 640, y: 430 };
  await page.mouse.move(middle.x, middle.y);
  await page.evaluate(startCounting);
  if (gesture === 'pan') await drag(page, middle);
  else await wheel(page);
  const deltas = await page.evaluate(() => (globalThis as unknown as { frameTimes(): number[] }).frameTimes());
  await page.context().close();
  const median = percentile(deltas, 0.5);
  const all = deltas.reduce((sum, delta) => sum + delta, 0);
  return {
    frames: deltas.length,
    median_ms: Math.round(median * 10) / 10,
    p95_ms: Math.round(percentile(deltas, 0.95) * 10) / 10,
    frames_per_second: Math.round((deltas.length / all) * 1_000),
  };
}

async function drag(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) {
    const angle = (step / 60) * 2 * Math.PI;
    await page.mouse.move(x + Math.sin(angle) * 180, y + (1 - Math.cos(angle)) * 90);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function wheel(page: Page): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.mouse.wheel(0, step < 15 ? -40 : 40);
    await page.waitForTimeout(33);
  }
}

/** Runs in the page. */
function startCounting(): void {
  const times: number[] = [];
  const count = (now: number) => {
    times.push(now);
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  (globalThis as unknown as { frameTimes(): number[] }).frameTimes = () =>
    times.slice(1).map((time, index) => time - (times[index] ?? time));
}

/** With motion, unlike in tests: flights are part of what has to be fluid. */
async function newPage(product: Product): Promise<Page> {
  const context = await product.browser.newContext({ viewport: window });
  return context.newPage();
}

async function drawn(page: Page): Promise<void> {
  await page.locator('[data-drawn="true"]').waitFor({ timeout: 120_000 });
  await page.locator('[role="option"]').first().waitFor({ timeout: 120_000 });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000)} kB`;
}
