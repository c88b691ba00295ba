// `npm run bench:api [-- FILES ...] [--requests N] [--flows N] [--json] [--keep DIR]`: the product over HTTP at the size of a continent.
// FILES are facility registers that `crg import` recognises (or CRG_BENCH_FACILITIES, with colons between); without them 31,000
// invented facilities take their place. Everything happens in a folder of its own, on the loopback interface.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStores } from '@crg/stores/open-stores';
import type { Stores } from '@crg/stores/ports/stores';
import { type Asked, Client, type Figures, figuresOf, percentile } from './http-load.ts';
import { inventedFlows } from './invented-flows.ts';
import { inventedPlaces } from './invented-places.ts';
import { pick, type Random, seeded } from './seeded.ts';
import { importFiles, type Server, startServer } from './server.ts';

const seed = 3;
const inventedSites = 31_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '300' },
    flows: { type: 'string', default: '60000' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const files = positionals.length > 0 ? positionals : (process.env.CRG_BENCH_FACILITIES?.split(':') ?? []);
const tell = (line: string) => (options.json ? process.stderr : process.stdout).write(`${line}\n`);

async function bench(data: string): Promise<void> {
  const random = seeded(seed);
  tell(`${cpus().length} processors, ${cpus()[0]?.model}, Node ${process.version}; load ${load()} before the start`);
  const facilities = files.length === 0 ? null : await timed(() => importFiles(files, data));
  if (facilities !== null) tell(`crg import of ${files.length} files: ${seconds(facilities.milliseconds)}`);
  const put = await timed(() => fillCity(data, random));
  const { people, counts } = put.answer;
  tell(
    `${counts.sites} sites, ${counts.flows} flows (${options.flows} of them invented); put in ${seconds(put.milliseconds)}`,
  );

  const started = await timed(() => startServer(data));
  const server = started.answer;
  const client = new Client(server.port);
  try {
    await untilMatched(client);
    const city = await client.json<{ counts: Counts }>({ path: '/api/v1/city' });
    tell(
      `start to ready ${seconds(started.milliseconds)}; matched and stored in ${seconds(server.matchedIn() ?? Number.NaN)}: ` +
        `${city.counts.matches} matches, ${city.counts.chains} chains, ${city.counts.near_misses} near misses; ${memoryOf(server)}`,
    );
    const endpoints = await askAll(server, client, people, random);
    const edits = await editAndAsk(server.port, client, people, random);
    tell(
      `after an edit: matches follow within p50 ${edits.follow.p50.toFixed(0)} ms, p95 ${edits.follow.p95.toFixed(0)} ms`,
    );
    tell(line('direct matching meanwhile', edits.direct));
    tell(`${memoryOf(server)}; load ${load()} at the end`);
    if (options.json) {
      const figures = {
        machine: { processors: cpus().length, model: cpus()[0]?.model, node: process.version },
        import_seconds: facilities === null ? null : facilities.milliseconds / 1000,
        import: facilities?.answer ?? null,
        counts: city.counts,
        start_seconds: started.milliseconds / 1000,
        matched_and_stored_seconds: (server.matchedIn() ?? Number.NaN) / 1000,
        memory_mb: server.memory(),
        endpoints,
        edits,
      };
      process.stdout.write(`${JSON.stringify(figures)}\n`);
    }
  } finally {
    client.close();
    await server.stop();
  }
}

interface Counts {
  readonly sites: number;
  readonly flows: number;
  readonly matches: number;
  readonly chains: number;
  readonly near_misses: number;
}

/** Whom the requests ask about: organizations that have invented flows (a plant of a register has one at most), and the places of all. */
interface People {
  readonly organizations: readonly string[];
  readonly names: readonly string[];
  readonly points: readonly { readonly longitude: number; readonly latitude: number }[];
  readonly flows: readonly string[];
}

/** Puts the invented records into the folder and closes it again. */
async function fillCity(
  data: string,
  random: Random,
): Promise<{ people: People; counts: { sites: number; flows: number } }> {
  const stores = await openStores({ kind: 'embedded', directory: data, log: tell });
  try {
    const present = await stores.city.metadata();
    const head = present ?? { name: 'Invented continent', year: 2024, currency: 'EUR', sources: [] };
    const places = files.length === 0 ? inventedPlaces(inventedSites, random) : { organizations: [], sites: [] };
    await stores.city.putCity({ ...head, ...places, flows: [] }, head.sources);
    const sites = (await allSites(stores)).filter(({ point }) => point !== null);
    const flows = inventedFlows(sites, Number(options.flows), random);
    await stores.city.putCity({ ...head, organizations: [], sites: [], flows }, head.sources);
    return { people: await peopleOf(stores, sites), counts: await stores.city.counts() };
  } finally {
    await stores.close();
  }
}

async function allSites(stores: Stores) {
  const sites = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Stores['sites']['page']>> = await stores.sites.page({}, { cursor, limit: 2000 });
    sites.push(...page.items.map(({ value }) => value));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return sites;
}

async function peopleOf(stores: Stores, sites: Awaited<ReturnType<typeof allSites>>): Promise<People> {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const organizations = new Set<string>();
  const flows: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Stores['flows']['page']>> = await stores.flows.page({}, { cursor, limit: 2000 });
    for (const { value } of page.items) {
      const site = byId.get(value.siteId);
      if (site === undefined || !value.id.startsWith('bench-flow-')) continue;
      organizations.add(site.organizationId);
      flows.push(value.id);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return {
    organizations: [...organizations],
    names: sites.map(({ name }) => name),
    points: sites.flatMap(({ point }) => point ?? []),
    flows,
  };
}

async function untilMatched(client: Client): Promise<void> {
  const upToDate = async () =>
    (await client.json<{ matching: { up_to_date: boolean } }>({ path: '/api/v1/city' })).matching.up_to_date;
  while (!(await upToDate())) await sleep(500);
}

async function askAll(
  server: Server,
  client: Client,
  people: People,
  random: Random,
): Promise<Record<string, unknown>> {
  const requests = Number(options.requests);
  const times = (make: () => Asked) => Array.from({ length: requests }, make);
  const box = (width: number) => {
    const { longitude, latitude } = pick(people.points, random);
    const [west, east] = [Math.max(-180, longitude - width), Math.min(180, longitude + width)];
    return [west, Math.max(-90, latitude - width / 2), east, Math.min(90, latitude + width / 2)]
      .map((degrees) => degrees.toFixed(4))
      .join();
  };
  const word = () => pick(pick(people.names, random).split(/\s+/), random).slice(0, 20);
  const direct = times(() => directOf(pick(people.organizations, random)));
  const matchesEach: number[] = [];
  const measured: Record<string, unknown> = {};
  const measure = async (name: string, asked: readonly Asked[], look?: (text: string) => void) => {
    // A few go first: what is compiled and read on first use is not what a user meets all day.
    await client.time(asked.slice(0, 20));
    const before = server.processorTime();
    const times = await client.time(asked, look);
    const after = server.processorTime();
    const processor = before === null || after === null ? null : (after - before) / asked.length;
    measured[name] = { ...times, processor };
    tell(line(name, times, processor));
  };
  await measure('direct matching, 50 a page', direct);
  const all = direct.map(({ path }) => ({ path: `${path}?limit=200` }));
  await measure('direct matching, 200 a page', all, (text) => {
    matchesEach.push((JSON.parse(text) as { data: unknown[] }).data.length);
  });
  const sorted = matchesEach.toSorted((a, b) => a - b);
  measured.direct_matches_median = percentile(sorted, 0.5);
  tell(
    `  matches of an organization: median ${percentile(sorted, 0.5)}, p95 ${percentile(sorted, 0.95)} (200 are counted at most)`,
  );
  await measure(
    'sites in a box',
    times(() => ({ path: `/api/v1/sites?bbox=${box(0.5)}` })),
  );
  await measure(
    'map marks',
    times(() => ({ path: `/api/v1/map/sites?bbox=${box(4)}&zoom=${4 + Math.floor(random() * 9)}` })),
  );
  await measure(
    'map arcs',
    times(() => ({ path: `/api/v1/map/arcs?bbox=${box(1)}` })),
  );
  await measure(
    'search',
    times(() => ({ path: `/api/v1/search?q=${encodeURIComponent(word() || 'a')}` })),
  );
  await measure(
    'match list, first page',
    times(() => ({ path: '/api/v1/matches' })),
  );
  await measure(
    'match list, heat above 0.5',
    times(() => ({ path: '/api/v1/matches?family=heat&min_score=0.5&sort=score' })),
  );
  await measure(
    'match list in a box',
    times(() => ({ path: `/api/v1/matches?bbox=${box(1)}` })),
  );
  await measure(
    'facets of all matches',
    times(() => ({ path: '/api/v1/matches/facets' })),
  );
  await measure(
    'city at a glance',
    times(() => ({ path: '/api/v1/city' })),
  );
  const ids = await idsOf(client, 'matches');
  await measure(
    'one match, sampled',
    times(() => ({ path: `/api/v1/matches/${encodeURIComponent(pick(ids, random))}` })),
  );
  await measure(
    'chains, first page',
    times(() => ({ path: '/api/v1/chains' })),
  );
  await measure(
    'chains of an organization',
    times(() => ({
      path: `/api/v1/organizations/${encodeURIComponent(pick(people.organizations, random))}/matching/chains`,
    })),
  );
  await measure(
    'near misses',
    times(() => ({ path: '/api/v1/near-misses' })),
  );
  const whatIf = () => {
    const { longitude, latitude } = pick(people.points, random);
    const flow = { direction: 'supply', type: 'material.wood', quantity: { amount: 900, unit: 't/a' } };
    return { path: '/api/v1/match', body: { flow, site: { longitude, latitude } } };
  };
  await measure('what-if, wood anywhere', times(whatIf));
  return measured;
}

/** Of the first page. */
async function idsOf(client: Client, list: string): Promise<readonly string[]> {
  const { data } = await client.json<{ data: { id: string }[] }>({ path: `/api/v1/${list}?limit=200` });
  return data.map(({ id }) => id);
}

const directOf = (organization: string): Asked => ({
  path: `/api/v1/organizations/${encodeURIComponent(organization)}/matching/direct`,
});

/** Changes flows one by one; asks for direct matches until the stored matches have followed. */
async function editAndAsk(port: number, client: Client, people: People, random: Random): Promise<Edits> {
  const follow: number[] = [];
  const direct: number[] = [];
  for (let edit = 0; edit < 20; edit++) {
    const started = performance.now();
    let following = true;
    const followed = changeFlow(port, pick(people.flows, random)).finally(() => {
      following = false;
    });
    while (following) direct.push((await client.time([directOf(pick(people.organizations, random))])).p50);
    await followed;
    follow.push(performance.now() - started);
  }
  return { follow: figuresOf(follow), direct: figuresOf(direct) };
}

interface Edits {
  /** From the change of a flow until the stored matches reflect it. */
  readonly follow: Omit<Figures, 'kilobytes'>;
  readonly direct: Omit<Figures, 'kilobytes'>;
}

/** Resolves when the stored matches reflect the change. */
async function changeFlow(port: number, id: string): Promise<void> {
  const address = `http://127.0.0.1:${port}/api/v1`;
  const flow = `${address}/flows/${encodeURIComponent(id)}`;
  const read = await fetch(flow);
  const body = (await read.json()) as { quantity: { amount: number } };
  const changed = { ...body, quantity: { ...body.quantity, amount: body.quantity.amount * 1.01 } };
  const written = await fetch(flow, {
    method: 'PUT',
    body: JSON.stringify(changed),
    headers: { 'content-type': 'application/json', 'if-match': read.headers.get('etag') ?? '' },
  });
  const change = written.headers.get('x-crg-change');
  if (change === null) throw new Error(`Expected a change of ${id}, got ${written.status}: ${await written.text()}`);
  for (let caughtUp = false; !caughtUp; ) {
    const list = await fetch(`${address}/matches?limit=1`, { headers: { 'x-crg-change': change } });
    await list.arrayBuffer();
    caughtUp = list.headers.get('x-crg-caught-up') === 'true';
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; milliseconds: number }> {
  const started = performance.now();
  return { answer: await work(), milliseconds: performance.now() - started };
}

function line(
  name: string,
  { requests, p50, p95, p99, slowest, ...more }: Omit<Figures, 'kilobytes'> & { kilobytes?: number },
  processor: number | null = null,
): string {
  const size = more.kilobytes === undefined ? '' : `, ${more.kilobytes.toFixed(0)} kB each`;
  const [middle, most, nearlyAll, worst] = [p50, p95, p99, slowest].map((milliseconds) => milliseconds.toFixed(1));
  // On a busy machine the one figure that means something: others may keep the processor, but they do not use this time.
  const own = processor === null ? '' : `; ${processor.toFixed(1)} ms of processor each`;
  return `${name.padEnd(32)} p50 ${middle} ms, p95 ${most} ms, p99 ${nearlyAll} ms, slowest ${worst} ms (${requests} requests${size}${own})`;
}

/** Of the last minute: with more than there are processors, others compete for them and every time below is too long. */
const load = () => loadavg()[0]?.toFixed(1);

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

function memoryOf(server: Server): string {
  const memory = server.memory();
  return memory === null ? 'memory not known here' : `memory of the server ${memory.now} MB, at most ${memory.most} MB`;
}

const directory = options.keep ?? (await mkdtemp(join(tmpdir(), 'crg-bench-')));
try {
  await bench(join(directory, 'data'));
} finally {
  if (options.keep === undefined) await rm(directory, { recursive: true, force: true });
}
