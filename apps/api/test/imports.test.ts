// Files on their way into the city over HTTP, with the real embedded stores: the second and last file of the API that opens them.
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importCity } from '@crg/services/import-city';
import { openStores } from '@crg/stores/open-stores';
import type { Stores } from '@crg/stores/ports/stores';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeApi } from '../src/compose.ts';
import type { Api } from '../src/http/api.ts';
import { plainName } from '../src/http/upload.ts';
import { startApi } from '../src/start-api.ts';
import { ContractClient } from './contract-client.ts';
import { form } from './form.ts';
import { readCsv } from './read-csv.ts';
import { runImportJobs } from './run-import-jobs.ts';
import { smallCity } from './small-city.ts';

let directory: string;
let stores: Stores;
let api: Api;
let client: ContractClient;
// biome-ignore lint/suspicious/noExplicitAny: read as it comes
let document: any;

const uploadBytes = 3_000_000;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'crg-imports-'));
  stores = await openStores({ kind: 'embedded', directory, log: () => undefined });
  await importCity(stores, { text: JSON.stringify(smallCity), sources: ['Invented for the tests'] });
  api = await composeApi({
    stores,
    version: '0.0.0',
    logLevel: 'silent',
    uploadBytes,
    now: () => new Date('2026-03-01T08:00:00Z'),
  });
  document = (await api.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } })).json();
  client = new ContractClient(api, document);
});

afterAll(async () => {
  await api?.close();
  await stores?.close();
  await rm(directory, { recursive: true, force: true });
});

const header = 'Organization;Site;Latitude;Longitude;Country;Direction;Type;Amount;Unit';
const csv = (...rows: string[]) => [header, ...rows, ''].join('\n');
const bakery = 'Bakery Nord;Oven hall;55.68;11.11;DK;supply;heat.hot_water;120;kW';

/** Two good rows, one with a unit that nobody knows, one with a direction that is none. */
const withMistakes = csv(
  bakery,
  'Dye house;Vats;55.67;11.12;DK;demand;heat.hot_water;90;kW',
  'Print shop;Press;55.66;11.13;DK;demand;heat.hot_water;40;kWw',
  'Tannery;Pits;55.65;11.14;DK;sideways;heat.hot_water;70;kW',
);

const upload = (...files: Parameters<typeof form>[0]) => client.send('POST', '/api/v1/imports', form(files));

async function opened(text: string, name = 'flows.csv'): Promise<string> {
  const { status, body } = await upload({ name: 'file', fileName: name, content: text });
  expect([status, body.state]).toEqual([201, 'open']);
  return body.id;
}

const step = (id: string, what: string, json?: unknown) =>
  json === undefined
    ? client.send('POST', `/api/v1/imports/${id}/${what}`)
    : client.post(`/api/v1/imports/${id}/${what}`, json);
const read = async (id: string) => (await client.get(`/api/v1/imports/${id}`)).body;

/** Asks for a step, lets the worker do it, and answers the import as it is then. */
async function done(id: string, what: string, json?: unknown) {
  const { status, body } = what === 'undo' ? await undoing(id, json) : await step(id, what, json);
  expect([status, body.detail]).toEqual([202, undefined]);
  await runImportJobs(stores);
  return read(id);
}

/** An undo answers when it is over, so its job has to run beside the request. */
async function undoing(id: string, json?: unknown) {
  let answered = false;
  const asked = step(id, 'undo', json).finally(() => {
    answered = true;
  });
  while (!answered) {
    await runImportJobs(stores);
    await sleep(10);
  }
  return asked;
}

const siteNames = async () =>
  (await client.get('/api/v1/sites?limit=200')).body.data.map(({ name }: { name: string }) => name);

describe('a spreadsheet with mistakes', () => {
  let id: string;

  test('goes up, is understood, and nothing is in the city yet', async () => {
    const { status, headers, body } = await upload({ name: 'file', fileName: 'flows.csv', content: withMistakes });
    expect(status).toBe(201);
    id = body.id;
    expect(headers.location).toBe(`/api/v1/imports/${id}`);
    expect(body).toMatchObject({ state: 'open', rows: 0, created: null, settings: { fixes: [], on_error: 'stop' } });
    expect(body.files).toHaveLength(1);
    expect(body.files[0]).toMatchObject({ name: 'flows.csv', format: 'csv', mapping_by: 'recognised' });
    expect(body.files[0].mapping.name).toBe('flows-template');
    expect(body.files[0].columns[0]).toMatchObject({ name: 'Organization' });
    expect(body.files[0].columns[0].samples).toContain('Bakery Nord');
    expect(await siteNames()).not.toContain('Oven hall');
  });

  test('is in the list, newest first', async () => {
    const { body } = await client.get('/api/v1/imports?limit=1');
    expect(body.data[0].id).toBe(id);
  });

  test('is checked: two rows would go in, two are kept out, and each says why', async () => {
    const checked = await done(id, 'check');
    expect(checked).toMatchObject({
      state: 'checked',
      rows: 4,
      rejected: 2,
      created: { organizations: 2, sites: 2, flows: 2 },
    });
    const { data } = (await client.get(`/api/v1/imports/${id}/problems?severity=error`)).body;
    expect(data.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [4, 'Unit'],
      [5, 'Direction'],
    ]);
    for (const problem of data) expect(problem.next).toMatch(/\w/);
    expect((await client.get(`/api/v1/imports/${id}/problems?column=Unit&limit=1`)).body.data).toHaveLength(1);
    expect((await client.get(`/api/v1/imports/${id}/problems?code=no_such_code`)).body.data).toEqual([]);
    expect(await siteNames()).not.toContain('Oven hall');
  });

  test('its problems are counted in groups', async () => {
    const { data } = (await client.get(`/api/v1/imports/${id}/problem-groups`)).body;
    const errors = data.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors.map(({ column, count }: { column: string; count: number }) => [column, count]).sort()).toEqual([
      ['Direction', 1],
      ['Unit', 1],
    ]);
  });

  test('its rejected rows can be taken home as they were, with what is wrong beside them', async () => {
    const answer = await client.get(`/api/v1/imports/${id}/rejected.csv`);
    expect(answer.headers['content-disposition']).toContain('filename="flows-csv-rejected-2026-03-01.csv"');
    const rows = readCsv(answer.body);
    expect(rows.map(({ Organization, crg_row, crg_column }) => [Organization, crg_row, crg_column])).toEqual([
      ['Print shop', '4', 'Unit'],
      ['Tannery', '5', 'Direction'],
    ]);
    expect(rows[0]).toMatchObject({ Longitude: '11.13', Unit: 'kWw' });
  });

  test('is not written while rows are wrong and nobody said to skip them', async () => {
    const { status, body } = await step(id, 'write');
    expect([status, body.code, body.field]).toEqual([422, 'invalid_input', 'on_error']);
    expect((await read(id)).state).toBe('checked');
  });

  test('corrections make the rows good, and it has to be checked again', async () => {
    const fixes = [
      { kind: 'replace', file: 0, column: 'Unit', from: 'kWw', to: 'kW' },
      { kind: 'set', file: 0, row: 5, column: 'Direction', to: 'demand' },
    ];
    const { status, body } = await client.put(`/api/v1/imports/${id}/settings`, { fixes });
    expect([status, body.state, body.settings.fixes]).toEqual([200, 'open', fixes]);
    expect(await done(id, 'check')).toMatchObject({
      state: 'checked',
      rejected: 0,
      created: { organizations: 4, sites: 4, flows: 4 },
    });
  });

  test('is written: its sites are found', async () => {
    expect(await done(id, 'write')).toMatchObject({ state: 'imported', created: { sites: 4 }, updated: { sites: 0 } });
    expect(await siteNames()).toEqual(expect.arrayContaining(['Oven hall', 'Pits']));
    expect((await client.get('/api/v1/search?q=tannery')).body.data[0]).toMatchObject({ kind: 'organization' });
    expect((await client.get('/api/v1/city')).body.sources).toContain('Imported from flows.csv');
  });

  test('the same file again changes nothing', async () => {
    const again = await opened(csv(bakery));
    await done(again, 'check');
    expect(await done(again, 'write')).toMatchObject({
      state: 'imported',
      created: { organizations: 0, sites: 0, flows: 0 },
      unchanged: { organizations: 1, sites: 1, flows: 1 },
    });
  });

  test('is not undone while somebody has changed what it brought: the record is named, and nothing happens', async () => {
    const [site] = (await client.get('/api/v1/sites?limit=200')).body.data.filter(
      ({ name }: { name: string }) => name === 'Pits',
    );
    const url = `/api/v1/sites/${encodeURIComponent(site.id)}`;
    const { headers } = await client.get(url);
    await client.put(url, { ...site, name: 'Pits and vats' }, { headers: { 'if-match': headers.etag ?? '' } });

    const { status, body } = await undoing(id);
    expect([status, body.code]).toEqual([409, 'wrong_state']);
    expect(body.got).toContain(`site "${site.id}" was changed since`);
    expect(body.next).toContain('keep_changed');
    const after = await read(id);
    expect(after).toMatchObject({ state: 'imported', undone: null });
    expect(after.in_the_way.records).toContainEqual({ kind: 'site', id: site.id, reason: 'changed' });
    expect(await siteNames()).toEqual(expect.arrayContaining(['Oven hall', 'Pits and vats']));
  });

  test('is undone but for that record when asked to: the others are gone', async () => {
    const undone = await done(id, 'undo', { keep_changed: true });
    expect(undone.state).toBe('undone');
    expect(undone.undone.removed.sites + undone.undone.kept.sites).toBe(4);
    const names = await siteNames();
    expect(names).toContain('Pits and vats');
    expect(names).not.toContain('Vats');
  });

  test('is forgotten when it is of no more use', async () => {
    expect((await client.delete(`/api/v1/imports/${id}`)).status).toBe(204);
    const gone = await client.get(`/api/v1/imports/${id}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'import_not_found']);
  });
});

describe('settings', () => {
  test('come with the files, whichever of the two stands first in the form', async () => {
    const settings = { name: 'settings', content: JSON.stringify({ on_error: 'skip', mappings: ['flows-template'] }) };
    const file = { name: 'file', fileName: 'a.csv', content: withMistakes };
    for (const parts of [
      [settings, file],
      [file, settings],
    ]) {
      const { status, body } = await client.send('POST', '/api/v1/imports', form(parts));
      expect([status, body.settings?.on_error, body.files?.[0].mapping_by]).toEqual([201, 'skip', 'chosen']);
      await done(body.id, 'check');
      expect(await done(body.id, 'write')).toMatchObject({ state: 'imported', rejected: 2 });
      await done(body.id, 'undo');
    }
  });

  test.each([
    ['{"on_error":"maybe"}', 422, 'settings.on_error'],
    ['{"mappings":["no-such-mapping"]}', 404, 'mapping'],
    ['{"mappings":[null,null]}', 422, 'mappings'],
    ['{"fixes":[{"kind":"set","file":0,"row":2,"column":"Unit"}]}', 422, 'settings.fixes[0].to'],
    ['{"fixes":[{"kind":"leave_in","file":0,"row":2}]}', 422, 'settings.fixes[0].kind'],
    ['{"fixes":[{"kind":"set","file":0,"row":2,"column":"Unti","to":"kW"}]}', 422, 'fixes[0].column'],
    ['{"on_error":', 400, 'settings'],
    ['[]', 422, 'settings'],
  ])('that are wrong refuse the whole upload: %s', async (content, status, field) => {
    const before = (await client.get('/api/v1/imports')).body.data.length;
    const answer = await client.send(
      'POST',
      '/api/v1/imports',
      form([
        { name: 'settings', content },
        { name: 'file', fileName: 'a.csv', content: csv(bakery) },
      ]),
    );
    expect([answer.status, answer.body.field]).toEqual([status, field]);
    expect((await client.get('/api/v1/imports')).body.data.length).toBe(before);
  });

  test('of a file whose header nobody knows are a suggestion that a person can choose to follow', async () => {
    const text = 'Firma;Strøm;Mængde;Enhed;Breddegrad;Længdegrad\nMejeri;varmt vand;50;kW;55.7;11.1\n';
    const { body } = await upload({ name: 'file', fileName: 'mejeri.csv', content: text });
    expect(body.files[0]).toMatchObject({ name: 'mejeri.csv', mapping_by: 'suggested' });
    expect(body.files[0].mapping.format).toBe('crg-mapping/1');
    const { status, body: chosen } = await client.put(`/api/v1/imports/${body.id}/settings`, {
      mappings: [body.files[0].mapping],
    });
    expect([status, chosen.files[0].mapping_by]).toEqual([200, 'chosen']);
  });

  test('with a mapping that is none name every field that is wrong', async () => {
    const id = await opened(csv(bakery));
    const mapping = {
      format: 'crg-mapping/1',
      name: 'Mine!',
      title: 'Mine',
      recognised_by: [],
      id_space: 'mine',
      flows: [],
    };
    const { status, body } = await client.put(`/api/v1/imports/${id}/settings`, { mappings: [mapping] });
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['mappings[0].name', 'mappings[0].organization', 'mappings[0].site']),
    );
  });
});

describe('a step at the wrong time', () => {
  test.each([
    ['write', 'open', 'Check it first.'],
    ['undo', 'open', 'Check it first.'],
  ])('%s of an import that is %s says what can be done', async (what, _state, next) => {
    const id = await opened(csv(bakery));
    const { status, body } = await step(id, what);
    expect([status, body.code, body.next]).toEqual([409, 'wrong_state', next]);
    expect(body.got).toContain('has not been checked yet');
  });

  test('an import that waits for its check is neither checked twice, nor changed, nor forgotten; it can be cancelled', async () => {
    const id = await opened(csv(bakery));
    expect((await step(id, 'check')).body.state).toBe('checking');
    for (const answer of [
      await step(id, 'check'),
      await client.put(`/api/v1/imports/${id}/settings`, { on_error: 'skip' }),
      await client.delete(`/api/v1/imports/${id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'wrong_state']);
    }
    const { status, body } = await step(id, 'cancel');
    expect([status, body.state]).toEqual([202, 'cancelled']);
    await runImportJobs(stores);
    expect((await read(id)).state).toBe('cancelled');
    expect((await step(id, 'check')).status).toBe(409);
  });

  test.each(['check', 'write', 'undo', 'cancel'])('%s of an import that is not there is a 404', async (what) => {
    for (const id of ['nowhere', '00000000-0000-0000-0000-000000000000']) {
      const { status, body } = await step(id, what);
      expect([status, body.code]).toEqual([404, 'import_not_found']);
    }
  });

  test.each(['', '/problems', '/problem-groups', '/rejected.csv'])('nor is there a %s of it', async (path) => {
    const { status, body } = await client.get(`/api/v1/imports/nowhere${path}`);
    expect([status, body.code]).toEqual([404, 'import_not_found']);
  });
});

describe('an upload that is not what it should be', () => {
  const count = async () => (await client.get('/api/v1/imports?limit=200')).body.data.length;

  test.each([
    ['no part at all', [], 'file'],
    ['settings alone', [{ name: 'settings', content: '{}' }], 'file'],
    ['a file part without a file name', [{ name: 'file', content: 'a,b' }], 'file'],
    ['a file under another name', [{ name: 'data', fileName: 'a.csv', content: 'a,b' }], 'data'],
    ['a field that nobody knows', [{ name: 'owner', content: 'me' }], 'owner'],
  ])('%s is refused and keeps nothing', async (_what, parts, field) => {
    const before = await count();
    const { status, body } = await client.send('POST', '/api/v1/imports', form(parts));
    expect([status, body.code, body.field]).toEqual([422, 'invalid_input', field]);
    expect(await count()).toBe(before);
  });

  test('a thousand parts are refused after a few', async () => {
    const before = await count();
    const parts = Array.from({ length: 1000 }, (_, index) => ({
      name: 'file',
      fileName: `${index}.csv`,
      content: csv(bakery),
    }));
    const { status, body } = await client.send('POST', '/api/v1/imports', form(parts));
    expect([status, body.code]).toEqual([422, 'invalid_input']);
    expect(body.expected).toContain('at most 20 files');
    expect(await count()).toBe(before);
  });

  test('a thousand settings are refused after a few', async () => {
    const parts = Array.from({ length: 1000 }, () => ({ name: 'settings', content: '{}' }));
    expect((await client.send('POST', '/api/v1/imports', form(parts))).status).toBe(422);
  });

  test.each([
    ['another boundary than it says', 'multipart/form-data; boundary=other'],
    ['no boundary', 'multipart/form-data'],
  ])('a form with %s is told so', async (_what, type) => {
    const call = form([{ name: 'file', fileName: 'a.csv', content: csv(bakery) }]);
    const { status, body } = await client.send('POST', '/api/v1/imports', {
      ...call,
      headers: { 'content-type': type },
    });
    expect([status, body.code]).toEqual([400, 'malformed_request']);
  });

  test('a form that ends in the middle of a file keeps nothing', async () => {
    const before = await count();
    const call = form([{ name: 'file', fileName: 'a.csv', content: csv(bakery) }]);
    const bytes = call.bytes.subarray(0, call.bytes.length - 60);
    const { status, body } = await client.send('POST', '/api/v1/imports', { ...call, bytes });
    expect([status, body.code]).toEqual([400, 'malformed_request']);
    expect(await count()).toBe(before);
  });

  test.each(['application/json', 'text/csv', 'application/octet-stream'])('%s is no form', async (type) => {
    const { status, body } = await client.send('POST', '/api/v1/imports', {
      text: '{}',
      headers: { 'content-type': type },
    });
    expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
  });

  test('a form is no body where JSON is asked for', async () => {
    const { status, body } = await client.send('POST', '/api/v1/sites', form([{ name: 'id', content: 'x' }]));
    expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
  });

  test('files of more than the limit together are refused, and a megabyte more than JSON may have is not', async () => {
    const before = await count();
    const big = csv(...Array.from({ length: 16_000 }, (_, index) => bakery.replace('Nord', String(index))));
    expect(big.length).toBeGreaterThan(1_050_000);
    const id = await opened(big);
    expect((await read(id)).files[0].size).toBe(Buffer.byteLength(big));
    const part = { name: 'file', fileName: 'big.csv', content: big };
    const { status, body } = await client.send('POST', '/api/v1/imports', form([part, part, part]));
    expect([status, body.code]).toEqual([413, 'file_too_large']);
    expect(body.expected).toBe('at most 3 MB in all files together');
    expect(await count()).toBe(before + 1);
  });

  test('a length of two gigabytes is refused before a byte of it is read, and the line is closed', async () => {
    const alone = await composeApi({ stores, version: '0.0.0', logLevel: 'silent', uploadBytes });
    const address = await startApi(alone, { port: 0 });
    const sent = httpRequest(`${address}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(2 ** 31) },
    });
    sent.on('error', () => undefined);
    const answer = new Promise<{ status: number | undefined; connection: string | undefined }>((resolve) => {
      sent.on('response', ({ statusCode, headers }) => resolve({ status: statusCode, connection: headers.connection }));
    });
    sent.write('--x\r\n');
    expect(await answer).toEqual({ status: 413, connection: 'close' });
    sent.destroy();
    await alone.close();
  });

  test('a sender that goes away leaves no import behind', async () => {
    const before = await count();
    const alone = await composeApi({ stores, version: '0.0.0', logLevel: 'silent', uploadBytes });
    const address = await startApi(alone, { port: 0 });
    const call = form([{ name: 'file', fileName: 'a.csv', content: csv(bakery).repeat(2000) }]);
    const sent = httpRequest(`${address}/api/v1/imports`, {
      method: 'POST',
      headers: { ...call.headers, 'content-length': String(call.bytes.length) },
    });
    sent.on('error', () => undefined);
    await new Promise<void>((resolve) => sent.write(call.bytes.subarray(0, 100_000), () => resolve()));
    sent.destroy();
    await alone.close();
    expect(await count()).toBe(before);
  });

  test('what is no table at all is refused with a reason, and keeps nothing', async () => {
    const before = await count();
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
    const { status, body } = await upload({ name: 'file', fileName: 'noise.bin', content: noise });
    expect([status, body.code, body.field]).toEqual([422, 'unreadable_file', 'noise.bin']);
    expect(await count()).toBe(before);
  });

  test('a page of another site cannot send files, nor start a step', async () => {
    const id = await opened(csv(bakery));
    const foreign = { origin: 'http://evil.example' };
    const call = form([{ name: 'file', fileName: 'a.csv', content: csv(bakery) }]);
    const sent = await client.send('POST', '/api/v1/imports', { ...call, headers: { ...call.headers, ...foreign } });
    expect([sent.status, sent.body.code]).toEqual([421, 'host_not_allowed']);
    const started = await client.send('POST', `/api/v1/imports/${id}/check`, { headers: foreign });
    expect([started.status, (await read(id)).state]).toEqual([421, 'open']);
  });
});

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\flows.csv', 'flows.csv'],
    ['Kläranlagen 2024.csv', 'Kläranlagen 2024.csv'],
    ['\u202Egnp.exe.csv', 'gnp.exe.csv'],
    ['a\u0000b\r\nc.csv', 'abc.csv'],
    ['..', 'unnamed file'],
    ['', 'unnamed file'],
    ['x'.repeat(500), 'x'.repeat(200)],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainName(given)).toBe(kept);
  });

  test('comes through the form as it is, without its folders', async () => {
    const { body } = await upload({ name: 'file', fileName: '/my/own/Kläranlagen Ø.csv', content: csv(bakery) });
    expect(body.files[0].name).toBe('Kläranlagen Ø.csv');
  });

  test('never breaks the server, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (fileName) => {
        const { status } = await upload({ name: 'file', fileName: fileName.replaceAll(/["\r\n]/g, ''), content: 'a' });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 20 },
    );
  });
});

describe('mappings', () => {
  const mine = {
    format: 'crg-mapping/1',
    name: 'my-park',
    title: 'The list of our park',
    recognised_by: ['Firma', 'Strøm', 'Mængde'],
    id_space: 'my-park',
    organization: { name: { column: 'Firma' } },
    site: { latitude: { column: 'Breddegrad' }, longitude: { column: 'Længdegrad' } },
    flows: [
      {
        when: { column: 'Mængde', above: 0 },
        fields: {
          direction: { value: 'supply' },
          type: { column: 'Strøm', words: { 'varmt vand': 'heat.hot_water' } },
          'quantity.amount': { column: 'Mængde', times: 1, because: 'as it stands' },
          'quantity.unit': { first_of: [{ column: 'Enhed' }, { value: 'kW' }] },
        },
      },
    ],
  };
  const file = 'Firma;Strøm;Mængde;Enhed;Breddegrad;Længdegrad\nMejeri;varmt vand;50;kW;55.7;11.1\n';

  test('of the product are there from the start and stay as they are', async () => {
    const { body } = await client.get('/api/v1/mappings');
    expect(body.data.map(({ name, built_in }: { name: string; built_in: boolean }) => [name, built_in])).toEqual([
      ['hotmaps-industry', true],
      ['eea-wwtp', true],
      ['powerplants', true],
      ['flows-template', true],
    ]);
    const { body: hotmaps } = await client.get('/api/v1/mappings/hotmaps-industry');
    expect(hotmaps.format).toBe('crg-mapping/1');
    const put = await client.put('/api/v1/mappings/hotmaps-industry', { ...hotmaps, title: 'Mine' });
    expect([put.status, put.body.code]).toEqual([409, 'duplicate_id']);
    expect((await client.delete('/api/v1/mappings/hotmaps-industry')).status).toBe(409);
  });

  test('that are kept read the next file of their kind, until they are forgotten', async () => {
    const first = await client.put('/api/v1/mappings/my-park', mine);
    expect([first.status, first.headers.location, first.body]).toEqual([201, '/api/v1/mappings/my-park', mine]);
    expect((await client.put('/api/v1/mappings/my-park', { ...mine, title: 'Our park' })).status).toBe(200);
    expect((await client.get('/api/v1/mappings/my-park')).body.title).toBe('Our park');
    expect((await client.get('/api/v1/mappings')).body.data.at(-1)).toMatchObject({ name: 'my-park', built_in: false });

    const { body } = await upload({ name: 'file', fileName: 'mejeri.csv', content: file });
    expect(body.files[0]).toMatchObject({ mapping_by: 'recognised', mapping: { name: 'my-park' } });
    expect(await done(body.id, 'check')).toMatchObject({ rejected: 0, created: { flows: 1 } });

    expect((await client.delete('/api/v1/mappings/my-park')).status).toBe(204);
    const again = await client.delete('/api/v1/mappings/my-park');
    expect([again.status, again.body.code]).toEqual([404, 'mapping_not_found']);
    expect((await client.get('/api/v1/mappings/my-park')).status).toBe(404);
    const after = await upload({ name: 'file', fileName: 'mejeri.csv', content: file });
    expect(after.body.files[0].mapping_by).toBe('suggested');
  });

  test.each([
    ['name', { ...mine, name: 'another' }],
    ['name', { ...mine, name: 'My Park' }],
    ['site.latitud', { ...mine, site: { latitud: { column: 'Breddegrad' } } }],
    ['organization.name.colum', { ...mine, organization: { name: { colum: 'Firma' } } }],
    ['id_space', { ...mine, id_space: undefined }],
  ])('that are wrong in %s are refused by name', async (field, mapping) => {
    const { status, body } = await client.put('/api/v1/mappings/my-park', mapping);
    expect([status, [body.field, ...(body.errors ?? []).map((one: { field: string }) => one.field)]]).toEqual([
      422,
      expect.arrayContaining([field]),
    ]);
  });
});

describe('the template', () => {
  test.each([
    ['flows.csv', 'text/csv; charset=utf-8'],
    ['flows.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%s is a file that the import reads with its own mapping', async (name, type) => {
    const answer = await api.inject({ url: `/api/v1/templates/${name}`, headers: { host: 'localhost' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="crg-${name}"`);
    await client.get(`/api/v1/templates/${name}`);
    const { status, body } = await upload({ name: 'file', fileName: name, content: answer.rawPayload });
    expect([status, body.files[0].mapping.name, body.files[0].mapping_by]).toEqual([
      201,
      'flows-template',
      'recognised',
    ]);
  });
});

test('every answer about imports that the document promises for sense was given, and was as promised', () => {
  const promised = Object.entries<Record<string, { tags: string[]; responses: object }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods)
        .filter(([, { tags }]) => tags.includes('Imports'))
        .flatMap(([method, { responses }]) =>
          Object.keys(responses)
            .filter((status) => Number(status) < 400)
            .map((status) => `${method.toUpperCase()} ${path} ${status}`),
        ),
  );
  expect(promised.length).toBeGreaterThan(10);
  expect(promised.filter((answer) => !client.seen.has(answer))).toEqual([]);
});
