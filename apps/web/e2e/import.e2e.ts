// From a spreadsheet with unknown headers and mistakes to new sites in the city and back, by keyboard alone; and flows by hand.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWorkbook } from '@crg/imports/template/workbook-writer';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, type Product, startProduct } from './product.ts';

const screenshots = fileURLToPath(new URL('screenshots', import.meta.url));
let product: Product;

/** Software rendering on two busy cores is slow; a person would not wait longer either. */
const soon = <Value>(read: () => Promise<Value> | Value) => expect.poll(read, { timeout: 20_000 });

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  product = await startProduct();
});

afterAll(async () => {
  await product?.stop();
});

/** An invented park: nobody knows the header of the first column, and the mistakes are those people make. */
const header = [
  'Hvem',
  'Breddegrad',
  'Længdegrad',
  'NACE',
  'Retning',
  'Ressource',
  'Mængde',
  'Enhed',
  'Temp',
  'Kontakt',
];
const rows = [
  ['Havnens Bageri', 55.68, 11.09, '10.71', 'afgiver', 'varmt vand', 800, 'kW', 85, 'a@example.org'],
  ['Fjordens Mejeri', 55.67, 11.1, '10.51', 'afgiver', 'varmt vand', '1,2 mio', 'kW', 70, 'b@example.org'],
  // Twelve companies state an amount per year and forget the year.
  ...Array.from({ length: 12 }, (_, at) => [
    `Værksted ${at + 1}`,
    55.66 + at / 1000,
    11.08,
    '25.62',
    'modtager',
    'varmt vand',
    100 + at,
    'MWhh/a',
    60,
    'c@example.org',
  ]),
];

function spreadsheet(): Buffer {
  const widths = header.map(() => 14);
  return Buffer.from(writeWorkbook([{ name: 'Flows', rows: [header, ...rows], widths, bodyStyle: 'plain' }]));
}

const park = { name: 'havnepark.xlsx', mimeType: 'application/octet-stream', buffer: spreadsheet() };

test('a planner brings a spreadsheet into the city, mends it, sees the new sites and takes it back, by keyboard alone', async () => {
  const { page, faults } = await openPage(product);
  await open(page, '/import');
  await tabTo(page, 'Choose files');
  await chooseByKey(page, park);
  await tabTo(page, 'Read 1 file');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/import\/[^?]+/);
  await answersToKeys(page);

  // Nobody knows what "Hvem" means; the page says that it is needed, and typing its name into the list is enough.
  await soon(() => page.getByText(/Choose what fills Organization/).count()).toBe(1);
  await tabTo(page, 'Field of Hvem');
  await page.keyboard.type('Organization');
  await soon(() => page.getByLabel('Field of Hvem').inputValue()).toBe('organization.name');
  await tabTo(page, 'Check all rows');
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { name: /rows need a decision/ }).innerText()).toMatch(/^13 rows/);
  expect(await city(page)).not.toContain('Havnens Bageri');

  // J goes to the first row, Enter takes the suggestion, Z takes it back.
  const decided = page.locator('[data-question][data-decided]');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await soon(() => focused(page)).toMatch(/Use MWh\/a in 12 rows/);
  await page.keyboard.press('Enter');
  await soon(() => decided.count()).toBe(1);
  await page.keyboard.press('z');
  await soon(() => decided.count()).toBe(0);
  await walkTo(page, /in 12 rows/);
  await page.keyboard.press('Enter');
  await soon(() => decided.count()).toBe(1);

  // The other row is mended by hand.
  await page.keyboard.press('k');
  await tabTo(page, /Edit by hand/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1200');
  await page.keyboard.press('Enter');
  await soon(() => decided.count()).toBe(2);

  // What is decided and not sent survives a reload.
  await page.reload();
  await answersToKeys(page);
  await soon(() => decided.count()).toBe(2);
  await tabTo(page, /Check again with 2 decisions/);
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Every row fits. Nothing needs a decision.').count()).toBe(1);

  await tabTo(page, /Review and import 14 rows/);
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('table').innerText()).toMatch(/Sites\s+14\s+0\s+0/);
  expect(await city(page)).not.toContain('Havnens Bageri');
  await tabTo(page, /^Import 14 rows/);
  await page.keyboard.press('Enter');
  await soon(() =>
    page.getByRole('heading', { name: /Imported: 14 organizations, 14 sites and 14 flows new/ }).count(),
  ).toBe(1);
  await soon(() => page.getByText(/The city now has/).innerText()).toMatch(/\d+ matches/);
  const imported = page.url();
  await tabTo(page, /See the city/);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto(`${product.address}/data?kind=sites&q=Havnens`);
  await soon(() => page.getByRole('link', { name: /Havnens Bageri/ }).count()).toBe(1);

  await page.goto(imported);
  await answersToKeys(page);
  await tabTo(page, 'Undo this import');
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { name: 'The import was undone' }).count()).toBe(1);
  await soon(() => city(page)).not.toContain('Havnens Bageri');
  expect(faults).toEqual([]);
});

test('a file that cannot be read says why, and the choice of files is kept', async () => {
  const { page } = await openPage(product);
  await open(page, '/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'broken.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004 ends here'),
  });
  await page.getByRole('button', { name: 'Read 1 file' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'broken.xlsx' });
  await soon(() => alert.innerText()).toMatch(/Nothing was stored/);
  expect(await page.getByRole('list', { name: 'Chosen files' }).innerText()).toContain('broken.xlsx');
});

test('a record that somebody changed is in the way of an undo and named; the rest comes off', async () => {
  const { page, faults } = await openPage(product);
  const id = await importedByApi(page);
  await open(page, `/data/organizations/${encodeURIComponent(await organizationNamed(page, 'Havnens'))}`);
  await page.getByLabel('Name').fill('Havnens Bageri og Café');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(() => page.getByRole('status').filter({ hasText: 'Saved' }).count()).toBe(1);

  await open(page, `/import/${id}?step=import`);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const way = page.getByRole('alert').filter({ hasText: 'Nothing was undone' });
  await soon(() => way.innerText()).toMatch(/was changed since/);
  await shot(page, 'import-in-the-way', false);
  await page.getByRole('button', { name: /Undo the rest/ }).click();
  await soon(() => page.getByRole('heading', { name: 'The import was undone' }).count()).toBe(1);
  expect(await page.locator('main').innerText()).toMatch(/1 organization/);
  // The refused undo is a console error of the browser by itself; nothing else may be wrong.
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
});

test('a flow entered by hand shows who would fit, meets a newer version, is removed and put back', async () => {
  const { page, faults } = await openPage(product);
  await open(page, '/data/new');
  await tabTo(page, 'Organization');
  await page.keyboard.type('Kajens Vaskeri');
  await tabTo(page, /Place/);
  await page.keyboard.type('55.68, 11.09');
  await tabTo(page, 'Type of resource');
  await page.keyboard.type('hot water');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Amount');
  await page.keyboard.type('800');
  await tabTo(page, /Temperature/);
  await page.keyboard.type('85');
  await page.keyboard.press('Tab');
  await soon(() => page.getByRole('heading', { name: /partners? would fit/ }).count()).toBe(1);
  await tabTo(page, 'Save the flow');
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { name: 'Saved' }).count()).toBe(1);
  await tabTo(page, 'Edit it');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/data\/flows\//);
  await answersToKeys(page);

  // Somebody else is faster; both versions stand side by side and mine is kept.
  const address = `${product.address}/api/v1/flows/${page.url().split('/').pop()}`;
  const read = await page.request.get(address);
  const flow = (await read.json()) as { quantity: { amount: number } };
  const faster = { ...flow, quantity: { ...flow.quantity, amount: 700 } };
  await page.request.put(address, { data: faster, headers: { 'if-match': read.headers().etag ?? '' } });
  await tabTo(page, 'Amount');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('900');
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('row', { name: /quantity amount 700 900/ }).count()).toBe(1);
  await tabTo(page, 'Save mine on top', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await soon(async () => ((await (await page.request.get(address)).json()) as typeof flow).quantity.amount).toBe(900);

  await tabTo(page, 'Remove');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/data\?kind=flows/);
  await soon(() => page.getByRole('status').filter({ hasText: 'was removed' }).count()).toBe(1);
  expect((await page.request.get(address)).status()).toBe(404);
  await page.keyboard.press('z');
  await soon(async () => (await page.request.get(address)).status()).toBe(200);
  expect(faults.filter((fault) => !fault.includes('412'))).toEqual([]);
});

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
] as const) {
  test(`the data pages in the ${theme} theme at ${width} px have no accessibility fault and do not scroll sideways`, async () => {
    const { page, faults } = await openPage(product, {
      colorScheme: theme,
      viewport: { width, height: width === 390 ? 844 : 900 },
    });
    const id = await checkedByApi(page);
    for (const [name, path] of [
      ['home', '/import'],
      ['file', `/import/${id}?step=file`],
      ['columns', `/import/${id}?step=columns`],
      ['check', `/import/${id}?step=check`],
      ['confirm', `/import/${id}?step=import`],
      ['records', '/data?kind=organizations'],
      ['new', '/data/new'],
      ['edit', '/data/flows/district-heating-heat'],
    ] as const) {
      await page.goto(product.address + path);
      await page.getByRole('main').waitFor();
      await shot(page, `import-${name}-${theme}-${width}`, width === 390);
      expect([name, await axeFaults(page)]).toEqual([name, []]);
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, width]);
    }
    await page.request.delete(`${product.address}/api/v1/imports/${id}`);
    expect(faults).toEqual([]);
  });
}

/** Opens a page and waits until it answers to keys: what the server rendered looks the same before that. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(product.address + path);
  await answersToKeys(page);
}

/** React marks an element when it takes it over; the listeners of all follow in one go, after the next frame at the latest. */
async function answersToKeys(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('main button, main input, main select')];
    const taken = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'));
    return all.length > 0 && all.every(taken);
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
}

/** A press that comes before the page answers is lost, as it is for a person, who presses again. */
async function chooseByKey(page: Page, file: typeof park): Promise<void> {
  for (let presses = 0; presses < 5; presses++) {
    const opened = page.waitForEvent('filechooser', { timeout: 4000 }).catch(() => null);
    await page.keyboard.press('Enter');
    const chooser = await opened;
    if (chooser !== null) return chooser.setFiles(file);
  }
  throw new Error('Expected the file chooser to open within five presses of Enter, got none');
}

/** Presses Tab until the element with this name has focus. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text.trim() === name : name.test(text.trim()));
  for (let stop = 0; stop < 150; stop += 1) {
    if (fits(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Expected ${name} within 150 tab stops, focus is on "${await focused(page)}"`);
}

/** Presses J until what has focus says so. */
async function walkTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('j');
  }
  throw new Error(`Expected ${name} within 20 rows, focus is on "${await focused(page)}"`);
}

/** What a person would call the element that has focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const labels = (at as HTMLInputElement).labels;
    return at.getAttribute('aria-label') ?? (labels?.length ? (labels[0]?.textContent ?? '') : (at.textContent ?? ''));
  });
}

/** Names of the sites of the city that begin so. */
async function city(page: Page): Promise<string> {
  return (await page.request.get(`${product.address}/api/v1/search?q=Havnens&limit=50`)).text();
}

async function organizationNamed(page: Page, beginning: string): Promise<string> {
  let id = '';
  await soon(async () => {
    const answer = await page.request.get(`${product.address}/api/v1/search?q=${beginning}&limit=50`);
    const { data } = (await answer.json()) as { data: { kind: string; id: string }[] };
    id = data.find(({ kind }) => kind === 'organization')?.id ?? '';
    return id;
  }).not.toBe('');
  return id;
}

interface Step {
  readonly id: string;
  readonly state: string;
  readonly files: readonly { readonly mapping: { organization: object } | null }[];
}

async function checkedByApi(page: Page): Promise<string> {
  const api = `${product.address}/api/v1/imports`;
  const { id, files } = (await (await page.request.post(api, { multipart: { file: park } })).json()) as Step;
  const mapping = { ...files[0]?.mapping, organization: { name: { column: 'Hvem' } } };
  const settings = { mappings: [mapping], on_error: 'skip' };
  expect((await page.request.put(`${api}/${id}/settings`, { data: settings })).status()).toBe(200);
  await page.request.post(`${api}/${id}/check`);
  await soon(async () => ((await (await page.request.get(`${api}/${id}`)).json()) as Step).state).toBe('checked');
  return id;
}

async function importedByApi(page: Page): Promise<string> {
  const api = `${product.address}/api/v1/imports`;
  const id = await checkedByApi(page);
  await page.request.post(`${api}/${id}/write`);
  await soon(async () => ((await (await page.request.get(`${api}/${id}`)).json()) as Step).state).toBe('imported');
  return id;
}

async function axeFaults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
    }));
  });
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function shot(page: Page, name: string, fullPage: boolean): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}
