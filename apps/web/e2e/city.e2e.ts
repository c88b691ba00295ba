// What a person can do with the city in a real browser, and what must never happen while they do it.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCity, inventedRegion } from './many-sites.ts';
import { openPage, type Product, startProduct } from './product.ts';

const screenshots = fileURLToPath(new URL('screenshots', import.meta.url));
const aMatch = '/matches/gyproc-process-heat~district-heating-heat';
const aWasteMatch = '/matches/asnaes-fly-ash~aalborg-fly-ash';
const aNearMiss = '/near-misses/asnaes-cooling-water-heat~district-heating-heat';
const aChain = '/chains/novo-waste-water~membrane_bioreactor~asnaes-make-up-water';
let product: Product;

/** Software rendering on two busy cores is slow; a person would not wait longer either. */
const soon = <Value>(read: () => Promise<Value> | Value) => expect.poll(read, { timeout: 15_000 });

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  product = await startProduct();
});

afterAll(async () => {
  await product?.stop();
});

test('a planner finds a match, filters, opens it and comes back, by keyboard alone', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  expect(await page.title()).toBe('Kalundborg · City Resource Graph');
  await soon(() => listed(page)).toBeGreaterThan(20);

  // F6 leads to the filters; the first family is heat, Space takes it out.
  await page.keyboard.press('F6');
  expect(await panelOfFocus(page)).toBe('rail');
  await focusChoice(page, 'Heat');
  await page.keyboard.press('Space');
  await soon(() => page.url()).toContain('families=');
  await soon(() => page.locator('section[aria-label="Ranked matches"] .fam:has-text("Heat")').count()).toBe(0);

  // J walks the list, Enter opens what is selected.
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await soon(() => page.url()).toContain('sel=');
  const chosen = page.locator('[aria-label="Ranked matches"] li[data-selected]');
  await soon(() => chosen.count()).toBe(1);
  await soon(() => page.evaluate(() => document.activeElement?.hasAttribute('data-entry'))).toBe(true);
  const filtered = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/matches\//);
  await soon(() => page.locator('h1').innerText()).toMatch(/ from .+ to /);

  await page.goBack();
  await page.waitForURL(filtered);
  await soon(() => chosen.count()).toBe(1);

  // 4 is the table with the same rows, 1 the map; ? explains, Esc closes and then clears.
  const passing = await listed(page);
  await page.keyboard.press('4');
  await soon(() => rows(page)).toBeGreaterThan(passing);
  await page.keyboard.press('1');
  await drawn(page);
  await page.keyboard.press('?');
  await soon(() => page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Escape');
  await soon(() => page.url()).not.toContain('sel=');

  // The month keys move map, totals and list to that month.
  await page.keyboard.press(']');
  await soon(() => page.url()).toContain('month=1');
  expect(faults).toEqual([]);
});

test('arrow keys on the map walk from site to site, and Enter shows what one site could exchange', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  await page.locator('[role="listbox"]').focus();
  const active = () => page.locator('[role="listbox"]').getAttribute('aria-activedescendant');
  const first = await active();
  const walked = new Set([first]);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    walked.add(await active());
  }
  expect(walked.size).toBeGreaterThan(1);
  const all = await listed(page);
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('site=');
  await soon(() => listed(page)).toBeLessThan(all);
  expect(faults).toEqual([]);
});

test('an hour in which nothing runs, or a filter that nothing passes, names the closest step', async () => {
  const { page } = await openPage(product);
  await page.goto(`${product.address}/?families=service`);
  const step = page.locator('[data-empty] li button').first();
  await step.waitFor();
  expect(await step.innerText()).toMatch(/All resource families/);
  await step.click();
  await soon(() => listed(page)).toBeGreaterThan(20);
});

test('a total and a figure of a match say how they were made', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await page.getByRole('button', { name: /Open potential/ }).click();
  const answer = page.getByRole('dialog');
  await answer.waitFor();
  expect(await answer.innerText()).toMatch(/A flow can be given away once/);
  expect(await sumOf(answer.locator('ol b').allInnerTexts())).toBeCloseTo(
    await sumOf([await answer.locator('h3').innerText()]),
    -2,
  );
  await page.goto(product.address + aMatch);
  await page.getByRole('button', { name: /score/i }).first().click();
  const panel = page.locator('#made');
  await soon(() => panel.innerText()).toMatch(/Σ value × weight/);
  expect(await panel.innerText()).toMatch(/crg explain --input city.json/);
  expect(faults).toEqual([]);
});

test('a plant manager reads what the match is to each party, how sure that is, and asks how a figure was made', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address + aMatch);
  const parties = page.getByRole('table', { name: 'Money by party' });
  for (const party of ['Supplier', 'Receiver', 'Society'])
    expect(await parties.getByRole('columnheader', { name: party }).count()).toBe(1);
  const made = page.locator('#made');
  const asked = [
    [
      parties.getByRole('button', { name: /receiver payback with|receiver discounted payback/i }),
      /Payback with interest, /,
    ],
    [page.getByRole('button', { name: /, loss: how/ }), /draws with an NPV below 0 ÷ all draws/],
    [page.getByRole('button', { name: /, lowest: how/ }), /price − the supplier’s margin ÷ quantity/],
    [page.getByRole('button', { name: /attributional receiver/ }), /never added|Never added/],
  ] as const;
  for (const [figure, answer] of asked) {
    await soon(async () => {
      await figure.first().click();
      return made.innerText();
    }).toMatch(answer);
  }
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|null/);
  // The lines of one side are a press away, and end in the same margin as its column.
  await page.getByText('Receiver', { exact: true }).last().click();
  const lines = page.getByRole('table', { name: 'Money each year, Receiver' });
  await lines.waitFor();
  const margin = await parties.getByRole('button', { name: /receiver margin/ }).innerText();
  expect((await lines.getByRole('button', { name: /receiver margin/ }).innerText()).split(',')[0]).toBe(
    margin.split(',')[0],
  );
  expect(faults).toEqual([]);
});

test('a missing fact leads to the form where its owner answers it', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address + aWasteMatch);
  const gate = page.locator('[aria-label="Permit gate"]');
  expect(await gate.innerText()).toMatch(/facts are missing/);
  await gate
    .getByRole('link', { name: /^Answer for / })
    .first()
    .click();
  await page.waitForURL(/\/data\/flows\/.+#papers/);
  const papers = page.locator('#papers');
  await soon(() => papers.getAttribute('open')).not.toBeNull();
  expect(await papers.getByRole('radiogroup').count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test('chains stand in the list after the matches, can be left out, and open', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(`${product.address}/?view=table`);
  const chain = page.getByRole('row').filter({ hasText: 'Membrane bioreactor' }).first();
  await soon(() => rows(page)).toBeGreaterThan(30);
  const before = await rows(page);
  await page.goto(`${product.address}/?view=table&chains=0`);
  await soon(() => rows(page)).toBeLessThan(before);
  expect(await chain.count()).toBe(0);
  await page.goto(product.address + aChain);
  expect(await page.locator('h1').innerText()).toMatch(/through a membrane bioreactor \(LB\)$/);
  expect(await page.locator('[data-role="converter"]').innerText()).toMatch(/Out[\s\S]+Electricity[\s\S]+Investment/);
  expect(faults).toEqual([]);
});

test('a city states a factor of its own with its source, the match is worked out with it and says so, and undo takes it back', async () => {
  const { page, faults } = await openPage(product);
  const npv = async () => {
    await page.goto(product.address + aMatch);
    return page
      .getByRole('button', { name: /society npv/ })
      .first()
      .innerText();
  };
  const table = await npv();
  await page.goto(`${product.address}/data/factors?q=price.boiler_heat`);
  const change = page.getByRole('button', { name: /^Change / });
  const save = page.getByRole('button', { name: 'Save and match anew' });
  await soon(async () => {
    if ((await save.count()) === 0) await change.click();
    return save.count();
  }).toBe(1);
  expect(await axeFaults(page)).toEqual([]);
  for (const [label, value] of [
    ['Low', '50'],
    ['Mid', '60'],
    ['High', '70'],
  ] as const)
    await page.getByLabel(label).fill(value);
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Source').fill('Contract of the works, 2026');
  await page.getByLabel('Place').fill('Kalundborg');
  await save.click();
  await page.getByText('are worked out anew').waitFor();
  await soon(() => page.getByText('The city’s own').count()).toBe(1);

  await soon(npv).not.toBe(table);
  await page
    .getByRole('button', { name: /society npv/ })
    .first()
    .click();
  await soon(() => page.locator('#made').innerText()).toMatch(
    /Contract of the works, 2026[\s\S]+The city’s own figure/,
  );

  await page.goto(`${product.address}/data/factors?own=1`);
  const undo = page.getByRole('button', { name: 'Use the table’s figure again' });
  await soon(async () => {
    if ((await undo.count()) === 0) await change.click();
    return undo.count();
  }).toBe(1);
  await undo.click();
  await soon(() => page.getByText('no figures of its own yet').count()).toBe(1);
  await soon(npv).toBe(table);
  expect(faults).toEqual([]);
});

test('without script the page still has the ranked list, the totals and, as a link, the table', async () => {
  const { page } = await openPage(product, { javaScriptEnabled: false });
  await page.goto(product.address);
  expect(await entries(page)).toBeGreaterThan(20);
  expect(await page.locator('[aria-label="Totals"]').innerText()).toMatch(/Open potential\s*€/);
  await page.locator('nav[aria-label="Views"] a', { hasText: 'Table' }).click();
  await expect.poll(() => page.locator('[role="row"]').count()).toBeGreaterThan(20);
  await page.goto(product.address + aMatch);
  expect(await page.locator('main').innerText()).toMatch(/Permit gate/);
});

test('a failing server leaves the last good city on the page and says so', async () => {
  const { page } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  const before = await listed(page);
  for (const path of ['**/api/v1/**', '**/overview**'])
    await page.route(path, (route) => route.fulfill({ status: 503, body: '{}' }));
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await soon(() => page.getByText('The server does not answer').count()).toBe(1);
  // A filter that cannot be answered keeps what was answered last.
  await page.keyboard.press(']');
  await soon(() => page.url()).toContain('month=1');
  expect(await listed(page)).toBe(before);
  expect(await entries(page)).toBeGreaterThan(5);
});

test('a site is found, selected and flown to by keyboard alone, and Back returns to the view before', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
  await page.keyboard.type('aalborg');
  await soon(() => page.getByRole('option', { name: /Aalborg Portland/ }).count()).toBeGreaterThan(0);
  await shot(page, 'search-light', false);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toMatch(/site=aalborg-works.*bbox=9\.9/);
  await soon(() => page.getByRole('option', { name: /^Aalborg Portland, Cement/ }).count()).toBe(1);
  await soon(() => page.locator('[aria-label="Ranked matches"]').innerText()).toMatch(/At Aalborg Portland/);
  await page.goBack();
  await soon(() => page.url()).not.toContain('site=');
  await soon(() => page.getByRole('option', { name: /^Gyproc/ }).count()).toBe(1);

  // A command is found by the beginnings of its words.
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: 'Search and commands' }).waitFor();
  await page.keyboard.type('tab');
  await soon(() => page.getByRole('option', { name: /^Table/ }).count()).toBe(1);
  await page.getByRole('option', { name: /^Table/ }).click();
  await soon(() => page.url()).toContain('view=table');
  expect(faults).toEqual([]);
});

test('what is shown can be had as CSV and GeoJSON, with the same filters', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(`${product.address}/?families=steam`);
  await drawn(page);
  const shown = await listed(page);
  for (const [format, count] of [
    ['CSV', (text: string) => text.trim().split('\r\n').length - 1],
    ['GeoJSON', (text: string) => JSON.parse(text).features.length],
  ] as const) {
    await page.getByRole('button', { name: 'Export what is shown' }).click();
    const file = page.waitForEvent('download');
    await page
      .getByRole('dialog', { name: 'Export what is shown' })
      .getByRole('link', { name: format })
      .first()
      .click();
    expect(count(await readFile(await (await file).path(), 'utf8'))).toBe(shown);
    await page.keyboard.press('Escape');
  }
  expect(faults).toEqual([]);
});

test('the address keeps where the map stands: a reload shows the same place, and the whole city has the shortest address', async () => {
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  expect(new URL(page.url()).search).toBe('');
  await page.locator('[role="listbox"]').focus();
  await page.keyboard.press('+');
  await soon(() => page.url()).toContain('bbox=');
  const address = page.url();
  const places = await markPlaces(page);
  await page.reload();
  await drawn(page);
  expect(page.url()).toBe(address);
  await soon(() => markPlaces(page)).toEqual(places);
  await page.locator('[role="listbox"]').focus();
  await page.keyboard.press('0');
  await soon(() => new URL(page.url()).search).toBe('');
  expect(faults).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  for (const [name, path] of [
    ['map', '/'],
    ['table', '/?view=table'],
    ['match', aMatch],
    ['near-miss', aNearMiss],
    ['chain', aChain],
    ['factors', '/data/factors?q=pipe'],
    ['converters', '/reference/converters'],
    ['permit-rules', '/reference/permit-rules'],
    ['flow', '/data/flows/asnaes-fly-ash#papers'],
  ] as const) {
    test(`${name} in the ${theme} theme has no serious accessibility fault`, async () => {
      const { page, faults } = await openPage(product, { colorScheme: theme });
      await page.goto(product.address + path);
      if (name === 'map') await drawn(page);
      await shot(page, `${name}-${theme}`, path.length > 20);
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
  }
}

test('on a phone the city is readable, and at 320 px nothing scrolls sideways', async () => {
  const { page, faults } = await openPage(product, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.goto(product.address);
  await drawn(page);
  await shot(page, 'phone', false);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('button', { name: /Show \d+ matches/ }).waitFor();
  await shot(page, 'phone-filters', false);
  await page.getByRole('button', { name: /Show \d+ matches/ }).click();
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of [
    '/',
    '/?view=table',
    aNearMiss,
    aChain,
    '/data/factors',
    '/data/flows/asnaes-fly-ash',
    '/reference/converters',
    '/reference/permit-rules',
    aMatch,
  ]) {
    await page.goto(product.address + path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
  }
  await shot(page, 'match-320', true);
  expect(faults).toEqual([]);
});

test('with forced colours the match page keeps its marks', async () => {
  const { page } = await openPage(product, { forcedColors: 'active' });
  await page.goto(product.address + aMatch);
  await shot(page, 'match-forced-colours', true);
  expect(await page.locator('table svg').first().isVisible()).toBe(true);
});

test('with hundreds of sites the map gathers them, a press takes a cluster apart, and a park at one point fans out', async () => {
  await importCity(product.address, inventedRegion(25, 16));
  const { page, faults } = await openPage(product);
  await page.goto(product.address);
  await drawn(page);
  const clusters = page.getByRole('option', { name: /sites, flows: heat/ });
  await soon(() => clusters.count()).toBeGreaterThan(5);
  await soon(() => listed(page)).toBeGreaterThan(200);
  await shot(page, 'clusters-light', false);
  expect(await axeFaults(page)).toEqual([]);
  const before = page.url();
  await clusters.first().click();
  await soon(() => page.url()).not.toBe(before);

  // One town, near enough for single sites: the four works at one address are told apart.
  await page.goto(`${product.address}/?bbox=11.57,55.58,11.65,55.62`);
  await drawn(page);
  await soon(() => page.getByRole('option', { name: /^Invented Works 1\.[1-4],/ }).count()).toBe(4);
  await shot(page, 'one-town-light', false);

  // The list is read as far as somebody scrolls, and only what is near the view is in the page.
  const list = page.locator('[aria-label="Ranked matches"] ol');
  const first = await entries(page);
  expect(first).toBeLessThan(60);
  await list.locator('xpath=..').evaluate((element) => element.scrollTo(0, 1e6));
  await soon(() => list.locator('li').last().getAttribute('aria-posinset')).not.toBe(null);
  await soon(async () => Number(await list.locator('li').last().getAttribute('aria-posinset'))).toBeGreaterThan(50);
  expect(await entries(page)).toBeLessThan(60);
  expect(faults).toEqual([]);
});

/** How many matches pass the filters, as the list says it. */
async function listed(page: Page): Promise<number> {
  const text = await page.locator('[aria-label="Ranked matches"] h2').innerText();
  return Number(/^([\d,]+) open/.exec(text)?.[1]?.replace(',', ''));
}

/** Rows of the table, in the page or not. */
async function rows(page: Page): Promise<number> {
  return Number(await page.locator('[role="grid"]').getAttribute('aria-rowcount'));
}

/** Where the marks of the map stand, to the pixel. */
async function markPlaces(page: Page): Promise<string[]> {
  const marks = await page.getByRole('option').all();
  return Promise.all(
    marks.map(async (mark) => {
      const box = await mark.boundingBox();
      return `${await mark.getAttribute('id')} ${Math.round((box?.x ?? 0) / 2)} ${Math.round((box?.y ?? 0) / 2)}`;
    }),
  );
}

async function drawn(page: Page): Promise<void> {
  await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
  await page.locator('[role="option"]').first().waitFor();
}

function entries(page: Page): Promise<number> {
  return page.locator('a[data-entry]').count();
}

function panelOfFocus(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'));
}

/** Tabs inside the filters until the named choice has focus. */
async function focusChoice(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 20; stop += 1) {
    const label = await page.evaluate(() => document.activeElement?.closest('label')?.textContent ?? '');
    if (label.includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected ${name} within 20 tab stops of the filters`);
}

async function axeFaults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({
        id,
        nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
      }));
  });
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function shot(page: Page, name: string, fullPage: boolean): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}

async function sumOf(texts: Promise<string[]> | string[]): Promise<number> {
  return (await texts).reduce((sum, text) => sum + Number(text.replace(/[^\d]/g, '')), 0);
}
