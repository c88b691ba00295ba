// Which missing answers are worth looking for: the gate with a yes and with a no, everything else as it is.
import { expect, test } from 'vitest';
import { indexOfCity } from '../../src/city-index.ts';
import { pairOpenPapers } from '../../src/match-pair.ts';
import { flow, smallCity } from '../small-city.ts';

const pair = { supplyId: 'supply', demandId: 'demand' };

function ashTown(papers: { readonly supply?: object; readonly demand?: object } = {}) {
  const amount = { amount: 1000, unit: 't/a', precision: 'measured' } as const;
  const ash = { type: 'material.fly_ash', quantity: amount };
  const codes = { ewc: ['100102'], cpa: null, hs: null };
  return indexOfCity(
    smallCity({
      flows: [
        flow({ id: 'supply', siteId: 'west', direction: 'supply', ...ash, codes, papers: { ...papers.supply } }),
        flow({ id: 'demand', siteId: 'east', direction: 'demand', ...ash, papers: { ...papers.demand } }),
      ],
    }),
  );
}

test('a waste waits for its receiver and its carrier: either no decides, neither yes does alone', () => {
  expect(pairOpenPapers(ashTown(), pair)).toEqual([
    { paper: 'carrier_registered', ifYes: 'unknown', ifNo: 'needs_permit' },
    { paper: 'receiver_permit_codes', ifYes: 'unknown', ifNo: 'needs_permit' },
  ]);
});

test('the last answer that is missing decides both ways', () => {
  expect(pairOpenPapers(ashTown({ supply: { carrier_registered: true } }), pair)).toEqual([
    { paper: 'receiver_permit_codes', ifYes: 'allowed', ifNo: 'needs_permit' },
  ]);
});

test('when everything is answered nothing is open, and a pair that does not exist has no answer', () => {
  const index = ashTown({ supply: { carrier_registered: true }, demand: { receiver_permit_codes: true } });
  expect(pairOpenPapers(index, pair)).toEqual([]);
  expect(pairOpenPapers(index, { ...pair, demandId: 'nobody' })).toBeNull();
});
