// What the factors of the small city answer and what follows from them; http.test.ts opens the stores for them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContractClient } from './contract-client.ts';
import { readCsv } from './read-csv.ts';

export function factorCases(client: () => ContractClient, rematch: () => Promise<unknown>): void {
  const address = '/api/v1/factors/finance.discount_rate';
  const dear = { low: 0.1, mid: 0.12, high: 0.14, source: 'The bank of the city', year: 2024, geography: 'Testhaven' };
  const etagNow = async () => (await client().get(address)).headers.etag ?? '';
  const put = async (change: object, etag?: string) =>
    client().put(address, change, { headers: { 'if-match': etag ?? (await etagNow()) } });
  const restore = async () => client().delete(address, { headers: { 'if-match': '*' } });

  describe('factors', () => {
    test('are listed with source, year and place, and none is the city’s own yet', async () => {
      const { status, body } = await client().get('/api/v1/factors');
      expect(status).toBe(200);
      expect(body.data.length).toBeGreaterThan(50);
      for (const factor of body.data) {
        expect(factor.overridden, factor.id).toBe(false);
        expect(factor.source.length * factor.geography.length * factor.year, factor.id).toBeGreaterThan(0);
        expect(factor.low <= factor.mid && factor.mid <= factor.high, factor.id).toBe(true);
      }
      const one = await client().get('/api/v1/factors/price.electricity');
      expect(body.data).toContainEqual(one.body);
    });

    test('a figure of the city’s own changes the money of a match, is shown with it, and goes again without a trace', async () => {
      const detail = '/api/v1/matches/glass-heat~laundry-heat';
      const before = (await client().get(detail)).body;
      const changed = await put(dear);
      expect([changed.status, changed.body]).toEqual([
        200,
        expect.objectContaining({ ...dear, overridden: true, unit: '1' }),
      ]);
      const headers = { 'x-crg-change': changed.headers['x-crg-change'] ?? '' };

      const after = await client().get(detail, { headers });
      expect(after.headers['x-crg-caught-up']).toBe('true');
      // A dearer loan makes the same pipe cost more a year; its benefit stays.
      const { economics, factors } = after.body.explanation;
      expect(economics.benefit_eur_per_year).toBe(before.explanation.economics.benefit_eur_per_year);
      expect(economics.margin_eur_per_year).toBeLessThan(before.explanation.economics.margin_eur_per_year);
      expect(factors).toContainEqual(changed.body);

      expect((await client().get('/api/v1/city')).body.matching.up_to_date).toBe(false);
      await rematch();
      expect((await client().get('/api/v1/city')).body.matching.up_to_date).toBe(true);
      const [listed] = (await client().get('/api/v1/matches?flow_id=laundry-heat')).body.data;
      expect(listed.margin_eur_per_year).toBe(economics.margin_eur_per_year);
      const file = (await client().get('/api/v1/exports/matches.csv?bom=no')).body;
      expect(file).toContain(String(economics.margin_eur_per_year));

      const gone = await restore();
      expect(gone.status).toBe(204);
      await client().get(detail, { headers: { 'x-crg-change': gone.headers['x-crg-change'] ?? '' } });
      await rematch();
      expect((await client().get(detail)).body).toEqual(before);
    });

    test('is sent once, then 304 until it changes; what somebody else has changed is not overwritten', async () => {
      const table = await etagNow();
      const mine = await put(dear, table);
      const tag = mine.headers.etag ?? '';
      const unchanged = await client().get(address, { headers: { 'if-none-match': tag } });
      expect([unchanged.status, unchanged.body]).toEqual([304, '']);
      const late = await put({ ...dear, mid: 0.11 }, table);
      expect([late.status, late.body.code, late.headers.etag]).toEqual([412, 'version_conflict', tag]);
      const blind = await client().put(address, dear);
      expect([blind.status, blind.body.code]).toEqual([428, 'version_required']);
      const stale = await client().delete(address, { headers: { 'if-match': table } });
      expect(stale.status).toBe(412);
      expect((await client().delete(address, { headers: { 'if-match': tag } })).status).toBe(204);
      expect((await client().get(address)).body.overridden).toBe(false);
      const twice = await restore();
      expect([twice.status, twice.body.code]).toEqual([404, 'factor_not_found']);
    });

    test.each([
      ['mid', { ...dear, mid: 0.2 }],
      ['mid', { ...dear, low: 0.13 }],
      ['low', { ...dear, low: -1 }],
      ['high', { ...dear, high: '0.14' }],
      ['high', { ...dear, high: null }],
      ['unit', { ...dear, unit: '%' }],
      ['source', { ...dear, source: '' }],
      ['source', { low: 0.1, mid: 0.12, high: 0.14, year: 2024, geography: 'Testhaven' }],
      ['year', { ...dear, year: 20.5 }],
      ['geography', { ...dear, geography: '  ' }],
      ['id', { ...dear, id: 'finance.years' }],
      ['label', { ...dear, label: 'Interest' }],
    ])('nonsense is refused at %s', async (field, change) => {
      const { status, body } = await put(change);
      expect([status, body.field]).toEqual([422, field]);
      expect(body.next).toBeTruthy();
      expect((await client().get(address)).body.overridden).toBe(false);
    });

    test('nonsense of any kind in a figure is never a failure of the server, and what is taken can be matched with', async () => {
      const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.double(), fc.constantFrom(-1e15, 1e15, 1e-300, 0));
      const change = fc
        .tuple(fc.constantFrom('low', 'mid', 'high', 'source', 'year', 'geography', 'unit', 'x_own'), value)
        .map(([field, wrong]) => ({ ...dear, low: -1e15, high: 1e15, [field]: wrong }));
      const electricity = '/api/v1/factors/price.electricity';
      await fc.assert(
        fc.asyncProperty(change, async (figures) => {
          const { status, headers } = await client().put(electricity, figures, { headers: { 'if-match': '*' } });
          expect([200, 422]).toContain(status);
          if (status === 422) return;
          const after = { headers: { 'x-crg-change': headers['x-crg-change'] ?? '' } };
          expect((await client().get('/api/v1/matches/glass-heat~laundry-heat', after)).status).toBe(200);
          expect((await client().delete(electricity, { headers: { 'if-match': '*' } })).status).toBe(204);
        }),
        { numRuns: 40 },
      );
    });

    test('a factor that the table does not have is a 404 that names the nearest', async () => {
      const wrong = '/api/v1/factors/price.electrcity';
      for (const answer of [
        await client().get(wrong),
        await client().put(wrong, dear, { headers: { 'if-match': '*' } }),
        await client().delete(wrong, { headers: { 'if-match': '*' } }),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([404, 'factor_not_found']);
        expect(answer.body.next).toContain('price.electricity');
      }
    });
  });

  describe('skills and papers', () => {
    const shift = {
      site_id: 'mill-site',
      direction: 'supply',
      type: 'material.fly_ash',
      quantity: { amount: 100, unit: 't/a' },
      skills: ['welding_en_iso_9606'],
      papers: { contract_or_market: true, hp_test_non_hazardous: false },
    };

    test('come back as stated, change with the flow, and may be taken out', async () => {
      const made = await client().post('/api/v1/flows', shift);
      expect([made.status, made.body]).toEqual([
        201,
        expect.objectContaining({ skills: shift.skills, papers: shift.papers }),
      ]);
      const at = made.headers.location ?? '';
      const [row] = readCsv(
        (await client().get('/api/v1/exports/flows.csv?type=material.fly_ash&site_id=mill-site')).body,
      ).filter(({ id }) => id === made.body.id);
      expect(row).toMatchObject({
        skills: 'welding_en_iso_9606',
        papers: 'contract_or_market yes; hp_test_non_hazardous no',
      });
      const less = { ...made.body, skills: null, papers: { contract_or_market: null } };
      const changed = await client().put(at, less, { headers: { 'if-match': made.headers.etag ?? '' } });
      expect([changed.status, changed.body.skills, changed.body.papers]).toEqual([200, null, null]);
      expect((await client().get(at)).body).toEqual(changed.body);
      await client().delete(at, { headers: { 'if-match': changed.headers.etag ?? '' } });
    });

    test('a question that no paper answers is named, with the nearest', async () => {
      const { status, body } = await client().post('/api/v1/flows', { ...shift, papers: { contract_or_markt: true } });
      expect([status, body.field]).toEqual([422, 'papers.contract_or_markt']);
      expect(body.next).toContain('contract_or_market');
      const asked = await client().post('/api/v1/match', { flow: { ...shift, papers: { sds: true } } });
      expect([asked.status, asked.body.field]).toEqual([422, 'flow.papers.sds']);
      const skilled = await client().post('/api/v1/registrations', { flow: { ...shift, skills: ['Welding'] } });
      expect([skilled.status, skilled.body.field]).toEqual([422, 'flow.skills[0]']);
    });
  });
}
