// What fits through a converter in the small city; http.test.ts opens the stores for it.
import { describe, expect, test } from 'vitest';
import type { ContractClient } from './contract-client.ts';

export function chainCases(client: () => ContractClient, rematch: () => Promise<unknown>): void {
  const flueGas = {
    id: 'mill/gas',
    site_id: 'mill-site',
    direction: 'supply',
    type: 'heat.flue_gas',
    quantity: { amount: 900, unit: 'kW', precision: 'measured' },
    quality: { temperature_c: { min: 320, max: 340 } },
  };
  const one = 'mill%2Fgas~flue_gas_economiser~laundry-heat';
  const ids = async (url: string) => {
    const { status, body } = await client().get(url);
    expect(status, url).toBe(200);
    return body.data.map(({ id }: { id: string }) => id);
  };

  describe('chains', () => {
    test('there is none until somebody has what a converter takes', async () => {
      expect(await ids('/api/v1/chains')).toEqual([]);
      const { headers } = await client().post('/api/v1/flows', flueGas);
      const now = { headers: { 'x-crg-change': headers['x-crg-change'] ?? '' } };
      const direct = await client().get('/api/v1/organizations/mill/matching/chains', now);
      expect(direct.headers['x-crg-caught-up'], 'a search waits for no run').toBe('true');
      expect(direct.body.data.map(({ id }: { id: string }) => id)).toContain(one);
      await rematch();
      expect((await client().get('/api/v1/city')).body.counts.chains).toBe((await ids('/api/v1/chains')).length);
    });

    test('list both ends whole, the converter between them, and the most valuable first', async () => {
      const { data } = (await client().get('/api/v1/chains')).body;
      const chain = data.find(({ id }: { id: string }) => id === one);
      expect(chain).toMatchObject({
        family: 'heat',
        type: 'heat.flue_gas',
        supply: { flow: { id: 'mill/gas' }, organization: { name: 'Mill' } },
        demand: { flow: { id: 'laundry-heat' }, site: { id: 'laundry-site' } },
        converters: [{ id: 'flue_gas_economiser', input: { unit: 'MWh/a' }, output: { unit: 'MWh/a' } }],
      });
      const [use] = chain.converters;
      expect(use.output.amount).toBeLessThanOrEqual(use.input.amount);
      expect(use.output.amount).toBeCloseTo(chain.common_quantity.amount, 6);
      const values = data.map((each: { margin_eur_per_year: number }) => each.margin_eur_per_year);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    });

    test('page and filter as matches do', async () => {
      const all = await ids('/api/v1/chains?sort=score');
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const { body } = await client().get(`/api/v1/chains?sort=score&limit=1${at}`);
        paged.push(...body.data.map(({ id }: { id: string }) => id));
        cursor = body.next_cursor;
      }
      expect(paged).toEqual(all);
      expect(await ids('/api/v1/chains?organization_id=laundry&sort=supply')).toEqual([one]);
      expect(await ids('/api/v1/chains?flow_id=mill-ash')).toEqual([]);
      expect(await ids('/api/v1/chains?family=material')).toEqual([]);
      expect(await ids('/api/v1/chains?converter=flue_gas_economiser&site_id=laundry-site')).toEqual([one]);
      expect(await ids('/api/v1/organizations/laundry/matching/chains?converter=flue_gas_economiser')).toEqual([one]);
      expect(await ids('/api/v1/organizations/laundry/matching/chains?converter=dryer')).toEqual([]);
      const nobody = await client().get('/api/v1/organizations/nobody/matching/chains');
      expect([nobody.status, nobody.body.code]).toEqual([404, 'organization_not_found']);
      const wrong = await client().get('/api/v1/chains?convertor=orc');
      expect([wrong.status, wrong.body.field]).toEqual([400, 'convertor']);
    });

    test('one explains its money by party, how sure it is, and the factors of its converter', async () => {
      const { status, body } = await client().get(`/api/v1/chains/${one}`);
      expect(status).toBe(200);
      const { economics, factors, uncertainty } = body.explanation;
      expect(economics.parties.map(({ party }: { party: string }) => party)).toEqual([
        'supplier',
        'receiver',
        'society',
      ]);
      expect(economics.margin_eur_per_year).toBe(body.margin_eur_per_year);
      expect(uncertainty.npv_eur.p10).toBeLessThan(uncertainty.npv_eur.p90);
      expect(factors.map(({ id }: { id: string }) => id)).toContain('converter.flue_gas_economiser.capex');
    });

    test.each([
      'mill%2Fgas~dryer~laundry-heat',
      'mill%2Fgas~flue_gas_economiser~cement-ash',
      'mill%2Fgas~laundry-heat',
      'mill%2Fgas~no-such~laundry-heat',
      'a~b~c~d',
      '%25~b~c',
      '~~',
    ])('%s is no chain of this city', async (id) => {
      const { status, body } = await client().get(`/api/v1/chains/${id}`);
      expect([status, body.code]).toEqual([404, 'match_not_found']);
    });

    test('an edit that ends a chain takes it off its page at once', async () => {
      const { headers } = await client().get('/api/v1/flows/mill%2Fgas');
      await client().delete('/api/v1/flows/mill%2Fgas', { headers: { 'if-match': headers.etag ?? '' } });
      expect(await ids('/api/v1/chains')).toEqual([]);
      expect((await client().get(`/api/v1/chains/${one}`)).status).toBe(404);
      await rematch();
    });
  });

  describe('what the engine knows', () => {
    test('converters say what they take and give, between which sizes, and from which sources', async () => {
      const { body } = await client().get('/api/v1/converters');
      expect(body.data.length).toBeGreaterThanOrEqual(15);
      for (const { id, inputs, output, factors, capex, opex } of body.data) {
        expect(inputs.length, id).toBeGreaterThan(0);
        expect(output, id).not.toBe('');
        expect(
          factors.map((factor: { id: string }) => factor.id),
          id,
        ).toEqual(expect.arrayContaining([capex, opex]));
      }
    });

    test('every permit rule cites its clause, says where and since when it holds, and how it answers', async () => {
      const { body } = await client().get('/api/v1/permit-rules');
      expect(body.data.length).toBeGreaterThan(10);
      for (const rule of body.data) {
        expect(rule.version, rule.id).toBeGreaterThanOrEqual(1);
        expect(rule.clause.length, rule.id).toBeGreaterThan(5);
        expect(rule.jurisdiction, rule.id).toMatch(/^[A-Z]{2,3}$/);
        expect(rule.answers.length, rule.id).toBeGreaterThan(0);
      }
    });
  });
}
